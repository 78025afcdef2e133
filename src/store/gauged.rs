//! An index whose terms count what a query holds.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use oxigraph::model::Term;
use spareval::{ExpressionTerm, InternalQuad, QueryableDataset};

use super::gauge::{TERM, grown, shrunk};
use super::index::{Damaged, Dataset, Id};

/// An index whose terms count what a query holds.
pub(super) struct Gauged<'i>(pub(super) Dataset<'i>);

/// A term in a query, which counts as long as it is there.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Held(Kind);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Kind {
    Known(u32),
    Made(Rc<Made>),
}

/// A term that the query makes, such as a joined text; shared by all rows that hold it.
struct Made {
    term: Rc<Term>,
    bytes: i64,
}

impl Held {
    fn new(kind: Kind) -> Self {
        grown(TERM);
        Self(kind)
    }

    fn of(id: Id) -> Self {
        Self::new(match id {
            Id::Known(id) => Kind::Known(id),
            Id::Made(term) => Kind::Made(Rc::new(Made::new(term))),
        })
    }

    fn id(&self) -> Id {
        match &self.0 {
            Kind::Known(id) => Id::Known(*id),
            Kind::Made(made) => Id::Made(made.term.clone()),
        }
    }
}

impl Clone for Held {
    fn clone(&self) -> Self {
        Self::new(self.0.clone())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        shrunk(TERM);
    }
}

impl Made {
    fn new(term: Rc<Term>) -> Self {
        let length = match &*term {
            Term::Literal(literal) => literal.value().len(),
            _ => 0,
        };
        let bytes = i64::try_from(length).unwrap_or(i64::MAX);
        grown(bytes);
        Self { term, bytes }
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        shrunk(self.bytes);
    }
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        self.term == other.term
    }
}

impl Eq for Made {}

impl Hash for Made {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.term.hash(state);
    }
}

impl<'i> QueryableDataset<'i> for Gauged<'i> {
    type InternalTerm = Held;
    type Error = Damaged;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&Held>,
        predicate: Option<&Held>,
        object: Option<&Held>,
        graph: Option<Option<&Held>>,
    ) -> impl Iterator<Item = Result<InternalQuad<Held>, Damaged>> + use<'i> {
        let [subject, predicate, object] = [subject, predicate, object].map(|term| term.map(Held::id));
        let graph = graph.map(|graph| graph.map(Held::id));
        let graph = graph.as_ref().map(Option::as_ref);
        let quads =
            self.0.internal_quads_for_pattern(subject.as_ref(), predicate.as_ref(), object.as_ref(), graph);
        quads.map(|quad| quad.map(held))
    }

    fn internal_named_graphs(&self) -> impl Iterator<Item = Result<Held, Damaged>> + use<'i> {
        self.0.internal_named_graphs().map(|graph| graph.map(Held::of))
    }

    fn contains_internal_graph_name(&self, graph: &Held) -> Result<bool, Damaged> {
        self.0.contains_internal_graph_name(&graph.id())
    }

    fn internalize_term(&self, term: Term) -> Result<Held, Damaged> {
        self.0.internalize_term(term).map(Held::of)
    }

    fn externalize_term(&self, term: Held) -> Result<Term, Damaged> {
        self.0.externalize_term(term.id())
    }

    fn externalize_expression_term(&self, term: Held) -> Result<ExpressionTerm, Damaged> {
        self.0.externalize_expression_term(term.id())
    }
}

fn held(quad: InternalQuad<Id>) -> InternalQuad<Held> {
    InternalQuad {
        subject: Held::of(quad.subject),
        predicate: Held::of(quad.predicate),
        object: Held::of(quad.object),
        graph_name: quad.graph_name.map(Held::of),
    }
}
