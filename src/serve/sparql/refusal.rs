//! Why a request to the endpoint has no answer.

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use thiserror::Error;

use crate::store::{QueryError, TooMuch};
use oxigraph::sparql::QueryEvaluationError;

/// Why a request to the endpoint has no answer. The text is for the person who asked.
#[derive(Debug, Error)]
pub(super) enum Refusal {
    #[error(
        "the request holds no query: give it as ?query=… of a GET, as the field query of a POSTed form, or POST it as application/sparql-query"
    )]
    NoQuery,
    #[error("the request holds several queries: ask one at a time")]
    SeveralQueries,
    #[error("the {0} is not UTF-8: send it as UTF-8, and encode what an address cannot hold as %XX")]
    NotUtf8(&'static str),
    #[error(
        "{parameter}={value} is no absolute IRI: write a graph as http://… with what an IRI cannot hold encoded as %XX"
    )]
    Graph { parameter: &'static str, value: String },
    #[error(
        "this endpoint only answers queries: a graph changes only with its documents (aliansi build, aliansi add)"
    )]
    Update,
    #[error(
        "{0} is not a method of this endpoint: use GET, or POST with application/sparql-query or application/x-www-form-urlencoded"
    )]
    Method(axum::http::Method),
    #[error(
        "a POST of {0} is not understood: use application/sparql-query or application/x-www-form-urlencoded"
    )]
    MediaType(String),
    #[error("the charset {0} is not understood: send the query as UTF-8")]
    Charset(String),
    #[error("the request is larger than {0} bytes: ask a shorter query")]
    TooLarge(usize),
    #[error("the request came in too slowly")]
    TooSlow,
    #[error("the request broke off: {0}")]
    Broken(String),
    #[error("none of the formats that the request accepts can say this: there are {0}")]
    Unacceptable(String),
    #[error(transparent)]
    Query(#[from] QueryError),
    #[error("the query was ended after {} s: ask for less, for example with LIMIT or more patterns that share a variable; who runs the server can allow more with --timeout", .0.as_secs_f64())]
    Timeout(Duration),
    #[error(
        "the answer has more than {0} rows: ask for fewer with LIMIT and OFFSET; who runs the server can allow more with --max-rows"
    )]
    Rows(u64),
    #[error("the server answers as many queries as it can: ask again in a moment")]
    Busy,
    #[error("the answer cannot be written: {0}")]
    Write(std::io::Error),
    #[error("the query ended without an answer, which is a mistake in this program")]
    Lost,
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoQuery
            | Self::SeveralQueries
            | Self::NotUtf8(_)
            | Self::Graph { .. }
            | Self::Broken(_) => StatusCode::BAD_REQUEST,
            Self::Update => StatusCode::FORBIDDEN,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::MediaType(_) | Self::Charset(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Unacceptable(_) => StatusCode::NOT_ACCEPTABLE,
            Self::Query(
                QueryError::Syntax(_)
                | QueryError::Depth(_)
                | QueryError::Patterns(_)
                | QueryError::Length(_),
            ) => StatusCode::BAD_REQUEST,
            Self::Query(QueryError::Update(_) | QueryError::Service) => StatusCode::FORBIDDEN,
            Self::Rows(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Query(QueryError::Evaluation(QueryEvaluationError::Unexpected(cause)))
                if cause.is::<TooMuch>() =>
            {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Timeout(_) | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Query(_) | Self::Write(_) | Self::Lost => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status(), format!("{self}\n")).into_response();
        let extra = match self {
            Self::Method(_) => Some((header::ALLOW, super::METHODS)),
            Self::Busy => Some((header::RETRY_AFTER, "1")),
            // What comes of the rest of the body is nobody's request.
            Self::TooLarge(_) | Self::TooSlow | Self::Broken(_) => Some((header::CONNECTION, "close")),
            _ => None,
        };
        if let Some((name, value)) = extra {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}
