//! Diagrams: what stands where, what they say, and what Graphviz makes of them.

use std::io::Write;
use std::process::{Command, Stdio};

use aliansi::analytics::random::Random;
use aliansi::model::{Claim, Document, Graph, Status};
use aliansi::pipeline::publish::Options;

use crate::fixture::{HOSTILE, actor, claim, document, graph, hostile, ontology, sample};
use crate::readers::elements;
use crate::writers::text;

const SENTENCE: &str = "Everybody does everything.";

fn paper() -> Document {
    Document { url: Some("https://example.org/1".to_owned()), ..document("d", "2026", "p", SENTENCE) }
}

fn of(claims: Vec<Claim>) -> Graph {
    graph(vec![paper()], claims)
}

/// Friends among neighbours, foes between thirds, now and then several ties of two.
fn generated(actors: usize, seed: u64) -> Graph {
    let mut random = Random::new(seed);
    let names =
        ["Iran", "Papua New Guinea", "United States of Somewhere", "Chad", "Saint Vincent and Grenadines"];
    let id = |n: usize| format!("{}-{n}", names[n % names.len()]);
    let mut claims = Vec::new();
    for from in 0..actors {
        for _ in 0..2 {
            let to = (from + 1 + random.below(actors - 1)) % actors;
            let is_near = from * 3 / actors == to * 3 / actors;
            let relations = if is_near {
                ["supports", "allied-with", "visits"]
            } else {
                ["sanctions", "threatens-sanctions", "visits"]
            };
            for relation in &relations[..1 + random.below(3)] {
                claims.push(claim(&paper(), SENTENCE, &id(from), relation, &id(to)));
            }
        }
    }
    of(claims)
}

/// Fuse leaves out what somebody does to himself; other programs' graphs need not.
fn looped() -> Graph {
    let mut graph = of(vec![claim(&paper(), SENTENCE, "a", "supports", "b")]);
    let edge = graph.network.raw_edges()[0].weight.clone();
    let a = graph.position("a").unwrap();
    graph.network.add_edge(a, a, edge);
    graph
}

fn svg(graph: &Graph, options: &Options) -> String {
    text("graph.svg", graph, &ontology(), options)
}

/// Left, top, right, bottom.
type Sides = [f64; 4];

/// The boxes of what has a class: of the first shape in it.
fn boxes(svg: &str, class: &str) -> Vec<Sides> {
    let (mut boxes, mut is_wanted) = (Vec::new(), false);
    for element in elements(svg) {
        is_wanted = match element.name.as_str() {
            "a" => element.attribute("class") == Some(class),
            "rect" if element.attribute("class") == Some(class) => true,
            _ => is_wanted,
        };
        if is_wanted && let Some(sides) = sides(&element) {
            boxes.push(sides);
            is_wanted = false;
        }
    }
    boxes
}

fn sides(element: &crate::readers::Element) -> Option<Sides> {
    let number = |name: &str| element.attribute(name).unwrap().parse::<f64>().unwrap();
    match element.name.as_str() {
        "rect" => {
            let (x, y) = (number("x"), number("y"));
            Some([x, y, x + number("width"), y + number("height")])
        }
        "polygon" => {
            let points =
                element.attribute("points").unwrap().split([' ', ',']).map(|n| n.parse::<f64>().unwrap());
            let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
            points.enumerate().for_each(|(at, n)| if at % 2 == 0 { xs.push(n) } else { ys.push(n) });
            let least = |of: &[f64]| of.iter().copied().fold(f64::INFINITY, f64::min);
            let most = |of: &[f64]| of.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            Some([least(&xs), least(&ys), most(&xs), most(&ys)])
        }
        _ => None,
    }
}

