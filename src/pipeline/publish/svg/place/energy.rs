//! How bad a drawing looks, as far as it depends on some actors.

use super::{BODY_AIR, Body, Link, hulls, rect, stress};
use crate::pipeline::publish::svg::geometry::{Point, Rect, bounds, cross};

/// A line that crosses another.
const CROSSING: f64 = 1.0;
/// A line behind an actor.
const HIDDEN: f64 = 3.5;
/// Boxes that overlap: at once, and for every pixel of depth.
const OVERLAP: f64 = 6.0;
const OVERLAP_PIXEL: f64 = 0.05;
/// A line as long as it wants to be.
const LENGTH: f64 = 0.9;
/// No room for labels between two boxes; what labels take down the page, and heads in any direction, in pixels.
const NO_ROOM: f64 = 5.0;
const LABEL_HEIGHT: f64 = 32.0;
const HEADS: f64 = 44.0;
/// Two lines of an actor nearly in one direction.
const NARROW: f64 = 2.5;
/// The distance, in pixels, from the middle that counts like a crossing.
const FAR: f64 = 1400.0;
/// A bloc, and the whole, of a hundred thousand square pixels; the whole is measured as if it were as wide as it should be.
const HULL: f64 = 1.3;
const WHOLE: f64 = 1.2;
const LANDSCAPE: f64 = 1.45;
/// Air between lines and actors behind which they do not run.
const CLEARANCE: f64 = 9.0;

/// A drawing whose looks can be told.
pub struct Drawing<'p> {
    bodies: &'p [Body],
    links: &'p [Link],
    /// How long each line wants to be.
    lengths: Vec<f64>,
    /// By actor, the indices of its lines.
    of: Vec<Vec<usize>>,
}

impl<'p> Drawing<'p> {
    pub fn new(bodies: &'p [Body], links: &'p [Link]) -> Self {
        let mut of = vec![Vec::new(); bodies.len()];
        for (at, link) in links.iter().enumerate() {
            of[link.a].push(at);
            of[link.b].push(at);
        }
        let lengths = links.iter().map(|link| stress::length(bodies, link)).collect();
        Self { bodies, links, lengths, of }
    }

    /// What is bad about the drawing that moving these actors can change.
    pub fn energy(&self, moved: &[usize], places: &[Point]) -> f64 {
        let mut touched: Vec<usize> = moved.iter().flat_map(|&at| &self.of[at]).copied().collect();
        touched.sort_unstable();
        touched.dedup();
        let lines: f64 = touched.iter().map(|&line| self.line(line, &touched, places)).sum();
        let boxes: f64 = moved.iter().map(|&at| self.body(at, moved, &touched, places)).sum();
        lines + boxes + self.blocs(places)
    }

    fn ends(&self, line: usize, places: &[Point]) -> [Point; 2] {
        [places[self.links[line].a], places[self.links[line].b]]
    }

    fn line(&self, line: usize, touched: &[usize], places: &[Point]) -> f64 {
        let [a, b] = self.ends(line, places);
        let stretch = b.minus(a).length() / self.lengths[line];
        let weight = self.links[line].lines.sqrt();
        let mut bad = LENGTH * weight * (stretch * stretch + 1.0 / (0.05 + stretch));
        bad += NO_ROOM * weight * self.shortage(line, a, b);
        bad += self.crossings(line, touched, places);
        for (at, body) in self.bodies.iter().enumerate() {
            let is_end = at == self.links[line].a || at == self.links[line].b;
            if !is_end && rect(body, places[at]).grown(CLEARANCE).is_hit(a, b) {
                bad += HIDDEN * weight;
            }
        }
        bad
    }

