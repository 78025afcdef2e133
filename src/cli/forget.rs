//! `aliansi forget`

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{anyhow, bail};

use super::change::Opened;
use super::console::{Console, count};
use super::input::Knowledge;
use super::{shell, summary};
use crate::model::{
    Actor, Claim, Correction, Decision, Document, Material, Ruling, Warning, forgotten_key, kebab,
};
use crate::pipeline::forget::Forgotten;
use crate::pipeline::publish::folder;
use crate::spelling::suggestion;

/// Take a person or another actor out of a graph folder for good
///
/// Every claim by, of or about the actor goes; its names in documents and quotations are blanked; decisions that name it go.
/// decisions.jsonl keeps a hash of its id, by which every later build and add leaves it out again. Groups of the actor
/// (budi-contoh/supporters) go with it. This cannot be undone.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi forget --graph graph 'Budi Contoh'
  aliansi forget --graph graph budi-contoh --yes           without asking

The texts that the graph was built from are not touched, nor are files of your own in the folder.")]
pub(super) struct Args {
    /// The graph folder
    #[arg(long = "graph", value_name = "DIR")]
    graph: PathBuf,

    /// Id of the actor, or a name by which the texts call it
    #[arg(value_name = "ACTOR")]
    actor: String,

    /// Do not ask
    #[arg(long)]
    yes: bool,

    #[command(flatten)]
    knowledge: Knowledge,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let started = Instant::now();
    let mut folder = Opened::at(&args.graph, &args.knowledge, console)?;
    let id = actor(&args.actor, &folder.material.claims, args)?;
    let rulings = rulings(&id, &folder.material.decisions);
    let forgotten = Forgotten::by(&rulings, &folder.ontology);
    let old = std::mem::take(&mut folder.material);
    let new = forgotten.clear(old.clone());
    let (decisions, dropped) =
        decisions(&folder::decisions(&args.graph)?, &rulings, &forgotten, &old.documents, args)?;
    let goes = loss(&old, &new, dropped).ok_or_else(|| unknown(&old, args))?;
    ask(&goes, args)?;
    folder.material = Material { decisions: folder::parse_decisions(&decisions, &args.graph)?, ..new };
    warn_of_ids(&folder.material.documents, &forgotten, args, console);
    let namesakes = namesakes(&id, &folder.material.claims);
    let graph = folder.write(Some(&decisions), console)?;
    summary::tell(&args.graph, &[goes, format!("now {}", summary::network(&graph))], started, console);
    if !namesakes.is_empty() {
        let names = namesakes.join(", ");
        console.note(format_args!(
            "others with a part of the name stay: {names}; forget those that are the same"
        ));
    }
    Ok(())
}

/// What goes, in words; nothing if nothing does.
fn loss(old: &Material, new: &Material, decisions: usize) -> Option<String> {
    let documents = old.documents.iter().zip(&new.documents).filter(|(old, new)| old != new).count();
    let claims = old.claims.len() - new.claims.len();
    let (forgotten, blanked) = (count(claims, "claim"), count(documents, "document"));
    let told = format!(
        "{forgotten} forgotten, names blanked in {blanked}, {} dropped",
        count(decisions, "decision")
    );
    (claims + documents + decisions > 0).then_some(told)
}

/// What is decided: a ruling for the actor, and for each id and name that decisions made one with it.
fn rulings(id: &str, decisions: &[Decision]) -> Vec<Decision> {
    let mut ids = BTreeSet::from([id.to_owned()]);
    loop {
        let before = ids.len();
        for decision in decisions {
            match &decision.ruling {
                Ruling::Merge { actor, into } if ids.contains(into) => ids.insert(actor.clone()),
                Ruling::Alias { name, actor: into } | Ruling::Split { name, into, .. }
                    if ids.contains(into) =>
                {
                    ids.insert(kebab(name))
                }
                _ => continue,
            };
        }
        if ids.len() == before {
            break;
        }
    }
    let ruling = |id: String| Ruling::Forget { hash: forgotten_key(&id) };
    ids.into_iter().map(|id| Decision { ruling: ruling(id), by: None, at: None, why: None }).collect()
}

/// The actors of the claims that share a word with an id: relatives, or the same under a shorter name.
fn namesakes(id: &str, claims: &[Claim]) -> Vec<String> {
    let parts: BTreeSet<&str> = id.split(['-', '/']).filter(|part| part.len() > 2).collect();
    let shares = |other: &&str| other.split(['-', '/']).any(|part| parts.contains(part));
    names_of(claims).into_keys().filter(shares).map(str::to_owned).collect()
}

/// The id that a text means: one of the claims, else by a name there, else the text's own.
fn actor(text: &str, claims: &[Claim], args: &Args) -> anyhow::Result<String> {
    let wanted = kebab(text);
    let names = names_of(claims);
    if names.contains_key(text) {
        return Ok(text.to_owned());
    }
    let called =
        names.iter().filter(|(id, names)| **id == wanted || names.iter().any(|name| kebab(name) == wanted));
    match called.map(|(id, _)| *id).collect::<Vec<_>>()[..] {
        [] => Ok(wanted),
        [id] => Ok(id.to_owned()),
        ref several => {
            bail!("`{text}` may be {} in {}: give the id", several.join(", "), args.graph.display())
        }
    }
}

