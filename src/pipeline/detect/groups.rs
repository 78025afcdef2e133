//! Groups of an actor: "entitas Korea Utara", "rakyat dan tentara Korea Utara", "AS dan sekutunya".

use std::ops::Range;

use super::context::{Context, covering, ending_at, form_at};
use super::memory::Memory;
use super::persons::is_person;
use super::{actors, discourse, flight, owners, replace};
use crate::model::{Actor, ActorKind, Mention, MentionKind, Sentence, Token, Upos};
use crate::ontology::Group;

/// Finds every group word that is tied to an actor; from right to left, so that coordinated words share it.
pub fn find(context: Context<'_>, sentence: &Sentence, mentions: &mut Vec<Mention>, memory: &mut Memory) {
    for at in (0..sentence.tokens.len()).rev() {
        let Some((group, end)) = group_at(context, sentence, at) else { continue };
        if let Some(mention) = covering(mentions, at) {
            if is_noun_of(context, mention, at..end) {
                memory.note_group(sentence.index, &group.id, &mention.actors);
            }
            continue;
        }
        let other = says_what_sort(context, sentence, at, end) || is_title(context, sentence, at, mentions);
        if other || inside_longer(context, sentence, at, end) {
            continue;
        }
        let word = Word { group, range: at..end };
        if let Some(mention) = counterpart(context, sentence, &word, mentions, memory) {
            replace(mentions, mention);
        } else if let Some((owners, range)) = bound(context, sentence, &word, mentions, memory) {
            let apposed = is_collective(context, sentence, &word.range);
            let (owners, range) =
                apposed_body(context, sentence, mentions, &range).unwrap_or((owners, range));
            let armed = head_is(context, sentence, &word.range, "insurgent");
            let commands = apposed || group.acts_for;
            let member = |owner: &Actor| match owner.kind {
                kind if apposed && is_body(kind) => owner.clone(),
                ActorKind::ArmedGroup if armed => owner.clone(),
                ActorKind::Person if commands && !group.itself => led(context, group, owner),
                _ => actors::group(group, owner, context.document, context.ontology),
            };
            let members: Vec<Actor> = owners.iter().map(member).collect();
            let kind = if group.itself { MentionKind::Name } else { MentionKind::Group };
            memory.note_group(sentence.index, &group.id, &members);
            replace(mentions, context.mention(sentence, range, members, kind));
        } else if let Some(mention) = met(context, sentence, &word, memory) {
            replace(mentions, mention);
        }
    }
}

/// Whether a group word is the noun of a name: "Myanmar's **junta**" may be one of its names.
fn is_noun_of(context: Context<'_>, name: &Mention, word: Range<usize>) -> bool {
    let at_noun = if context.heads_last() { word.end == name.last } else { word.start == name.first };
    name.kind == MentionKind::Name && !is_person(name) && at_noun && word.len() < name.last - name.first
}

/// Whether the head of a group word means one body: "**kelompok** pemberontak M23" and "the Hamas **movement**" are M23 and
/// Hamas themselves, "pejuang Hamas" are not.
fn is_collective(context: Context<'_>, sentence: &Sentence, word: &Range<usize>) -> bool {
    head_is(context, sentence, word, "collective")
}

/// Whether the head of a group word stands in a list: "**pemberontak** Houthi" and "Houthi **rebels**" are the Houthis.
fn head_is(context: Context<'_>, sentence: &Sentence, word: &Range<usize>, list: &str) -> bool {
    let head = if context.heads_last() { word.end - 1 } else { word.start };
    context.is(list, &sentence.tokens[head])
}

/// "milisi Kurdi **PKK**", "pemberontak Tamil **LTTE**": the armed body whose name follows whom the group is of.
fn apposed_body(
    context: Context<'_>,
    sentence: &Sentence,
    mentions: &[Mention],
    group: &Range<usize>,
) -> Option<(Vec<Actor>, Range<usize>)> {
    let insurgent = !context.heads_last() && head_is(context, sentence, group, "insurgent");
    let name = mentions.iter().find(|mention| insurgent && mention.first == group.end)?;
    let armed = name.actors.iter().all(|actor| actor.kind == ActorKind::ArmedGroup);
    armed.then(|| (name.actors.clone(), group.start..name.last))
}

/// "pasukan **Haftar**": the armed body that a person commands, if the data knows it.
fn led(context: Context<'_>, group: &Group, person: &Actor) -> Actor {
    let body = actors::commanded(person, context.document, context.ontology);
    body.unwrap_or_else(|| actors::group(group, person, context.document, context.ontology))
}

/// Whether an actor of a kind is such a body.
fn is_body(kind: ActorKind) -> bool {
    use ActorKind::{ArmedGroup, Bloc, Company, Media, Organization};
    matches!(kind, ArmedGroup | Bloc | Company | Media | Organization)
}

/// A group word in its sentence.
struct Word<'a> {
    group: &'a Group,
    range: Range<usize>,
}

