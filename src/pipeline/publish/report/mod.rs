//! A report in HTML for people: one file that needs no network, no script and no program but a browser.
//!
//! Summary, picture, ties of pairs with friendly and hostile apart, blocs and balance, contested ties with both sides, the sentences
//! behind every tie shown, actors, documents, how to cite. Texts are escaped by type ([`maud`]), control characters left out, and
//! only `http` and `https` addresses are links; a content security policy forbids all but the style of the page itself, so that
//! even a mistake here would run nothing. Section by section to the writer; O(e log e) for e edges.
//!
//! Only the strongest pairs are shown with their sentences, and the page says how many are not.

mod actors;
mod blocs;
mod contested;
mod evidence;
mod facts;
mod inline;
mod pairs;
mod picture;
mod quote;
mod sources;
mod summary;
mod table;
mod timeline;

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Options;
use super::network::Network;
use facts::Facts;

/// The page's own style, and the only one that it may have.
const STYLE: &str = include_str!("style.css");
/// Nothing is fetched, run, framed or sent.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// How much of the sentences a report quotes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Quotes {
    /// Whole sentences.
    #[default]
    Full,
    /// The words around those that state the tie.
    Short,
    /// No word of them; headlines stay as the names of documents.
    None,
}

/// What a report is about and how it is told.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The ties that are told of.
    pub network: &'a Network<'a>,
    /// Those that are drawn.
    pub picture: &'a Network<'a>,
    /// How much of the sentences is quoted.
    pub quotes: Quotes,
    /// So many pairs are shown with their sentences.
    pub pairs: usize,
    /// Hashes of graph folder and ontology, by which another can tell that it has the same.
    pub hashes: Option<(&'a str, &'a str)>,
}

/// So many pairs have their sentences shown unless the user says otherwise.
pub const PAIRS: usize = 40;

/// Writes a report. An error if writing fails or the base is no IRI.
pub fn write(report: &Report, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let facts = Facts::of(report);
    let mut put = |markup: Markup| out.write_all(markup.into_string().as_bytes());
    put(html! { (DOCTYPE) (PreEscaped("<html lang=\"en\">")) (head(&facts)) (PreEscaped("<body>")) })?;
    put(summary::header(&facts))?;
    put(html! { (contents()) (PreEscaped("<main>")) (summary::section(&facts)) })?;
    put(picture::section(&facts, options)?)?;
    put(table::section(&facts))?;
    put(blocs::section(&facts))?;
    put(contested::section(&facts))?;
    put(pairs::opening(&facts))?;
    for pair in facts.shown() {
        put(pairs::section(pair, &facts))?;
    }
    put(html! { (PreEscaped("</section>")) (actors::section(&facts)) })?;
    put(sources::documents(&facts))?;
    put(sources::citing(&facts))?;
    put(html! { (PreEscaped("</main></body></html>\n")) })
}

fn head(facts: &Facts) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            meta name="generator" content=(concat!("aliansi ", env!("CARGO_PKG_VERSION")));
            title { (summary::TITLE) ": " (facts.subject()) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// The sections by id and heading.
const SECTIONS: [(&str, &str); 8] = [
    ("summary", "Summary"),
    ("picture", "Picture"),
    ("ties", "Ties"),
    ("blocs", "Blocs and balance"),
    ("contested", "Contested"),
    ("evidence", "Evidence"),
    ("actors", "Actors"),
    ("documents", "Documents"),
];

fn contents() -> Markup {
    html! {
        nav aria-label="Contents" {
            ul {
                @for (id, heading) in SECTIONS {
                    li { a href={ "#" (id) } { (heading) } }
                }
                li { a href="#cite" { "How to cite" } }
            }
        }
    }
}
