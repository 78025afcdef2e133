//! Training.

use aliansi::syntax::{Model, ModelError, evaluate, train};

use super::treebank::{MODEL, options, trees};

#[test]
fn the_same_input_gives_the_same_bytes_with_any_number_of_threads() {
    let trees = trees(40);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| train(&trees, &options(7), |_| ())).unwrap()
    };
    let bytes = with(1);
    assert_eq!(bytes, with(3));
    assert_ne!(bytes, train(&trees, &options(8), |_| ()).unwrap(), "another seed, another model");
}

#[test]
fn a_regular_language_is_learnt() {
    let figures = evaluate(&MODEL, &trees(200)[120..]);
    assert!(figures.upos > 95.0 && figures.uas > 95.0 && figures.las > 95.0, "{figures:?}");
}

#[test]
fn epochs_are_reported_and_lower_the_loss() {
    let mut losses = Vec::new();
    train(&trees(80), &options(1), |epoch| losses.push(epoch.loss)).unwrap();
    assert_eq!(losses.len(), 6);
    assert!(losses[5] < losses[0] / 2.0, "{losses:?}");
}

#[test]
fn no_words_are_no_treebank() {
    assert!(matches!(train(&[], &options(1), |_| ()), Err(ModelError::Unfit(_))));
}

#[test]
fn a_model_knows_what_it_was_taught() {
    assert_eq!(MODEL.language(), "xx");
    assert_eq!(MODEL.labels()[0], "root");
    let tags: Vec<_> = MODEL.tags().iter().map(ToString::to_string).collect();
    assert_eq!(tags, ["PROPN", "PUNCT", "VERB", "VERB|Voice=Act", "VERB|Voice=Pass"]);
    assert!(matches!(Model::load(b"aliansi"), Err(ModelError::Foreign)));
}
