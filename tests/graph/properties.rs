//! What holds for any claims.

use aliansi::model::*;
use aliansi::pipeline::publish::Options;
use aliansi::pipeline::{fuse::fuse, grade::grade};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::fixture::{actor, claim, document, graph, official, ontology, past, viewed};
use crate::writers::{FILES, bytes};

const ACTORS: [&str; 5] = ["iran", "north-korea", "north-korea/entities", "nobody-knows", "russia"];
const RELATIONS: [&str; 4] = ["allied-with", "sanctions", "supports", "unheard-of"];
const STATUSES: [Status; 4] = [Status::Asserted, Status::Alleged, Status::Denied, Status::Negated];

fn documents() -> Vec<Document> {
    let genres = [None, Some(Genre::News), Some(Genre::Opinion)];
    (0..6)
        .map(|n| {
            let publisher = ["", "Harian A", "Daily B"][n % 3];
            let date = ["2026-01-10", "2026-02", "", "2024"][n % 4];
            let text = (0..5).map(|line| format!("Kalimat ke-{line} – dokumen {n}.\n")).collect::<String>();
            Document { genre: genres[n / 2], ..document(&format!("d{n}"), date, publisher, &text) }
        })
        .collect()
}

fn speaker() -> impl Strategy<Value = Option<Actor>> {
    let analysts = actor("analysts", ActorKind::Group);
    select(vec![None, Some(analysts), Some(official("envoy", "russia")), Some(official("guard", "iran"))])
}

fn any_claim() -> impl Strategy<Value = Claim> {
    let place = (any::<Index>(), any::<Index>());
    let what = (select(&ACTORS[..]), select(&RELATIONS[..]), select(&ACTORS[..]));
    let how = (select(&STATUSES[..]), speaker(), 0.0..=1.0_f64, any::<bool>());
    (place, what, how).prop_map(
        |((document, line), (s, r, o), (status, attributed_to, confidence, is_past))| {
            let documents = documents();
            let document = document.get(&documents);
            let lines: Vec<&str> = document.text.lines().collect();
            Claim {
                status,
                attributed_to: attributed_to.map(Into::into),
                confidence,
                when: is_past.then(|| past("1950")),
                ..claim(document, lines[line.index(lines.len())], s, r, o)
            }
        },
    )
}

fn all_bytes(graph: &Graph) -> Vec<Vec<u8>> {
    let options = Options { statuses: vec![Status::Alleged, Status::Denied], ..Options::default() };
    FILES.map(|file| bytes(file, graph, &ontology(), &options)).to_vec()
}