fn is_over(a: &Sides, b: &Sides) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn is_within(inner: &Sides, outer: &Sides) -> bool {
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

/// No two of the boxes of actors and labels touch, nor do two blocs, and each actor is wholly in a bloc or outside.
fn assert_clear(svg: &str) {
    let (actors, labels, blocs) = (boxes(svg, "actor"), boxes(svg, "label"), boxes(svg, "bloc"));
    for set in [[actors.clone(), labels].concat(), blocs.clone()] {
        for (at, one) in set.iter().enumerate() {
            assert!(!set[..at].iter().any(|other| is_over(one, other)), "{one:?}");
        }
    }
    for actor in &actors {
        assert!(blocs.iter().all(|bloc| !is_over(actor, bloc) || is_within(actor, bloc)), "{actor:?}");
    }
}

#[test]
fn nothing_collides_and_every_line_has_its_label() {
    for actors in [7, 15, 30] {
        for seed in 0..3 {
            let svg = svg(&generated(actors, seed), &Options::default());
            assert_clear(&svg);
            assert!(!svg.contains("no room"), "{actors} actors, seed {seed}");
            let lines =
                elements(&svg).iter().filter(|element| element.attribute("class") == Some("line")).count();
            assert_eq!((boxes(&svg, "label").len(), boxes(&svg, "actor").len()), (lines, actors));
        }
    }
}

#[test]
fn the_diagram_of_the_corpus_is_clear() {
    let folder = tempfile::tempdir().unwrap();
    let graph = folder.path().join("graph");
    let aliansi = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
        command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("--quiet");
        command
    };
    assert!(aliansi().args(["build", "corpus", "-o"]).arg(&graph).status().unwrap().success());
    let states = std::fs::read_to_string(graph.join("graph.svg")).unwrap();
    assert!(boxes(&states, "actor").len() > 20 && !states.contains("no room"));
    assert_clear(&states);
    let all = ["--format", "svg", "--level", "actor", "--all-actors"];
    let ran = aliansi().args(["export", "--graph"]).arg(&graph).args(all).output().unwrap();
    let all = String::from_utf8(ran.stdout).unwrap();
    assert!(boxes(&all, "actor").len() > 40);
    assert_clear(&all);
}

#[test]
fn boxes_that_touch_are_noticed() {
    let overlapping = |first: &str| {
        format!(
            "<svg><a class=\"actor\">{first}</a><a class=\"label\"><rect x=\"5\" y=\"5\" width=\"9\" height=\"9\"/></a></svg>"
        )
    };
    assert_clear(&overlapping("<rect x=\"20\" y=\"5\" width=\"9\" height=\"9\"/>"));
    let clash = overlapping("<polygon points=\"0,0 8,0 8,8\"/>");
    assert!(std::panic::catch_unwind(|| assert_clear(&clash)).is_err());
}

#[test]
fn larger_pictures_are_still_clear() {
    for actors in [60, 250] {
        let options = Options { nodes: 1000, edges: 5000, ..Options::default() };
        assert_clear(&svg(&generated(actors, 1), &options));
    }
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    let once = svg(&generated(30, 4), &Options::default());
    assert!(once == svg(&generated(30, 4), &Options::default()));
}

#[test]
fn ties_of_two_share_a_line_by_direction_and_sign() {
    let ties = [
        ("a", "visits", "b"),
        ("a", "sanctions", "b"),
        ("b", "sanctions", "a"),
        ("b", "threatens-sanctions", "a"),
    ];
    let graph = of(ties.iter().map(|(s, r, o)| claim(&paper(), SENTENCE, s, r, o)).collect());
    let dot = text("graph.dot", &graph, &ontology(), &Options::default());
    let lines: Vec<&str> = dot.lines().filter(|line| line.contains(" -> ")).collect();
    let labelled = |words: &str| lines.iter().find(|line| line.contains(&format!("label=\"{words}\"")));
    let with = |words: &str| labelled(words).unwrap_or_else(|| panic!("{dot}"));
    assert!(!with("visits").contains("dir=both") && !with("threatens-sanctions").contains("dir=both"));
    assert!(with("sanctions").contains("dir=both"), "what both do is one line with two heads");
    assert!(
        with("sanctions").contains("a sanctions b") && with("sanctions").contains("b sanctions a"),
        "{dot}"
    );
    let svg = svg(&graph, &Options::default());
    let drawn = elements(&svg).iter().filter(|element| element.attribute("class") == Some("line")).count();
    assert_eq!(drawn, lines.len());
    assert!(svg.contains(&format!("4 ties in {drawn} lines")));
}

#[test]
fn what_is_doubtful_is_dashed_and_named() {
    let (documents, claims) = sample();
    let options =
        Options { statuses: vec![Status::Asserted, Status::Denied, Status::Planned], ..Options::default() };
    let svg = svg(&graph(documents, claims), &options);
    assert!(svg.contains("(asserted, not plain)</tspan>"));
    assert!(
        svg.contains("stroke-dasharray=\"4,3\" stroke-opacity")
            && svg.contains("contested or not established")
    );
    assert!(svg.contains("confidence 0.96, independent origins 2"), "tooltips have figures");
    assert!(svg.contains("“Korea Utara mendukung Rusia.”"), "and the strongest sentence");
}

