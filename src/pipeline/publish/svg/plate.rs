//! A picture with everything in its place.

use std::collections::BTreeMap;

use super::geometry::{Point, Rect, bounds};
use super::glyphs;
use super::heads::head;
use super::labels::{Extent, Place, labels};
use super::place::{self, Body, HULL_HEAD, Link};
use super::plaque::Plaque;
use super::route::{Route, routes};
use crate::pipeline::publish::diagram::{Line, NAMED, Picture};

/// The font size of labels on lines, in pixels, and from row to row.
pub const LABEL_SIZE: f64 = 12.0;
pub const LABEL_ROW: f64 = 13.5;
pub const HULL_SIZE: f64 = 12.0;
/// Where labels collide the picture is spread so often, each time by this factor.
const SPREADS: usize = 8;
const SPREAD: f64 = 1.05;
/// Above so many lines none has a label.
const MANY_LABELS: usize = 200;

/// A picture with everything in its place.
#[derive(Debug)]
pub struct Plate {
    /// By actor.
    pub plaques: Vec<Plaque>,
    /// By bloc.
    pub hulls: Vec<Rect>,
    /// By line.
    pub routes: Vec<Route>,
    /// By line; none where there was no room.
    pub labels: Vec<Option<Place>>,
    /// Around all.
    pub bounds: Rect,
}

impl Plate {
    /// How many labels had no room.
    pub fn unlabelled(&self) -> usize {
        self.labels.iter().filter(|label| label.is_none()).count()
    }
}

/// Puts everything in its place.
pub fn plate(picture: &Picture) -> Plate {
    let plaques: Vec<Plaque> = picture.spots.iter().map(Plaque::of).collect();
    let bodies = bodies(picture, &plaques);
    let places = place::place(&bodies, &links(picture), picture.is_large());
    let mut factor = 1.0;
    let mut best = spread(picture, &plaques, &bodies, &places, factor);
    for _ in 0..SPREADS {
        if best.unlabelled() == 0 || picture.lines.len() > MANY_LABELS {
            break;
        }
        factor *= SPREAD;
        let wider = spread(picture, &plaques, &bodies, &places, factor);
        if wider.unlabelled() < best.unlabelled() {
            best = wider;
        }
    }
    best
}

fn bodies(picture: &Picture, plaques: &[Plaque]) -> Vec<Body> {
    let mut blocs = vec![None; plaques.len()];
    for (bloc, members) in picture.blocs.iter().map(|bloc| &bloc.members).enumerate() {
        for &at in members {
            blocs[at] = Some(bloc);
        }
    }
    let bodies = plaques.iter().zip(blocs);
    bodies.map(|(plaque, bloc)| Body { width: plaque.rect.width, height: plaque.rect.height, bloc }).collect()
}

/// One for each two actors that lines join.
fn links(picture: &Picture) -> Vec<Link> {
    let ends = |line: &Line| (line.look.from.min(line.look.to), line.look.from.max(line.look.to));
    let mut links: BTreeMap<(usize, usize), Link> = BTreeMap::new();
    for line in &picture.lines {
        let (a, b) = ends(line);
        let link = links.entry((a, b)).or_insert(Link { a, b, room: 0.0, lines: 0.0, pull: 0.0 });
        link.room = link.room.max(extent(line, NAMED).width);
        link.lines += 1.0;
        link.pull += match line.look.sign {
            1.. => 1.0,
            0 => 0.5,
            _ => 0.03,
        };
    }
    links.into_values().collect()
}

/// Whole, and with the strongest relation alone.
fn extents_of(line: &Line) -> Vec<Extent> {
    let least = if line.relations.len() > 1 { 1 } else { NAMED };
    (least..=NAMED).rev().map(|named| extent(line, named)).collect()
}

fn extent(line: &Line, named: usize) -> Extent {
    let rows = line.rows(named);
    let width = rows.iter().map(|row| glyphs::width(row, LABEL_SIZE)).fold(0.0, f64::max);
    Extent { width, height: rows.len() as f64 * LABEL_ROW, named }
}

/// The picture with the centres of actors so many times as far from each other.
fn spread(picture: &Picture, plaques: &[Plaque], bodies: &[Body], places: &[Point], factor: f64) -> Plate {
    let places: Vec<Point> = places.iter().map(|place| place.times(factor)).collect();
    let mut plaques = plaques.to_vec();
    for (plaque, &place) in plaques.iter_mut().zip(&places) {
        plaque.rect.centre = place;
    }
    let hulls = if picture.is_large() { Vec::new() } else { place::hulls(bodies, &places) };
    let names: Vec<Rect> =
        hulls.iter().zip(&picture.blocs).map(|(hull, bloc)| name(hull, &bloc.label)).collect();
    let heads: Vec<[f64; 2]> = picture.lines.iter().map(|line| head(line).room()).collect();
    let routes = routes(&picture.lines, &plaques, &names, &heads);
    let labels = labelled(picture, &plaques, &names, &routes);
    let bounds = extents(&plaques, &hulls, &routes, &labels);
    Plate { plaques, hulls, routes, labels, bounds }
}

/// The box of a bloc's name.
pub fn name(hull: &Rect, label: &str) -> Rect {
    let (left, top) = (hull.left() + 8.0, hull.top() + 2.0);
    Rect::between(left, top, left + glyphs::width(label, HULL_SIZE) + 8.0, top + HULL_HEAD - 2.0)
}

fn labelled(picture: &Picture, plaques: &[Plaque], names: &[Rect], routes: &[Route]) -> Vec<Option<Place>> {
    if picture.lines.len() > MANY_LABELS {
        return vec![None; picture.lines.len()];
    }
    let extents: Vec<Vec<Extent>> = picture.lines.iter().map(extents_of).collect();
    let obstacles: Vec<Rect> =
        plaques.iter().map(|plaque| plaque.rect.grown(2.0)).chain(names.iter().copied()).collect();
    labels(&extents, routes, &obstacles)
}

fn extents(plaques: &[Plaque], hulls: &[Rect], routes: &[Route], labels: &[Option<Place>]) -> Rect {
    let samples = routes.iter().flat_map(|route| &route.samples).map(|&point| Rect::new(point, 12.0, 12.0));
    let boxes = plaques.iter().map(|plaque| plaque.rect.grown(4.0));
    let all = boxes
        .chain(hulls.iter().copied())
        .chain(samples)
        .chain(labels.iter().flatten().map(|label| label.rect));
    bounds(all).unwrap_or_default()
}
