//! What GraphML and GEXF say of actors and ties, beside what each has its own place for.

use std::borrow::Cow;
use std::fmt::Write;

use super::network::{Shown, Tie};
use super::rdf::Vocabulary;
use super::text::{add_decimal, name};
use super::xml::escape;

/// A column of a table of actors or ties.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name: none that Gephi takes for something else (`id`, `source`, `target`, `kind`, `interval`, `timeset`), none twice.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text; dates too, since no reader takes the type `date`.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// Yes or no.
    Truth,
}

/// What stands in one field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing: the field is left out.
    None,
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// A number, written with up to eight decimals.
    Number(f64),
    /// Yes or no.
    Truth(bool),
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind }
}

/// Of actors, in the order of [`of_actor`].
pub const ACTOR: [Column; 10] = [
    column("actor", Kind::Text),
    column("iri", Kind::Text),
    column("actor_kind", Kind::Text),
    column("sector", Kind::Text),
    column("country", Kind::Text),
    column("acts_for", Kind::Text),
    column("wikidata", Kind::Text),
    column("mentions", Kind::Whole),
    column("bloc", Kind::Whole),
    column("rank", Kind::Number),
];

/// Of ties, in the order of [`of_tie`].
pub const TIE: [Column; 17] = [
    column("relation", Kind::Text),
    column("interaction", Kind::Text),
    column("sign", Kind::Whole),
    column("confidence", Kind::Number),
    column("origins", Kind::Whole),
    column("evidence", Kind::Whole),
    column("status", Kind::Text),
    column("plain", Kind::Truth),
    column("symmetric", Kind::Truth),
    column("contested", Kind::Truth),
    column("edited", Kind::Truth),
    column("first_reported", Kind::Text),
    column("last_reported", Kind::Text),
    column("since", Kind::Text),
    column("until", Kind::Text),
    column("claim", Kind::Text),
    column("iri", Kind::Text),
];

/// What stands in the columns of an actor; `bloc` counts from 1, as `aliansi blocs` does.
pub fn of_actor<'a>(shown: &Shown<'a>, vocabulary: &Vocabulary) -> [Value<'a>; ACTOR.len()] {
    let (node, actor) = (shown.node, &shown.node.actor);
    [
        text(&actor.id),
        Value::Text(vocabulary.actor(&actor.id).into_string().into()),
        Value::Text(name(actor.kind).into()),
        known(&actor.sector),
        known(&actor.country),
        known(&actor.acts_for),
        known(&node.wikidata),
        Value::Whole(node.mentions.values().sum::<usize>() as i64),
        shown.bloc.map_or(Value::None, |bloc| Value::Whole(bloc as i64 + 1)),
        Value::Number(shown.rank),
    ]
}

/// What stands in the columns of a tie. Cytoscape wants the relation as `interaction`.
pub fn of_tie<'a>(tie: &Tie<'a>, vocabulary: &Vocabulary) -> [Value<'a>; TIE.len()] {
    let edge = tie.edge;
    [
        text(&edge.relation),
        text(&edge.relation),
        Value::Whole(tie.sign().into()),
        Value::Number(tie.confidence()),
        Value::Whole(tie.origins() as i64),
        Value::Whole(edge.evidence.len() as i64),
        Value::Text(name(tie.status).into()),
        Value::Truth(edge.plain),
        Value::Truth(edge.symmetric),
        Value::Truth(edge.contested),
        Value::Truth(tie.edited),
        known(&edge.first_reported),
        known(&edge.last_reported),
        known(&edge.since),
        known(&edge.until),
        text(&edge.claim),
        Value::Text(vocabulary.claim(&edge.claim).into_string().into()),
    ]
}

fn text(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

fn known(value: &Option<String>) -> Value<'_> {
    value.as_deref().map_or(Value::None, text)
}

impl Value<'_> {
    /// Adds it as XML; false if there is nothing, or nothing that XML can hold.
    pub fn write(&self, out: &mut String) -> bool {
        let before = out.len();
        match self {
            Value::None => {}
            Value::Text(text) => escape(text, out),
            Value::Whole(number) => push(out, format_args!("{number}")),
            Value::Number(number) => add_decimal(*number, 8, out),
            Value::Truth(truth) => push(out, format_args!("{truth}")),
        }
        out.len() > before
    }
}

/// Writing to a string never fails.
fn push(out: &mut String, text: std::fmt::Arguments) {
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_from_something() {
        let mut out = String::new();
        assert!(!Value::None.write(&mut out) && !Value::Text("\0".into()).write(&mut out));
        assert!(Value::Truth(false).write(&mut out) && Value::Text("a<b".into()).write(&mut out));
        assert_eq!(out, "falsea&lt;b");
    }
}
