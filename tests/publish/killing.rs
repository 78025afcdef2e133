//! A graph folder whose writer is killed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use aliansi::model::{Levels, Material};
use aliansi::pipeline::publish::{Options, folder, publish};

use crate::fixture::{graph, ontology, sample};
use crate::writers::levels;

/// Names the folder to the process that is killed.
const TARGET: &str = "ALIANSI_TEST_TARGET";
const ROUNDS: u64 = 30;

/// Two graphs that share no file.
fn versions() -> [(Levels, Options); 2] {
    let (documents, claims) = sample();
    let first = documents[0].clone();
    let of_first = claims.iter().filter(|claim| claim.document == first.id).cloned().collect();
    let other = Options { base: "https://example.org/".to_owned(), ..Options::default() };
    let both = |graph| levels(graph, &ontology());
    [(both(graph(documents, claims)), Options::default()), (both(graph(vec![first], of_first)), other)]
}

#[test]
#[ignore = "the process that the other test starts and kills"]
fn writes_until_it_is_killed() {
    let Some(target) = std::env::var_os(TARGET) else { return };
    let (versions, ontology) = (versions(), ontology());
    loop {
        for (graph, options) in &versions {
            publish(graph, &ontology, options, Path::new(&target)).unwrap();
        }
    }
}

fn writer(target: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killing::writes_until_it_is_killed", "--ignored"])
        .env(TARGET, target)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// Every file with its bytes, but for those of the user.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let inside = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let paths = inside(folder).filter(|path| path.is_file()).chain(inside(&folder.join("csv")));
    let ours = paths.filter(|path| !path.ends_with("decisions.jsonl"));
    let mut files: Vec<_> =
        ours.map(|path| (path.file_name().unwrap().into(), fs::read(&path).unwrap())).collect();
    files.sort();
    files
}

#[test]
fn at_any_moment_the_folder_is_the_old_one_or_the_new_one() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("g");
    let wholes = versions().map(|(graph, options)| {
        publish(&graph, &ontology(), &options, &target).unwrap();
        files(&target)
    });
    fs::create_dir(target.join("notes")).unwrap();
    fs::write(target.join("notes/mine.txt"), "read this").unwrap();
    fs::write(target.join("decisions.jsonl"), "").unwrap();
    let (mut interrupted, mut seen) = (0, [0, 0]);
    for round in 0..ROUNDS {
        let mut child = writer(&target);
        read_for(Duration::from_millis(30 + round * 37 % 90), &target);
        child.kill().unwrap();
        child.wait().unwrap();
        let whole = wholes.iter().position(|whole| *whole == files(&target));
        seen[whole.expect("files of one graph")] += 1;
        assert_eq!(fs::read_to_string(target.join("notes/mine.txt")).unwrap(), "read this");
        assert!(target.join("decisions.jsonl").exists());
        interrupted += usize::from(place.path().join(".g.aliansi").exists());
    }
    assert!(interrupted > 0 && seen.iter().all(|&times| times > 0), "{interrupted} {seen:?}");
    let (graph, options) = &versions()[0];
    publish(graph, &ontology(), options, &target).unwrap();
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1, "what was left over is gone");
}

/// Whoever reads meanwhile gets one graph, not half of each.
fn read_for(time: Duration, target: &Path) {
    let started = Instant::now();
    while started.elapsed() < time {
        let (manifest, Material { documents, .. }) = folder::read(target).unwrap();
        let is_other = manifest.options.base == "https://example.org/";
        assert_eq!(is_other, documents.len() == 1);
        sleep(Duration::from_millis(1));
    }
}
