//! A record of fields (a line of .jsonl, a row of .csv) → a document.

use std::collections::BTreeMap;

use super::{Acquired, Options, Rules, finish, html, language};
use crate::model::{Document, Genre, Warning};

/// The fields of a document that a record may hold.
pub(super) const FIELDS: [&str; 12] = [
    "id",
    "text",
    "title",
    "published",
    "publisher",
    "author",
    "genre",
    "url",
    "archive_url",
    "retrieved",
    "via",
    "language",
];

/// The values of a record by field.
pub(super) type Fields = BTreeMap<&'static str, String>;

/// One warning for each field named by `--map` that documents do not have.
pub(super) fn unknown_fields(options: &Options) -> Vec<Warning> {
    let unknown = options.map.keys().filter(|field| !FIELDS.contains(&field.as_str()));
    let warning = |field: &String| {
        Warning::new(
            "--map",
            format!("a document has no field `{field}`"),
            format!("use one of {}", FIELDS.join(", ")),
        )
    };
    unknown.map(warning).collect()
}

/// What a field is called in the user's file.
pub(super) fn source_name<'a>(field: &'a str, options: &'a Options) -> &'a str {
    options.map.get(field).map_or(field, String::as_str)
}

/// The document, with a warning before it for each field that could not be read. `place` names the record and is its id
/// if it has none.
pub(super) fn document(
    mut fields: Fields,
    default_id: &str,
    place: &str,
    rules: &Rules<'_>,
) -> Vec<Acquired> {
    let Some(text) = fields.remove("text").filter(|text| !text.trim().is_empty()) else {
        return vec![Err(Warning::new(
            place,
            "no text",
            "give it a field `text`, or name the one that holds it with --map text=NAME",
        ))];
    };
    let text = if html::is_fragment(&text) { html::fragment(&text) } else { text };
    let mut warnings = Vec::new();
    let mut document = plain_fields(&mut fields, text, default_id);
    document.language =
        read(&mut fields, "language", place, &mut warnings, |field| language::code(field, rules.codes));
    document.genre = read(&mut fields, "genre", place, &mut warnings, genre);
    let finished = finish::finish(document, place, rules).map(|mut document| {
        let language = document.language.clone();
        let mut date = |field| {
            read(&mut fields, field, place, &mut warnings, |value| {
                rules.calendar.read(value, language.as_deref())
            })
        };
        document.published = date("published");
        document.retrieved = date("retrieved");
        document
    });
    warnings.into_iter().map(Err).chain([finished]).collect()
}

fn plain_fields(fields: &mut Fields, text: String, default_id: &str) -> Document {
    let mut take =
        |field| fields.remove(field).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    Document {
        id: take("id").unwrap_or_else(|| default_id.to_owned()),
        text,
        title: take("title"),
        publisher: take("publisher"),
        author: take("author"),
        url: take("url"),
        archive_url: take("archive_url"),
        via: take("via"),
        ..Document::default()
    }
}

/// Reads a field; what cannot be read is a warning and not known.
fn read<T>(
    fields: &mut Fields,
    field: &'static str,
    place: &str,
    warnings: &mut Vec<Warning>,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let value = fields.remove(field).filter(|value| !value.trim().is_empty())?;
    let read = parse(value.trim());
    if read.is_none() {
        warnings.push(Warning::new(
            place,
            format!("{field} `{}` cannot be read", shortened(&value)),
            hint(field),
        ));
    }
    read
}

fn hint(field: &str) -> &'static str {
    match field {
        "genre" => "left empty; write news, opinion, official or social",
        "language" => "detected instead; write an ISO 639 code such as id",
        _ => "left empty; write it as 2026-01-10",
    }
}

fn shortened(value: &str) -> String {
    value.chars().take(40).collect()
}

/// A genre by its name.
pub(super) fn genre(value: &str) -> Option<Genre> {
    serde_json::from_value(serde_json::Value::String(value.to_lowercase())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PartialDate;

    fn record(fields: &[(&'static str, &str)]) -> Vec<Acquired> {
        let fields = fields.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
        document(fields, "a.csv:2", "a.csv:2", &Rules::shipped())
    }

    #[test]
    fn a_bad_field_is_a_warning_and_the_document_stays() {
        let acquired = record(&[
            ("text", "Iran mengecam Israel."),
            ("published", "kemarin"),
            ("genre", "puisi"),
            ("language", "?"),
        ]);
        let [Err(language), Err(genre), Err(published), Ok(document)] = &acquired[..] else {
            panic!("{acquired:?}")
        };
        assert_eq!(
            published.to_string(),
            "a.csv:2: published `kemarin` cannot be read (left empty; write it as 2026-01-10)"
        );
        assert!(genre.cause.contains("puisi") && language.cause.contains('?'));
        assert_eq!(
            (document.id.as_str(), document.published.as_ref(), document.language.as_deref()),
            ("a.csv:2", None, Some("id"))
        );
    }

    #[test]
    fn a_record_without_text_is_left_out() {
        assert!(
            matches!(&record(&[("id", "x"), ("text", " ")])[..], [Err(warning)] if warning.cause == "no text")
        );
    }

    #[test]
    fn the_language_decides_the_order_of_day_and_month() {
        let day = |language| {
            record(&[("text", "x y z"), ("published", "8/7/2025"), ("language", language)])
                .pop()
                .unwrap()
                .unwrap()
                .published
        };
        assert_eq!(day("id").as_ref().map(PartialDate::as_str), Some("2025-07-08"));
        assert_eq!(day("en"), None);
    }
}
