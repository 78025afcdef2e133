//! `aliansi model`

use std::borrow::Cow;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::console::{Console, count};
use super::format::Format;
use super::table::{align_right, table};
use crate::syntax::conllu::{self, Tree};
use crate::syntax::{self, Model, Options};

/// Train, test and look at the models that tag and parse sentences
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Train(TrainArgs),
    Eval(EvalArgs),
    Info(InfoArgs),
}

/// Train a model from treebanks in CoNLL-U
///
/// Learns parts of speech with mood, polarity, type of pronoun, tense, verb form and voice; heads; relations.
/// The same files in the same order, seed and number of epochs give the same model, with any --threads.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A file that is named twice counts twice. Any treebank of Universal Dependencies will do; names of
several words (flat:name, or flat between proper nouns) are learnt as they stand and as one word.

Examples:
  aliansi model train id_csui-ud-train.conllu id_gsd-ud-train.conllu --language id -o id.model
  aliansi model train en_ewt-ud-train.conllu news.conllu news.conllu --language en -o en.model")]
pub(super) struct TrainArgs {
    /// Treebanks
    #[arg(required = true, value_name = "FILE.conllu")]
    treebanks: Vec<PathBuf>,

    /// Code of the language, such as id
    #[arg(long, short, value_name = "CODE")]
    language: String,

    /// The model to write
    #[arg(long, short, value_name = "FILE.model")]
    output: PathBuf,

    /// All random choices follow from it
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// How often every sentence is read
    #[arg(long, value_name = "N", default_value = "30")]
    epochs: NonZeroUsize,

    /// Threads to work with [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

/// Score a model against a treebank
///
/// Words are those of the treebank, tags the model's own; every word counts, marks of punctuation too. upos is
/// the share of right parts of speech, uas that of right heads, las that of right heads and relations with
/// their subtypes, all in per cent. words_per_second is the speed of tagging and parsing on one thread.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi model eval id id_csui-ud-test.conllu
  aliansi model eval my.model id_gsd-ud-test.conllu --format json")]
pub(super) struct EvalArgs {
    /// Code of a built-in model's language, or a model file
    #[arg(value_name = "LANG|FILE.model")]
    model: String,

    /// Treebanks, scored together
    #[arg(required = true, value_name = "FILE.conllu")]
    treebanks: Vec<PathBuf>,

    /// How the figures are printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// Show what a model knows: language, sizes, tags, relations
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi model info id
  aliansi model info my.model")]
pub(super) struct InfoArgs {
    /// Code of a built-in model's language, or a model file
    #[arg(value_name = "LANG|FILE.model")]
    model: String,
}

pub(super) fn run(command: &Command, console: &Console) -> anyhow::Result<()> {
    match command {
        Command::Train(args) => train(args, console),
        Command::Eval(args) => eval(args),
        Command::Info(args) => info(args),
    }
}

fn train(args: &TrainArgs, console: &Console) -> anyhow::Result<()> {
    let trees = read(&args.treebanks)?;
    let words: usize = trees.iter().map(Vec::len).sum();
    let options = Options { language: args.language.clone(), seed: args.seed, epochs: args.epochs.get() };
    let threads = args.threads.map_or(0, NonZeroUsize::get);
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("cannot start threads")?;
    let bar = console.progress("training", Some(options.epochs));
    let mut loss = 0.0;
    let report = |epoch: syntax::Epoch| {
        loss = epoch.loss;
        bar.set_position(epoch.number as u64);
    };
    let bytes = pool.install(|| syntax::train(&trees, &options, report))?;
    console.progress_done();
    std::fs::write(&args.output, &bytes)
        .with_context(|| format!("cannot write {}", args.output.display()))?;
    console.note(format_args!(
        "{}: {} bytes, from {} and {}, {}; loss {loss:.3}",
        args.output.display(),
        bytes.len(),
        count(trees.len(), "sentence"),
        count(words, "word"),
        count(options.epochs, "epoch"),
    ));
    Ok(())
}

fn read(treebanks: &[PathBuf]) -> anyhow::Result<Vec<Tree>> {
    let trees: Result<Vec<_>, _> = treebanks.iter().map(|path| conllu::read(path)).collect();
    Ok(trees?.into_iter().flatten().collect())
}

fn eval(args: &EvalArgs) -> anyhow::Result<()> {
    let (model, _) = load(&args.model)?;
    let trees = read(&args.treebanks)?;
    if trees.is_empty() {
        bail!("the treebank holds no sentences");
    }
    let figures = syntax::evaluate(&model, &trees);
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Json => writeln!(out, "{:#}", serde_json::to_value(figures)?)?,
        Format::Table => {
            let mut table = table(["upos", "uas", "las", "words per second"]);
            let shares = [figures.upos, figures.uas, figures.las].map(|share| format!("{share:.2}"));
            table.add_row(shares.into_iter().chain([format!("{:.0}", figures.words_per_second)]));
            align_right(&mut table, 0..4);
            writeln!(out, "{table}")?;
        }
    }
    Ok(())
}

/// The model and the size of its file.
fn load(name: &str) -> anyhow::Result<(Model, usize)> {
    let bytes: Cow<'static, [u8]> = match syntax::shipped(name) {
        Some(bytes) => bytes.into(),
        None if Path::new(name).exists() => {
            std::fs::read(name).with_context(|| format!("cannot read {name}"))?.into()
        }
        None => bail!("{name} is neither a model file nor a language with a built-in model{}", known()),
    };
    Ok((Model::load(&bytes).with_context(|| name.to_owned())?, bytes.len()))
}

fn known() -> String {
    let codes: Vec<_> = syntax::shipped_languages().collect();
    if codes.is_empty() { "; none is built in".to_owned() } else { format!(" ({})", codes.join(", ")) }
}

fn info(args: &InfoArgs) -> anyhow::Result<()> {
    let (model, bytes) = load(&args.model)?;
    let tags = model.tags().iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut out = std::io::stdout().lock();
    writeln!(out, "language    {}", model.language())?;
    writeln!(out, "file        {bytes} bytes, format {}", syntax::FORMAT)?;
    writeln!(out, "in memory   {} bytes", model.memory())?;
    writeln!(out, "network     {} parameters, {} vectors", model.parameter_count(), model.vector_count())?;
    writeln!(out, "tags        {}", tags.join(" "))?;
    writeln!(out, "relations   {}", model.labels().join(" "))?;
    Ok(())
}
