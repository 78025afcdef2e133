//! The documents that are cited, and how to cite the report.

use maud::{Markup, html};

use super::facts::Facts;
use super::inline::{address, count, day, language, text};
use crate::model::Document;
use crate::pipeline::publish::NOTICE;

pub fn documents(facts: &Facts) -> Markup {
    let mut cited: Vec<(usize, &str)> = facts.cited.iter().map(|(id, number)| (*number, *id)).collect();
    cited.sort_unstable();
    let all = facts.graph.documents.len();
    html! {
        section id="documents" {
            h2 { "Documents" }
            p {
                "The " (cited.len()) " that are quoted or counted in what is shown above, of " (count(all, "document")) " read."
            }
            ol.documents {
                @for (number, id) in cited {
                    li id={ "document-" (number) } value=(number) { (document(id, facts.graph.document(id))) }
                }
            }
        }
    }
}

fn document(id: &str, document: Option<&Document>) -> Markup {
    let Some(it) = document else { return text(id) };
    let optional = |value: &Option<String>| html! { @if let Some(value) = value { (text(value)) ", " } };
    html! {
        (optional(&it.author)) (optional(&it.publisher))
        @if let Some(title) = &it.title { cite lang=[language(it.language.as_deref())] { (text(title)) } ", " }
        @if let Some(date) = &it.published { time datetime=(date) { (day(date.as_str())) } } @else { "undated" }
        ". "
        @if let Some(url) = &it.url { (address(url, url)) " " }
        @if let Some(url) = &it.archive_url { "Archived: " (address(url, url)) " " }
        code { (text(id)) }
    }
}

pub fn citing(facts: &Facts) -> Markup {
    let version = env!("CARGO_PKG_VERSION");
    html! {
        section id="cite" {
            h2 { "How to cite" }
            p {
                "Cite the documents for what they say. For a tie with all its sources, ready to paste: "
                code { "aliansi cite --graph DIR SUBJECT RELATION OBJECT" } ". For this report:"
            }
            p.citation {
                "“" (super::summary::TITLE) ": " (facts.subject()) "”, aliansi " (version)
                @if let Some((graph, ontology)) = facts.report.hashes {
                    ", graph " code { (graph.get(..16).unwrap_or(graph)) } ", ontology " code { (ontology.get(..16).unwrap_or(ontology)) }
                }
                "."
            }
            footer { @for (language, notice) in NOTICE { p lang=(language) { (notice) } } }
        }
    }
}