fn shuffled_claims() -> impl Strategy<Value = (Vec<Claim>, Vec<Claim>)> {
    prop::collection::vec(any_claim(), 0..60)
        .prop_flat_map(|claims| (Just(claims.clone()), Just(claims).prop_shuffle()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_the_input_changes_no_byte(
        (claims, shuffled) in shuffled_claims(),
        documents in Just(documents()).prop_shuffle(),
    ) {
        prop_assert_eq!(all_bytes(&graph(self::documents(), claims)), all_bytes(&graph(documents, shuffled)));
    }

    #[test]
    fn a_graph_can_be_made_in_parts((claims, _) in shuffled_claims(), cut in any::<Index>()) {
        let ontology = ontology();
        let cut = cut.index(claims.len() + 1);
        let first = fuse((documents(), claims[..cut].to_vec()).into(), &View::default(), &ontology);
        let rest = [first.claims.to_vec(), claims[cut..].to_vec()].concat();
        let again = grade(fuse(([first.documents.to_vec(), documents()].concat(), rest).into(), &View::default(), &ontology), &ontology);
        prop_assert_eq!(all_bytes(&again), all_bytes(&graph(documents(), claims)));
    }

    #[test]
    fn scores_stay_in_their_ranges((claims, _) in shuffled_claims()) {
        let graph = graph(documents(), claims);
        for (_, edge, _) in graph.edges() {
            prop_assert!((0.0..=1.0).contains(&edge.confidence));
            prop_assert!(edge.origins <= edge.evidence.len());
            prop_assert!(edge.weight > 0.0);
            prop_assert!(!edge.plain || edge.confidence >= 0.5);
            prop_assert_eq!(edge.statuses.values().sum::<usize>(), edge.evidence.len());
        }
        let evidence: usize = graph.edges().map(|(_, edge, _)| edge.evidence.len()).sum();
        prop_assert_eq!(evidence, graph.claims.len());
    }

    #[test]
    fn denials_never_raise_a_score((claims, _) in shuffled_claims()) {
        let affirming = |claim: &&Claim| claim.status < Status::Denied;
        let without = graph(documents(), claims.iter().filter(affirming).cloned().collect());
        let with = graph(documents(), claims);
        for (source, edge, target) in with.edges() {
            let (confidence, plain) = without
                .edge(&source.actor.id, &edge.relation, &target.actor.id)
                .map_or((0.0, false), |edge| (edge.confidence, edge.plain));
            prop_assert!(edge.confidence <= confidence);
            prop_assert!(!edge.plain || plain);
        }
    }

    #[test]
    fn a_document_counts_once_however_often_it_comes((claims, shuffled) in shuffled_claims()) {
        let twice = [claims.clone(), shuffled].concat();
        prop_assert_eq!(all_bytes(&graph([documents(), documents()].concat(), twice)), all_bytes(&graph(documents(), claims)));
    }

    #[test]
    fn removing_a_document_undoes_adding_it((claims, _) in shuffled_claims(), at in 0..6usize) {
        let (all, gone) = (documents(), documents()[at].id.clone());
        let others = || all.iter().filter(|document| document.id != gone).cloned().collect::<Vec<_>>();
        let of_others = |claims: &[Claim]| claims.iter().filter(|claim| claim.document != gone).cloned().collect::<Vec<_>>();
        let whole = fuse((all.clone(), claims.clone()).into(), &View::default(), &ontology());
        let left = graph(others(), of_others(&whole.claims));
        prop_assert_eq!(all_bytes(&left), all_bytes(&graph(others(), of_others(&claims))));
    }

    #[test]
    fn rolling_up_to_states_loses_no_evidence((claims, _) in shuffled_claims()) {
        let by_actor = graph(documents(), claims.clone());
        let by_state = viewed((documents(), claims).into(), &View { level: Level::State, ..View::default() });
        let mut placed: Vec<usize> = by_state.internal.clone();
        placed.extend(by_state.edges().flat_map(|(_, edge, _)| &edge.evidence));
        placed.sort();
        prop_assert_eq!(placed, (0..by_state.claims.len()).collect::<Vec<_>>());
        prop_assert_eq!(by_state.claims, by_actor.claims);
    }

    #[test]
    fn a_decision_holds_after_a_rebuild_a_renamed_frame_and_a_moved_file(
        (claims, _) in shuffled_claims(),
        which in any::<Index>(),
        is_moved in any::<bool>(),
    ) {
        prop_assume!(!claims.is_empty());
        let meant = claims[which.index(claims.len())].clone();
        let rebuilt: Vec<Claim> = claims.into_iter().map(|claim| if is_moved { moved(claim) } else { renamed(claim) }).collect();
        let documents = documents().into_iter().map(|document| match is_moved {
            true => Document { id: format!("moved/{}", document.id), ..document },
            false => document,
        });
        let decisions = vec![reject(&meant)];
        let graph = viewed(Material { documents: documents.collect(), claims: rebuilt, decisions }, &View::default());
        prop_assert!(graph.unmatched.is_empty());
        let is_meant = |claim: &Claim| {
            let ends = (&claim.subject.actor.id, &claim.relation, &claim.object.actor.id);
            claim.text == meant.text && ends == (&meant.subject.actor.id, &meant.relation, &meant.object.actor.id)
        };
        prop_assert!(!graph.claims.iter().any(is_meant));
    }
}

fn renamed(claim: Claim) -> Claim {
    Claim { frame: format!("{}-again", claim.frame), ..claim }
}

/// The claim as it would be found if its document had another id.
fn moved(claim: Claim) -> Claim {
    let document = format!("moved/{}", claim.document);
    let (subject, object) = (&claim.subject.actor.id, &claim.object.actor.id);
    let evidence = evidence_id(&document, &claim.text, 0, subject, &claim.relation, object);
    Claim { document, evidence, ..renamed(claim) }
}

fn reject(claim: &Claim) -> Decision {
    let quotation = Quotation {
        document: claim.document.clone(),
        text: claim.text.clone(),
        subject: claim.subject.actor.id.clone(),
        relation: claim.relation.clone(),
        object: claim.object.actor.id.clone(),
    };
    let ruling = Ruling::Reject(Target { evidence: claim.evidence.clone(), quotation });
    Decision { ruling, by: None, at: None, why: None }
}
