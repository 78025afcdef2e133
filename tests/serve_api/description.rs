//! `/api/openapi.json`: every address answers as it says, and it says every address.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::server::{Answer, Server};

/// A server and what it says of itself.
struct Described {
    server: Server,
    document: Value,
}

impl Described {
    fn of(server: Server) -> Self {
        let document = server.json("/api/openapi.json");
        Self { server, document }
    }

    /// The schema of a response, or a request's body, whose references reach the whole document.
    fn validator(&self, content: &Value) -> Validator {
        let schema = content.as_object().unwrap().values().next().unwrap()["schema"].clone();
        let document = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "components": self.document["components"], "allOf": [schema]});
        jsonschema::validator_for(&document).unwrap()
    }

    /// What is said of the answer with a status.
    fn response(&self, operation: &Value, status: u16) -> Value {
        let said = &operation["responses"][status.to_string()];
        assert!(said.is_object(), "{} does not say what {status} is", operation["operationId"]);
        match said["$ref"].as_str() {
            Some(reference) => self.document.pointer(reference.trim_start_matches('#')).unwrap().clone(),
            None => said.clone(),
        }
    }

    fn holds(&self, operation: &Value, target: &str, answer: &Answer) {
        let response = self.response(operation, answer.status);
        let media = response["content"].as_object().unwrap().keys().next().unwrap().clone();
        assert!(answer.headers.contains(&format!("content-type: {media}")), "{target}: {}", answer.headers);
        let body = answer.json();
        let errors: Vec<String> = self
            .validator(&response["content"])
            .iter_errors(&body)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{target}: {errors:?}\n{body:#}");
    }

    fn get(&self, path: &str, target: &str) {
        let operation = &self.document["paths"][path]["get"];
        let answer = self.server.send("GET", target, &[], b"");
        self.holds(operation, target, &answer);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    }

    /// An address with the path's parameter filled in.
    fn target(&self, path: &str) -> String {
        let edge = &self.server.json("/api/edges?relation=attacks&status=asserted&limit=1&offset=2")["edges"]
            [0]["claim"];
        let edge = edge.as_str().unwrap();
        let evidence = || {
            self.server.json(&format!("/api/evidence?claim={edge}"))["evidence"][0]["evidence"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        match path {
            "/api/actors/{id}" => "/api/actors/borduria".to_owned(),
            "/api/edges/{claim}" => format!("/api/edges/{edge}"),
            "/api/evidence" => format!("/api/evidence?claim={edge}"),
            "/api/evidence/{id}" => format!("/api/evidence/{}", evidence()),
            _ => path.to_owned(),
        }
    }

    fn paths(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.document["paths"].as_object().unwrap().iter()
    }
}

#[test]
fn every_address_answers_as_it_is_described() {
    let api = Described::of(Server::start());
    for (path, _) in api.paths().filter(|(_, item)| item.get("get").is_some()) {
        let target = api.target(path);
        api.get(path, &target);
        if path.starts_with("/api/") && path != "/api/openapi.json" {
            let joint = if target.contains('?') { '&' } else { '?' };
            api.get(path, &format!("{target}{joint}level=state&from=2020&undated=true"));
            let wrong = format!("{target}{joint}nonsense=1");
            api.holds(&api.document["paths"][path]["get"], &wrong, &api.server.send("GET", &wrong, &[], b""));
        }
    }
}

#[test]
fn what_is_missing_is_described() {
    let api = Described::of(Server::start());
    for (path, missing) in [
        ("/api/actors/{id}", "/api/actors/nobody"),
        ("/api/edges/{claim}", "/api/edges/none"),
        ("/api/evidence/{id}", "/api/evidence/none"),
        ("/api/timeline", "/api/timeline?claim=none"),
    ] {
        let answer = api.server.send("GET", missing, &[], b"");
        assert_eq!(answer.status, 404);
        api.holds(&api.document["paths"][path]["get"], missing, &answer);
    }
}

#[test]
fn every_parameter_is_known_with_its_bounds() {
    let api = Described::of(Server::start());
    for (path, item) in api.paths().filter(|(_, item)| item.get("get").is_some()) {
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
            let parameter = match parameter["$ref"].as_str() {
                Some(reference) => api.document.pointer(reference.trim_start_matches('#')).unwrap(),
                None => parameter,
            };
            let (name, schema) = (parameter["name"].as_str().unwrap(), &parameter["schema"]);
            for (bound, status) in [("minimum", 200), ("maximum", 200), ("beyond", 400)] {
                let value = match bound {
                    "beyond" => schema["maximum"].as_f64().map(|most| json!(most + 1.0)),
                    _ => schema.get(bound).cloned(),
                };
                let Some(value) = value.filter(|_| parameter["in"] == "query") else { continue };
                let target = api.target(path);
                let joint = if target.contains('?') { '&' } else { '?' };
                let value = value.as_f64().unwrap();
                let answer = api.server.send("GET", &format!("{target}{joint}{name}={value}"), &[], b"");
                assert_eq!(answer.status, status, "{path} {name}={value}: {}", answer.text());
            }
        }
    }
}

#[test]
fn every_address_of_the_router_is_described() {
    let api = Described::of(Server::start());
    let source =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/api/mod.rs")).unwrap();
    let quoted = source.split('"').filter(|text| text.starts_with("/api") && !text.contains("*rest"));
    let routed: BTreeSet<&str> = quoted.filter(|text| !text.contains(' ')).collect();
    let described: BTreeSet<&str> =
        api.paths().map(|(path, _)| path.as_str()).filter(|path| path.starts_with("/api")).collect();
    assert!(routed.len() > 10, "the source was read: {routed:?}");
    assert_eq!(routed, described);
}

#[test]
fn decisions_are_described() {
    let api = Described::of(Server::editing());
    let operation = &api.document["paths"]["/api/decisions"]["post"];
    let body = api.validator(&operation["requestBody"]["content"]);
    let evidence = api.target("/api/evidence/{id}").rsplit('/').next().unwrap().to_owned();
    let cases = [
        (json!({"decision": "reject", "evidence": evidence, "by": "A", "why": "b"}), 200),
        (json!({"decision": "confirm", "evidence": evidence}), 200),
        (json!({"decision": "correct", "evidence": evidence, "set": {"status": "alleged"}}), 200),
        (json!({"decision": "correct", "evidence": evidence}), 400),
        (json!({"decision": "reject", "evidence": evidence, "set": {"status": "alleged"}}), 400),
        (json!({"decision": "correct", "evidence": evidence, "set": {"colour": "red"}}), 400),
        (json!({"decision": "correct", "evidence": evidence, "set": {"when": null}, "new_actor": true}), 200),
        (json!({"decision": "correct", "evidence": evidence, "set": {"others": []}}), 400),
        (json!({"decision": "reject", "evidence": evidence, "by": "é".repeat(200)}), 200),
        (json!({"decision": "reject", "evidence": evidence, "by": "é".repeat(201)}), 400),
        (json!({"decision": "nonsense", "evidence": evidence}), 400),
        (json!({"evidence": evidence}), 400),
    ];
    for (wish, status) in cases {
        assert_eq!(body.is_valid(&wish), status == 200, "{wish}");
        let answer = api.server.decide(&wish);
        assert_eq!(answer.status, status, "{wish}: {}", answer.text());
        api.holds(operation, "/api/decisions", &answer);
    }
}
