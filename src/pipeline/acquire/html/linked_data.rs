//! What a page says of its article in JSON-LD.

use dom_query::Document as Page;
use serde_json::{Map, Value};

use crate::model::Genre;

/// The fields of an article in schema.org's vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Article {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub section: Option<String>,
    pub url: Option<String>,
    pub genre: Option<Genre>,
}

/// The first article that the page's scripts describe. A script that is not JSON is passed over.
pub(super) fn read(page: &Page) -> Article {
    let scripts = page.select("script[type='application/ld+json']");
    let values = scripts.iter().filter_map(|script| serde_json::from_str::<Value>(script.text().trim()).ok());
    values.into_iter().find_map(|value| find_article(&value, 0)).unwrap_or_default()
}

fn find_article(value: &Value, depth: usize) -> Option<Article> {
    match value {
        _ if depth > 4 => None,
        Value::Array(items) => items.iter().find_map(|item| find_article(item, depth + 1)),
        Value::Object(fields) if is_article(fields) => Some(article(fields)),
        Value::Object(fields) => {
            ["@graph", "mainEntity"].iter().find_map(|key| find_article(fields.get(*key)?, depth + 1))
        }
        _ => None,
    }
}

fn types(fields: &Map<String, Value>) -> Vec<&str> {
    match fields.get("@type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(name)) => vec![name],
        _ => Vec::new(),
    }
}

fn is_article(fields: &Map<String, Value>) -> bool {
    types(fields)
        .iter()
        .any(|name| name.ends_with("Article") || name.ends_with("Posting") || *name == "Report")
}

fn article(fields: &Map<String, Value>) -> Article {
    let text = |key: &str| fields.get(key).and_then(name);
    Article {
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished").or_else(|| text("dateCreated")),
        author: text("author"),
        publisher: text("publisher"),
        section: text("articleSection"),
        url: text("url").or_else(|| text("mainEntityOfPage")).filter(|url| url.starts_with("http")),
        genre: types(fields).into_iter().find_map(genre),
    }
}

/// The name that a value gives: itself, its `name` or `@id`, or those of its items.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Object(fields) => fields.get("name").or_else(|| fields.get("@id")).and_then(name),
        Value::Array(items) => {
            let names: Vec<_> = items.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

fn genre(name: &str) -> Option<Genre> {
    match name {
        "NewsArticle" | "ReportageNewsArticle" | "BackgroundNewsArticle" => Some(Genre::News),
        "OpinionNewsArticle" | "ReviewNewsArticle" => Some(Genre::Opinion),
        "SocialMediaPosting" | "DiscussionForumPosting" => Some(Genre::Social),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_script(json: &str) -> Article {
        read(&Page::from(format!(r#"<script type="application/ld+json">{json}</script>"#)))
    }

    #[test]
    fn articles_are_found_in_graphs_and_arrays() {
        let json = r#"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Kabar"},
            {"@type": ["NewsArticle"], "headline": "Judul", "datePublished": "2026-01-10T14:15:00+07:00",
             "author": [{"@type": "Person", "name": "Rani"}, {"name": "Budi"}], "publisher": {"name": "Kabar Kita"},
             "mainEntityOfPage": {"@id": "https://kabar.example/a"}}]}"#;
        let article = read_script(json);
        assert_eq!(article.author.as_deref(), Some("Rani, Budi"));
        assert_eq!((article.publisher.as_deref(), article.genre), (Some("Kabar Kita"), Some(Genre::News)));
        assert_eq!(article.url.as_deref(), Some("https://kabar.example/a"));
    }

    #[test]
    fn what_is_no_article_or_no_json_is_passed_over() {
        for json in [r#"{"@type": "BreadcrumbList"}"#, "{not json", "[]", r#"{"@type": 5}"#] {
            assert_eq!(read_script(json), Article::default(), "{json}");
        }
    }
}
