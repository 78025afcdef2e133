//! Repairs UTF-8 that was read as an 8-bit encoding: "â€“" was a dash, "РџСЂРё" was "При".
//!
//! A **sequence** is a run of two to four characters that, written as bytes of a code page, is one UTF-8 character.
//! Genuine text holds such runs too ("CAFÉ»", the Thai word "ยก"), so each sequence needs evidence:
//!
//! - what it decodes to is *sure*: dashes, quotes, the euro sign and the like, whose first two characters ("â€", "โ€", "вЂ")
//!   no language writes together;
//! - or it stands in a *chain* of sequences that decode to letters of one script;
//! - or it decodes to an accented Latin letter or sign, and stands where its characters would make no word.
//!
//! For code pages of other scripts the last two count only where the document holds few letters of that script
//! that no sequence explains: a document in that script is left alone.

mod codepage;
mod sequence;

use std::borrow::Cow;

use codepage::{CODE_PAGES, CodePage};
use sequence::{Sequence, script, sequences};

/// Text that was misread twice is repaired twice; more often is no longer text.
const MAX_PASSES: usize = 4;

/// Repairs what was misread. Borrows when nothing was.
pub(super) fn repair(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MAX_PASSES {
        match pass(&text) {
            Some(repaired) => text = Cow::Owned(repaired),
            None => break,
        }
    }
    if text.contains(is_c1) { Cow::Owned(text.chars().map(as_windows_1252).collect()) } else { text }
}

/// Controls that no text holds: what is left of them was a byte of windows-1252 read as Latin-1.
fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

fn as_windows_1252(c: char) -> char {
    let byte = if is_c1(c) { u8::try_from(c).ok() } else { None };
    let decoded =
        byte.map(|byte| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned());
    decoded.and_then(|text| text.chars().next()).unwrap_or(c)
}

fn pass(text: &str) -> Option<String> {
    if !has_neighbours(text) {
        return None;
    }
    let mut repaired: Option<String> = None;
    for page in CODE_PAGES.iter() {
        if let Some(better) = repair_from(page, repaired.as_deref().unwrap_or(text)) {
            repaired = Some(better);
        }
    }
    repaired
}

/// Two characters beyond ASCII stand side by side, as in every sequence that is evidence. Most text is spared the search.
fn has_neighbours(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(ascii) = bytes[at..].iter().position(|byte| !byte.is_ascii()) {
        at += ascii;
        at += text[at..].chars().next().map_or(1, char::len_utf8);
        if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
            return true;
        }
    }
    false
}

fn repair_from(page: &CodePage, text: &str) -> Option<String> {
    let accepted = accepted(page, text);
    if accepted.is_empty() {
        return None;
    }
    let (mut repaired, mut done) = (String::with_capacity(text.len()), 0);
    for sequence in accepted {
        repaired.push_str(&text[done..sequence.start]);
        repaired.push(sequence.decoded);
        done = sequence.end;
    }
    repaired.push_str(&text[done..]);
    Some(repaired)
}

fn accepted(page: &CodePage, text: &str) -> Vec<Sequence> {
    let sequences = sequences(page, text);
    let (sure, unsure): (Vec<_>, Vec<_>) =
        sequences.into_iter().partition(|sequence| is_sure(page, sequence));
    let mut accepted = likely(page, text, &unsure);
    // A letter before a plain space is evidence only beside better evidence.
    accepted.retain(|sequence| sequence.last != ' ' || !sure.is_empty());
    if !page.latin && is_genuine(page, text, &accepted) {
        accepted.clear();
    }
    accepted.extend(sure);
    accepted.sort_unstable_by_key(|sequence| sequence.start);
    accepted
}

fn is_sure(page: &CodePage, sequence: &Sequence) -> bool {
    match sequence.decoded {
        '\u{2010}'..='\u{203F}' | '\u{2000}'..='\u{200D}' | '€' | '™' | '\u{FEFF}' | '\u{FFFD}' => true,
        '\u{2040}'..='\u{27BF}' => page.latin,
        emoji => ('\u{1F000}'..'\u{20000}').contains(&emoji),
    }
}

