//! Points, boxes, segments. Lengths are pixels of the picture; y grows downwards.
//!
//! Only what IEEE 754 rounds correctly everywhere (no sine, no logarithm), so that pictures are the same on every machine.

/// A point or a vector.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// A box with sides along the axes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    pub centre: Point,
    pub width: f64,
    pub height: f64,
}

impl Point {
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }

    pub fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    pub fn times(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    pub fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// Of length 1; to the right where it has none.
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 { self.times(1.0 / length) } else { Self::new(1.0, 0.0) }
    }

    /// Turned by a right angle.
    pub fn normal(self) -> Self {
        Self::new(-self.y, self.x)
    }

    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }
}

impl Rect {
    pub fn new(centre: Point, width: f64, height: f64) -> Self {
        Self { centre, width, height }
    }

    pub fn between(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        let centre = Point::new((left + right) / 2.0, (top + bottom) / 2.0);
        Self::new(centre, right - left, bottom - top)
    }

    pub fn left(&self) -> f64 {
        self.centre.x - self.width / 2.0
    }

    pub fn right(&self) -> f64 {
        self.centre.x + self.width / 2.0
    }

    pub fn top(&self) -> f64 {
        self.centre.y - self.height / 2.0
    }

    pub fn bottom(&self) -> f64 {
        self.centre.y + self.height / 2.0
    }

    /// Wider by so much on each side.
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.centre, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// The smallest box around two.
    pub fn around(&self, other: &Self) -> Self {
        Self::between(
            self.left().min(other.left()),
            self.top().min(other.top()),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        )
    }

    /// How far it reaches into another along each axis; negative where they are apart.
    pub fn depth(&self, other: &Self) -> Point {
        let distance = other.centre.minus(self.centre);
        Point::new(
            (self.width + other.width) / 2.0 - distance.x.abs(),
            (self.height + other.height) / 2.0 - distance.y.abs(),
        )
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        let depth = self.depth(other);
        depth.x > 0.0 && depth.y > 0.0
    }

    pub fn contains(&self, point: Point) -> bool {
        let distance = point.minus(self.centre);
        distance.x.abs() < self.width / 2.0 && distance.y.abs() < self.height / 2.0
    }

    /// Whether a segment comes into the box: by the axes of the box and the normal of the segment, one of which separates
    /// them if they are apart.
    pub fn is_hit(&self, a: Point, b: Point) -> bool {
        let (half_width, half_height) = (self.width / 2.0, self.height / 2.0);
        let middle = a.plus(b).times(0.5).minus(self.centre);
        let half = b.minus(a).times(0.5);
        if middle.x.abs() > half_width + half.x.abs() || middle.y.abs() > half_height + half.y.abs() {
            return false;
        }
        (middle.x * half.y - middle.y * half.x).abs()
            <= half_width * half.y.abs() + half_height * half.x.abs()
    }
}

/// Whether two segments cross, touching at an end not counted.
pub fn cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let side = |from: Point, to: Point, point: Point| {
        (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// The smallest box around several; nothing for none.
pub fn bounds(boxes: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    boxes.into_iter().reduce(|all, next| all.around(&next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_hit_boxes_that_they_come_into() {
        let unit = Rect::new(Point::default(), 2.0, 2.0);
        assert!(unit.is_hit(Point::new(-3.0, 0.5), Point::new(3.0, 0.5)));
        assert!(unit.is_hit(Point::new(0.0, 0.0), Point::new(0.1, 0.1)), "inside");
        assert!(!unit.is_hit(Point::new(-3.0, 0.0), Point::new(0.0, 3.0)), "past a corner");
        assert!(!unit.is_hit(Point::new(2.0, -1.0), Point::new(2.0, 1.0)));
    }

    #[test]
    fn segments_cross_in_their_midst_only() {
        let [a, b, c, d] = [(0.0, 0.0), (2.0, 2.0), (0.0, 2.0), (2.0, 0.0)].map(|(x, y)| Point::new(x, y));
        assert!(cross([a, b], [c, d]));
        assert!(!cross([a, c], [b, d]));
        assert!(!cross([a, b], [a, d]));
    }
}
