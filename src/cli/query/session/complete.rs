//! How what is being written may go on.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::super::canned;
use super::command::{COMMANDS, formats};
use crate::store::Store;
use crate::store::canned::{Canned, Kind};

/// Words of SPARQL 1.1.
const KEYWORDS: [&str; 93] = [
    "ABS",
    "AS",
    "ASC",
    "ASK",
    "AVG",
    "BASE",
    "BIND",
    "BNODE",
    "BOUND",
    "BY",
    "CEIL",
    "COALESCE",
    "CONCAT",
    "CONSTRUCT",
    "CONTAINS",
    "COUNT",
    "DATATYPE",
    "DAY",
    "DESC",
    "DESCRIBE",
    "DISTINCT",
    "ENCODE_FOR_URI",
    "EXISTS",
    "FILTER",
    "FLOOR",
    "FROM",
    "GRAPH",
    "GROUP",
    "GROUP_CONCAT",
    "HAVING",
    "HOURS",
    "IF",
    "IN",
    "IRI",
    "LANG",
    "LANGMATCHES",
    "LCASE",
    "LIMIT",
    "MAX",
    "MD5",
    "MIN",
    "MINUS",
    "MINUTES",
    "MONTH",
    "NAMED",
    "NOT",
    "NOW",
    "OFFSET",
    "OPTIONAL",
    "ORDER",
    "PREFIX",
    "REDUCED",
    "REGEX",
    "REPLACE",
    "ROUND",
    "SAMETERM",
    "SAMPLE",
    "SECONDS",
    "SELECT",
    "SEPARATOR",
    "SHA1",
    "SHA256",
    "SHA384",
    "SHA512",
    "STR",
    "STRAFTER",
    "STRBEFORE",
    "STRDT",
    "STRENDS",
    "STRLANG",
    "STRLEN",
    "STRSTARTS",
    "STRUUID",
    "SUBSTR",
    "SUM",
    "TIMEZONE",
    "TZ",
    "UCASE",
    "UNDEF",
    "UNION",
    "URI",
    "UUID",
    "VALUES",
    "WHERE",
    "YEAR",
    "false",
    "isBLANK",
    "isIRI",
    "isLITERAL",
    "isNUMERIC",
    "isURI",
    "true",
    "a",
];

/// A name, a variable or a word that reaches to the end of a text; the / of an id is written \/.
static LAST: LazyLock<Regex> = LazyLock::new(|| {
    #[allow(clippy::unwrap_used)] // a constant, and every test of this module compiles it
    Regex::new(r"(?:(?:\p{L}[\w-]*)?:(?:[\w:.%-]|\\.)*\\?|[?$]\w*|\w+)$").unwrap()
});

static VARIABLE: LazyLock<Regex> = LazyLock::new(|| {
    #[allow(clippy::unwrap_used)] // a constant, and every test of this module compiles it
    Regex::new(r"[?$]\w+").unwrap()
});

/// What can be written at the prompt.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary<'s> {
    pub(super) store: &'s Store,
    pub(super) queries: &'s [Canned],
}

impl<'s> Vocabulary<'s> {
    /// Where the word at the end of a text begins, and what may stand in its place.
    pub(super) fn complete(&self, text: &str) -> (usize, Vec<String>) {
        let (start, mut words) = match text.starts_with('.') {
            true => self.in_command(text),
            false => self.in_query(text),
        };
        if words.is_empty() && !text.starts_with('.') {
            words = self.names_with(&text[start..]);
        }
        (start, words)
    }

    /// What may follow at the end of a text, if it is one thing, and whether it is to be written so.
    pub(super) fn hint(&self, text: &str) -> Option<Hint> {
        if let Some(usage) = self.usage(text) {
            return Some(Hint { text: usage, is_written: false });
        }
        let word = LAST.find(text).filter(|_| !text.starts_with('.'))?.as_str();
        let (prefix, local) = word.split_once(':').filter(|(_, local)| !local.is_empty())?;
        let mut names = self.names(prefix, local);
        let (name, None) = (names.next()?, names.next()) else { return None };
        let rest = name.strip_prefix(word).filter(|rest| !rest.is_empty())?;
        Some(Hint { text: rest.to_owned(), is_written: true })
    }

