//! Confidence, origins, plain edges, contradiction, time.

use aliansi::model::*;
use aliansi::pipeline::{fuse::fuse, grade::grade};

use crate::fixture::{actor, claim, document, graph, official, ontology, past};

/// A document of a publisher with one sentence of its own, and the claim that Russia supports Iran in it.
fn report(id: &str, publisher: &str) -> (Document, Claim) {
    let document = document(id, "2026-01-10", publisher, &format!("{id} says that Russia supports Iran."));
    let claim = claim(&document, &document.text, "russia", "supports", "iran");
    (document, claim)
}

fn quoted(id: &str, speaker: Actor) -> (Document, Claim) {
    let (document, claim) = report(id, id);
    (document, Claim { attributed_to: Some(speaker.into()), ..claim })
}

fn in_genre(id: &str, genre: Option<Genre>) -> (Document, Claim) {
    let (document, claim) = report(id, id);
    (Document { genre, ..document }, Claim { genre, ..claim })
}

fn with(report: (Document, Claim), change: impl FnOnce(&mut Claim)) -> (Document, Claim) {
    let (document, mut claim) = report;
    change(&mut claim);
    (document, claim)
}

/// The edge that the reports make.
fn edge(reports: impl IntoIterator<Item = (Document, Claim)>) -> Edge {
    let (documents, claims) = reports.into_iter().unzip();
    graph(documents, claims).edge("russia", "supports", "iran").unwrap().clone()
}

#[test]
fn independent_origins_add_up_and_repetition_does_not() {
    let score = |reports: Vec<_>| {
        let edge = edge(reports);
        (edge.confidence, edge.origins)
    };
    assert_eq!(score(vec![report("a", "Harian A")]), (0.8, 1));
    assert_eq!(score(vec![report("a", "Harian A"), report("b", "Harian B")]), (0.96, 2));
    assert_eq!(score(vec![report("a", "Harian A"), report("b", "HARIAN A.")]), (0.8, 1), "one publisher");
    assert_eq!(score(vec![report("a", ""), report("b", "")]), (0.96, 2), "no publisher: documents");
    let weaker = with(report("b", "Harian A"), |claim| claim.confidence = 0.3);
    assert_eq!(score(vec![report("a", "Harian A"), weaker]), (0.8, 1), "the surest counts");
    let many = ["a", "b", "c", "d", "e", "f", "g"].map(|id| report(id, id));
    assert_eq!(score(many.to_vec()), (0.9999, 7), "texts alone never make sure");
    let citing = ["a", "b"].map(|id| with(report(id, id), |claim| claim.via = Some("Reuters".to_owned())));
    assert_eq!(score(citing.to_vec()), (0.8, 1), "both cite one agency");
}

#[test]
fn a_reprint_is_no_second_origin() {
    let text = "Russia supports Iran, sources say.";
    let reprints = [("a", text), ("b", "russia  supports Iran, sources say.")].map(|(id, text)| {
        let document = document(id, "2026", id, text);
        let claim = claim(&document, text, "russia", "supports", "iran");
        (document, claim)
    });
    assert_eq!(edge(reprints).origins, 1);
}

#[test]
fn only_assertions_raise_the_confidence() {
    for status in [Status::Alleged, Status::Planned, Status::Possible, Status::Denied, Status::Negated] {
        let other = with(report("b", "B"), |claim| claim.status = status);
        let alone = edge([other.clone()]);
        assert_eq!((alone.confidence, alone.origins, alone.plain), (0.0, 0, false), "{status:?}");
        assert_eq!(alone.scores[&status], Score { confidence: 0.8, origins: 1 });
        assert!(alone.weight > 0.0);
        assert_eq!(edge([report("a", "A"), other]).confidence, 0.8, "{status:?}");
    }
}

#[test]
fn authors_of_news_and_official_texts_are_believed() {
    for genre in [None, Some(Genre::News), Some(Genre::Official)] {
        assert!(edge([in_genre("a", genre)]).plain, "{genre:?}");
    }
    for genre in [Some(Genre::Opinion), Some(Genre::Social)] {
        assert!(!edge([in_genre("a", genre)]).plain, "{genre:?}");
        assert!(edge([in_genre("a", genre), in_genre("b", genre)]).plain, "two authors agree: {genre:?}");
    }
}

