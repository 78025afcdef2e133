//! The legend: a sample of each look that occurs, with what it means.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::draw::{body, stroke};
use super::geometry::{Point, Rect};
use super::glyphs;
use super::heads::Head;
use crate::pipeline::publish::diagram::{Picture, Shape, fill, kinds, outline as border};

/// From row to row.
pub const ROW: f64 = 22.0;
/// The width of samples.
const SAMPLE: f64 = 42.0;
const AIR: f64 = 22.0;

/// A sample, and what it means.
pub struct Entry {
    sample: Sample,
    words: String,
    /// Its left end, in the middle of the row.
    pub at: Point,
}

#[derive(Debug, Clone, Copy)]
enum Sample {
    Line { sign: i8, is_doubtful: bool },
    Both(i8),
    Widths,
    Shape(Shape),
    Bloc(usize),
    Asterisk,
}

impl Entry {
    fn new(sample: Sample, words: &str) -> Self {
        Self { sample, words: words.to_owned(), at: Point::default() }
    }

    fn sample_width(&self) -> f64 {
        if matches!(self.sample, Sample::Asterisk) { 8.0 } else { SAMPLE }
    }

    fn width(&self) -> f64 {
        self.sample_width() + 7.0 + glyphs::width(&self.words, 12.0)
    }

    /// Draws it where it is.
    pub fn draw(&self, out: &mut impl Write) -> io::Result<()> {
        self.draw_sample(out)?;
        writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            self.at.x + self.sample_width() + 7.0,
            self.at.y + 4.2,
            escape(&*self.words)
        )
    }

    fn draw_sample(&self, out: &mut impl Write) -> io::Result<()> {
        let (x, y) = (self.at.x, self.at.y);
        let middle = Point::new(x + SAMPLE / 2.0, y);
        match self.sample {
            Sample::Line { sign, is_doubtful } => {
                line([x, x + SAMPLE - 13.0], y, sign, is_doubtful, false, out)
            }
            Sample::Both(sign) => line([x + 13.0, x + SAMPLE - 13.0], y, sign, false, true, out),
            Sample::Widths => {
                writeln!(out, "<path d=\"M{x:.1},{y:.1} l{SAMPLE},-2.5 v5 Z\" fill=\"#555555\"/>")
            }
            Sample::Shape(shape) => body(shape, &Rect::new(middle, 34.0, 17.0), None, out),
            Sample::Bloc(number) => writeln!(
                out,
                "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"36\" height=\"16\" rx=\"7\" fill=\"{}\" fill-opacity=\"0.35\" stroke=\"{}\" stroke-opacity=\"0.45\"/>",
                y - 8.0,
                fill(Some(number)),
                border(Some(number))
            ),
            Sample::Asterisk => writeln!(out, "<text x=\"{x:.1}\" y=\"{:.1}\">*</text>", y + 5.0),
        }
    }
}

fn line(
    [from, to]: [f64; 2],
    y: f64,
    sign: i8,
    is_doubtful: bool,
    both_ways: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        out,
        "<path d=\"M{from:.1},{y:.1} H{to:.1}\" fill=\"none\" {}{}/>",
        stroke(sign, 2.4, is_doubtful),
        Head::sample(sign, both_ways).attributes()
    )
}

/// One for each look that occurs.
pub fn entries(picture: &Picture) -> Vec<Entry> {
    let looks = || picture.lines.iter().map(|line| line.look);
    let mut entries = Vec::new();
    for (sign, words) in [(1, "friendly"), (-1, "hostile"), (0, "neither")] {
        let sample = Sample::Line { sign, is_doubtful: false };
        entries.extend(looks().any(|look| look.sign == sign).then(|| Entry::new(sample, words)));
    }
    if let Some(look) = looks().find(|look| look.both_ways) {
        entries.push(Entry::new(Sample::Both(look.sign), "both to each other"));
    }
    if let Some(line) = picture.lines.iter().find(|line| line.doubt().is_some()) {
        let sample = Sample::Line { sign: line.look.sign, is_doubtful: true };
        entries.push(Entry::new(sample, "contested or not established, as its label says"));
    }
    if !picture.lines.is_empty() {
        entries.push(Entry::new(Sample::Widths, "weaker to stronger, by weight and origins"));
    }
    if picture.lines.iter().any(|line| line.relations.iter().any(|relation| relation.edited)) {
        entries.push(Entry::new(Sample::Asterisk, "edited by hand"));
    }
    // In large pictures blocs have no borders, and colour alone tells of them.
    if let Some(bloc) = picture.blocs.first() {
        entries.push(Entry::new(Sample::Bloc(bloc.number), "computed bloc: friends within, foes without"));
    }
    let kinds = kinds(&picture.spots);
    entries.extend(kinds.iter().map(|(kind, shape)| Entry::new(Sample::Shape(*shape), kind)));
    entries
}

/// Sets entries in rows of a width, and gives the height of all.
pub fn flow(mut entries: Vec<Entry>, width: f64) -> (Vec<Entry>, f64) {
    let mut pen = Point::new(0.0, ROW / 2.0);
    for entry in &mut entries {
        if pen.x > 0.0 && pen.x + entry.width() > width {
            pen = Point::new(0.0, pen.y + ROW);
        }
        entry.at = pen;
        pen.x += entry.width() + AIR;
    }
    let height = if entries.is_empty() { 0.0 } else { pen.y + ROW };
    (entries, height)
}
