//! Queries by name.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{anyhow, bail};
use oxigraph::model::Term;

use crate::cli::table::table;
use crate::spelling;
use crate::store::Store;
use crate::store::canned::{Canned, Kind, Parameter, term};

/// The query of a name. An error names those that there are.
pub(super) fn named<'q>(queries: &'q [Canned], name: &str) -> anyhow::Result<&'q Canned> {
    let names = || queries.iter().map(|query| query.name.as_str());
    queries.iter().find(|query| query.name == name).ok_or_else(|| {
        let near =
            spelling::nearest(name, names()).map_or(String::new(), |near| format!(" (did you mean {near}?)"));
        anyhow!(
            "no query `{name}`{near}; aliansi query --list shows all: {}",
            names().collect::<Vec<_>>().join(", ")
        )
    })
}

/// The values of a query's parameters, from arguments and defaults.
pub(super) fn values(
    query: &Canned,
    arguments: &[(String, String)],
    store: &Store,
) -> anyhow::Result<BTreeMap<String, Term>> {
    if let Some((unknown, _)) = arguments.iter().find(|(name, _)| !query.parameters.contains_key(name)) {
        bail!("{} has no parameter `{unknown}`; {}", query.name, usage(query));
    }
    let value = |(name, parameter): (&String, &Parameter)| {
        let given = arguments.iter().rev().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
        let Some(text) = given.or(parameter.default.as_deref()) else {
            bail!("{} needs --arg {name}=… ({}); {}", query.name, parameter.en, usage(query));
        };
        let term =
            term(store, parameter.kind, text).map_err(|error| anyhow!("--arg {name}={text}: {error}"))?;
        Ok((name.clone(), term))
    };
    query.parameters.iter().map(value).collect()
}

fn usage(query: &Canned) -> String {
    if query.parameters.is_empty() {
        return "it takes none".to_owned();
    }
    let arguments: Vec<String> = query
        .parameters
        .iter()
        .map(|(name, parameter)| format!("--arg {name}={}", letters(parameter.kind)))
        .collect();
    format!("use it so: aliansi query --graph DIR --name {} {}", query.name, arguments.join(" "))
}

fn letters(kind: Kind) -> &'static str {
    match kind {
        Kind::Actor => "ACTOR",
        Kind::Relation => "RELATION",
        Kind::Date => "DATE",
        Kind::Number => "NUMBER",
        Kind::Text => "TEXT",
    }
}

/// A table of all queries, with what they need.
pub(super) fn list(queries: &[Canned], out: &mut impl Write) -> std::io::Result<()> {
    let mut table = table(["name", "what it finds", "arguments"]);
    for query in queries {
        let arguments: Vec<String> = query
            .parameters
            .iter()
            .map(|(name, parameter)| format!("{name}={}: {}", letters(parameter.kind), parameter.en))
            .collect();
        let about = query.about.get("en").cloned().unwrap_or_default();
        table.add_row([query.name.clone(), about, arguments.join("\n")]);
    }
    writeln!(out, "{table}")?;
    writeln!(
        out,
        "aliansi query --graph DIR --name evidence --arg subject=iran --arg relation=supports --arg object=syria"
    )
}