/// Sequences with evidence of their own, and those of a script that a chain of three has shown.
fn likely(page: &CodePage, text: &str, sequences: &[Sequence]) -> Vec<Sequence> {
    let chain = if page.latin { 2 } else { 3 };
    let mut shown: Vec<_> = sequences
        .iter()
        .filter(|sequence| sequence.chain >= chain)
        .filter_map(|s| script(s.decoded))
        .collect();
    shown.sort_unstable();
    shown.dedup();
    let in_shown =
        |sequence: &Sequence| script(sequence.decoded).is_some_and(|script| shown.contains(&script));
    let fits = |(at, sequence): &(usize, &Sequence)| {
        let follows = *at > 0 && sequences[at - 1].end == sequence.start;
        let plausible = is_accent(sequence) || page.latin && is_c1(sequence.decoded);
        in_shown(sequence) || plausible && is_no_word(page, text, sequence, follows)
    };
    sequences.iter().enumerate().filter(fits).map(|(_, sequence)| *sequence).collect()
}

/// Letters and signs of the Latin script, which a single sequence may stand for. A comma below comes from a letter only:
/// "»ö" is a quotation, not a misread "Ț".
fn is_accent(sequence: &Sequence) -> bool {
    match sequence.decoded {
        '\u{A0}'..='\u{17F}' | '\u{1EA0}'..='\u{1EF9}' => true,
        '\u{218}'..='\u{21B}' => sequence.lead.is_alphabetic(),
        _ => false,
    }
}

/// The characters of the sequence make no word where they stand.
fn is_no_word(page: &CodePage, text: &str, sequence: &Sequence, follows: bool) -> bool {
    let before = text[..sequence.start].chars().next_back();
    let after = text[sequence.end..].chars().next();
    let mixed = [before, after].into_iter().flatten().any(|c| c.is_ascii_alphabetic());
    if page.latin {
        let capitals = before.is_some_and(char::is_uppercase) && !after.is_some_and(char::is_alphabetic);
        return sequence.lead == '\u{C2}' || !(capitals && ends_a_word(sequence.last));
    }
    let in_a_word = !follows && before.is_some_and(|c| !c.is_ascii() && c.is_alphabetic());
    !in_a_word && (mixed || !sequence.last.is_alphabetic())
}

/// What may stand right after a word that ends with an accented capital ("IRMÃ”", "CAFÉ…").
fn ends_a_word(c: char) -> bool {
    "\u{A0}“”‘’„«»‹›…–—™®©".contains(c)
}

