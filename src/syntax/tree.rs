//! Scores of arcs → the best tree.

/// Scores of the heads of every word of a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Arcs<'a> {
    /// A row a word: the scores of all words as its head, of the root, and padding.
    pub scores: &'a [f32],
    /// Length of a row.
    pub width: usize,
    /// Number of words; also the number of the root.
    pub words: usize,
}

impl Arcs<'_> {
    fn score(&self, word: usize, head: usize) -> f32 {
        self.scores[word * self.width + head]
    }

    /// The best head of a word, wherever it leads.
    fn best_head(&self, word: usize) -> u32 {
        let better = |best: usize, head: usize| {
            if head != word && (best == word || self.score(word, head) > self.score(word, best)) {
                head
            } else {
                best
            }
        };
        (0..=self.words).fold(word, better) as u32
    }
}

/// Buffers of the search.
#[derive(Debug, Default)]
pub struct Trees {
    /// The heads of the last tree.
    pub heads: Vec<u32>,
    seen: Vec<u32>,
    spans: Vec<Span>,
    todo: Vec<(usize, usize, Kind)>,
}

/// The best analyses of the words from `i` to `j`, and where their parts meet.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    score: [f32; 4],
    split: [u32; 4],
}

/// `Left` spans hang on their last word, `Right` spans on their first; of an open one, the outer words are head
/// and dependent, and the dependent's own outer dependents are still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    OpenLeft,
    OpenRight,
    Left,
    Right,
}

impl Trees {
    /// Finds a tree with one root: that of everyone's best head, if it is one, else the best tree without
    /// crossing arcs (Eisner 1996). The time is quadratic in the words, seldom cubic.
    pub fn find(&mut self, arcs: Arcs<'_>) {
        self.heads.clear();
        self.heads.extend((0..arcs.words).map(|word| arcs.best_head(word)));
        if !self.is_tree() && arcs.words > 0 {
            self.project(arcs);
        }
    }

    /// One word hangs on the root and every other word on it in the end.
    fn is_tree(&mut self) -> bool {
        let root = self.heads.len();
        self.seen.clear();
        self.seen.resize(root, u32::MAX);
        for start in 0..root {
            let mut at = start;
            while at < root && self.seen[at] == u32::MAX {
                self.seen[at] = start as u32;
                at = self.heads[at] as usize;
            }
            if at < root && self.seen[at] == start as u32 {
                return false;
            }
        }
        self.heads.iter().filter(|head| **head as usize == root).count() == 1
    }

    fn project(&mut self, arcs: Arcs<'_>) {
        self.spans.clear();
        self.spans.resize(arcs.words * arcs.words, Span::default());
        for length in 1..arcs.words {
            for first in 0..arcs.words - length {
                self.fill(arcs, first, first + length);
            }
        }
        let last = arcs.words - 1;
        let total = |root: usize| {
            self.score(arcs, 0, root, Kind::Left)
                + self.score(arcs, root, last, Kind::Right)
                + arcs.score(root, arcs.words)
        };
        let root = (1..arcs.words).fold(0, |best, root| if total(root) > total(best) { root } else { best });
        self.heads[root] = arcs.words as u32;
        self.todo.extend([(0, root, Kind::Left), (root, last, Kind::Right)]);
        self.read(arcs);
    }

    fn score(&self, arcs: Arcs<'_>, first: usize, last: usize, kind: Kind) -> f32 {
        self.spans[first * arcs.words + last].score[kind as usize]
    }

    fn fill(&mut self, arcs: Arcs<'_>, first: usize, last: usize) {
        let (inside, split) = best(first..last, |at| {
            self.score(arcs, first, at, Kind::Right) + self.score(arcs, at + 1, last, Kind::Left)
        });
        let place = first * arcs.words + last;
        let put = |spans: &mut [Span], kind: Kind, (score, split): (f32, usize)| {
            spans[place].score[kind as usize] = score;
            spans[place].split[kind as usize] = split as u32;
        };
        put(&mut self.spans, Kind::OpenLeft, (inside + arcs.score(first, last), split));
        put(&mut self.spans, Kind::OpenRight, (inside + arcs.score(last, first), split));
        let left = best(first..last, |at| {
            self.score(arcs, first, at, Kind::Left) + self.score(arcs, at, last, Kind::OpenLeft)
        });
        let right = best(first + 1..last + 1, |at| {
            self.score(arcs, first, at, Kind::OpenRight) + self.score(arcs, at, last, Kind::Right)
        });
        put(&mut self.spans, Kind::Left, left);
        put(&mut self.spans, Kind::Right, right);
    }

