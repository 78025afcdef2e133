//! What a diagram shows, before it is known where: one model for DOT and SVG, so that both say the same.
//!
//! A line stands for all ties of two actors that have the same direction, sign and standing. Its label names the
//! strongest two and counts the others; its tooltip lists them with their scores. Drawn one by one, the forty ties of the
//! seven states of a usual article cannot be told apart.

mod bundle;
mod line;
mod shape;
mod spot;
mod words;

pub use super::colour::{fill, ink, outline};
pub use line::{Line, Look, NAMED};
pub use shape::Shape;
pub use spot::{Bloc, Spot};
pub use words::{clip, kinds, legend, one_line};

use std::io;

use super::Options;
use super::network::Network;
use super::rdf::Vocabulary;

/// Above so many actors or lines a diagram has no clusters and no labels on its lines.
const MANY_SPOTS: usize = 200;
const MANY_LINES: usize = 300;

/// What a diagram shows.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What it is about.
    pub title: String,
    /// When, and in how many texts, what it shows was reported.
    pub subtitle: String,
    /// Actors, in the order of their ids.
    pub spots: Vec<Spot>,
    /// Lines, the strongest first.
    pub lines: Vec<Line>,
    /// Blocs of which two or more members are shown.
    pub blocs: Vec<Bloc>,
    /// What a reader must know: that this is reporting, what was cut, how to read it.
    pub notes: Vec<String>,
}

impl Picture {
    /// The picture of a network. An error if the base is no IRI.
    pub fn of(network: &Network, options: &Options) -> io::Result<Self> {
        let vocabulary = Vocabulary::new(&options.base)?;
        let spots = spot::spots(network, &vocabulary);
        let lines = line::lines(network, &vocabulary);
        Ok(Self {
            title: words::title(network, options),
            subtitle: words::subtitle(network),
            blocs: spot::blocs(&spots),
            notes: words::notes(network, &lines),
            spots,
            lines,
        })
    }

    /// Whether it shows too much for labels on lines and for clusters.
    pub fn is_large(&self) -> bool {
        self.spots.len() > MANY_SPOTS || self.lines.len() > MANY_LINES
    }
}
