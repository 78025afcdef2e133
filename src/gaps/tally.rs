//! Counts of findings, with a few sentences each.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{Finding, Kind, Sort};

/// So many sentences are kept of each gap.
const SAMPLES: usize = 3;

/// So many different gaps of a kind are counted at once.
const MOST: usize = 20_000;

/// Something that the ontology lacks, and how often texts would need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The name, the dictionary form of the word, or `FRAME: PLACE`.
    pub name: String,
    /// What a name names, as most of the sentences say that say anything; unknown for all else.
    pub sort: Sort,
    /// How often it was met.
    pub count: usize,
    /// In how many documents.
    pub documents: usize,
    /// The first three different sentences.
    pub samples: Vec<Sample>,
}

/// A sentence that shows a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sample {
    /// Id of the document.
    pub document: String,
    /// The sentence, with `**` on both sides of what shows the gap.
    #[serde(rename = "text")]
    pub marked: String,
    /// Bytes of `marked` before the first mark.
    #[serde(skip)]
    pub mark: usize,
}

/// The counts of everything found so far.
///
/// Memory is bounded: of each kind so many different gaps are held at most, and when they are more, the rarest are let
/// go. What is then met again counts from nothing, so that its count falls short by [`Gaps::short_by`] at most.
#[derive(Debug)]
pub struct Gaps {
    kinds: [Table; 4],
    documents: usize,
    most: usize,
}

#[derive(Debug, Default)]
struct Table {
    entries: FxHashMap<String, Entry>,
    short_by: usize,
}

#[derive(Debug, Default)]
struct Entry {
    count: usize,
    documents: usize,
    last_document: usize,
    /// In the order of [`Sort`].
    sorts: [usize; 4],
    samples: Vec<Sample>,
}

impl Default for Gaps {
    fn default() -> Self {
        Self::with_room_for(MOST)
    }
}

impl Gaps {
    /// Counts of at most so many different gaps of each kind (at least 1).
    pub fn with_room_for(most: usize) -> Self {
        Self { kinds: Default::default(), documents: 0, most: most.max(1) }
    }

    /// Counts the findings of one more document. Samples and what is let go follow the order of the calls.
    pub fn add(&mut self, document: &str, findings: &[Finding<'_>]) {
        self.documents += 1;
        for finding in findings {
            let table = &mut self.kinds[finding.kind as usize];
            if !table.entries.contains_key(&finding.name) {
                table.make_room(self.most);
            }
            table.entries.entry(finding.name.clone()).or_default().add(document, self.documents, finding);
        }
    }

    /// How many documents were read.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// By how much the counts of a kind may fall short, because rare gaps were let go; 0 if none were.
    pub fn short_by(&self, kind: Kind) -> usize {
        self.kinds[kind as usize].short_by
    }

    /// The gaps of a kind, most frequent first, those of one count by name; at most `top`.
    pub fn most_frequent(&self, kind: Kind, top: usize) -> Vec<Gap> {
        let entries = &self.kinds[kind as usize].entries;
        let mut order: Vec<(&String, &Entry)> = entries.iter().collect();
        order.sort_by(|(a, x), (b, y)| (y.count, a).cmp(&(x.count, b)));
        order.into_iter().take(top).map(|(name, entry)| entry.gap(name)).collect()
    }
}

impl Table {
    /// Lets the rarest entries go, until half of the room is free, if there is none.
    fn make_room(&mut self, most: usize) {
        if self.entries.len() < most {
            return;
        }
        let before = self.short_by;
        while self.entries.len() > most / 2 {
            self.short_by += 1;
            let least = self.short_by - before;
            self.entries.retain(|_, entry| entry.count > least);
        }
    }
}

impl Entry {
    fn add(&mut self, document: &str, number: usize, finding: &Finding<'_>) {
        self.count += 1;
        self.documents += usize::from(self.last_document != number);
        self.last_document = number;
        self.sorts[finding.sort as usize] += 1;
        if self.samples.len() < SAMPLES {
            let marked = marked(finding);
            if self.samples.iter().all(|sample| sample.marked != marked) {
                let mark = finding.marks.first().map_or(0, |mark| mark.start);
                self.samples.push(Sample { document: document.to_owned(), marked, mark });
            }
        }
    }

