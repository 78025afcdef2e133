//! `aliansi explain`

use std::io::{BufWriter, Write};

use anyhow::anyhow;

use super::console::Console;
use super::graph;
use super::names;
use crate::model::{Binder, Claim, Edge, Graph, Grounds, Node, Status};
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

    /// Who does it
    #[arg(value_name = "SUBJECT")]
    subject: String,

    /// The relation
    #[arg(value_name = "RELATION")]
    relation: String,

    /// To whom it is done
    #[arg(value_name = "OBJECT")]
    object: String,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let (graph, ontology) = args.folder.load(console)?;
    let subject = names::actor(&graph, &ontology, &args.folder.path, &args.subject)?;
    let object = names::actor(&graph, &ontology, &args.folder.path, &args.object)?;
    let relation = names::relation(&graph, &ontology, &args.relation)?;
    let (source, edge, target) = find(&graph, subject, &relation, object)
        .ok_or_else(|| no_edge(&graph, subject, &relation, object))?;
    let account = grade::account(&graph, source, edge, target, &ontology);
    let mut out = BufWriter::new(std::io::stdout().lock());
    print_edge((source, edge, target), &mut out)?;
    print_score(edge, &account, &ontology, &mut out)?;
    writeln!(out, "\nevidence")?;
    for (number, part) in account.parts.iter().enumerate() {
        print_part(number + 1, part, &graph, &ontology, &mut out)?;
    }
    Ok(out.flush()?)
}

type Triple<'g> = (&'g Node, &'g Edge, &'g Node);

/// The edge; one that reads the same both ways is found in either order.
fn find<'g>(graph: &'g Graph, subject: &Node, relation: &str, object: &Node) -> Option<Triple<'g>> {
    let edge = graph.edge(&subject.actor.id, relation, &object.actor.id)?;
    graph.edges().find(|(_, found, _)| std::ptr::eq(*found, edge))
}

fn no_edge(graph: &Graph, subject: &Node, relation: &str, object: &Node) -> anyhow::Error {
    let (a, b) = (&subject.actor.id, &object.actor.id);
    let between = graph.edges().filter(|(source, _, target)| {
        let ends = (&source.actor.id, &target.actor.id);
        ends == (a, b) || ends == (b, a)
    });
    let others: Vec<_> = between.map(|triple| format!("\n  {}", spelled(triple))).collect();
    let known = if others.is_empty() {
        "nor anything else between the two".to_owned()
    } else {
        format!("but:{}", others.concat())
    };
    anyhow!("no text of the graph says that {a} {relation} {b}, {known}")
}

fn spelled((source, edge, target): Triple) -> String {
    format!("{} {} {}", source.actor.id, edge.relation, target.actor.id)
}

fn print_edge(triple: Triple, out: &mut impl Write) -> std::io::Result<()> {
    let (source, edge, target) = triple;
    writeln!(out, "{}", spelled(triple))?;
    writeln!(out, "  {} → {}, claim {}", source.actor.label, target.actor.label, edge.claim)?;
    let statuses: Vec<_> =
        edge.statuses.iter().map(|(status, times)| format!("{} {times}", name(status))).collect();
    let contested = if edge.contested { "; contested" } else { "" };
    writeln!(out, "  {}{contested}", statuses.join(", "))?;
    match (&edge.first_reported, &edge.last_reported) {
        (Some(first), Some(last)) if first == last => writeln!(out, "  reported {first}"),
        (Some(first), Some(last)) => writeln!(out, "  reported from {first} to {last}"),
        _ => Ok(()),
    }
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
    writeln!(
        out,
        "     “{}”, frame {}, {}, confidence {:.2}, evidence {}{}",
        claim.cue.text,
        claim.frame,
        binders(claim),
        claim.confidence,
        claim.evidence.get(..12).unwrap_or(&claim.evidence),
        grounds(claim, ontology)
    )
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

/// A value as records write it.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
