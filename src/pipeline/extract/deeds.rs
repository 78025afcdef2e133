//! Who did what a sentence says, for "langkah itu", "tindakan tersebut" in the next one.

use rustc_hash::FxHashSet;

use super::chunk::is_passive;
use super::clause::{Clause, Link};
use super::draft::Draft;
use super::filler::{Filler, of_phrase};
use super::scene::Scene;
use super::status::governor;

/// Who did what the last sentence says.
#[derive(Debug, Default)]
pub struct Deeds {
    last: Option<(usize, Vec<Filler>)>,
}

impl Deeds {
    /// Takes in a sentence that has been read.
    pub fn learn(&mut self, scene: &Scene<'_>, drafts: &[Draft]) {
        let doers = if drafts.is_empty() { acting(scene) } else { doers(scene, drafts) };
        self.last = Some((scene.sentence.index, doers));
    }

    /// Who did what the sentence right before one says.
    pub fn before(&self, sentence: usize) -> &[Filler] {
        let last = self.last.as_ref().filter(|(said, _)| said + 1 == sentence);
        last.map(|(_, doers)| doers.as_slice()).unwrap_or_default()
    }
}

/// Whoever does all that the claims tell; what is done comes before what is said.
fn doers(scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Filler> {
    let sort = |draft: &Draft| {
        let relation = scene.ontology.relation(&draft.relation)?;
        let two = relation.symmetric || relation.plover.is_none();
        (!two).then_some(relation.verbal)
    };
    let of = |verbal: bool| drafts.iter().filter(move |draft| sort(draft) == Some(verbal));
    let mut subjects = of(false).map(|draft| &draft.subject).peekable();
    if subjects.peek().is_some() {
        together(subjects)
    } else {
        together(of(true).map(|draft| &draft.subject))
    }
}

/// Those who are named in one place; of several doers in several places none is meant surely.
fn together<'f>(subjects: impl Iterator<Item = &'f Filler>) -> Vec<Filler> {
    let mut met = FxHashSet::default();
    let all: Vec<Filler> =
        subjects.filter(|filler| met.insert(filler.argument.actor.id.as_str())).cloned().collect();
    if all.len() == 1 { all } else { Vec::new() }
}

/// The subject of the main clause; of what somebody tells, of the clause that tells it.
fn acting(scene: &Scene<'_>) -> Vec<Filler> {
    let clauses = &scene.clauses.clauses;
    let Some(main) = clauses.iter().position(|clause| clause.link == Link::Root) else { return Vec::new() };
    let told = |clause: &&Clause| clause.parent == Some(main) && clause.link == Link::Complement;
    let said = governor(scene, main).is_some_and(|governor| governor.speaker);
    let below = clauses.iter().find(told).filter(|_| said);
    let clause = below.unwrap_or(&clauses[main]);
    let agent = || clause.obliques.iter().copied().find(|&phrase| scene.introduces("agent", phrase));
    let doer = if is_passive(scene.token(clause.verb)) { agent() } else { clause.subject };
    let found = doer.map(|phrase| of_phrase(scene, phrase)).unwrap_or_default();
    if found.len() == 1 { found } else { Vec::new() }
}
