//! What stands around a picture: its heading, the legend, what a reader must know.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::geometry::Point;
use super::glyphs;
use super::legend::{self, Entry};
use super::plate::Plate;
use crate::pipeline::publish::diagram::{NAMED, Picture};

/// The margin, and the least width of a picture.
const MARGIN: f64 = 30.0;
const NARROWEST: f64 = 660.0;
/// Font sizes on a sheet of up to so many pixels in width; on wider ones they grow with the width.
const USUAL_WIDTH: f64 = 1100.0;
const TITLE: f64 = 25.0;
const SUBTITLE: f64 = 14.0;
const NOTE: f64 = 12.0;
/// So many lines are described in words.
const DESCRIBED: usize = 200;

/// A picture on paper.
pub struct Sheet<'p> {
    picture: &'p Picture,
    width: f64,
    height: f64,
    /// Where the drawing's own origin comes to be.
    pub origin: Point,
    /// How much larger than usual print is.
    scale: f64,
    entries: Vec<Entry>,
    notes: Vec<String>,
    /// Where the legend begins.
    legend_top: f64,
}

impl<'p> Sheet<'p> {
    /// Measures everything.
    pub fn of(picture: &'p Picture, plate: &Plate) -> Self {
        let title = glyphs::bold(&picture.title, TITLE) + 2.0 * MARGIN;
        let width = (plate.bounds.width + 2.0 * MARGIN).max(NARROWEST).max(title);
        let scale = (width / USUAL_WIDTH).clamp(1.0, 3.0);
        let top = MARGIN + (TITLE + SUBTITLE * 1.6 + 22.0) * scale;
        let origin = Point::new(width / 2.0 - plate.bounds.centre.x, top - plate.bounds.top());
        let legend_top = top + plate.bounds.height + 26.0 * scale;
        let inner = (width - 2.0 * MARGIN) / scale;
        let (entries, legend_height) = legend::flow(legend::entries(picture), inner);
        let notes = wrapped(&notes(picture, plate), inner);
        let print = legend_height + 10.0 + notes.len() as f64 * NOTE * 1.35;
        let height = legend_top + print * scale + MARGIN * 0.7;
        Self { picture, width, height, origin, scale, entries, notes, legend_top }
    }

    /// The root element, with the names by which screen readers know the picture.
    pub fn begin(&self, out: &mut impl Write) -> io::Result<()> {
        let (width, height) = (self.width, self.height);
        writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" \
             role=\"graphics-document\" aria-labelledby=\"al-title al-desc\" font-family=\"Helvetica, Arial, sans-serif\" fill=\"#1a1a1a\">"
        )?;
        writeln!(out, "<title id=\"al-title\">{}</title>", escape(&*self.picture.title))?;
        writeln!(out, "<desc id=\"al-desc\">{}</desc>", escape(&*description(self.picture)))?;
        writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>")
    }

    /// Title and subtitle.
    pub fn heading(&self, out: &mut impl Write) -> io::Result<()> {
        let (title, subtitle) = (TITLE * self.scale, SUBTITLE * self.scale);
        let y = MARGIN + title * 0.8;
        writeln!(
            out,
            "<text x=\"{MARGIN}\" y=\"{y:.1}\" font-size=\"{title:.1}\" font-weight=\"bold\">{}</text>",
            escape(&*self.picture.title)
        )?;
        writeln!(
            out,
            "<text x=\"{MARGIN}\" y=\"{:.1}\" font-size=\"{subtitle:.1}\" fill=\"#444444\">{}</text>",
            y + subtitle * 1.6,
            escape(&*self.picture.subtitle)
        )
    }

    /// Legend and notes.
    pub fn footing(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(
            out,
            "<g transform=\"translate({MARGIN},{:.1}) scale({:.3})\" font-size=\"{NOTE}\">",
            self.legend_top, self.scale
        )?;
        let right = (self.width - 2.0 * MARGIN) / self.scale;
        writeln!(out, "<path d=\"M0,-12 H{right:.1}\" stroke=\"#bbbbbb\" stroke-width=\"0.8\"/>")?;
        for entry in &self.entries {
            entry.draw(out)?;
        }
        let top = self.entries.last().map_or(0.0, |entry| entry.at.y + legend::ROW) + 10.0;
        for (nth, note) in self.notes.iter().enumerate() {
            let y = top + NOTE * (1.35 * nth as f64 + 0.8);
            writeln!(out, "<text x=\"0\" y=\"{y:.1}\" fill=\"#444444\">{}</text>", escape(note.as_str()))?;
        }
        writeln!(out, "</g>")
    }
}

fn notes(picture: &Picture, plate: &Plate) -> String {
    let mut notes = picture.notes.clone();
    match plate.unlabelled() {
        0 => {}
        all if all == picture.lines.len() => notes.push("There is no room for labels on lines.".to_owned()),
        1 => notes.push("For one label there was no room.".to_owned()),
        some => notes.push(format!("For {some} labels there was no room.")),
    }
    notes.join(" ")
}

/// Every line in words, for those who cannot see it.
fn description(picture: &Picture) -> String {
    let mut said = vec![format!("{}.", picture.subtitle.trim_end_matches('.'))];
    said.extend(picture.notes.iter().cloned());
    for line in picture.lines.iter().take(DESCRIBED) {
        let [from, to] = [line.look.from, line.look.to].map(|at| picture.spots[at].label.as_str());
        let and = if line.look.both_ways { "and" } else { "→" };
        said.push(format!("{from} {and} {to}: {}.", line.rows(NAMED).join(", ")));
    }
    if picture.lines.len() > DESCRIBED {
        said.push(format!("And {} more.", picture.lines.len() - DESCRIBED));
    }
    said.join(" ")
}

/// The text in rows of a width.
fn wrapped(text: &str, width: f64) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match rows.last_mut() {
            Some(row) if glyphs::width(&format!("{row} {word}"), NOTE) <= width => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}
