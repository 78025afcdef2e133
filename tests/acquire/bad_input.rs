//! Bad input: each a warning that names file and cause, and nothing else is lost.

use std::fs;
use std::path::Path;

use crate::acquired;

/// What comes out of a folder of files: ids of documents, causes of warnings after the files' names.
fn read(files: &[(&str, &[u8])]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let name = |place: &str| Path::new(place).file_name().unwrap().to_string_lossy().into_owned();
    let acquired = acquired(&[folder.path().to_owned()], &[]);
    let say = |acquired| match acquired {
        Ok(aliansi::model::Document { id, .. }) => id,
        Err(aliansi::model::Warning { place, cause, .. }) => format!("{}: {cause}", name(&place)),
    };
    acquired.into_iter().map(say).collect()
}

#[test]
fn a_folder_gives_every_good_document_and_names_every_bad_file() {
    let utf8_cut_off = "Belantara kecam “Karangasa” lagi”".as_bytes();
    let said = read(&[
        ("a-empty.txt", b""),
        ("b-blank.txt", b" \n\n"),
        ("c-paper.txt", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"),
        ("d-binary.txt", b"\x00\x01\x02\x03"),
        ("e-archive.md", b"PK\x03\x04\x14\x00"),
        ("f-cut.txt", &utf8_cut_off[..utf8_cut_off.len() - 1]),
        ("g-program.exe", b"MZ"),
        (".hidden.exe", b"MZ"),
        ("h-no-text.csv", b"a,b\n1,2\n"),
        ("i-good.txt", b"Arunika mendukung Belantara."),
        ("j-lines.jsonl", b"{\"text\": \"Arunika siap.\"}\n{\n"),
        ("k-furniture.txt", b"Leave a Reply\n"),
    ]);
    assert_eq!(
        said,
        [
            "a-empty.txt: is empty",
            "b-blank.txt: is empty",
            "c-paper.txt: is a PDF file, not text",
            "d-binary.txt: is a binary file, not text",
            "e-archive.md: is a zip file (or .docx, .odt, .epub), not text",
            "f-cut.txt: not valid UTF-8 in 1 places, read there as windows-1252",
            "f-cut.txt",
            "g-program.exe: unknown kind of file",
            "h-no-text.csv: no column `text` for the text",
            "i-good.txt",
            "j-lines.jsonl:1",
            "j-lines.jsonl:2: not a JSON object: EOF while parsing an object at line 1 column 1",
            "k-furniture.txt: no text in it",
        ]
    );
}

#[test]
fn a_file_of_unknown_kind_is_read_when_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let [text, lines] = ["catatan", "aliran.dat"].map(|name| folder.path().join(name));
    fs::write(&text, "Arunika mendukung Belantara.").unwrap();
    fs::write(&lines, "{\"id\": \"x\", \"text\": \"Arunika siap.\"}").unwrap();
    let ids: Vec<_> =
        acquired(&[text, lines], &[]).into_iter().map(|acquired| acquired.unwrap().id).collect();
    assert_eq!(ids, ["catatan", "x"]);
}

#[test]
fn a_missing_path_and_a_wrong_field_are_named_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("a.txt");
    fs::write(&good, "Arunika mendukung Belantara.").unwrap();
    let acquired = acquired(&["no/such.txt".into(), good], &[("teks", "Isi")]);
    let [Err(field), Err(missing), Ok(document)] = &acquired[..] else { panic!("{acquired:?}") };
    assert!(
        field.to_string().starts_with("--map: a document has no field `teks` (use one of id, text, title,")
    );
    assert!(
        missing.to_string().starts_with("no/such.txt: ") && missing.to_string().ends_with("(check the path)")
    );
    assert_eq!(document.id, "a.txt");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "Arunika mendukung Belantara.").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read(&path).is_ok() {
        return eprintln!("skipped: this user may read every file");
    }
    let acquired = acquired(&[path], &[]);
    assert!(
        matches!(&acquired[..], [Err(warning)] if warning.hint == "check its permissions"),
        "{acquired:?}"
    );
}

#[test]
fn fifty_megabytes_in_one_line_are_refused_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Arunika mendukung “Belantara” – lagi. ".repeat(1_250_000))
        .unwrap();
    fs::write(folder.path().join("b.txt"), "Arunika mendukung Belantara.").unwrap();
    let acquired = acquired(&[folder.path().to_owned()], &[]);
    let [Err(warning), Ok(document)] = &acquired[..] else { panic!("{} items", acquired.len()) };
    assert!(warning.to_string().ends_with("a.txt: larger than 4 MiB (split it into documents)"), "{warning}");
    assert_eq!(document.id, "b.txt");
}

#[test]
fn the_longest_line_that_is_read_costs_linear_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "Arunika mendukung “Belantara” – lagi. ".repeat(90_000)).unwrap();
    let acquired = acquired(&[path], &[]);
    assert!(matches!(&acquired[..], [Ok(document)] if document.text.len() > 3_600_000));
}
