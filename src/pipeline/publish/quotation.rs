//! Where the words stand in a sentence that a claim rests on.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use crate::model::{Argument, Claim};

/// What words of a sentence are to its claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    /// They state the relation.
    Cue,
    /// They name the subject.
    Subject,
    /// They name the object.
    Object,
}

/// Words of a sentence, by bytes, and what they are.
pub(crate) type Mark = (Range<usize>, Role);

/// Cue, subject and object where the sentence has them; after a person's correction it may not.
pub(crate) fn marks(claim: &Claim) -> Vec<Mark> {
    let argument = |it: &Argument, role| mark(claim, it.start, it.end, &it.mention, role);
    let cue = mark(claim, claim.cue.start, claim.cue.end, &claim.cue.text, Role::Cue);
    let roles = [cue, argument(&claim.subject, Role::Subject), argument(&claim.object, Role::Object)];
    roles.into_iter().flatten().collect()
}

fn mark(claim: &Claim, start: usize, end: usize, words: &str, role: Role) -> Option<Mark> {
    let range = start.checked_sub(claim.start)?..end.checked_sub(claim.start)?;
    let is_there = !range.is_empty() && claim.text.get(range.clone()) == Some(words);
    is_there.then_some((range, role))
}

/// The bytes between every two places where a mark begins or ends, with what they are.
pub(crate) fn pieces(window: &Range<usize>, marks: &[Mark]) -> Vec<(Range<usize>, Vec<Role>)> {
    let ends = marks.iter().flat_map(|(range, _)| [range.start, range.end]);
    let mut cuts: BTreeSet<usize> = ends.filter(|at| window.contains(at)).collect();
    cuts.extend([window.start, window.end]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let piece = |pair: &[usize]| (pair[0]..pair[1], roles(&(pair[0]..pair[1]), marks));
    cuts.windows(2).map(piece).collect()
}

fn roles(piece: &Range<usize>, marks: &[Mark]) -> Vec<Role> {
    let covering = marks.iter().filter(|(range, _)| range.start <= piece.start && piece.end <= range.end);
    covering.map(|(_, role)| *role).collect()
}
