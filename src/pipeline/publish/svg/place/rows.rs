//! Large networks: blocs side by side, the actors of each in rows, the most prominent first. O(n log n).

use super::{BLOC_AIR, BODY_AIR, Body, HULL_HEAD, HULL_PADDING};
use crate::pipeline::publish::svg::geometry::Point;

/// The centre of each actor.
pub fn rows(bodies: &[Body]) -> Vec<Point> {
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    let bloc = |at: usize| bodies[at].bloc.unwrap_or(usize::MAX);
    order.sort_by(|&a, &b| {
        bloc(a).cmp(&bloc(b)).then(bodies[b].prominence.total_cmp(&bodies[a].prominence)).then(a.cmp(&b))
    });
    let mut places = vec![Point::default(); bodies.len()];
    let shelf_width = shelf_width(bodies);
    let mut pen = Point::default();
    let mut shelf_height: f64 = 0.0;
    for members in order.chunk_by(|&a, &b| bloc(a) == bloc(b)) {
        let size = bloc_in_rows(members, bodies, &mut places);
        if pen.x > 0.0 && pen.x + size.x > shelf_width {
            pen = Point::new(0.0, pen.y + shelf_height);
            shelf_height = 0.0;
        }
        for &at in members {
            places[at] = places[at].plus(pen);
        }
        pen.x += size.x;
        shelf_height = shelf_height.max(size.y);
    }
    places
}

/// As wide as makes the whole about four to three.
fn shelf_width(bodies: &[Body]) -> f64 {
    let area: f64 = bodies.iter().map(cell).map(|cell| cell.x * cell.y).sum();
    (area * 1.6).sqrt()
}

fn cell(body: &Body) -> Point {
    Point::new(body.width + 4.0 * BODY_AIR, body.height + 4.0 * BODY_AIR)
}

/// Sets the members of a bloc in rows from its corner on, and gives its size with the air around it.
fn bloc_in_rows(members: &[usize], bodies: &[Body], places: &mut [Point]) -> Point {
    let area: f64 = members.iter().map(|&at| cell(&bodies[at])).map(|cell| cell.x * cell.y).sum();
    let width = (area * 1.4).sqrt();
    let (left, top) = (HULL_PADDING + BLOC_AIR, HULL_PADDING + HULL_HEAD + BLOC_AIR);
    let (mut pen, mut row_height, mut right) = (Point::new(left, top), 0.0_f64, left);
    for &at in members {
        let cell = cell(&bodies[at]);
        if pen.x > left && pen.x + cell.x > left + width {
            pen = Point::new(left, pen.y + row_height);
            row_height = 0.0;
        }
        places[at] = pen.plus(cell.times(0.5));
        pen.x += cell.x;
        row_height = row_height.max(cell.y);
        right = right.max(pen.x);
    }
    Point::new(right + HULL_PADDING + BLOC_AIR, pen.y + row_height + HULL_PADDING + BLOC_AIR)
}
