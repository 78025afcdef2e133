//! Reads a query as the SPARQL 1.1 Protocol sends it.

use axum::body::{Body, to_bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use oxigraph::model::NamedNode;
use percent_encoding::percent_decode;

use super::refusal::Refusal;
use crate::serve::limits::Limits;
use crate::store::Scope;

const FORM: &str = "application/x-www-form-urlencoded";
const QUERY: &str = "application/sparql-query";
const UPDATE: &str = "application/sparql-update";

/// A query and the graphs that it sees.
#[derive(Default)]
pub(super) struct Asked {
    /// None where only the endpoint itself was called.
    pub(super) query: Option<String>,
    pub(super) scope: Scope,
}

/// Reads a request: a GET, a POSTed form, or a POSTed query.
pub(super) async fn read(parts: &Parts, body: Body, limits: &Limits) -> Result<Asked, Refusal> {
    let mut asked = Asked::default();
    asked.add_form(parts.uri.query().unwrap_or_default(), "address")?;
    if parts.method != Method::POST {
        let is_bare = parts.uri.query().is_none_or(str::is_empty);
        return if asked.query.is_some() || is_bare { Ok(asked) } else { Err(Refusal::NoQuery) };
    }
    let kind = media_type(&parts.headers)?;
    match kind.as_str() {
        FORM => asked.add_form(&text(body, limits).await?, "form")?,
        QUERY => asked.set_query(text(body, limits).await?)?,
        UPDATE => return Err(Refusal::Update),
        _ => return Err(Refusal::MediaType(kind)),
    }
    if asked.query.is_some() { Ok(asked) } else { Err(Refusal::NoQuery) }
}

/// The media type of a body, in small letters; its charset, where one is named, is UTF-8.
fn media_type(headers: &HeaderMap) -> Result<String, Refusal> {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
    let kind = parts.next().unwrap_or_default();
    let charset = parts.find_map(|part| Some(part.strip_prefix("charset=")?.trim_matches('"').to_owned()));
    match charset {
        Some(charset) if !["utf-8", "utf8", "us-ascii"].contains(&charset.as_str()) => {
            Err(Refusal::Charset(charset))
        }
        _ if kind.is_empty() => Err(Refusal::MediaType("something without a Content-Type".to_owned())),
        _ => Ok(kind),
    }
}

async fn text(body: Body, limits: &Limits) -> Result<String, Refusal> {
    let bytes = tokio::time::timeout(limits.patience, to_bytes(body, limits.body)).await;
    let bytes = bytes.map_err(|_| Refusal::TooSlow)?.map_err(|error| {
        let is_long = std::error::Error::source(&error)
            .is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>());
        if is_long { Refusal::TooLarge(limits.body) } else { Refusal::Broken(error.to_string()) }
    })?;
    String::from_utf8(bytes.into()).map_err(|_| Refusal::NotUtf8("body"))
}

