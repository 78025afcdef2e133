//! A saved page → its article and what it says of itself.

mod lines;
mod linked_data;
mod metadata;
mod steps;

use dom_query::Document as Page;
use dom_smoothie::Readability;

use super::{Rules, bylines, language};
use crate::model::Document;

/// Readability that finds less than this share of the page's own lines has missed the article.
const LEAST_SHARE: usize = 5;
/// Readability takes time that grows with the square of the nesting; no real page nests deeper than this.
const DEEPEST: usize = 256;
/// Lines below the headline in which a byline is looked for.
const BYLINE: usize = 8;

/// The article of a page, its fields filled from metadata first, then from the lines below the headline.
pub(super) fn document(html: &str, rules: &Rules<'_>) -> Document {
    let page = Page::from(html);
    let mut document = metadata::read(&page, html, rules);
    let lines = lines::of(&page.html_root());
    fill_from_byline(&mut document, &lines, rules);
    let article = if steps::depth(page.html_root()) > DEEPEST { None } else { article(page) };
    document.text = article.filter(|text| text.len() * LEAST_SHARE >= lines.len()).unwrap_or(lines);
    document
}

/// The lines of a fragment ("<p>…</p>"), as feeds and tables hold them.
pub(super) fn fragment(html: &str) -> String {
    lines::of(&Page::from(html).html_root())
}

/// The text begins like a page.
pub(super) fn is_page(text: &str) -> bool {
    let start = start(text);
    start.starts_with("<!doctype html")
        || begins_with_tag(&start) && has_tag(&start, &["html", "head", "body"])
}

/// The text begins like a piece of a page.
pub(super) fn is_fragment(text: &str) -> bool {
    let start = start(text);
    begins_with_tag(&start)
        && has_tag(&start, &["p", "div", "br", "article", "section", "h1", "h2", "h3", "ul", "span"])
}

fn begins_with_tag(text: &str) -> bool {
    text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'))
}

fn has_tag(text: &str, names: &[&str]) -> bool {
    let tags = text.split('<').skip(1).filter_map(|tag| tag.split(['>', ' ', '/', '\n']).next());
    tags.into_iter().any(|tag| names.contains(&tag))
}

fn start(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}')
        .trim_start()
        .chars()
        .take(1000)
        .collect::<String>()
        .to_ascii_lowercase()
}

fn article(page: Page) -> Option<String> {
    let article = Readability::with_document(page, None, None).ok()?.parse().ok()?;
    Some(fragment(&article.content))
}

fn fill_from_byline(document: &mut Document, lines: &str, rules: &Rules<'_>) {
    let headline = document.title.as_deref().unwrap_or_default();
    let from =
        lines.split('\n').skip_while(|line| *line != headline).take(BYLINE).collect::<Vec<_>>().join("\n");
    let mut below =
        Document { language: language::detect(lines, rules.codes), text: from, ..std::mem::take(document) };
    bylines::describe(&mut below, rules);
    *document = Document { text: String::new(), language: None, ..below };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(html: &str) -> Document {
        super::document(html, &Rules::shipped())
    }

    #[test]
    fn pages_and_fragments_are_told_from_text() {
        assert!(
            is_page("\u{feff}\n<!DOCTYPE html><title>x</title>") && is_page("<!-- saved --><html><body>x")
        );
        assert!(is_fragment("<p>Satu</p><p>dua</p>") && !is_page("<p>Satu</p>"));
        assert!(
            !is_page("Teks biasa <html>")
                && !is_fragment("< 5 persen")
                && !is_fragment("<<PT Baru.doc>> <<P 2>>")
        );
    }

    #[test]
    fn absurd_nesting_costs_neither_time_nor_the_stack() {
        let deep = |depth| {
            format!("<p>atas</p>{}<p>dalam</p>{}<p>akhir</p>", "<div>".repeat(depth), "</div>".repeat(depth))
        };
        assert_eq!(steps::depth(Page::from(deep(50)).html_root()), 50 + 4);
        assert_eq!(document(&deep(20_000)).text, "atas\ndalam\nakhir");
    }

    #[test]
    fn what_metadata_leaves_open_stands_below_the_headline() {
        let document = document(
            "<html lang=id><head><title>Kawan Lama</title></head><body><h1>Kawan Lama</h1><p>Kabar Kita, 8 November 2025</p>\
             <p>Dua menteri bertemu di ibu kota untuk membahas kerja sama di bidang energi.</p></body></html>",
        );
        assert_eq!(document.published.unwrap().as_str(), "2025-11-08");
        assert_eq!(document.publisher.as_deref(), Some("Kabar Kita"));
    }

    #[test]
    fn a_page_without_an_article_keeps_its_lines() {
        let document = document(
            "<html><head><title>Iran kecam Israel</title></head><body><nav>Beranda</nav><p>Iran mengecam Israel.</p></body></html>",
        );
        assert_eq!(
            (document.title.as_deref(), document.text.as_str()),
            (Some("Iran kecam Israel"), "Iran mengecam Israel.")
        );
    }
}
