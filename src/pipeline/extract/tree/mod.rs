//! A dependency tree → clauses: who is subject, object and oblique of every verb, by the parser's arcs.
//!
//! “Uni Eropa, yang dikecam Iran, mendukung Suriah dengan senjata.” has the phrases *Uni Eropa*, *Iran*, *Suriah* and *dengan
//! senjata*. Its arcs, and the clauses that come out:
//!
//! ```text
//! Eropa   ←nsubj─ mendukung     dikecam, relative of mendukung: subject Uni Eropa, object Iran (its agent)
//! dikecam ←acl─   Eropa         mendukung, root: subject Uni Eropa, object Suriah, oblique dengan senjata
//! Iran    ←obl─   dikecam
//! Suriah  ←obj─   mendukung
//! senjata ←obl─   mendukung
//! ```
//!
//! The phrases and verbs are those that `clause` reads off the chunks, so both readings speak of the same things and can be
//! compared role by role. Relations are those of UD v2. Nothing depends on the difference of compound and nmod, on which
//! treebanks disagree, nor on which of two conjuncts is the head.
//!
//! | file | does |
//! |---|---|
//! | `arcs` | heads, relations and marks of the tokens |
//! | `table` | tokens → the clauses and phrases that they stand for |
//! | `climb` | from a token up through phrases to a verb |
//! | `link` | how a clause hangs on the one above |
//! | `place` | hands phrases to the clauses whose arguments they are |
//! | `share` | subjects and objects that clauses have in common |
//! | `gaps` | what the tree does not tell, as the chunks tell it |
//! | `modifiers` | the prepositional phrases below a noun |
//!
//! Every step is linear in the length of the sentence.

mod arcs;
mod climb;
mod gaps;
mod link;
mod modifiers;
mod place;
mod share;
mod table;

use super::clause::{Clauses, give_becoming_subjects, give_reflexive_subjects};
use crate::model::{Mention, Sentence};
use crate::ontology::index::LanguageIndex;
use table::Tree;

/// The longest way up a tree that is followed.
const DEPTH: usize = 64;

/// The clauses of a sentence by its tree; `None` if it has none. `chunks` is what its chunks tell.
pub fn clauses(
    chunks: &Clauses,
    sentence: &Sentence,
    mentions: &[Mention],
    index: &LanguageIndex,
) -> Option<Clauses> {
    sentence.is_parsed().then(|| {
        let tree = Tree::new(chunks, sentence, mentions, index);
        let mut clauses = tree.links();
        tree.place(&mut clauses);
        tree.complete(&mut clauses);
        tree.share(&mut clauses);
        tree.inherit(&mut clauses);
        let (phrases, modifiers) = (chunks.phrases.clone(), tree.modifiers());
        let mut clauses = Clauses { phrases, clauses, modifiers, parsed: true };
        give_becoming_subjects(&mut clauses, sentence, index);
        give_reflexive_subjects(&mut clauses, sentence, index);
        clauses
    })
}
