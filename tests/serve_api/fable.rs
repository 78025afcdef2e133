//! A graph of invented states, some of whose texts are hostile.

use crate::run::Place;

const STATES: &str = r#"
[[actor]]
id = "borduria"
kind = "state"
label = { en = "Borduria", id = "Borduria" }
names = { en = ["Kingdom of Borduria"] }
seats = { any = ["Szohod"] }
sector = "GOV"

[[actor]]
id = "syldavia"
kind = "state"
label = { en = "Syldavia", id = "Syldavia" }
sector = "GOV"

[[actor]]
id = "elbonia"
kind = "state"
label = { en = "Élbonia <img src=x onerror=alert(1)>", id = "Elbonia" }
sector = "GOV"

[[actor]]
id = "san-theodoros"
kind = "state"
label = { en = "San Theodoros", id = "San Theodoros" }
sector = "GOV"
"#;

/// Id, date, publisher, title, address, text.
const ARTICLES: [[&str; 6]; 5] = [
    [
        "satu",
        "2025-01-10",
        "Harian <b>Fiksi</b>",
        "<script>alert(1)</script> & \"Poros\"",
        "https://example.org/satu",
        "Borduria mendukung Syldavia.\nElbonia menyerang Borduria.",
    ],
    [
        "dua",
        "2025-03-02",
        "Kabar Rekaan",
        "Poros",
        "javascript:alert(1)",
        "Syldavia mendukung Borduria.\nMenurut Borduria, San Theodoros menyerang Elbonia.\nElbonia mengancam akan menjatuhkan sanksi terhadap Syldavia.",
    ],
    [
        "tiga",
        "2025-06",
        "Harian Fiksi",
        "Sanksi",
        "https://example.org/tiga",
        "San Theodoros menjatuhkan sanksi terhadap Borduria.\nBorduria mendukung Syldavia.\nElbonia menyerang Syldavia.",
    ],
    [
        "empat",
        "2026",
        "Kabar Rekaan",
        "Retak",
        "https://example.org/empat",
        "Presiden Borduria Igor Pletov mendukung Syldavia.\nElbonia mengecam Syldavia.\nSyldavia menyangkal bahwa Borduria mendukung Syldavia.",
    ],
    ["lima", "", "", "", "", "San Theodoros mendukung Elbonia."],
];

/// A place with `graph`, built with the ontology `fable`.
pub fn fable() -> Place {
    let place = Place::with_news();
    place.write("fable/actors/states.toml", STATES);
    let line = |[id, published, publisher, title, url, text]: [&str; 6]| {
        let mut document = serde_json::json!({ "id": id, "text": text });
        for (name, value) in
            [("published", published), ("publisher", publisher), ("title", title), ("url", url)]
        {
            if !value.is_empty() {
                document[name] = value.into();
            }
        }
        document.to_string() + "\n"
    };
    place.write("fable.jsonl", &ARTICLES.map(line).concat());
    place.run(["build", "fable.jsonl", "-o", "graph", "--ontology", "fable"]).succeeds();
    place
}
