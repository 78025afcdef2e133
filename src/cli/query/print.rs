//! How answers are printed.

use std::io::Write;

use anyhow::bail;
use clap::ValueEnum;
use comfy_table::ContentArrangement;
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{Term, Triple};
use oxigraph::sparql::Variable;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use crate::cli::console::{Console, count};
use crate::cli::table::table;
use crate::store::{Answer, Prefixes, Store, XmlText};

/// How answers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// Rows for people: short names for IRIs
    Table,
    /// Rows: SPARQL 1.1 Query Results JSON
    Json,
    /// Rows: SPARQL Query Results XML
    Xml,
    /// Rows: SPARQL 1.1 Query Results CSV, full IRIs
    Csv,
    /// Rows: SPARQL 1.1 Query Results TSV, terms as Turtle writes them
    Tsv,
    /// Triples: Turtle
    Ttl,
    /// Triples: N-Triples
    Nt,
    /// Triples: JSON-LD
    Jsonld,
}

/// How a user wants his answers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// The format of rows and of a truth.
    pub(super) rows: Format,
    /// The format of triples.
    pub(super) triples: Format,
    /// The number of rows of a table that are printed at most.
    pub(super) most_rows: Option<usize>,
    /// The answer goes to a file, in which a table is as wide as it needs.
    pub(super) is_file: bool,
}

impl Manner {
    /// One format for whatever comes; without one, that which fits people.
    pub(super) fn of(format: Option<Format>) -> Self {
        let (rows, triples) = (format.unwrap_or(Format::Table), format.unwrap_or(Format::Ttl));
        Self { rows, triples, most_rows: None, is_file: false }
    }
}

/// Prints an answer; notes how many rows a table has.
pub(super) fn answer(
    answer: &Answer,
    manner: &Manner,
    store: &Store,
    console: &Console,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    match answer {
        Answer::Truth(answer) => truth(*answer, manner.rows, out)?,
        Answer::Triples(answer) => match manner.triples.rdf() {
            Some(rdf) => triples(answer, rdf, store.prefixes(), out)?,
            None => bail!("CONSTRUCT and DESCRIBE give triples: --format ttl, nt or jsonld"),
        },
        Answer::Rows { variables, rows } if manner.rows == Format::Table => {
            let shown = manner.most_rows.map_or(rows.len(), |most| most.min(rows.len()));
            table_of(variables, &rows[..shown], manner.is_file, store.prefixes(), out)?;
            out.flush()?;
            console.note(row_count(rows.len(), shown));
        }
        Answer::Rows { variables, rows } => match manner.rows.results() {
            Some(format) => results(format, variables, rows, out)?,
            None => bail!("SELECT gives rows: --format table, json, xml, csv or tsv"),
        },
    }
    out.flush()?;
    Ok(())
}

fn row_count(rows: usize, shown: usize) -> String {
    let rows_there = count(rows, "row");
    if shown == rows {
        return rows_there;
    }
    format!("{rows_there}; the first {shown} are shown: .rows shows all, .output FILE writes all to a file")
}

impl Format {
    /// The format of rows; none if it is one of triples, or the table.
    pub(super) fn results(self) -> Option<QueryResultsFormat> {
        match self {
            Self::Json => Some(QueryResultsFormat::Json),
            Self::Xml => Some(QueryResultsFormat::Xml),
            Self::Csv => Some(QueryResultsFormat::Csv),
            Self::Tsv => Some(QueryResultsFormat::Tsv),
            Self::Table | Self::Ttl | Self::Nt | Self::Jsonld => None,
        }
    }

    /// As the user writes it.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
    }

    /// The format of triples; none if it is one of rows.
    pub(super) fn rdf(self) -> Option<RdfFormat> {
        match self {
            Self::Ttl => Some(RdfFormat::Turtle),
            Self::Nt => Some(RdfFormat::NTriples),
            Self::Jsonld => Some(RdfFormat::JsonLd { profile: JsonLdProfileSet::default() }),
            Self::Table | Self::Json | Self::Xml | Self::Csv | Self::Tsv => None,
        }
    }
}

/// A truth as a word, or in the format of results that has one.
fn truth(truth: bool, format: Format, out: &mut impl Write) -> std::io::Result<()> {
    match format.results() {
        Some(format @ (QueryResultsFormat::Json | QueryResultsFormat::Xml)) => {
            QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(&mut *out, truth)?;
            writeln!(out)
        }
        _ => writeln!(out, "{truth}"),
    }
}

/// Triples, with the prefixes that they need.
fn triples(
    triples: &[Triple],
    format: RdfFormat,
    prefixes: &Prefixes,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut serializer = RdfSerializer::from_format(format);
    for (name, iri) in prefixes.iter().filter(|(_, iri)| triples.iter().any(|triple| uses(triple, iri))) {
        serializer = serializer.with_prefix(name, iri)?;
    }
    let mut writer = serializer.for_writer(out);
    for triple in triples {
        writer.serialize_triple(triple)?;
    }
    writer.finish()?;
    Ok(())
}

fn uses(triple: &Triple, prefix: &str) -> bool {
    [triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string()]
        .iter()
        .any(|term| term.contains(&format!("<{prefix}")))
}

/// Rows in one of the formats of the W3C.
fn results(
    format: QueryResultsFormat,
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    out: &mut impl Write,
) -> std::io::Result<()> {
    let serializer = QueryResultsSerializer::from_format(format);
    let text = XmlText::new(&mut *out, format == QueryResultsFormat::Xml);
    let mut writer = serializer.serialize_solutions_to_writer(text, variables.to_vec())?;
    for row in rows {
        let bound = variables.iter().zip(row).filter_map(|(name, term)| Some((name, term.as_ref()?)));
        writer.serialize(bound)?;
    }
    writer.finish()?;
    let is_closed = matches!(format, QueryResultsFormat::Csv | QueryResultsFormat::Tsv);
    if is_closed { Ok(()) } else { writeln!(out) }
}

/// Rows for people.
fn table_of(
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    is_file: bool,
    prefixes: &Prefixes,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let mut table = table(variables);
    if is_file {
        table.set_content_arrangement(ContentArrangement::Disabled);
    }
    for row in rows {
        table.add_row(
            row.iter().map(|term| term.as_ref().map_or(String::new(), |term| short(term, prefixes))),
        );
    }
    writeln!(out, "{table}")
}

/// Characters by which a text could command a terminal; line ends only end a line.
fn is_command(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
}

/// A term for people: a short name, or the text of a literal alone.
fn short(term: &Term, prefixes: &Prefixes) -> String {
    match term {
        Term::NamedNode(iri) => prefixes.shorten(iri.as_str()).unwrap_or_else(|| iri.to_string()),
        Term::Literal(literal) => literal.value().replace(is_command, "\u{FFFD}"),
        other => other.to_string(),
    }
}
