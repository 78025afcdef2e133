//! `aliansi explain`

mod document;
mod links;

pub(super) use links::edited;

use std::io::{BufWriter, Write};

use super::console::Console;
use super::format::{self, Format, name};
use super::graph;
use super::triple::{Triple, TripleArgs, spelled};
use crate::model::{Argument, Binder, Claim, Edge, Graph, Grounds, Status};
use crate::ontology::{Ontology, Term};
use crate::pipeline::grade::{self, Account, Origin, Part, Speaker, Verdict};

/// Show the sentences behind an edge, the rules that found them, and the parts of its score
///
/// Actors are named by id (north-korea), label or any name that the ontology knows (Korea Utara); relations by
/// id (supports) or label (mendukung).
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi explain --graph graph iran supports syria
  aliansi explain --graph graph 'Uni Eropa' threatens-sanctions north-korea/entities

The score says how surely the texts state the claim and from how many independent origins;
not that it is true.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    #[command(flatten)]
    triple: TripleArgs,

    /// How it is printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let (graph, ontology) = args.folder.load(console)?;
    let triple = args.triple.find(&graph, &ontology, &args.folder.path)?;
    let (source, edge, target) = triple;
    let account = grade::account(&graph, source, edge, target, &ontology);
    let mut out = BufWriter::new(std::io::stdout().lock());
    if let Format::Json = args.format {
        format::json(&document::document(triple, &account, &graph, &ontology), &mut out)?;
        return Ok(out.flush()?);
    }
    print_edge(triple, &mut out)?;
    print_score(edge, &account, &ontology, &mut out)?;
    links::print_actors(triple, &graph, &mut out)?;
    links::print_linked(edge, &graph, &mut out)?;
    writeln!(out, "\nevidence")?;
    for (number, part) in account.parts.iter().enumerate() {
        print_part(number + 1, part, &graph, &ontology, &mut out)?;
    }
    Ok(out.flush()?)
}

fn print_edge(triple: Triple, out: &mut impl Write) -> std::io::Result<()> {
    let (source, edge, target) = triple;
    writeln!(out, "{}", spelled(triple))?;
    writeln!(out, "  {} → {}, claim {}", source.actor.label, target.actor.label, edge.claim)?;
    let statuses: Vec<_> =
        edge.statuses.iter().map(|(status, times)| format!("{} {times}", name(status))).collect();
    let contested = if edge.contested { "; contested" } else { "" };
    writeln!(out, "  {}{contested}", statuses.join(", "))?;
    links::print_times(edge, out)
}

fn print_score(
    edge: &Edge,
    account: &Account,
    ontology: &Ontology,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let verdict = verdict(account, edge, ontology);
    writeln!(out, "\n{}: {verdict}", if edge.plain { "plain edge" } else { "no plain edge" })?;
    let origins = account.by_origin();
    if !origins.is_empty() {
        let doubts: Vec<_> = origins.values().map(|confidence| format!("(1 − {confidence:.2})")).collect();
        writeln!(out, "  {:.4} = 1 − {}", account.standing.confidence, doubts.join(" "))?;
    }
    for (origin, confidence) in origins {
        writeln!(out, "    {confidence:.2}  {}{}", origin_name(origin), weighed(account, origin))?;
    }
    for (status, score) in &edge.scores {
        writeln!(out, "  all {} evidence: {:.4}, origins {}", name(status), score.confidence, score.origins)?;
    }
    Ok(())
}

fn verdict(account: &Account, edge: &Edge, ontology: &Ontology) -> String {
    let (scoring, sure) = (&ontology.scoring, account.standing.confidence);
    match account.verdict {
        Verdict::Plain => format!("confidence {sure:.4} reaches the threshold {}", scoring.threshold),
        Verdict::BelowThreshold => {
            format!("confidence {sure:.4} is below the threshold {}", scoring.threshold)
        }
        Verdict::NotAsserted => {
            let statuses: Vec<_> = edge.statuses.keys().map(name).collect();
            format!("no text asserts it (only {})", statuses.join(", "))
        }
        Verdict::Past => "what asserts it tells of the past".to_owned(),
        Verdict::ThirdParties(sides) => format!(
            "only third parties say it, {sides} of the {} independent ones that it takes",
            scoring.third_parties
        ),
    }
}

/// What the user says of a medium, where that is less than all.
fn weighed(account: &Account, origin: &Origin) -> String {
    let part = account.parts.iter().find(|part| part.origin == *origin && part.weight < 1.0);
    part.map_or_else(String::new, |part| format!(" (weight {})", part.weight))
}

