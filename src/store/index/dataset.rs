//! An index as what SPARQL is evaluated over.

use std::rc::Rc;

use oxigraph::model::{GraphName, Term};
use spareval::{ExpressionTerm, InternalQuad, QueryableDataset};
use thiserror::Error;

use super::Index;
use super::order::{Fitting, Ids};

/// An index with what a query sees as its default graph.
pub struct Dataset<'i> {
    index: &'i Index,
    default: DefaultGraph,
}

/// The default graph of a query. A triple stands in it once, however many graphs state it.
enum DefaultGraph {
    /// The union of all graphs.
    All,
    /// The union of some, which are sorted.
    Some(Rc<[u32]>),
}

/// A term of an index cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "graph.index is damaged; build the graph again, or delete that file: graph.nq is read then, which takes longer"
)]
pub struct Damaged;

/// A term: one of the index by its id, or one that a query makes, such as a sum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Id {
    Known(u32),
    Made(Rc<Term>),
}

impl Id {
    /// The id in the index; none if it cannot be in it.
    fn known(&self) -> Option<u32> {
        match self {
            Self::Known(id) => Some(*id),
            Self::Made(_) => None,
        }
    }
}

impl<'i> Dataset<'i> {
    /// A dataset whose default graph is the union of all graphs.
    pub fn of_all(index: &'i Index) -> Self {
        Self { index, default: DefaultGraph::All }
    }

    /// A dataset whose default graph is the union of some graphs; those that the index has not are empty.
    pub fn of_some(index: &'i Index, graphs: &[GraphName]) -> Self {
        let id = |graph: &GraphName| match graph {
            GraphName::NamedNode(node) => index.id(node.as_ref().into()),
            GraphName::BlankNode(node) => index.id(node.as_ref().into()),
            GraphName::DefaultGraph => Some(0),
        };
        let mut ids: Vec<u32> = graphs.iter().filter_map(id).collect();
        ids.sort_unstable();
        ids.dedup();
        Self { index, default: DefaultGraph::Some(ids.into()) }
    }

    fn of_default_graph(&self, [subject, predicate, object]: [Option<u32>; 3]) -> Found<'i> {
        let index = self.index;
        let within = move |graph| index.fitting([subject, predicate, object, graph]);
        match &self.default {
            DefaultGraph::All => Found::Once(Once { found: within(None), last: None }),
            DefaultGraph::Some(graphs) => match **graphs {
                [] => Found::Nothing,
                [graph] => Found::All(within(Some(graph))),
                _ => Found::Among(Box::new(among(index, graphs.clone(), within))),
            },
        }
    }
}

/// What fits in any of some graphs, each triple in the first of the graphs that state it.
fn among<'i>(
    index: &'i Index,
    graphs: Rc<[u32]>,
    within: impl Fn(Option<u32>) -> Fitting<'i> + 'i,
) -> impl Iterator<Item = Ids> + 'i {
    let each = graphs.clone();
    let found = (0..graphs.len()).flat_map(move |nth| within(Some(each[nth])));
    found.filter(move |[subject, predicate, object, graph]| {
        let stating = index.fitting([Some(*subject), Some(*predicate), Some(*object), None]);
        stating.map(|ids| ids[3]).find(|id| graphs.binary_search(id).is_ok()) == Some(*graph)
    })
}

/// What fits a pattern.
enum Found<'i> {
    Nothing,
    All(Fitting<'i>),
    Once(Once<'i>),
    Among(Box<dyn Iterator<Item = Ids> + 'i>),
}

impl Iterator for Found<'_> {
    type Item = Ids;

    fn next(&mut self) -> Option<Ids> {
        match self {
            Self::Nothing => None,
            Self::All(found) => found.next(),
            Self::Once(found) => found.next(),
            Self::Among(found) => found.next(),
        }
    }
}

/// Statements without those that say again in another graph what their neighbour says.
struct Once<'i> {
    found: Fitting<'i>,
    last: Option<[u32; 3]>,
}

impl Iterator for Once<'_> {
    type Item = Ids;

    fn next(&mut self) -> Option<Ids> {
        loop {
            let ids = self.found.next()?;
            let [triple @ .., _] = ids;
            if self.last.replace(triple) != Some(triple) {
                return Some(ids);
            }
        }
    }
}

impl<'i> QueryableDataset<'i> for Dataset<'i> {
    type InternalTerm = Id;
    type Error = Damaged;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Id>,
        predicate: Option<&Id>,
        object: Option<&Id>,
        graph: Option<Option<&Id>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Id>, Damaged>> + use<'i> {
        // The outer option is whether the pattern can match, the inner one whether it names the term.
        let id = |term: Option<&Id>| term.map_or(Some(None), |term| term.known().map(Some));
        let triple = id(subject).zip(id(predicate)).zip(id(object));
        let found = triple.map_or(Found::Nothing, |((s, p), o)| match graph {
            Some(None) => self.of_default_graph([s, p, o]),
            Some(Some(graph)) => graph
                .known()
                .map_or(Found::Nothing, |graph| Found::All(self.index.fitting([s, p, o, Some(graph)]))),
            None => Found::All(self.index.fitting([s, p, o, None])),
        });
        found.map(|ids| Ok(quad(ids)))
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<Id, Damaged>> + use<'i> {
        let index: &'i Index = self.index;
        index.graphs().map(|id| Ok(Id::Known(id)))
    }

    fn contains_internal_graph_name(&self, graph: &Id) -> Result<bool, Damaged> {
        Ok(graph.known().is_some_and(|id| self.index.is_graph(id)))
    }

    fn internalize_term(&self, term: Term) -> Result<Id, Damaged> {
        Ok(self.index.id(term.as_ref()).map_or_else(|| Id::Made(Rc::new(term)), Id::Known))
    }

    fn externalize_term(&self, term: Id) -> Result<Term, Damaged> {
        match term {
            Id::Known(id) => self.index.term(id).ok_or(Damaged),
            Id::Made(term) => Ok(Rc::unwrap_or_clone(term)),
        }
    }

    fn externalize_expression_term(&self, term: Id) -> Result<ExpressionTerm, Damaged> {
        match term {
            Id::Known(id) => self.index.value(id).ok_or(Damaged),
            Id::Made(term) => Ok(Rc::unwrap_or_clone(term).into()),
        }
    }
}

fn quad([subject, predicate, object, graph]: Ids) -> InternalQuad<Id> {
    InternalQuad {
        subject: Id::Known(subject),
        predicate: Id::Known(predicate),
        object: Id::Known(object),
        graph_name: (graph != 0).then_some(Id::Known(graph)),
    }
}
