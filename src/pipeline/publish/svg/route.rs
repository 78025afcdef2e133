//! The way of a line: a curve from outline to outline, around the actors between.

use std::collections::BTreeMap;

use super::geometry::{Point, Rect};
use super::outline::{contains, outline};
use super::plaque::Plaque;
use crate::pipeline::publish::diagram::Line;

/// How far the middle of a curve may be from the straight line, in pixels, in the order of liking.
const BENDS: [f64; 13] =
    [0.0, 14.0, -14.0, 28.0, -28.0, 46.0, -46.0, 70.0, -70.0, 100.0, -100.0, 140.0, -140.0];
/// Between the curves of one pair.
const FAN: f64 = 34.0;
/// Between an outline and what points at it.
const GAP: f64 = 3.0;
/// Air between a curve and actors that it is not about.
const CLEARANCE: f64 = 6.0;
const SAMPLES: usize = 28;
/// Among more actors lines run straight, whoever stands in their way.
const MANY_ACTORS: usize = 250;

/// A quadratic Bézier curve, and points along it.
#[derive(Debug, Clone)]
pub struct Route {
    pub start: Point,
    pub control: Point,
    pub end: Point,
    pub samples: Vec<Point>,
}

/// The way of each line. `heads` are the lengths of the heads at its start and at its end.
pub fn routes(lines: &[Line], plaques: &[Plaque], obstacles: &[Rect], heads: &[[f64; 2]]) -> Vec<Route> {
    let mut pairs: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let (from, to) = (line.look.from, line.look.to);
        pairs.entry((from.min(to), from.max(to))).or_default().push(at);
    }
    let mut routes: Vec<Option<Route>> = vec![None; lines.len()];
    for ((a, b), members) in pairs {
        let fan = if a == b { vec![0.0; members.len()] } else { fan(&members, plaques, [a, b], obstacles) };
        for (nth, (&at, bend)) in members.iter().zip(fan).enumerate() {
            let (from, to) = (lines[at].look.from, lines[at].look.to);
            routes[at] = Some(if a == b {
                looped(&plaques[a], nth)
            } else {
                // The bend is that of the way from the first actor to the second.
                between(&plaques[from], &plaques[to], if from == a { bend } else { -bend }, heads[at])
            });
        }
    }
    routes.into_iter().flatten().collect()
}

/// The bends of the curves of a pair: beside each other, and together as little bent as keeps clear of others.
fn fan(members: &[usize], plaques: &[Plaque], [a, b]: [usize; 2], obstacles: &[Rect]) -> Vec<f64> {
    let [start, end] = [plaques[a].rect.centre, plaques[b].rect.centre];
    let length = end.minus(start).length();
    let step = FAN.min(length * 0.5 / members.len() as f64);
    let offsets: Vec<f64> =
        (0..members.len()).map(|nth| (nth as f64 - (members.len() - 1) as f64 / 2.0) * step).collect();
    let others =
        plaques.iter().enumerate().filter(|(at, _)| *at != a && *at != b).map(|(_, plaque)| plaque.rect);
    let seen = if plaques.len() > MANY_ACTORS { 0 } else { usize::MAX };
    let near: Vec<Rect> = others
        .chain(obstacles.iter().copied())
        .take(seen)
        .map(|rect| rect.grown(CLEARANCE))
        .filter(|rect| rect.grown(300.0).is_hit(start, end))
        .collect();
    let cost = |bend: f64| -> f64 {
        let hits = offsets.iter().map(|offset| hits(start, end, bend + offset, &near)).sum::<usize>();
        let too_bent = (bend.abs() - 0.4 * length).max(0.0);
        hits as f64 * 25.0 + bend.abs() + 10.0 * too_bent
    };
    let best = BENDS.into_iter().min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or_default();
    offsets.into_iter().map(|offset| best + offset).collect()
}

fn hits(start: Point, end: Point, bend: f64, obstacles: &[Rect]) -> usize {
    let control = control(start, end, bend);
    let points: Vec<Point> = (0..=SAMPLES).map(|at| on(start, control, end, share(at))).collect();
    points.windows(2).map(|pair| obstacles.iter().filter(|rect| rect.is_hit(pair[0], pair[1])).count()).sum()
}

fn share(sample: usize) -> f64 {
    sample as f64 / SAMPLES as f64
}

/// The control point of a curve whose middle is so far to the side.
fn control(start: Point, end: Point, bend: f64) -> Point {
    let side = end.minus(start).unit().normal();
    start.plus(end).times(0.5).plus(side.times(2.0 * bend))
}

fn on(start: Point, control: Point, end: Point, t: f64) -> Point {
    let s = 1.0 - t;
    start.times(s * s).plus(control.times(2.0 * s * t)).plus(end.times(t * t))
}

fn between(from: &Plaque, to: &Plaque, bend: f64, [tail, head]: [f64; 2]) -> Route {
    let (start, end) = (from.rect.centre, to.rect.centre);
    let control = control(start, end, bend);
    let curve = |t: f64| on(start, control, end, t);
    let first = leaves(from, curve, tail);
    let last = 1.0 - leaves(to, |t| curve(1.0 - t), head);
    if first >= last {
        return part(start, control, end, 0.45, 0.55);
    }
    part(start, control, end, first, last)
}

/// Where a curve from an actor's centre has left its outline by the gap and the length of a head.
fn leaves(plaque: &Plaque, curve: impl Fn(f64) -> Point, head: f64) -> f64 {
    let polygon = outline(plaque.shape, &plaque.rect.grown(GAP));
    let border = bisect(|t| contains(&polygon, curve(t)));
    let tip = curve(border);
    border + bisect(|t| curve((border + t).min(1.0)).minus(tip).length() < head)
}

/// The least number up to 1 from which on a condition that holds at 0 does not.
fn bisect(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The part of a curve between two parameters.
fn part(start: Point, control: Point, end: Point, first: f64, last: f64) -> Route {
    let blossom = start
        .times((1.0 - first) * (1.0 - last))
        .plus(control.times(first + last - 2.0 * first * last))
        .plus(end.times(first * last));
    route(on(start, control, end, first), blossom, on(start, control, end, last))
}

/// From an actor to itself, around its upper right corner; several around each other.
fn looped(plaque: &Plaque, nth: usize) -> Route {
    let rect = &plaque.rect;
    let reach = 46.0 + 26.0 * nth as f64;
    let start = Point::new(rect.right() - 16.0 - 6.0 * nth as f64, rect.top() - GAP);
    let end = Point::new(rect.right() + GAP + 10.0, rect.top() + rect.height * 0.4);
    route(start, Point::new(rect.right() + reach, rect.top() - reach), end)
}

fn route(start: Point, control: Point, end: Point) -> Route {
    let samples = (0..=SAMPLES).map(|at| on(start, control, end, share(at))).collect();
    Route { start, control, end, samples }
}
