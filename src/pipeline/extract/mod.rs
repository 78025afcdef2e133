//! Sentences and mentions → claims.
//!
//! | file | does |
//! |---|---|
//! | `chunk` | tokens → noun phrases, verbs, marks |
//! | `clause` | chunks → clauses with subjects, objects, obliques |
//! | `scene` | one sentence with all that has been read of it |
//! | `cue` | finds the words that state a relation |
//! | `tree` | dependency tree → the same clauses, read another way |
//! | `bind`, `filler`, `described` | finds the actors in the places that a frame names |
//! | `hybrid` | binds over the tree and over the chunks, and joins what they find |
//! | `complement` | "mengancam akan …": a claim made of the claim inside it |
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
//! | `outline` | phrases and clauses for people |
//! | `draft` | a claim before it has its ids |
//! | `unbound` | words and places beside actors that no frame reads |

mod bind;
mod chunk;
mod circumstance;
mod clause;
mod complement;
mod condition;
mod cue;
mod denial;
mod described;
mod draft;
mod filler;
mod first_person;
mod hybrid;
mod nouns;
mod outline;
mod quotes;
mod recall;
mod reporting;
mod scene;
mod sources;
mod speaker;
mod status;
mod taken;
mod titles;
mod tree;
mod turns;
mod unbound;

use std::collections::BTreeMap;

use circumstance::Circumstances;
use draft::Draft;
pub use outline::outline;
use quotes::Quoted;
use recall::Memory;
use rustc_hash::FxHashMap;
use scene::Scene;
pub use unbound::{Unbound, UnboundKind, unbound};

use crate::model::{
    Actor, Claim, Document, Mention, Sentence, Status, claim_id, evidence_id, split_unlisted,
};
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
    let voiced = voiced(document, sentences, mentions, ontology);
    let mentions = voiced.as_deref().unwrap_or(mentions);
    let scenes = scenes(document, sentences, mentions, ontology);
    let trees: Vec<Option<Scene<'_>>> = scenes.iter().map(tree_scene).collect();
    let told: Vec<&Scene<'_>> =
        scenes.iter().zip(&trees).map(|(chunks, tree)| hybrid::telling(chunks, tree.as_ref())).collect();
    let quoted = quotes::quotations(&told);
    let mut occurrences: FxHashMap<&str, usize> = FxHashMap::default();
    let mut claims = Vec::new();
    let mut memory = Memory::default();
    for (((scene, tree), told), quoted) in scenes.iter().zip(&trees).zip(told).zip(&quoted) {
        let text = &document.text[scene.sentence.start..scene.sentence.end];
        let occurrence = occurrences.entry(text).and_modify(|count| *count += 1).or_insert(0);
        let drafts = drafts(scene, tree.as_ref(), &mut memory);
        if drafts.is_empty() {
            continue;
        }
        let circumstances = Circumstances::of(scene);
        let speak = |draft: &Draft| said_by(draft, quoted, told);
        claims.extend(best(drafts).into_iter().map(|draft| {
            let speaker = circumstances.speaker(speak(&draft));
            claim(&circumstances, text, *occurrence, draft, speaker)
        }));
    }
    claims
}

/// The mentions with "kami" among them, where speakers say it: who speaks is known once all sentences are read.
fn voiced(
    document: &Document,
    sentences: &[Sentence],
    mentions: &[Mention],
    ontology: &Ontology,
) -> Option<Vec<Mention>> {
    let scenes = scenes(document, sentences, mentions, ontology);
    if !scenes.iter().any(first_person::stands_in) {
        return None;
    }
    let trees: Vec<Option<Scene<'_>>> = scenes.iter().map(tree_scene).collect();
    let told: Vec<&Scene<'_>> =
        scenes.iter().zip(&trees).map(|(chunks, tree)| hybrid::telling(chunks, tree.as_ref())).collect();
    first_person::mentions(&told, &quotes::quotations(&told))
}

fn scenes<'a>(
    document: &'a Document,
    sentences: &'a [Sentence],
    mentions: &'a [Mention],
    ontology: &'a Ontology,
) -> Vec<Scene<'a>> {
    let Some(index) = document.language.as_deref().and_then(|code| ontology.index().language(code)) else {
        return Vec::new();
    };
    let mut rest = mentions;
    let scene = |sentence: &'a Sentence| {
        let own = rest.partition_point(|mention| mention.sentence <= sentence.index);
        let (own, later) = rest.split_at(own);
        rest = later;
        let (mentions, unlisted) = split_unlisted(own);
        let chunks = chunk::chunks(sentence, mentions, index);
        let clauses = clause::clauses(chunks, sentence, mentions, index);
        Scene { document, sentence, mentions, unlisted, ontology, index, clauses }
    };
    sentences.iter().map(scene).collect()
}

/// The same sentence read off its tree, where it has one.
fn tree_scene<'a>(scene: &Scene<'a>) -> Option<Scene<'a>> {
    let clauses = tree::clauses(&scene.clauses, scene.sentence, scene.mentions, scene.index)?;
    Some(Scene { clauses, ..*scene })
}

