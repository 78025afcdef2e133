//! How an actor stands to others.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analytics::{Tie, Weights, is_state, ties};
use crate::cli::format::rounded;
use crate::model::{Edge, Graph, Node, PartialDate, Score, Status};
use crate::ontology::Ontology;
use crate::pipeline::grade;

/// The strongest friends and foes of an actor.
#[derive(Debug, Serialize)]
pub(super) struct Standings {
    pub(super) friends: Vec<Standing>,
    pub(super) foes: Vec<Standing>,
}

/// The tie to another actor.
#[derive(Debug, Serialize)]
pub(super) struct Standing {
    pub(super) actor: String,
    pub(super) plus: f64,
    pub(super) minus: f64,
    pub(super) net: f64,
    pub(super) trend: Option<f64>,
    pub(super) claims: usize,
}

/// An edge of the actor with the sentence that states it best.
#[derive(Debug, Serialize)]
pub(super) struct Strong {
    pub(super) subject: String,
    pub(super) relation: String,
    pub(super) object: String,
    pub(super) plain: bool,
    pub(super) contested: bool,
    /// By status.
    pub(super) scores: BTreeMap<Status, Score>,
    pub(super) evidence: usize,
    pub(super) sentence: Option<Sentence>,
}

/// A sentence and its source.
#[derive(Debug, Serialize)]
pub(super) struct Sentence {
    pub(super) text: String,
    /// Where the words of the relation begin in the text.
    #[serde(skip)]
    pub(super) cue: usize,
    pub(super) status: Status,
    pub(super) published: Option<PartialDate>,
    pub(super) publisher: Option<String>,
    pub(super) document: String,
}

impl Standings {
    /// A state's ties are those with states, any other actor's those with all.
    pub(super) fn new(node: &Node, graph: &Graph, limit: usize) -> Self {
        let id = &node.actor.id;
        let among_states = is_state(node);
        let all = ties(graph, &Weights::plover(), |node| !among_states || is_state(node));
        let mut own: Vec<Standing> = all.iter().filter_map(|tie| standing(tie, id)).collect();
        own.sort_by(|a, b| b.net.abs().total_cmp(&a.net.abs()));
        let (friends, foes): (Vec<_>, Vec<_>) =
            own.into_iter().filter(|it| it.net != 0.0).partition(|it| it.net > 0.0);
        let first = |list: Vec<Standing>| list.into_iter().take(limit).collect();
        Self { friends: first(friends), foes: first(foes) }
    }
}

fn standing(tie: &Tie, id: &str) -> Option<Standing> {
    let other = match (tie.a == id, tie.b == id) {
        (true, _) => &tie.b,
        (_, true) => &tie.a,
        _ => return None,
    };
    let (plus, minus, net) = (rounded(tie.plus), rounded(tie.minus), rounded(tie.net));
    Some(Standing { actor: other.clone(), plus, minus, net, trend: tie.trend, claims: tie.claims })
}

/// The strongest edges of an actor: plain ones first, then by weight, by origins, by evidence.
pub(super) fn strongest(node: &Node, graph: &Graph, ontology: &Ontology, limit: usize) -> Vec<Strong> {
    let id = &node.actor.id;
    let mut own: Vec<_> = graph.edges().filter(|(a, _, b)| a.actor.id == *id || b.actor.id == *id).collect();
    let rank = |edge: &Edge| (edge.plain, rounded(edge.weight), edge.origins, edge.evidence.len());
    own.sort_by(|a, b| {
        let (x, y) = (rank(a.1), rank(b.1));
        y.0.cmp(&x.0).then(y.1.total_cmp(&x.1)).then((y.2, y.3).cmp(&(x.2, x.3)))
    });
    own.truncate(limit);
    own.into_iter().map(|(source, edge, target)| strong((source, edge, target), graph, ontology)).collect()
}

fn strong((source, edge, target): (&Node, &Edge, &Node), graph: &Graph, ontology: &Ontology) -> Strong {
    Strong {
        subject: source.actor.id.clone(),
        relation: edge.relation.clone(),
        object: target.actor.id.clone(),
        plain: edge.plain,
        contested: edge.contested,
        scores: edge.scores.clone(),
        evidence: edge.evidence.len(),
        sentence: best((source, edge, target), graph, ontology),
    }
}

/// The surest sentence, of those that earned the plain edge if there are any; of equals the first.
fn best(
    (source, edge, target): (&Node, &Edge, &Node),
    graph: &Graph,
    ontology: &Ontology,
) -> Option<Sentence> {
    let account = grade::account(graph, source, edge, target, ontology);
    let rank =
        |part: &grade::Part| if part.counts { 1.0 + part.claim.confidence } else { part.claim.confidence };
    let claim = account.parts.iter().rev().max_by(|a, b| rank(a).total_cmp(&rank(b)))?.claim;
    Some(Sentence {
        text: claim.text.clone(),
        cue: claim.cue.start.saturating_sub(claim.start),
        status: claim.status,
        published: claim.published.clone(),
        publisher: graph.document(&claim.document).and_then(|document| document.publisher.clone()),
        document: claim.document.clone(),
    })
}
