//! A quadtree, so that far bodies push as one. Barnes & Hut (1986), “A hierarchical O(N log N) force-calculation algorithm”, Nature 324.

use rayon::prelude::*;

use super::{Point, minus, square};

/// Cells with so few bodies are not divided.
const FEW: usize = 8;
/// How often the whole is halved at most.
const DEPTH: u32 = 20;
/// A cell that is so much smaller than it is far pushes as one body.
const OPENING: f64 = 0.9;
/// Below this distance bodies do not push harder, in the units of the forces.
const SOFT: f64 = 0.01;

/// Bodies with their masses, in cells.
pub struct Tree {
    /// Bodies along a curve through the cells.
    order: Vec<usize>,
    places: Vec<Point>,
    masses: Vec<f64>,
    cells: Vec<Cell>,
}

/// A cell. Its parts, if any, follow it; after them comes the cell numbered `after`.
struct Cell {
    middle: Point,
    mass: f64,
    width: f64,
    bodies: std::ops::Range<usize>,
    is_leaf: bool,
    after: usize,
}

/// What repulsion does to a body of mass 1: the force, and how quickly it changes with its place.
#[derive(Debug, Clone, Copy, Default)]
pub struct Push {
    /// The force.
    pub force: Point,
    /// Its greatest derivative.
    pub stiffness: f64,
}

impl Tree {
    /// O(n log n).
    pub fn new(places: &[Point], masses: &[f64]) -> Self {
        let (corner, width) = frame(places);
        let mut codes: Vec<(u64, usize)> =
            places.par_iter().enumerate().map(|(at, place)| (code(*place, corner, width), at)).collect();
        codes.par_sort_unstable();
        let order: Vec<usize> = codes.iter().map(|&(_, at)| at).collect();
        let mut tree = Self {
            places: order.iter().map(|&at| places[at]).collect(),
            masses: order.iter().map(|&at| masses[at]).collect(),
            order,
            cells: Vec::with_capacity(places.len()),
        };
        tree.divide(&codes, 0..codes.len(), DEPTH, width);
        tree
    }

    /// Adds a cell with its parts.
    fn divide(&mut self, codes: &[(u64, usize)], bodies: std::ops::Range<usize>, depth: u32, width: f64) {
        let at = self.cells.len();
        let is_leaf = bodies.len() <= FEW || depth == 0;
        self.cells.push(self.cell(bodies.clone(), width, is_leaf));
        if !is_leaf {
            let mut start = bodies.start;
            for quarter in 0..4 {
                let part = &codes[start..bodies.end];
                let length = part.partition_point(|(code, _)| (code >> (2 * (depth - 1))) & 3 <= quarter);
                if length > 0 {
                    self.divide(codes, start..start + length, depth - 1, width / 2.0);
                }
                start += length;
            }
        }
        self.cells[at].after = self.cells.len();
    }

    fn cell(&self, bodies: std::ops::Range<usize>, width: f64, is_leaf: bool) -> Cell {
        let (mut mass, mut sum) = (0.0, [0.0; 2]);
        for at in bodies.clone() {
            mass += self.masses[at];
            sum = [0, 1].map(|axis| sum[axis] + self.masses[at] * self.places[at][axis]);
        }
        Cell { middle: sum.map(|sum| sum / mass), mass, width, bodies, is_leaf, after: 0 }
    }

    /// What pushes each body, in the order that they were given in.
    pub fn pushes(&self) -> Vec<Push> {
        let along: Vec<Push> = (0..self.order.len()).into_par_iter().map(|at| self.push(at)).collect();
        let mut pushes = vec![Push::default(); along.len()];
        for (&at, push) in self.order.iter().zip(along) {
            pushes[at] = push;
        }
        pushes
    }

    fn push(&self, body: usize) -> Push {
        let (place, mut push, mut at) = (self.places[body], Push::default(), 0);
        while let Some(cell) = self.cells.get(at) {
            let away = minus(place, cell.middle);
            if cell.width * cell.width < OPENING * OPENING * square(away) {
                push.add(away, cell.mass);
            } else if cell.is_leaf {
                let others = cell.bodies.clone().filter(|&other| other != body);
                others.for_each(|other| push.add(minus(place, self.places[other]), self.masses[other]));
            } else {
                at += 1;
                continue;
            }
            at = cell.after;
        }
        push
    }
}

impl Push {
    fn add(&mut self, away: Point, mass: f64) {
        let share = mass / (square(away) + SOFT);
        self.force = [0, 1].map(|axis| self.force[axis] + share * away[axis]);
        self.stiffness += share;
    }
}

/// The lower corner and the width of a square around all places.
fn frame(places: &[Point]) -> (Point, f64) {
    let lowest = |axis: usize| places.iter().map(|place| place[axis]).fold(f64::INFINITY, f64::min);
    let highest = |axis: usize| places.iter().map(|place| place[axis]).fold(f64::NEG_INFINITY, f64::max);
    let corner = [0, 1].map(lowest);
    let sides = [0, 1].map(|axis| highest(axis) - corner[axis]);
    (corner, sides[0].max(sides[1]).max(SOFT))
}

/// Where a place is on a curve through all cells: the bits of its coordinates in turn. Morton (1966).
fn code(place: Point, corner: Point, width: f64) -> u64 {
    let cells = (1_u64 << DEPTH) as f64;
    let [x, y] = [0, 1].map(|axis| ((place[axis] - corner[axis]) / width * cells).min(cells - 1.0) as u64);
    (0..DEPTH).fold(0, |code, bit| code | ((x >> bit) & 1) << (2 * bit) | ((y >> bit) & 1) << (2 * bit + 1))
}