/// All drafts of a sentence: titles, plain frames, frames over those, and what takes up any of them.
fn drafts(scene: &Scene<'_>, tree: Option<&Scene<'_>>, memory: &mut Memory) -> Vec<Draft> {
    let cues = if is_sport(scene) { Vec::new() } else { cue::find(scene) };
    let mut found = plain(scene, tree, &cues, memory);
    complement::raise(hybrid::telling(scene, tree), &cues, &mut found);
    found.extend(titles::find(scene));
    memory.learn(scene, &found);
    let answers = answers(scene, tree, &cues, memory, &found);
    memory.learn(scene, &answers);
    found.extend(answers);
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

/// One draft for each (subject, relation, object): the surest, the first of equals.
fn best(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut best: BTreeMap<(String, String, String), Draft> = BTreeMap::new();
    for draft in drafts {
        let key = (
            draft.subject.argument.actor.id.clone(),
            draft.relation.clone(),
            draft.object.argument.actor.id.clone(),
        );
        match best.get(&key) {
            Some(known) if confidence(known) >= confidence(&draft) => {}
            _ => {
                best.insert(key, draft);
            }
        }
    }
    best.into_values().collect()
}

fn confidence(draft: &Draft) -> f64 {
    draft.reliability * draft.subject.certainty * draft.object.certainty
}

/// Who says a draft: the grammar tells, else the quotation, else the sentence; nobody for titles.
fn said_by(draft: &Draft, quoted: &Quoted, scene: &Scene<'_>) -> Option<Actor> {
    let head = draft.head?;
    let said = quoted.speaker.clone().filter(|_| quoted.holds(head));
    let own = |speaker: &Actor| speaks_for_itself(draft, speaker, scene);
    let another = |speaker: Option<Actor>| speaker.filter(|speaker| !own(speaker));
    another(draft.speaker.clone())
        // "X menyatakan siap untuk “menyerang Y”": the words in quotation marks are X's own.
        .or_else(|| another(said).filter(|_| draft.speaker.is_none()))
        .or_else(|| another(reporting::of_sentence(scene, head)))
        .or_else(|| another(quoted.turn.clone()))
}

/// Whether a speaker does the deed, alone or with others: "**A dan B** menyatakan …".
fn speaks_for_itself(draft: &Draft, speaker: &Actor, scene: &Scene<'_>) -> bool {
    let doer = &draft.subject.argument.actor.id;
    let phrases = 0..scene.clauses.phrases.len();
    let holds = |fillers: &[filler::Filler], id: &str| fillers.iter().any(|own| own.argument.actor.id == id);
    let mut together = phrases.map(|phrase| filler::of_phrase(scene, phrase));
    speaker.id == *doer || together.any(|fillers| holds(&fillers, &speaker.id) && holds(&fillers, doer))
}

/// What people without a name say of a deed is hearsay.
fn hearsay(draft: &Draft, speaker: Option<&Actor>, scene: &Scene<'_>) -> Status {
    let unnamed = speaker.is_some_and(|speaker| sources::is_unnamed(speaker, scene));
    if draft.deed && unnamed { draft.status.max(Status::Alleged) } else { draft.status }
}

fn claim(
    circumstances: &Circumstances<'_>,
    text: &str,
    occurrence: usize,
    draft: Draft,
    speaker: Option<Actor>,
) -> Claim {
    let scene = circumstances.scene;
    let document = scene.document;
    let circumstance = circumstances.of_draft(&draft);
    let confidence = confidence(&draft);
    let (subject, object) = in_order(&draft, scene.ontology);
    let ids = (subject.argument.actor.id.clone(), object.argument.actor.id.clone());
    let status = hearsay(&draft, speaker.as_ref(), scene);
    let denied_by: Vec<Actor> = draft.denied_by.into_iter().collect();
    Claim {
        claim: claim_id(&ids.0, &draft.relation, &ids.1),
        evidence: evidence_id(&document.id, text, occurrence, &ids.0, &draft.relation, &ids.1),
        document: document.id.clone(),
        published: document.published.clone(),
        language: document.language.clone(),
        genre: document.genre,
        sentence: scene.sentence.index,
        text: text.to_owned(),
        start: scene.sentence.start,
        end: scene.sentence.end,
        about: object.about.clone().or_else(|| subject.about.clone()),
        subject: subject.argument,
        relation: draft.relation,
        mode: draft.mode,
        object: object.argument,
        status: if denied_by.is_empty() { status } else { status.max(Status::Denied) },
        attributed_to: speaker,
        denied_by,
        via: circumstance.via,
        when: circumstance.when,
        contexts: circumstance.contexts,
        item: draft.item,
        others: circumstance.others,
        cue: draft.cue,
        frame: draft.frame,
        binder: draft.binder,
        confidence: (confidence * 10_000.0).round() / 10_000.0,
    }
}

/// Subject and object; those of a symmetric relation in the order of their ids, so that they are one claim.
fn in_order(draft: &Draft, ontology: &Ontology) -> (filler::Filler, filler::Filler) {
    let symmetric = ontology.relation(&draft.relation).is_some_and(|relation| relation.symmetric);
    let (subject, object) = (draft.subject.clone(), draft.object.clone());
    if symmetric && subject.argument.actor.id > object.argument.actor.id {
        (object, subject)
    } else {
        (subject, object)
    }
}
