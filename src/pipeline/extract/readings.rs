//! The sentences of a document, each read over its chunks and, where it has one, over its tree.

use super::scene::Scene;
use super::{chunk, clause, first_person, hybrid, quotes, tree};
use crate::model::{Document, Mention, Sentence, split_unlisted};
use crate::ontology::Ontology;

/// Both readings of every sentence, in order.
pub struct Readings<'a> {
    scenes: Vec<Scene<'a>>,
    trees: Vec<Option<Scene<'a>>>,
}

impl<'a> Readings<'a> {
    /// Reads the sentences with their mentions.
    pub fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        mentions: &'a [Mention],
        ontology: &'a Ontology,
    ) -> Self {
        let scenes = scenes(document, sentences, mentions, ontology);
        let trees = scenes.iter().map(tree_scene).collect();
        Self { scenes, trees }
    }

    /// Each sentence over its chunks, and over its tree.
    pub fn both(&self) -> impl Iterator<Item = (&Scene<'a>, Option<&Scene<'a>>)> {
        self.scenes.iter().zip(self.trees.iter().map(Option::as_ref))
    }

    /// The reading of each sentence that tells status and speaker.
    pub fn told(&self) -> Vec<&Scene<'a>> {
        self.both().map(|(chunks, tree)| hybrid::telling(chunks, tree)).collect()
    }

    /// The mentions with "kami" among them, where speakers say it; nothing if none does.
    pub fn with_speakers(&self) -> Option<Vec<Mention>> {
        if !self.scenes.iter().any(first_person::stands_in) {
            return None;
        }
        let told = self.told();
        first_person::mentions(&told, &quotes::quotations(&told))
    }
}

/// The sentences of a document over their chunks.
pub fn scenes<'a>(
    document: &'a Document,
    sentences: &'a [Sentence],
    mentions: &'a [Mention],
    ontology: &'a Ontology,
) -> Vec<Scene<'a>> {
    let Some(index) = document.language.as_deref().and_then(|code| ontology.index().language(code)) else {
        return Vec::new();
    };
    let mut rest = mentions;
    let scene = |sentence: &'a Sentence| {
        let own = rest.partition_point(|mention| mention.sentence <= sentence.index);
        let (own, later) = rest.split_at(own);
        rest = later;
        let (mentions, unlisted) = split_unlisted(own);
        let chunks = chunk::chunks(sentence, mentions, index);
        let clauses = clause::clauses(chunks, sentence, mentions, index);
        Scene { document, sentence, mentions, unlisted, ontology, index, clauses }
    };
    sentences.iter().map(scene).collect()
}

/// The same sentence read off its tree, where it has one.
pub fn tree_scene<'a>(scene: &Scene<'a>) -> Option<Scene<'a>> {
    let clauses = tree::clauses(&scene.clauses, scene.sentence, scene.mentions, scene.index)?;
    Some(Scene { clauses, ..*scene })
}
