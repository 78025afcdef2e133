//! The report in HTML, as a browser's parser reads it back.

use std::collections::BTreeSet;

use aliansi::model::{Graph, Material, Status};
use aliansi::pipeline::publish::Options;
use aliansi::pipeline::publish::network::{Network, Selection, Standing};
use aliansi::pipeline::publish::report::{self, Quotes, Report};
use dom_query::Document as Page;

use crate::fixture::{HOSTILE, claim, document, graph, hostile, ontology, sample};
use crate::writers::levels;

fn written(graph: &Graph, quotes: Quotes, pairs: usize) -> String {
    let ontology = ontology();
    let states = levels(graph.clone(), &ontology).states;
    let standing = Standing::of(graph, &states);
    let statuses = vec![Status::Asserted, Status::Denied, Status::Planned];
    let selection = Selection { statuses, ..Selection::default() };
    let network = Network::of(graph, &standing, &selection, &ontology.scoring);
    let report = Report {
        network: &network,
        picture: &network,
        quotes,
        pairs,
        hashes: Some(("0123456789abcdef0", "fedc")),
    };
    let mut out = Vec::new();
    report::write(&report, &Options::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The sample, with what denies one of its ties.
fn disputed() -> Graph {
    let (mut documents, mut claims) = sample();
    let text = "Russia sanctioned Iran.\nRussia did not sanction Iran.";
    let later = document("d.txt", "2026-03-01", "Daily Example", text);
    let lines: Vec<&str> = text.lines().collect();
    claims.push(claim(&later, lines[0], "russia", "sanctions", "iran"));
    let mut denied = claim(&later, lines[1], "russia", "sanctions", "iran");
    denied.status = Status::Negated;
    claims.push(denied);
    documents.push(later);
    graph(documents, claims)
}

fn texts(page: &Page, selector: &str) -> Vec<String> {
    page.select(selector).iter().map(|it| it.text().to_string()).collect()
}

#[test]
fn it_is_as_its_golden() {
    let (documents, claims) = sample();
    let page = written(&graph(documents, claims), Quotes::Full, 40);
    let (before, rest) = page.split_once("<svg xmlns").unwrap();
    let (_, after) = rest.split_once("</svg>").unwrap();
    // The picture has a golden of its own.
    crate::bless::compare("publish/golden/report.html", &format!("{before}{after}"));
}

#[test]
fn every_link_in_the_page_leads_somewhere_and_every_id_is_there_once() {
    let page = Page::from(written(&disputed(), Quotes::Full, 40));
    let ids: Vec<String> = page.select("[id]").iter().map(|it| it.attr("id").unwrap().to_string()).collect();
    let known: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len());
    let links: Vec<String> = page
        .select("main a[href^='#'], nav a")
        .iter()
        .map(|it| it.attr("href").unwrap()[1..].to_owned())
        .collect();
    assert!(links.len() > 15);
    assert!(links.iter().all(|link| known.contains(link)), "{links:?} {ids:?}");
}

#[test]
fn both_sides_of_a_contested_tie_are_there() {
    let page = Page::from(written(&disputed(), Quotes::Full, 40));
    let headings = texts(&page, "#contested .dispute h3");
    assert!(headings.contains(&"Russia sanctions Iran".to_owned()), "{headings:?}");
    let of_one = |it: &dom_query::Selection| it.select("h3").text().contains("Russia sanctions");
    let dispute = page.select("#contested .dispute").iter().find(of_one).unwrap();
    let said = |what: &str| dispute.select(what).iter().map(|it| it.text().to_string()).collect::<Vec<_>>();
    assert_eq!(said("h4"), ["Affirmed", "Said not to be so"]);
    assert_eq!(said("blockquote"), ["Russia sanctioned Iran.", "Russia did not sanction Iran."]);
}

#[test]
fn nothing_of_a_hostile_text_becomes_markup() {
    for quotes in [Quotes::Full, Quotes::Short, Quotes::None] {
        let html = written(&hostile(), quotes, 40);
        let page = Page::from(html.as_str());
        for element in ["script", "iframe", "object", "img", "link", "base", "form"] {
            assert_eq!(page.select(element).length(), 0, "{element}");
        }
        assert_eq!(page.select("style").length(), 1);
        let cleaned = HOSTILE.replace(['\0', '\u{B}'], "");
        assert!(texts(&page, "h3 bdi").contains(&cleaned), "{quotes:?}");
        assert!(!html.contains('\0') && !html.contains("<script"));
        let is_handler = |attribute: &str| attribute.starts_with("on");
        for element in page.select("*").iter() {
            assert!(element.attrs().iter().all(|attribute| !is_handler(&attribute.name.local)));
        }
    }
}

#[test]
fn addresses_lead_to_the_web_or_nowhere() {
    let (mut documents, claims) = sample();
    documents[0].url = Some("javascript:alert(1)".to_owned());
    documents[0].archive_url = Some("data:text/html,<script>alert(1)</script>".to_owned());
    documents[1].url = Some("https://example.org/\"onclick=\"alert(1)".to_owned());
    let page = Page::from(written(&graph(documents, claims), Quotes::Full, 40));
    let hrefs: Vec<String> = page.select("a").iter().map(|it| it.attr("href").unwrap().to_string()).collect();
    assert!(hrefs.iter().all(|href| href.starts_with('#') || href.starts_with("https://")), "{hrefs:?}");
    assert!(hrefs.contains(&"https://example.org/\"onclick=\"alert(1)".to_owned()));
}

#[test]
fn the_policy_comes_before_all_that_it_forbids() {
    let html = written(&disputed(), Quotes::Full, 40);
    let policy = html.find("Content-Security-Policy").unwrap();
    assert!(policy < html.find("<style").unwrap());
    let page = Page::from(html);
    let content = page.select("meta[http-equiv]").attr("content").unwrap().to_string();
    assert!(content.starts_with("default-src 'none'; style-src 'unsafe-inline';"), "{content}");
}

#[test]
fn sentences_are_quoted_as_much_as_is_asked_for() {
    let long = "Many words that nobody needs to see here stand well before the verb and then Russia supports Iran in a \
                sentence that goes on and on about the weather in the capital until it ends";
    let report = document("a.txt", "2026-01-01", "Daily Example", long);
    let mut support = claim(&report, long, "russia", "supports", "iran");
    support.cue.start = long.find("supports").unwrap();
    support.cue.end = support.cue.start + "supports".len();
    let graph = graph(vec![report], vec![support]);
    let quoted = |quotes| texts(&Page::from(written(&graph, quotes, 40)), "blockquote");
    assert_eq!(quoted(Quotes::Full), [long]);
    let short = "… stand well before the verb and then Russia supports Iran in a sentence that goes on and …";
    assert_eq!(quoted(Quotes::Short), [short]);
    assert!(quoted(Quotes::None).is_empty());
    assert!(!written(&graph, Quotes::None, 40).contains("words that nobody"));
    let marked = texts(&Page::from(written(&graph, Quotes::Full, 40)), "blockquote mark");
    assert_eq!(marked, ["supports"]);
}

#[test]
fn what_is_left_out_is_told() {
    let page = Page::from(written(&disputed(), Quotes::Full, 1));
    assert_eq!(page.select("#evidence .pair").length(), 1);
    assert!(page.select("#evidence > p").text().contains("The 1 strongest of "));
}

#[test]
fn tables_have_captions_and_headings_go_down_by_one() {
    let page = Page::from(written(&disputed(), Quotes::Full, 40));
    for table in page.select("table").iter() {
        assert_eq!(table.select("caption").length(), 1);
    }
    assert_eq!(page.select("th").length(), page.select("th[scope]").length());
    let levels: Vec<u32> = page
        .select("h1, h2, h3, h4")
        .iter()
        .map(|it| it.nodes()[0].node_name().unwrap()[1..].parse().unwrap())
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert!(page.select("blockquote[lang=id]").length() > 0);
}

#[test]
fn an_empty_graph_is_a_page() {
    let page = Page::from(written(&graph(Vec::new(), Vec::new()), Quotes::Full, 40));
    assert!(page.select("#summary").text().contains("Documents"));
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    let graph = disputed();
    let again: Material = (graph.documents.to_vec(), graph.claims.to_vec()).into();
    let again = crate::fixture::viewed(again, &aliansi::model::View::default());
    assert!(written(&graph, Quotes::Full, 40) == written(&again, Quotes::Full, 40));
}