    /// Takes the spans apart and sets the heads.
    fn read(&mut self, arcs: Arcs<'_>) {
        while let Some((first, last, kind)) = self.todo.pop() {
            if first == last {
                continue;
            }
            let split = self.spans[first * arcs.words + last].split[kind as usize] as usize;
            match kind {
                Kind::OpenLeft => self.heads[first] = last as u32,
                Kind::OpenRight => self.heads[last] = first as u32,
                Kind::Left | Kind::Right => {}
            }
            self.todo.extend(match kind {
                Kind::OpenLeft | Kind::OpenRight => {
                    [(first, split, Kind::Right), (split + 1, last, Kind::Left)]
                }
                Kind::Left => [(first, split, Kind::Left), (split, last, Kind::OpenLeft)],
                Kind::Right => [(first, split, Kind::OpenRight), (split, last, Kind::Right)],
            });
        }
    }
}

/// The greatest value and where it is first reached.
fn best(range: std::ops::Range<usize>, value: impl Fn(usize) -> f32) -> (f32, usize) {
    let start = (value(range.start), range.start);
    range
        .skip(1)
        .map(|at| (value(at), at))
        .fold(start, |best, next| if next.0 > best.0 { next } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(scores: &[f32], words: usize) -> Vec<u32> {
        let mut trees = Trees::default();
        trees.find(Arcs { scores, width: words + 1, words });
        trees.heads
    }

    /// Every tree with one root and no crossing arcs, by trying all heads.
    fn best_by_trial(scores: &[f32], words: usize) -> f32 {
        let heads = |mut number: usize| -> Vec<u32> {
            let mut next = || {
                let head = number % (words + 1);
                number /= words + 1;
                head as u32
            };
            (0..words).map(|_| next()).collect()
        };
        let total = |heads: &[u32]| -> f32 {
            heads.iter().enumerate().map(|(word, head)| scores[word * (words + 1) + *head as usize]).sum()
        };
        let trees = (0..(words + 1).pow(words as u32)).map(heads).filter(|heads| is_sound(heads));
        trees.map(|heads| total(&heads)).fold(f32::MIN, f32::max)
    }

    fn is_sound(heads: &[u32]) -> bool {
        Trees { heads: heads.to_vec(), ..Trees::default() }.is_tree() && !crosses(heads)
    }

    fn crosses(heads: &[u32]) -> bool {
        let ends = |word: usize| (word.min(heads[word] as usize), word.max(heads[word] as usize));
        let arcs: Vec<_> = (0..heads.len()).map(ends).collect();
        arcs.iter().any(|a| arcs.iter().any(|b| a.0 < b.0 && b.0 < a.1 && a.1 < b.1))
    }

    fn scores(seed: u64, words: usize) -> Vec<f32> {
        (0..words * (words + 1))
            .map(|at| (super::super::hash::mix(seed * 1000 + at as u64) % 97) as f32)
            .collect()
    }

    #[test]
    fn projection_is_the_best_of_all_trees() {
        for seed in 0..200 {
            let words = 2 + seed as usize % 4;
            let scores = scores(seed, words);
            let mut trees = Trees { heads: vec![0; words], ..Trees::default() };
            trees.project(Arcs { scores: &scores, width: words + 1, words });
            assert!(is_sound(&trees.heads), "{:?}", trees.heads);
            let total: f32 = trees
                .heads
                .iter()
                .enumerate()
                .map(|(word, head)| scores[word * (words + 1) + *head as usize])
                .sum();
            assert_eq!(total, best_by_trial(&scores, words), "seed {seed}");
        }
    }

    #[test]
    fn every_answer_is_a_tree_with_one_root() {
        for seed in 0..100 {
            let words = 1 + seed as usize % 12;
            let mut trees = Trees::default();
            trees.find(Arcs { scores: &scores(seed, words), width: words + 1, words });
            assert!(trees.is_tree(), "seed {seed}: {:?}", trees.heads);
        }
    }

    #[test]
    fn crossing_arcs_stay_when_all_agree() {
        // 0 hangs on 2, 1 on 3, 2 on 3, 3 on the root.
        let heads = [2, 3, 3, 4];
        let mut scores = vec![0.0; 4 * 5];
        heads.iter().enumerate().for_each(|(word, head)| scores[word * 5 + head] = 1.0);
        assert_eq!(find(&scores, 4), [2, 3, 3, 4]);
    }

    #[test]
    fn no_words_have_no_heads() {
        assert!(find(&[], 0).is_empty());
    }
}