    /// What a command, or a query that `.name` runs, takes.
    fn usage(&self, text: &str) -> Option<String> {
        if let Some(query) = text.strip_prefix(".name ") {
            let query = self.queries.iter().find(|known| known.name == query.trim_start())?;
            return Some(canned::arguments(query, " ").collect());
        }
        let (_, usage, _) = COMMANDS.iter().find(|(name, usage, _)| *name == text && !usage.is_empty())?;
        Some(format!(" {usage}"))
    }

    fn in_command(&self, text: &str) -> (usize, Vec<String>) {
        let start = text.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let (before, word) = text.split_at(start);
        let before: Vec<&str> = before.split_whitespace().collect();
        match before[..] {
            [] => (start, beginning(word, COMMANDS.iter().map(|(name, ..)| (*name).to_owned()))),
            [".format"] => (start, beginning(word, formats())),
            [".name"] => (start, beginning(word, self.queries.iter().map(|query| query.name.clone()))),
            [".name", name, ..] => match self.queries.iter().find(|query| query.name == name) {
                Some(query) => self.argument(query, &before, word, start),
                None => (start, Vec::new()),
            },
            _ => (start, Vec::new()),
        }
    }

    /// A parameter that is not there yet, or the value of one.
    fn argument(&self, query: &Canned, before: &[&str], word: &str, start: usize) -> (usize, Vec<String>) {
        let Some((name, value)) = word.split_once('=') else {
            let names = query.parameters.keys().map(|name| format!("{name}="));
            let is_new = |name: &String| !before.iter().any(|word| word.starts_with(name.as_str()));
            return (start, beginning(word, names.filter(is_new)));
        };
        let prefix = match query.parameters.get(name).map(|parameter| parameter.kind) {
            Some(Kind::Actor) => "actor",
            Some(Kind::Relation) => "rel",
            _ => return (start, Vec::new()),
        };
        let base = self.base(prefix).unwrap_or_default();
        let ids = self.store.names(&format!("{base}{value}"));
        let ids = ids.filter_map(|iri| iri.strip_prefix(base)).map(str::to_owned).collect();
        (start + name.len() + 1, ids)
    }

    fn in_query(&self, text: &str) -> (usize, Vec<String>) {
        let Some(last) = LAST.find(text) else { return (text.len(), Vec::new()) };
        let word = last.as_str();
        let words = if let Some((prefix, local)) = word.split_once(':') {
            self.names(prefix, local).collect()
        } else if word.starts_with(['?', '$']) {
            let variables = VARIABLE.find_iter(&text[..last.start()]).map(|found| found.as_str().to_owned());
            beginning(word, variables)
        } else {
            let prefixes = self.store.prefixes().iter().map(|(name, _)| format!("{name}:"));
            beginning(word, prefixes.chain(KEYWORDS.iter().map(|&word| word.to_owned())))
        };
        (last.start(), words)
    }

    /// The names of a prefix that begin so, as a query writes them.
    fn names<'a>(&'a self, prefix: &'a str, local: &str) -> impl Iterator<Item = String> + 'a {
        let base = self.base(prefix);
        let iris = base.map(|base| self.store.names(&format!("{base}{}", local.replace('\\', ""))));
        let names = iris.into_iter().flatten().filter_map(|iri| self.store.prefixes().shorten(iri));
        names.filter(move |name| name.strip_prefix(prefix).is_some_and(|local| local.starts_with(':')))
    }

    /// The names of a prefix that hold what was written in whatever place and case.
    fn names_with(&self, word: &str) -> Vec<String> {
        let Some((prefix, local)) = word.split_once(':') else { return Vec::new() };
        let wanted = local.to_lowercase();
        self.names(prefix, "").filter(|name| name[prefix.len()..].to_lowercase().contains(&wanted)).collect()
    }

    fn base(&self, prefix: &str) -> Option<&'s str> {
        self.store.prefixes().iter().find(|(name, _)| *name == prefix).map(|(_, base)| base)
    }
}

/// What may follow what is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hint {
    pub(super) text: String,
    /// It is what to write, and not a description of it.
    pub(super) is_written: bool,
}

