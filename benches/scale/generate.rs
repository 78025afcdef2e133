//! Claims by a seeded generator: few actors in many claims, many in few, as in news.

use aliansi::analytics::random::Random;
use aliansi::model::*;
use aliansi::ontology::Ontology;

/// Sentences of one document.
const SENTENCES: usize = 10;
const SEED: u64 = 20_260_110;
/// Pairs of actors that anything is said of, for each actor.
const PAIRS: usize = 6;
/// Relations that are said of a pair.
const RELATIONS: usize = 3;
const STATUSES: [Status; 6] =
    [Status::Asserted, Status::Asserted, Status::Asserted, Status::Alleged, Status::Planned, Status::Denied];

/// So many claims of so many actors, in documents of ten sentences.
pub fn material(claims: usize, actors: usize, ontology: &Ontology) -> Material {
    let mut random = Random::new(SEED);
    let documents: Vec<Document> =
        (0..claims.div_ceil(SENTENCES)).map(|at| document(at, &mut random)).collect();
    let mut shared = ActorPool::default();
    let mut claim = |at: usize| {
        let mut claim = self::claim(at, &documents[at / SENTENCES], actors, ontology, &mut random);
        shared.share(&mut claim);
        claim
    };
    let claims = (0..claims).map(&mut claim).collect();
    (documents, claims).into()
}

fn document(at: usize, random: &mut Random) -> Document {
    let date =
        format!("20{:02}-{:02}-{:02}", 10 + random.below(16), 1 + random.below(12), 1 + random.below(28));
    Document {
        id: format!("news/{at:07}.txt"),
        text: (0..SENTENCES).map(|nth| sentence(at * SENTENCES + nth)).collect::<Vec<_>>().join("\n"),
        published: date.parse().ok(),
        publisher: Some(format!("Publisher {}", random.below(200))),
        ..Document::default()
    }
}

/// A sentence of its own, about as long as those of news.
fn sentence(number: usize) -> String {
    format!(
        "According to report {number}, the first of the two supports what the second of them has planned since long."
    )
}

fn claim(at: usize, document: &Document, actors: usize, ontology: &Ontology, random: &mut Random) -> Claim {
    let pair = draw(actors * PAIRS, random);
    let subject = actor(draw(actors, &mut Random::stream(SEED, 2 * pair as u64)));
    let object = actor(draw(actors, &mut Random::stream(SEED, 2 * pair as u64 + 1)));
    let relation = ontology.relations[(pair + random.below(RELATIONS)) % ontology.relations.len()].id.clone();
    let text = sentence(at);
    let start = document.text.find(&text).unwrap();
    let end = start + text.len();
    Claim {
        claim: claim_id(&subject.id, &relation, &object.id),
        evidence: evidence_id(&document.id, &text, 0, &subject.id, &relation, &object.id),
        document: document.id.clone(),
        published: document.published.clone(),
        language: Some("en".to_owned()),
        genre: Some(Genre::News),
        sentence: at % SENTENCES,
        start,
        end,
        cue: Cue { text: "supports".to_owned(), start, end },
        frame: format!("{relation}/en/support"),
        subject: argument(subject, start),
        object: argument(object, start),
        relation,
        mode: None,
        status: STATUSES[random.below(STATUSES.len())],
        attributed_to: None,
        denied_by: Vec::new(),
        via: None,
        when: None,
        contexts: vec!["military".to_owned()],
        item: None,
        about: None,
        others: Vec::new(),
        binder: Binder::Both,
        confidence: 0.5 + random.unit() / 2.0,
        grounds: None,
        edits: Vec::new(),
        text,
    }
}

/// A number below a bound; the cube of an even draw makes low ones common.
fn draw(bound: usize, random: &mut Random) -> usize {
    let draw = random.unit();
    (draw * draw * draw * bound as f64) as usize
}

fn actor(number: usize) -> Actor {
    let country = Some(format!("state-{}", number % 200));
    Actor {
        id: format!("actor-{number}"),
        label: format!("Actor {number}"),
        kind: ActorKind::Organization,
        sector: Some("GOV".to_owned()),
        acts_for: country.clone(),
        country,
    }
}

fn argument(actor: Actor, start: usize) -> Argument {
    Argument {
        mention: actor.label.clone(),
        actor: actor.into(),
        start,
        end: start + 5,
        binder: Binder::Both,
        named_by: Some(MentionKind::Name),
    }
}
