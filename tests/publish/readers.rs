//! What oxigraph and quick-xml read in the bytes.

use std::collections::BTreeSet;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The triples that oxigraph reads, whatever graph they stand in.
pub fn triples(format: RdfFormat, bytes: &[u8]) -> BTreeSet<String> {
    RdfParser::from_format(format)
        .for_slice(bytes)
        .map(|quad| quad.unwrap())
        .map(|quad| Triple::new(quad.subject, quad.predicate, quad.object).to_string())
        .collect()
}

/// An element of an XML file: its name, attributes and text, unescaped.
#[derive(Debug, Default, PartialEq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Every element in the order of its beginning.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let (mut elements, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                let attributes = start.attributes().map(|attribute| attribute.unwrap()).map(|attribute| {
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                let name = start.name().as_ref().to_owned();
                elements.push(Element { name, attributes: attributes.collect(), text: String::new() });
                if matches!(event, Event::Start(_)) {
                    open.push(elements.len() - 1);
                }
            }
            Event::Text(text) => push(&mut elements, &open, &text),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                push(&mut elements, &open, &quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => return elements,
            _ => {}
        }
    }
}

fn push(elements: &mut [Element], open: &[usize], text: &str) {
    if let Some(&last) = open.last() {
        elements[last].text.push_str(text);
    }
}
