//! A graph folder, written and read back.

use std::fs;

use aliansi::model::{Material, Status, View};
use aliansi::pipeline::publish::{Options, PublishError, folder, publish};
use aliansi::pipeline::{fuse::fuse, grade::grade};

use crate::fixture::{graph, ontology, sample};
use crate::writers::{FILES, bytes, levels};

#[test]
fn a_folder_gives_back_what_makes_its_graph() {
    let parent = tempfile::tempdir().unwrap();
    let directory = parent.path().join("graph");
    let options = Options { statuses: vec![Status::Alleged], nodes: 7, ..Options::default() };
    let (documents, claims) = sample();
    let (written, ontology) = (graph(documents, claims), ontology());
    publish(&levels(written.clone(), &ontology), &ontology, &options, &directory).unwrap();

    let (manifest, Material { documents, claims, decisions }) = folder::read(&directory).unwrap();
    assert!(decisions.is_empty());
    assert_eq!(manifest.ontology, ontology.hash);
    assert_eq!(manifest.options, options);
    assert_eq!((&documents, &claims), (&*written.documents, &*written.claims));
    let again = grade(fuse((documents, claims).into(), &View::default(), &ontology), &ontology);
    for file in FILES {
        let stored = fs::read(directory.join(file)).unwrap();
        assert!(stored == bytes(file, &again, &ontology, &manifest.options), "{file}");
    }
}

#[test]
fn no_file_names_the_folder_it_stands_in() {
    let parent = tempfile::tempdir().unwrap();
    let directory = parent.path().join("graph");
    let (documents, claims) = sample();
    publish(&levels(graph(documents, claims), &ontology()), &ontology(), &Options::default(), &directory)
        .unwrap();
    let path = parent.path().to_string_lossy().into_owned();
    let tables = fs::read_dir(directory.join("csv")).unwrap();
    let entries = fs::read_dir(&directory).unwrap().chain(tables).map(|entry| entry.unwrap().path());
    for file in entries.filter(|path| path.is_file()) {
        assert!(!String::from_utf8_lossy(&fs::read(file).unwrap()).contains(&path));
    }
}

#[test]
fn what_cannot_be_read_is_named_with_its_line() {
    let parent = tempfile::tempdir().unwrap();
    let directory = parent.path().join("graph");
    assert!(matches!(folder::read(&directory), Err(PublishError::Read { .. })));
    let (documents, claims) = sample();
    publish(&levels(graph(documents, claims), &ontology()), &ontology(), &Options::default(), &directory)
        .unwrap();

    let path = directory.join("claims.jsonl");
    let good = fs::read_to_string(&path).unwrap();
    fs::write(&path, good.replacen("\n", "\n{\"claim\": 1}\n", 1)).unwrap();
    let message = folder::read(&directory).unwrap_err().to_string();
    assert!(message.contains("claims.jsonl`, line 2"), "{message}");

    let manifest = directory.join("manifest.json");
    let newer = fs::read_to_string(&manifest).unwrap().replace("\"version\": 1", "\"version\": 99");
    fs::write(&manifest, newer).unwrap();
    let message = folder::read(&directory).unwrap_err().to_string();
    assert!(message.contains("version is 99"), "{message}");
}

#[test]
fn a_bad_base_writes_nothing() {
    let parent = tempfile::tempdir().unwrap();
    let (documents, claims) = sample();
    let options = Options { base: "aliansi".to_owned(), ..Options::default() };
    let refused = publish(
        &levels(graph(documents, claims), &ontology()),
        &ontology(),
        &options,
        &parent.path().join("graph"),
    );
    assert!(matches!(refused, Err(PublishError::Base(_))));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
}
