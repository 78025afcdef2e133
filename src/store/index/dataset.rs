//! An index as what SPARQL is evaluated over.

use std::convert::Infallible;
use std::rc::Rc;

use oxigraph::model::{NamedNode, Term};
use spareval::{InternalQuad, QueryableDataset};

use super::Index;
use super::order::Ids;

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

impl<'i> QueryableDataset<'i> for &'i Index {
    type InternalTerm = Id;
    type Error = Infallible;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Id>,
        predicate: Option<&Id>,
        object: Option<&Id>,
        graph: Option<Option<&Id>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Id>, Infallible>> + use<'i> {
        let index: &'i Index = self;
        // The outer option is whether the pattern can match, the inner one whether it names the term.
        let id = |term: Option<&Id>| term.map_or(Some(None), |term| term.known().map(Some));
        let graph =
            graph.map_or(Some(None), |graph| graph.map_or(Some(Some(0)), |graph| graph.known().map(Some)));
        let pattern = id(subject).zip(id(predicate)).zip(id(object).zip(graph));
        let fitting = pattern.map(|((s, p), (o, g))| index.fitting([s, p, o, g]));
        fitting.into_iter().flatten().map(|ids| Ok(quad(ids)))
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<Id, Infallible>> + use<'i> {
        let index: &'i Index = self;
        index.graphs().map(|id| Ok(Id::Known(id)))
    }

    fn contains_internal_graph_name(&self, graph: &Id) -> Result<bool, Infallible> {
        Ok(graph.known().is_some_and(|id| self.is_graph(id)))
    }

    fn internalize_term(&self, term: Term) -> Result<Id, Infallible> {
        Ok(self.id(term.as_ref()).map_or_else(|| Id::Made(Rc::new(term)), Id::Known))
    }

    fn externalize_term(&self, term: Id) -> Result<Term, Infallible> {
        Ok(match term {
            Id::Known(id) => self.term(id).unwrap_or_else(|| damaged().into()),
            Id::Made(term) => Rc::unwrap_or_clone(term),
        })
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

/// What stands for a term whose bytes are none. An error would end the query without saying more.
fn damaged() -> NamedNode {
    NamedNode::new_unchecked("urn:damaged")
}