/// Those of some words that begin so, in whatever case, in order, each once.
fn beginning(start: &str, words: impl Iterator<Item = String>) -> Vec<String> {
    let begins = |word: &String| {
        word.get(..start.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
    };
    words.filter(begins).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Prefixes, of};
    use oxigraph::model::{GraphName, NamedNode, Quad};

    fn store() -> Store {
        let base = |path: &str| format!("https://example.org/{path}/");
        let node = |name: &str| NamedNode::new(format!("https://example.org/{name}")).unwrap();
        let quad = |subject, relation, object| {
            Quad::new(node(subject), node(relation), node(object), GraphName::DefaultGraph)
        };
        let quads = [
            quad("actor/north-borduria", "relation/supports", "actor/syldavia"),
            quad("actor/north-borduria/entities", "relation/supplies", "actor/san-theodoros"),
        ];
        let names = vec![("actor", base("actor")), ("rel", base("relation"))];
        of(quads.into_iter(), Prefixes::new(names)).unwrap()
    }

    fn completed(text: &str) -> Vec<String> {
        let (store, queries) = (store(), crate::store::canned::all(None).unwrap());
        let (start, words) = Vocabulary { store: &store, queries: &queries }.complete(text);
        words.into_iter().map(|word| format!("{}{word}", &text[..start])).collect()
    }

    fn hinted(text: &str) -> Option<Hint> {
        let (store, queries) = (store(), crate::store::canned::all(None).unwrap());
        Vocabulary { store: &store, queries: &queries }.hint(text)
    }

    #[test]
    fn a_query_goes_on_with_words_prefixes_names_and_variables() {
        assert_eq!(completed("sel"), ["SELECT"]);
        assert_eq!(completed("ASK { acto"), ["ASK { actor:"]);
        assert_eq!(completed("ASK {actor:sy"), ["ASK {actor:syldavia"]);
        let norths = [r"actor:north-borduria", r"actor:north-borduria\/entities"];
        assert_eq!(completed("actor:nor"), norths);
        assert_eq!(completed(r"actor:north-borduria\/"), norths[1..]);
        assert_eq!(completed(r"actor:north-borduria\"), norths);
        assert_eq!(
            completed("?a rel:supports/rel:supp"),
            ["?a rel:supports/rel:supplies", "?a rel:supports/rel:supports"]
        );
        assert_eq!(
            completed("SELECT ?who ?whom { ?w"),
            ["SELECT ?who ?whom { ?who", "SELECT ?who ?whom { ?whom"]
        );
    }

    #[test]
    fn a_name_is_found_by_its_middle_and_in_any_case() {
        assert_eq!(completed("actor:Theodor"), ["actor:san-theodoros"]);
        assert_eq!(completed("actor:atlantis"), [""; 0]);
        assert_eq!(completed("nobody:x"), [""; 0]);
    }

    #[test]
    fn a_command_goes_on_with_what_it_takes() {
        assert_eq!(completed(".pre"), [".prefixes"]);
        assert_eq!(completed(".format j"), [".format json", ".format jsonld"]);
        assert_eq!(completed(".name supp"), [".name supporters"]);
        assert_eq!(completed(".name supporters "), [".name supporters actor="]);
        assert_eq!(completed(".name supporters actor=sy"), [".name supporters actor=syldavia"]);
        assert_eq!(completed(".name relation relation=supports "), [""; 0]);
        assert_eq!(completed(".name between one=syldavia "), [".name between one=syldavia other="]);
        assert_eq!(completed(".name nothing a"), [""; 0]);
    }

    #[test]
    fn a_hint_shows_what_a_command_takes_or_the_rest_of_the_only_name() {
        let rest = |text: &str| Some(Hint { text: text.to_owned(), is_written: true });
        let usage = |text: &str| Some(Hint { text: text.to_owned(), is_written: false });
        assert_eq!(hinted("ASK { actor:syl"), rest("davia"));
        assert_eq!(hinted("ASK { actor:north"), None);
        assert_eq!(hinted("ASK { actor:"), None);
        assert_eq!(hinted(".format"), usage(" [FORMAT]"));
        assert_eq!(hinted(".name supporters"), usage(" actor=ACTOR"));
        assert_eq!(hinted(".quit"), None);
    }
}
