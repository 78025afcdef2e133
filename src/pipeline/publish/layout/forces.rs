//! Forces that move bodies until they rest.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::piece::Piece;
use super::tree::{Push, Tree};
use super::{Point, minus, square};

/// Pull to the middle of all at the rim of the picture, growing with the distance, as a share of the mass.
const GRAVITY: f64 = 0.4;
/// Pull to the middle of the own bloc, as a share of the mass.
const COHESION: f64 = 0.5;
/// A pull is as strong from far as from here; nearer it fades, so that what is tied does not fall into one point.
const NEAR: f64 = 1.5;
/// How much of the way to rest a body goes in a step.
const DAMPING: f64 = 0.6;
/// Work that is spent, in steps times bodies, within these numbers of steps.
const WORK: usize = 3_000_000;
const STEPS: std::ops::RangeInclusive<usize> = 60..=400;

/// Moves the bodies of a piece. The unit of the result: about one body in a unit square.
pub fn relax(piece: &Piece, places: &mut [Point]) {
    let bodies = places.len();
    let masses: Vec<f64> = (0..bodies).map(|at| 1.0 + pull(piece, at)).collect();
    // With this factor the extent grows with the root of the number of bodies, whatever their masses are.
    let repulsion = (bodies as f64).sqrt() / masses.iter().sum::<f64>();
    let steps = (WORK / bodies).clamp(*STEPS.start(), *STEPS.end());
    for step in 0..steps {
        let left = (steps - step) as f64 / steps as f64;
        let reach = (bodies as f64).sqrt() * 0.2 * left * left + 0.02;
        let pushes = Tree::new(places, &masses).pushes();
        let targets = Targets::of(piece, places);
        let moved: Vec<Point> = (0..bodies)
            .into_par_iter()
            .map(|at| {
                let mut way = Way::of(pushes[at], repulsion * masses[at]);
                pulled(piece, at, places, masses[at], &targets, &mut way);
                let step = way.step(reach);
                [0, 1].map(|axis| places[at][axis] + step[axis])
            })
            .collect();
        places.copy_from_slice(&moved);
    }
}

fn pull(piece: &Piece, at: usize) -> f64 {
    piece.neighbours(at).iter().map(|(_, pull)| pull).sum()
}

/// All that draws a body.
fn pulled(piece: &Piece, at: usize, places: &[Point], mass: f64, targets: &Targets, way: &mut Way) {
    let neighbours = piece.neighbours(at);
    let company = piece.bodies[at].bloc.map(|bloc| targets.blocs[&bloc]);
    // Who is in no bloc keeps to its neighbours instead.
    let more = if company.is_none() { COHESION * mass / neighbours.len().max(1) as f64 } else { 0.0 };
    for &(neighbour, pull) in neighbours {
        way.pull(minus(places[neighbour], places[at]), pull + more);
    }
    way.spring(minus(targets.middle, places[at]), GRAVITY * mass / (places.len() as f64).sqrt());
    if let Some(company) = company {
        way.pull(minus(company, places[at]), COHESION * mass);
    }
}

/// What bodies are drawn to beside their neighbours.
struct Targets {
    middle: Point,
    blocs: BTreeMap<usize, Point>,
}

impl Targets {
    fn of(piece: &Piece, places: &[Point]) -> Self {
        let mut sums: BTreeMap<usize, (Point, f64)> = BTreeMap::new();
        for (body, place) in piece.bodies.iter().zip(places) {
            if let Some(bloc) = body.bloc {
                let (sum, count) = sums.entry(bloc).or_default();
                *sum = [0, 1].map(|axis| sum[axis] + place[axis]);
                *count += 1.0;
            }
        }
        let mean = |(bloc, (sum, count)): (usize, (Point, f64))| (bloc, sum.map(|sum| sum / count));
        Self { middle: super::middle(places), blocs: sums.into_iter().map(mean).collect() }
    }
}

/// Where a body is driven to: the force on it, and how quickly that fades on the way.
struct Way {
    force: Point,
    stiffness: f64,
}

impl Way {
    fn of(push: Push, factor: f64) -> Self {
        Self { force: push.force.map(|side| side * factor), stiffness: push.stiffness * factor }
    }

    /// A pull that is as strong from far as from near.
    fn pull(&mut self, towards: Point, strength: f64) {
        self.spring(towards, strength / (square(towards).sqrt() + NEAR));
    }

    /// A pull that grows with the distance.
    fn spring(&mut self, towards: Point, strength: f64) {
        self.force = [0, 1].map(|axis| self.force[axis] + strength * towards[axis]);
        self.stiffness += strength;
    }

    /// Newton's step, damped, and no longer than `reach`.
    fn step(&self, reach: f64) -> Point {
        if self.stiffness <= 0.0 {
            return [0.0; 2];
        }
        let step = self.force.map(|side| DAMPING * side / self.stiffness);
        let length = square(step).sqrt();
        if length > reach { step.map(|side| side * reach / length) } else { step }
    }
}
