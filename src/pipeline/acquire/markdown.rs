//! Markdown → lines without marks, and its front matter.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Rules, language, record};
use crate::model::Document;

/// Text and fields of a Markdown file. A heading, an item and a table row are paragraphs of their own.
pub(super) fn document(text: &str, rules: &Rules<'_>) -> Document {
    let text = text.replace("\r\n", "\n");
    let text = text.trim_start_matches('\u{FEFF}');
    let (matter, body) = split_front_matter(text);
    let mut document = matter.map(|matter| fields(matter, rules)).unwrap_or_default();
    let mut fenced = false;
    for line in body.lines() {
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            fenced = !fenced;
        } else {
            push_line(&mut document, line, fenced);
        }
    }
    document
}

fn push_line(document: &mut Document, line: &str, fenced: bool) {
    let block = if fenced { None } else { BLOCK.find(line) };
    let Some(block) = block else {
        document.text.push_str(&inline(line));
        return document.text.push('\n');
    };
    let content = inline(line[block.end()..].trim_end_matches(['#', ' ']));
    if block.as_str().trim() == "#" && document.title.is_none() {
        document.title = Some(content.clone());
    }
    document.text.push_str(&format!("\n{content}\n\n"));
}

/// A line without emphasis, links, images and tags; table cells are parted by spaces.
fn inline(line: &str) -> String {
    let line =
        LINK.replace_all(
            line,
            |link: &Captures<'_>| if link[0].starts_with('!') { String::new() } else { link[1].to_owned() },
        );
    let line = EMPHASIS.replace_all(&line, "$1$2$3");
    let line = TAG.replace_all(&line, "");
    let row = line.trim();
    if row.starts_with('|') && row.ends_with('|') {
        row.trim_matches('|').replace('|', "\n")
    } else {
        line.into_owned()
    }
}

fn split_front_matter(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("---\n") else { return (None, text) };
    rest.split_once("\n---")
        .map_or((None, text), |(matter, body)| (Some(matter), body.trim_start_matches('-')))
}

/// The lines `key: value` of the front matter whose keys are fields of a document.
fn fields(matter: &str, rules: &Rules<'_>) -> Document {
    let mut document = Document::default();
    for (key, value) in matter.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        match key.trim().to_lowercase().as_str() {
            "title" => document.title = Some(value),
            "published" | "date" => {
                document.published = rules.calendar.read(&value, document.language.as_deref());
            }
            "publisher" => document.publisher = Some(value),
            "author" => document.author = Some(value),
            "genre" => document.genre = record::genre(&value),
            "url" => document.url = Some(value),
            "via" => document.via = Some(value),
            "language" | "lang" => document.language = language::code(&value, rules.codes),
            _ => {}
        }
    }
    document
}

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("{error}"))
}

/// The marks that begin a heading, an item or a quotation.
static BLOCK: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^\s{0,8}(?:#{1,6}\s+|[-*+]\s+|>\s?|(?:[-*_]\s*){3,}$|(?:=+|-+)\s*$)"));
static LINK: LazyLock<Regex> =
    LazyLock::new(|| compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+[^()]*)?\)|\[[^\[\]]*\])"));
static EMPHASIS: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\*{1,3}([^\s*](?:[^*]*[^\s*])?)\*{1,3}|\b__([^\s_](?:[^_]*[^\s_])?)__\b|`([^`]+)`")
});
static TAG: LazyLock<Regex> = LazyLock::new(|| compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->"));

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        super::document(text, &Rules::shipped())
    }

    #[test]
    fn marks_go_and_words_stay() {
        let document = document(
            "---\ntitle: \"Kawan Lama\"\ndate: 2026-01-10\ngenre: opinion\n---\n# Judul\n\nIran **mengecam** [Israel](https://a.example \"x\").\n\
             Baris dua.\n## Sub #\n- satu\n* dua\n> kutipan\n\n| Bidang | Bentuk |\n|---|---|\n![foto](a.png)\n2 * 3 * 4 dan a_b_c\n",
        );
        let lines: Vec<_> =
            document.text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines[..7],
            ["Judul", "Iran mengecam Israel.", "Baris dua.", "Sub", "satu", "dua", "kutipan"]
        );
        assert_eq!(lines[7..9], ["Bidang", "Bentuk"]);
        assert_eq!(lines.last(), Some(&"2 * 3 * 4 dan a_b_c"));
        assert_eq!(
            (document.title.as_deref(), document.published.unwrap().as_str()),
            (Some("Kawan Lama"), "2026-01-10")
        );
    }

    #[test]
    fn a_heading_is_the_title_when_nothing_else_is() {
        assert_eq!(document("# Judul\nIsi.").title.as_deref(), Some("Judul"));
        assert_eq!(document("---\ntanpa akhir").text, "---\ntanpa akhir\n".replace("---\n", "\n\n\n"));
    }
}
