//! Graph folders that a command reads.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::console::{Console, count};
use super::input::Knowledge;
use crate::model::{Graph, Level, Levels, PartialDate, View, Warning, Window};
use crate::ontology::Ontology;
use crate::pipeline::publish::{self, Manifest, Vocabulary, folder};
use crate::pipeline::{self, fuse, grade};
use crate::store::{self, Prefixes, Store};

/// A graph folder, and what of it is looked at.
#[derive(Debug, clap::Args)]
pub(super) struct Folder {
    /// The graph folder
    #[arg(long = "graph", value_name = "DIR")]
    pub(super) path: PathBuf,

    #[command(flatten)]
    pub(super) part: Part,
}

/// What of a graph is looked at.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Part {
    /// Only evidence of deeds on or after this day, month or year; where the text gives no date the report's counts
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,

    /// Only evidence of deeds up to this day, month or year
    #[arg(long, value_name = "DATE")]
    to: Option<PartialDate>,

    #[command(flatten)]
    lens: Lens,
}

/// How a graph is looked at, whatever part of it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Lens {
    /// `state` makes persons, organs and groups one with the state that they act for [default: actor, or state where states
    /// are compared]
    #[arg(long, value_enum, value_name = "LEVEL")]
    level: Option<LevelName>,

    /// With a span of time, keep evidence of which no date is known; else it is left out
    #[arg(long)]
    undated: bool,

    /// Days in which the weight of a tie halves, counted back from the last report [default: no aging]
    #[arg(long, value_name = "DAYS", value_parser = days)]
    half_life: Option<f64>,

    #[command(flatten)]
    knowledge: Knowledge,
}

/// Whom the nodes stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LevelName {
    /// Every actor for itself
    Actor,
    /// Those who act for a state are that state
    State,
}

fn days(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| "write a number of days above 0, such as 365".to_owned())
}

impl Folder {
    /// The scored graph, and the ontology with the threshold and the worth of media that the folder was built with.
    pub(super) fn load(&self, console: &Console) -> anyhow::Result<(Graph, Ontology)> {
        self.load_at(self.part.lens.level_or(Level::Actor), console)
    }

    /// The scored graph at the level of states, unless the user named a level.
    pub(super) fn load_states(&self, console: &Console) -> anyhow::Result<(Graph, Ontology)> {
        self.load_at(self.part.lens.level_or(Level::State), console)
    }

    /// The scored graph of all actors and that of states, whatever level the user named.
    pub(super) fn load_both(&self, console: &Console) -> anyhow::Result<(Levels, Ontology)> {
        let (manifest, material) = folder::read(&self.path)?;
        let ontology = self.part.lens.ontology(&manifest)?;
        let view = View { window: self.window(), ..manifest.options.view() };
        let levels = pipeline::graphs(material, &view, &ontology);
        warn_unmatched(&levels.actors, &self.path, console);
        tell_undated(&levels.actors, console);
        Ok((levels, ontology))
    }

    /// The level that the user named, or another.
    pub(super) fn level_or(&self, level: Level) -> Level {
        self.part.lens.level_or(level)
    }

    fn load_at(&self, level: Level, console: &Console) -> anyhow::Result<(Graph, Ontology)> {
        self.part.lens.load(&self.path, level, self.window(), console)
    }

    /// The RDF: that of the folder's files, or of what is looked at where that is less; or that of a file of RDF or of a database.
    pub(super) fn store(&self, console: &Console) -> anyhow::Result<Store> {
        if self.path.is_file() {
            return Ok(store::open_file(&self.path, self.prefixes_of_other("a file")?)?);
        }
        if store::database::is_one(&self.path) {
            return Ok(store::database::open(&self.path, self.prefixes_of_other("a database")?)?);
        }
        let vocabulary = Vocabulary::new(&folder::manifest(&self.path)?.options.base)?;
        let prefixes = Prefixes::new(vocabulary.prefixes());
        if self.is_whole() {
            let store = store::open(&self.path, prefixes)?;
            store.unindexed().inspect(|why| console.note(why));
            return Ok(store);
        }
        let (graph, ontology) = self.load(console)?;
        Ok(store::of(publish::statements(&graph, &ontology, &vocabulary), prefixes)?)
    }

    /// The usual prefixes, for statements of which all must be looked at.
    fn prefixes_of_other(&self, kind: &str) -> anyhow::Result<Prefixes> {
        if !self.is_whole() {
            bail!(
                "{}: a window, a level or aging needs a graph folder, and this is {kind}",
                self.path.display()
            );
        }
        Ok(Prefixes::new(Vocabulary::new(publish::DEFAULT_BASE)?.prefixes()))
    }

    /// Whether what is looked at is what the folder's files hold.
    fn is_whole(&self) -> bool {
        let level = self.part.lens.level_or(Level::Actor);
        level == Level::Actor && self.window().is_open() && self.part.lens.half_life.is_none()
    }

    fn window(&self) -> Window {
        Window { from: self.part.from.clone(), to: self.part.to.clone(), undated: self.part.lens.undated }
    }

    /// The hashes of the folder and of the ontology that made it.
    pub(super) fn hashes(&self) -> anyhow::Result<(String, String)> {
        Ok((folder::hash(&self.path)?, folder::manifest(&self.path)?.ontology))
    }
}

impl Part {
    /// A folder of the user's laid out like `ontology/`, if one was given.
    pub(super) fn knowledge(&self) -> Option<&Path> {
        self.lens.knowledge.folder()
    }
}

impl Lens {
    /// The level that the user named, or another.
    pub(super) fn level_or(&self, level: Level) -> Level {
        match self.level {
            None => level,
            Some(LevelName::Actor) => Level::Actor,
            Some(LevelName::State) => Level::State,
        }
    }

    /// Whether evidence without a date is inside every span of time.
    pub(super) fn undated(&self) -> bool {
        self.undated
    }

    /// The part of a folder's graph that a window shows.
    pub(super) fn load(
        &self,
        path: &Path,
        level: Level,
        window: Window,
        console: &Console,
    ) -> anyhow::Result<(Graph, Ontology)> {
        let (manifest, material) = folder::read(path)?;
        let ontology = self.ontology(&manifest)?;
        let view = View { level, window, ..manifest.options.view() };
        let graph = grade::grade(fuse::fuse(material, &view, &ontology), &ontology);
        warn_unmatched(&graph, path, console);
        tell_undated(&graph, console);
        Ok((graph, ontology))
    }

    /// The ontology with the threshold and the worth of media that a folder was built with.
    fn ontology(&self, manifest: &Manifest) -> anyhow::Result<Ontology> {
        let mut ontology = self.knowledge.ontology()?.into_owned();
        ontology.scoring.threshold = manifest.threshold;
        ontology.scoring.publishers.clone_from(&manifest.publishers);
        ontology.scoring.half_life = self.half_life.or(ontology.scoring.half_life);
        Ok(ontology)
    }
}

fn tell_undated(graph: &Graph, console: &Console) {
    if graph.undated > 0 {
        let pieces = count(graph.undated, "piece");
        console.note(format_args!("{pieces} of evidence without a date left out; --undated keeps them"));
    }
}

/// Warns of each decision that nothing in the graph matches any more.
pub(super) fn warn_unmatched(graph: &Graph, folder: &Path, console: &Console) {
    for &at in &graph.unmatched {
        let place = format!("{}, decision {}", folder.join(folder::DECISIONS).display(), at + 1);
        let cause = "nothing in the texts matches it any more";
        let hint = "it is kept and changes nothing; look whether the sentence or the name is gone";
        console.warn(&Warning::new(place, cause, hint));
    }
}
