//! Institutes that no data holds: "peneliti **Pusat Kajian Bahari Makassar**", "an analyst at the **Lagos Centre for Sea
//! Studies**".

use crate::model::{ActorKind, Mention, MentionKind, Sentence};
use crate::pipeline::detect::actors;
use crate::pipeline::detect::context::{Context, covering};
use crate::pipeline::detect::persons::is_person;

/// The institute whose name begins at a token, over an article: capitalised words of which one says that it is one.
pub fn at(context: Context<'_>, sentence: &Sentence, at: usize, mentions: &[Mention]) -> Option<Mention> {
    let article = sentence.tokens.get(at).is_some_and(|token| context.is("article", token));
    let first = at + usize::from(article);
    let end = name_end(context, sentence, first, mentions);
    let known =
        covering(mentions, first).is_some_and(|mention| mention.first == first && mention.last >= end);
    let told = sentence.tokens.get(first..end)?.iter().any(|token| context.is("institution", token));
    (told && !known && end > first + 1).then(|| {
        let actor = actors::stranger(context.span(sentence, first, end), ActorKind::Organization);
        context.mention(sentence, first..end, vec![actor], MentionKind::Name)
    })
}

/// Index after the capitalised words from `first` on, with those that a joiner or coordinator adds; no person is among them.
fn name_end(context: Context<'_>, sentence: &Sentence, first: usize, mentions: &[Mention]) -> usize {
    let capital = |at: usize| {
        let free = covering(mentions, at).is_none_or(|mention| !is_person(mention));
        free && sentence.tokens.get(at).is_some_and(|token| token.capitalized)
    };
    let joins = |at: usize| {
        let list = |list: &str| sentence.tokens.get(at).is_some_and(|token| context.is(list, token));
        list("joiner") || list("coordinator")
    };
    let mut end = first;
    while capital(end) || end > first && joins(end) && capital(end + 1) {
        end += 1;
    }
    end
}
