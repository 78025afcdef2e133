//! What reading goes by can be extended with a folder.

use std::fs;

use aliansi::model::{Document, Genre};
use aliansi::ontology::Ontology;
use aliansi::pipeline::acquire::{Options, acquire};

fn read(text: &str, ontology: &Ontology) -> Document {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, text).unwrap();
    acquire(&[file], &Options::default(), ontology).next().unwrap().unwrap()
}

#[test]
fn a_folder_extends_what_reading_goes_by() {
    let text = "Podium\nKawan Lama di Ujung Timur\nDitulis tanggal 3 Januaris 2026\nPROMOSI WARUNG\n\
        Utopia, WARTABENUA – Menteri luar negeri kedua negara bertemu untuk membahas kerja sama di bidang energi.\n";
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join("languages/id").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("boilerplate.toml", "lines = [\"promosi warung\"]\n");
    write("dates.toml", &format!("months = [[\"januaris\"]{}]\n", ", []".repeat(11)));
    write("bylines.toml", "agencies = [\"WARTABENUA\"]\n[sections]\nopinion = [\"podium\"]\n");
    let overlaid = Ontology::overlaid(folder.path()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let (before, after) = (read(text, Ontology::shipped()), read(text, &overlaid));
    assert!(before.text.contains("PROMOSI WARUNG") && !after.text.contains("PROMOSI WARUNG"));
    assert_eq!((before.published, before.publisher, before.genre), (None, None, None));
    assert_eq!(after.published.unwrap().as_str(), "2026-01-03");
    assert_eq!((after.publisher.as_deref(), after.genre), (Some("WARTABENUA"), Some(Genre::Opinion)));
}
