//! `aliansi correct`

use anyhow::{anyhow, bail};

use super::console::Console;
use super::decide::{Decided, Desk};
use super::names;
use crate::model::{Correction, PartialDate, Phase, Precision, Ruling, TimeBasis, When};

/// Say what a sentence states instead
///
/// Fields are subject, relation, object, status, attributed_to, denied_by, via, when, mode, contexts, item and about; an
/// empty value clears what can be absent. The evidence's confidence becomes 1.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi correct --graph graph c04d22ab status=denied denied_by=iran
  aliansi correct --graph graph c04d22ab subject='Uni Eropa' relation=threatens-sanctions
  aliansi correct --graph graph c04d22ab attributed_to=           the author says it
  aliansi correct --graph graph c04d22ab when=1979                a day, month or year

Actors and relations are named as in `aliansi explain`; a new actor by an id in kebab case.")]
pub(super) struct Args {
    #[command(flatten)]
    decided: Decided,

    /// Evidence id, or enough of its first digits
    #[arg(value_name = "EVIDENCE")]
    id: String,

    /// What to set
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    fields: Vec<(String, String)>,
}

pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').map(|(field, value)| (field.to_owned(), value.to_owned()));
    pair.ok_or_else(|| "write FIELD=VALUE, for example status=denied".to_owned())
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let desk = args.decided.open(console)?;
    let target = desk.target(&args.id)?;
    let set = Box::new(correction(&args.fields, &desk)?);
    args.decided.record(desk, vec![Ruling::Correct { target, set }], console)
}

/// The fields that a user sets.
pub(super) fn correction(fields: &[(String, String)], desk: &Desk) -> anyhow::Result<Correction> {
    let mut set = Correction::default();
    for (field, value) in fields {
        set_field(&mut set, field, value, desk)?;
    }
    Ok(set)
}

fn set_field(set: &mut Correction, field: &str, value: &str, desk: &Desk) -> anyhow::Result<()> {
    let actor = |name: &str| names::any_actor(&desk.graph, &desk.ontology, name);
    let text = || Some(value.to_owned());
    match field {
        "subject" => set.subject = Some(actor(value)?),
        "object" => set.object = Some(actor(value)?),
        "relation" => set.relation = Some(names::relation(&desk.graph, &desk.ontology, value)?),
        "status" => set.status = Some(status(value)?),
        "attributed_to" if value.is_empty() => set.attributed_to = text(),
        "attributed_to" => set.attributed_to = Some(actor(value)?),
        "denied_by" => set.denied_by = Some(list(value).map(actor).collect::<Result<_, _>>()?),
        "when" => set.when = Some(when(value)?),
        "contexts" => set.contexts = Some(list(value).map(str::to_owned).collect()),
        "via" => set.via = text(),
        "mode" => set.mode = text(),
        "item" => set.item = text(),
        "about" => set.about = text(),
        _ => bail!(
            "no field `{field}`: give subject, relation, object, status, attributed_to, denied_by, via, when, mode, \
             contexts, item or about"
        ),
    }
    Ok(())
}

/// The parts between commas.
fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn status(value: &str) -> anyhow::Result<crate::model::Status> {
    serde_json::from_value(value.into()).map_err(|_| {
        anyhow!("no status `{value}`: give asserted, alleged, planned, possible, denied or negated")
    })
}

/// A day, month or year at which the deed holds.
fn when(value: &str) -> anyhow::Result<When> {
    let date: PartialDate = value.parse()?;
    let precision = match date.as_str().len() {
        4 => Precision::Year,
        7 => Precision::Month,
        _ => Precision::Day,
    };
    Ok(When {
        from: Some(date.clone()),
        to: Some(date),
        precision,
        basis: TimeBasis::Text,
        phase: Phase::Holds,
    })
}
