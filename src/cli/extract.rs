//! `aliansi extract`

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use rayon::prelude::*;

use super::chunks::Chunks;
use super::console::Console;
use super::input::{self, Input};
use crate::model::{Document, Warning};
use crate::ontology::Ontology;
use crate::pipeline::acquire::Acquired;
use crate::pipeline::{self, acquire};

/// Print the claims of texts as JSON Lines, as they come
///
/// One claim a line, in the order of the input, with its sentence, offsets, status, speaker and the rule
/// that found it. Works in bounded memory: the input may be endless.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi extract article.txt
  cat article.txt | aliansi extract -
  aliansi extract news/ | jq -r '[.subject.id, .relation, .object.id, .status] | @tsv'
  aliansi extract posts.csv --map text=body,published=date,id=url")]
pub(super) struct Args {
    /// A file, a folder (walked in sorted order), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    input: Input,
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let ontology = args.input.ontology()?;
    let pool = args.input.pool()?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut documents = 0;
    for chunk in Chunks::new(acquire::acquire(&args.paths, &args.input.options(), &ontology)) {
        for printed in pool.install(|| print_all(chunk, &ontology)) {
            match printed {
                Ok(lines) => {
                    documents += 1;
                    out.write_all(&lines)?;
                }
                Err(warning) => console.warn(&warning),
            }
        }
        out.flush()?;
    }
    if documents == 0 { Err(input::nothing_read(&args.paths)) } else { Ok(()) }
}

fn print_all(chunk: Vec<Acquired>, ontology: &Ontology) -> Vec<Result<Vec<u8>, Warning>> {
    let printed = chunk.into_par_iter().map(|acquired| claim_lines(&acquired?, ontology));
    printed.collect()
}

fn claim_lines(document: &Document, ontology: &Ontology) -> Result<Vec<u8>, Warning> {
    let mut lines = Vec::new();
    for claim in pipeline::claims(document, ontology) {
        serde_json::to_writer(&mut lines, &claim)
            .map_err(|error| Warning::new(&document.id, error.to_string(), "a claim of it is left out"))?;
        lines.push(b'\n');
    }
    Ok(lines)
}
