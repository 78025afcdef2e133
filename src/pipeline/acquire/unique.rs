//! One document an id.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::Acquired;
use crate::digest::digest;
use crate::model::{Document, Warning};

/// The ids that were given out, and to which texts. Holds 32 bytes and a count a document, never its text.
#[derive(Debug, Clone, Default)]
pub struct Unique {
    variants: HashMap<[u8; 16], u32>,
    texts: HashSet<[u8; 16]>,
}

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    /// Its id was free.
    New(Document),
    /// Another text has its id: it was renamed to `ID#2` (`#3` …).
    Renamed(Document, Warning),
    /// The same text has its id: it was left out.
    Repeated(Warning),
}

impl Admission {
    /// The warning, if there is one, then the document, if it is kept.
    pub fn into_acquired(self) -> Vec<Acquired> {
        match self {
            Admission::New(document) => vec![Ok(document)],
            Admission::Renamed(document, warning) => vec![Err(warning), Ok(document)],
            Admission::Repeated(warning) => vec![Err(warning)],
        }
    }
}

impl Unique {
    /// Lets a document in. Documents that come in the same order get the same ids.
    pub fn admit(&mut self, mut document: Document) -> Admission {
        if !self.texts.insert(digest([&*document.id, &document.text])) {
            return Admission::Repeated(repeated(&document.id));
        }
        if self.claim(&document.id) {
            return Admission::New(document);
        }
        let id = self.free_id(&document.id);
        let warning = renamed(&document.id, &id);
        document.id = id;
        Admission::Renamed(document, warning)
    }

    /// Takes an id; false if it was taken before.
    fn claim(&mut self, id: &str) -> bool {
        match self.variants.entry(digest([id])) {
            Entry::Occupied(_) => false,
            Entry::Vacant(free) => {
                free.insert(1);
                true
            }
        }
    }

    fn free_id(&mut self, id: &str) -> String {
        loop {
            let variants = self.variants.entry(digest([id])).or_insert(1);
            *variants += 1;
            let candidate = format!("{id}#{variants}");
            if self.claim(&candidate) {
                return candidate;
            }
        }
    }
}

fn repeated(id: &str) -> Warning {
    Warning::new(id, "the same document was given before", "left out")
}

fn renamed(id: &str, new: &str) -> Warning {
    Warning::new(id, "another document has this id", format!("kept as {new}; give each document its own id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, text: &str) -> Document {
        Document { id: id.to_owned(), text: text.to_owned(), ..Document::default() }
    }

    #[test]
    fn a_repeated_document_is_left_out_and_another_text_is_renamed() {
        let mut unique = Unique::default();
        assert!(matches!(unique.admit(document("a", "x")), Admission::New(_)));
        assert!(matches!(unique.admit(document("a", "x")), Admission::Repeated(_)));
        let ids: Vec<_> = ["y", "z"].map(|text| unique.admit(document("a", text))).into_iter().collect();
        assert!(matches!(&ids[0], Admission::Renamed(renamed, _) if renamed.id == "a#2"));
        assert!(matches!(&ids[1], Admission::Renamed(renamed, _) if renamed.id == "a#3"));
    }

    #[test]
    fn a_new_id_does_not_meet_one_that_is_taken() {
        let mut unique = Unique::default();
        for id in ["a", "a#2"] {
            assert!(matches!(unique.admit(document(id, "x")), Admission::New(_)));
        }
        assert!(
            matches!(unique.admit(document("a", "y")), Admission::Renamed(renamed, _) if renamed.id == "a#3")
        );
    }
}
