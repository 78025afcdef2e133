//! A small ontology, documents and claims by hand.
#![allow(dead_code)] // each test binary uses its part

use aliansi::model::*;
use aliansi::ontology::{ActorEntry, Ontology, Relation, Scoring};
use aliansi::pipeline::{fuse::fuse, grade::grade};

#[derive(serde::Deserialize)]
struct Entries {
    actor: Vec<ActorEntry>,
    relation: Vec<Relation>,
}

pub fn ontology() -> Ontology {
    let Entries { actor, relation } = toml::from_str(include_str!("ontology.toml")).unwrap();
    let scoring = Scoring {
        apart: vec!["OPP".to_owned(), "REB".to_owned()],
        structural: vec!["leads".to_owned()],
        ..Scoring::default()
    };
    let hash = "0123456789abcdef".to_owned();
    Ontology { actors: actor, relations: relation, scoring, hash, ..Ontology::default() }
}

/// Fused and graded.
pub fn graph(documents: Vec<Document>, claims: Vec<Claim>) -> Graph {
    let ontology = ontology();
    grade(fuse((documents, claims).into(), &View::default(), &ontology), &ontology)
}

/// Fused, at a level, after decisions, and graded.
pub fn viewed(material: Material, view: &View) -> Graph {
    let ontology = ontology();
    grade(fuse(material, view, &ontology), &ontology)
}

/// An actor of a kind, of which nothing else is known.
pub fn actor(id: &str, kind: ActorKind) -> Actor {
    let label = id.rsplit('/').next().unwrap_or(id).to_owned();
    Actor { id: id.to_owned(), label, kind, sector: None, country: None, acts_for: None }
}

/// A state, which belongs to and acts for itself.
pub fn state(id: &str) -> Actor {
    let itself = Some(id.to_owned());
    Actor { country: itself.clone(), acts_for: itself, ..actor(id, ActorKind::State) }
}

/// Somebody who belongs to a state and acts for it.
pub fn official(id: &str, country: &str) -> Actor {
    let country = Some(country.to_owned());
    Actor { country: country.clone(), acts_for: country, ..actor(id, ActorKind::Person) }
}

pub fn document(id: &str, published: &str, publisher: &str, text: &str) -> Document {
    Document {
        id: id.to_owned(),
        text: text.to_owned(),
        published: (!published.is_empty()).then(|| published.parse().unwrap()),
        publisher: (!publisher.is_empty()).then(|| publisher.to_owned()),
        genre: Some(Genre::News),
        language: Some("en".to_owned()),
        ..Document::default()
    }
}

/// A claim of states that a sentence of a document asserts with a confidence of 0.8. The sentence must stand
/// in the document and hold the first word of the relation's id as its cue, or any word.
pub fn claim(document: &Document, sentence: &str, subject: &str, relation: &str, object: &str) -> Claim {
    let start = document.text.find(sentence).unwrap();
    let argument = |id: &str| Argument {
        actor: state(id).into(),
        mention: id.to_owned(),
        start,
        end: start,
        binder: Binder::Chunk,
        named_by: Some(MentionKind::Name),
    };
    Claim {
        claim: claim_id(subject, relation, object),
        evidence: evidence_id(&document.id, sentence, 0, subject, relation, object),
        document: document.id.clone(),
        published: document.published.clone(),
        language: document.language.clone(),
        genre: document.genre,
        sentence: document.text[..start].matches('\n').count(),
        text: sentence.to_owned(),
        start,
        end: start + sentence.len(),
        subject: argument(subject),
        relation: relation.to_owned(),
        mode: None,
        object: argument(object),
        status: Status::Asserted,
        attributed_to: None,
        denied_by: Vec::new(),
        via: None,
        when: None,
        contexts: Vec::new(),
        item: None,
        about: None,
        others: Vec::new(),
        cue: Cue { text: relation.to_owned(), start, end: start },
        frame: format!("{relation}/en/test"),
        binder: Binder::Both,
        confidence: 0.8,
        grounds: None,
        edits: Vec::new(),
    }
}

/// When a deed of the past was done.
pub fn past(year: &str) -> When {
    let year = Some(year.parse().unwrap());
    When {
        from: year.clone(),
        to: year,
        precision: Precision::Year,
        basis: TimeBasis::Text,
        phase: Phase::Past,
    }
}

/// Documents and claims that use every field and every kind of edge once.
pub fn sample() -> (Vec<Document>, Vec<Claim>) {
    let report = Document {
        title: Some("Korut \"bersama\" Rusia".to_owned()),
        language: Some("id".to_owned()),
        url: Some("https://example.org/berita/1".to_owned()),
        archive_url: Some("https://archive.example/1".to_owned()),
        retrieved: Some("2026-01-11".parse().unwrap()),
        author: Some("Sri Utami".to_owned()),
        ..document("a.txt", "2026-01-10T08:00:00+07:00", "Harian Contoh", REPORT)
    };
    let agency =
        Document { via: Some("Kantor Kabar".to_owned()), ..document("b/2.txt", "2026-02", "", AGENCY) };
    let column =
        Document { genre: Some(Genre::Opinion), ..document("c.txt", "2025", "Daily Example", COLUMN) };
    let claims = [reported(&report), from_agency(&agency), opined(&column)].concat();
    (vec![report, agency, column], claims)
}

