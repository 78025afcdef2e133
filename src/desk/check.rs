//! What a person sets must be what it can be.

use super::DeskError;
use crate::model::{Correction, Decision, Document, When};
use crate::ontology::Ontology;
use crate::spelling::suggestion;

/// The most characters of a text that a person gives.
pub const LONGEST_TEXT: usize = 4000;

/// Fails for a text that is longer than any should be.
pub(super) fn length(field: &str, text: &str) -> Result<(), DeskError> {
    if text.chars().nth(LONGEST_TEXT).is_none() {
        return Ok(());
    }
    Err(DeskError::Field(format!(
        "`{field}` is longer than {LONGEST_TEXT} characters: say it in fewer words"
    )))
}

/// A text without room around it, if any is left.
pub(super) fn words(field: &str, text: &str) -> Result<String, DeskError> {
    length(field, text)?;
    match text.trim() {
        "" => Err(DeskError::Field(format!("`{field}` is empty: give the words"))),
        words => Ok(words.to_owned()),
    }
}

/// A text without room around it; nothing if none is left.
fn optional(field: &str, text: Option<String>) -> Result<Option<String>, DeskError> {
    let text = text.as_deref().map_or("", str::trim);
    length(field, text)?;
    Ok(Some(text.to_owned()).filter(|text| !text.is_empty()))
}

/// Who decides, and why.
pub(super) fn deciders(decision: &Decision) -> Result<(), DeskError> {
    length("by", decision.by.as_deref().unwrap_or_default())?;
    length("why", decision.why.as_deref().unwrap_or_default())
}

/// The source of an added claim.
pub(super) fn source(source: Document, ontology: &Ontology) -> Result<Document, DeskError> {
    Ok(Document {
        id: words("source", &source.id)?,
        title: optional("title", source.title)?,
        publisher: optional("publisher", source.publisher)?,
        language: source.language.map(|code| language(&code, ontology)).transpose()?,
        ..source
    })
}

/// A language as documents name theirs: `id-ID` and `ind` are `id`.
fn language(code: &str, ontology: &Ontology) -> Result<String, DeskError> {
    let is_tag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric());
    let tag = code.trim().to_ascii_lowercase();
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let is_primary = matches!(primary.len(), 2 | 3) && primary.bytes().all(|it| it.is_ascii_lowercase());
    if is_primary && tag.split(['-', '_']).all(is_tag) {
        return Ok(ontology.codes.get(primary).map_or(primary, String::as_str).to_owned());
    }
    Err(DeskError::Field(format!("`{code}` is no language: give its code of ISO 639-1, such as en")))
}

/// The circumstances that a correction sets, each as it can be; texts lose the room around them.
pub(super) fn circumstances(set: &mut Correction, ontology: &Ontology) -> Result<(), DeskError> {
    let texts =
        [("via", &mut set.via), ("mode", &mut set.mode), ("item", &mut set.item), ("about", &mut set.about)];
    for (field, text) in texts {
        if let Some(text) = text {
            length(field, text)?;
            *text = text.trim().to_owned();
        }
    }
    if let Some(Some(time)) = &set.when {
        when(time)?;
    }
    set.contexts.iter().flatten().try_for_each(|id| context(id, ontology))
}

fn context(id: &str, ontology: &Ontology) -> Result<(), DeskError> {
    length("contexts", id)?;
    let known = || ontology.contexts.iter().map(|context| context.id.as_str());
    if known().any(|context| context == id) {
        return Ok(());
    }
    let near = suggestion(id, known().map(|context| (context, context.to_owned())));
    let known: Vec<&str> = known().collect();
    Err(DeskError::Field(format!("no context `{id}`: there are {}{near}", known.join(", "))))
}

/// A time has a date, and does not end before it begins.
fn when(when: &When) -> Result<(), DeskError> {
    match (&when.from, &when.to) {
        (None, None) => Err(DeskError::Field(
            "`when` has no date: give `from` or `to`; an empty value, or null in JSON, clears the time"
                .to_owned(),
        )),
        (Some(from), Some(to)) if from.first_day() > to.last_day() => {
            Err(DeskError::Field(format!("`when` ends, {to}, before it begins, {from}: swap them")))
        }
        _ => Ok(()),
    }
}

/// Fails for a mode that the relation does not have.
pub(super) fn mode(mode: &str, relation: &str, ontology: &Ontology) -> Result<(), DeskError> {
    let modes = modes(relation, ontology);
    if mode.is_empty() || modes.iter().any(|known| known == mode) {
        return Ok(());
    }
    if modes.is_empty() {
        return Err(DeskError::Field(format!("`{relation}` has no modes: leave `mode` out")));
    }
    let near = suggestion(mode, modes.iter().map(|known| (known.as_str(), known.clone())));
    Err(DeskError::Field(format!("`{relation}` has no mode `{mode}`: it has {}{near}", modes.join(", "))))
}

/// The modes of a relation.
pub(super) fn modes<'o>(relation: &str, ontology: &'o Ontology) -> &'o [String] {
    ontology.relation(relation).map_or(&[], |relation| &relation.modes)
}
