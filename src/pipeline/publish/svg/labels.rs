//! Where the labels of lines stand: on their lines, clear of actors and of each other.

use super::geometry::{Point, Rect, bounds};
use super::route::Route;
use crate::pipeline::publish::diagram::NAMED;

/// Where along a line a label may stand, in the order of liking.
const SHARES: [f64; 21] = [
    0.5, 0.46, 0.54, 0.43, 0.57, 0.39, 0.61, 0.36, 0.64, 0.32, 0.68, 0.29, 0.71, 0.25, 0.75, 0.21, 0.79,
    0.18, 0.82, 0.14, 0.86,
];
/// Air around actors and labels.
const AIR: f64 = 2.5;
/// How bad it is to name one relation alone, to be beside the line, off its middle, on a point of another line.
const SHORT: f64 = 12.0;
const BESIDE: f64 = 14.0;
const OFF_MIDDLE: f64 = 30.0;
const ON_LINE: f64 = 7.0;
const ROUNDS: usize = 12;

/// How large a label is.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    pub width: f64,
    pub height: f64,
    /// How many relations it names.
    pub named: usize,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub rect: Rect,
    /// How many relations it names.
    pub named: usize,
}

/// A place for a label, and how bad it is whatever the other labels do.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    place: Place,
    cost: f64,
}

/// The place of each label; none where all collide with an actor or with another label. The first lines choose first, then all
/// choose again, knowing the others' choice, until none wants to move.
pub fn labels(extents: &[Vec<Extent>], routes: &[Route], obstacles: &[Rect]) -> Vec<Option<Place>> {
    let of = |at: usize| extents[at].iter().flat_map(move |extent| candidates(at, extent, routes, obstacles));
    let candidates: Vec<Vec<Candidate>> = (0..routes.len()).map(|at| of(at).collect()).collect();
    let mut chosen: Vec<Option<Place>> = vec![None; routes.len()];
    for _ in 0..ROUNDS {
        let mut is_changed = false;
        for at in 0..candidates.len() {
            let best = best(&candidates[at], at, &chosen);
            is_changed |= best != chosen[at];
            chosen[at] = best;
        }
        if !is_changed {
            break;
        }
    }
    without_collisions(chosen)
}

/// The least bad place; on another label is worst, yet allowed, since that one may still move.
fn best(candidates: &[Candidate], at: usize, chosen: &[Option<Place>]) -> Option<Place> {
    let others =
        || chosen.iter().enumerate().filter(|(other, _)| *other != at).filter_map(|(_, place)| *place);
    let cost = |candidate: &Candidate| {
        let collisions = others().filter(|other| other.rect.overlaps(&candidate.place.rect)).count();
        candidate.cost + 300.0 * collisions as f64
    };
    let costs = candidates.iter().map(|candidate| (cost(candidate), candidate.place));
    costs.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, place)| place)
}

/// Of labels that still collide, the weaker is left out.
fn without_collisions(chosen: Vec<Option<Place>>) -> Vec<Option<Place>> {
    let mut kept: Vec<Option<Place>> = Vec::with_capacity(chosen.len());
    for place in chosen {
        let is_free = |place: &Place| !kept.iter().flatten().any(|other| other.rect.overlaps(&place.rect));
        let place = place.filter(is_free);
        kept.push(place);
    }
    kept
}

/// Places on the line or close beside it that are clear of actors and of the line's own heads.
fn candidates(at: usize, extent: &Extent, routes: &[Route], obstacles: &[Rect]) -> Vec<Candidate> {
    let route = &routes[at];
    let within =
        bounds(route.samples.iter().map(|&at| Rect::new(at, extent.width * 3.0, extent.height * 4.0)));
    let near: Vec<Point> =
        points_of_others(at, routes).filter(|&point| within.is_some_and(|all| all.contains(point))).collect();
    let reach = Rect::new(Point::default(), extent.width + 2.0 * AIR, extent.height + 2.0 * AIR);
    let mut found = Vec::new();
    for share in SHARES {
        let (point, side) = point(route, share);
        let aside = (extent.width * side.x.abs() + extent.height * side.y.abs()) / 2.0 + AIR;
        for shift in [0.0, aside, -aside] {
            let rect = Rect { centre: point.plus(side.times(shift)), ..reach };
            let is_clear = !obstacles.iter().any(|obstacle| obstacle.overlaps(&rect))
                && ![route.start, route.end].iter().any(|&end| rect.grown(8.0).contains(end));
            if is_clear {
                let beside = if shift == 0.0 { 0.0 } else { BESIDE };
                let short = if extent.named < NAMED { SHORT } else { 0.0 };
                let cost = short
                    + beside
                    + OFF_MIDDLE * (share - 0.5).abs()
                    + ON_LINE * covered(&rect, &near) as f64;
                found.push(Candidate { place: Place { rect, named: extent.named }, cost });
            }
        }
    }
    found
}

/// A point of a route, and the direction to its side.
fn point(route: &Route, share: f64) -> (Point, Point) {
    let last = route.samples.len() - 1;
    let at = ((share * last as f64).round() as usize).clamp(1, last - 1);
    let along = route.samples[at + 1].minus(route.samples[at - 1]);
    (route.samples[at], along.unit().normal())
}

fn points_of_others(at: usize, routes: &[Route]) -> impl Iterator<Item = Point> {
    let others = routes.iter().enumerate().filter(move |(other, _)| *other != at);
    others.flat_map(|(_, route)| route.samples.iter().copied())
}

/// How many points of other lines a box covers.
fn covered(rect: &Rect, points: &[Point]) -> usize {
    points.iter().filter(|&&point| rect.contains(point)).count()
}
