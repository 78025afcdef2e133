//! SVG, for browsers and for print: a diagram laid out here, without Graphviz.
//!
//! Nodes link to their actors, lines to the text with the strongest sentence; pointing at either tells more. No script, no font,
//! nothing from elsewhere. The same picture gives the same bytes.

mod draw;
mod geometry;
mod glyphs;
mod heads;
mod labels;
mod legend;
mod outline;
mod place;
mod plaque;
mod plate;
mod route;
mod sheet;

use std::io::{self, Write};

use super::Options;
use super::diagram::Picture;
use super::network::Network;

/// Writes a network as SVG; the caption says what was cut. An error if writing fails or the base is no IRI.
pub fn write(network: &Network, options: &Options, out: &mut impl Write) -> io::Result<()> {
    picture(&Picture::of(network, options)?, out)
}

/// Writes a picture whose links and tooltips somebody has set for the page that it stands in.
pub fn picture(picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    draw::draw(picture, &plate::plate(picture), out)
}
