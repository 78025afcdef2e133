//! From forces to discs: a scale that gives them room, then pushing until none lies over another.

use rayon::prelude::*;

use super::{Body, Point, middle, minus, square, sunflower, unit};

/// Share of the picture that discs with their margins cover.
const COVERED: f64 = 0.3;
/// Pieces with more bodies may keep a few overlaps.
const SURE: usize = 5_000;

/// Scales and pushes until discs with their margins lie apart.
pub fn spread(bodies: &[Body], places: &mut [Point]) {
    let margin = margin(bodies.len());
    let pads: Vec<f64> = bodies.iter().map(|body| body.radius + margin).collect();
    let rounds = if bodies.len() > SURE { 60 } else { 300 };
    scale(places, scale_for(&pads, places));
    for _ in 0..rounds {
        let moves = moves(&pads, places);
        if moves.iter().all(|step| square(*step) < 1e-6) {
            break;
        }
        for (place, step) in places.iter_mut().zip(moves) {
            *place = [place[0] + step[0], place[1] + step[1]];
        }
    }
    if bodies.len() <= SURE {
        let discs: Vec<f64> = bodies.iter().map(|body| body.radius + 0.5).collect();
        scale(places, lacking(&discs, places));
    }
}

/// Room around a disc, for its label: less where there are too many to be read at once.
pub fn margin(bodies: usize) -> f64 {
    match bodies {
        ..=100 => 22.0,
        ..=1_000 => 12.0,
        _ => 3.0,
    }
}

fn scale(places: &mut [Point], factor: f64) {
    places.iter_mut().for_each(|place| *place = place.map(|side| side * factor));
}

/// The factor by which the discs cover their share of a circle around the bodies.
fn scale_for(pads: &[f64], places: &[Point]) -> f64 {
    let middle = middle(places);
    let spread = places.iter().map(|place| square(minus(*place, middle))).sum::<f64>() / places.len() as f64;
    let discs: f64 = pads.iter().map(|pad| pad * pad).sum();
    // Bodies spread evenly over a circle of radius r stand √½ r from its middle by the mean square.
    if spread > 0.0 { (discs / (2.0 * spread * COVERED)).sqrt() } else { 1.0 }
}

/// How each disc must move so that half of every overlap is gone; the smaller of two moves more.
fn moves(pads: &[f64], places: &[Point]) -> Vec<Point> {
    let grid = Grid::new(pads, places);
    let bodies = 0..places.len();
    bodies.into_par_iter().map(|at| away(at, pads, places, &grid)).collect()
}

fn away(at: usize, pads: &[f64], places: &[Point], grid: &Grid) -> Point {
    let mut step = [0.0; 2];
    grid.near(places[at], |other| {
        let between = minus(places[at], places[other]);
        let apart = pads[at] + pads[other];
        if other == at || square(between) >= apart * apart {
            return;
        }
        let missing = apart - square(between).sqrt();
        let [own, others] = [at, other].map(|body| pads[body] * pads[body]);
        let share = 0.5 * missing * 2.0 * others / (own + others);
        let direction = unit(between).unwrap_or_else(|| parting(at, other));
        step = [0, 1].map(|axis| step[axis] + 0.5 * share * direction[axis]);
    });
    step
}

/// Opposite ways for two bodies on one spot.
fn parting(at: usize, other: usize) -> Point {
    let direction = sunflower().nth((at + other) % 16).unwrap_or_default();
    if at < other { direction } else { direction.map(|side| -side) }
}

/// The factor that parts the discs that still overlap most, 1 if none does.
fn lacking(discs: &[f64], places: &[Point]) -> f64 {
    let grid = Grid::new(discs, places);
    let mut factor: f64 = 1.0;
    for at in 0..places.len() {
        grid.near(places[at], |other| {
            let distance = square(minus(places[at], places[other])).sqrt();
            if other != at && distance > 0.0 {
                factor = factor.max((discs[at] + discs[other]) / distance);
            }
        });
    }
    factor.min(3.0)
}

/// Bodies by the squares of a grid that two discs which touch lie in or beside.
struct Grid {
    width: f64,
    /// Column, row, body; sorted.
    squares: Vec<(i64, i64, usize)>,
}

impl Grid {
    fn new(pads: &[f64], places: &[Point]) -> Self {
        let width = 2.0 * pads.iter().copied().fold(0.0, f64::max);
        let square = |(at, place): (usize, &Point)| {
            let [column, row] = place.map(|side| (side / width).floor() as i64);
            (column, row, at)
        };
        let mut squares: Vec<(i64, i64, usize)> = places.par_iter().enumerate().map(square).collect();
        squares.par_sort_unstable();
        Self { width, squares }
    }

    /// Every body in the square of a place or beside it.
    fn near(&self, place: Point, mut each: impl FnMut(usize)) {
        let [column, row] = place.map(|side| (side / self.width).floor() as i64);
        for column in column - 1..=column + 1 {
            let first = self.squares.partition_point(|&(c, r, _)| (c, r) < (column, row - 1));
            let there = self.squares[first..].iter();
            for &(_, _, body) in there.take_while(|&&(c, r, _)| (c, r) <= (column, row + 1)) {
                each(body);
            }
        }
    }
}
