//! A file that is one document: text, Markdown or HTML.

use super::decode::{declared_in_html, decode};
use super::format::Format;
use super::walk::Input;
use super::{Acquired, Rules, bylines, finish, html, markdown};
use crate::model::{Document, Warning};

/// The document that a file's bytes hold, with a warning before it if some characters are in doubt.
pub(super) fn document(bytes: &[u8], format: Format, input: &Input, rules: &Rules<'_>) -> Vec<Acquired> {
    let place = input.place();
    let declared = if format == Format::Html { declared_in_html(bytes) } else { None };
    let decoded = decode(bytes, declared);
    let doubt = decoded.doubt.map(|doubt| Err(Warning::new(&place, doubt, "save it as UTF-8")));
    let document = Document { id: input.id.clone(), ..as_written(&decoded.text, format, rules) };
    let document = finish::finish(document, &place, rules).map(|mut document| {
        bylines::describe(&mut document, rules);
        document
    });
    doubt.into_iter().chain([document]).collect()
}

/// Text and fields before they are cleaned.
fn as_written(text: &str, format: Format, rules: &Rules<'_>) -> Document {
    match format {
        Format::Html => html::document(text, rules),
        Format::Markdown => markdown::document(text, rules),
        Format::Text | Format::Csv | Format::Jsonl => {
            Document { text: text.to_owned(), ..Document::default() }
        }
    }
}
