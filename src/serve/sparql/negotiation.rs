//! Which format an answer is written in (RFC 9110, 12.5.1).

use axum::http::{HeaderMap, header};
use oxigraph::io::{JsonLdProfileSet, RdfFormat};
use oxigraph::sparql::results::QueryResultsFormat;

/// A format with the media types that ask for it, the first being its own.
pub(super) type Format<F> = (F, &'static [&'static str]);

/// Formats of rows and truths; of equally welcome ones the first is taken.
pub(super) const RESULTS: [Format<QueryResultsFormat>; 4] = [
    (QueryResultsFormat::Json, &["application/sparql-results+json", "application/json"]),
    (QueryResultsFormat::Xml, &["application/sparql-results+xml", "application/xml", "text/xml"]),
    (QueryResultsFormat::Csv, &["text/csv"]),
    (QueryResultsFormat::Tsv, &["text/tab-separated-values"]),
];

/// Formats of triples; of equally welcome ones the first is taken.
pub(super) const GRAPHS: [Format<RdfFormat>; 6] = [
    (RdfFormat::Turtle, &["text/turtle", "application/x-turtle"]),
    (RdfFormat::NTriples, &["application/n-triples"]),
    (RdfFormat::RdfXml, &["application/rdf+xml", "application/xml", "text/xml"]),
    (RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }, &["application/ld+json", "application/json"]),
    (RdfFormat::NQuads, &["application/n-quads"]),
    (RdfFormat::TriG, &["application/trig"]),
];

/// What a request accepts: its `Accept`, of which anything may be missing.
#[derive(Debug, Clone, Default)]
pub(super) struct Accept(Vec<Range>);

/// `text/*;q=0.5`
#[derive(Debug, Clone)]
struct Range {
    kind: String,
    subtype: String,
    /// Thousandths.
    quality: u16,
}

impl Accept {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
        Self(values.flat_map(|value| value.split(',')).filter_map(Range::parse).collect())
    }

    /// The most welcome of the formats with the media type by which it was asked for; none if no format is welcome.
    pub(super) fn choose<F: Copy>(&self, formats: &[Format<F>]) -> Option<(F, &'static str)> {
        let mut best: Option<(u16, (F, &'static str))> = None;
        for (format, types) in formats {
            for name in *types {
                let quality = self.quality(name);
                if quality > best.map_or(0, |(best, _)| best) {
                    best = Some((quality, (*format, name)));
                }
            }
        }
        best.map(|(_, chosen)| chosen)
    }

    /// Whether the request names HTML itself, as browsers do, and takes none of the formats rather.
    pub(super) fn prefers_html<F>(&self, formats: &[Format<F>]) -> bool {
        let html = self.0.iter().find(|range| range.subtype == "html").map_or(0, |range| range.quality);
        let types = formats.iter().flat_map(|(_, types)| *types);
        html > 0 && types.map(|name| self.quality(name)).all(|other| other <= html)
    }

    /// How welcome a media type is, in thousandths: as the most specific range says that holds it.
    fn quality(&self, name: &str) -> u16 {
        if self.0.is_empty() {
            return 1000;
        }
        let (kind, subtype) = name.split_once('/').unwrap_or((name, ""));
        let specific = |range: &&Range| (range.kind != "*", range.subtype != "*");
        self.0
            .iter()
            .filter(|range| range.holds(kind, subtype))
            .max_by_key(specific)
            .map_or(0, |range| range.quality)
    }
}

impl Range {
    /// What is no range is passed over. Parameters but `q` do not count.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (kind, subtype) = parts.next()?.split_once('/')?;
        let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let quality = quality.map_or(1.0, |quality| quality.parse().unwrap_or(0.0_f32)).clamp(0.0, 1.0);
        let (kind, subtype) = (kind.to_ascii_lowercase(), subtype.to_ascii_lowercase());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
        Some(Self { kind, subtype, quality: (quality * 1000.0) as u16 })
    }

    fn holds(&self, kind: &str, subtype: &str) -> bool {
        (self.kind == "*" || self.kind == kind) && (self.subtype == "*" || self.subtype == subtype)
    }
}

/// The formats' own media types, for a message.
pub(super) fn names<F>(formats: &[Format<F>]) -> String {
    formats.iter().map(|(_, types)| types[0]).collect::<Vec<_>>().join(", ")
}

/// The value of `Content-Type`: text says that it is UTF-8.
pub(super) fn content_type(media_type: &str) -> String {
    if media_type.starts_with("text/") {
        format!("{media_type}; charset=utf-8")
    } else {
        media_type.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen<F: Copy>(accept: &str, formats: &[Format<F>]) -> Option<&'static str> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        Accept::of(&headers).choose(formats).map(|(_, name)| name)
    }

    #[test]
    fn the_most_welcome_format_is_taken_and_of_equals_the_first() {
        let cases = [
            ("*/*", Some("application/sparql-results+json")),
            ("text/csv", Some("text/csv")),
            ("text/*", Some("text/xml")),
            ("TEXT/CSV;q=0.5, text/tab-separated-values", Some("text/tab-separated-values")),
            ("application/sparql-results+xml;q=0.9, */*;q=0.1", Some("application/sparql-results+xml")),
            ("*/*, application/sparql-results+json;q=0", Some("application/json")),
            ("application/json", Some("application/json")),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Some("application/xml")),
            ("text/csv;header=present; q=0.2,text/html", Some("text/csv")),
            ("text/turtle", None),
            ("text/csv;q=0", None),
            ("text/csv;q=x", None),
        ];
        for (accept, expected) in cases {
            assert_eq!(chosen(accept, &RESULTS), expected, "{accept}");
        }
    }

    #[test]
    fn triples_have_formats_of_their_own() {
        assert_eq!(chosen("*/*", &GRAPHS), Some("text/turtle"));
        assert_eq!(chosen("application/rdf+xml, text/turtle;q=0.8", &GRAPHS), Some("application/rdf+xml"));
        assert_eq!(chosen("text/csv", &GRAPHS), None);
    }

    #[test]
    fn who_accepts_nothing_in_particular_gets_the_first() {
        assert_eq!(Accept::of(&HeaderMap::new()).choose(&GRAPHS).map(|(_, name)| name), Some("text/turtle"));
        // What is no media range at all says nothing.
        assert_eq!(chosen("nonsense", &GRAPHS), Some("text/turtle"));
    }
}
