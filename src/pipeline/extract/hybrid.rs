//! Two binders, one frame: the roles by the tree first, what stays empty by the chunks.
//!
//! Where both find the same actors they are right far more often than where they differ: a draft keeps how they stand, which
//! bears on its confidence.

use std::collections::BTreeSet;

use super::bind::{Bound, bind};
use super::cue::CueMatch;
use super::draft::{self, Draft};
use super::filler::Filler;
use super::scene::Scene;
use crate::model::{Agreement, Binder};

/// The drafts of a cue, bound over the chunks and, where there is one, over the tree; what both leave open, the text before
/// may fill.
pub fn drafts(
    chunks: &Scene<'_>,
    tree: Option<&Scene<'_>>,
    cue: &CueMatch<'_>,
    complete: impl Fn(&mut Bound) -> bool,
) -> Vec<Draft> {
    let mut by_chunks = bind(chunks, cue);
    let Some(tree) = tree else {
        complete(&mut by_chunks);
        return draft::drafts(chunks, cue, &by_chunks);
    };
    let mut joint = join(bind(tree, cue), by_chunks);
    complete(&mut joint.bound);
    let drafts = draft::drafts(telling(chunks, Some(tree)), cue, &joint.bound);
    drafts.into_iter().map(|draft| joint.signed(draft)).collect()
}

/// The reading that status and speaker are read off: the tree's where heads stand last, else the chunks'.
///
/// On development gold each is right more often than the other for its kind of language: what a clause of "X said Y
/// attacked Z" hangs on is seen by a parser alone, while an Indonesian one stands between marks.
pub fn telling<'s, 'a>(chunks: &'s Scene<'a>, tree: Option<&'s Scene<'a>>) -> &'s Scene<'a> {
    tree.filter(|_| chunks.index.forms.heads_last()).unwrap_or(chunks)
}

/// What the two binders together found for a cue.
struct Joint {
    bound: Bound,
    subject: Binder,
    object: Binder,
    agreement: Agreement,
}

impl Joint {
    /// A draft with the binders of its roles, and how they stand to each other.
    fn signed(&self, mut draft: Draft) -> Draft {
        draft.subject.argument.binder = self.subject;
        draft.object.argument.binder = self.object;
        draft.binder = if self.subject == self.object { self.subject } else { Binder::Both };
        draft.agreement = Some(self.agreement);
        draft
    }
}

/// The roles of the binder that found both, the tree first; else what each has for a role that the other leaves empty.
fn join(tree: Bound, chunks: Bound) -> Joint {
    let (subject, subjects_differ) = source(&tree.subjects, &chunks.subjects);
    let (object, objects_differ) = source(&tree.objects, &chunks.objects);
    let differ = subjects_differ || objects_differ || tree.each != chunks.each;
    let (by_tree, by_chunks) = (whole(&tree), whole(&chunks));
    let agreement = match (by_tree, by_chunks) {
        (true, true) if differ => Agreement::Differed,
        (true, true) => Agreement::Agreed,
        _ => Agreement::Alone,
    };
    let overruled = |differ: bool| differ && by_chunks && !by_tree;
    let role = |binder, differ| if overruled(differ) { Binder::Chunk } else { binder };
    let bound = match (by_tree, by_chunks) {
        (true, _) => tree,
        (false, true) => chunks,
        (false, false) => fill(tree, chunks),
    };
    let subject = role(subject, subjects_differ);
    // Of "A dan B bekerja sama" the subject holds both.
    let object = if bound.each { subject } else { role(object, objects_differ) };
    Joint { bound, subject, object, agreement }
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
    ids(left) == ids(right)
}

fn ids(fillers: &[Filler]) -> BTreeSet<&str> {
    fillers.iter().map(|filler| filler.argument.actor.id.as_str()).collect()
}

