//! What is said of one subject.

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};

use crate::pipeline::publish::text::{clean, decimal};

/// The statements about one subject, in the order in which they are made.
pub struct Description {
    subject: NamedNode,
    graph: GraphName,
    quads: Vec<Quad>,
}

impl Description {
    /// Nothing yet about a subject, in the default graph.
    pub fn of(subject: NamedNode) -> Self {
        Self { subject, graph: GraphName::DefaultGraph, quads: Vec::new() }
    }

    /// Nothing yet about a subject, in a named graph.
    pub fn within(graph: NamedNode, subject: NamedNode) -> Self {
        Self { subject, graph: graph.into(), quads: Vec::new() }
    }

    /// Adds its class.
    pub fn a(self, class: NamedNode) -> Self {
        self.with(rdf::TYPE.into_owned(), class)
    }

    /// Adds a property.
    pub fn with(mut self, property: NamedNode, value: impl Into<Term>) -> Self {
        self.quads.push(Quad::new(self.subject.clone(), property, value, self.graph.clone()));
        self
    }

    /// Adds a property once for each value; no two may be equal.
    pub fn with_each<T: Into<Term>>(self, property: &NamedNode, values: impl IntoIterator<Item = T>) -> Self {
        values.into_iter().fold(self, |description, value| description.with(property.clone(), value))
    }

    /// Adds a property once for each different value. For short lists: every value is compared with all that is there.
    pub fn with_different<T: Into<Term>>(
        self,
        property: &NamedNode,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        values.into_iter().map(Into::into).fold(self, |description, value| {
            let is_there =
                description.quads.iter().any(|quad| quad.predicate == *property && quad.object == value);
            if is_there { description } else { description.with(property.clone(), value) }
        })
    }

    /// The statements.
    pub fn quads(self) -> Vec<Quad> {
        self.quads
    }
}

/// A text without language.
pub fn plain_text(text: &str) -> Literal {
    Literal::new_simple_literal(clean(text))
}

/// A text in a language; without one if the code is none.
pub fn text(text: &str, language: Option<&str>) -> Literal {
    language
        .and_then(|code| Literal::new_language_tagged_literal(clean(text), code).ok())
        .unwrap_or_else(|| plain_text(text))
}

/// A number with at most four decimals.
pub fn number(value: f64) -> Literal {
    Literal::new_typed_literal(decimal(value), xsd::DECIMAL)
}

/// A whole number.
pub fn integer(value: impl TryInto<i64>) -> Literal {
    Literal::from(value.try_into().unwrap_or(i64::MAX))
}

/// A year, a month, a day or an instant, typed as what it is. A time that XML Schema would not read (without seconds, with the
/// name of a zone) leaves its day.
pub fn date(text: &str) -> Literal {
    let (text, datatype) = match text.len() {
        4 => (text, xsd::G_YEAR),
        7 => (text, xsd::G_YEAR_MONTH),
        10 => (text, xsd::DATE),
        _ if text.get(11..).is_some_and(is_time) => (text, xsd::DATE_TIME),
        _ => (text.get(..10).unwrap_or(text), xsd::DATE),
    };
    Literal::new_typed_literal(text, datatype)
}

/// Whether it is `08:00:00`, with a fraction and a zone (`Z`, `+07:00`) or without.
fn is_time(text: &str) -> bool {
    let Some((clock, rest)) = text.split_at_checked(8) else { return false };
    let zone =
        rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let has_fraction = !rest.starts_with('.') || rest.len() > zone.len() + 1;
    let is_zone = match zone.strip_prefix(['+', '-']) {
        Some(offset) => is_like(offset, "14:59"),
        None => matches!(zone, "" | "Z"),
    };
    is_like(clock, "23:59:59") && has_fraction && is_zone
}

/// Whether a text has digits where the pattern has them, pairs of them at most as great, and else the same marks.
fn is_like(text: &str, greatest: &str) -> bool {
    let (mut parts, mut bounds) = (text.split(':'), greatest.split(':'));
    let is_pair = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    text.len() == greatest.len()
        && parts.by_ref().zip(bounds.by_ref()).all(|(part, bound)| is_pair(part) && part <= bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_typed_as_precisely_as_they_are() {
        let of = |text: &str| date(text).to_string().rsplit('#').next().unwrap_or_default().to_owned();
        let dates = ["2026", "2026-01", "2026-01-10", "2026-01-10T08:00:00", "2026-01-10T08:00:00.5+07:00"];
        assert_eq!(dates.map(of), ["gYear>", "gYearMonth>", "date>", "dateTime>", "dateTime>"]);
    }

    #[test]
    fn a_time_that_xml_schema_does_not_know_leaves_its_day() {
        for time in
            ["08:00", "08:00:60", "08:00:00+07", "08:00:00.", "08:00:00+07:00[Asia/Jakarta]", "080000"]
        {
            let literal = date(&format!("2026-01-10T{time}"));
            assert_eq!(literal, Literal::new_typed_literal("2026-01-10", xsd::DATE), "{time}");
        }
    }
}
