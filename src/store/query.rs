//! Answers one query.

use oxigraph::model::{NamedNode, Term, Triple};
use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QueryResults, SparqlEvaluator, Variable,
};
use thiserror::Error;

use super::index::Index;
use super::prefixes::Prefixes;
use super::syntax::{self, SyntaxError};
use super::tokens::{Token, tokens};

/// What a query gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// `SELECT`: sorted by its columns unless the query says `ORDER BY`.
    Rows {
        /// Names of the columns.
        variables: Vec<Variable>,
        /// A term for each column, or none where it is unbound.
        rows: Vec<Vec<Option<Term>>>,
    },
    /// `ASK`.
    Truth(bool),
    /// `CONSTRUCT`, `DESCRIBE`: sorted, each triple once.
    Triples(Vec<Triple>),
}

impl Answer {
    /// Nothing was found.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Rows { rows, .. } => rows.is_empty(),
            Self::Truth(truth) => !truth,
            Self::Triples(triples) => triples.is_empty(),
        }
    }
}

/// Why a query has no answer.
#[derive(Debug, Error)]
pub enum QueryError {
    /// The text is no SPARQL.
    #[error(transparent)]
    Syntax(#[from] SyntaxError),
    /// The text is an update.
    #[error(
        "{0} would change the graph, and a graph changes only with its documents: \
         query with SELECT, ASK, CONSTRUCT or DESCRIBE; to add documents, build again: aliansi build PATH… -o DIR"
    )]
    Update(String),
    /// The query asks another server.
    #[error(
        "SERVICE asks another server, and aliansi works offline: query this graph alone, \
         or load its graph.ttl into a server of your own"
    )]
    Service,
    /// The query is right but fails.
    #[error("the query fails: {0}")]
    Evaluation(#[from] QueryEvaluationError),
}

/// First words of SPARQL updates.
const UPDATES: [&str; 11] =
    ["INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "USING"];

/// Which graphs a query sees, and how it is stopped. The default sees all, and stops at the end.
#[derive(Clone, Default)]
pub struct Scope {
    /// Graphs whose union is the default graph. With these or [`Scope::named_graphs`] the query's own `FROM` is set aside.
    pub default_graphs: Vec<NamedNode>,
    /// Graphs that `GRAPH` reaches.
    pub named_graphs: Vec<NamedNode>,
    /// Cancelled from another thread, it ends the query with an error.
    pub cancellation: CancellationToken,
}

pub(super) fn query(
    index: &Index,
    prefixes: &Prefixes,
    sparql: &str,
    scope: &Scope,
) -> Result<Answer, QueryError> {
    let tokens = tokens(sparql);
    let ordered = tokens.windows(2).any(|pair| pair[0].is("ORDER") && pair[1].is("BY"));
    collect(evaluate(index, prefixes, sparql, scope)?, ordered)
}

pub(super) fn evaluate<'q>(
    index: &'q Index,
    prefixes: &Prefixes,
    sparql: &str,
    scope: &Scope,
) -> Result<QueryResults<'q>, QueryError> {
    let parser = parser(prefixes).with_cancellation_token(scope.cancellation.clone());
    let tokens = tokens(sparql);
    let mut prepared = match parser.clone().parse_query(sparql) {
        Ok(prepared) => prepared,
        Err(_) => return Err(refusal(&parser, prefixes, sparql, &tokens)),
    };
    // No service could be reached anyway, but a silent one would quietly give nothing.
    if tokens.iter().any(|token| token.is("SERVICE")) {
        return Err(QueryError::Service);
    }
    scope.limit(&mut prepared);
    Ok(prepared.on_queryable_dataset(index).execute()?)
}

impl Scope {
    fn limit(&self, prepared: &mut PreparedSparqlQuery) {
        let dataset = prepared.dataset_mut();
        if !self.default_graphs.is_empty() || !self.named_graphs.is_empty() {
            dataset.set_default_graph(self.default_graphs.iter().cloned().map(Into::into).collect());
            dataset.set_available_named_graphs(self.named_graphs.iter().cloned().map(Into::into).collect());
        } else if dataset.is_default_dataset() {
            dataset.set_default_graph_as_union();
        }
    }
}

pub(super) fn parser(prefixes: &Prefixes) -> SparqlEvaluator {
    prefixes.iter().fold(SparqlEvaluator::new(), |parser, (name, iri)| {
        // An IRI that cannot be a prefix leaves its name undeclared, which the query's error then says.
        parser.clone().with_prefix(name, iri).unwrap_or(parser)
    })
}

fn refusal(parser: &SparqlEvaluator, prefixes: &Prefixes, sparql: &str, tokens: &[Token]) -> QueryError {
    let failing = syntax::failing_token(parser, tokens).and_then(|index| tokens.get(index));
    match failing {
        Some(token) if UPDATES.iter().any(|update| token.is(update)) => {
            QueryError::Update(token.text.to_uppercase())
        }
        _ => syntax::describe(parser, sparql, prefixes).into(),
    }
}

fn collect(results: QueryResults, ordered: bool) -> Result<Answer, QueryError> {
    Ok(match results {
        QueryResults::Boolean(truth) => Answer::Truth(truth),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let mut rows = Vec::new();
            for solution in solutions {
                rows.push(solution?.values().to_vec());
            }
            // The store's own order depends on the machine.
            if !ordered {
                rows.sort_by_cached_key(|row| {
                    row.iter().map(|t| t.as_ref().map(Term::to_string)).collect::<Vec<_>>()
                });
            }
            Answer::Rows { variables, rows }
        }
        QueryResults::Graph(triples) => {
            let mut triples = triples.collect::<Result<Vec<_>, _>>()?;
            triples.sort_by_cached_key(Triple::to_string);
            triples.dedup();
            Answer::Triples(triples)
        }
    })
}
