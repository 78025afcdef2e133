//! A picture as elements of SVG.

use std::collections::BTreeSet;
use std::io::{self, Write};

use quick_xml::escape::escape;

use super::geometry::{Point, Rect};
use super::heads::head;
use super::labels::Place;
use super::outline::outline;
use super::plaque::Plaque;
use super::plate::{HULL_SIZE, LABEL_ROW, LABEL_SIZE, Plate, name};
use super::route::Route;
use super::sheet::Sheet;
use crate::pipeline::publish::colour::Colour;
use crate::pipeline::publish::diagram::{Line, Picture, Shape, Spot, fill, ink, outline as border};

/// Where an outline that is drawn round is round, in pixels.
const ROUND: f64 = 8.0;

/// Writes a picture.
pub fn draw(picture: &Picture, plate: &Plate, out: &mut impl Write) -> io::Result<()> {
    let sheet = Sheet::of(picture, plate);
    sheet.begin(out)?;
    markers(picture, out)?;
    sheet.heading(out)?;
    let Point { x, y } = sheet.origin;
    writeln!(out, "<g transform=\"translate({x:.1},{y:.1})\">")?;
    hulls(picture, plate, out)?;
    for (line, route) in picture.lines.iter().zip(&plate.routes).rev() {
        linked(&line.link, &line.tooltip, "line", out, |out| curve(line, route, out))?;
    }
    for (line, rect) in picture.lines.iter().zip(&plate.labels) {
        if let Some(place) = rect {
            linked(&line.link, &line.tooltip, "label", out, |out| label(line, place, out))?;
        }
    }
    for (spot, plaque) in picture.spots.iter().zip(&plate.plaques) {
        linked(&spot.link, &spot.tooltip, "actor", out, |out| actor(spot, plaque, out))?;
    }
    writeln!(out, "</g>")?;
    sheet.footing(out)?;
    writeln!(out, "</svg>")
}

/// What a reader may point at and follow.
fn linked<W: Write>(
    link: &str,
    tooltip: &str,
    class: &str,
    out: &mut W,
    inner: impl FnOnce(&mut W) -> io::Result<()>,
) -> io::Result<()> {
    writeln!(out, "<a class=\"{class}\" href=\"{}\"><title>{}</title>", escape(link), escape(tooltip))?;
    inner(out)?;
    writeln!(out, "</a>")
}

fn markers(picture: &Picture, out: &mut impl Write) -> io::Result<()> {
    let heads: BTreeSet<_> = picture
        .lines
        .iter()
        .flat_map(|line| [head(line).marker(), head(line).of_legend().marker()])
        .collect();
    writeln!(out, "<defs>")?;
    for head in &heads {
        head.define(out)?;
    }
    writeln!(out, "</defs>")
}

fn hulls(picture: &Picture, plate: &Plate, out: &mut impl Write) -> io::Result<()> {
    for (bloc, hull) in picture.blocs.iter().zip(&plate.hulls) {
        let (fill, border) = (fill(Some(bloc.number)), border(Some(bloc.number)));
        writeln!(
            out,
            "<rect class=\"bloc\" {} rx=\"22\" fill=\"{fill}\" fill-opacity=\"0.35\" stroke=\"{border}\" stroke-opacity=\"0.45\"/>",
            sides(hull)
        )?;
        let name = name(hull, &bloc.label);
        let at = Point::new(name.left() + 6.0, name.bottom() - 5.0);
        writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{HULL_SIZE}\" fill=\"{border}\">{}</text>",
            at.x,
            at.y,
            escape(&*bloc.label)
        )?;
    }
    Ok(())
}

/// The four attributes of a `rect`.
fn sides(rect: &Rect) -> String {
    format!(
        "x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"",
        rect.left(),
        rect.top(),
        rect.width,
        rect.height
    )
}

fn curve(line: &Line, route: &Route, out: &mut impl Write) -> io::Result<()> {
    let Route { start, control, end, .. } = route;
    writeln!(
        out,
        "<path d=\"M{:.1},{:.1} Q{:.1},{:.1} {:.1},{:.1}\" fill=\"none\" {}{}/>",
        start.x,
        start.y,
        control.x,
        control.y,
        end.x,
        end.y,
        stroke(line.look.sign, line.width, line.doubt().is_some()),
        head(line).attributes()
    )
}

