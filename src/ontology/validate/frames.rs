//! Frames are told apart, and each can match.

use super::{add_or_write, one_of};
use crate::model::Upos;
use crate::ontology::expectation::is_kebab;
use crate::ontology::{CueKind, Frame, Language, Ontology, Problem, Relation};
use crate::spelling::nearest;

/// What is wrong with a frame, and what to do about it.
type Fault = (String, String);

/// Parts of speech of closed classes that never begin a verb.
const NEVER_VERBS: [Upos; 7] =
    [Upos::Adp, Upos::Cconj, Upos::Det, Upos::Num, Upos::Part, Upos::Pron, Upos::Sconj];

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    ontology.relations.iter().flat_map(|relation| of_relation(ontology, relation)).collect()
}

fn of_relation(ontology: &Ontology, relation: &Relation) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, frame) in relation.frames.iter().enumerate() {
        let before = &relation.frames[..at];
        let mut faults = faults(ontology, relation, frame);
        if before.iter().any(|other| other.language == frame.language && other.name == frame.name) {
            faults.push((String::from("the name is given twice"), String::from("give one another name")));
        }
        let nth = before.iter().filter(|other| other.name == frame.name).count();
        problems.extend(faults.into_iter().map(|(cause, fix)| {
            let place = ontology.sources.entry(&relation.file(), "name", &frame.name, nth);
            Problem::new(place, format!("frame {}/{}: {cause}", frame.language, frame.name), fix)
        }));
    }
    problems
}

fn faults(ontology: &Ontology, relation: &Relation, frame: &Frame) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !is_kebab(&frame.name) {
        let fix = format!("write `{}`", crate::model::kebab(&frame.name));
        faults.push((String::from("the name is not ASCII kebab-case"), fix));
    }
    let Some(language) = ontology.languages.get(&frame.language) else {
        let known = ontology.languages.keys().map(String::as_str);
        faults
            .push((format!("no language `{}` is known", frame.language), format!("write {}", one_of(known))));
        return faults;
    };
    if let Some(fault) = cue_key_fault(frame) {
        faults.push(fault);
        return faults;
    }
    let (kind, cues) = frame.cues();
    faults.extend(cues.iter().filter_map(|cue| cue_fault(kind, cue, language)));
    faults.extend(place_faults(relation, frame, language));
    faults.extend(role_faults(relation, frame));
    faults.extend(value_faults(ontology, relation, frame));
    faults
}

/// A frame without exactly one kind of cue says too little for any further rule.
fn cue_key_fault(frame: &Frame) -> Option<Fault> {
    let keys = [&frame.verbs, &frame.nouns, &frame.holders, &frame.adjectives];
    let given = keys.iter().filter(|cues| !cues.is_empty()).count();
    let cause = format!("{given} of `verbs`, `nouns`, `holders`, `adjectives` are given");
    (given != 1).then(|| (cause, String::from("give exactly one, with its cues")))
}

fn cue_fault(kind: CueKind, cue: &str, language: &Language) -> Option<Fault> {
    let words: Vec<&str> = cue.split(' ').collect();
    if words.contains(&"") || words.first() == Some(&"*") || words.last() == Some(&"*") {
        let cause =
            format!("the cue `{cue}` does not begin and end with a word, with one space between words");
        return Some((cause, String::from("`*` stands between two words")));
    }
    if cue.chars().any(char::is_uppercase) {
        let cause =
            format!("the cue `{cue}` has capital letters, which words are freed of before they are matched");
        return Some((cause, format!("write `{}`", cue.to_lowercase())));
    }
    (kind == CueKind::Verb && is_no_verb(words[0], language)).then(|| {
        let cause =
            format!("the verb cue `{cue}` begins with `{}`, which the grammar lists as no verb", words[0]);
        (
            cause,
            format!(
                "begin with the verb, or, if `{}` is one too, add it to `verbs` in lexicon.toml",
                words[0]
            ),
        )
    })
}

fn is_no_verb(word: &str, language: &Language) -> bool {
    let listed = |upos| language.grammar.words.get(upos).is_some_and(|words| words.iter().any(|w| w == word));
    NEVER_VERBS.iter().any(listed) && !language.lexicon.verbs.iter().any(|verb| verb == word)
}

const KINDS: [CueKind; 4] = [CueKind::Verb, CueKind::Noun, CueKind::Holder, CueKind::Adjective];

/// Places that a kind of cue has besides prepositions.
fn places(kind: CueKind) -> &'static [&'static str] {
    match kind {
        CueKind::Verb => &["subject", "object", "doer", "deed", "condition", "claimant", "user"],
        CueKind::Noun => &["possessor", "each", "doer"],
        CueKind::Holder => &["bearer", "possessor", "body"],
        CueKind::Adjective => &["subject", "bearer", "possessor"],
    }
}

