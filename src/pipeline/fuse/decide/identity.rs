//! Who is who, as people decided: aliases, splits, merges.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::roster::Roster;
use crate::model::{Actor, Claim, Decision, EditKind, Ruling, claim_id, kebab};

/// A decision's index, and the actor that it names.
type Said<'d> = (usize, &'d str);

/// Rules of identity; of two for one name or actor the later holds.
pub struct Identities<'d> {
    decisions: &'d [Decision],
    /// By the name in kebab case.
    aliases: HashMap<String, Said<'d>>,
    /// By the name in kebab case: the actor that it was taken for, and the rule.
    splits: HashMap<String, Vec<(&'d str, Said<'d>)>>,
    /// By the actor that goes.
    merges: BTreeMap<&'d str, Said<'d>>,
}

impl<'d> Identities<'d> {
    /// The rules among decisions.
    pub fn new(decisions: &'d [Decision]) -> Self {
        let (mut aliases, mut merges) = (HashMap::new(), BTreeMap::new());
        let mut splits: HashMap<String, Vec<(&str, Said)>> = HashMap::new();
        for (at, decision) in decisions.iter().enumerate() {
            match &decision.ruling {
                Ruling::Alias { name, actor } => {
                    aliases.insert(kebab(name), (at, actor.as_str()));
                }
                Ruling::Split { actor, name, into } => {
                    splits.entry(kebab(name)).or_default().push((actor, (at, into.as_str())));
                }
                Ruling::Merge { actor, into } => {
                    merges.insert(actor.as_str(), (at, into.as_str()));
                }
                Ruling::Reject(_)
                | Ruling::Confirm(_)
                | Ruling::Correct { .. }
                | Ruling::Add(_)
                | Ruling::Forget { .. } => {}
            }
        }
        Self { decisions, aliases, splits, merges }
    }

    /// A claim with its actors named anew, if any is. The decisions that speak of its names join `matched`.
    pub fn named(&self, claim: &Claim, roster: &Roster, matched: &mut BTreeSet<usize>) -> Option<Claim> {
        if self.aliases.is_empty() && self.splits.is_empty() && self.merges.is_empty() {
            return None;
        }
        let mut used = BTreeSet::new();
        let mut is_another = false;
        for (actor, name) in names(claim) {
            is_another |= self.meant(&actor.id, name, &mut used) != actor.id;
        }
        let edits: Vec<_> = used.iter().map(|&at| self.decisions[at].edit(EditKind::Identified)).collect();
        matched.extend(used);
        is_another
            .then(|| Claim { edits: [claim.edits.clone(), edits].concat(), ..self.renamed(claim, roster) })
    }

    fn renamed(&self, claim: &Claim, roster: &Roster) -> Claim {
        let mut claim = claim.clone();
        for argument in [&mut claim.subject, &mut claim.object] {
            let name = argument.mention.clone();
            if self.rename(&mut argument.actor, &name, roster) {
                argument.named_by = None;
            }
        }
        let others = claim.others.iter_mut().map(|other| &mut other.actor);
        for actor in claim.attributed_to.iter_mut().chain(&mut claim.denied_by).chain(others) {
            let name = actor.label.clone();
            self.rename(actor, &name, roster);
        }
        claim.claim = claim_id(&claim.subject.actor.id, &claim.relation, &claim.object.actor.id);
        claim
    }

    /// Puts whom a name means in the place of an actor, if it is another.
    fn rename(&self, actor: &mut Arc<Actor>, name: &str, roster: &Roster) -> bool {
        let id = self.meant(&actor.id, name, &mut BTreeSet::new());
        let is_another = id != actor.id;
        if is_another {
            *actor = roster.actor(id).into();
        }
        is_another
    }

    /// The actor that an id and a name stand for in the end: by alias, else by split, then by merges.
    fn meant<'a>(&'a self, id: &'a str, name: &str, used: &mut BTreeSet<usize>) -> &'a str {
        let said = if self.aliases.is_empty() && self.splits.is_empty() { None } else { self.said(id, name) };
        used.extend(said.map(|(at, _)| at));
        self.merged(said.map_or(id, |(_, meant)| meant), used)
    }

    fn said(&self, id: &str, name: &str) -> Option<Said<'d>> {
        let name = kebab(name);
        let splits = self.splits.get(&name).into_iter().flatten();
        let split = splits.rev().find(|(actor, _)| *actor == id).map(|(_, said)| *said);
        self.aliases.get(&name).copied().or(split)
    }

    /// The actor that one is in the end. Merges in a ring end where they would begin again.
    pub fn merged<'a>(&'a self, id: &'a str, used: &mut BTreeSet<usize>) -> &'a str {
        let mut id = id;
        let mut seen = BTreeSet::new();
        while let Some((at, into)) = self.merges.get(id).filter(|_| seen.insert(id)) {
            used.insert(*at);
            id = into;
        }
        id
    }
}

/// Every actor of a claim with the words that name it; of one that is neither subject nor object the label.
fn names(claim: &Claim) -> impl Iterator<Item = (&Arc<Actor>, &str)> {
    let arguments = [&claim.subject, &claim.object];
    let others = claim.others.iter().map(|other| &other.actor);
    let further = claim.attributed_to.iter().chain(&claim.denied_by).chain(others);
    let named = arguments.into_iter().map(|argument| (&argument.actor, argument.mention.as_str()));
    named.chain(further.map(|actor| (actor, actor.label.as_str())))
}
