//! The same article in many encodings.

use std::fs;

use encoding_rs::{
    Encoding, KOI8_R, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254,
};

use crate::{document, input};

const ARTICLE: &str = "Arunika Menyambut Utusan\n\
    “Kami siap bekerja sama,” kata menteri luar negeri itu – di hadapan para wartawan di Tanjung Sari.\n\
    Belantara tidak ingin perang berlanjut… dan akan menarik pasukannya dari perbatasan sebelum akhir bulan.";

fn read(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    document(&path).text
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn unicode_and_western_bytes_give_the_same_text() {
    let marked = format!("\u{FEFF}{ARTICLE}");
    let western = WINDOWS_1252.encode(ARTICLE).0.into_owned();
    for bytes in [
        ARTICLE.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(ARTICLE, u16::to_le_bytes),
        western,
        ARTICLE.replace('\n', "\r\n").into_bytes(),
        ARTICLE.replace('\n', "\r").into_bytes(),
    ] {
        assert_eq!(read("a.txt", &bytes), ARTICLE);
    }
}

#[test]
fn utf8_misread_in_any_code_page_is_repaired() {
    let misread = |text: &str, page: &'static Encoding| {
        page.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    };
    for page in [WINDOWS_1252, WINDOWS_1250, WINDOWS_1251, WINDOWS_1254, WINDOWS_874, KOI8_R] {
        let broken = misread(ARTICLE, page);
        assert!(broken != ARTICLE && !broken.contains('\u{FFFD}'), "{}", page.name());
        assert_eq!(read("a.txt", broken.as_bytes()), ARTICLE, "{}", page.name());
    }
    let latin1: String = ARTICLE.bytes().map(char::from).collect();
    assert_eq!(read("a.txt", latin1.as_bytes()), ARTICLE);
    let twice = misread(&misread(ARTICLE, WINDOWS_1252), WINDOWS_1252);
    assert_eq!(read("a.txt", twice.as_bytes()), ARTICLE);
}

#[test]
fn articles_in_other_scripts_are_not_harmed() {
    for (text, page) in [
        (
            "รัฐมนตรีต่างประเทศไทยพบกับรัฐมนตรีต่างประเทศกัมพูชาที่กรุงเทพ เพื่อหารือ “ข้อตกลงหยุดยิง” และยกเลิกมาตรการ…",
            WINDOWS_874,
        ),
        (
            "Президент России встретился в Москве с министром иностранных дел Китая. «Её слова – правда», – сказал он…",
            WINDOWS_1251,
        ),
        (
            "Ο υπουργός Εξωτερικών της Ελλάδας συναντήθηκε στην Αθήνα με τον ομόλογό του. «Ναι», είπε – και έφυγε…",
            encoding_rs::WINDOWS_1253,
        ),
    ] {
        assert_eq!(read("a.txt", text.as_bytes()), text);
        assert_eq!(read("a.txt", &page.encode(text).0), text, "{}", page.name());
    }
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_declares() {
    let page = fs::read_to_string(input("halaman.html")).unwrap();
    let wanted = read("a.html", page.as_bytes());
    let declared = page.replace("charset=\"utf-8\"", "charset=\"windows-1252\"");
    let (bytes, encoding, lossy) = WINDOWS_1252.encode(&declared);
    assert!(encoding != UTF_8 && !lossy);
    assert_eq!(read("a.html", &bytes), wanted);
}

#[test]
fn records_are_read_in_any_encoding() {
    let lines = format!("{{\"text\": {}}}\n", serde_json::to_string(ARTICLE).unwrap());
    assert_eq!(read("a.jsonl", &utf16(&format!("\u{FEFF}{lines}"), u16::to_le_bytes)), ARTICLE);
    assert_eq!(read("a.jsonl", &WINDOWS_1252.encode(&lines).0), ARTICLE);
    let table = format!("text\n\"{ARTICLE}\"\n");
    assert_eq!(read("a.csv", format!("\u{FEFF}{table}").as_bytes()), ARTICLE);
    assert_eq!(read("a.csv", &utf16(&table, u16::to_be_bytes)), ARTICLE);
}
