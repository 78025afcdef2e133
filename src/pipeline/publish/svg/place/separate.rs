//! Boxes pushed apart: actors of a bloc from each other, then blocs, each as one, from all else.

use super::{BLOC_AIR, BODY_AIR, Body, blocs, hull, rect};
use crate::pipeline::publish::svg::geometry::{Point, Rect};

/// Pushing ends long before in all that was seen.
const ROUNDS: usize = 600;

/// What is moved together: a bloc, or an actor without one.
struct Unit {
    members: Vec<usize>,
    rect: Rect,
}

/// Moves actors until no boxes overlap.
pub fn separate(bodies: &[Body], places: &mut [Point]) {
    for bloc in 0..blocs(bodies) {
        let members = (0..bodies.len()).filter(|&at| bodies[at].bloc == Some(bloc));
        let mut units: Vec<Unit> = members
            .map(|at| Unit { members: vec![at], rect: rect(&bodies[at], places[at]).grown(BODY_AIR) })
            .collect();
        push(&mut units, places);
    }
    let mut units: Vec<Unit> = (0..blocs(bodies))
        .map(|bloc| Unit {
            members: (0..bodies.len()).filter(|&at| bodies[at].bloc == Some(bloc)).collect(),
            rect: hull(bodies, places, bloc).grown(BLOC_AIR / 2.0),
        })
        .collect();
    let alone = (0..bodies.len()).filter(|&at| bodies[at].bloc.is_none());
    units.extend(
        alone.map(|at| Unit { members: vec![at], rect: rect(&bodies[at], places[at]).grown(BODY_AIR) }),
    );
    push(&mut units, places);
}

/// Pushes single boxes apart.
pub fn apart(boxes: Vec<Rect>, places: &mut [Point]) {
    let units =
        boxes.into_iter().enumerate().map(|(at, rect)| Unit { members: vec![at], rect: rect.grown(2.0) });
    push(&mut units.collect::<Vec<Unit>>(), places);
}

/// Pushes overlapping units apart along the shorter way, each by half of it, until none overlap.
fn push(units: &mut [Unit], places: &mut [Point]) {
    for _ in 0..ROUNDS {
        let mut is_moved = false;
        for second in 1..units.len() {
            for first in 0..second {
                let depth = units[first].rect.depth(&units[second].rect);
                if depth.x > 0.0 && depth.y > 0.0 {
                    is_moved = true;
                    let by = way_out(&units[first].rect, &units[second].rect, depth);
                    shift(&mut units[first], by.times(-0.5), places);
                    shift(&mut units[second], by.times(0.5), places);
                }
            }
        }
        if !is_moved {
            return;
        }
    }
}

/// Along the shorter way, and a hair more, away from the first.
fn way_out(first: &Rect, second: &Rect, depth: Point) -> Point {
    let away = second.centre.minus(first.centre);
    let sign = |along: f64| if along < 0.0 { -1.0 } else { 1.0 };
    if depth.x < depth.y {
        Point::new(sign(away.x) * (depth.x + 0.5), 0.0)
    } else {
        Point::new(0.0, sign(away.y) * (depth.y + 0.5))
    }
}

fn shift(unit: &mut Unit, by: Point, places: &mut [Point]) {
    unit.rect.centre = unit.rect.centre.plus(by);
    for &at in &unit.members {
        places[at] = places[at].plus(by);
    }
}