/// "**sekutunya itu**", "**negara tetangganya tersebut**": the state named last, but for the one whose it is.
fn counterpart(
    context: Context<'_>,
    sentence: &Sentence,
    word: &Word<'_>,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<Mention> {
    let Range { start, end } = word.range;
    let definite = sentence.tokens.get(end + 1).is_some_and(|next| context.is("demonstrative", next));
    if !definite || context.phrase("counterpart", sentence, start) != end - start {
        return None;
    }
    let (owners, range) = of_subject(context, sentence, start, end, mentions)?;
    let other = |actor: &Actor| actor.kind == ActorKind::State && !owners.contains(actor);
    let before = mentions.iter().rev().filter(|mention| mention.last <= start && !mention.place);
    let here = before.flat_map(|mention| &mention.actors).find(|actor| other(actor));
    let actor = here.or_else(|| memory.last(sentence.index, other))?.clone();
    Some(context.mention(sentence, range.start..range.end + 1, vec![actor], MentionKind::Description))
}

/// "**junta** itu", "**the rebels**": whom the document has meant by the word before.
fn met(context: Context<'_>, sentence: &Sentence, word: &Word<'_>, memory: &Memory) -> Option<Mention> {
    let Range { start, end } = word.range;
    let is = |list: &str, at: usize| sentence.tokens.get(at).is_some_and(|token| context.is(list, token));
    let noun = |at: usize| sentence.tokens.get(at).is_some_and(is_nominal);
    let range = if context.heads_last() {
        let closed = !noun(end) && !is("owner", end) && !is("place", end);
        (start > 0 && is("pointing", start - 1) && closed).then(|| start - 1..end)?
    } else {
        let closed = start == 0 || !noun(start - 1);
        (is("demonstrative", end) && closed).then(|| start..end + 1)?
    };
    let actors = memory.group(sentence.index, &word.group.id)?;
    Some(context.mention(sentence, range, actors.to_vec(), MentionKind::Description))
}

/// The owners of a group word, and the tokens that it takes with them.
fn bound(
    context: Context<'_>,
    sentence: &Sentence,
    word: &Word<'_>,
    mentions: &[Mention],
    memory: &Memory,
) -> Option<(Vec<Actor>, Range<usize>)> {
    let Range { start, end } = word.range;
    let behind = || owners::after(context, sentence, (start, end), mentions);
    let commander = || owners::commander(context, sentence, end, mentions);
    owned_before(context, sentence, word, mentions)
        .or_else(|| commander().map(|of| (of.actors.clone(), word.range.clone())))
        .or_else(|| {
            behind().map(|of| (of.actors.clone(), start..if of.offices.is_empty() { of.last } else { end }))
        })
        .or_else(|| shared(context, sentence, end, mentions).map(|actors| (actors, word.range.clone())))
        .or_else(|| coordinated(context, sentence, &word.range, mentions))
        .or_else(|| of_subject(context, sentence, start, end, mentions))
        .or_else(|| {
            let owner = discourse::possessor(context, sentence, start, mentions, memory)?;
            // "whose" goes on opening its clause.
            let relative = context.is("relativizer", &sentence.tokens[start - 1]);
            Some((owner, start - usize::from(!relative)..end))
        })
        .or_else(|| Some((vec![fled(context, sentence, word, mentions)?], word.range.clone())))
        .or_else(|| Some((vec![resident(context, sentence, word, mentions)?], word.range.clone())))
}

/// "refugees **fleeing Sudan**": people without another owner are of the state that they fled.
fn fled(context: Context<'_>, sentence: &Sentence, word: &Word<'_>, mentions: &[Mention]) -> Option<Actor> {
    let people = !word.group.acts_for && !word.group.itself;
    flight::origin(context, sentence, word.range.end, mentions).filter(|_| people)
}

/// "rebels **in Chad**", "demonstran **di Bagdad**": people without another owner are of the state that they are in.
fn resident(
    context: Context<'_>,
    sentence: &Sentence,
    word: &Word<'_>,
    mentions: &[Mention],
) -> Option<Actor> {
    use ActorKind::{Bloc, Place, State, Territory};
    let place =
        owners::around(context, sentence, word.range.end, mentions).filter(|_| word.group.resident)?;
    let owner = place.actors.first()?;
    matches!(owner.kind, Bloc | Place | State | Territory).then(|| owner.clone())
}

/// "**Russian** forces", "**US and Filipino** troops"; of a person only a government, or what "'s" makes theirs.
fn owned_before(
    context: Context<'_>,
    sentence: &Sentence,
    word: &Word<'_>,
    mentions: &[Mention],
) -> Option<(Vec<Actor>, Range<usize>)> {
    let owner = owners::before(context, sentence, word.range.start, mentions)?;
    let genitive = context.is("genitive", &sentence.tokens[owner.last]);
    if is_person(owner) && !word.group.itself && !genitive {
        return None;
    }
    let owners = owners::sharing(context, sentence, owner, mentions);
    let actors = owners.iter().flat_map(|owner| owner.actors.clone()).collect();
    Some((actors, owners[0].first..word.range.end))
}

