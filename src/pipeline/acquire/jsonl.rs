//! JSON Lines, a document a line.

use std::io::BufRead;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::decode::decode;
use super::limit::{failed, read_line, too_large};
use super::record::{self, FIELDS, Fields, source_name};
use super::walk::Input;
use super::{Acquired, Rules};
use crate::model::Warning;

/// Reads line by line: no more than one line is held.
pub(super) struct JsonLines<'a, R> {
    reader: R,
    line: usize,
    input: Input,
    rules: Arc<Rules<'a>>,
}

impl<'a, R: BufRead> JsonLines<'a, R> {
    /// The lines of a reader of UTF-8.
    pub fn new(reader: R, input: Input, rules: Arc<Rules<'a>>) -> Self {
        Self { reader, line: 0, input, rules }
    }

    fn acquire(&self, bytes: &[u8]) -> Vec<Acquired> {
        let place = self.place();
        let decoded = decode(bytes, None);
        let doubt = decoded.doubt.map(|doubt| Err(Warning::new(&place, doubt, "save it as UTF-8")));
        let object = match serde_json::from_str::<Map<String, Value>>(decoded.text.trim()) {
            Ok(object) => object,
            Err(error) => return vec![Err(not_json(&place, &error))],
        };
        let (fields, mut acquired) = self.fields(object, &place);
        acquired.extend(doubt);
        acquired.extend(record::document(
            fields,
            &format!("{}:{}", self.input.id, self.line),
            &place,
            &self.rules,
        ));
        acquired
    }

    /// The fields that are known, and a warning for each that is no text.
    fn fields(&self, mut object: Map<String, Value>, place: &str) -> (Fields, Vec<Acquired>) {
        let (mut fields, mut warnings) = (Fields::new(), Vec::new());
        for field in FIELDS {
            let name = source_name(field, &self.rules.options);
            match object.remove(name) {
                Some(Value::String(value)) => drop(fields.insert(field, value)),
                Some(Value::Number(value)) => drop(fields.insert(field, value.to_string())),
                None | Some(Value::Null) => {}
                Some(_) => {
                    warnings.push(Err(Warning::new(place, format!("{name} is no text"), "left empty")))
                }
            }
        }
        (fields, warnings)
    }

    fn place(&self) -> String {
        format!("{}:{}", self.input.place(), self.line)
    }
}

impl<R: BufRead> Iterator for JsonLines<'_, R> {
    type Item = Vec<Acquired>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        loop {
            self.line += 1;
            match read_line(&mut self.reader, &mut bytes) {
                Ok(None) => return None,
                Ok(Some(false)) => return Some(vec![Err(too_large(&self.place()))]),
                Ok(Some(true)) if bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Some(true)) => return Some(self.acquire(&bytes)),
                Err(error) => return Some(vec![Err(failed(&self.place(), &error))]),
            }
        }
    }
}

fn not_json(place: &str, error: &serde_json::Error) -> Warning {
    Warning::new(place, format!("not a JSON object: {error}"), "line left out; write one object a line")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;
    use crate::pipeline::acquire::Options;

    fn read(text: &str) -> Vec<Acquired> {
        read_mapped(text, Options::default())
    }

    fn read_mapped(text: &str, options: Options) -> Vec<Acquired> {
        let input = Input { path: Some("dir/a.jsonl".into()), id: "a.jsonl".into(), named: true };
        let rules = Arc::new(Rules::new(Ontology::shipped(), options));
        JsonLines::new(text.as_bytes(), input, rules).flatten().collect()
    }

    #[test]
    fn bad_lines_are_named_and_the_others_read() {
        let read = read(
            "{\"text\": \"Satu.\"}\n\n{bad\n[1]\n{\"id\": 7, \"text\": \"Dua.\", \"title\": [], \"published\": 2026}\n{\"id\": \"x\"}",
        );
        let said: Vec<_> = read
            .iter()
            .map(|acquired| match acquired {
                Ok(document) => format!("{} {}", document.id, document.text),
                Err(warning) => warning.to_string().split(" at ").next().unwrap_or_default().to_owned(),
            })
            .collect();
        assert_eq!(said[0], "a.jsonl:1 Satu.");
        assert!(said[1].starts_with("dir/a.jsonl:3: not a JSON object"), "{}", said[1]);
        assert!(said[2].starts_with("dir/a.jsonl:4: not a JSON object"));
        assert_eq!(said[3..5], ["dir/a.jsonl:5: title is no text (left empty)", "7 Dua."]);
        assert!(said[5].starts_with("dir/a.jsonl:6: no text"));
    }

    #[test]
    fn keys_are_mapped() {
        let map = [("text".to_owned(), "isi".to_owned())].into();
        let read = read_mapped(r#"{"isi": "Satu.", "text": {}}"#, Options { map });
        assert!(matches!(&read[..], [Ok(document)] if document.text == "Satu."), "{read:?}");
    }
}
