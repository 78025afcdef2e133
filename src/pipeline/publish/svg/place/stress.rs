//! Distances in the drawing like those in the network.

use super::{Body, Link};
use crate::pipeline::publish::svg::geometry::Point;

const ROUNDS: usize = 160;
/// Distances within a bloc and between blocs, as shares of those along lines.
const WITHIN: f64 = 0.8;
const BETWEEN: f64 = 1.25;
/// Pictures are wider than high.
const WIDER: f64 = 1.3;

/// Stress majorization from a spiral, bloc by bloc. O(n³) for n actors.
pub fn stress(bodies: &[Body], links: &[Link]) -> Vec<Point> {
    let ideal = ideal(bodies, links);
    let mut places = spiral(bodies);
    for _ in 0..ROUNDS {
        for at in 0..places.len() {
            places[at] = settled(at, &places, &ideal).unwrap_or(places[at]);
        }
    }
    places.iter().map(|place| Point::new(place.x * WIDER, place.y / WIDER.sqrt())).collect()
}

/// Where an actor would stand if each other pulled or pushed it to its ideal distance, near ones more.
fn settled(at: usize, places: &[Point], ideal: &[Vec<f64>]) -> Option<Point> {
    let (mut sum, mut weights) = (Point::default(), 0.0);
    for (other, &place) in places.iter().enumerate() {
        if other != at {
            let wanted = ideal[at][other];
            let weight = 1.0 / (wanted * wanted);
            let away = places[at].minus(place).unit().times(wanted);
            sum = sum.plus(place.plus(away).times(weight));
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum.times(1.0 / weights))
}

/// How far each two should be from each other: the shortest way along lines (Floyd and Warshall).
fn ideal(bodies: &[Body], links: &[Link]) -> Vec<Vec<f64>> {
    let n = bodies.len();
    let mut ways = vec![vec![f64::INFINITY; n]; n];
    for link in links {
        let length = length(bodies, link);
        ways[link.a][link.b] = ways[link.a][link.b].min(length);
        ways[link.b][link.a] = ways[link.a][link.b];
    }
    for via in 0..n {
        for a in 0..n {
            for b in 0..n {
                ways[a][b] = ways[a][b].min(ways[a][via] + ways[via][b]);
            }
        }
    }
    let longest = ways.iter().flatten().copied().filter(|way| way.is_finite()).fold(250.0, f64::max);
    let apart = longest * 0.7;
    for (a, row) in ways.iter_mut().enumerate() {
        for (b, way) in row.iter_mut().enumerate() {
            let is_one = bodies[a].bloc.is_some() && bodies[a].bloc == bodies[b].bloc;
            *way = if way.is_finite() { *way } else { apart } * if is_one { WITHIN } else { BETWEEN };
        }
    }
    ways
}

/// How long a line wants to be: room for what stands at its ends and on it.
pub fn length(bodies: &[Body], link: &Link) -> f64 {
    let (a, b) = (&bodies[link.a], &bodies[link.b]);
    70.0 + 0.3 * (a.width + b.width) + 0.8 * link.room + 18.0 * (link.lines - 1.0)
}

/// Actors along a spiral of golden angles, bloc by bloc, so that no two stand at one point and blocs begin together.
fn spiral(bodies: &[Body]) -> Vec<Point> {
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    order.sort_by_key(|&at| bodies[at].bloc.unwrap_or(usize::MAX));
    let mut places = vec![Point::default(); bodies.len()];
    // Cosine and sine of the golden angle.
    let (cosine, sine) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_9);
    let mut direction = Point::new(1.0, 0.0);
    for (nth, at) in order.into_iter().enumerate() {
        places[at] = direction.times(60.0 * (nth as f64 + 0.5).sqrt());
        direction =
            Point::new(direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine);
    }
    places
}
