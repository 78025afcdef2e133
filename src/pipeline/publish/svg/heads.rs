//! The heads of lines: an arrow, a bar, an open arrow.

use std::io::{self, Write};

use crate::pipeline::publish::diagram::{Line, ink};

/// The lengths of heads, of thin to thick lines, in pixels.
const LENGTHS: [f64; 3] = [9.0, 12.0, 16.0];

/// The head of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    sign: i8,
    size: usize,
    both_ways: bool,
}

/// The head of a line.
pub fn head(line: &Line) -> Head {
    let size = match line.width {
        ..2.0 => 0,
        2.0..3.7 => 1,
        _ => 2,
    };
    Head { sign: line.look.sign.signum(), size, both_ways: line.look.both_ways }
}

impl Head {
    /// The head of a line in the legend.
    pub fn sample(sign: i8, both_ways: bool) -> Self {
        Self { sign, size: 1, both_ways }
    }

    /// The one that the legend shows for it.
    pub fn of_legend(self) -> Self {
        Self::sample(self.sign, self.both_ways)
    }

    /// The head as a marker, which serves at both ends.
    pub fn marker(self) -> Self {
        Self { both_ways: true, ..self }
    }

    /// How much of the line's way it takes at the start and at the end.
    pub fn room(self) -> [f64; 2] {
        let length = match self.sign {
            1 => LENGTHS[self.size],
            _ => 3.0,
        };
        [if self.both_ways { length } else { 0.0 }, length]
    }

    /// The attributes of a path that ends in it.
    pub fn attributes(self) -> String {
        let start =
            if self.both_ways { format!(" marker-start=\"url(#{})\"", self.id("s")) } else { String::new() };
        format!("{start} marker-end=\"url(#{})\"", self.id("e"))
    }

    fn id(self, end: &str) -> String {
        let sign = ["hostile", "neither", "friendly"][(self.sign + 1) as usize];
        format!("al-{sign}-{}{end}", self.size)
    }

    /// The marker, at the end of the line or turned round at its start. Where the line ends is the origin, and it points right.
    pub fn define(self, out: &mut impl Write) -> io::Result<()> {
        let (length, colour) = (LENGTHS[self.size], ink(self.sign));
        let half = length * 0.48;
        let drawn = match self.sign {
            1 => format!("<path d=\"M-0.5,-{half:.1} L{length:.1},0 L-0.5,{half:.1} Z\" fill=\"{colour}\"/>"),
            0 => format!(
                "<path d=\"M-{length:.1},-{half:.1} L1,0 L-{length:.1},{half:.1}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"/>"
            ),
            _ => format!(
                "<path d=\"M-6,0 L0,0\" stroke=\"{colour}\" stroke-width=\"1.5\"/><path d=\"M1,-{0:.1} L1,{0:.1}\" stroke=\"{colour}\" stroke-width=\"3.2\"/>",
                half + 1.5
            ),
        };
        let ends = [("e", ""), ("s", " transform=\"rotate(180)\"")];
        for (end, turn) in ends {
            writeln!(
                out,
                "<marker id=\"{}\" markerUnits=\"userSpaceOnUse\" orient=\"auto\" overflow=\"visible\" markerWidth=\"1\" markerHeight=\"1\"><g{turn}>{drawn}</g></marker>",
                self.id(end)
            )?;
        }
        Ok(())
    }
}
