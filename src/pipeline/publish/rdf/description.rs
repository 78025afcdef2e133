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

    /// Adds a property once for each value.
    pub fn with_each<T: Into<Term>>(self, property: &NamedNode, values: impl IntoIterator<Item = T>) -> Self {
        values.into_iter().fold(self, |description, value| description.with(property.clone(), value))
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

/// A year, a month, a day or an instant, typed as what it is.
pub fn date(text: &str) -> Literal {
    let datatype = match text.len() {
        4 => xsd::G_YEAR,
        7 => xsd::G_YEAR_MONTH,
        10 => xsd::DATE,
        _ => xsd::DATE_TIME,
    };
    Literal::new_typed_literal(text, datatype)
}
