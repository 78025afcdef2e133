//! Answers one query.

use std::iter;
use std::rc::Rc;

use oxigraph::model::{GraphName, NamedNode, Term, Triple};
use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QueryResults, QuerySolutionIter,
    QueryTripleIter, SparqlEvaluator, SparqlSyntaxError, Variable,
};
use spargebra::SparqlParser;
use thiserror::Error;

use super::gauge::Gauge;
use super::gauged::Gauged;
use super::growth::{self, TooLong};
use super::index::{Dataset, Index};
use super::nesting::{self, TooDeep, TooManyPatterns};
use super::prefixes::Prefixes;
use super::syntax::{self, SyntaxError};
use super::tokens::tokens;
use super::{Statements, Store};

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
    /// The query nests too deep.
    #[error(transparent)]
    Depth(#[from] TooDeep),
    /// The query has too many patterns.
    #[error(transparent)]
    Patterns(#[from] TooManyPatterns),
    /// The query could make texts without end.
    #[error(transparent)]
    Length(#[from] TooLong),
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

/// Longest text, in bytes, of which a mistake is described by trying what would be right, which takes long.
const DESCRIBED: usize = 16 << 10;

/// Which graphs a query sees, and how it is stopped. The default sees all, and stops at the end.
#[derive(Clone, Default)]
pub struct Scope {
    /// Graphs whose union is the default graph. With these or [`Scope::named_graphs`] the query's own `FROM` is set aside.
    pub default_graphs: Vec<NamedNode>,
    /// Graphs that `GRAPH` reaches.
    pub named_graphs: Vec<NamedNode>,
    /// Cancelled from another thread, it ends the query with an error.
    pub cancellation: CancellationToken,
    /// About how many bytes the query may hold at once; beyond them it ends with [`TooMuch`]. Without a
    /// [`Counting`](crate::memory::Counting) allocator only rows count.
    ///
    /// [`TooMuch`]: super::TooMuch
    pub memory: Option<u64>,
}

pub(super) fn query(store: &Store, sparql: &str, scope: &Scope) -> Result<Answer, QueryError> {
    let tokens = tokens(sparql);
    let ordered = tokens.windows(2).any(|pair| pair[0].is("ORDER") && pair[1].is("BY"));
    collect(evaluate(store, sparql, scope)?, ordered)
}

pub(super) fn evaluate<'s>(
    store: &'s Store,
    sparql: &str,
    scope: &Scope,
) -> Result<QueryResults<'s>, QueryError> {
    nesting::check(sparql)?;
    growth::check(sparql)?;
    let parsed = store.parser.clone().parse_query(sparql).map_err(|error| refusal(store, sparql, &error))?;
    nesting::check_patterns(&parsed)?;
    // No service could be reached anyway, but a silent one would quietly give nothing.
    if asks_service(sparql) {
        return Err(QueryError::Service);
    }
    let evaluator = SparqlEvaluator::new().with_cancellation_token(scope.cancellation.clone());
    let mut prepared = evaluator.for_query(parsed);
    match &store.statements {
        Statements::Index(index) => {
            let dataset = Gauged(scope.dataset(index, &mut prepared));
            let gauge = Gauge::new(scope.cancellation.clone(), scope.memory);
            let results = gauge.run(|| prepared.on_queryable_dataset(dataset).execute())??;
            Ok(gauged(results, &gauge))
        }
        #[cfg(feature = "rocksdb")]
        Statements::Database(database) => {
            scope.limit(&mut prepared);
            Ok(prepared.on_store(database).execute()?)
        }
    }
}

/// Most queries do not hold the word at all, and need not be cut into tokens.
fn asks_service(sparql: &str) -> bool {
    sparql.to_ascii_uppercase().contains("SERVICE") && tokens(sparql).iter().any(|token| token.is("SERVICE"))
}

/// The same results, of which each is found under the gauge.
fn gauged<'q>(results: QueryResults<'q>, gauge: &Rc<Gauge>) -> QueryResults<'q> {
    match results {
        QueryResults::Boolean(truth) => QueryResults::Boolean(truth),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().into();
            QuerySolutionIter::new(variables, each(solutions, gauge.clone())).into()
        }
        QueryResults::Graph(triples) => QueryTripleIter::new(each(triples, gauge.clone())).into(),
    }
}

/// Nothing comes after an error of the gauge.
fn each<T>(
    results: impl Iterator<Item = Result<T, QueryEvaluationError>>,
    gauge: Rc<Gauge>,
) -> impl Iterator<Item = Result<T, QueryEvaluationError>> {
    let mut results = Some(results);
    iter::from_fn(move || {
        let next = gauge.run(|| results.as_mut()?.next());
        if next.is_err() {
            results = None;
        }
        next.unwrap_or_else(|error| Some(Err(error)))
    })
}

impl Scope {
    /// What a query sees of an index. To the evaluator its default graph is one like any other, since it would give a triple of
    /// several graphs several times.
    fn dataset<'i>(&self, index: &'i Index, prepared: &mut PreparedSparqlQuery) -> Dataset<'i> {
        self.limit(prepared);
        let asked = prepared.dataset_mut();
        let dataset = match asked.default_graph_graphs() {
            None => Dataset::of_all(index),
            Some(graphs) => Dataset::of_some(index, graphs),
        };
        asked.set_default_graph(vec![GraphName::DefaultGraph]);
        dataset
    }

    /// Sets the graphs that a query sees.
    fn limit(&self, prepared: &mut PreparedSparqlQuery) {
        let asked = prepared.dataset_mut();
        if !self.default_graphs.is_empty() || !self.named_graphs.is_empty() {
            asked.set_default_graph(self.default_graphs.iter().cloned().map(Into::into).collect());
            asked.set_available_named_graphs(self.named_graphs.iter().cloned().map(Into::into).collect());
        } else if asked.is_default_dataset() {
            asked.set_default_graph_as_union();
        }
    }
}

/// What reads queries that may use the prefixes.
pub(super) fn parser(prefixes: &Prefixes) -> SparqlParser {
    prefixes.iter().fold(SparqlParser::new(), |parser, (name, iri)| {
        // An IRI that cannot be a prefix leaves its name undeclared, which the query's error then says.
        parser.clone().with_prefix(name, iri).unwrap_or(parser)
    })
}

fn refusal(store: &Store, sparql: &str, error: &SparqlSyntaxError) -> QueryError {
    let (parser, prefixes) = (&store.parser, &store.prefixes);
    if sparql.len() > DESCRIBED {
        return syntax::as_parsed(sparql, error).into();
    }
    let tokens = tokens(sparql);
    let failing = syntax::failing_token(parser, &tokens).and_then(|index| tokens.get(index));
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