fn origin_name(origin: &Origin) -> &str {
    match origin {
        Origin::Medium(name) | Origin::Document(name) => name,
    }
}

fn print_part(
    number: usize,
    part: &Part,
    graph: &Graph,
    ontology: &Ontology,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let claim = part.claim;
    writeln!(out, "{number:>3}. “{}”", claim.text)?;
    writeln!(out, "     {}:{}-{}{}", claim.document, claim.start, claim.end, provenance(claim, graph))?;
    writeln!(out, "     {}, by {}{}", name(&claim.status), speaker(part), counting(part))?;
    writeln!(out, "     subject {}, object {}", named(&claim.subject), named(&claim.object))?;
    writeln!(
        out,
        "     “{}”, frame {}, {}, confidence {:.2}, evidence {}{}",
        claim.cue.text,
        claim.frame,
        binders(claim),
        claim.confidence,
        claim.evidence.get(..12).unwrap_or(&claim.evidence),
        grounds(claim, ontology)
    )?;
    claim.edits.iter().try_for_each(|edit| writeln!(out, "     {}", edited(edit)))
}

/// The words that name an actor, and the rule by which they mean it.
fn named(argument: &Argument) -> String {
    let rule = argument.named_by.map_or_else(|| "so decided".to_owned(), |rule| name(&rule));
    format!("“{}” ({rule})", argument.mention)
}

/// What the confidence is made of: log-odds that add up, if these are still the weights that made it.
fn grounds(claim: &Claim, ontology: &Ontology) -> String {
    let Some(grounds) = claim.grounds.as_ref().filter(|_| claim.edits.is_empty()) else {
        return String::new();
    };
    let terms = ontology.reliability.terms();
    if (terms.confidence(grounds, claim.status) - claim.confidence).abs() > 0.0001 {
        return String::from(" (by other weights than today's)");
    }
    let part =
        |(term, value): (Term, f64)| (value != 0.0).then(|| format!("{} {value:+.2}", said(term, grounds)));
    let parts: Vec<_> =
        Term::ALL.into_iter().zip(terms.parts(grounds, claim.status)).filter_map(part).collect();
    format!("\n     log-odds: {}", parts.join(", "))
}

fn said(term: Term, grounds: &Grounds) -> String {
    match term {
        Term::Every => "every claim".to_owned(),
        Term::Reliability => format!("frame reliable at {:.2}", grounds.reliability),
        Term::Alone => "one analysis alone".to_owned(),
        Term::Differed => "analyses differ".to_owned(),
        Term::Actor => format!("an actor sure at {:.2}", grounds.subject.min(grounds.object)),
        Term::Denied => "denied".to_owned(),
    }
}

/// Which analysis gave which role.
fn binders(claim: &Claim) -> String {
    let (subject, object) = (claim.subject.binder, claim.object.binder);
    let phrase = |binder| match binder {
        Binder::Chunk => "chunks",
        Binder::Tree => "tree",
        Binder::Both => "tree and chunks",
        Binder::Title => "title",
        Binder::Person => "a person",
    };
    if subject == object {
        return format!("roles by {}", phrase(subject));
    }
    format!("subject by {}, object by {}", phrase(subject), phrase(object))
}

/// Publisher, cited medium and date, where they are known.
fn provenance(claim: &Claim, graph: &Graph) -> String {
    let document = graph.document(&claim.document);
    let via = claim.via.as_ref().or_else(|| document?.via.as_ref());
    let publisher = document.and_then(|document| document.publisher.clone());
    let date = claim.published.as_ref().map(ToString::to_string);
    let known = [publisher, via.map(|via| format!("citing {via}")), date];
    known.into_iter().flatten().map(|part| format!(", {part}")).collect()
}

fn speaker(part: &Part) -> String {
    let Some(quoted) = &part.claim.attributed_to else { return "the author".to_owned() };
    let side = match part.speaker {
        Speaker::OwnSide => ", of the doer's own side",
        Speaker::ThirdParty(_) => ", a third party",
        Speaker::Author => "",
    };
    format!("{}{side}", quoted.id)
}

fn counting(part: &Part) -> String {
    let denied: Vec<_> = part.claim.denied_by.iter().map(|actor| actor.id.as_str()).collect();
    let denied = if denied.is_empty() { String::new() } else { format!("; denied by {}", denied.join(", ")) };
    let past = if part.past { "; of the past" } else { "" };
    let counts = if part.counts { "" } else { "; does not count for the plain edge" };
    format!("{denied}{past}{}", if part.claim.status == Status::Asserted { counts } else { "" })
}
