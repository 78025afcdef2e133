//! The outlines of actors as polygons.

use super::geometry::{Point, Rect};
use crate::pipeline::publish::diagram::Shape;

/// How far corners are cut.
const CUT: f64 = 9.0;

/// The corners of a shape in a box, in order; all shapes are convex. Rounded ones are cut where they are round.
pub fn outline(shape: Shape, rect: &Rect) -> Vec<Point> {
    let (l, t, r, b) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    let (x, y) = (rect.centre.x, rect.centre.y);
    let corners: Vec<(f64, f64)> = match shape {
        Shape::Rounded | Shape::RoundedDashed => {
            let cut = CUT / 3.0;
            octagon([l, t, r, b], cut)
        }
        Shape::Octagon => octagon([l, t, r, b], CUT),
        Shape::Hexagon => vec![(l, y), (l + CUT, t), (r - CUT, t), (r, y), (r - CUT, b), (l + CUT, b)],
        Shape::House => vec![(l, t + CUT), (x, t), (r, t + CUT), (r, b), (l, b)],
        Shape::Note => vec![(l, t), (r - CUT, t), (r, t + CUT), (r, b), (l, b)],
        Shape::Slanted => vec![(l + CUT, t), (r, t), (r - CUT, b), (l, b)],
        Shape::Ellipse | Shape::EllipseDashed => octagon([l, t, r, b], rect.height * 0.3),
        Shape::Double | Shape::Sides | Shape::BoxDashed => vec![(l, t), (r, t), (r, b), (l, b)],
    };
    corners.into_iter().map(|(x, y)| Point::new(x, y)).collect()
}

fn octagon([l, t, r, b]: [f64; 4], cut: f64) -> Vec<(f64, f64)> {
    vec![
        (l + cut, t),
        (r - cut, t),
        (r, t + cut),
        (r, b - cut),
        (r - cut, b),
        (l + cut, b),
        (l, b - cut),
        (l, t + cut),
    ]
}

/// Whether a point is inside a convex polygon.
pub fn contains(polygon: &[Point], point: Point) -> bool {
    let turn =
        |from: Point, to: Point| (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
    let next = polygon.iter().cycle().skip(1);
    let mut turns = polygon.iter().zip(next).map(|(&from, &to)| turn(from, to));
    turns.all(|turn| turn >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_midst_is_inside_and_what_is_beyond_the_box_outside() {
        let rect = Rect::new(Point::new(5.0, 5.0), 80.0, 30.0);
        for shape in
            [Shape::Rounded, Shape::Hexagon, Shape::House, Shape::Slanted, Shape::Ellipse, Shape::Note]
        {
            let polygon = outline(shape, &rect);
            assert!(contains(&polygon, rect.centre), "{shape:?}");
            assert!(
                !contains(&polygon, Point::new(46.0, 5.0)) && !contains(&polygon, Point::new(5.0, -11.0))
            );
        }
    }
}
