//! A claim before it has its ids: what the binder and the titles give.

use rustc_hash::FxHashSet;

use super::bind::Bound;
use super::cue::CueMatch;
use super::filler::Filler;
use super::scene::Scene;
use super::{denial, speaker, status};
use crate::model::{Actor, ActorKind, Agreement, Binder, Cue, Status};
use crate::ontology::CueKind;

/// A relation between two actors that a sentence states.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Who does it.
    pub subject: Filler,
    /// To whom.
    pub object: Filler,
    /// Relation id.
    pub relation: String,
    /// Mode that the frame gives.
    pub mode: Option<String>,
    /// How the text puts it.
    pub status: Status,
    /// Whether a verb states it.
    pub deed: bool,
    /// Who says it, if the grammar of the sentence tells.
    pub speaker: Option<Actor>,
    /// Who denies it.
    pub denied_by: Option<Actor>,
    /// What is supplied.
    pub item: Option<String>,
    /// The words that state it.
    pub cue: Cue,
    /// Frame id.
    pub frame: String,
    /// What bound it.
    pub binder: Binder,
    /// How the chunks and the tree stand to each other, where both were read.
    pub agreement: Option<Agreement>,
    /// Probability that the words of the frame state the relation.
    pub reliability: f64,
    /// First token of the cue; `None` for titles.
    pub head: Option<usize>,
    /// The clause that carries the cue.
    pub clause: Option<usize>,
}

/// The drafts of a cue: every subject with every object, or each two members.
pub fn drafts(scene: &Scene<'_>, cue: &CueMatch<'_>, bound: &Bound) -> Vec<Draft> {
    let pairs = if bound.each { each_two(&bound.subjects, cue.relation.symmetric) } else { product(bound) };
    let together = bound.each || cue.relation.symmetric && cue.relation.sign > 0;
    let apart = |(subject, object): &(&Filler, &Filler)| {
        stands(cue, subject, object)
            && !(together && is_own_group(subject, object))
            && (bound.each || !is_among(subject, &bound.objects) && !is_among(object, &bound.subjects))
    };
    let mut pairs = pairs.into_iter().filter(apart);
    let Some((subject, object)) = pairs.next() else { return Vec::new() };
    let first = draft(scene, cue, bound, subject, object);
    let others = pairs.map(|(subject, object)| Draft {
        subject: subject.clone(),
        object: object.clone(),
        ..first.clone()
    });
    let others: Vec<Draft> = others.collect();
    std::iter::once(first).chain(others).collect()
}

/// "**AS dan sekutunya** bekerja sama": that is no news of the two.
fn is_own_group(subject: &Filler, object: &Filler) -> bool {
    let of = |group: &Filler, owner: &Filler| {
        let group = group.argument.actor.id.split_once('/');
        group.is_some_and(|(of, _)| of == owner.argument.actor.id)
    };
    of(subject, object) || of(object, subject)
}

/// "X mendesak **kedua negara**": if they were X and Y, X would act on itself; then they are somebody else.
fn is_among(actor: &Filler, others: &[Filler]) -> bool {
    let own = |other: &&Filler| other.argument.actor.id == actor.argument.actor.id;
    let Some(own) = others.iter().find(own).map(|own| (own.argument.start, own.argument.end)) else {
        return false;
    };
    others.iter().filter(|other| (other.argument.start, other.argument.end) == own).count() > 1
}

/// Whether the relation can hold between the two: nobody has one with oneself, names that no data
/// holds have none among them, places only lie somewhere, few deeds are done to places, and a frame may name the kinds of its
/// subject and object.
fn stands(cue: &CueMatch<'_>, subject: &Filler, object: &Filler) -> bool {
    let place = |filler: &Filler| filler.argument.actor.kind == ActorKind::Place;
    let own = subject.argument.actor.id == object.argument.actor.id;
    let lies = cue.relation.plover.is_none();
    let unlisted = subject.unlisted && object.unlisted;
    let is = |filler: &Filler, kinds: &[ActorKind]| {
        kinds.is_empty() || kinds.contains(&filler.argument.actor.kind)
    };
    let fits = is(subject, &cue.frame.subject_kinds) && is(object, &cue.frame.object_kinds);
    !own && !unlisted && fits && (lies || !place(subject)) && (cue.relation.territory || !place(object))
}

fn product(bound: &Bound) -> Vec<(&Filler, &Filler)> {
    bound
        .subjects
        .iter()
        .flat_map(|subject| bound.objects.iter().map(move |object| (subject, object)))
        .collect()
}

/// Each two of the members, in both directions unless the relation is symmetric; a member named twice counts once.
fn each_two(members: &[Filler], symmetric: bool) -> Vec<(&Filler, &Filler)> {
    let mut met = FxHashSet::default();
    let members: Vec<&Filler> =
        members.iter().filter(|member| met.insert(member.argument.actor.id.as_str())).collect();
    let mut pairs = Vec::new();
    for (at, &left) in members.iter().enumerate() {
        for &right in &members[at + 1..] {
            pairs.push((left, right));
            pairs.extend((!symmetric).then_some((right, left)));
        }
    }
    pairs
}

fn draft(scene: &Scene<'_>, cue: &CueMatch<'_>, bound: &Bound, subject: &Filler, object: &Filler) -> Draft {
    let (start, end) = (scene.token(cue.head).start, scene.token(cue.end - 1).end);
    let words = |first: usize, last: usize| scene.document.text[first..last].to_owned();
    let item =
        cue.item.clone().map(|item| words(scene.token(item.start).start, scene.token(item.end - 1).end));
    let around = bound.clause.or_else(|| scene.clause_over(cue.head));
    let frame = frame_id(cue);
    let noun = (cue.kind != CueKind::Verb).then_some(cue.head);
    let asked = noun.and_then(|noun| speaker::of_noun(scene, noun));
    let denied = !bound.clause.is_some_and(|clause| status::is_rebutted(scene, cue, clause));
    Draft {
        subject: subject.clone(),
        object: object.clone(),
        relation: cue.relation.id.clone(),
        mode: cue.frame.mode.clone(),
        status: status::status(scene, cue, bound.clause),
        deed: noun.is_none(),
        speaker: asked.or_else(|| speaker::of_clause(scene, around.filter(|_| !cue.frame.contradicts()))),
        denied_by: denied.then(|| denial::denier(scene, cue, bound.clause)).flatten(),
        item,
        cue: Cue { text: words(start, end), start, end },
        binder: Binder::Chunk,
        agreement: None,
        reliability: scene.ontology.reliability_of(&frame, cue.frame.written_reliability()),
        frame,
        head: Some(cue.head),
        clause: bound.clause,
    }
}

/// The id of a cue's frame: "supports/en/back".
pub fn frame_id(cue: &CueMatch<'_>) -> String {
    format!("{}/{}/{}", cue.relation.id, cue.frame.language, cue.frame.name)
}