#[test]
fn the_heading_is_the_users_or_says_what_is_shown() {
    let (documents, claims) = sample();
    let graph = graph(documents, claims);
    let titled = Options { title: Some("A & <b>".to_owned()), ..Options::default() };
    assert!(svg(&graph, &titled).contains(">A &amp; &lt;b&gt;</text>"));
    assert!(text("graph.dot", &graph, &ontology(), &titled).contains("<B>A &amp; &lt;b&gt;</B>"));
    let usual = svg(&graph, &Options::default());
    assert!(
        usual.contains("How states stand to each other")
            && usual.contains("As reported in 2 texts, 2026-01-10 to 2026-02")
    );
    assert!(usual.contains("not what is true of the world"));
}

#[test]
fn strange_graphs_are_pictures_too() {
    let nothing = svg(&of(Vec::new()), &Options::default());
    assert!(nothing.contains("No ties") && boxes(&nothing, "actor").is_empty());
    let looped = svg(&looped(), &Options::default());
    assert_eq!(boxes(&looped, "actor").len(), 2);
    assert_clear(&looped);
    let long = "x".repeat(10_000);
    let mut strange = claim(&paper(), SENTENCE, "a", "supports", "b");
    for (argument, label) in
        [(&mut strange.subject, long.as_str()), (&mut strange.object, "إيران \u{202E}🇮🇷 😀")]
    {
        let known = argument.actor.as_ref().clone();
        argument.actor = aliansi::model::Actor { label: label.to_owned(), ..known }.into();
    }
    let svg = svg(&of(vec![strange]), &Options::default());
    assert!(svg.contains("xxx…"), "{svg}");
    assert!(!svg.contains(&long) && svg.contains("😀") && !svg.contains('\u{202E}'));
    assert_clear(&svg);
}

#[test]
fn hostile_text_stays_text() {
    let svg = svg(&hostile(), &Options { structural: true, ..Options::default() });
    assert!(!svg.contains("<script") && !svg.contains('\0'));
    let elements = elements(&svg);
    let known =
        ["svg", "title", "desc", "rect", "defs", "marker", "g", "path", "text", "tspan", "a", "polygon"];
    assert!(elements.iter().all(|element| known.contains(&element.name.as_str())));
    let links = || elements.iter().filter_map(|element| element.attribute("href"));
    assert!(
        links().count() > 2 && links().all(|link| link.starts_with("https://w3id.org/aliansi/")),
        "{HOSTILE}"
    );
}

#[test]
fn lines_link_to_the_text_if_it_is_on_the_web() {
    let mut document = paper();
    for (url, expected) in [("https://example.org/?a=1&b=2", true), ("javascript:alert(1)", false)] {
        document.url = Some(url.to_owned());
        let graph = graph(vec![document.clone()], vec![claim(&document, SENTENCE, "a", "supports", "b")]);
        let svg = svg(&graph, &Options::default());
        let is_linked = elements(&svg).iter().any(|element| element.attribute("href") == Some(url));
        assert_eq!(is_linked, expected, "{url}");
    }
}

/// What Graphviz says of a diagram, and how long its picture is; nothing if it is not installed.
fn graphviz(dot: &str) -> Option<(String, usize)> {
    let mut command = Command::new("dot");
    command.arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        eprintln!("skipped: Graphviz is not installed");
        return None;
    };
    let mut input = child.stdin.take().unwrap();
    let diagram = dot.to_owned();
    let writer = std::thread::spawn(move || input.write_all(diagram.as_bytes()));
    let ran = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let words = String::from_utf8(ran.stderr).unwrap();
    assert!(ran.status.success(), "{} {words} {dot}", ran.status);
    Some((words, ran.stdout.len()))
}

#[test]
fn graphviz_draws_without_a_word() {
    let (documents, claims) = sample();
    let many = Options { nodes: 1000, edges: 5000, ..Options::default() };
    let kinds = claims.iter().cloned().map(|mut claim| {
        claim.object.actor = actor("some/group", aliansi::model::ActorKind::Group).into();
        claim
    });
    let strange = [
        of(Vec::new()),
        hostile(),
        looped(),
        graph(documents.clone(), kinds.collect()),
        graph(documents, claims),
    ];
    // Of such graphs a tenth made Graphviz 2.43 warn or crash without `newrank`.
    let usual =
        [7, 15, 30, 60].into_iter().flat_map(|actors| (0..6).map(move |seed| generated(actors, seed)));
    let graphs: Vec<Graph> = strange.into_iter().chain(usual).chain([generated(250, 4)]).collect();
    for graph in &graphs {
        let dot = text("graph.dot", graph, &ontology(), &many);
        let Some((words, length)) = graphviz(&dot) else { return };
        assert_eq!(words, "", "{}", dot.chars().take(2000).collect::<String>());
        assert!(length > 500);
    }
}
