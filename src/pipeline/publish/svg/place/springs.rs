//! Large networks: by springs, as the files for Gephi are laid out. O(n log n) a step; only up to some thousands of actors are boxes
//! pushed apart, which looks at every two.

use super::{BODY_AIR, Body, Link, rect, separate};
use crate::pipeline::publish::layout;
use crate::pipeline::publish::svg::geometry::Point;

/// Boxes of more actors may overlap.
const MANY_BOXES: usize = 2_000;

/// The centre of each actor.
pub fn springs(bodies: &[Body], links: &[Link]) -> Vec<Point> {
    let discs: Vec<layout::Body> = bodies
        .iter()
        .map(|body| layout::Body {
            radius: body.height / 2.0 + BODY_AIR,
            label: body.width / 2.0 + BODY_AIR,
            bloc: body.bloc,
        })
        .collect();
    let ties: Vec<layout::Link> =
        links.iter().map(|link| layout::Link { ends: [link.a, link.b], pull: link.pull }).collect();
    let mut places: Vec<Point> =
        layout::positions(&discs, &ties).into_iter().map(|[x, y]| Point::new(x, y)).collect();
    if places.len() <= MANY_BOXES {
        let boxes = bodies.iter().zip(&places).map(|(body, &at)| rect(body, at)).collect();
        separate::apart(boxes, &mut places);
    }
    places
}