    /// What is missing, as a share of what is needed, of the way between two boxes for the heads and labels of the lines. Across
    /// the page labels stand above each other, down the page one after the other.
    fn shortage(&self, line: usize, a: Point, b: Point) -> f64 {
        let link = &self.links[line];
        let way = b.minus(a);
        let along = way.unit();
        let needed = link.room * along.x.abs() + LABEL_HEIGHT * link.lines * along.y.abs() + HEADS;
        let hidden = |body: &Body| {
            let (x, y) =
                (body.width / 2.0 / way.x.abs().max(1e-9), body.height / 2.0 / way.y.abs().max(1e-9));
            x.min(y)
        };
        let free = 1.0 - hidden(&self.bodies[link.a]) - hidden(&self.bodies[link.b]);
        (1.0 - way.length() * free / needed).max(0.0)
    }

    fn crossings(&self, line: usize, touched: &[usize], places: &[Point]) -> f64 {
        let own = self.ends(line, places);
        let link = &self.links[line];
        let mut bad = 0.0;
        for (other, beside) in self.links.iter().enumerate() {
            // Of two lines that both move, one counts the other.
            if other == line || other < line && touched.binary_search(&other).is_ok() {
                continue;
            }
            match shared(link, beside) {
                Some((centre, end, other_end)) => {
                    bad += narrowness(places[centre], places[end], places[other_end])
                }
                None if cross(own, self.ends(other, places)) => {
                    bad += CROSSING * (link.lines * beside.lines).sqrt()
                }
                None => {}
            }
        }
        bad
    }

    fn body(&self, at: usize, moved: &[usize], touched: &[usize], places: &[Point]) -> f64 {
        let own = rect(&self.bodies[at], places[at]);
        let (x, y) = (places[at].x / FAR, places[at].y / FAR * 1.5);
        let mut bad = x * x + y * y;
        for (other, body) in self.bodies.iter().enumerate() {
            if other != at && !(other < at && moved.contains(&other)) {
                bad += overlap(&own.grown(BODY_AIR), &rect(body, places[other]).grown(BODY_AIR));
            }
        }
        let clear = own.grown(CLEARANCE);
        for (line, link) in self.links.iter().enumerate() {
            let is_counted = link.a == at || link.b == at || touched.binary_search(&line).is_ok();
            if !is_counted && clear.is_hit(places[link.a], places[link.b]) {
                bad += HIDDEN * link.lines.sqrt();
            }
        }
        bad
    }

    /// Blocs that overlap, and actors in the midst of others.
    fn blocs(&self, places: &[Point]) -> f64 {
        let hulls = hulls(self.bodies, places);
        let boxes = self.bodies.iter().zip(places).map(|(body, &place)| rect(body, place));
        let whole = bounds(boxes.chain(hulls.iter().copied())).unwrap_or_default();
        let side = whole.width.max(whole.height * LANDSCAPE);
        let mut bad = WHOLE * side * side / 1e5;
        for (at, hull) in hulls.iter().enumerate() {
            bad += HULL * hull.width * hull.height / 1e5;
            bad +=
                hulls[..at].iter().map(|other| overlap(&hull.grown(13.0), &other.grown(13.0))).sum::<f64>();
            let alone = self.bodies.iter().zip(places).filter(|(body, _)| body.bloc.is_none());
            bad += alone.map(|(body, &place)| overlap(hull, &rect(body, place).grown(BODY_AIR))).sum::<f64>();
        }
        bad
    }
}

fn overlap(one: &Rect, other: &Rect) -> f64 {
    let depth = one.depth(other);
    let least = depth.x.min(depth.y);
    if least > 0.0 { OVERLAP + OVERLAP_PIXEL * least } else { 0.0 }
}

/// The end that two lines share, and their other ends.
fn shared(one: &Link, other: &Link) -> Option<(usize, usize, usize)> {
    if one.a == other.a {
        Some((one.a, one.b, other.b))
    } else if one.a == other.b {
        Some((one.a, one.b, other.a))
    } else if one.b == other.a {
        Some((one.b, one.a, other.b))
    } else {
        (one.b == other.b).then_some((one.b, one.a, other.a))
    }
}

/// How much two lines from one point run into one.
fn narrowness(centre: Point, end: Point, other: Point) -> f64 {
    let cosine = end.minus(centre).unit().dot(other.minus(centre).unit());
    // Less than about 30 degrees.
    NARROW * (cosine - 0.86).max(0.0) / 0.14
}
