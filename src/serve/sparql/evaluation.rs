//! Finds an answer and writes it, on a thread of its own.

use std::io;

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter};

use super::answer::Writer;
use super::negotiation::{self, Accept, GRAPHS, RESULTS};
use super::refusal::Refusal;
use crate::serve::Snapshot;
use crate::store::{QueryError, Scope, XmlText};

/// A query, and how its answer is to be.
pub(super) struct Question {
    pub(super) query: String,
    pub(super) scope: Scope,
    pub(super) accept: Accept,
    /// Most rows or triples.
    pub(super) rows: Option<u64>,
}

/// Finds an answer and writes it, or says why there is none.
pub(super) fn answer(snapshot: &Snapshot, question: &Question, mut writer: Writer) {
    match write(snapshot, question, &mut writer) {
        // Whoever does not take the end has gone away.
        Ok(()) => drop(writer.finish()),
        Err(refusal) => writer.refuse(refusal),
    }
}

fn write(snapshot: &Snapshot, question: &Question, writer: &mut Writer) -> Result<(), Refusal> {
    match snapshot.store.evaluate(&question.query, &question.scope)? {
        QueryResults::Boolean(truth) => {
            let (format, content_type) = chosen(&question.accept, &RESULTS)?;
            writer.set_content_type(content_type);
            QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(writer, truth)?;
        }
        QueryResults::Solutions(solutions) => rows(solutions, question, writer)?,
        QueryResults::Graph(found) => triples(found, snapshot, question, writer)?,
    }
    Ok(())
}

fn rows(solutions: QuerySolutionIter<'_>, question: &Question, writer: &mut Writer) -> Result<(), Refusal> {
    let (format, content_type) = chosen(&question.accept, &RESULTS)?;
    writer.set_content_type(content_type);
    let variables = solutions.variables().to_vec();
    let writer = XmlText::new(writer, format == QueryResultsFormat::Xml);
    let mut out =
        QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(writer, variables)?;
    for (count, solution) in (1..).zip(solutions) {
        check_rows(count, question.rows)?;
        out.serialize(&solution.map_err(QueryError::from)?)?;
    }
    out.finish()?;
    Ok(())
}

fn triples(
    found: QueryTripleIter<'_>,
    snapshot: &Snapshot,
    question: &Question,
    writer: &mut Writer,
) -> Result<(), Refusal> {
    let (format, content_type) = chosen(&question.accept, &GRAPHS)?;
    writer.set_content_type(content_type);
    let prefixes = snapshot.store.prefixes();
    let serializer = prefixes.iter().fold(RdfSerializer::from_format(format), |serializer, (name, iri)| {
        // What cannot be a prefix is written out.
        serializer.clone().with_prefix(name, iri).unwrap_or(serializer)
    });
    let mut out = serializer.for_writer(XmlText::new(writer, format == RdfFormat::RdfXml));
    for (count, triple) in (1..).zip(found) {
        check_rows(count, question.rows)?;
        out.serialize_triple(&triple.map_err(QueryError::from)?)?;
    }
    out.finish()?;
    Ok(())
}

fn check_rows(count: u64, most: Option<u64>) -> Result<(), Refusal> {
    match most {
        Some(most) if count > most => Err(Refusal::Rows(most)),
        _ => Ok(()),
    }
}

fn chosen<F: Copy>(
    accept: &Accept,
    formats: &[negotiation::Format<F>],
) -> Result<(F, &'static str), Refusal> {
    accept.choose(formats).ok_or_else(|| Refusal::Unacceptable(negotiation::names(formats)))
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
