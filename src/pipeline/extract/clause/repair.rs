//! What only the whole sentence shows.

use super::{Clauses, Link};

use crate::model::Sentence;
use crate::ontology::index::LanguageIndex;
use crate::pipeline::extract::chunk::Phrase;

/// "mendukung **dan membantu** Palestina": a verb directly before a coordinated one shares what follows that.
pub fn share_objects(out: &mut Clauses) {
    for at in (1..out.clauses.len()).rev() {
        let (before, after) = (&out.clauses[at - 1], &out.clauses[at]);
        let alone = before.objects.is_empty() && before.obliques.is_empty();
        let adjacent = after.mark == Some(before.verb + 1);
        if alone && adjacent && after.link == Link::Coordinate {
            let (objects, obliques) = (after.objects.clone(), after.obliques.clone());
            (out.clauses[at - 1].objects, out.clauses[at - 1].obliques) = (objects, obliques);
        }
    }
}

/// "Setelah menandatangani …, **Indonesia** menyepakati": an opening clause shares the next subject.
pub fn give_cataphoric_subjects(out: &mut Clauses) {
    let clauses = &mut out.clauses;
    for at in 0..clauses.len() {
        let opening = clauses[at].parent.is_none();
        if opening && clauses[at].subject.is_none() {
            let next =
                clauses[at + 1..].iter().find(|next| next.link == Link::Root && next.subject.is_some());
            clauses[at].subject = next.and_then(|next| next.subject);
        }
    }
}

/// "menerima **X** menjadi anggota": of a verb of becoming, what stands between it and the verb above is the subject.
pub fn give_becoming_subjects(out: &mut Clauses, sentence: &Sentence, index: &LanguageIndex) {
    for at in 0..out.clauses.len() {
        let clause = &out.clauses[at];
        let becomes =
            clause.link == Link::Chain && index.forms.is("becoming", &sentence.tokens[clause.verb].form);
        let above = clause.parent.filter(|_| becomes).map(|above| &out.clauses[above]);
        let object = above.and_then(|above| above.objects.last().copied());
        if let Some(object) = object.filter(|&object| out.phrases[object].last() == clause.first) {
            out.clauses[at].subject = Some(object);
        }
    }
}

/// "X menawarkan **diri** menjadi penengah", "X offered **itself** as host": of a clause that a reflexive pronoun would do, the
/// subject is that of the clause above.
pub fn give_reflexive_subjects(out: &mut Clauses, sentence: &Sentence, index: &LanguageIndex) {
    let reflexive = |phrase: usize| {
        let Phrase { members, preposition, .. } = &out.phrases[phrase];
        let word = members.len() == 1 && members[0].len() == 1 && preposition.is_none();
        word && index.forms.is("reflexive", &sentence.tokens[members[0].start].form)
    };
    for at in 0..out.clauses.len() {
        let clause = &out.clauses[at];
        if clause.subject.is_some_and(reflexive) {
            out.clauses[at].subject = clause.parent.and_then(|above| out.clauses[above].subject);
        }
    }
}
