//! What every document goes through last, whatever its format.

use super::{Rules, boilerplate, language, mojibake, normalize, unwrap};
use crate::model::{Document, Warning};
use crate::words::plain;

/// Repairs, normalises and cleans the text and the fields of a document as its format gave it; tells its language, and puts the
/// title first if no line of the text holds it. Doing it again changes nothing.
///
/// # Errors
/// A warning at `place` when no text is left.
pub(super) fn finish(mut document: Document, place: &str, rules: &Rules<'_>) -> Result<Document, Warning> {
    let text = normalize::normalize(&mojibake::repair(&document.text));
    document.text = boilerplate::set_aside(&unwrap::unwrap(&text), rules);
    if document.text.is_empty() {
        return Err(Warning::new(place, "no text in it", "left out"));
    }
    for field in [&mut document.title, &mut document.author, &mut document.publisher, &mut document.via] {
        *field = field.take().and_then(|value| one_line(&value));
    }
    put_title_first(&mut document);
    document.language = document.language.take().or_else(|| language::detect(&document.text, rules.codes));
    Ok(document)
}

fn one_line(value: &str) -> Option<String> {
    let line =
        normalize::normalize(&mojibake::repair(value)).split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

fn put_title_first(document: &mut Document) {
    let Some(title) = &document.title else { return };
    let wanted = plain(title);
    let holds = |line: &str| line.len() < 4 * title.len() + 16 && plain(line) == wanted;
    if !document.text.split('\n').any(holds) {
        document.text = format!("{title}\n{}", document.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, text: &str) -> Document {
        Document { title: Some(title.to_owned()), text: text.to_owned(), ..Document::default() }
    }

    fn finish(document: Document, place: &str) -> Result<Document, Warning> {
        super::finish(document, place, &Rules::shipped())
    }

    #[test]
    fn the_title_is_a_line_once() {
        let title = "Iran kecam Israel";
        let put = finish(document(title, "Teheran mengecam serangan itu."), "a").unwrap();
        assert_eq!(put.text, "Iran kecam Israel\nTeheran mengecam serangan itu.");
        let kept = finish(document(title, "Berita\nIRAN KECAM ISRAEL\nTeheran mengecam serangan itu."), "a")
            .unwrap();
        assert!(kept.text.starts_with("Berita\nIRAN"));
        assert_eq!(finish(kept.clone(), "a").unwrap(), kept);
    }

    #[test]
    fn a_document_without_text_is_left_out() {
        let warning = finish(document("Judul", " \u{0}\n - \n"), "a.txt").unwrap_err();
        assert_eq!(warning.to_string(), "a.txt: no text in it (left out)");
    }
}
