//! A graph of a few dated articles, for the commands that look at graphs.

use super::run::{Place, Ran};

const ARTICLES: [[&str; 5]; 4] = [
    [
        "satu",
        "2025-01-10",
        "Antara",
        "Perang Bayangan 100% & Lagi",
        "Iran mendukung Suriah.\nIsrael menyerang Iran.",
    ],
    ["dua", "2025-03-02", "Kompas", "Poros", "Rusia mendukung Iran.\nAmerika Serikat mendukung Israel."],
    [
        "tiga",
        "2025-06-20",
        "Antara",
        "Sanksi",
        "Amerika Serikat menjatuhkan sanksi terhadap Iran.\nRusia mendukung Suriah.\nIsrael menyerang Suriah.",
    ],
    [
        "empat",
        "2026-02-01",
        "Kompas",
        "Retak",
        "Presiden Rusia Vladimir Putin mendukung Suriah.\nIran mengecam Suriah.",
    ],
];

/// A place with the articles in `dated.jsonl`, and `graph`, the graph of them.
pub fn dated() -> Place {
    let place = Place::with_news();
    let line = |[id, published, publisher, title, text]: [&str; 5]| {
        let url = format!("https://example.org/{id}");
        serde_json::json!({
            "id": id, "published": published, "publisher": publisher, "title": title, "text": text, "url": url,
        })
        .to_string()
    };
    let lines = ARTICLES.map(|article| line(article) + "\n");
    place.write("dated.jsonl", &lines.concat());
    place.write("early.jsonl", &lines[..3].concat());
    place.run(["build", "dated.jsonl", "-o", "graph"]).succeeds();
    place
}

/// What a command prints, which must succeed.
pub fn printed(place: &Place, words: &[&str]) -> String {
    place.run(words).succeeds().out
}

/// The same as JSON.
pub fn json(place: &Place, words: &[&str]) -> serde_json::Value {
    serde_json::from_str(&printed(place, &[words, &["--format", "json"]].concat())).unwrap()
}

/// Standard output holds each of the words.
pub fn shows(ran: Ran, words: &[&str]) {
    let ran = ran.succeeds();
    for word in words {
        assert!(ran.out.contains(word), "`{word}` is not in:\n{}", ran.out);
    }
}
