//! Where actors stand: blocs side by side, neighbours near, few lines that cross, none behind an actor.
//!
//! First the distances of the drawing are fitted to those in the network (stress majorization: Gansner, Koren & North,
//! “Graph drawing by stress majorization”, 2004); then actors are moved while that betters what a reader sees (crossings,
//! lines behind actors, length: Davidson & Harel, “Drawing graphs nicely using simulated annealing”, 1996); at last
//! boxes are pushed apart. Networks too large for that, in which blocs have no borders, are left to springs.

mod anneal;
mod energy;
mod separate;
mod springs;
mod stress;

use super::geometry::{Point, Rect, bounds};

/// Air around actors, and around blocs.
const BODY_AIR: f64 = 17.0;
const BLOC_AIR: f64 = 26.0;
/// From the actors of a bloc to its border, and more above for its name.
pub const HULL_PADDING: f64 = 18.0;
pub const HULL_HEAD: f64 = 22.0;

/// An actor to be placed.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// How wide its box is.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// Index of its bloc, if it stands in one with others.
    pub bloc: Option<usize>,
}

/// Lines between two actors.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// One of the two.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The width of the widest label.
    pub room: f64,
    /// How many lines.
    pub lines: f64,
    /// How much they draw the two to each other in a large network: 1 for each friendly line, hardly anything for a hostile one.
    pub pull: f64,
}

/// The centre of each actor. Equal arguments give equal centres on every machine.
pub fn place(bodies: &[Body], links: &[Link], is_large: bool) -> Vec<Point> {
    let links: Vec<Link> = links.iter().copied().filter(|link| link.a != link.b).collect();
    if is_large {
        return springs::springs(bodies, &links);
    }
    let mut places = stress::stress(bodies, &links);
    separate::separate(bodies, &mut places);
    anneal::anneal(bodies, &links, &mut places);
    separate::separate(bodies, &mut places);
    places
}

/// How many blocs there are.
fn blocs(bodies: &[Body]) -> usize {
    bodies.iter().filter_map(|body| body.bloc).max().map_or(0, |last| last + 1)
}

fn rect(body: &Body, at: Point) -> Rect {
    Rect::new(at, body.width, body.height)
}

/// The border of each bloc.
pub fn hulls(bodies: &[Body], places: &[Point]) -> Vec<Rect> {
    (0..blocs(bodies)).map(|bloc| hull(bodies, places, bloc)).collect()
}

fn hull(bodies: &[Body], places: &[Point], bloc: usize) -> Rect {
    let members = bodies.iter().zip(places).filter(|(body, _)| body.bloc == Some(bloc));
    let inner = bounds(members.map(|(body, &at)| rect(body, at))).unwrap_or_default();
    let padded = inner.grown(HULL_PADDING);
    Rect::between(padded.left(), padded.top() - HULL_HEAD, padded.right(), padded.bottom())
}
