//! Two binders, one frame: the roles by the tree first, what stays empty by the chunks.
//!
//! Where both find the same actors they are right far more often than where only one finds them, and where they differ the
//! tree is right less than half the time: agreement raises the confidence, disagreement lowers it. The factors are data
//! (`[binder]` in scoring.toml).

use super::bind::{Bound, bind};
use super::cue::CueMatch;
use super::draft::Draft;
use super::filler::Filler;
use super::recall::Memory;
use super::scene::Scene;
use crate::model::Binder;
use crate::ontology::BinderTrust;

/// The drafts of a cue, bound over the chunks and, where there is one, over the tree.
///
/// Status and speaker are read off the chunks: on development gold that is right more often than off the tree.
pub fn drafts(
    chunks: &Scene<'_>,
    tree: Option<&Scene<'_>>,
    cue: &CueMatch<'_>,
    memory: &Memory,
) -> Vec<Draft> {
    let mut by_chunks = bind(chunks, cue);
    let Some(tree) = tree else {
        memory.complete(chunks, cue, &mut by_chunks);
        return super::draft::drafts(chunks, cue, &by_chunks);
    };
    let mut joint = join(bind(tree, cue), by_chunks);
    memory.complete(chunks, cue, &mut joint.bound);
    let trust = trust(chunks.ontology.scoring.binder, joint.agreement);
    let mut drafts = super::draft::drafts(chunks, cue, &joint.bound);
    for draft in &mut drafts {
        draft.binder = joint.binder();
        let object = if joint.bound.each { joint.subject } else { joint.object };
        (draft.subject.argument.binder, draft.object.argument.binder) = (joint.subject, object);
        draft.reliability = (draft.reliability * trust).min(0.99);
    }
    drafts
}

/// How the binders stand to each other over a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreement {
    /// Both found the same actors for both roles.
    Agreed,
    /// One of them left a role empty.
    Alone,
    /// They found different actors.
    Differed,
}

fn trust(factors: BinderTrust, agreement: Agreement) -> f64 {
    match agreement {
        Agreement::Agreed => factors.agreed,
        Agreement::Alone => factors.alone,
        Agreement::Differed => factors.differed,
    }
}

/// What the two binders together found for a cue.
struct Joint {
    bound: Bound,
    subject: Binder,
    object: Binder,
    agreement: Agreement,
}

impl Joint {
    fn binder(&self) -> Binder {
        if self.subject == self.object { self.subject } else { Binder::Both }
    }
}

fn join(tree: Bound, chunks: Bound) -> Joint {
    let (subject, subjects_differ) = source(&tree.subjects, &chunks.subjects);
    let (object, objects_differ) = source(&tree.objects, &chunks.objects);
    let agreement = match (whole(&tree), whole(&chunks)) {
        (true, true) if subjects_differ || objects_differ || tree.each != chunks.each => Agreement::Differed,
        (true, true) => Agreement::Agreed,
        _ => Agreement::Alone,
    };
    if whole(&tree) || !whole(&chunks) {
        let bound = if whole(&tree) { tree } else { fill(tree, chunks) };
        return Joint { bound, subject, object, agreement };
    }
    let alone = |differ, binder| if differ { Binder::Chunk } else { binder };
    let (subject, object) = (alone(subjects_differ, subject), alone(objects_differ, object));
    Joint { bound: chunks, subject, object, agreement }
}

/// Whether a binder found somebody who does it to somebody else.
fn whole(bound: &Bound) -> bool {
    let other = |subject: &Filler| {
        bound.objects.iter().any(|object| object.argument.actor.id != subject.argument.actor.id)
    };
    bound.each || bound.subjects.iter().any(other)
}

/// Which binder gives a role, the tree first; and whether both give it, but not the same actors.
fn source(tree: &[Filler], chunks: &[Filler]) -> (Binder, bool) {
    match (tree.is_empty(), chunks.is_empty()) {
        (true, _) => (Binder::Chunk, false),
        (false, true) => (Binder::Tree, false),
        (false, false) if same(tree, chunks) => (Binder::Both, false),
        (false, false) => (Binder::Tree, true),
    }
}

fn same(left: &[Filler], right: &[Filler]) -> bool {
    let ids = |fillers: &[Filler]| {
        let mut ids: Vec<String> = fillers.iter().map(|filler| filler.argument.actor.id.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    ids(left) == ids(right)
}

/// The tree's roles with the chunks' for those that are empty; nobody fills both.
fn fill(tree: Bound, chunks: Bound) -> Bound {
    let subjects = if tree.subjects.is_empty() { chunks.subjects } else { tree.subjects };
    let mut objects = if tree.objects.is_empty() { chunks.objects } else { tree.objects };
    let apart = |object: &Filler| subjects.iter().all(|other| other.argument.start != object.argument.start);
    objects.retain(apart);
    Bound { subjects, objects, each: false, clause: tree.clause.or(chunks.clause) }
}