fn place_faults(relation: &Relation, frame: &Frame, language: &Language) -> Vec<Fault> {
    let (kind, _) = frame.cues();
    let own = places(kind);
    let mut faults = Vec::new();
    for place in frame.subject.iter().chain(&frame.object).map(String::as_str) {
        let named = KINDS.iter().any(|&kind| places(kind).contains(&place));
        if named && !own.contains(&place) {
            let fix = format!("write {} or a preposition", one_of(own.iter().copied()));
            faults.push((format!("{} have no place `{place}`", kind.key()), fix));
        } else if !named && !is_preposition(place, language) {
            let fix = format!(
                "write {}, or add it to ADP in languages/{}/grammar.toml",
                one_of(own.iter().copied()),
                language.code
            );
            faults.push((format!("`{place}` is no place: the grammar lists no such preposition"), fix));
        } else if place == "each" && !relation.symmetric {
            let fix = "name the two places, or make the relation symmetric";
            faults.push((format!("`each`, but `{}` is not symmetric", relation.id), fix.to_owned()));
        }
    }
    faults
}

/// The word, or the first of several ("di bawah"), is listed as a preposition or in a list of the grammar.
fn is_preposition(place: &str, language: &Language) -> bool {
    let prepositions = language.grammar.words.get(&Upos::Adp).into_iter().flatten();
    let mut listed = prepositions.chain(language.grammar.lists.values().flatten());
    let first = place.split(' ').next();
    listed.any(|word| word == place || Some(word.as_str()) == first)
}

fn role_faults(relation: &Relation, frame: &Frame) -> Vec<Fault> {
    let has_each = frame.subject.iter().chain(&frame.object).any(|place| place == "each");
    if frame.subject.is_empty() {
        return vec![(String::from("no place for the subject"), String::from("add one to `subject`"))];
    }
    if frame.object.is_empty() && frame.complement.is_empty() && !has_each {
        let fix = if relation.symmetric {
            "add one to `object`, or `each` to `subject`"
        } else {
            "add one to `object`"
        };
        return vec![(String::from("no place for the object"), fix.to_owned())];
    }
    if frame.subject.len() == 1 && frame.subject == frame.object && !has_each {
        let cause = format!("subject and object are both sought in `{}` alone", frame.subject[0]);
        return vec![(cause, String::from("name another place for one of them"))];
    }
    Vec::new()
}

