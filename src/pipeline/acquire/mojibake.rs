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

use std::borrow::Cow;

use super::codepage::{CODE_PAGES, CodePage};

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
    if text.is_ascii() {
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

/// Characters that are one character's UTF-8 in a code page.
#[derive(Debug, Clone, Copy)]
struct Sequence {
    start: usize,
    end: usize,
    lead: char,
    last: char,
    decoded: char,
    /// Sequences in a row, with this one, that decode to letters of its script.
    chain: usize,
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

fn sequences(page: &CodePage, text: &str) -> Vec<Sequence> {
    let mut found: Vec<Sequence> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match page.byte(c).and_then(|byte| sequence_at(page, text, at, byte)) {
            Some(sequence) => {
                at = sequence.end;
                found.push(sequence);
            }
            None => at += c.len_utf8(),
        }
    }
    count_chains(&mut found);
    found
}

fn sequence_at(page: &CodePage, text: &str, start: usize, byte: u8) -> Option<Sequence> {
    let length = match byte {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let (mut bytes, mut chars) = (Vec::with_capacity(4), Vec::with_capacity(4));
    for c in text[start..].chars().take(length) {
        let Some(byte) = page.byte(c).or_else(|| lost_space(&bytes, c)) else { break };
        bytes.push(byte);
        chars.push(c);
    }
    let decoded = lost_quote(page, &bytes, text[start..].chars().nth(2))
        .or_else(|| std::str::from_utf8(&bytes).ok()?.chars().next())?;
    let end = start + chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    Some(Sequence { start, end, lead: *chars.first()?, last: *chars.last()?, decoded, chain: 1 })
}

/// A no-break space (C2 A0) whose second half some editor made a plain one.
fn lost_space(bytes: &[u8], c: char) -> Option<u8> {
    (bytes == [0xC2] && c == ' ').then_some(0xA0)
}

/// A closing quotation mark (E2 80 9D) whose last byte, undefined in many code pages, was dropped.
fn lost_quote(page: &CodePage, bytes: &[u8], after: Option<char>) -> Option<char> {
    let dropped = page.loses_quote && bytes == [0xE2, 0x80] && after.is_none_or(|c| c.is_ascii());
    dropped.then_some('”')
}

fn count_chains(sequences: &mut [Sequence]) {
    let chained = |a: &Sequence, b: &Sequence| {
        a.end == b.start && script(a.decoded).is_some() && script(a.decoded) == script(b.decoded)
    };
    for run in sequences.chunk_by_mut(chained) {
        let length = run.len();
        run.iter_mut().for_each(|sequence| sequence.chain = length);
    }
}

/// A number for the script of a letter that is not Latin: the first code point of its blocks.
fn script(c: char) -> Option<u32> {
    const BLOCKS: [(u32, u32); 9] = [
        (0x370, 0x3FF),
        (0x400, 0x52F),
        (0x530, 0x58F),
        (0x590, 0x5FF),
        (0x600, 0x77F),
        (0x900, 0xDFF),
        (0xE00, 0x10FF),
        (0x3000, 0x9FFF),
        (0xAC00, 0xD7AF),
    ];
    let block = BLOCKS.iter().find(|(first, last)| (*first..=*last).contains(&(c as u32)))?;
    Some(block.0)
}

fn is_sure(page: &CodePage, sequence: &Sequence) -> bool {
    match sequence.decoded {
        '\u{2010}'..='\u{203F}' | '\u{2000}'..='\u{200D}' | '€' | '™' | '\u{FEFF}' | '\u{FFFD}' => true,
        '\u{2040}'..='\u{27BF}' => page.latin,
        emoji => emoji >= '\u{1F000}' && emoji < '\u{20000}',
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
        let plausible = is_accent(sequence.decoded) || page.latin && is_c1(sequence.decoded);
        in_shown(sequence) || plausible && is_no_word(page, text, sequence, follows)
    };
    sequences.iter().enumerate().filter(fits).map(|(_, sequence)| *sequence).collect()
}

/// Letters and signs of the Latin script, which a single sequence may stand for.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '\u{1EA0}'..='\u{1EF9}')
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
    matches!(
        c,
        '\u{A0}'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '„'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '…'
            | '–'
            | '—'
            | '™'
            | '®'
            | '©'
    )
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
