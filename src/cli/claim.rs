//! `aliansi claim`

use super::console::Console;
use super::decide::Decided;
use super::triple::TripleArgs;
use crate::desk::fields;
use crate::model::{Addition, Document, Genre, PartialDate, Ruling};

/// Add a claim that no rule found, with the sentence that states it and its source
///
/// It counts like any other evidence and is marked as added by a person.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi claim --graph graph iran visits russia --quote 'Teheran mengirim utusan ke Moskow.' --source berita/1.txt
  aliansi claim --graph graph iran visits russia --quote 'An envoy flew to Moscow.' \\
      --source https://example.org/1 --publisher 'Daily Example' --published 2026-02-05 --set status=alleged

A source that the graph does not hold becomes a document of it, with the quotation as its text. A claim that was rejected
counts again when it is confirmed, or added again.")]
pub(super) struct Args {
    #[command(flatten)]
    decided: Decided,

    #[command(flatten)]
    triple: TripleArgs,

    /// The sentence that states it, as it stands in the source
    #[arg(long, value_name = "TEXT")]
    quote: String,

    /// Id of a document of the graph, or the address or name of another source
    #[arg(long, value_name = "SOURCE")]
    source: String,

    /// Who published a new source
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,

    /// Headline of a new source
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// When a new source was published
    #[arg(long, value_name = "DATE")]
    published: Option<PartialDate>,

    /// Language of a new source, ISO 639-1
    #[arg(long, value_name = "CODE")]
    language: Option<String>,

    /// Further fields, as in `aliansi correct`
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = super::correct::pair)]
    fields: Vec<(String, String)>,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let desk = args.decided.open(console)?;
    let addition = desk.addition(Addition {
        subject: args.triple.subject.clone(),
        relation: args.triple.relation.clone(),
        object: args.triple.object.clone(),
        quotation: args.quote.clone(),
        source: args.document(),
        set: fields::correction(&args.fields)?,
    })?;
    args.decided.record(desk, vec![Ruling::Add(Box::new(addition))], console)
}

impl Args {
    fn document(&self) -> Document {
        let source = self.source.trim();
        let is_address = ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme));
        Document {
            id: source.to_owned(),
            url: is_address.then(|| source.to_owned()),
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            published: self.published.clone(),
            language: self.language.clone(),
            genre: Some(Genre::News),
            ..Document::default()
        }
    }
}
