//! How diagrams look.

use anyhow::bail;

use super::FormatName;
use super::engine::Engine;
use crate::cli::console::Console;
use crate::model::Graph;
use crate::pipeline::publish::network::{Network, Selection};
use crate::pipeline::publish::{NetworkFormat, Options};

/// How diagrams look.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Diagrams")]
pub(super) struct Drawing {
    /// What stands above the picture
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// What lays out an SVG [default: builtin]
    #[arg(long, value_enum)]
    engine: Option<Engine>,
}

impl Drawing {
    /// The title that the user gave, or one that says around whom the picture is.
    pub(super) fn title(&self, selection: &Selection, graph: &Graph) -> Option<String> {
        let centre = || graph.node(&selection.around.as_ref()?.0);
        let around = || centre().map(|node| format!("Ties around {}", node.actor.label));
        self.title.clone().or_else(around)
    }

    /// An error if an option for diagrams was given for something else.
    pub(super) fn check(&self, format: FormatName) -> anyhow::Result<()> {
        if self.engine.is_some() && format != FormatName::Svg {
            bail!("--engine lays out pictures: give --format svg with it");
        }
        if self.title.is_some() && !matches!(format, FormatName::Svg | FormatName::Dot) {
            bail!("--title stands above diagrams: give --format svg or --format dot with it");
        }
        Ok(())
    }

    /// The picture by Graphviz, if the user asked for it.
    pub(super) fn by_graphviz(
        &self,
        network: &Network,
        options: &Options,
        console: &Console,
    ) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(engine) = self.engine.filter(|engine| *engine != Engine::Builtin) else { return Ok(None) };
        let mut diagram = Vec::new();
        NetworkFormat::Dot.write(network, options, &mut diagram)?;
        let drawn = engine.draw(diagram)?;
        if !drawn.messages.is_empty() {
            console.note(format_args!("Graphviz: {}", drawn.messages));
        }
        Ok(Some(drawn.picture))
    }
}
