//! `aliansi export`

mod drawing;
mod engine;
mod page;
mod part;
mod tables;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::console::{Console, count};
use super::graph;
use crate::model::{Level, Levels};
use crate::ontology::Ontology;
use crate::pipeline::publish::network::{Network, Selection, Standing};
use crate::pipeline::publish::{NetworkFormat, Options, RdfFormat, folder};
use drawing::Drawing;
use page::Page;
use part::Part;
use tables::Tables;

/// Write a graph, or a part of it, in another format
///
/// Network files hold the plain edges and the actors that they join. Diagrams show the strongest ties between states, officials and
/// organs standing for their state, unless asked for others; what was cut is said on them. RDF holds everything that is known:
/// claims, evidence, documents.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi export --graph graph --format graphml -o all.graphml
  aliansi export --graph graph --format dot --around iran --hops 1 -o iran.dot
  aliansi export --graph graph --format dot --relations sanctions,threatens --top 30 --level actor
  aliansi export --graph graph --format svg --title 'Who stands with whom' -o graph.svg
  aliansi export --graph graph --format ttl --from 2025 -o since-2025.ttl
  aliansi export --graph graph --format csv -o tables
  aliansi export --graph graph --format html --quotes short -o report.html

The files say what texts report, and how surely they state it, not what is true.")]
pub(super) struct Args {
    #[command(flatten)]
    folder: graph::Folder,

    /// What is written
    #[arg(long, short, value_enum)]
    format: FormatName,

    /// Where to; for csv a folder [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// RDF says of each claim which triple it reifies: RDF 1.2, in Turtle, TriG, N-Triples and N-Quads
    #[arg(long)]
    rdf12: bool,

    #[command(flatten)]
    drawing: Drawing,

    #[command(flatten)]
    part: Part,

    #[command(flatten)]
    tables: Tables,

    #[command(flatten)]
    page: Page,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum FormatName {
    /// RDF: Turtle
    Ttl,
    /// RDF: N-Triples, a triple a line
    Nt,
    /// RDF: N-Quads, what a document says in a graph of its own
    Nq,
    /// RDF: TriG, Turtle with what a document says in a graph of its own
    Trig,
    /// RDF/XML, for programs that read no other RDF
    Rdf,
    /// RDF: JSON-LD, with graphs
    Jsonld,
    /// For Gephi, Cytoscape, yEd, igraph, NetworkX
    Graphml,
    /// For Gephi, with time
    Gexf,
    /// Node-link JSON, for D3 and NetworkX
    Json,
    /// A diagram for Graphviz
    Dot,
    /// A diagram for browsers and print
    Svg,
    /// A diagram for Markdown
    Mermaid,
    /// Tables of actors, ties and evidence, in a folder
    Csv,
    /// A report for people: one page that needs no network
    Html,
}

/// What is written: everything as RDF, or ties.
enum Format {
    Rdf(RdfFormat),
    Network(NetworkFormat),
    Tables,
    Page,
}

impl FormatName {
    fn format(self) -> Format {
        match self {
            Self::Ttl => Format::Rdf(RdfFormat::Turtle),
            Self::Nt => Format::Rdf(RdfFormat::NTriples),
            Self::Nq => Format::Rdf(RdfFormat::NQuads),
            Self::Trig => Format::Rdf(RdfFormat::TriG),
            Self::Rdf => Format::Rdf(RdfFormat::RdfXml),
            Self::Jsonld => Format::Rdf(RdfFormat::JsonLd),
            Self::Graphml => Format::Network(NetworkFormat::GraphMl),
            Self::Gexf => Format::Network(NetworkFormat::Gexf),
            Self::Json => Format::Network(NetworkFormat::Json),
            Self::Dot => Format::Network(NetworkFormat::Dot),
            Self::Svg => Format::Network(NetworkFormat::Svg),
            Self::Mermaid => Format::Network(NetworkFormat::Mermaid),
            Self::Csv => Format::Tables,
            Self::Html => Format::Page,
        }
    }
}

impl FormatName {
    /// The level that is written unless the user names one: that of states where people look.
    fn level(self) -> Level {
        match self.format() {
            Format::Page => Level::State,
            Format::Network(format) if format.is_diagram() => Level::State,
            _ => Level::Actor,
        }
    }