const REPORT: &str = "Korea Utara mendukung Rusia.\nSekutu dekat – Iran dan Rusia – tetap bersekutu.\n\
                      Uni Eropa mengancam akan menjatuhkan sanksi kepada entitas Korea Utara.";
const AGENCY: &str = "Moscow's envoy says Russia backs Iran.\nNorth Korea stands with Russia.\n\
                      The EU is alleged to have sanctioned Iran; Brussels denies it.\nIn 1950 Russia visited Iran.";
const COLUMN: &str = "Everybody knows that Iran supports North Korea.\nKim Contoh leads North Korea.";

fn reported(report: &Document) -> Vec<Claim> {
    let lines: Vec<&str> = REPORT.lines().collect();
    let support = claim(report, lines[0], "north-korea", "supports", "russia");
    let alliance = claim(report, lines[1], "russia", "allied-with", "iran");
    let mut threat = claim(report, lines[2], "european-union", "threatens-sanctions", "north-korea");
    threat.object.actor = Actor {
        sector: Some("BUS".to_owned()),
        country: Some("north-korea".to_owned()),
        ..actor("north-korea/entities", ActorKind::Group)
    }
    .into();
    threat.object.mention = "entitas Korea Utara".to_owned();
    threat.status = Status::Planned;
    threat.contexts = vec!["economic".to_owned()];
    vec![support, alliance, threat]
}

fn from_agency(agency: &Document) -> Vec<Claim> {
    let lines: Vec<&str> = AGENCY.lines().collect();
    let mut backing = claim(agency, lines[0], "russia", "supports", "iran");
    backing.attributed_to = Some(official("russia/envoy", "russia").into());
    backing.about = Some("policy".to_owned());
    backing.item = Some("grain".to_owned());
    let again = claim(agency, lines[1], "north-korea", "supports", "russia");
    let mut denied = claim(agency, lines[2], "european-union", "sanctions", "iran");
    denied.status = Status::Denied;
    denied.attributed_to = Some(actor("analysts", ActorKind::Group).into());
    denied.denied_by = vec![actor("european-union", ActorKind::Organization).into()];
    denied.via = Some("Radio Contoh".to_owned());
    let mut visit = claim(agency, lines[3], "russia", "visits", "iran");
    visit.when = Some(past("1950"));
    visit.mode = Some("state".to_owned());
    visit.others = vec![Other { role: "host".to_owned(), actor: state("iran").into() }];
    vec![backing, again, denied, visit]
}

fn opined(column: &Document) -> Vec<Claim> {
    let lines: Vec<&str> = COLUMN.lines().collect();
    let opinion = claim(column, lines[0], "iran", "supports", "north-korea");
    let mut leader = claim(column, lines[1], "kim-contoh", "leads", "north-korea");
    leader.subject.actor =
        Actor { label: "Kim Contoh".to_owned(), ..official("kim-contoh", "north-korea") }.into();
    leader.attributed_to = Some(state("north-korea").into());
    vec![opinion, leader]
}

/// A text with everything that some format gives a meaning to.
pub const HOSTILE: &str = "\"q\" 'a' <script>alert(1)</script> ]]> & &amp; \\N \\\" \n\t\0\u{B}\u{7F} \
                           \u{202E}عربي 😀 @en ^^ {|} --> -- end\\";

/// A graph with that text wherever the claims hold free text or an id that nobody has checked.
pub fn hostile() -> Graph {
    let text = format!("{HOSTILE}. More.");
    let document = Document {
        title: Some(HOSTILE.to_owned()),
        url: Some(HOSTILE.to_owned()),
        language: Some(HOSTILE.to_owned()),
        ..document(HOSTILE, "2026", HOSTILE, &text)
    };
    let mut claim = claim(&document, HOSTILE, "iran", HOSTILE, HOSTILE);
    for argument in [&mut claim.subject, &mut claim.object] {
        let label = HOSTILE.to_owned();
        argument.actor = Actor { label, ..argument.actor.as_ref().clone() }.into();
        argument.mention = HOSTILE.to_owned();
    }
    claim.frame = HOSTILE.to_owned();
    claim.item = Some(HOSTILE.to_owned());
    claim.others = vec![Other { role: HOSTILE.to_owned(), actor: actor(HOSTILE, ActorKind::Unknown).into() }];
    graph(vec![document], vec![claim])
}
