//! How a clause hangs on the one above.

use super::table::Tree;
use crate::pipeline::extract::clause::{Clause, Link};

impl Tree<'_> {
    /// Every clause with its link and the clause above; still without arguments.
    pub fn links(&self) -> Vec<Clause> {
        self.chunks.clauses.iter().enumerate().map(|(at, read)| self.linked(at, read)).collect()
    }

    fn linked(&self, at: usize, read: &Clause) -> Clause {
        let (objects, obliques) = Default::default();
        if self.governs(read) {
            return Clause { objects, obliques, ..read.clone() };
        }
        let mark = self.arcs.mark(self.predicates[at]);
        let (link, parent) = self.link(at, mark);
        let (link, mark) = self.reconciled(read, link, mark);
        Clause { first: read.first, verb: read.verb, link, parent, subject: None, objects, obliques, mark }
    }

    /// What parsers of a language with heads last confuse: "said Israel, **which attacked** …" is not what is said, "the
    /// claim **that** Israel attacked …" is what is claimed.
    fn reconciled(&self, read: &Clause, link: Link, mark: Option<usize>) -> (Link, Option<usize>) {
        let spelled = read.mark.filter(|&at| self.is("complementizer", at));
        let relative = read.link == Link::Relative && spelled.is_none();
        match link {
            _ if !self.index.forms.heads_last() => (link, mark),
            Link::Complement | Link::Chain | Link::Subordinate if relative => (Link::Relative, mark),
            Link::Relative if read.link == Link::Complement && spelled.is_some() => {
                (Link::Complement, spelled)
            }
            _ => (link, mark),
        }
    }

    fn link(&self, at: usize, mark: Option<usize>) -> (Link, Option<usize>) {
        let predicate = self.predicates[at];
        // "is willing to **leave**": the clause of the copula, whose predicate the verb completes.
        if let Some(copular) = self.clause_of(predicate).filter(|&holder| holder < at) {
            return (Link::Chain, Some(copular));
        }
        let parent = self.governing(predicate).filter(|&parent| parent != at);
        let link = match self.arcs.relation(predicate) {
            "acl" | "advcl" if mark.is_some_and(|at| self.is("purpose", at)) => Link::Purpose,
            "acl" if mark.is_some_and(|at| self.is("complementizer", at)) => Link::Complement,
            "acl" => Link::Relative,
            "ccomp" => Link::Complement,
            "xcomp" => Link::Chain,
            "advcl" => Link::Subordinate,
            "conj" | "csubj" => Link::Coordinate,
            "root" | "parataxis" | "list" | "dep" | "appos" | "nsubj" => Link::Root,
            _ => Link::Chain,
        };
        match parent {
            Some(_) if link != Link::Root => (link, parent),
            _ if link == Link::Relative => (link, None),
            _ => (Link::Root, None),
        }
    }
}
