//! Who is subject, object and oblique by the arcs.

use super::hand::{parsed, unparsed};
use aliansi::ontology::Ontology;
use aliansi::pipeline::extract::outline;

#[test]
fn subject_object_and_oblique() {
    let read = parsed("Rusia|nsubj|2 menyerang|root|0 Ukraina|obj|2 dengan|case|5 rudal|obl|2 .|.|2");
    assert_eq!(
        read.clauses(),
        ["V0 menyerang, Root; subject [rusia]; object [ukraina]; oblique dengan [rudal]"]
    );
}

#[test]
fn an_oblique_below_the_object_is_the_verbs_too() {
    let read = parsed("Rusia|nsubj|2 mengirim|root|0 senjata|obj|2 ke|case|5 Iran|nmod|3");
    let expected = [
        "V0 mengirim, Root; subject [rusia]; object [senjata]; oblique ke [iran]",
        "[senjata] with ke [iran]",
    ];
    assert_eq!(read.clauses(), expected);
}

#[test]
fn phrases_below_phrases_belong_to_all_above() {
    let read = parsed(
        "Rusia|nsubj|2 menyambut|root|0 kunjungan|obj|2 ke|case|5 Beijing|nmod|3 dengan|case|7 delegasi|nmod|3 \
         di|case|9 Iran|nmod|7",
    );
    let expected =
        ["[kunjungan] with ke [beijing] dengan [delegasi] di [iran]", "dengan [delegasi] with di [iran]"];
    assert_eq!(read.clauses()[1..], expected);
}

#[test]
fn the_predicate_of_a_copula_has_its_arguments() {
    let read = parsed("Iran|nsubj|3 adalah|cop|3 sekutu|root|0 Rusia|nmod|3");
    assert_eq!(read.clauses(), ["V0 adalah, Root; subject [iran]; object [sekutu rusia]"]);
}

#[test]
fn a_relative_clause_takes_its_noun() {
    let read = parsed("Rusia|nsubj|2 mendukung|root|0 Iran|obj|2 yang|nsubj|5 menyerang|acl|3 Irak|obj|5");
    let expected = [
        "V0 mendukung, Root; subject [rusia]; object [iran]",
        "V1 menyerang, Relative of V0; subject [iran]; object [irak]",
    ];
    assert_eq!(read.clauses(), expected);
}

#[test]
fn a_relative_clause_with_a_subject_takes_its_noun_as_object() {
    let read = parsed(
        "Rusia|nsubj|2 mendukung|root|0 Iran|obj|2 yang|obj|6 Irak|nsubj|6 menyerang|acl:relcl|3 .|.|2",
    );
    assert_eq!(read.clauses()[1], "V1 menyerang, Relative of V0; subject [irak]; object [iran]");
}

#[test]
fn a_subject_between_commas_is_that_of_the_verb_behind() {
    let read = parsed(
        "Uni|nsubj|8 Eropa|flat|1 ,|punct|5 yang|nsubj:pass|5 dikecam|acl|1 Iran|obl|5 ,|punct|5 mendukung|root|0 \
         Suriah|obj|8 dengan|case|11 senjata|obl|8 .|.|8",
    );
    let expected = [
        "V0 dikecam, Relative of V1; subject [uni eropa]; object [iran]",
        "V1 mendukung, Root; subject [uni eropa]; object [suriah]; oblique dengan [senjata]",
    ];
    assert_eq!(read.clauses(), expected);
}

#[test]
fn control_by_the_subject_and_by_the_object() {
    let promise = parsed("Rusia|nsubj|2 berjanji|root|0 menyerang|xcomp|2 Irak|obj|3");
    assert_eq!(promise.clauses()[1], "V1 menyerang, Chain of V0; subject [rusia]; object [irak]");
    let urge = parsed("Rusia|nsubj|2 mendesak|root|0 Iran|obj|2 agar|mark|5 menyerang|advcl|2 Irak|obj|5");
    assert_eq!(urge.clauses()[1], "V1 menyerang, Purpose of V0; subject [iran]; object [irak]");
}

#[test]
fn coordinated_verbs_share_a_subject() {
    let read = parsed("Rusia|nsubj|2 mengecam|root|0 Iran|obj|2 dan|cc|5 mendukung|conj|2 Irak|obj|5");
    let expected = [
        "V0 mengecam, Root; subject [rusia]; object [iran]",
        "V1 mendukung, Coordinate of V0; subject [rusia]; object [irak]",
    ];
    assert_eq!(read.clauses(), expected);
}

#[test]
fn a_clause_of_purpose_below_a_noun_has_the_verbs_subject() {
    let read = parsed("Rusia|nsubj|2 mengirim|root|0 pasukan|obj|2 untuk|mark|5 menyerang|acl|3 Irak|obj|5");
    assert_eq!(read.clauses()[1], "V1 menyerang, Purpose of V0; subject [rusia]; object [irak]");
}

#[test]
fn a_second_subject_behind_its_verb_goes_to_the_next_verb() {
    let read = parsed(
        "Setelah|mark|4 tentara|nsubj|4 Prancis|nmod|2 diusir|advcl|7 ,|punct|4 Mali|nsubj|4 mendekati|root|0 Rusia|obj|7",
    );
    let expected = [
        "V0 diusir, Subordinate of V1; subject [tentara prancis]",
        "V1 mendekati, Root; subject [mali]; object [rusia]",
    ];
    assert_eq!(read.clauses(), expected);
}

#[test]
fn a_phrase_that_the_tree_gives_to_no_verb_stays_with_the_chunks() {
    let read = parsed("Rusia|nsubj|2 menyerang|root|0 Ukraina|dep|4 .|.|2");
    assert_eq!(read.clauses(), ["V0 menyerang, Root; subject [rusia]; object [ukraina]"]);
}

#[test]
fn arcs_that_are_no_tree_are_borne() {
    let circle =
        parsed("Rusia|nsubj|3 menyerang|ccomp|3 Ukraina|nmod|4 Iran|nmod|3 dengan|case|99 rudal|xcomp|99");
    let expected = "V0 menyerang, Root; subject [rusia]; object [ukraina]; oblique dengan [rudal]";
    assert_eq!(circle.clauses()[0], expected);
}

#[test]
fn no_tree_no_reading() {
    let read = unparsed("Rusia menyerang Ukraina.");
    let outline = outline(&read.document, &read.sentences[0], &read.mentions, Ontology::shipped());
    assert!(!outline.contains("tree"), "{outline}");
}
