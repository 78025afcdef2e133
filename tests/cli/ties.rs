//! `ties`: how states stand to each other.

use super::dated::{dated, json, printed};

const TIES: [&str; 3] = ["ties", "--graph", "graph"];

#[test]
fn officials_count_for_their_state_and_the_clearest_come_first() {
    let place = dated();
    let found = json(&place, &TIES);
    let ties = found["ties"].as_array().unwrap();
    let nets: Vec<f64> = ties.iter().map(|tie| tie["net"].as_f64().unwrap().abs()).collect();
    assert!(nets.is_sorted_by(|a, b| a >= b), "{nets:?}");
    let russia = ties.iter().find(|tie| tie["a"] == "russia" && tie["b"] == "syria").unwrap();
    assert_eq!(russia["claims"], 2);
    assert!(ties.iter().all(|tie| tie["a"] != "vladimir-putin"));
    assert_eq!(found["weights"], "plover");
}

#[test]
fn an_actor_a_limit_an_order_and_a_volume_narrow_it() {
    let place = dated();
    let with =
        |words: &[&str]| json(&place, &[&TIES[..], words].concat())["ties"].as_array().unwrap().clone();
    assert_eq!(with(&["--actor", "Rusia"]).len(), 2);
    assert_eq!(with(&["--limit", "1"]).len(), 1);
    let volumes: Vec<f64> =
        with(&["--sort", "volume"]).iter().map(|tie| tie["volume"].as_f64().unwrap()).collect();
    assert!(volumes.is_sorted_by(|a, b| a >= b), "{volumes:?}");
    assert!(with(&["--min-volume", "9"]).len() < volumes.len());
    place.run([&TIES[..], &["--actor", "Rusja"]].concat()).ends_with(1, &["russia (Russia)"]);
    let ran = place.run([&TIES[..], &["--limit", "1"]].concat());
    ran.ends_with(0, &["1 of 7 ties; --limit N shows more"]);
}

#[test]
fn weights_are_named_or_read_from_a_file() {
    let place = dated();
    let net = |weights: &str| {
        let found = json(&place, &[&TIES[..], &["--actor", "russia", "--weights", weights]].concat());
        found["ties"][0]["net"].as_f64().unwrap()
    };
    place.write("mine.toml", "[weights]\nsupports = 1.0\n");
    assert!(net("goldstein") != net("plover"));
    assert!((0.5..1.0).contains(&net("mine.toml")), "{}", net("mine.toml"));
    let weigh = |weights: &str| place.run([&TIES[..], &["--weights", weights]].concat());
    weigh("azar").ends_with(1, &["neither a file nor a scale", "goldstein"]);
    place.write("wrong.toml", "[weights]\nadores = 1.0\n");
    weigh("wrong.toml").ends_with(1, &["no relation `adores`"]);
    place.write("none.toml", "supports = 1.0\n");
    weigh("none.toml").ends_with(1, &["[weights]"]);
}

#[test]
fn the_table_says_what_its_figures_are_and_csv_has_a_line_a_tie() {
    let place = dated();
    assert!(printed(&place, &TIES).ends_with("The figures sum up what texts state, not what is true.\n"));
    let csv = printed(&place, &[&TIES[..], &["--format", "csv"]].concat());
    assert!(csv.starts_with("a,b,plus,minus,"));
    assert_eq!(csv.lines().count(), 8);
}
