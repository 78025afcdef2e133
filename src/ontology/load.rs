//! Files → [`Ontology`]: each file goes by its path to the part of the ontology that it fills.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::bundle::{self, File};
use super::parse::{Format, parse};
use super::{
    ActorEntry, Ambiguous, Context, Governor, Group, Language, Marker, Models, Ontology, ParticipantWords,
    Problem, Relation, Role, Sources,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorFile {
    #[serde(default)]
    actor: Vec<ActorEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleFile {
    #[serde(default)]
    role: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    #[serde(default)]
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmbiguousFile {
    #[serde(default)]
    ambiguous: Vec<Ambiguous>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusFile {
    #[serde(default)]
    governor: Vec<Governor>,
    #[serde(default)]
    marker: Vec<Marker>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ParticipantFile {
    #[serde(default)]
    participant: Vec<ParticipantWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContextFile {
    #[serde(default)]
    context: Vec<Context>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightsFile {
    weights: BTreeMap<String, f64>,
}

/// How a relation file is read: alone, or on top of what is known of the relation.
pub(super) type RelationReader<'a> = &'a dyn Fn(Format, &File) -> Result<Relation, Problem>;

/// A relation file that stands alone.
pub(super) fn whole_relation(format: Format, file: &File) -> Result<Relation, Problem> {
    parse(format, file)
}

/// What was compiled into the binary.
pub(super) fn shipped() -> Ontology {
    let packed = include_str!(concat!(env!("OUT_DIR"), "/ontology.bundle"));
    let files = packed.lines().filter_map(|line| line.split_once('\t'));
    let files = files.map(|(path, text)| File { path: path.to_owned(), text: text.into() }).collect();
    let (mut ontology, problems) = assemble(Format::Json, files, &whole_relation);
    ontology.models = Models::shipped();
    ontology.hash = include_str!(concat!(env!("OUT_DIR"), "/ontology.hash")).to_owned();
    assert!(
        problems.is_empty(),
        "the shipped ontology is broken; `cargo test --test ontology_data` says where"
    );
    ontology
}

/// The files of a folder, or the one problem that there is with reading them.
pub(super) fn files(folder: &Path) -> Result<Vec<File>, Vec<Problem>> {
    bundle::read(folder).map_err(|error| {
        let fix = "give a readable folder laid out as ontology/README.md says";
        vec![Problem::new((folder.display().to_string(), None), error.to_string(), fix)]
    })
}

/// The ontology that the files make, with every file that could not be taken in.
pub(super) fn assemble(
    format: Format,
    files: Vec<File>,
    relation: RelationReader<'_>,
) -> (Ontology, Vec<Problem>) {
    let mut ontology = Ontology::default();
    let tables = files.iter().filter(|file| !bundle::is_model(&file.path));
    let added = tables.map(|file| add(&mut ontology, format, file, relation));
    let problems = added.filter_map(Result::err).collect();
    sort(&mut ontology);
    if format == Format::Toml {
        ontology.hash = bundle::hash(&files);
        ontology.sources = Sources::new(files);
    }
    (ontology, problems)
}

fn add(
    into: &mut Ontology,
    format: Format,
    file: &File,
    relation: RelationReader<'_>,
) -> Result<(), Problem> {
    match file.path.split('/').collect::<Vec<_>>()[..] {
        ["actors", "roles.toml"] => into.roles.extend(parse::<RoleFile>(format, file)?.role),
        ["actors", "groups.toml"] => into.groups.extend(parse::<GroupFile>(format, file)?.group),
        ["actors", "ambiguous.toml"] => {
            into.ambiguous.extend(parse::<AmbiguousFile>(format, file)?.ambiguous)
        }
        ["actors", _] => into.actors.extend(parse::<ActorFile>(format, file)?.actor),
        ["relations", name] => into.relations.push(named(name, relation(format, file)?, file)?),
        ["languages", code, "grammar.toml"] => language(into, code).grammar = parse(format, file)?,
        ["languages", code, "lexicon.toml"] => language(into, code).lexicon = parse(format, file)?,
        ["languages", code, "status.toml"] => add_status(language(into, code), parse(format, file)?),
        ["languages", code, "boilerplate.toml"] => language(into, code).boilerplate = parse(format, file)?,
        ["languages", code, "dates.toml"] => language(into, code).dates = parse(format, file)?,
        ["languages", code, "bylines.toml"] => language(into, code).bylines = parse(format, file)?,
        ["languages", code, "time.toml"] => language(into, code).time = parse(format, file)?,
        ["languages", code, "citing.toml"] => language(into, code).citing = parse(format, file)?,
        ["languages", code, "participants.toml"] => {
            language(into, code).participants = parse::<ParticipantFile>(format, file)?.participant;
        }
        ["contexts.toml"] => into.contexts = parse::<ContextFile>(format, file)?.context,
        ["languages", "codes.toml"] => into.codes = parse(format, file)?,
        ["weights", name] => {
            let scale = name.trim_end_matches(".toml").to_owned();
            into.weights.insert(scale, parse::<WeightsFile>(format, file)?.weights);
        }
        ["scoring.toml"] => into.scoring = parse(format, file)?,
        ["reliability.toml"] => into.reliability = parse(format, file)?,
        _ => return Err(misplaced(file)),
    }
    Ok(())
}

/// The relation, if its file is named after it.
fn named(name: &str, relation: Relation, file: &File) -> Result<Relation, Problem> {
    if name.strip_suffix(".toml") == Some(relation.id.as_str()) {
        return Ok(relation);
    }
    let cause = format!("the file holds the relation `{}`", relation.id);
    let fix = format!("name the file {}.toml, or change the id", relation.id);
    Err(Problem::new((&file.path, None), cause, fix))
}

fn language<'a>(ontology: &'a mut Ontology, code: &str) -> &'a mut Language {
    let language = ontology.languages.entry(code.to_owned()).or_default();
    code.clone_into(&mut language.code);
    language
}

fn add_status(language: &mut Language, file: StatusFile) {
    language.governors = file.governor;
    language.markers = file.marker;
}

/// Files that a language's folder may hold.
const OF_A_LANGUAGE: [&str; 9] = [
    "boilerplate.toml",
    "bylines.toml",
    "citing.toml",
    "dates.toml",
    "grammar.toml",
    "lexicon.toml",
    "participants.toml",
    "status.toml",
    "time.toml",
];

fn misplaced(file: &File) -> Problem {
    let fix = match file.path.split('/').collect::<Vec<_>>()[..] {
        ["languages", _, _] => format!("name it one of {}", OF_A_LANGUAGE.join(", ")),
        _ => String::from("move it to actors/, relations/, weights/ or languages/LANGUAGE/"),
    };
    Problem::new((&file.path, None), "nothing reads a file in this place", fix)
}

/// Sorts what lookups search by id; entries with one id keep the order of their files.
pub(super) fn sort(ontology: &mut Ontology) {
    ontology.actors.sort_by(|a, b| a.id.cmp(&b.id));
    ontology.roles.sort_by(|a, b| a.id.cmp(&b.id));
    ontology.groups.sort_by(|a, b| a.id.cmp(&b.id));
    ontology.relations.sort_by(|a, b| a.id.cmp(&b.id));
}
