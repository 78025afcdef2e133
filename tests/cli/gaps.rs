//! `gaps`: what texts hold and the ontology does not.

use serde_json::Value;

use super::run::{Place, Ran};

const TEXT: &str = "Pasukan Kerajaan Borduria tiba pada Selasa. Iran menyelubungi Suriah. Rusia menyelubungi Belarus di Klow. \
    Menteri Luar Negeri Iran Ottokar Halambique datang. Iran menyiapkan penyelubungan terhadap Suriah. \
    Kurs dolar AS naik.\n";

fn place() -> Place {
    let place = Place::with_news();
    place.write("gaps/satu.txt", TEXT);
    place.write(
        "gaps/dua.txt",
        "Kemarin tentara Kerajaan Borduria pergi. Jerman memberi sanksi kepada Belarus.\n",
    );
    place
}

fn of(place: &Place, options: &[&str]) -> Ran {
    place.run(["gaps", "gaps"].iter().chain(options)).succeeds()
}

fn json(place: &Place, options: &[&str]) -> Value {
    serde_json::from_str(&of(place, &[&["--format", "json"], options].concat()).out).unwrap()
}

fn names<'a>(listed: &'a Value, kind: &str) -> Vec<&'a str> {
    let gaps = listed[kind].as_array().unwrap().iter();
    gaps.map(|gap| gap["name"].as_str().unwrap()).collect()
}

fn find<'a>(listed: &'a Value, kind: &str, name: &str) -> &'a Value {
    let gaps = listed[kind].as_array().unwrap();
    gaps.iter().find(|gap| gap["name"] == name).unwrap_or_else(|| panic!("no {name} in {listed:#}"))
}

#[test]
fn names_that_no_data_covers_are_told_apart() {
    let listed = json(&place(), &[]);
    let land = find(&listed, "names", "Borduria");
    assert_eq!((&land["count"], &land["documents"]), (&Value::from(2), &Value::from(2)));
    assert_eq!(land["samples"][0]["document"], "dua.txt");
    assert_eq!(land["samples"][0]["text"], "Kemarin tentara Kerajaan **Borduria** pergi.");
    assert_eq!(find(&listed, "names", "Ottokar Halambique")["sort"], "person");
    assert_eq!(find(&listed, "names", "Klow")["sort"], "place");
    for other in ["Pasukan", "Selasa", "Kemarin", "Kurs", "AS", "Iran"] {
        assert!(!names(&listed, "names").contains(&other), "{other} in {listed:#}");
    }
}

#[test]
fn verbs_and_nouns_between_actors_are_found_until_they_are_known() {
    let place = place();
    let listed = json(&place, &["--kind", "verbs,nouns"]);
    assert_eq!(find(&listed, "verbs", "menyelubungi")["count"], 2);
    let noun = find(&listed, "nouns", "penyelubungan");
    assert_eq!(noun["samples"][0]["text"], "Iran menyiapkan **penyelubungan** terhadap Suriah.");
    assert!(listed.get("names").is_none() && !names(&listed, "nouns").contains(&"sanksi"));
    place.write(
        "mine/relations/coerces.toml",
        "id = \"coerces\"\n\n[[frame]]\nname = \"shroud\"\nlanguage = \"id\"\nverbs = [\"menyelubungi\"]\nsubject = [\"subject\"]\nobject = [\"object\"]\n",
    );
    let extended = json(&place, &["--ontology", "mine"]);
    assert!(!names(&extended, "verbs").contains(&"menyelubungi"));
}

#[test]
fn places_that_a_frame_lacks_are_named_with_it() {
    let place = place();
    place.write(
        "mine/relations/coerces.toml",
        "id = \"coerces\"\n\n[[frame]]\nname = \"shroud\"\nlanguage = \"id\"\nnouns = [\"penyelubungan\"]\nsubject = [\"possessor\"]\nobject = [\"atas\"]\n",
    );
    place.write(
        "gaps/tiga.txt",
        "Penyelubungan Rusia kepada Belarus berlanjut. Penyelubungan Rusia atas Belarus berlanjut.\n",
    );
    let listed = json(&place, &["--ontology", "mine", "--kind", "places"]);
    let lacks = find(&listed, "places", "coerces/id/shroud: kepada");
    assert_eq!(lacks["count"], 1);
    assert_eq!(lacks["samples"][0]["text"], "**Penyelubungan** Rusia **kepada** Belarus berlanjut.");
    assert_eq!(find(&listed, "places", "coerces/id/shroud: terhadap")["count"], 1);
    assert!(!names(&listed, "places").contains(&"coerces/id/shroud: atas"));
}

#[test]
fn a_word_of_no_list_between_two_actors_is_found() {
    let place = place();
    place.write("gaps/tiga.txt", "Iran zarbim Suriah.\n");
    let listed = json(&place, &["--kind", "nouns"]);
    assert_eq!(find(&listed, "nouns", "zarbim")["samples"][0]["text"], "Iran **zarbim** Suriah.");
}

#[test]
fn the_list_is_the_same_with_any_threads_and_cut_at_the_top() {
    let place = place();
    assert_eq!(of(&place, &["--threads", "1"]).out, of(&place, &["--threads", "4"]).out);
    let listed = json(&place, &["--top", "1"]);
    assert_eq!(names(&listed, "names"), ["Borduria"]);
    assert_eq!(names(&listed, "verbs"), ["menyelubungi"]);
}

#[test]
fn a_table_and_csv_show_the_same() {
    let place = place();
    let table = of(&place, &[]).out;
    assert!(table.contains("Klow (place)") && table.contains("Rusia **menyelubungi** Belarus"), "{table}");
    let out = of(&place, &["--format", "csv", "--kind", "verbs"]).out;
    let mut lines = out.lines();
    assert_eq!(lines.next().unwrap(), "kind,name,sort,count,documents,sentence_1,sentence_2,sentence_3");
    assert!(
        lines.any(
            |line| line.starts_with("verbs,menyelubungi,unknown,2,1,Iran **menyelubungi** Suriah.,Rusia")
        )
    );
}

#[test]
fn standard_input_and_options_of_extract_are_taken() {
    let place = place();
    place.write("rows.csv", "kode,isi\n7,Iran menyelubungi Suriah.\n");
    let ran = place.run(["gaps", "rows.csv", "--map", "id=kode,text=isi", "--format", "json"]).succeeds();
    let listed: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(find(&listed, "verbs", "menyelubungi")["samples"][0]["document"], "7");
    place.run(["gaps", "gaps", "--kind", "adverbs"]).ends_with(2, &["names", "places"]);
}