impl Asked {
    /// Adds the parameters of a form or an address. Those that the protocol does not know are passed over.
    fn add_form(&mut self, form: &str, place: &'static str) -> Result<(), Refusal> {
        for pair in form.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match decoded(name, place)?.as_str() {
                "query" => self.set_query(decoded(value, place)?)?,
                "update" => return Err(Refusal::Update),
                "default-graph-uri" => {
                    self.scope.default_graphs.push(graph("default-graph-uri", decoded(value, place)?)?);
                }
                "named-graph-uri" => {
                    self.scope.named_graphs.push(graph("named-graph-uri", decoded(value, place)?)?)
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn set_query(&mut self, query: String) -> Result<(), Refusal> {
        if self.query.replace(query).is_some() { Err(Refusal::SeveralQueries) } else { Ok(()) }
    }
}

fn decoded(text: &str, place: &'static str) -> Result<String, Refusal> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode(spaced.as_bytes()).decode_utf8();
    decoded.map(|text| text.into_owned()).map_err(|_| Refusal::NotUtf8(place))
}

fn graph(parameter: &'static str, value: String) -> Result<NamedNode, Refusal> {
    NamedNode::new(&value).map_err(|_| Refusal::Graph { parameter, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(method: &str, uri: &str, content_type: Option<&str>) -> Parts {
        let builder = axum::http::Request::builder().method(method).uri(uri);
        let builder =
            content_type.into_iter().fold(builder, |builder, kind| builder.header("content-type", kind));
        builder.body(()).unwrap().into_parts().0
    }

    async fn asked(
        method: &str,
        uri: &str,
        content_type: Option<&str>,
        body: &'static str,
    ) -> Result<Asked, Refusal> {
        read(&parts(method, uri, content_type), Body::from(body), &Limits::default()).await
    }

    async fn query(
        method: &str,
        uri: &str,
        content_type: Option<&str>,
        body: &'static str,
    ) -> Option<String> {
        asked(method, uri, content_type, body).await.ok().unwrap().query
    }

    #[tokio::test]
    async fn the_three_ways_to_send_a_query() {
        let expected = Some("ASK { ?a ?b 'é+' }".to_owned());
        let encoded = "query=ASK%20%7B+?a+?b+'%C3%A9%2B'+%7D";
        let address: &'static str = "/sparql?query=ASK%20%7B+?a+?b+'%C3%A9%2B'+%7D";
        assert_eq!(query("GET", address, None, "").await, expected);
        assert_eq!(query("POST", "/sparql", Some(FORM), encoded).await, expected);
        let direct = Some("Application/SPARQL-query; charset=\"UTF-8\"");
        assert_eq!(query("POST", "/sparql", direct, "ASK { ?a ?b 'é+' }").await, expected);
        assert_eq!(query("GET", "/sparql", None, "").await, None);
        assert_eq!(query("GET", "/sparql?unknown=1&query=x", None, "").await, Some("x".to_owned()));
    }

    #[tokio::test]
    async fn the_graphs_of_address_and_form_make_the_scope() {
        let address = "/sparql?default-graph-uri=http%3A%2F%2Fa%2F&named-graph-uri=http://b/";
        let found =
            asked("POST", address, Some(FORM), "query=x&named-graph-uri=http://c/").await.ok().unwrap();
        let names =
            |graphs: &[NamedNode]| graphs.iter().map(|graph| graph.as_str().to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&found.scope.default_graphs), ["http://a/"]);
        assert_eq!(names(&found.scope.named_graphs), ["http://b/", "http://c/"]);
    }

    #[tokio::test]
    async fn what_is_no_query_is_refused_with_its_reason() {
        let cases = [
            ("GET", "/sparql?query=a&query=b", None, "", "several"),
            ("GET", "/sparql?update=a", None, "", "only answers queries"),
            ("GET", "/sparql?query=%FF", None, "", "UTF-8"),
            ("GET", "/sparql?qeury=a", None, "", "no query"),
            ("GET", "/sparql?query=a&default-graph-uri=here", None, "", "no absolute IRI"),
            ("POST", "/sparql", Some(FORM), "", "no query"),
            ("POST", "/sparql?query=a", Some(FORM), "query=b", "several"),
            ("POST", "/sparql", Some(FORM), "update=a", "only answers queries"),
            ("POST", "/sparql", Some(UPDATE), "a", "only answers queries"),
            ("POST", "/sparql", Some("text/plain"), "a", "text/plain"),
            ("POST", "/sparql", None, "query=a", "without a Content-Type"),
            ("POST", "/sparql", Some("application/sparql-query; charset=utf-16"), "a", "utf-16"),
        ];
        for (method, uri, content_type, body, reason) in cases {
            let refusal = asked(method, uri, content_type, body).await.err().unwrap().to_string();
            assert!(refusal.contains(reason), "{method} {uri} {content_type:?}: {refusal}");
        }
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_a_limit() {
        let limits = Limits { body: 10, ..Limits::default() };
        let parts = parts("POST", "/sparql", Some(QUERY));
        assert!(read(&parts, Body::from("ASK { } ##"), &limits).await.is_ok());
        let refusal = read(&parts, Body::from("ASK { } ###"), &limits).await.err();
        assert!(matches!(refusal, Some(Refusal::TooLarge(10))));
    }
}