/// The look of a line: friendly solid, hostile dashed, neither dotted; short dashes and pale where it is doubtful.
pub fn stroke(sign: i8, width: f64, is_doubtful: bool) -> String {
    // Thinner dots would not be seen.
    let width = if sign == 0 { width.max(1.3) } else { width };
    let (long, gap) = (2.0 * width + 5.0, width + 3.0);
    let dash = match (is_doubtful, sign) {
        (true, _) => " stroke-dasharray=\"4,3\" stroke-opacity=\"0.65\"".to_owned(),
        (_, 1..) => String::new(),
        (_, 0) => format!(" stroke-dasharray=\"0.1,{:.1}\" stroke-linecap=\"round\"", 1.6 * width + 2.5),
        _ => format!(" stroke-dasharray=\"{long:.1},{gap:.1}\""),
    };
    format!("stroke=\"{}\" stroke-width=\"{width:.1}\"{dash}", ink(sign))
}

fn label(line: &Line, place: &Place, out: &mut impl Write) -> io::Result<()> {
    let rect = &place.rect;
    writeln!(out, "<rect {} rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.86\"/>", sides(&rect.grown(-1.5)))?;
    let rows = line.rows(place.named);
    let top = rect.centre.y - rows.len() as f64 * LABEL_ROW / 2.0;
    write!(
        out,
        "<text font-size=\"{LABEL_SIZE}\" fill=\"{}\" text-anchor=\"middle\">",
        dark(line.look.sign)
    )?;
    for (nth, row) in rows.iter().enumerate() {
        let y = top + LABEL_ROW * (nth as f64 + 0.78);
        write!(out, "<tspan x=\"{:.1}\" y=\"{y:.1}\">{}</tspan>", rect.centre.x, escape(row.as_str()))?;
    }
    writeln!(out, "</text>")
}

/// Darker than the line, for small print.
pub fn dark(sign: i8) -> &'static str {
    match sign {
        1.. => "#1b5e20",
        0 => "#4a4a4a",
        _ => "#a31515",
    }
}

fn actor(spot: &Spot, plaque: &Plaque, out: &mut impl Write) -> io::Result<()> {
    body(plaque.shape, &plaque.rect, spot.bloc, out)?;
    write!(out, "<text font-size=\"{:.1}\" font-weight=\"bold\" text-anchor=\"middle\">", plaque.size)?;
    for (nth, row) in plaque.rows.iter().enumerate() {
        let y = plaque.baseline() + plaque.size * 1.15 * nth as f64;
        write!(
            out,
            "<tspan x=\"{:.1}\" y=\"{y:.1}\">{}</tspan>",
            plaque.rect.centre.x,
            escape(row.as_str())
        )?;
    }
    writeln!(out, "</text>")
}

/// The shape of an actor.
pub fn body(shape: Shape, rect: &Rect, bloc: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let dash = if shape.is_dashed() { " stroke-dasharray=\"5,3\"" } else { "" };
    let look = format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.3\"{dash}", fill(bloc), border(bloc));
    match shape {
        Shape::Rounded | Shape::RoundedDashed => {
            writeln!(out, "<rect {} rx=\"{ROUND}\" {look}/>", sides(rect))?
        }
        Shape::Ellipse | Shape::EllipseDashed => {
            writeln!(out, "<rect {} rx=\"{:.1}\" {look}/>", sides(rect), rect.height / 2.0)?;
        }
        _ => writeln!(out, "<polygon points=\"{}\" {look}/>", points(&outline(shape, rect)))?,
    }
    details(shape, rect, border(bloc), out)
}

fn points(corners: &[Point]) -> String {
    let corners: Vec<String> =
        corners.iter().map(|corner| format!("{:.1},{:.1}", corner.x, corner.y)).collect();
    corners.join(" ")
}

/// What is drawn into an outline.
fn details(shape: Shape, rect: &Rect, border: Colour, out: &mut impl Write) -> io::Result<()> {
    let (l, t, r, b) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    let drawn = match shape {
        Shape::Double => {
            return writeln!(out, "<rect {} fill=\"none\" stroke=\"{border}\"/>", sides(&rect.grown(-3.5)));
        }
        Shape::Sides => format!("M{:.1},{t:.1} V{b:.1} M{:.1},{t:.1} V{b:.1}", l + 6.0, r - 6.0),
        Shape::Note => format!("M{:.1},{t:.1} V{:.1} H{r:.1}", r - 9.0, t + 9.0),
        _ => return Ok(()),
    };
    writeln!(out, "<path d=\"{drawn}\" fill=\"none\" stroke=\"{border}\" stroke-width=\"1.3\"/>")
}