    fn gap(&self, name: &str) -> Gap {
        let told = [Sort::Person, Sort::Organization, Sort::Place].into_iter().rev();
        let sort = told.max_by_key(|&sort| self.sorts[sort as usize]);
        let sort = sort.filter(|&sort| self.sorts[sort as usize] > 0).unwrap_or(Sort::Unknown);
        let Self { count, documents, samples, .. } = self;
        Gap { name: name.to_owned(), sort, count: *count, documents: *documents, samples: samples.clone() }
    }
}

/// The sentence with `**` around each mark.
fn marked(finding: &Finding<'_>) -> String {
    let mut marked = String::with_capacity(finding.text.len() + 4 * finding.marks.len());
    let mut done = 0;
    for mark in &finding.marks {
        marked.extend([&finding.text[done..mark.start], "**", &finding.text[mark.clone()], "**"]);
        done = mark.end;
    }
    marked + &finding.text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding<'a>(name: &str, sort: Sort, text: &'a str) -> Finding<'a> {
        let at = text.find(name).unwrap_or_default();
        let marks = std::iter::once(at..at + name.len()).collect();
        Finding { kind: Kind::Names, name: name.to_owned(), sort, text, marks }
    }

    fn counts(gaps: &Gaps) -> Vec<(String, usize, usize)> {
        let listed = gaps.most_frequent(Kind::Names, usize::MAX).into_iter();
        listed.map(|gap| (gap.name, gap.count, gap.documents)).collect()
    }

    #[test]
    fn frequent_gaps_come_first_and_equal_ones_by_name() {
        let mut gaps = Gaps::default();
        let named = |name| finding(name, Sort::Unknown, "Borduria, Syldavia, Nuevo Rico.");
        gaps.add("a", &[named("Syldavia"), named("Borduria")]);
        gaps.add("b", &[named("Nuevo Rico"), named("Nuevo Rico")]);
        let expected = [("Nuevo Rico", 2, 1), ("Borduria", 1, 1), ("Syldavia", 1, 1)];
        assert_eq!(
            counts(&gaps),
            expected.map(|(name, count, documents)| (name.to_owned(), count, documents))
        );
        assert_eq!(gaps.most_frequent(Kind::Names, 1).len(), 1);
        assert!(gaps.most_frequent(Kind::Verbs, 9).is_empty());
    }

    #[test]
    fn samples_are_three_different_sentences_with_marks() {
        let mut gaps = Gaps::default();
        for text in ["Di Borduria.", "Di Borduria.", "Ke Borduria.", "Dari Borduria.", "Oleh Borduria."] {
            gaps.add("a", &[finding("Borduria", Sort::Place, text)]);
        }
        let [gap] = &gaps.most_frequent(Kind::Names, 9)[..] else { panic!("one name") };
        let samples: Vec<&str> = gap.samples.iter().map(|sample| sample.marked.as_str()).collect();
        assert_eq!(samples, ["Di **Borduria**.", "Ke **Borduria**.", "Dari **Borduria**."]);
        assert_eq!((gap.sort, gap.count, gap.samples[0].mark), (Sort::Place, 5, 3));
    }

    #[test]
    fn what_most_sentences_say_of_a_name_holds() {
        let mut gaps = Gaps::default();
        for sort in [Sort::Unknown, Sort::Unknown, Sort::Place, Sort::Organization, Sort::Organization] {
            gaps.add("a", &[finding("Borduria", sort, "Borduria.")]);
        }
        assert_eq!(gaps.most_frequent(Kind::Names, 1)[0].sort, Sort::Organization);
    }

    #[test]
    fn room_is_made_by_letting_the_rarest_go() {
        let mut gaps = Gaps::with_room_for(4);
        let add = |gaps: &mut Gaps, name| gaps.add("a", &[finding(name, Sort::Unknown, name)]);
        for name in ["A", "A", "A", "B", "B", "C", "D"] {
            add(&mut gaps, name);
        }
        assert_eq!(gaps.short_by(Kind::Names), 0);
        add(&mut gaps, "E");
        assert_eq!(counts(&gaps).iter().map(|(name, ..)| name.as_str()).collect::<String>(), "ABE");
        assert_eq!((gaps.short_by(Kind::Names), gaps.short_by(Kind::Verbs)), (1, 0));
        ["F", "G", "H"].into_iter().for_each(|name| add(&mut gaps, name));
        assert!(counts(&gaps).len() <= 4 && counts(&gaps)[0].1 == 3);
    }
}
