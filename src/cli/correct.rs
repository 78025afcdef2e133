//! `aliansi correct`

use super::console::Console;
use super::decide::Decided;
use crate::desk::fields;
use crate::model::Ruling;

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
  aliansi correct --graph graph c04d22ab when=1979                a day, month or year; when= for none

Actors and relations are named as in `aliansi explain`; a new actor by an id in kebab case, with --new-actor where another
actor is called nearly so. A mode goes with its relation.")]
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
    let set = Box::new(desk.correction(&target, fields::correction(&args.fields)?)?);
    args.decided.record(desk, vec![Ruling::Correct { target, set }], console)
}
