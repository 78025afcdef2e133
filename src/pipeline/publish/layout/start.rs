//! Where bodies stand before forces move them: by bloc and rank, so that nothing is left to chance.

use std::collections::{BTreeMap, VecDeque};

use super::piece::Piece;
use super::{Point, sunflower};

/// Distance of bodies that start side by side, in the units of the forces.
const STEP: f64 = 0.5;

/// Blocs as discs around the middle, the greatest inmost, their greatest bodies inmost; who is in none starts beside a neighbour.
pub fn places(piece: &Piece) -> Vec<Point> {
    let mut places: Vec<Option<Point>> = vec![None; piece.bodies.len()];
    let blocs = blocs(piece);
    let reach = (piece.bodies.len() as f64).sqrt();
    let share = |nth: usize| ((nth as f64 + 0.5) / blocs.len() as f64).sqrt() * reach;
    for ((nth, members), direction) in blocs.iter().enumerate().zip(sunflower()) {
        let middle = direction.map(|side| side * if blocs.len() > 1 { share(nth) } else { 0.0 });
        for ((rank, &member), direction) in members.iter().enumerate().zip(sunflower()) {
            places[member] = Some(beside(middle, direction, STEP * (rank as f64).sqrt()));
        }
    }
    if blocs.is_empty() {
        places[greatest(piece)] = Some([0.0; 2]);
    }
    fill(piece, &mut places);
    places.into_iter().map(Option::unwrap_or_default).collect()
}

/// The members of each bloc, the greatest bodies first.
fn blocs(piece: &Piece) -> Vec<Vec<usize>> {
    let mut blocs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, body) in piece.bodies.iter().enumerate() {
        if let Some(bloc) = body.bloc {
            blocs.entry(bloc).or_default().push(at);
        }
    }
    let mut blocs: Vec<Vec<usize>> = blocs.into_values().collect();
    for members in &mut blocs {
        members.sort_by(|&a, &b| piece.bodies[b].radius.total_cmp(&piece.bodies[a].radius));
    }
    blocs
}

fn greatest(piece: &Piece) -> usize {
    let bodies = piece.bodies.iter().enumerate();
    bodies.max_by(|(i, a), (j, b)| a.radius.total_cmp(&b.radius).then(j.cmp(i))).map_or(0, |(at, _)| at)
}

/// Whoever has no place yet gets one beside the first neighbour that has one.
fn fill(piece: &Piece, places: &mut [Option<Point>]) {
    let mut next: VecDeque<(usize, Point)> =
        places.iter().enumerate().filter_map(|(at, place)| Some((at, (*place)?))).collect();
    let mut directions = sunflower();
    while let Some((at, place)) = next.pop_front() {
        for &(neighbour, _) in piece.neighbours(at) {
            if places[neighbour].is_none() {
                let found = beside(place, directions.next().unwrap_or_default(), STEP);
                places[neighbour] = Some(found);
                next.push_back((neighbour, found));
            }
        }
    }
}

fn beside(place: Point, direction: Point, distance: f64) -> Point {
    [0, 1].map(|axis| place[axis] + distance * direction[axis])
}
