//! From forces to a picture: a scale that gives discs and labels room, then pushing until none lies over another.

use rayon::prelude::*;

use super::{Body, Point, middle, minus, square};

/// Share of the picture that boxes cover.
const COVERED: f64 = 0.3;
/// Pieces with more bodies may keep a few overlaps.
const SURE: usize = 5_000;
/// Pieces with more bodies keep no room for labels, which nobody could read at once.
const LABELLED: usize = 1_000;
/// Room on every side.
const MARGIN: f64 = 4.0;

/// Half the width and height of the box that each disc with its label needs.
pub fn boxes(bodies: &[Body]) -> Vec<Point> {
    let is_labelled = bodies.len() <= LABELLED;
    let half = |body: &Body| [body.radius.max(if is_labelled { body.label } else { 0.0 }), body.radius];
    bodies.iter().map(|body| half(body).map(|side| side + MARGIN)).collect()
}

/// Scales and pushes until boxes lie apart.
pub fn spread(bodies: &[Body], places: &mut [Point]) {
    let boxes = boxes(bodies);
    let rounds = if bodies.len() > SURE { 60 } else { 400 };
    scale(places, scale_for(&boxes, places));
    for _ in 0..rounds {
        let moves = moves(&boxes, places);
        if moves.iter().all(|step| square(*step) < 1e-4) {
            break;
        }
        for (place, step) in places.iter_mut().zip(moves) {
            *place = [place[0] + step[0], place[1] + step[1]];
        }
    }
    if bodies.len() <= SURE {
        scale(places, lacking(bodies, places));
    }
}

fn scale(places: &mut [Point], factor: f64) {
    places.iter_mut().for_each(|place| *place = place.map(|side| side * factor));
}

/// The factor by which the boxes cover their share of a circle around the bodies.
fn scale_for(boxes: &[Point], places: &[Point]) -> f64 {
    let middle = middle(places);
    let spread = places.iter().map(|place| square(minus(*place, middle))).sum::<f64>() / places.len() as f64;
    let area: f64 = boxes.iter().map(|[width, height]| 4.0 * width * height).sum();
    // Bodies spread evenly over a circle of radius r stand √½ r from its middle by the mean square.
    let circle = std::f64::consts::TAU * spread;
    if spread > 0.0 { (area / (circle * COVERED)).sqrt() } else { 1.0 }
}

/// How each box must move so that half of every overlap is gone.
fn moves(boxes: &[Point], places: &[Point]) -> Vec<Point> {
    let grid = Grid::new(boxes, places);
    let bodies = 0..places.len();
    bodies.into_par_iter().map(|at| away(at, boxes, places, &grid)).collect()
}

/// Straight away from each other, so that neighbours keep their directions; the smaller of two moves more.
fn away(at: usize, boxes: &[Point], places: &[Point], grid: &Grid) -> Point {
    let (own, mut step) = (boxes[at], [0.0; 2]);
    grid.near(places[at], |other| {
        let (theirs, between) = (boxes[other], minus(places[at], places[other]));
        let share = [0, 1].map(|axis| between[axis].abs() / (own[axis] + theirs[axis]));
        let share = share[0].max(share[1]);
        if other == at || share >= 1.0 {
            return;
        }
        let [area, others] = [own, theirs].map(|side| side[0] * side[1]);
        let part = others / (area + others) / 2.0;
        // Two on one spot part upwards and downwards.
        let way = if share > 0.0 {
            between.map(|side| side / share - side)
        } else {
            parting(at < other, own, theirs)
        };
        step = [0, 1].map(|axis| step[axis] + part * way[axis]);
    });
    step
}

fn parting(is_before: bool, own: Point, theirs: Point) -> Point {
    let way = own[1] + theirs[1];
    [0.0, if is_before { -way } else { way }]
}

/// The factor that parts the discs that still overlap most, 1 if none does.
fn lacking(bodies: &[Body], places: &[Point]) -> f64 {
    let discs: Vec<Point> = bodies.iter().map(|body| [body.radius + 0.5; 2]).collect();
    let grid = Grid::new(&discs, places);
    let mut factor: f64 = 1.0;
    for at in 0..places.len() {
        grid.near(places[at], |other| {
            let distance = square(minus(places[at], places[other])).sqrt();
            if other != at && distance > 0.0 {
                factor = factor.max((discs[at][0] + discs[other][0]) / distance);
            }
        });
    }
    factor.min(3.0)
}

/// Bodies by the fields of a grid; two whose boxes touch lie in the same or in neighbouring fields.
struct Grid {
    field: Point,
    /// Column, row, body; sorted.
    fields: Vec<([i64; 2], usize)>,
}

impl Grid {
    fn new(boxes: &[Point], places: &[Point]) -> Self {
        let field =
            [0, 1].map(|axis| 2.0 * boxes.iter().map(|side| side[axis]).fold(f64::MIN_POSITIVE, f64::max));
        let place = |(at, place): (usize, &Point)| (in_field(*place, field), at);
        let mut fields: Vec<([i64; 2], usize)> = places.par_iter().enumerate().map(place).collect();
        fields.par_sort_unstable();
        Self { field, fields }
    }

    /// Every body in the field of a place or beside it.
    fn near(&self, place: Point, mut each: impl FnMut(usize)) {
        let [column, row] = in_field(place, self.field);
        for column in column - 1..=column + 1 {
            let first = self.fields.partition_point(|(field, _)| *field < [column, row - 1]);
            let there = self.fields[first..].iter();
            for (_, body) in there.take_while(|(field, _)| *field <= [column, row + 1]) {
                each(*body);
            }
        }
    }
}

fn in_field(place: Point, field: Point) -> [i64; 2] {
    [0, 1].map(|axis| (place[axis] / field[axis]).floor() as i64)
}