fn value_faults(ontology: &Ontology, relation: &Relation, frame: &Frame) -> Vec<Fault> {
    let mut faults = Vec::new();
    for id in frame.complement.iter().filter(|id| ontology.relation(id).is_none()) {
        let near = nearest(id, ontology.relations.iter().map(|known| known.id.as_str()));
        let cause = format!("`complement` names `{id}`, which is no relation");
        faults.push((cause, add_or_write("the relation", near)));
    }
    if let Some(mode) = frame.mode.as_ref().filter(|mode| !relation.modes.contains(mode)) {
        let known = one_of(relation.modes.iter().map(String::as_str));
        let fix = format!(
            "add it to `modes`{}",
            if known.is_empty() { known } else { format!(", or write {known}") }
        );
        faults.push((format!("the mode `{mode}` is not in the relation's `modes`"), fix));
    }
    if let Some(voice) = frame.voice.as_deref().filter(|voice| !["active", "passive"].contains(voice)) {
        faults.push((format!("there is no voice `{voice}`"), String::from("write `active` or `passive`")));
    }
    if let Some(reliability) = frame.reliability.filter(|value| !(0.0..=1.0).contains(value)) {
        faults.push((format!("the reliability {reliability} is out of range"), String::from("write 0 to 1")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::{SUPPORTS, relation_messages};

    const HERE: &str = "relations/supports.toml:8: frame id/back: ";

    /// The message for the sound relation with a line changed.
    fn changed(from: &str, to: &str) -> Vec<String> {
        assert!(SUPPORTS.contains(from));
        relation_messages(&SUPPORTS.replace(from, to))
    }

    fn expect(from: &str, to: &str, message: &str) {
        assert_eq!(changed(from, to), [HERE.to_owned() + message]);
    }

    const VERBS: &str = "verbs = [\"mendukung\"]";
    const SUBJECT: &str = "subject = [\"subject\"]";
    const OBJECT: &str = "object = [\"object\"]";

    #[test]
    fn one_key_gives_the_cues() {
        let fix = "(give exactly one, with its cues)";
        let keys = "of `verbs`, `nouns`, `holders`, `adjectives` are given";
        expect(VERBS, "", &format!("0 {keys} {fix}"));
        expect(VERBS, "verbs = [\"bela\"]\nnouns = [\"bela\"]", &format!("2 {keys} {fix}"));
    }

    #[test]
    fn names_are_unique_within_a_language() {
        let start = SUPPORTS.find("[[frame]]").unwrap();
        let end = SUPPORTS.find("[[example]]").unwrap();
        let twice = format!("{}{}{}", &SUPPORTS[..end], &SUPPORTS[start..end], &SUPPORTS[end..]);
        let message =
            "relations/supports.toml:15: frame id/back: the name is given twice (give one another name)";
        assert_eq!(relation_messages(&twice), [message]);
    }

    #[test]
    fn names_are_kebab_case() {
        let message = "frame id/Back up: the name is not ASCII kebab-case (write `back-up`)";
        assert_eq!(changed("\"back\"", "\"Back up\""), [format!("relations/supports.toml:8: {message}")]);
    }

    #[test]
    fn the_language_is_known() {
        let messages = changed("name = \"back\"\nlanguage = \"id\"", "name = \"back\"\nlanguage = \"xx\"");
        assert!(
            messages.contains(&String::from(
                "relations/supports.toml:8: frame xx/back: no language `xx` is known (write `id`)"
            )),
            "{messages:#?}"
        );
    }

    #[test]
    fn a_cue_can_be_matched() {
        let whole =
            "does not begin and end with a word, with one space between words (`*` stands between two words)";
        expect(VERBS, "verbs = [\"berdiri *\"]", &format!("the cue `berdiri *` {whole}"));
        expect(VERBS, "verbs = [\"berdiri  di\"]", &format!("the cue `berdiri  di` {whole}"));
        let capital =
            "has capital letters, which words are freed of before they are matched (write `mendukung`)";
        expect(VERBS, "verbs = [\"Mendukung\"]", &format!("the cue `Mendukung` {capital}"));
    }

    #[test]
    fn a_verb_cue_begins_with_a_verb() {
        let cause = "the verb cue `terhadap dia` begins with `terhadap`, which the grammar lists as no verb";
        let fix = "begin with the verb, or, if `terhadap` is one too, add it to `verbs` in lexicon.toml";
        expect(VERBS, "verbs = [\"terhadap dia\"]", &format!("{cause} ({fix})"));
    }

    #[test]
    fn a_place_is_known() {
        let fix = "write `subject`, `object`, `doer`, `deed`, `condition`, `claimant`, `user`, or add it to ADP in \
                   languages/id/grammar.toml";
        let cause = "`terhdap` is no place: the grammar lists no such preposition";
        expect(OBJECT, "object = [\"terhdap\"]", &format!("{cause} ({fix})"));
        assert_eq!(changed(OBJECT, "object = [\"terhadap\"]"), Vec::<String>::new());
    }

    #[test]
    fn a_cue_has_only_its_places() {
        let fix =
            "(write `subject`, `object`, `doer`, `deed`, `condition`, `claimant`, `user` or a preposition)";
        expect(OBJECT, "object = [\"possessor\"]", &format!("verbs have no place `possessor` {fix}"));
    }

    #[test]
    fn each_is_for_symmetric_relations() {
        let noun =
            changed(&format!("{VERBS}\n{SUBJECT}\n{OBJECT}"), "nouns = [\"sokongan\"]\nsubject = [\"each\"]");
        let fix = "(name the two places, or make the relation symmetric)";
        assert_eq!(noun, [format!("{HERE}`each`, but `supports` is not symmetric {fix}")]);
    }

    #[test]
    fn both_roles_have_a_place() {
        expect(SUBJECT, "subject = []", "no place for the subject (add one to `subject`)");
        expect(OBJECT, "object = []", "no place for the object (add one to `object`)");
        let same =
            "subject and object are both sought in `subject` alone (name another place for one of them)";
        expect(OBJECT, "object = [\"subject\"]", same);
    }

    #[test]
    fn a_symmetric_relation_has_two_roles_or_each() {
        let relation = SUPPORTS.replace("weight = 5.0", "weight = 5.0\nsymmetric = true").replace(OBJECT, "");
        let fix = "(add one to `object`, or `each` to `subject`)";
        let message = format!("relations/supports.toml:9: frame id/back: no place for the object {fix}");
        assert_eq!(relation_messages(&relation), [message]);
    }

    #[test]
    fn a_complement_is_of_a_relation() {
        let message =
            "`complement` names `suports`, which is no relation (add the relation, or write `supports`)";
        expect(OBJECT, "complement = [\"suports\"]", message);
    }

    #[test]
    fn values_are_in_their_lists_and_ranges() {
        let with = |line: &str, message: &str| expect(VERBS, &format!("{VERBS}\n{line}"), message);
        with("mode = \"vote\"", "the mode `vote` is not in the relation's `modes` (add it to `modes`)");
        with("voice = \"middle\"", "there is no voice `middle` (write `active` or `passive`)");
        with("reliability = 1.5", "the reliability 1.5 is out of range (write 0 to 1)");
    }
}
