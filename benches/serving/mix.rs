//! The queries: what people and the explorer ask of a graph, about names that the graph has.

use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use aliansi::pipeline::publish::{Manifest, Vocabulary};
use aliansi::store::canned;
use serde::Deserialize;

/// So many claims lend their names.
const NAMES: usize = 1_000;

const SELECT: &str = "application/sparql-results+json";
const CONSTRUCT: &str = "application/n-triples";

/// A kind of query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One edge, with its confidence.
    Point,
    /// A claim with its evidence and sentences.
    Star,
    /// All plain edges of an actor.
    Ties,
    /// How many claims an actor has of each relation.
    Relations,
    /// Actors two plain edges away.
    Hop,
    /// The query of that name which comes with the program.
    AlliesOfEnemies,
    /// What is said of an actor and of those around it, as triples.
    Neighbourhood,
    /// How many claims the whole graph has of each relation.
    Count,
    /// A cartesian product: hostile.
    Product,
    /// Asks for much and goes away: hostile.
    Leave,
}

impl Kind {
    pub const USUAL: [Self; 8] = [
        Self::Point,
        Self::Star,
        Self::Ties,
        Self::Relations,
        Self::Hop,
        Self::AlliesOfEnemies,
        Self::Neighbourhood,
        Self::Count,
    ];
    pub const HOSTILE: [Self; 2] = [Self::Product, Self::Leave];

    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Star => "star",
            Self::Ties => "ties",
            Self::Relations => "relations",
            Self::Hop => "hop",
            Self::AlliesOfEnemies => "allies-of-enemies",
            Self::Neighbourhood => "neighbourhood",
            Self::Count => "count",
            Self::Product => "product",
            Self::Leave => "leave",
        }
    }

    pub fn named(name: &str) -> Self {
        let mut all = Self::USUAL.into_iter().chain(Self::HOSTILE);
        all.find(|kind| kind.name() == name).unwrap_or_else(|| panic!("{name} is no kind of query"))
    }

    /// How many of a hundred or so queries are of this kind.
    fn weight(self) -> usize {
        match self {
            Self::Point => 30,
            Self::Star => 20,
            Self::Ties => 15,
            Self::Relations | Self::Hop | Self::AlliesOfEnemies => 10,
            Self::Neighbourhood => 4,
            Self::Count | Self::Product | Self::Leave => 1,
        }
    }
}

/// A query as it is sent.
pub struct Query {
    pub kind: Kind,
    pub text: String,
    /// The media type of the answer.
    pub accept: &'static str,
}

/// Queries of several kinds in their proportions.
pub struct Mix {
    kinds: Vec<Kind>,
    claims: Vec<Claim>,
    prefixes: String,
    canned: String,
}

/// What a claim lends: IRIs, written as SPARQL writes them.
struct Claim {
    claim: String,
    subject: String,
    relation: String,
    object: String,
}

