//! What a prompt must know of a query while it is written.

use super::syntax::failing_token;
use super::tokens::{Token, tokens};
use super::{Statements, Store};

impl Store {
    /// Whether a text could become a query if more followed: it is right as far as it goes, and does not end there.
    pub fn wants_more(&self, text: &str) -> bool {
        let tokens = tokens(text);
        let failing = failing_token(&self.parser, &tokens);
        let is_cut = tokens.iter().any(Token::is_unclosed);
        !text.trim().is_empty() && failing == Some(tokens.len()) && !is_cut
    }

    /// IRIs in the graph that begin with some characters, in order; none of a database, which does not keep them in order.
    pub fn names<'s>(&'s self, beginning: &str) -> impl Iterator<Item = &'s str> + use<'s> {
        let index = match &self.statements {
            Statements::Index(index) => Some(index),
            #[cfg(feature = "rocksdb")]
            Statements::Database(_) => None,
        };
        index.map(|index| index.names(beginning)).into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{Prefixes, of};

    #[test]
    fn only_what_stops_at_its_end_wants_more() {
        let store =
            of(std::iter::empty(), Prefixes::new(vec![("rel", "https://x.example/".to_owned())])).unwrap();
        let open = [
            "SELECT",
            "SELECT ?a",
            "SELECT ?a { ?a rel:x",
            "PREFIX ex:",
            "# who",
            "ASK { ?a rel:x # and so on",
            "ASK { ?a rel:x \"\"\"one\n two",
            "ASK { ?a rel:x '''",
            "CONSTRUCT { ?a rel:x ?b } WHERE",
        ];
        for text in open {
            assert!(store.wants_more(text), "{text}");
        }
        for text in [
            "",
            " \n",
            "ASK {}",
            "SELECT ?a { ?a rel:x ?b }",
            "SELEC ?a",
            "ASK { ?a y:x",
            "ASK {}}",
            "DELETE",
            "ASK { ?a rel:x \"one",
        ] {
            assert!(!store.wants_more(text), "{text}");
        }
    }
}
