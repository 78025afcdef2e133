//! Document → sentences of tokens.
//!
//! | file | does |
//! |---|---|
//! | `split`, `dateline` | text → spans of sentences |
//! | `tokenize` | a span → tokens with offsets, as the index cuts names |
//! | `tag` | tokens → parts of speech, dictionary forms, voices |
//! | `parse` | tokens, once the actors are known → heads and relations |

mod dateline;
mod parse;
mod split;
mod tag;
mod tokenize;

pub use parse::parse;
pub use tag::inflect;
pub(super) use tag::is_title_case;

use crate::model::{Document, Sentence};
use crate::ontology::Ontology;

/// The sentences of a document with their tokens, in the order of the text.
///
/// A document in a language that the ontology does not hold has no sentences. Linear in the text.
pub fn analyze(document: &Document, ontology: &Ontology) -> Vec<Sentence> {
    let Some(language) = document.language.as_deref().and_then(|code| ontology.index().language(code)) else {
        return Vec::new();
    };
    let spans = split::sentences(&document.text, &language.forms);
    spans
        .into_iter()
        .enumerate()
        .map(|(index, span)| sentence(document, index, span, &language.forms))
        .collect()
}

fn sentence(
    document: &Document,
    index: usize,
    span: split::Span,
    forms: &crate::ontology::index::forms::Forms,
) -> Sentence {
    let mut tokens = tokenize::tokens(&document.text, span.start, span.end, forms);
    tag::tag(&mut tokens, &document.text, span.kind, forms);
    Sentence { index, start: span.start, end: span.end, kind: span.kind, paragraph: span.paragraph, tokens }
}
