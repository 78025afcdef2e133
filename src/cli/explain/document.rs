//! An explanation as JSON.

use serde_json::{Value, json};

use super::{links, origin_name, verdict};
use crate::cli::triple::Triple;
use crate::model::Graph;
use crate::ontology::Ontology;
use crate::pipeline::grade::{Account, Part, Speaker};

pub(super) fn document(triple: Triple, account: &Account, graph: &Graph, ontology: &Ontology) -> Value {
    let (source, edge, target) = triple;
    let origin = |(origin, confidence)| json!({"origin": origin_name(origin), "confidence": confidence});
    let made_of = links::made_of(edge, graph).into_iter();
    json!({
        "subject": source.actor.id,
        "relation": edge.relation,
        "object": target.actor.id,
        "claim": edge.claim,
        "plain": edge.plain,
        "verdict": verdict(account, edge, ontology),
        "confidence": account.standing.confidence,
        "origins": account.by_origin().into_iter().map(origin).collect::<Vec<_>>(),
        "scores": edge.scores,
        "contested": edge.contested,
        "first_reported": edge.first_reported,
        "last_reported": edge.last_reported,
        "since": edge.since,
        "until": edge.until,
        "made_of": made_of.map(|(subject, object, times)| json!({"subject": subject, "object": object, "times": times})).collect::<Vec<_>>(),
        "contradicted_by": others(&edge.contradicted_by, graph),
        "fulfilled_by": others(&edge.fulfilled_by, graph),
        "evidence": account.parts.iter().map(|part| piece(part, graph)).collect::<Vec<_>>(),
    })
}

/// Edges by their claim ids.
fn others(claims: &[String], graph: &Graph) -> Vec<Value> {
    let edges = graph.edges().filter(|(_, edge, _)| claims.contains(&edge.claim));
    let other = |(source, edge, target): Triple| {
        json!({
            "subject": source.actor.id,
            "relation": edge.relation,
            "object": target.actor.id,
            "claim": edge.claim,
            "confidence": edge.confidence,
        })
    };
    edges.map(other).collect()
}

fn piece(part: &Part, graph: &Graph) -> Value {
    let claim = part.claim;
    let side = match part.speaker {
        Speaker::Author => "author",
        Speaker::OwnSide => "own-side",
        Speaker::ThirdParty(_) => "third-party",
    };
    json!({
        "evidence": claim.evidence,
        "document": claim.document,
        "publisher": graph.document(&claim.document).and_then(|document| document.publisher.as_ref()),
        "published": claim.published,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "status": claim.status,
        "speaker": claim.attributed_to.as_ref().map(|actor| &actor.id),
        "side": side,
        "denied_by": claim.denied_by.iter().map(|actor| &actor.id).collect::<Vec<_>>(),
        "origin": origin_name(&part.origin),
        "past": part.past,
        "counts": part.counts,
        "cue": claim.cue.text,
        "frame": claim.frame,
        "binders": {"subject": claim.subject.binder, "object": claim.object.binder},
        "confidence": claim.confidence,
        "grounds": claim.grounds,
        "edits": claim.edits,
    })
}
