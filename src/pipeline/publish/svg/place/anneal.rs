//! Moves that better a drawing.

use super::energy::Drawing;
use super::{Body, Link, blocs, hull};
use crate::analytics::random::Random;
use crate::pipeline::publish::svg::geometry::{Point, bounds};

/// How many moves a run makes, and how often each actor is moved at least and at most.
const MOVES: usize = 12_000;
const SWEEPS: (usize, usize) = (100, 400);
/// So many runs, each with chances of its own; the best counts.
const STARTS: u64 = 2;
/// What a move may worsen at first: by threshold accepting (Dueck & Scheuer, 1990), which takes no logarithm.
const PATIENCE: f64 = 1.2;
/// How far a move goes at first and at last, in pixels.
const FARTHEST: f64 = 320.0;
const NEAREST: f64 = 12.0;

/// Moves actors and blocs, exchanges actors, and keeps what does not worsen the drawing much, ever less as it goes on. The best
/// drawing is kept.
pub fn anneal(bodies: &[Body], links: &[Link], places: &mut Vec<Point>) {
    if bodies.len() < 2 {
        return;
    }
    let drawing = Drawing::new(bodies, links);
    let starts = (0..STARTS).map(|start| bettered(bodies, &drawing, places.clone(), start));
    let best = starts.min_by(|(a, _), (b, _)| a.total_cmp(b));
    if let Some((_, best)) = best {
        *places = best;
    }
}

/// The best drawing of one run, and how bad it is.
fn bettered(bodies: &[Body], drawing: &Drawing, mut places: Vec<Point>, start: u64) -> (f64, Vec<Point>) {
    let places = &mut places;
    let all: Vec<usize> = (0..bodies.len()).collect();
    let mut random = Random::stream(bodies.len() as u64, start);
    let sweeps = (MOVES / bodies.len()).clamp(SWEEPS.0, SWEEPS.1);
    centre(places);
    let mut best = (drawing.energy(&all, places), places.clone());
    for sweep in 0..sweeps {
        let left = 1.0 - sweep as f64 / sweeps as f64;
        for _ in 0..bodies.len() {
            let radius = NEAREST + (FARTHEST - NEAREST) * left * left;
            let after = step(bodies, places, radius, &mut random);
            try_step(drawing, places, after, PATIENCE * left * left * random.unit());
        }
        centre(places);
        let energy = drawing.energy(&all, places);
        if energy < best.0 {
            best = (energy, places.clone());
        }
    }
    best
}

/// Actors and their new places.
type Step = Vec<(usize, Point)>;

fn step(bodies: &[Body], places: &[Point], radius: f64, random: &mut Random) -> Step {
    let by = Point::new(2.0 * random.unit() - 1.0, 2.0 * random.unit() - 1.0).times(radius);
    let at = random.below(bodies.len());
    match random.below(12) {
        turn @ (0 | 10 | 11) if blocs(bodies) > 0 => bloc_step(bodies, places, by, turn, random),
        1 | 2 => {
            let other = random.below(bodies.len());
            let is_apart = at == other || bodies[at].bloc != bodies[other].bloc;
            if is_apart {
                vec![(at, places[at].plus(by))]
            } else {
                vec![(at, places[other]), (other, places[at])]
            }
        }
        _ => vec![(at, places[at].plus(by))],
    }
}

/// A bloc moved, mirrored (side to side or upside down), or put in the place of another that comes to its own.
fn bloc_step(bodies: &[Body], places: &[Point], by: Point, turn: usize, random: &mut Random) -> Step {
    let bloc = random.below(blocs(bodies));
    let members = |bloc: usize| (0..bodies.len()).filter(move |&at| bodies[at].bloc == Some(bloc));
    let middle = |bloc: usize| hull(bodies, places, bloc).centre;
    let centre = middle(bloc);
    let other = random.below(blocs(bodies));
    match turn {
        10 if other != bloc => {
            let way = middle(other).minus(centre);
            let there = members(bloc).map(|at| (at, places[at].plus(way)));
            there.chain(members(other).map(|at| (at, places[at].minus(way)))).collect()
        }
        11 => {
            let is_upside_down = random.below(2) == 0;
            let mirrored = |place: Point| {
                let from = place.minus(centre);
                let (x, y) = if is_upside_down { (from.x, -from.y) } else { (-from.x, from.y) };
                centre.plus(Point::new(x, y))
            };
            members(bloc).map(|at| (at, mirrored(places[at]))).collect()
        }
        _ => members(bloc).map(|at| (at, places[at].plus(by))).collect(),
    }
}

/// Makes a step, and takes it back if it worsens the drawing by more than the patience.
fn try_step(drawing: &Drawing, places: &mut [Point], step: Step, patience: f64) {
    let moved: Vec<usize> = step.iter().map(|(at, _)| *at).collect();
    let before = drawing.energy(&moved, places);
    let old: Vec<Point> = moved.iter().map(|&at| places[at]).collect();
    for &(at, place) in &step {
        places[at] = place;
    }
    if drawing.energy(&moved, places) > before + patience {
        for (&at, place) in moved.iter().zip(old) {
            places[at] = place;
        }
    }
}

/// The middle of all becomes the origin.
fn centre(places: &mut [Point]) {
    let points =
        places.iter().map(|&place| crate::pipeline::publish::svg::geometry::Rect::new(place, 0.0, 0.0));
    let Some(middle) = bounds(points).map(|all| all.centre) else { return };
    for place in places {
        *place = place.minus(middle);
    }
}