#[test]
fn the_subjects_own_side_is_believed() {
    assert!(edge([quoted("a", official("sergei-contoh", "russia"))]).plain);
    let citizen = Actor { acts_for: None, ..official("russia/analysts", "russia") };
    assert!(edge([quoted("a", citizen)]).plain);
    let opposition = Actor { acts_for: None, sector: Some("OPP".to_owned()), ..official("boris", "russia") };
    assert!(!edge([quoted("a", opposition)]).plain, "the opposition is no part of that side");
    assert!(!edge([quoted("a", official("ali-contoh", "iran"))]).plain, "the object is another side");
}

#[test]
fn both_ends_of_a_symmetric_relation_are_its_own_side() {
    let document = document("a", "2026", "A", "Russia says that it is allied with Iran.");
    let mut claim = claim(&document, &document.text, "iran", "allied-with", "russia");
    claim.attributed_to = Some(official("sergei-contoh", "russia").into());
    assert!(graph(vec![document], vec![claim]).edge("iran", "allied-with", "russia").unwrap().plain);
}

#[test]
fn two_third_parties_are_believed_if_they_are_two_sides() {
    let analysts = || quoted("a", actor("analysts", ActorKind::Group));
    assert!(!edge([analysts()]).plain);
    assert!(!edge([analysts(), quoted("b", actor("analysts", ActorKind::Group))]).plain, "the same voice");
    let americans = ["john-contoh", "pentagon"].map(|id| quoted(id, official(id, "united-states")));
    assert!(!edge(americans.clone()).plain, "one state");
    let [american, _] = americans;
    assert!(edge([american, analysts()]).plain);
}

#[test]
fn what_is_not_believed_does_not_help_over_the_threshold() {
    let weak = with(report("a", "A"), |claim| claim.confidence = 0.4);
    let third = quoted("b", actor("analysts", ActorKind::Group));
    let edge = edge([weak, third]);
    assert!(edge.confidence > 0.5 && !edge.plain);
}

#[test]
fn history_is_stated_and_is_no_tie() {
    let history = with(report("a", "A"), |claim| claim.when = Some(past("1950")));
    let old = edge([history.clone()]);
    assert_eq!((old.confidence, old.plain), (0.8, false));
    let both = edge([history, report("b", "B")]);
    assert_eq!((both.confidence, both.plain, both.weight), (0.96, true, 4.0), "the weight is of the present");
}

#[test]
fn an_edge_is_contested_when_both_sides_are_heard() {
    let denied = |by: Option<Actor>| {
        with(report("b", "B"), |claim| {
            claim.status = Status::Denied;
            claim.attributed_to = by.map(Into::into);
        })
    };
    assert!(!edge([report("a", "A")]).contested);
    assert!(edge([report("a", "A"), denied(None)]).contested);
    assert!(!edge([denied(None)]).contested, "nobody claims it");
    assert!(edge([denied(Some(actor("analysts", ActorKind::Group)))]).contested, "one sentence has both");
    let negated = with(report("b", "B"), |claim| claim.status = Status::Negated);
    assert!(edge([report("a", "A"), negated]).contested);
}

#[test]
fn reports_are_dated_as_precisely_as_they_can_be() {
    let dated = |id: &str, date: &str| with(report(id, id), |claim| claim.published = date.parse().ok());
    let edge = edge([dated("a", "2026-01-10T23:00:00+07:00"), dated("b", "2025-12"), dated("c", "no date")]);
    assert_eq!(edge.first_reported.as_deref(), Some("2025-12"));
    assert_eq!(edge.last_reported.as_deref(), Some("2026-01-10"));
}

