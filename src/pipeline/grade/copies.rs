//! Which of many texts are near-copies of each other.

use petgraph::unionfind::UnionFind;
use rayon::prelude::*;

use super::shingle::{keys, resemblance, shingles};
use crate::ontology::Copies;

/// Of the texts that share a key, only so many different ones are compared with each further one.
const COMPARED: usize = 8;

/// Groups of near-copies among the sentences of claims.
pub(super) fn of_sentences(texts: &[&str], copies: Copies) -> Vec<usize> {
    groups(texts, &Alike { share: copies.sentence, words: copies.words })
}

/// Groups of near-copies among documents.
pub(super) fn of_documents(texts: &[&str], copies: Copies) -> Vec<usize> {
    groups(texts, &Alike { share: copies.document, words: copies.words })
}

/// When two texts are copies.
struct Alike {
    /// Share of common shingles.
    share: f64,
    /// Shorter texts must be the same, since they resemble each other by chance.
    words: usize,
}

impl Alike {
    fn holds(&self, left: &[u64], right: &[u64]) -> bool {
        // A text has two shingles less than words.
        let short = left.len().min(right.len()) + 2 < self.words;
        !left.is_empty() && resemblance(left, right) >= if short { 1.0 } else { self.share }
    }
}

/// For each text the number of its group: texts are in one group if they are alike, or are tied by others that are.
///
/// Groups by the texts alone, in whatever order they come; takes time in the length of the texts, since only those that share
/// a key of their sketches are compared (locality-sensitive hashing).
fn groups(texts: &[&str], alike: &Alike) -> Vec<usize> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.par_sort_unstable_by_key(|&at| (texts[at], at));
    let sketches: Vec<_> = order.par_iter().map(|&at| keys(&shingles(texts[at]))).collect();
    let mut tied = UnionFind::new(texts.len());
    for key in 0..sketches.first().map_or(0, |sketch| sketch.len()) {
        let mut by_key: Vec<(u32, usize)> = sketches.iter().map(|sketch| sketch[key]).zip(0..).collect();
        by_key.par_sort_unstable();
        for like in by_key.chunk_by(|left, right| left.0 == right.0).filter(|like| like.len() > 1) {
            let like = like.iter().map(|(_, at)| order[*at]);
            tie(like, texts, alike, &mut tied);
        }
    }
    tied.into_labeling()
}

/// Ties each of some texts to the first of those before it that it resembles.
fn tie(like: impl Iterator<Item = usize>, texts: &[&str], alike: &Alike, tied: &mut UnionFind<usize>) {
    let mut met: Vec<(usize, Vec<u64>)> = Vec::new();
    for at in like {
        if met.iter().any(|(other, _)| tied.equiv(at, *other)) {
            continue;
        }
        let own = shingles(texts[at]);
        match met.iter().find(|(_, other)| alike.holds(&own, other)) {
            Some((other, _)) => drop(tied.union(at, *other)),
            None if met.len() < COMPARED => met.push((at, own)),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "Rusia menyatakan pada hari Senin bahwa pihaknya mendukung penuh rencana Iran untuk membuka \
                        kembali perundingan nuklir dengan negara-negara Barat di Jenewa bulan depan.";
    const EDITED: &str = "Rusia menyatakan pada Senin bahwa pihaknya mendukung penuh rencana Iran untuk membuka \
                          kembali perundingan nuklir dengan negara-negara Barat di Jenewa bulan depan.";
    const OWN: &str = "Moskow berdiri di belakang Teheran: perundingan nuklir akan dibuka kembali di Jenewa bulan depan, dan \
                       Rusia mendukung Iran dalam hal itu.";

    const HALF: Alike = Alike { share: 0.5, words: 8 };

    #[test]
    fn short_texts_are_copies_word_for_word() {
        let texts = [
            "Russia, a says, supports Iran",
            "Russia, b says, supports Iran",
            "russia a says supports Iran.",
        ];
        let groups = groups(&texts, &HALF);
        assert!(groups[0] == groups[2] && groups[0] != groups[1]);
    }

    #[test]
    fn an_edited_copy_is_a_copy_and_an_own_sentence_is_none() {
        let groups = groups(&[WIRE, OWN, EDITED, WIRE], &HALF);
        assert_eq!(groups[0], groups[2]);
        assert_eq!(groups[0], groups[3]);
        assert_ne!(groups[0], groups[1]);
    }

    #[test]
    fn copies_of_copies_are_copies() {
        let words: Vec<String> = (0..30).map(|word| format!("w{word}")).collect();
        let edit = |words: &[String], at: usize| {
            let mut words = words.to_vec();
            words[at] = format!("new{at}");
            words
        };
        let once = edit(&edit(&words, 5), 10);
        let twice = edit(&edit(&once, 18), 24);
        let texts = [words.join(" "), once.join(" "), twice.join(" ")];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert!(!HALF.holds(&shingles(texts[0]), &shingles(texts[2])));
        let groups = groups(&texts, &HALF);
        assert!(groups[0] == groups[1] && groups[1] == groups[2]);
    }

    #[test]
    fn texts_without_words_are_no_copies_of_each_other() {
        let groups = groups(&["—", "…", ""], &HALF);
        assert!(groups[0] != groups[1] && groups[1] != groups[2]);
    }

    #[test]
    fn the_order_of_the_texts_does_not_matter() {
        let pool: Vec<String> =
            (0..40).map(|at| format!("{} {}", [WIRE, OWN][at % 2], "x y z ".repeat(at % 7))).collect();
        let texts: Vec<&str> = pool.iter().map(String::as_str).collect();
        let reversed: Vec<&str> = texts.iter().rev().copied().collect();
        let (forward, mut backward) = (groups(&texts, &HALF), groups(&reversed, &HALF));
        backward.reverse();
        for left in 0..texts.len() {
            for right in 0..left {
                let together = (forward[left] == forward[right], backward[left] == backward[right]);
                assert_eq!(together.0, together.1, "{left} {right}");
            }
        }
        assert!((1..texts.len()).any(|at| forward[at] != forward[0]));
    }

    #[test]
    fn nothing_has_no_groups() {
        assert!(groups(&[], &HALF).is_empty());
    }
}
