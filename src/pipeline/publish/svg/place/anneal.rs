//! Moves that better a drawing.

use super::energy::Drawing;
use super::{Body, Link, blocs};
use crate::analytics::random::Random;
use crate::pipeline::publish::svg::geometry::{Point, bounds};

/// How often each actor is moved; less often where there are many lines.
const SWEEPS: usize = 260;
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
    let all: Vec<usize> = (0..bodies.len()).collect();
    let mut random = Random::new(bodies.len() as u64);
    let sweeps = SWEEPS.min(6_000 / (1 + links.len() / 4)).max(60);
    centre(places);
    let mut best = (drawing.energy(&all, places), places.clone());
    for sweep in 0..sweeps {
        let left = 1.0 - sweep as f64 / sweeps as f64;
        for _ in 0..bodies.len() {
            let radius = NEAREST + (FARTHEST - NEAREST) * left * left;
            let after = step(bodies, places, radius, &mut random);
            try_step(&drawing, places, after, PATIENCE * left * left * random.unit());
        }
        centre(places);
        let energy = drawing.energy(&all, places);
        if energy < best.0 {
            best = (energy, places.clone());
        }
    }
    *places = best.1;
}

/// Actors and their new places.
type Step = Vec<(usize, Point)>;

fn step(bodies: &[Body], places: &[Point], radius: f64, random: &mut Random) -> Step {
    let by = Point::new(2.0 * random.unit() - 1.0, 2.0 * random.unit() - 1.0).times(radius);
    let at = random.below(bodies.len());
    match random.below(10) {
        0 if blocs(bodies) > 0 => {
            let bloc = random.below(blocs(bodies));
            let members = (0..bodies.len()).filter(|&at| bodies[at].bloc == Some(bloc));
            members.map(|at| (at, places[at].plus(by))).collect()
        }
        1 | 2 => {
            let other = random.below(bodies.len());
            let is_apart = at == other || bodies[at].bloc != bodies[other].bloc;
            if is_apart { vec![(at, places[at].plus(by))] } else { vec![(at, places[other]), (other, places[at])] }
        }
        _ => vec![(at, places[at].plus(by))],
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
    let points = places.iter().map(|&place| crate::pipeline::publish::svg::geometry::Rect::new(place, 0.0, 0.0));
    let Some(middle) = bounds(points).map(|all| all.centre) else { return };
    for place in places {
        *place = place.minus(middle);
    }
}
