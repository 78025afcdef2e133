//! The styles of `aliansi cite`.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::{Citation, Reference};
use crate::cli::format::{name, rounded};

/// So many digits of a hash are shown to people.
const DIGITS: usize = 16;

pub(super) fn text(reference: &Reference, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", reference.label)?;
    writeln!(out, "{}\n", made_by(reference))?;
    for (number, it) in reference.evidence.iter().enumerate() {
        writeln!(out, "[{}] {}", number + 1, source(it))?;
        for (what, address) in addresses(it) {
            writeln!(out, "    {what}{address}")?;
        }
        writeln!(out, "    “{}”", it.quotation)?;
        writeln!(out, "    {}", it.standing())?;
    }
    Ok(())
}

pub(super) fn markdown(reference: &Reference, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "**{}** ({})\n", plain(&reference.label), made_by(reference))?;
    for (number, it) in reference.evidence.iter().enumerate() {
        writeln!(out, "{}. {}", number + 1, plain(&source(it)))?;
        for (what, address) in addresses(it) {
            writeln!(out, "   {what}<{address}>")?;
        }
        writeln!(out, "   > “{}”\n", plain(&it.quotation))?;
        writeln!(out, "   {}", plain(&it.standing()))?;
    }
    Ok(())
}

/// Characters that Markdown reads, as themselves.
fn plain(text: &str) -> String {
    let escaped = |c: char| if "\\`*_[]<>#".contains(c) { vec!['\\', c] } else { vec![c] };
    text.chars().flat_map(escaped).collect()
}

fn made_by(reference: &Reference) -> String {
    let short = |hash: &str| hash.get(..DIGITS).unwrap_or(hash).to_owned();
    let (graph, ontology) = (short(&reference.graph), short(&reference.ontology));
    format!("graph {graph}, ontology {ontology}, aliansi {}", reference.version)
}

/// Author, publisher, title and date, as far as they are known; else the document.
fn source(it: &Citation) -> String {
    let title = it.title.as_ref().map(|title| format!("“{title}”"));
    let via = it.via.as_ref().map(|via| format!("citing {via}"));
    let known = [it.author.clone(), it.publisher.clone(), title, via, it.published.clone()];
    let known: Vec<String> = known.into_iter().flatten().collect();
    if known.is_empty() { it.document.clone() } else { format!("{} ({})", known.join(", "), it.document) }
}

fn addresses(it: &Citation) -> impl Iterator<Item = (String, &String)> {
    let retrieved = it.retrieved.as_ref().map(|date| format!("retrieved {date}: ")).unwrap_or_default();
    let live = it.url.as_ref().map(|url| (retrieved, url));
    let archived = it.archive_url.as_ref().map(|url| ("archived: ".to_owned(), url));
    live.into_iter().chain(archived)
}

pub(super) fn csv(reference: &Reference, out: &mut impl Write) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record([
        "subject",
        "relation",
        "object",
        "publisher",
        "author",
        "title",
        "published",
        "url",
        "archive_url",
        "retrieved",
        "via",
        "quotation",
        "speaker",
        "status",
        "confidence",
        "evidence",
        "document",
        "graph",
        "ontology",
    ])?;
    for it in &reference.evidence {
        let (status, confidence) = (name(&it.status), rounded(it.confidence).to_string());
        let known = [
            &it.publisher,
            &it.author,
            &it.title,
            &it.published,
            &it.url,
            &it.archive_url,
            &it.retrieved,
            &it.via,
        ];
        let known = known.into_iter().map(|field| field.as_deref().unwrap_or_default());
        let edge = [&reference.subject, &reference.relation, &reference.object].map(String::as_str);
        let said = [&it.quotation, it.speaker(), &status, &confidence, &it.evidence, &it.document];
        let hashes = [reference.graph.as_str(), &reference.ontology];
        rows.write_record(edge.into_iter().chain(known).chain(said).chain(hashes))?;
    }
    Ok(rows.flush()?)
}

/// An entry for each document, with the sentences in its note.
pub(super) fn bibtex(reference: &Reference, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "% {}: {}", reference.label, made_by(reference))?;
    let documents: BTreeSet<&str> = reference.evidence.iter().map(|it| it.document.as_str()).collect();
    for document in documents {
        let pieces: Vec<&Citation> = reference.evidence.iter().filter(|it| it.document == document).collect();
        print_entry(&pieces, out)?;
    }
    Ok(())
}

fn print_entry(pieces: &[&Citation], out: &mut impl Write) -> io::Result<()> {
    let Some(it) = pieces.first() else { return Ok(()) };
    writeln!(out, "@misc{{aliansi-{},", it.short())?;
    let year = it.published.as_ref().and_then(|date| date.get(..4)).map(str::to_owned);
    let month = it
        .published
        .as_ref()
        .and_then(|date| date.get(5..7))
        .map(|month| month.trim_start_matches('0').to_owned());
    let title = it.title.clone().unwrap_or_else(|| it.document.clone());
    let fields =
        [("author", &it.author), ("title", &Some(title)), ("howpublished", &it.publisher), ("year", &year)];
    for (field, value) in fields.into_iter().filter_map(|(field, value)| Some((field, value.as_ref()?))) {
        writeln!(out, "  {field} = {{{}}},", tex(value))?;
    }
    if let Some(month) = month {
        writeln!(out, "  month = {month},")?;
    }
    if let Some(url) = it.url.as_ref().or(it.archive_url.as_ref()) {
        writeln!(out, "  url = {{{url}}},")?;
    }
    let notes: Vec<String> =
        pieces.iter().map(|it| format!("“{}” ({})", it.quotation, it.standing())).collect();
    writeln!(out, "  note = {{{}}},\n}}", tex(&notes.join(" ")))
}

/// Characters that TeX reads, as themselves.
fn tex(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' => escaped += "\\textbackslash{}",
            '~' => escaped += "\\textasciitilde{}",
            '^' => escaped += "\\textasciicircum{}",
            c if "{}$&#_%".contains(c) => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}
