//! `--format html`

use std::io::{self, Write};

use crate::model::Graph;
use crate::ontology::Ontology;
use crate::pipeline::publish::Options;
use crate::pipeline::publish::network::{Network, Selection, Standing};
use crate::pipeline::publish::report::{self, PAIRS, Quotes, Report};

/// So many actors fit into a picture in a page.
const ACTORS: usize = 30;

/// How a report is told.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Report (--format html)")]
pub(super) struct Page {
    /// How much of the sentences is quoted [default: full]
    #[arg(long, value_enum, value_name = "HOW MUCH")]
    quotes: Option<QuotesName>,

    /// Show the sentences of the strongest so many pairs [default: 40]
    #[arg(long, value_name = "N")]
    pairs: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum QuotesName {
    /// Whole sentences
    Full,
    /// Some words around those that state the tie
    Short,
    /// No words
    None,
}

impl Page {
    /// An option that was given, if one was.
    pub(super) fn given(&self) -> Option<&'static str> {
        let given = [(self.quotes.is_some(), "--quotes"), (self.pairs.is_some(), "--pairs")];
        given.into_iter().find_map(|(is_given, option)| is_given.then_some(option))
    }

    /// Writes the report of a network of a graph with these hashes.
    pub(super) fn write(
        &self,
        network: &Network,
        picture: &Network,
        hashes: &(String, String),
        options: &Options,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let quotes = match self.quotes {
            None | Some(QuotesName::Full) => Quotes::Full,
            Some(QuotesName::Short) => Quotes::Short,
            Some(QuotesName::None) => Quotes::None,
        };
        let pairs = self.pairs.unwrap_or(PAIRS);
        let hashes = Some((hashes.0.as_str(), hashes.1.as_str()));
        report::write(&Report { network, picture, quotes, pairs, hashes }, options, out)
    }
}

/// What the picture of a report shows: the strongest ties between states, of what the report tells.
pub(super) fn picture<'g>(
    states: &'g Graph,
    standing: &Standing,
    selection: &Selection,
    ontology: &Ontology,
    options: &Options,
) -> Network<'g> {
    let usual = Selection::diagram(options);
    let picture = Selection {
        relations: selection.relations.clone(),
        structural: selection.structural,
        around: selection.around.clone(),
        actors: usual.actors.min(ACTORS).min(selection.actors),
        ..usual
    };
    Network::of(states, standing, &picture, &ontology.scoring)
}
