//! Sentences and mentions → claims.
//!
//! | file | does |
//! |---|---|
//! | `chunk` | tokens → noun phrases, verbs, marks |
//! | `clause` | chunks → clauses with subjects, objects, obliques |
//! | `scene`, `readings` | one sentence with all that has been read of it, and all sentences of a document |
//! | `cue` | finds the words that state a relation |
//! | `tree` | dependency tree → the same clauses, read another way |
//! | `bind`, `filler`, `described` | finds the actors in the places that a frame names |
//! | `hybrid` | binds over the tree and over the chunks, and joins what they find |
//! | `complement` | "mengancam akan …": a claim made of the claim inside it |
//! | `ultimatum` | "will attack unless …": a deed that is announced with a way out |
//! | `titles` | offices |
//! | `nouns` | nouns that govern a clause or another noun |
//! | `status`, `condition` | how the text puts it |
//! | `speaker`, `reporting`, `quotes` | who says it: by the clauses above, by the sentence around, by quotation marks |
//! | `sources` | speakers without a name |
//! | `turns` | whose words a sentence without a speaker of its own goes on with |
//! | `denial` | who denies it |
//! | `circumstance` | when, in which contexts, after which medium, with whose help |
//! | `first_person` | "kami" in quotations: the side of whoever speaks |
//! | `recall` | what nouns take up from earlier sentences |
//! | `taken` | who did what a noun takes up |
//! | `deeds` | who did what the sentence before says |
//! | `elided` | roles that a coordinated verb leaves out |
//! | `places` | where something is done to somebody else |
//! | `outline` | phrases and clauses for people |
//! | `draft`, `record` | a claim before it has its ids, and with them |
//! | `valency` | whether a verb has the subject and objects that a frame asks for |
//! | `unbound` | words and places beside actors that no frame reads |

mod bind;
mod chunk;
mod circumstance;
mod clause;
mod complement;
mod condition;
mod cue;
mod deeds;
mod denial;
mod described;
mod draft;
mod elided;
mod filler;
mod first_person;
mod hybrid;
mod nouns;
mod outline;
mod places;
mod quotes;
mod readings;
mod recall;
mod record;
mod reporting;
mod scene;
mod sources;
mod speaker;
mod status;
mod taken;
mod titles;
mod tree;
mod turns;
mod ultimatum;
mod unbound;
mod valency;

use circumstance::Circumstances;
use draft::Draft;
pub use outline::outline;
use readings::Readings;
use recall::Memory;
use rustc_hash::FxHashMap;
use scene::Scene;
pub use unbound::{Unbound, UnboundKind, unbound};

use crate::model::{Claim, Document, Mention, Sentence};
use crate::ontology::{CueKind, Ontology};

/// The claims of a document, in the order of its sentences.
///
/// Each (subject, relation, object) comes once a sentence, with the highest confidence. Linear in the text, up to
/// the length of a sentence.
pub fn extract(
    document: &Document,
    sentences: &[Sentence],
    mentions: &[Mention],
    ontology: &Ontology,
) -> Vec<Claim> {
    let readings = Readings::new(document, sentences, mentions, ontology);
    // Who says "kami" is known once all sentences are read.
    match readings.with_speakers() {
        Some(mentions) => claims(&Readings::new(document, sentences, &mentions, ontology)),
        None => claims(&readings),
    }
}

fn claims(readings: &Readings<'_>) -> Vec<Claim> {
    let told = readings.told();
    let quoted = quotes::quotations(&told);
    let mut occurrences: FxHashMap<&str, usize> = FxHashMap::default();
    let mut claims = Vec::new();
    let mut memory = Memory::default();
    for (((scene, tree), told), quoted) in readings.both().zip(told).zip(&quoted) {
        let text = &scene.document.text[scene.sentence.start..scene.sentence.end];
        let occurrence = occurrences.entry(text).and_modify(|count| *count += 1).or_insert(0);
        let drafts = drafts(scene, tree, &mut memory);
        if drafts.is_empty() {
            continue;
        }
        let circumstances = Circumstances::of(scene);
        let drafts = record::best(drafts, scene.ontology).into_iter();
        claims.extend(drafts.map(|draft| {
            let speaker = circumstances.speaker(record::said_by(&draft, quoted, told));
            record::claim(&circumstances, text, *occurrence, draft, speaker)
        }));
    }
    claims
}

/// All drafts of a sentence: titles, plain frames, frames over those, and what takes up any of them.
fn drafts(scene: &Scene<'_>, tree: Option<&Scene<'_>>, memory: &mut Memory) -> Vec<Draft> {
    let cues = if is_sport(scene) { Vec::new() } else { cue::find(scene) };
    let mut found = plain(scene, tree, &cues, memory);
    found.extend(elided::drafts(scene, tree, &cues, &found));
    places::drop_settings(scene, &cues, &mut found);
    complement::raise(hybrid::telling(scene, tree), &cues, &mut found);
    ultimatum::raise(scene, &mut found);
    found.extend(titles::find(scene));
    memory.learn(scene, &found);
    let answers = answers(scene, tree, &cues, memory, &found);
    memory.learn(scene, &answers);
    found.extend(answers);
    memory.deeds.learn(scene, &found);
    found
}

/// The drafts of cues that were left open and take up what the text has said up to the end of the sentence.
fn answers(
    scene: &Scene<'_>,
    tree: Option<&Scene<'_>>,
    cues: &[cue::CueMatch<'_>],
    memory: &Memory,
    found: &[Draft],
) -> Vec<Draft> {
    let open = |cue: &&cue::CueMatch<'_>| {
        let plain = cue.frame.complement.is_empty();
        plain && found.iter().all(|draft| draft.head != Some(cue.head) || draft.relation != cue.relation.id)
    };
    let taken = cues.iter().filter(open).filter_map(|cue| Some((cue, taken::at(scene, cues, cue)?)));
    taken
        .flat_map(|(cue, taken)| hybrid::drafts(scene, tree, cue, |bound| taken.complete(memory, bound)))
        .collect()
}

/// Two words of sport, or one with a score: nobody attacks anybody there.
fn is_sport(scene: &Scene<'_>) -> bool {
    let tokens = 0..scene.sentence.tokens.len();
    let points = tokens.filter(|&at| scene.is("sport", at) || is_score(&scene.token(at).form));
    points.take(2).count() == 2
}

/// "2-1"
fn is_score(form: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.len() < 3 && part.chars().all(|c| c.is_ascii_digit());
    form.split_once('-').is_some_and(|(left, right)| number(left) && number(right))
}

/// The drafts of frames without a complement; a noun that a verb's frame takes as its thing is no cue of its own.
fn plain(
    scene: &Scene<'_>,
    tree: Option<&Scene<'_>>,
    cues: &[cue::CueMatch<'_>],
    memory: &Memory,
) -> Vec<Draft> {
    let bind = |cue: &cue::CueMatch<'_>| {
        hybrid::drafts(scene, tree, cue, |bound| memory.complete(scene, cue, bound))
    };
    let plain = || cues.iter().filter(|cue| cue.frame.complement.is_empty());
    let (mut found, mut things) = (Vec::new(), Vec::new());
    for cue in plain().filter(|cue| cue.kind == CueKind::Verb) {
        let drafts = bind(cue);
        things.extend(cue.item.clone().filter(|_| !drafts.is_empty()));
        found.extend(drafts);
    }
    let taken = |cue: &&cue::CueMatch<'_>| things.iter().any(|thing| thing.contains(&cue.head));
    let others = plain().filter(|cue| cue.kind != CueKind::Verb && !taken(cue));
    found.extend(others.flat_map(bind));
    found
}
