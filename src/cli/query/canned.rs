//! Queries by name.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{anyhow, bail};
use oxigraph::model::Term;

use crate::cli::table::table;
use crate::spelling;
use crate::store::Store;
use crate::store::canned::{Canned, Kind, Parameter, term};

/// How queries are called where the user is.
pub(super) struct Way {
    /// Stands before an argument.
    argument: &'static str,
    /// Stands before the name of a query.
    name: &'static str,
    /// Shows all queries.
    list: &'static str,
}

/// In the options of the command.
pub(super) const OPTIONS: Way =
    Way { argument: "--arg ", name: "aliansi query --graph DIR --name", list: "aliansi query --list" };

/// In a session.
pub(super) const SESSION: Way = Way { argument: "", name: ".name", list: ".list" };

/// The query of a name. An error names those that there are.
pub(super) fn named<'q>(queries: &'q [Canned], name: &str, way: &Way) -> anyhow::Result<&'q Canned> {
    let names = || queries.iter().map(|query| query.name.as_str());
    queries.iter().find(|query| query.name == name).ok_or_else(|| {
        let near = near(name, names());
        anyhow!("no query `{name}`{near}; {} shows all: {}", way.list, names().collect::<Vec<_>>().join(", "))
    })
}

fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    spelling::nearest(name, known).map_or(String::new(), |near| format!(" (did you mean {near}?)"))
}

/// The values of a query's parameters, from arguments and defaults.
pub(super) fn values(
    query: &Canned,
    arguments: &[(String, String)],
    store: &Store,
    way: &Way,
) -> anyhow::Result<BTreeMap<String, Term>> {
    if let Some((unknown, _)) = arguments.iter().find(|(name, _)| !query.parameters.contains_key(name)) {
        let near = near(unknown, query.parameters.keys().map(String::as_str));
        bail!("{} has no parameter `{unknown}`{near}; {}", query.name, usage(query, way));
    }
    let value = |(name, parameter): (&String, &Parameter)| {
        let given = arguments.iter().rev().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
        let Some(text) = given.or(parameter.default.as_deref()) else {
            bail!("{} needs {}{name}=… ({}); {}", query.name, way.argument, parameter.en, usage(query, way));
        };
        let term = term(store, parameter.kind, text)
            .map_err(|error| anyhow!("{}{name}={text}: {error}", way.argument))?;
        Ok((name.clone(), term))
    };
    query.parameters.iter().map(value).collect()
}

fn usage(query: &Canned, way: &Way) -> String {
    if query.parameters.is_empty() {
        return "it takes none".to_owned();
    }
    let arguments: Vec<String> = arguments(query, way.argument).collect();
    format!("use it so: {} {} {}", way.name, query.name, arguments.join(" "))
}

/// What a query is told, as a usage says it: `actor=ACTOR`; last and in brackets what it need not be told.
pub(super) fn arguments(query: &Canned, before: &str) -> impl Iterator<Item = String> {
    told(query).map(move |(name, parameter)| {
        let argument = format!("{before}{name}={}", letters(parameter.kind));
        if parameter.default.is_some() { format!("[{argument}]") } else { argument }
    })
}

/// The parameters that must be given, then the others.
fn told(query: &Canned) -> impl Iterator<Item = (&String, &Parameter)> {
    let those = |has_default| {
        query.parameters.iter().filter(move |(_, parameter)| parameter.default.is_some() == has_default)
    };
    those(false).chain(those(true))
}

fn letters(kind: Kind) -> &'static str {
    match kind {
        Kind::Actor => "ACTOR",
        Kind::Relation => "RELATION",
        Kind::Date => "DATE",
        Kind::Number => "NUMBER",
        Kind::Share => "NUMBER",
        Kind::Text => "TEXT",
    }
}

/// A table of all queries, with what they need.
pub(super) fn list(queries: &[Canned], way: &Way, out: &mut dyn Write) -> std::io::Result<()> {
    let mut table = table(["name", "what it finds", "arguments"]);
    for query in queries {
        let arguments: Vec<String> = arguments(query, "")
            .zip(told(query))
            .map(|(argument, (_, parameter))| format!("{argument}: {}", parameter.en))
            .collect();
        let about = query.about.get("en").cloned().unwrap_or_default();
        table.add_row([query.name.clone(), about, arguments.join("\n")]);
    }
    writeln!(out, "{table}")?;
    let Some(example) = queries.iter().max_by_key(|query| query.example.len()) else { return Ok(()) };
    let arguments: Vec<String> =
        example.example.iter().map(|argument| format!("{}{argument}", way.argument)).collect();
    writeln!(out, "for example: {} {} {}", way.name, example.name, arguments.join(" "))
}
