//! Components side by side: the greatest to the left, the others in columns that are as high.

use super::piece::Piece;
use super::{Body, Point, apart};

/// Room between components.
const GAP: f64 = 40.0;
/// How much wider than high a picture of many components is.
const ASPECT: f64 = 1.6;

/// A rectangle around the discs of a component.
struct Frame {
    corner: Point,
    size: Point,
}

/// How far each component moves, so that none touches another and the picture stands around the origin.
pub fn offsets(pieces: &[Piece], placed: &[Vec<Point>]) -> Vec<Point> {
    let frames: Vec<Frame> =
        pieces.iter().zip(placed).map(|(piece, places)| frame(&piece.bodies, places)).collect();
    let area: f64 = frames.iter().map(|frame| frame.size[0] * frame.size[1]).sum();
    let highest = frames.iter().map(|frame| frame.size[1]).fold(0.0, f64::max);
    let (corners, whole) = columns(&frames, highest.max((area / ASPECT).sqrt()));
    let offset = |(corner, frame): (Point, &Frame)| {
        [0, 1].map(|axis| corner[axis] - frame.corner[axis] - whole[axis] / 2.0)
    };
    corners.into_iter().zip(&frames).map(offset).collect()
}

/// The lower corners of rectangles that fill columns, the widest first, and the size of them all.
fn columns(frames: &[Frame], height: f64) -> (Vec<Point>, Point) {
    let mut widest: Vec<usize> = (0..frames.len()).collect();
    widest.sort_by(|&a, &b| frames[b].size[0].total_cmp(&frames[a].size[0]));
    let (mut corners, mut whole) = (vec![[0.0; 2]; frames.len()], [0.0; 2]);
    let (mut left, mut bottom, mut width) = (0.0, 0.0, 0.0);
    for at in widest {
        let size = frames[at].size;
        if bottom > 0.0 && bottom + size[1] > height {
            (left, bottom, width) = (left + width + GAP, 0.0, 0.0);
        }
        corners[at] = [left, bottom];
        width = size[0].max(width);
        whole = [(left + width).max(whole[0]), (bottom + size[1]).max(whole[1])];
        bottom += size[1] + GAP;
    }
    (corners, whole)
}

fn frame(bodies: &[Body], places: &[Point]) -> Frame {
    let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for (half, place) in apart::boxes(bodies).iter().zip(places) {
        for axis in [0, 1] {
            low[axis] = low[axis].min(place[axis] - half[axis]);
            high[axis] = high[axis].max(place[axis] + half[axis]);
        }
    }
    Frame { corner: low, size: [high[0] - low[0], high[1] - low[1]] }
}
