//! The frustration index of a block by branch and bound.

use super::solve::Block;

/// What a search found.
pub(super) struct Found {
    /// The best partition, and what it frustrates.
    pub(super) best: (Vec<bool>, f64),
    /// What every partition frustrates.
    pub(super) lower: f64,
}

/// Finds a best partition, as far as the budget of steps goes, from a good one.
///
/// Russian doll search (Verfaillie, Lemaître & Schiex 1996): actors stand in a row; the last two are solved, then the last three, and
/// so on. A partial partition frustrates at least what it has, what each actor behind must add by its edges to those before, and the
/// optimum of those behind among themselves, which is known from the doll before. Each doll begins from the solution of the one
/// before with the new actor on its better side.
pub(super) fn search(block: &Block, known: (Vec<bool>, f64), slack: f64, budget: &mut u64) -> Found {
    let row = row(block);
    let mut dolls = Dolls::new(block, &row, slack);
    for first in (0..row.len()).rev() {
        dolls.extend(first);
        if first == 0 && known.1 < dolls.best.1 {
            dolls.best = (row.iter().map(|&actor| known.0[actor]).collect(), known.1);
        }
        if !dolls.solve(first, budget) {
            return Found { best: known, lower: dolls.optima[first + 1] };
        }
        dolls.optima[first] = dolls.best.1;
    }
    let mut sides = vec![true; row.len()];
    row.iter().zip(&dolls.best.0).for_each(|(&actor, &side)| sides[actor] = side);
    Found { lower: dolls.best.1, best: (sides, dolls.best.1) }
}

/// Actors so that each has much weight to those before it; the last have the least to say.
fn row(block: &Block) -> Vec<usize> {
    let strength = |actor: usize| block.adjacency.of(actor).iter().map(|end| end.1.abs()).sum::<f64>();
    let strengths: Vec<f64> = (0..block.len()).map(strength).collect();
    let mut to_row = vec![0.0_f64; block.len()];
    let mut left: Vec<usize> = (0..block.len()).collect();
    let mut row = Vec::with_capacity(block.len());
    while !left.is_empty() {
        let better = |x: &usize, y: &usize| {
            to_row[*x].total_cmp(&to_row[*y]).then(strengths[*x].total_cmp(&strengths[*y])).then(y.cmp(x))
        };
        let Some(at) = (0..left.len()).max_by(|&x, &y| better(&left[x], &left[y])) else { break };
        let actor = left.remove(at);
        block.adjacency.of(actor).iter().for_each(|&(end, weight)| to_row[end] += weight.abs());
        row.push(actor);
    }
    row
}

struct Dolls {
    /// By place in the row, the places behind that it has edges to, with weights.
    behind: Vec<Vec<(usize, f64)>>,
    /// By place, the optimum of those from there on among themselves.
    optima: Vec<f64>,
    /// The best partition of the present doll, by place, and what it frustrates.
    best: (Vec<bool>, f64),
    /// Sides of the partial partition.
    sides: Vec<bool>,
    /// By place, what its edges to the partial partition frustrate on either side.
    costs: Vec<[f64; 2]>,
    slack: f64,
}

impl Dolls {
    fn new(block: &Block, row: &[usize], slack: f64) -> Self {
        let mut place = vec![0; row.len()];
        row.iter().enumerate().for_each(|(at, &actor)| place[actor] = at);
        let ends = |(at, &actor): (usize, &usize)| {
            let ends = block.adjacency.of(actor).iter().map(|&(end, weight)| (place[end], weight));
            ends.filter(|(end, _)| *end > at).collect()
        };
        Self {
            behind: row.iter().enumerate().map(ends).collect(),
            optima: vec![0.0; row.len() + 1],
            best: (vec![true; row.len()], 0.0),
            sides: vec![true; row.len()],
            costs: vec![[0.0; 2]; row.len()],
            slack,
        }
    }

    /// Puts a new first actor before the best partition, on its better side.
    fn extend(&mut self, first: usize) {
        let cost = |side: bool| {
            let wrong =
                self.behind[first].iter().filter(|(end, w)| (*w > 0.0) != (self.best.0[*end] == side));
            wrong.map(|(_, weight)| weight.abs()).sum::<f64>()
        };
        let [yes, no] = [true, false].map(cost);
        self.best.0[first] = yes <= no;
        self.best.1 += yes.min(no);
    }

    /// Finds the optimum from a place on; whether the budget sufficed. Which side the first is on does not matter.
    fn solve(&mut self, first: usize, budget: &mut u64) -> bool {
        self.costs[first..].fill([0.0; 2]);
        self.place(first, true);
        self.branch(first + 1, 0.0, 0.0, budget)
    }

    /// Tries both sides of a place, the cheaper first. `cost` is what the partial partition frustrates, `least` what those behind
    /// must add by their edges to it.
    fn branch(&mut self, at: usize, cost: f64, least: f64, budget: &mut u64) -> bool {
        if at == self.sides.len() {
            if cost < self.best.1 - self.slack {
                self.best = (self.sides.clone(), cost);
            }
            return true;
        }
        if *budget == 0 {
            return false;
        }
        *budget -= 1;
        let own = self.costs[at];
        let behind = least - own[0].min(own[1]);
        let first = own[0] <= own[1];
        for side in [first, !first] {
            let cost = cost + own[usize::from(!side)];
            let least = behind + self.place(at, side);
            let bound = cost + least + self.optima[at + 1];
            let done = bound >= self.best.1 - self.slack || self.branch(at + 1, cost, least, budget);
            self.take_back(at, side);
            if !done {
                return false;
            }
        }
        true
    }

    /// Puts a place on a side; gives what those behind must add for it.
    fn place(&mut self, at: usize, side: bool) -> f64 {
        self.sides[at] = side;
        let mut more = 0.0;
        for &(end, weight) in &self.behind[at] {
            let costs = &mut self.costs[end];
            let before = costs[0].min(costs[1]);
            costs[usize::from((weight > 0.0) == side)] += weight.abs();
            more += costs[0].min(costs[1]) - before;
        }
        more
    }

    fn take_back(&mut self, at: usize, side: bool) {
        for &(end, weight) in &self.behind[at] {
            self.costs[end][usize::from((weight > 0.0) == side)] -= weight.abs();
        }
    }
}
