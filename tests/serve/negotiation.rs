//! Formats of answers.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsParser, SliceQueryResultsParserOutput};

use super::running::Server;

const ROWS: &str = "SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o LIMIT 3";
const TRIPLES: &str = "CONSTRUCT { ?s a ?o } { { SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o LIMIT 3 } }";

#[test]
fn rows_and_truths_in_each_format_read_back_alike() {
    let server = Server::start(&[]);
    let formats =
        [QueryResultsFormat::Json, QueryResultsFormat::Xml, QueryResultsFormat::Csv, QueryResultsFormat::Tsv];
    for format in formats {
        let answer = server.ask_for(format.media_type(), ROWS).has_status(200);
        assert!(answer.header("content-type").unwrap().starts_with(format.media_type()), "{format}");
        assert_eq!(lengths(format, &answer.body), [2, 2, 2], "{format}");
        assert!(
            server.ask_for(format.media_type(), "ASK {}").has_status(200).text().contains("true"),
            "{format}"
        );
    }
}

/// How many terms each row has.
fn lengths(format: QueryResultsFormat, body: &[u8]) -> Vec<usize> {
    if format == QueryResultsFormat::Csv {
        return csv::Reader::from_reader(body).records().map(|row| row.unwrap().len()).collect();
    }
    let parsed = QueryResultsParser::from_format(format).for_slice(body).unwrap();
    let SliceQueryResultsParserOutput::Solutions(rows) = parsed else { panic!("{format}: no rows") };
    rows.map(|row| row.unwrap().len()).collect()
}

#[test]
fn triples_in_each_format_read_back_alike() {
    let server = Server::start(&[]);
    let types = [
        ("text/turtle", RdfFormat::Turtle),
        ("application/n-triples", RdfFormat::NTriples),
        ("application/rdf+xml", RdfFormat::RdfXml),
        ("application/ld+json", RdfFormat::JsonLd { profile: Default::default() }),
        ("application/n-quads", RdfFormat::NQuads),
        ("application/trig", RdfFormat::TriG),
    ];
    let read = |accept: &str, format| {
        let answer = server.ask_for(accept, TRIPLES).has_status(200);
        let mut lines: Vec<String> = RdfParser::from_format(format)
            .for_slice(&answer.body)
            .map(|quad| quad.unwrap().to_string())
            .collect();
        lines.sort();
        lines
    };
    let expected = read(types[0].0, types[0].1);
    assert_eq!(expected.len(), 3);
    for (accept, format) in types {
        assert_eq!(read(accept, format), expected, "{accept}");
    }
}

#[test]
fn the_most_welcome_format_is_taken_and_answers_vary_with_it() {
    let server = Server::start(&[]);
    let answer = server.ask_for("text/csv;q=0.5, application/sparql-results+xml;q=0.8, text/turtle", ROWS);
    assert_eq!(answer.header("content-type"), Some("application/sparql-results+xml"));
    assert_eq!(answer.header("vary"), Some("accept"));
    assert_eq!(
        server.ask_for("*/*;q=0.1", TRIPLES).header("content-type"),
        Some("text/turtle; charset=utf-8")
    );
}

#[test]
fn what_cannot_be_said_so_is_refused_with_what_can() {
    let server = Server::start(&[]);
    server.ask_for("text/turtle", ROWS).refuses(406, &["application/sparql-results+json", "text/csv"]);
    server.ask_for("text/csv", TRIPLES).refuses(406, &["text/turtle", "application/ld+json"]);
    server.ask_for("image/png", "ASK {}").refuses(406, &["application/sparql-results+json"]);
}