/// What the claims call each actor, by its id.
fn names_of(claims: &[Claim]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (actor, name) in claims.iter().flat_map(named) {
        names.entry(&actor.id).or_default().extend([name, &actor.label]);
    }
    names
}

/// Every actor of a claim with the words that name it there; of one that is neither subject nor object the label.
fn named(claim: &Claim) -> impl Iterator<Item = (&Actor, &str)> {
    let arguments = [&claim.subject, &claim.object];
    let others = claim.others.iter().map(|other| &other.actor);
    let further = claim.attributed_to.iter().chain(&claim.denied_by).chain(others);
    let arguments = arguments.into_iter().map(|argument| (&*argument.actor, argument.mention.as_str()));
    arguments.chain(further.map(|actor| (&**actor, actor.label.as_str())))
}

fn unknown(material: &Material, args: &Args) -> anyhow::Error {
    let names = names_of(&material.claims);
    let near = names.iter().flat_map(|(id, names)| {
        names.iter().chain([id]).map(|name| (*name, (*id).to_owned())).collect::<Vec<_>>()
    });
    let near = suggestion(&args.actor, near);
    anyhow!("nothing in {} names `{}`{near}; nothing was changed", args.graph.display(), args.actor)
}

/// The text of the decisions with the new ones behind it, without those that name the actor, of which it gives the number.
/// In what stays its names are blanked.
fn decisions(
    text: &str,
    rulings: &[Decision],
    forgotten: &Forgotten,
    documents: &[Document],
    args: &Args,
) -> anyhow::Result<(String, usize)> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let decisions = folder::parse_decisions(text, &args.graph)?;
    let stays =
        |(_, decision): &(&&str, &Decision)| !ids(&decision.ruling).iter().any(|id| forgotten.is_theirs(id));
    let kept: Vec<&str> = lines.iter().zip(&decisions).filter(stays).map(|(line, _)| *line).collect();
    let dropped = lines.len() - kept.len();
    let mut text = forgotten.clear_text(&kept.join("\n"), documents);
    for ruling in rulings.iter().filter(|ruling| !decisions.contains(ruling)) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += &serde_json::to_string(ruling)?;
    }
    Ok((text + "\n", dropped))
}

/// The actors that a ruling names.
fn ids(ruling: &Ruling) -> Vec<String> {
    match ruling {
        Ruling::Reject(target) | Ruling::Confirm(target) => {
            vec![target.quotation.subject.clone(), target.quotation.object.clone()]
        }
        Ruling::Correct { target, set } => {
            let quotation = [target.quotation.subject.clone(), target.quotation.object.clone()];
            quotation.into_iter().chain(set_ids(set)).collect()
        }
        Ruling::Alias { name, actor } => vec![kebab(name), actor.clone()],
        Ruling::Merge { actor, into } => vec![actor.clone(), into.clone()],
        Ruling::Split { actor, name, into } => vec![actor.clone(), kebab(name), into.clone()],
        Ruling::Add(addition) => {
            let ends = [addition.subject.clone(), addition.object.clone()];
            ends.into_iter().chain(set_ids(&addition.set)).collect()
        }
        Ruling::Forget { .. } => Vec::new(),
    }
}

fn set_ids(set: &Correction) -> impl Iterator<Item = String> {
    let single = [&set.subject, &set.object, &set.attributed_to].into_iter().flatten();
    let others = set.others.iter().flatten().map(|other| &other.actor.id);
    single.chain(set.denied_by.iter().flatten()).chain(others).cloned()
}

/// Fails unless the user agrees.
fn ask(goes: &str, args: &Args) -> anyhow::Result<()> {
    if args.yes {
        return Ok(());
    }
    let actor = &args.actor;
    if !std::io::stdin().is_terminal() {
        bail!("forgetting `{actor}` cannot be undone ({goes}): give --yes to do it; nothing was changed");
    }
    eprint!("Forget `{actor}`? {goes}. This cannot be undone. [y/N] ");
    std::io::stderr().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    if ["y", "yes", "ya"].contains(&answer.trim().to_lowercase().as_str()) {
        Ok(())
    } else {
        Err(anyhow!("nothing was changed"))
    }
}

/// An id cannot be blanked: evidence ids are made of it.
fn warn_of_ids(documents: &[Document], forgotten: &Forgotten, args: &Args, console: &Console) {
    for document in documents.iter().filter(|document| forgotten.clear_text(&document.id, &[]) != document.id)
    {
        let remedy = format!(
            "`aliansi remove --graph {} {}` takes it out; give the text another id before it is added again",
            shell::quoted(&args.graph),
            shell::quoted(document.id.as_ref())
        );
        console.warn(&Warning::new(&document.id, "the id of this document holds the name", remedy));
    }
}
