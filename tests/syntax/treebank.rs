//! A small made-up language, and a model of it.

use std::fmt::Write;
use std::sync::LazyLock;

use aliansi::syntax::conllu::{self, Tree};
use aliansi::syntax::{Model, Options, train};

const NAMES: [&str; 6] = ["Anda", "Bora", "Cita", "Dolu", "Eka", "Feni"];
const SURNAMES: [&str; 3] = ["Rumi", "Sanu", "Tolo"];
const VERBS: [(&str, &str); 4] = [("mem", "Act"), ("di", "Pass"), ("meng", "Act"), ("ter", "Pass")];
const STEMS: [&str; 5] = ["kiran", "lomba", "petak", "sudut", "tiang"];

/// CoNLL-U of that many sentences: NAME (SURNAME) VERB NAME, the verb active or passive, a full stop.
pub fn text(sentences: usize) -> String {
    (0..sentences).map(sentence).collect()
}

fn sentence(number: usize) -> String {
    let pick = |step: usize, of: usize| (number * step + number / of) % of;
    let (prefix, voice) = VERBS[pick(5, VERBS.len())];
    let long = number.is_multiple_of(3);
    let verb = if long { 3 } else { 2 };
    let mut text = String::new();
    let mut line = |form: &str, rest: String| {
        let id = text.lines().count() + 1;
        writeln!(text, "{id}\t{form}\t_\t{rest}\t_\t_").expect("a string takes all");
    };
    let subject = if voice == "Act" { "nsubj" } else { "nsubj:pass" };
    line(NAMES[pick(7, NAMES.len())], format!("PROPN\t_\t_\t{verb}\t{subject}"));
    if long {
        line(SURNAMES[pick(2, SURNAMES.len())], "PROPN\t_\t_\t1\tflat:name".to_owned());
    }
    line(&format!("{prefix}{}", STEMS[pick(3, STEMS.len())]), format!("VERB\t_\tVoice={voice}\t0\troot"));
    line(NAMES[pick(11, NAMES.len())], format!("PROPN\t_\t_\t{verb}\tobj"));
    line(".", format!("PUNCT\t_\t_\t{verb}\tpunct"));
    text + "\n"
}

/// The trees of [`text`], by way of a file.
pub fn trees(sentences: usize) -> Vec<Tree> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("made-up.conllu");
    std::fs::write(&path, text(sentences)).expect("a file");
    conllu::read(&path).expect("sound CoNLL-U")
}

pub fn options(seed: u64) -> Options {
    Options { language: "xx".to_owned(), seed, epochs: 6 }
}

/// A model of the language.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let bytes = train(&trees(120), &options(1), |_| ()).expect("a model");
    Model::load(&bytes).expect("its own bytes")
});
