//! Which clause every token of a sentence stands in.

use std::ops::Range;

use crate::pipeline::extract::clause::Link;
use crate::pipeline::extract::scene::Scene;

/// For each token the clause that it belongs to.
#[derive(Debug)]
pub struct Reach {
    owners: Vec<Option<usize>>,
}

impl Reach {
    /// Clauses go from what introduces them to what introduces the next one. What stands before all of them belongs to the
    /// main clause: "**Pada 1979**, setelah revolusi meletus, Iran mengecam AS". A verb inside an expression of time
    /// ("**mulai** 1 Agustus") makes no clause.
    pub fn of(scene: &Scene<'_>, times: &[Range<usize>]) -> Self {
        let timed = |clause: &usize| times.iter().any(|time| time.contains(&scene.clause(*clause).verb));
        let mut starts: Vec<(usize, usize)> = (0..scene.clauses.clauses.len())
            .filter(|clause| !timed(clause))
            .map(|clause| (start(scene, clause), clause))
            .collect();
        starts.sort_unstable();
        let main =
            starts.iter().find(|(_, clause)| scene.clause(*clause).link == Link::Root).or(starts.first());
        let fronted = main.map(|&(_, clause)| clause);
        let mut next = starts.iter().peekable();
        let mut open = fronted;
        let tokens = 0..scene.sentence.tokens.len();
        let owner = |at: usize| {
            while let Some((_, clause)) = next.next_if(|(start, _)| *start <= at) {
                open = Some(*clause);
            }
            open
        };
        Self { owners: tokens.map(owner).collect() }
    }

    /// The clause that a token stands in; `None` in a sentence without verbs.
    pub fn owner(&self, token: usize) -> Option<usize> {
        self.owners[token]
    }
}

/// The token at which a clause begins: its mark or its own subject, else its verb with the modifiers.
fn start(scene: &Scene<'_>, id: usize) -> usize {
    let clause = scene.clause(id);
    let after = id.checked_sub(1).map_or(0, |before| scene.clause(before).verb + 1);
    let own = |at: &usize| (after..clause.first).contains(at);
    let mark = clause.mark.filter(own);
    let subject = clause.subject.map(|phrase| scene.phrase(phrase).first()).filter(own);
    match clause.link {
        Link::Relative | Link::Complement | Link::Purpose => mark.or(subject),
        _ => mark.into_iter().chain(subject).min(),
    }
    .unwrap_or(clause.first)
}