    /// What is written unless the user picks.
    fn selection(self, options: &Options) -> Selection {
        match self.format() {
            Format::Network(format) => format.selection(options),
            Format::Page => Selection { structural: options.structural, ..Selection::default() },
            _ => Selection::default(),
        }
    }
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    args.check()?;
    let mut options = folder::manifest(&args.folder.path)?.options;
    match args.format.format() {
        Format::Rdf(format) => {
            check_rdf(args, format)?;
            options.rdf12 = args.rdf12 || options.rdf12 && format.has_reifiers();
            let (graph, ontology) = args.folder.load(console)?;
            to(args.output.as_deref(), |out| format.write(&graph, &ontology, &options, out))
        }
        _ => {
            let (levels, ontology) = args.folder.load_both(console)?;
            network(args, &levels, &ontology, &options, console)
        }
    }
}

impl Args {
    /// Options of one format are an error with another, and so is a place that is taken.
    fn check(&self) -> anyhow::Result<()> {
        let tables = self.tables.given().filter(|_| self.format != FormatName::Csv);
        let page = self.page.given().filter(|_| self.format != FormatName::Html);
        if let Some((option, format)) = tables.map(|it| (it, "csv")).or(page.map(|it| (it, "html"))) {
            bail!("{option} is for --format {format}");
        }
        self.drawing.check(self.format)?;
        if self.format == FormatName::Csv { tables::folder(self.output.as_deref()).map(drop) } else { Ok(()) }
    }
}

/// Says no before the graph is loaded and the file is made.
fn check_rdf(args: &Args, format: RdfFormat) -> anyhow::Result<()> {
    if let Some(option) = args.part.given() {
        bail!(
            "{option} picks ties for network files and diagrams; RDF holds the whole graph, or a window of it"
        );
    }
    if args.rdf12 && !format.has_reifiers() {
        bail!("--rdf12: this syntax cannot say which triple a claim reifies; write ttl, trig, nt or nq");
    }
    Ok(())
}

fn network(
    args: &Args,
    levels: &Levels,
    ontology: &Ontology,
    options: &Options,
    console: &Console,
) -> anyhow::Result<()> {
    let [of_actors, of_states] = Standing::of_levels(levels);
    let (graph, standing) = match args.folder.level_or(args.format.level()) {
        Level::Actor => (&levels.actors, &of_actors),
        Level::State => (&levels.states, &of_states),
    };
    let usual = args.format.selection(options);
    let selection = args.part.selection(usual, graph, ontology, &args.folder.path, options)?;
    let network = Network::of(graph, standing, &selection, &ontology.scoring);
    let options = &Options { title: args.drawing.title(&selection, graph), ..options.clone() };
    let output = args.output.as_deref();
    match args.format.format() {
        Format::Rdf(_) => {}
        Format::Network(format) => match args.drawing.by_graphviz(&network, options, console)? {
            Some(picture) => to(output, |out| out.write_all(&picture))?,
            None => to(output, |out| format.write(&network, options, out))?,
        },
        Format::Tables => args.tables.write(&network, tables::folder(output)?)?,
        Format::Page => {
            let hashes = args.folder.hashes()?;
            let picture = page::picture(&levels.states, &of_states, &selection, ontology, options);
            to(output, |out| args.page.write(&network, &picture, &hashes, options, out))?;
        }
    }
    let shown = network.extent();
    let cut = if network.is_cut() { format!(" of {}", network.of.ties) } else { String::new() };
    console.note(format_args!("{}, {}{cut}", count(shown.actors, "actor"), count(shown.ties, "tie")));
    Ok(())
}

/// Writes to a file, or to standard output.
fn to(path: Option<&Path>, write: impl FnOnce(&mut Out) -> std::io::Result<()>) -> anyhow::Result<()> {
    let Some(path) = path else {
        let mut out: Out = BufWriter::new(Box::new(std::io::stdout().lock()));
        write(&mut out)?;
        return Ok(out.flush()?);
    };
    let failed = || format!("{}: cannot write it", path.display());
    let mut out: Out = BufWriter::new(Box::new(File::create(path).with_context(failed)?));
    write(&mut out).and_then(|()| out.flush()).with_context(failed)
}

type Out = BufWriter<Box<dyn Write>>;
