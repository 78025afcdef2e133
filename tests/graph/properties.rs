//! What holds for any claims.

use aliansi::model::*;
use aliansi::pipeline::publish::Options;
use aliansi::pipeline::{fuse::fuse, grade::grade};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::fixture::{actor, claim, document, graph, official, ontology, past};
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
        let rest = [first.claims, claims[cut..].to_vec()].concat();
        let again = grade(fuse(([first.documents, documents()].concat(), rest).into(), &View::default(), &ontology), &ontology);
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
}
