//! Words of circumstances over known ones.

use std::collections::BTreeSet;

use super::{add_lists, add_words};
use crate::ontology::{Citing, Context, Time};

pub(super) fn add_time(base: &mut Time, top: Time) {
    base.numbers.extend(top.numbers);
    base.shifts.extend(top.shifts);
    add_words(&mut base.several, top.several);
    add_lists(&mut base.units, top.units);
    add_words(&mut base.ago, top.ago);
    add_words(&mut base.latest, top.latest);
    add_words(&mut base.fillers, top.fillers);
    add_words(&mut base.decades, top.decades);
    take_over(&mut base.bound, top.bound, |entry| &mut entry.words);
    take_over(&mut base.relative, top.relative, |entry| &mut entry.words);
    take_over(&mut base.era, top.era, |entry| &mut entry.words);
    take_over(&mut base.phase, top.phase, |entry| &mut entry.words);
}

pub(super) fn add_citing(base: &mut Citing, top: Citing) {
    add_words(&mut base.before, top.before);
    add_words(&mut base.before_known, top.before_known);
    add_words(&mut base.after_known, top.after_known);
    add_words(&mut base.between, top.between);
}

/// A known context gets more words in its place, a new one comes last.
pub(super) fn add_contexts(base: &mut Vec<Context>, top: Vec<Context>) {
    for context in top {
        match base.iter_mut().find(|known| known.id == context.id) {
            Some(known) => add_lists(&mut known.words, context.words),
            None => base.push(context),
        }
    }
}

/// A word belongs to one entry: the newer one takes it.
pub(super) fn take_over<T>(base: &mut Vec<T>, mut top: Vec<T>, words: fn(&mut T) -> &mut Vec<String>) {
    let taken: BTreeSet<String> = top.iter_mut().flat_map(|entry| words(entry).clone()).collect();
    base.iter_mut().for_each(|entry| words(entry).retain(|word| !taken.contains(word)));
    base.retain_mut(|entry| !words(entry).is_empty());
    base.append(&mut top);
}