/// "operasi **militer** Rusia", "**military** operation": beside its noun the word only says of what sort that is.
fn says_what_sort(context: Context<'_>, sentence: &Sentence, at: usize, end: usize) -> bool {
    let noun = if context.heads_last() { Some(end) } else { at.checked_sub(1) };
    let noun = noun.and_then(|noun| sentence.tokens.get(noun)).is_some_and(is_nominal);
    noun && context.is("attributive", &sentence.tokens[at])
}

/// "**warga negara** Indonesia", "**Perdana Menteri** Peru": a group word inside a longer one, or inside a title.
fn inside_longer(context: Context<'_>, sentence: &Sentence, at: usize, end: usize) -> bool {
    if owners::commands(context, sentence, at) {
        return true;
    }
    let titles = |before| context.index.names.roles.at(form_at(sentence, before));
    let titled = |before: usize| titles(before).any(|title| before + title.folded.len() >= end);
    (at.saturating_sub(3)..at).any(|before| {
        phrase_end(context, sentence, before).is_some_and(|longer| longer >= end) || titled(before)
    })
}

/// "Bertrand Kasongo, **anggota parlemen** dari Kivu": behind a person's name it says what that one is.
fn is_title(context: Context<'_>, sentence: &Sentence, at: usize, mentions: &[Mention]) -> bool {
    let title = context.index.names.roles.at(form_at(sentence, at)).next().is_some();
    let comma = at.checked_sub(1).filter(|&comma| sentence.tokens[comma].form == ",");
    title && comma.and_then(|comma| ending_at(mentions, comma)).is_some_and(is_person)
}

fn is_nominal(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Adj)
}

/// "**Rusia** memuji sekutunya": the clitic means the actor that the sentence names first; a person's state.
pub fn of_subject(
    context: Context<'_>,
    sentence: &Sentence,
    at: usize,
    end: usize,
    mentions: &[Mention],
) -> Option<(Vec<Actor>, Range<usize>)> {
    // "pasukan sekutunya" may be anybody's; "dukungan negaranya" is not.
    let itself = group_at(context, sentence, at).is_some_and(|(group, _)| group.itself);
    let owned = !itself && at.checked_sub(1).is_some_and(|before| is_nominal(&sentence.tokens[before]));
    let clitic = !owned && sentence.tokens.get(end).is_some_and(|token| context.is("possessive", token));
    let acting = mentions.iter().find(|mention| !is_setting(context, sentence, mention));
    let owner = acting.filter(|owner| clitic && owner.last < end)?.actors.first()?;
    let state = owner.acts_for.as_deref().and_then(|state| context.ontology.actor(state));
    let owner =
        state.map_or_else(|| owner.clone(), |state| actors::known(state, context.document, context.ontology));
    Some((vec![owner], at..end + 1))
}

/// "**Dari Doha**, …": a sentence opens with where it was said.
fn is_setting(context: Context<'_>, sentence: &Sentence, mention: &Mention) -> bool {
    let opening =
        mention.first == 1 && sentence.tokens.get(mention.last).is_some_and(|next| next.form == ",");
    let preposition = &sentence.tokens[0];
    opening && (context.is("origin", preposition) || context.is("place", preposition))
}

/// Index after the group word that begins at a token.
pub fn phrase_end(context: Context<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    group_at(context, sentence, at).map(|(_, end)| end)
}

/// Whether a token belongs to the name of a ministry or portfolio.
pub fn is_part(context: Context<'_>, token: &Token) -> bool {
    context.index.names.groups.contains_word(&token.form)
}

/// The group word that begins at a token, and the index after it.
pub fn group_at<'a>(context: Context<'a>, sentence: &Sentence, at: usize) -> Option<(&'a Group, usize)> {
    let phrase = context.index.names.groups.at(form_at(sentence, at)).next()?;
    Some((&context.ontology.groups[phrase.value], at + phrase.folded.len()))
}

/// "rakyat **dan tentara Korea Utara**": the owner of the next group word.
fn shared(context: Context<'_>, sentence: &Sentence, end: usize, mentions: &[Mention]) -> Option<Vec<Actor>> {
    let coordinator = sentence.tokens.get(end)?;
    if !context.is("coordinator", coordinator) {
        return None;
    }
    let next = covering(mentions, end + 1).filter(|mention| mention.kind == MentionKind::Group)?;
    let owner = next.actors[0].id.split('/').next()?;
    let entry = context.ontology.actor(owner)?;
    Some(vec![actors::known(entry, context.document, context.ontology)])
}

/// "**AS dan** sekutunya", "**AS dan** sekutu": the owner stands before.
fn coordinated(
    context: Context<'_>,
    sentence: &Sentence,
    range: &Range<usize>,
    mentions: &[Mention],
) -> Option<(Vec<Actor>, Range<usize>)> {
    let clitic = sentence.tokens.get(range.end).is_some_and(|token| context.is("possessive", token));
    let owner = owners::coordinated(context, sentence, range.start, mentions)?;
    Some((owner.actors.clone(), range.start..range.end + usize::from(clitic)))
}
