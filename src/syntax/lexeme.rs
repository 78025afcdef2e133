//! What a model sees of a word: its form, its shape, its affixes.

use super::hash::{extend, mix};

const PREFIXES: usize = 4;
const SUFFIXES: usize = 5;

/// Keys of a word.
pub const KEYS: usize = 3 + PREFIXES + SUFFIXES;

/// The first of a word's keys tell its very form; the others it may share with words never seen.
pub const KEYS_OF_FORM: usize = 2;

/// Keys of the form in lower case, the form as it is written, its shape, and its beginnings and ends of one
/// letter, of two, and so on. All digits are alike.
pub fn keys(letters: impl Iterator<Item = char>) -> [u32; KEYS] {
    let (mut form, mut shape, mut length) = (0, Shape::default(), 0);
    let mut atoms = [0; KEYS];
    let mut ending = ['\0'; SUFFIXES];
    for written in letters {
        shape.see(written);
        let letter = fold(written);
        form = extend(form, letter);
        if length < PREFIXES {
            atoms[3 + length] = form;
        }
        ending.rotate_right(1);
        ending[0] = letter;
        length += 1;
    }
    let shape = shape.number(length);
    (atoms[0], atoms[1], atoms[2]) = (form, mix(form ^ shape), shape);
    // A word that is shorter than the prefix has itself for it.
    atoms[3..3 + PREFIXES].iter_mut().skip(length).for_each(|prefix| *prefix = mix(form));
    let mut end = 0;
    for (suffix, letter) in atoms[3 + PREFIXES..].iter_mut().zip(ending) {
        end = extend(end, letter);
        *suffix = end;
    }
    let mut kind = 0;
    atoms.map(|atom| {
        kind += 1;
        mix(atom ^ mix(kind)) as u32
    })
}

/// Simple case folding: the first letter of what lower case makes of it.
fn fold(letter: char) -> char {
    match letter {
        '0'..='9' => '0',
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// Which kinds of characters a form has, and how it begins.
#[derive(Default)]
struct Shape {
    kinds: u64,
    first: u64,
}

impl Shape {
    fn see(&mut self, letter: char) {
        let kind = match letter {
            _ if letter.is_lowercase() => 1,
            _ if letter.is_uppercase() => 2,
            _ if letter.is_alphabetic() => 4,
            _ if letter.is_numeric() => 8,
            '-' => 16,
            '.' => 32,
            ' ' => 64,
            _ => 128,
        };
        self.first = if self.kinds == 0 { kind } else { self.first };
        self.kinds |= kind;
    }

    fn number(&self, length: usize) -> u64 {
        (self.kinds << 16) | (self.first << 8) | length.min(3) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(form: &str) -> [u32; KEYS] {
        keys(form.chars())
    }

    #[test]
    fn case_changes_shape_and_written_form_alone() {
        let (lower, upper) = (of("menyerang"), of("Menyerang"));
        let same: Vec<_> = (0..KEYS).filter(|at| lower[*at] == upper[*at]).collect();
        assert_eq!(same, [0, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }

    #[test]
    fn words_share_affixes() {
        let (one, other) = (of("memberikan"), of("menyerahkan"));
        let same: Vec<_> = (0..KEYS).filter(|at| one[*at] == other[*at]).collect();
        assert_eq!(same, [2, 3, 4, 7, 8, 9], "shape, two prefixes, three suffixes");
    }

    #[test]
    fn digits_are_alike() {
        assert_eq!(of("2024"), of("1998"));
        assert_ne!(of("2024"), of("24"));
    }

    #[test]
    fn no_letters_are_no_fault() {
        assert_eq!(of(""), of(""));
    }
}