/// The tree's roles with the chunks' for those that are empty; nobody fills both.
fn fill(tree: Bound, chunks: Bound) -> Bound {
    let subjects = if tree.subjects.is_empty() { chunks.subjects } else { tree.subjects };
    let mut objects = if tree.objects.is_empty() { chunks.objects } else { tree.objects };
    let apart = |object: &Filler| subjects.iter().all(|other| other.argument.start != object.argument.start);
    objects.retain(apart);
    Bound { subjects, objects, each: false, clause: tree.clause.or(chunks.clause) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, ActorKind, Argument};

    fn filler(id: &str) -> Filler {
        let actor = Actor {
            id: id.to_owned(),
            label: id.to_owned(),
            kind: ActorKind::State,
            sector: None,
            country: None,
            acts_for: None,
        };
        // Names of one letter, each in a place of its own.
        let start = usize::from(id.as_bytes()[0]);
        let (mention, end) = (id.to_owned(), start + 1);
        let argument =
            Argument { actor: actor.into(), mention, start, end, binder: Binder::Chunk, named_by: None };
        Filler { argument, about: None, certainty: 1.0, unlisted: false }
    }

    /// Who does it and to whom, a letter an actor.
    fn bound(subjects: &str, objects: &str) -> Bound {
        let fillers = |ids: &str| ids.split_terminator("").skip(1).map(filler).collect();
        Bound { subjects: fillers(subjects), objects: fillers(objects), ..Bound::default() }
    }

    /// Subjects and objects with their binders, and how the binders stand.
    fn joined(tree: Bound, chunks: Bound) -> (String, Binder, String, Binder, Agreement) {
        let joint = join(tree, chunks);
        let letters = |fillers: &[Filler]| {
            fillers.iter().map(|filler| filler.argument.actor.id.as_str()).collect::<String>()
        };
        let (subjects, objects) = (letters(&joint.bound.subjects), letters(&joint.bound.objects));
        (subjects, joint.subject, objects, joint.object, joint.agreement)
    }

    fn is(subjects: &str, by: Binder, objects: &str, by_too: Binder, agreement: Agreement) -> Joined {
        (subjects.to_owned(), by, objects.to_owned(), by_too, agreement)
    }

    type Joined = (String, Binder, String, Binder, Agreement);
    use Agreement::{Agreed, Alone, Differed};
    use Binder::{Both, Chunk, Tree};

    #[test]
    fn the_same_actors_in_any_order_agree() {
        assert_eq!(joined(bound("ab", "c"), bound("ba", "c")), is("ab", Both, "c", Both, Agreed));
    }

    #[test]
    fn of_two_that_differ_the_tree_is_followed() {
        assert_eq!(joined(bound("a", "b"), bound("c", "b")), is("a", Tree, "b", Both, Differed));
        assert_eq!(joined(bound("a", "b"), bound("b", "a")), is("a", Tree, "b", Tree, Differed));
    }

    #[test]
    fn one_that_binds_both_roles_is_followed_alone() {
        assert_eq!(joined(bound("a", "b"), bound("", "b")), is("a", Tree, "b", Both, Alone));
        assert_eq!(joined(bound("c", ""), bound("a", "b")), is("a", Chunk, "b", Chunk, Alone));
        assert_eq!(joined(bound("", ""), bound("a", "b")), is("a", Chunk, "b", Chunk, Alone));
    }

    #[test]
    fn who_acts_on_nobody_else_has_not_bound() {
        assert_eq!(joined(bound("a", "a"), bound("a", "b")), is("a", Both, "b", Chunk, Alone));
    }

    #[test]
    fn each_fills_what_the_other_leaves_empty() {
        assert_eq!(joined(bound("a", ""), bound("", "b")), is("a", Tree, "b", Chunk, Alone));
        assert_eq!(joined(bound("", "b"), bound("a", "")), is("a", Chunk, "b", Tree, Alone));
        assert_eq!(
            joined(bound("a", ""), bound("", "a")),
            is("a", Tree, "", Chunk, Alone),
            "nobody fills both"
        );
    }

    #[test]
    fn members_that_one_takes_as_mutual_differ() {
        let mutual = Bound { each: true, ..bound("ab", "") };
        assert_eq!(joined(mutual, bound("a", "b")), is("ab", Tree, "", Tree, Differed));
    }
}
