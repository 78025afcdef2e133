//! How near words are to each other, to tell what a misspelt one means.

use std::collections::BTreeMap;

use crate::model::kebab;

/// At most so many names are suggested.
const MOST_SUGGESTED: usize = 5;

/// The least number of letters to add, drop, change, or swap with their neighbour, to make one word the other.
pub(crate) fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let changed = above[j] + usize::from(a[i] != b[j]);
            let least = changed.min(above[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
            row.push(if swapped { least.min(before[j - 1] + 1) } else { least });
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

/// The word that is fewest edits away, if it could be meant; the first of several.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (distance, near) =
        known.map(|candidate| (edits(word, candidate), candidate)).min_by_key(|found| found.0)?;
    (distance <= word.chars().count().div_ceil(3)).then_some(near)
}

/// `; did you mean …?` with what the names closest to a text stand for, or nothing.
pub(crate) fn suggestion<'a>(text: &str, names: impl Iterator<Item = (&'a str, String)>) -> String {
    let wanted = kebab(text);
    let mut best: BTreeMap<String, usize> = BTreeMap::new();
    for (name, meant) in names {
        if let Some(distance) = distance(&wanted, &kebab(name)) {
            let least = best.entry(meant).or_insert(distance);
            *least = distance.min(*least);
        }
    }
    let mut near: Vec<_> = best.into_iter().collect();
    near.sort_by_key(|(_, distance)| *distance);
    near.truncate(MOST_SUGGESTED);
    let near: Vec<_> = near.into_iter().map(|(meant, _)| meant).collect();
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) }
}

/// How many letters to change, if they are few; a part of a name is as near as one letter.
fn distance(wanted: &str, name: &str) -> Option<usize> {
    if wanted.len() >= 3 && name.split('-').any(|part| part == wanted) {
        return Some(1);
    }
    let most = (wanted.len() / 3).max(1);
    // Ids are ASCII; whose lengths differ by more needs no counting.
    let edits = (wanted.len().abs_diff(name.len()) <= most).then(|| edits(wanted, name))?;
    (edits <= most).then_some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        let counted = [
            ("kitten", "sitting", 3),
            ("", "abc", 3),
            ("same", "same", 0),
            ("bordruia", "borduria", 1),
            ("ab", "ba", 1),
            ("é", "e", 1),
        ];
        for (a, b, number) in counted {
            assert_eq!((edits(a, b), edits(b, a)), (number, number), "{a} {b}");
        }
    }

    #[test]
    fn only_what_could_be_meant_is_near() {
        assert_eq!(nearest("naems", ["id", "names", "name"].into_iter()), Some("names"));
        assert_eq!(nearest("colour", ["id", "names", "name"].into_iter()), None);
    }

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let names = ["borduria", "syldavia", "san-theodoros"].map(|id| (id, id.to_owned()));
        assert_eq!(suggestion("Bordurja", names.clone().into_iter()), "; did you mean borduria?");
        assert_eq!(suggestion("Theodoros", names.clone().into_iter()), "; did you mean san-theodoros?");
        assert_eq!(suggestion("Nuevo Rico", names.into_iter()), "");
    }
}