impl Mix {
    /// Of a graph folder.
    pub fn of(graph: &Path, kinds: &[Kind], seed: u64) -> Self {
        let manifest: Manifest =
            serde_json::from_reader(File::open(graph.join("manifest.json")).unwrap()).unwrap();
        let vocabulary = Vocabulary::new(&manifest.options.base).unwrap();
        let declared = |(name, iri): (&str, String)| format!("PREFIX {name}: <{iri}>\n");
        let queries = canned::all(None).unwrap();
        Self {
            kinds: kinds.to_vec(),
            claims: claims(&graph.join("claims.jsonl"), &vocabulary, seed),
            prefixes: vocabulary.prefixes().into_iter().map(declared).collect(),
            canned: queries.into_iter().find(|query| query.name == "allies-of-enemies").unwrap().sparql,
        }
    }

    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.kinds.iter().copied()
    }

    /// The next query.
    pub fn query(&self, random: &mut Random) -> Query {
        let mut left = random.below(self.kinds().map(Kind::weight).sum());
        let kind = self.kinds().find(|kind| {
            let is_it = left < kind.weight();
            left = left.saturating_sub(kind.weight());
            is_it
        });
        self.query_of(kind.unwrap(), random)
    }

    /// The next query of a kind.
    pub fn query_of(&self, kind: Kind, random: &mut Random) -> Query {
        let names = &self.claims[random.below(self.claims.len())];
        let accept = if kind == Kind::Neighbourhood { CONSTRUCT } else { SELECT };
        Query { kind, text: format!("{}{}", self.prefixes, self.body(kind, names)), accept }
    }

    fn body(&self, kind: Kind, Claim { claim, subject, relation, object }: &Claim) -> String {
        match kind {
            Kind::Point => format!(
                "SELECT ?claim ?confidence ?origins {{ ?claim rdf:subject {subject} ; rdf:predicate {relation} ; \
                 rdf:object {object} ; al:confidence ?confidence ; al:origins ?origins }}"
            ),
            Kind::Star => format!(
                "SELECT ?subject ?object ?evidence ?status ?sentence ?document {{ \
                 {claim} rdf:subject ?subject ; rdf:object ?object . ?evidence al:evidenceFor {claim} ; \
                 al:status ?status ; oa:exact ?sentence ; prov:wasDerivedFrom ?document }}"
            ),
            Kind::Ties => format!(
                "SELECT ?claim ?relation ?other ?confidence {{ {{ {} }} UNION {{ {} }} }}",
                tie(subject, "subject", "object"),
                tie(subject, "object", "subject")
            ),
            Kind::Relations => format!(
                "SELECT ?relation (COUNT(*) AS ?claims) {{ ?claim rdf:subject {subject} ; rdf:predicate ?relation }} GROUP BY ?relation"
            ),
            Kind::Hop => format!(
                "SELECT ?first ?between ?second ?far {{ {subject} ?first ?between . ?between a al:Actor . \
                 ?between ?second ?far . ?far a al:Actor }} LIMIT 100"
            ),
            Kind::AlliesOfEnemies => self.canned.replace("$actor", subject),
            Kind::Neighbourhood => format!(
                "CONSTRUCT {{ {subject} ?relation ?other . ?other rdfs:label ?label }} WHERE {{ {subject} ?relation ?other . \
                 ?other rdfs:label ?label }}"
            ),
            Kind::Count => {
                "SELECT ?relation (COUNT(*) AS ?claims) { ?claim a al:Claim ; rdf:predicate ?relation } GROUP BY ?relation".into()
            }
            Kind::Product => "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }".into(),
            Kind::Leave => "SELECT * { ?a ?b ?c . ?d ?e ?f }".into(),
        }
    }
}

/// A plain edge of an actor in one place with another in the other.
fn tie(actor: &str, place: &str, other: &str) -> String {
    format!(
        "?claim rdf:{place} {actor} ; rdf:{other} ?other ; al:plain true ; rdf:predicate ?relation ; \
         al:confidence ?confidence"
    )
}

/// The parts of a line of claims.jsonl that queries name.
#[derive(Deserialize)]
struct Line {
    claim: String,
    subject: Id,
    relation: String,
    object: Id,
}

#[derive(Deserialize)]
struct Id {
    id: String,
}

/// Claims from all over a file.
fn claims(path: &Path, vocabulary: &Vocabulary, seed: u64) -> Vec<Claim> {
    let mut file = BufReader::new(File::open(path).unwrap());
    let size = usize::try_from(file.get_ref().metadata().unwrap().len()).unwrap();
    let mut random = Random::new(seed);
    (0..NAMES).map(|_| Claim::of(&line_after(&mut file, random.below(size) as u64), vocabulary)).collect()
}

/// The first whole line behind a place of a file, or the first of all.
fn line_after(file: &mut BufReader<File>, place: u64) -> String {
    let mut line = String::new();
    file.seek(SeekFrom::Start(place)).unwrap();
    file.read_until(b'\n', &mut Vec::new()).unwrap();
    if file.read_line(&mut line).unwrap() == 0 {
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_line(&mut line).unwrap();
    }
    line
}

impl Claim {
    fn of(line: &str, vocabulary: &Vocabulary) -> Self {
        let line: Line = serde_json::from_str(line).unwrap();
        Self {
            claim: vocabulary.claim(&line.claim).to_string(),
            subject: vocabulary.actor(&line.subject.id).to_string(),
            relation: vocabulary.relation(&line.relation).to_string(),
            object: vocabulary.actor(&line.object.id).to_string(),
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers everywhere.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to and not with a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}
