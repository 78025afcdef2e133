//! Sentences with trees made by hand.

use aliansi::model::{Claim, Document, Mention, Sentence};
use aliansi::ontology::Ontology;
use aliansi::pipeline::{analyze::analyze, detect::detect, extract};

/// A document of one Indonesian sentence, with what the stages before `extract` know of it.
pub struct Read {
    pub document: Document,
    pub sentences: Vec<Sentence>,
    pub mentions: Vec<Mention>,
}

/// A text before the parser has seen it.
pub fn unparsed(text: &str) -> Read {
    let document =
        Document { id: "d".into(), text: text.into(), language: Some("id".into()), ..Document::default() };
    let sentences = analyze(&document, Ontology::shipped());
    let mentions = detect(&document, &sentences, Ontology::shipped());
    Read { document, sentences, mentions }
}

/// A sentence whose words are written `form|relation|head`: heads count from 1, 0 is none.
pub fn parsed(words: &str) -> Read {
    let words: Vec<Vec<&str>> = words.split_whitespace().map(|word| word.split('|').collect()).collect();
    let forms: Vec<&str> = words.iter().map(|word| word[0]).collect();
    let mut read = unparsed(&forms.join(" "));
    let tokens = &mut read.sentences[0].tokens;
    assert_eq!(tokens.len(), words.len(), "a word is several tokens: {tokens:?}");
    for (token, word) in tokens.iter_mut().zip(words) {
        token.head = word[2].parse::<u32>().unwrap().checked_sub(1);
        word[1].clone_into(&mut token.relation);
    }
    read
}

impl Read {
    /// The clauses by the tree, one a line, each phrase in its own words: `V0 mendukung, Root; subject [rusia]`. Below them
    /// what each phrase has below it.
    pub fn clauses(&self) -> Vec<String> {
        let outline =
            extract::outline(&self.document, &self.sentences[0], &self.mentions, Ontology::shipped());
        let (chunks, tree) = outline.split_once("tree\n").expect("a tree");
        let phrases = chunks.lines().filter(|line| line.starts_with('P'));
        let phrases: Vec<(&str, &str)> = phrases.map(|line| line.split_once(' ').unwrap()).collect();
        let spelled = |line: &str| {
            phrases.iter().rev().fold(line.to_owned(), |line, (id, words)| line.replace(id, words))
        };
        tree.lines().filter(|line| !line.starts_with('C')).map(spelled).collect()
    }

    pub fn claims(&self) -> Vec<Claim> {
        extract::extract(&self.document, &self.sentences, &self.mentions, Ontology::shipped())
    }
}
