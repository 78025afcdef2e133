//! What a report opens with before its first sentence: "JAKARTA, KOMPAS.com –", "BRUSSELS, Nov 12 —", "KUALA LUMPUR:".

use crate::ontology::index::forms::Forms;
use crate::words::fold;

/// A dateline ends within this many bytes.
const LONGEST: usize = 80;
/// A place in capitals before a colon has at least this many letters; shorter ones are acronyms.
const SHORTEST_PLACE: usize = 5;
/// The marks that end it.
const DASHES: [&str; 4] = [" — ", " – ", " - ", " -- "];

/// How many bytes of a line its dateline takes, with the mark and the white space behind; 0 if it has none.
///
/// Every word before the mark has a capital letter or is a number. As much is true of "Iran – Israel", so there must be a
/// place in capitals, an agency or a date beside the place, or behind the mark a word whose capital only opens the
/// sentence.
pub fn length(line: &str, forms: &Forms) -> usize {
    let indent = line.len() - line.trim_start().len();
    of_dash(&line[indent..], forms).or_else(|| of_colon(&line[indent..])).map_or(0, |length| indent + length)
}

fn of_dash(line: &str, forms: &Forms) -> Option<usize> {
    let found = DASHES.iter().filter_map(|dash| line.find(dash).map(|at| (at, at + dash.len())));
    let (end, next) = found.min().filter(|(end, _)| *end <= LONGEST)?;
    let (before, after) = (&line[..end], &line[next..]);
    let first = after.split_whitespace().next()?;
    let opens = first.starts_with(char::is_uppercase) && forms.is_listed(&fold(first));
    let apart = before.contains([',', '(', '.']) || before.contains(|c: char| c.is_ascii_digit());
    let place = before.split(' ').next().is_some_and(|word| is_in_capitals(word, SHORTEST_PLACE - 1));
    let told = place || apart || opens;
    (told && begins_sentence(after) && before.split(' ').all(is_name_or_number)).then_some(next)
}

fn of_colon(line: &str) -> Option<usize> {
    let (before, after) = line.split_once(": ").filter(|(before, _)| before.len() <= LONGEST)?;
    let capitals = before.split(' ').all(|word| is_in_capitals(word, 1))
        && before.split(' ').any(|word| is_in_capitals(word, SHORTEST_PLACE));
    (capitals && begins_sentence(after)).then_some(before.len() + 2)
}

fn begins_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '\''))
}

fn is_in_capitals(word: &str, least: usize) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() >= least && letters().all(char::is_uppercase)
}

fn is_name_or_number(word: &str) -> bool {
    let first = word.chars().find(|c| c.is_alphanumeric());
    first.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit()) || word.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    fn rest(line: &str) -> &str {
        let index = Ontology::shipped().index().language("id").expect("shipped");
        &line[length(line, &index.forms)..]
    }

    #[test]
    fn datelines_are_cut_off() {
        for dateline in [
            "JAKARTA, KOMPAS.com – ",
            "KHARTOUM — ",
            "Jakarta - ",
            "Dili, 3 November — ",
            "GEORGETOWN (Newswire) - ",
            "PORT-AU-PRINCE, Haiti — ",
            "KUALA LUMPUR: ",
        ] {
            assert_eq!(rest(&format!("{dateline}Presiden Peru pergi.")), "Presiden Peru pergi.");
        }
    }

    #[test]
    fn sentences_with_dashes_and_colons_stay_whole() {
        for line in [
            "Iran – Israel kembali bertempur.",
            "Perang Rusia – Ukraina berlanjut.",
            "Dua negara – Peru dan Chile – sepakat.",
            "AS: Rusia harus mundur.",
            "Menlu Peru: Chile harus mundur.",
        ] {
            assert_eq!(rest(line), line);
        }
    }
}