#[test]
fn ties_age_if_the_ontology_says_so() {
    let mut ontology = ontology();
    ontology.scoring.half_life = Some(31.0);
    let (old, claim) = report("a", "A");
    let (new, mut other) = report("b", "B");
    other.relation = "sanctions".to_owned();
    other.published = "2026-02-10".parse().ok();
    let graph =
        grade(fuse((vec![old, new], vec![claim, other]).into(), &View::default(), &ontology), &ontology);
    assert_eq!(graph.edge("russia", "supports", "iran").unwrap().weight, 2.0);
    assert_eq!(graph.edge("russia", "sanctions", "iran").unwrap().weight, 4.8);
}

/// A document of a publisher with the claim that Russia supports Iran in its only sentence.
fn stating(publisher: &str, text: &str) -> (Document, Claim) {
    let document = document(publisher, "2026-01-10", publisher, text);
    let claim = claim(&document, &document.text, "russia", "supports", "iran");
    (document, claim)
}

const WIRE: &str = "Russia said on Monday that it fully supports the plan of Iran to reopen nuclear talks with Western \
                    powers in Geneva next month.";

#[test]
fn a_reprint_with_small_edits_is_no_second_origin() {
    let edited = WIRE.replace("on Monday", "Monday");
    let reprints = [stating("Harian A", WIRE), stating("Harian B", &edited)];
    assert_eq!((edge(reprints.clone()).origins, edge(reprints).confidence), (1, 0.8));
}

#[test]
fn two_sentences_of_ones_own_on_one_event_are_two_origins() {
    let own =
        "Iran can count on Russia: a spokesman in Moscow backed its plan for new nuclear talks in Geneva.";
    assert_eq!(edge([stating("Harian A", WIRE), stating("Harian B", own)]).origins, 2);
}

#[test]
fn a_sentence_that_is_written_anew_in_a_copied_story_is_no_second_origin() {
    let story: String = (0..60).map(|word| format!(" word{word}")).collect();
    let written = |publisher: &str, sentence: &str| {
        let document = document(publisher, "2026-01-10", publisher, &format!("{sentence}{story}"));
        let claim = claim(&document, sentence, "russia", "supports", "iran");
        (document, claim)
    };
    let copied =
        [written("Harian A", "Russia supports Iran."), written("Harian B", "Iran is backed by Russia.")];
    assert_eq!(edge(copied.clone()).origins, 1);
    let [(first, claimed), (second, mut other)] = copied;
    other.via = Some("Reuters".to_owned());
    assert_eq!(edge([(first, claimed), (second, other)]).origins, 2, "what the sentence cites comes first");
}

#[test]
fn a_copy_belongs_to_the_medium_that_any_of_them_cites() {
    let cited = with(stating("Zeitung", WIRE), |claim| claim.via = Some("Reuters".to_owned()));
    let reports = [stating("Harian A", WIRE), cited, report("r", "REUTERS")];
    assert_eq!(edge(reports).origins, 1);
}

#[test]
fn what_one_medium_copies_and_says_itself_is_one_origin_whatever_its_name() {
    for (own, other) in [("A", "B"), ("B", "A")] {
        let more = report("more", own);
        assert_eq!(edge([stating(own, WIRE), stating(other, WIRE), more]).origins, 1, "{own}");
    }
}

#[test]
fn origins_weigh_what_the_user_says() {
    let weighed = |weight: f64, reports: Vec<(Document, Claim)>| {
        let mut ontology = ontology();
        ontology.scoring.publishers = [("harian-a".to_owned(), weight)].into();
        let material: (Vec<Document>, Vec<Claim>) = reports.into_iter().unzip();
        let graph = grade(fuse(material.into(), &View::default(), &ontology), &ontology);
        let edge = graph.edge("russia", "supports", "iran").unwrap();
        (edge.confidence, edge.origins, edge.plain)
    };
    let one = || vec![report("a", "HARIAN A")];
    assert_eq!(weighed(1.0, one()), (0.8, 1, true));
    assert_eq!(weighed(0.5, one()), (0.4, 1, false));
    let two = || vec![report("a", "Harian A"), report("b", "Harian B")];
    assert_eq!(weighed(0.5, two()), (0.88, 2, true));
    assert_eq!(weighed(0.0, two()), (0.8, 2, true));
}
