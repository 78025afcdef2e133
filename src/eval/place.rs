//! Finds the gold sentence that a predicted claim was read in.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{GoldSentence, Prediction};

/// A predicted claim needs at least this overlap with a gold sentence to belong to it.
const LEAST_OVERLAP: f64 = 0.5;

/// Predicted claims by the gold sentence that they belong to.
pub(super) struct Placed<'a> {
    /// In the order of the gold sentences.
    pub(super) by_sentence: Vec<Vec<&'a Prediction>>,
    /// How many belong to no gold sentence.
    pub(super) unplaced: usize,
}

pub(super) fn place<'a>(gold: &[GoldSentence], predictions: &'a [Prediction]) -> Placed<'a> {
    let gold_words: Vec<_> = gold.iter().map(|sentence| words(&sentence.text)).collect();
    let mut by_document: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, sentence) in gold.iter().enumerate() {
        by_document.entry(&sentence.doc).or_default().push(index);
    }
    let mut placed = Placed { by_sentence: vec![Vec::new(); gold.len()], unplaced: 0 };
    for prediction in predictions {
        let candidates = by_document.get(document_name(&prediction.document)).map_or(&[][..], Vec::as_slice);
        let best = best_sentences(&words(&prediction.text), candidates, &gold_words);
        placed.unplaced += usize::from(best.is_empty());
        for index in best {
            placed.by_sentence[index].push(prediction);
        }
    }
    placed
}

/// The candidate that shares most words, with its copies where the sentence stands in the document twice.
fn best_sentences(
    predicted: &BTreeSet<String>,
    candidates: &[usize],
    gold: &[BTreeSet<String>],
) -> Vec<usize> {
    let mut best = Vec::new();
    let mut best_overlap = 0.0;
    for &index in candidates {
        let overlap = overlap(predicted, &gold[index]);
        if overlap > best_overlap {
            (best, best_overlap) = (vec![index], overlap);
        } else if overlap == best_overlap && best.first().is_some_and(|&first| gold[first] == gold[index]) {
            best.push(index);
        }
    }
    if best_overlap < LEAST_OVERLAP { Vec::new() } else { best }
}

/// 0 to 1: the share of the shorter text's words that the longer one holds, lowered by up to half when
/// the texts differ in length.
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let common = a.intersection(b).count() as f64;
    let shorter = a.len().min(b.len()).max(1) as f64;
    let longer = a.len().max(b.len()).max(1) as f64;
    common / shorter * (0.5 + 0.5 * common / longer)
}

fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let is_break = |c: char| !c.is_alphanumeric() && c != '_';
    lower.split(is_break).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The last part of a document's path, without its suffix.
fn document_name(id: &str) -> &str {
    let name = id.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((stem, suffix)) if !suffix.is_empty() && suffix.chars().all(|c| c.is_ascii_alphanumeric()) => {
            stem
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_known_by_its_name() {
        assert_eq!(document_name("2026/januari/001.txt"), "001");
        assert_eq!(document_name("001"), "001");
        assert_eq!(document_name("a.b c"), "a.b c");
    }

    #[test]
    fn a_shorter_text_inside_a_longer_one_overlaps_in_part() {
        assert_eq!(overlap(&words("satu dua"), &words("Satu, dua; tiga empat.")), 0.75);
        assert_eq!(overlap(&words("satu"), &words("dua")), 0.0);
    }
}
