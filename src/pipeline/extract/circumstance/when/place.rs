//! Which deed an expression of time belongs to: that of a noun of action before it, or that of a clause.

use super::expression::Expression;
use crate::model::Upos;
use crate::ontology::Bound;
use crate::ontology::CueKind;
use crate::ontology::index::circumstance::TimeWord;
use crate::pipeline::detect::form_at;
use crate::pipeline::extract::circumstance::reach::Reach;
use crate::pipeline::extract::scene::Scene;

/// An expression with the deeds whose time it may be.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The expression.
    pub expression: Expression,
    /// The noun of action that it stands behind: "**serangan** Israel pada Juni".
    pub noun: Option<usize>,
    /// The clause that it tells the time of.
    pub clause: Option<usize>,
    /// Whether the time is that of the clause, too, where there is a noun.
    pub shared: bool,
    /// How the clause's deed stands to the time: "**sejak** invasi pada 2022".
    pub bound: Option<Bound>,
}

/// Finds the deeds of an expression.
pub fn place(scene: &Scene<'_>, reach: &Reach, expression: Expression) -> Placed {
    let clause = reach.owner(expression.first);
    let alone = Placed { expression, noun: None, clause, shared: true, bound: expression.bound };
    let Some((phrase, noun)) = action_before(scene, expression.first) else { return alone };
    let preposition = scene.phrase(phrase).preposition;
    let (shared, bound) = match preposition.map(|at| bound_at(scene, at)) {
        None => (is_carried(scene, phrase), expression.bound),
        Some(Some(Bound::At)) => (true, expression.bound),
        Some(Some(bound)) => (true, Some(bound)),
        Some(None) => (false, expression.bound),
    };
    Placed { noun: Some(noun), shared, bound, ..alone }
}

/// What a preposition says of a time.
pub fn bound_at(scene: &Scene<'_>, at: usize) -> Option<Bound> {
    let mut phrases = scene.index.circumstances.time.at(form_at(scene.sentence, at));
    phrases.find_map(|phrase| if let TimeWord::Bound(bound) = phrase.value { Some(bound) } else { None })
}

/// The noun of action in the phrases that end where an expression begins, with its phrase. A noun after "sejak" or
/// "setelah" is one, whatever it is.
fn action_before(scene: &Scene<'_>, end: usize) -> Option<(usize, usize)> {
    let ends = |phrase: &usize| {
        let phrase = scene.phrase(*phrase);
        phrase.last() == end || phrase.first() < end && phrase.holds(end)
    };
    let mut phrase = (0..scene.clauses.phrases.len()).find(ends)?;
    loop {
        let here = scene.phrase(phrase);
        let tokens = here.first()..here.last().min(end);
        if let Some(noun) = tokens.clone().rev().find(|&at| is_action(scene, at)) {
            return Some((phrase, noun));
        }
        let bound = here.preposition.and_then(|at| bound_at(scene, at));
        let named = scene.mention_at(here.first()).is_some();
        if matches!(bound, Some(Bound::Since | Bound::After | Bound::Before | Bound::Until)) && !named {
            return Some((phrase, here.first()));
        }
        let first = here.preposition.unwrap_or(here.first());
        phrase = phrase.checked_sub(1).filter(|&before| scene.phrase(before).last() == first)?;
    }
}

/// Whether the token is a noun that some frame takes as a cue.
fn is_action(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.token(at);
    let patterns = scene.index.cues.starting_with(&token.form);
    token.upos == Upos::Noun
        && !scene.in_name(at)
        && patterns.iter().any(|pattern| pattern.kind == CueKind::Noun && pattern.rest.is_empty())
}

/// "**melakukan** serangan pada Juni": a verb without a deed of its own shares the time of its object.
fn is_carried(scene: &Scene<'_>, phrase: usize) -> bool {
    scene.clause_with_object(phrase).is_some_and(|clause| {
        let lemma = &scene.token(scene.clause(clause).verb).lemma;
        scene.index.cues.gives(lemma) || scene.index.cues.receives(lemma)
    })
}
