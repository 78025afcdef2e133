//! What hangs together, by itself.

use petgraph::unionfind::UnionFind;

use super::{Body, Link};

/// A component: its bodies with their links, numbered anew.
#[derive(Debug, Default)]
pub struct Piece {
    /// Which bodies of the whole these are, rising.
    pub members: Vec<usize>,
    /// Them.
    pub bodies: Vec<Body>,
    /// Where the neighbours of each begin in `neighbours`; one more at the end.
    first: Vec<usize>,
    neighbours: Vec<(usize, f64)>,
}

impl Piece {
    /// Whom a body is linked to, and how strongly.
    pub fn neighbours(&self, body: usize) -> &[(usize, f64)] {
        &self.neighbours[self.first[body]..self.first[body + 1]]
    }

    fn link(&mut self, links: &[Link]) {
        let mut first = vec![0; self.bodies.len() + 1];
        for end in links.iter().flat_map(|link| link.ends) {
            first[end + 1] += 1;
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        let mut next = first.clone();
        self.neighbours = vec![(0, 0.0); 2 * links.len()];
        for &Link { ends: [a, b], pull } in links {
            for (from, to) in [(a, b), (b, a)] {
                self.neighbours[next[from]] = (to, pull);
                next[from] += 1;
            }
        }
        self.first = first;
    }
}

/// The components, the greatest first, equal ones in the order of their first bodies. O(n log n + e).
pub fn pieces(bodies: &[Body], links: &[Link]) -> Vec<Piece> {
    let mut sets = UnionFind::<usize>::new(bodies.len());
    for link in links {
        sets.union(link.ends[0], link.ends[1]);
    }
    let mut number = vec![usize::MAX; bodies.len()];
    let (mut pieces, mut place) = (Vec::<Piece>::new(), vec![(0, 0); bodies.len()]);
    for (at, root) in sets.into_labeling().into_iter().enumerate() {
        if number[root] == usize::MAX {
            number[root] = pieces.len();
            pieces.push(Piece::default());
        }
        let piece = &mut pieces[number[root]];
        place[at] = (number[root], piece.members.len());
        piece.members.push(at);
        piece.bodies.push(bodies[at]);
    }
    for (piece, links) in pieces.iter_mut().zip(shared_out(links, &place, &number)) {
        piece.link(&links);
    }
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.members.len()));
    pieces
}

/// The links of each piece between its own numbers.
fn shared_out(links: &[Link], place: &[(usize, usize)], number: &[usize]) -> Vec<Vec<Link>> {
    let pieces = number.iter().filter(|&&number| number != usize::MAX).count();
    let mut shares = vec![Vec::new(); pieces];
    for link in links.iter().filter(|link| link.ends[0] != link.ends[1]) {
        let [(piece, from), (_, to)] = link.ends.map(|end| place[end]);
        shares[piece].push(Link { ends: [from, to], ..*link });
    }
    shares
}