/// More letters of the page's script stand outside the sequences than inside.
fn is_genuine(page: &CodePage, text: &str, sequences: &[Sequence]) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| page.byte(*c).is_some() && script(*c).is_some()).count();
    let inside: usize = sequences.iter().map(|sequence| letters(&text[sequence.start..sequence.end])).sum();
    letters(text) > 2 * inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::*;

    const INDONESIAN: &str = "Presiden Erdoğan — “mitra lama” – bertemu José di Kraków… 5 € ™";

    fn misread(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn latin_text_misread_in_any_code_page_is_repaired() {
        for encoding in
            [WINDOWS_1252, WINDOWS_1250, WINDOWS_1251, WINDOWS_1253, WINDOWS_1254, WINDOWS_1257, KOI8_R]
        {
            let text =
                if encoding == WINDOWS_1253 { INDONESIAN.replace('ó', "o") } else { INDONESIAN.to_owned() };
            let broken = misread(&text, encoding);
            if broken.contains('\u{FFFD}') {
                continue;
            }
            assert_ne!(broken, text);
            assert_eq!(repair(&broken), text, "{}: {broken}", encoding.name());
        }
    }

    #[test]
    fn dashes_and_spaces_misread_as_thai_are_repaired() {
        assert_eq!(repair("Kata โ€\u{9c}aโ€\u{9d}"), "Kata “a”");
        assert_eq!(misread("–\u{a0}", WINDOWS_874), "โ€“ย\u{a0}");
        assert_eq!(repair("KJ โ€“ย\u{a0}Warta"), "KJ –\u{a0}Warta");
    }

    #[test]
    fn what_editors_lose_of_a_sequence_is_made_up_for() {
        assert_eq!(repair("Kata â€œaâ€ dan â€œbâ€."), "Kata “a” dan “b”.");
        assert_eq!(repair("Medan โ€“ย Warta:ย Satu"), "Medan –\u{a0}Warta:\u{a0}Satu");
        assert_eq!(repair("Medan â€“Â Warta"), "Medan –\u{a0}Warta");
        assert_eq!(repair("huruf ย dan huruf Â saja"), "huruf ย dan huruf Â saja");
    }

    #[test]
    fn controls_are_read_as_windows_1252() {
        assert_eq!(repair("it\u{92}s \u{96} so\u{85}"), "it’s – so…");
    }

    #[test]
    fn latin_1_with_controls_is_repaired() {
        let broken: String = INDONESIAN.bytes().map(char::from).collect();
        assert_eq!(repair(&broken), INDONESIAN);
    }

    #[test]
    fn other_scripts_misread_are_repaired() {
        for (text, encoding) in [
            ("Привет, мир и море", WINDOWS_1251),
            ("Привет, мир и море", WINDOWS_1252),
            ("Ελλάδα και Κύπρος", WINDOWS_1252),
            ("北京与莫斯科", WINDOWS_1252),
            ("안녕하세요", WINDOWS_1252),
        ] {
            let broken = misread(text, encoding);
            assert_eq!(repair(&broken), text, "{}: {broken}", encoding.name());
        }
    }

    #[test]
    fn what_was_misread_twice_is_repaired_twice() {
        let broken = misread(&misread(INDONESIAN, WINDOWS_1252), WINDOWS_1252);
        assert_eq!(repair(&broken), INDONESIAN);
    }

    #[test]
    fn a_broken_part_in_sound_text_is_repaired_alone() {
        assert_eq!(repair("“utuh” dan â€œrusakâ€\u{9d}"), "“utuh” dan “rusak”");
        assert_eq!(repair("ไทยและ โ€“ ลาว"), "ไทยและ – ลาว");
    }

    #[test]
    fn genuine_text_is_left_alone() {
        for text in [
            "ยก โกกบ ไทย\u{a0}และกัมพูชาลงนาม “ข้อตกลง” เมื่อวานนี้… ยก",
            "Kata ไทย\u{a0}dan ยก berarti lain.",
            "Её слова: «Я…» — в…” В… Г… Д— Ещё её. Џорђе рече: „Да“. Ні, Її, Ті.",
            "Ο Γ… είπε «ΑΒΓ» και Ω… της Ελλάδας – β…”",
            "قال الرئيس: «نعم»، وأضاف؛ هل؟",
            "„TROIKÄ“ «CAFÉ» IRMÃ” MANHÃ… “café”… NÃO São Paulo Côte d’Ivoire Ünal’ın Đà Nẵng",
            "»öffentlich« „Äther“ ‚Ähre‘ «é» “è” РостАвто",
            "ÄÖÜ — Łódź, Šibenik, Ștefan, Ísland, Åland",
        ] {
            assert_eq!(repair(text), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn words_of_one_script_are_left_alone(text in "([ก-ฮะ-ู]{1,9} ){3,20}|([А-Яа-яё]{1,9}[ ,.…»] ?){3,20}|([Α-Ωα-ω]{1,9} ){3,20}") {
            proptest::prop_assert_eq!(repair(&text), text.as_str());
        }

        #[test]
        fn repair_is_done_once(text in "\\PC{0,60}") {
            let once = repair(&text).into_owned();
            proptest::prop_assert_eq!(repair(&once), once.as_str());
        }
    }
}
