//! Names beside the groups that they belong to: "Sekutu Iran di Yaman, **Houthi**, …".

use crate::model::MentionKind;
use crate::model::Upos::{Adv, Aux, Verb};
use crate::pipeline::extract::scene::Scene;

/// The phrase with the name of a subject that is only said to be of a group.
pub fn of_group(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    if scene.index.forms.heads_last() || scene.phrase(phrase).members.len() > 1 {
        return None;
    }
    let first = scene.phrase(phrase).first();
    scene.mention_at(first).filter(|mention| mention.kind == MentionKind::Group && mention.first == first)?;
    behind(scene, phrase)
}

/// "Sekutu Iran di Yaman, **Houthi**, menyerang …": where heads stand first, the name between commas behind a role and where
/// it is held.
pub fn behind(scene: &Scene<'_>, phrase: usize) -> Option<usize> {
    let phrases = &scene.clauses.phrases;
    let placed =
        |at: &usize| phrases.get(*at).is_some_and(|next| next.preposition == Some(phrases[at - 1].last()));
    let behind = (phrase + 1..).take_while(placed).last().unwrap_or(phrase) + 1;
    let name = phrases.get(behind).filter(|_| !scene.index.forms.heads_last())?;
    let end = phrases[behind - 1].last();
    let verb = scene.sentence.tokens.get(name.last() + 1);
    let closes =
        is_comma(scene, name.last()) && verb.is_some_and(|next| matches!(next.upos, Adv | Aux | Verb));
    let alone = name.members.len() == 1 && scene.mention_at(name.first()).is_some();
    (end + 1 == name.first() && is_comma(scene, end) && closes && alone).then_some(behind)
}

fn is_comma(scene: &Scene<'_>, at: usize) -> bool {
    scene.sentence.tokens.get(at).is_some_and(|token| token.form == ",")
}
