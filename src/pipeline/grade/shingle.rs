//! Texts as sets of word triples, and sketches of such sets.
//!
//! Broder (1997), On the resemblance and containment of documents.

/// Words that one shingle holds.
const WORDS: usize = 3;
/// Keys of a sketch, and the least hashes that each is made of: of two texts that share half of their shingles 96 in 100
/// share a key, of two that share a fifth 17.
const KEYS: usize = 24;
const ROWS: usize = 3;

/// The shingles of a text as hashes, sorted: every three words in a row, without regard to case and punctuation.
/// A text of fewer words is one shingle; one without words has none.
pub(super) fn shingles(text: &str) -> Vec<u64> {
    let is_break = |c: char| !c.is_alphanumeric();
    let words: Vec<u64> = text.split(is_break).filter(|word| !word.is_empty()).map(hash).collect();
    let joined = |words: &[u64]| words.iter().fold(0, |sum, word| mixed(sum ^ word));
    let mut shingles: Vec<u64> = match words.len() {
        0 => Vec::new(),
        1..=WORDS => vec![joined(&words)],
        _ => words.windows(WORDS).map(joined).collect(),
    };
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// Keys of which like texts share at least one. Half of the bits are kept: whoever compares texts that share a key finds out
/// those that share it by chance.
pub(super) fn keys(shingles: &[u64]) -> [u32; KEYS] {
    std::array::from_fn(|key| {
        let least = |row: usize| {
            let seed = mixed((key * ROWS + row) as u64 + 1) | 1;
            shingles
                .iter()
                .map(|shingle| shingle.wrapping_mul(seed).rotate_left(32))
                .min()
                .unwrap_or_default()
        };
        (0..ROWS).fold(0, |sum, row| mixed(sum ^ least(row))) as u32
    })
}

/// The share, 0 to 1, of the shingles of two texts that both have (Jaccard); they are sorted.
pub(super) fn resemblance(left: &[u64], right: &[u64]) -> f64 {
    let mut rest = right;
    let mut is_common = |shingle: &&u64| {
        while let [first, more @ ..] = rest
            && first < *shingle
        {
            rest = more;
        }
        rest.first() == Some(*shingle)
    };
    let common = left.iter().filter(&mut is_common).count();
    let all = left.len() + right.len() - common;
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

/// FNV-1a over the lower-case letters of a word: the same on every machine.
fn hash(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase).map(u64::from);
    letters.fold(0xcbf2_9ce4_8422_2325, |sum, letter| (sum ^ letter).wrapping_mul(0x0100_0000_01b3))
}

/// The last steps of SplitMix64 (Steele, Lea & Flood 2014): every bit bears on every bit.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(left: &str, right: &str) -> f64 {
        resemblance(&shingles(left), &shingles(right))
    }

    #[test]
    fn typesetting_makes_no_other_text() {
        assert_eq!(alike("Rusia  mendukung “Iran”, kata Moskow.", "RUSIA mendukung Iran - kata Moskow"), 1.0);
    }

    #[test]
    fn a_changed_word_changes_three_shingles() {
        let (left, right) = ("a b c d e f g h i j", "a b c d x f g h i j");
        assert_eq!(alike(left, right), 5.0 / 11.0);
    }

    #[test]
    fn short_texts_are_alike_only_as_a_whole() {
        assert_eq!(alike("Rusia mundur", "rusia mundur!"), 1.0);
        assert_eq!(alike("Rusia mundur", "Rusia maju"), 0.0);
        assert_eq!(alike("…", "…"), 0.0, "no words");
    }

    #[test]
    fn like_texts_share_a_key() {
        let text: Vec<String> = (0..40).map(|word| format!("w{word}")).collect();
        let mut edited = text.clone();
        edited[20] = String::from("other");
        let (left, right) = (keys(&shingles(&text.join(" "))), keys(&shingles(&edited.join(" "))));
        assert!(left.iter().zip(right).filter(|(left, right)| *left == right).count() > 5);
        let far = keys(&shingles("nothing that stands above is said here at all"));
        assert!(left.iter().zip(far).all(|(left, far)| *left != far));
    }
}
