//! Where claims come from in the end.

use std::hash::Hash;

use petgraph::unionfind::UnionFind;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::copies;
use crate::model::{Claim, Document, kebab};
use crate::ontology::Scoring;

/// A source that counts once, however often it is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A medium: the one that the text cites, else the one that the document was taken over from, else its
    /// publisher. Names are compared without regard to case, accents and punctuation.
    Medium(String),
    /// A document of which no medium is known.
    Document(String),
}

/// What is known of the sources of a graph's claims: made once for all levels.
pub struct Origins<'g> {
    /// Every origin once, sorted.
    all: Vec<Origin>,
    by_evidence: FxHashMap<&'g str, Source>,
}

/// The source of one claim.
#[derive(Debug, Clone, Copy)]
struct Source {
    /// Whether the sentence or the document names the medium that it has it from.
    cited: bool,
    /// Index among all origins.
    origin: usize,
    /// Group of near-copies of the sentence.
    sentence: usize,
    /// Group of near-copies of the document, unless the sentence itself cites a medium.
    document: Option<usize>,
}

impl<'g> Origins<'g> {
    /// The sources of all claims of a graph and its documents. Near-copies are those of `scoring.copies`.
    pub fn new(documents: &'g [Document], claims: &'g [Claim], scoring: &Scoring) -> Self {
        let texts: Vec<&str> = claims.iter().map(|claim| claim.text.as_str()).collect();
        let sentences = copies::of_sentences(&texts, scoring.copies);
        let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
        let groups = copies::of_documents(&texts, scoring.copies);
        let group: FxHashMap<&str, (usize, &Document)> =
            documents.iter().zip(groups).map(|(d, group)| (d.id.as_str(), (group, d))).collect();
        let known = |claim: &Claim| group.get(claim.document.as_str());
        let owned = |claim: &'g Claim| own(claim, known(claim).map(|(_, document)| *document));
        let mut all: Vec<Origin> = claims.par_iter().map(|claim| owned(claim).1).collect();
        all.par_sort_unstable();
        all.dedup();
        let source = |(claim, sentence): (&'g Claim, usize)| {
            let (cited, origin) = owned(claim);
            let document = known(claim).filter(|_| claim.via.is_none()).map(|(group, _)| *group);
            let origin = all.partition_point(|other| *other < origin);
            (claim.evidence.as_str(), Source { cited, origin, sentence, document })
        };
        let by_evidence = claims.par_iter().zip(sentences).map(source).collect();
        Self { all, by_evidence }
    }

    /// The origin of each piece of evidence for one edge, in order.
    ///
    /// Evidence has one origin if it has one medium, if its sentences are near-copies, or if its documents are; and if other
    /// evidence ties it so. It is named after a cited medium, else a publisher, else a document, the first by name.
    pub fn of(&self, evidence: &[&Claim]) -> Vec<Origin> {
        let sources: Vec<&Source> =
            evidence.iter().filter_map(|claim| self.by_evidence.get(claim.evidence.as_str())).collect();
        let mut tied = UnionFind::new(sources.len());
        tie(&mut tied, sources.iter().map(|source| Some(source.origin)));
        tie(&mut tied, sources.iter().map(|source| Some(source.sentence)));
        tie(&mut tied, sources.iter().map(|source| source.document));
        let labels = tied.into_labeling();
        let mut first: FxHashMap<usize, (bool, usize)> = FxHashMap::default();
        for (label, source) in labels.iter().zip(&sources) {
            let named = (!source.cited, source.origin);
            first.entry(*label).and_modify(|known| *known = named.min(*known)).or_insert(named);
        }
        labels.iter().map(|label| self.all[first[label].1].clone()).collect()
    }
}

/// Ties what has the same key.
fn tie<K: Hash + Eq>(tied: &mut UnionFind<usize>, keys: impl Iterator<Item = Option<K>>) {
    let mut met: FxHashMap<K, usize> = FxHashMap::default();
    for (at, key) in keys.enumerate() {
        let Some(key) = key else { continue };
        tied.union(*met.entry(key).or_insert(at), at);
    }
}

/// The origin of a claim by what it and its document say, and whether they cite it.
fn own(claim: &Claim, document: Option<&Document>) -> (bool, Origin) {
    let medium = |name: Option<&String>| name.map(|name| kebab(name)).filter(|name| !name.is_empty());
    let cited = || medium(claim.via.as_ref()).or_else(|| medium(document?.via.as_ref()));
    if let Some(name) = cited() {
        return (true, Origin::Medium(name));
    }
    let publisher = document.and_then(|document| medium(document.publisher.as_ref()));
    (false, publisher.map_or_else(|| Origin::Document(claim.document.clone()), Origin::Medium))
}
