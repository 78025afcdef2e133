//! How near words are to each other, to tell what a misspelt one means.

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
}
