//! Identifiers that depend on nothing but what they identify.

use crate::digest::hex;

/// Id of a claim: 32 hexadecimal digits of a hash of subject, relation and object ids.
pub fn claim_id(subject: &str, relation: &str, object: &str) -> String {
    hex([subject, relation, object])
}

/// Id of a piece of evidence: 32 hexadecimal digits of a hash of the document's id, the sentence's
/// text, its occurrence in the document (0 for the first sentence of that text) and the claim.
///
/// Frames and offsets do not enter, so the id survives a new rule and a repaired boilerplate.
pub fn evidence_id(
    document: &str,
    sentence: &str,
    occurrence: usize,
    subject: &str,
    relation: &str,
    object: &str,
) -> String {
    hex([document, sentence, &occurrence.to_string(), subject, relation, object])
}

/// Key of a document in an IRI: 32 hexadecimal digits of a hash of its id.
pub fn document_key(document: &str) -> String {
    hex([document])
}

/// What a decision to forget an actor holds instead of its id: 32 hexadecimal digits.
pub fn forgotten_key(actor: &str) -> String {
    hex(["forgotten", actor])
}

/// A name as a kebab-case ASCII id: `Kim Jong-un` gives `kim-jong-un`, `Erdoğan` gives `erdogan`.
///
/// A name without a letter that has a Latin spelling gives its code points, so that no id is empty.
pub fn kebab(name: &str) -> String {
    let id = spelled(name);
    if id.is_empty() { code_points(name) } else { id }
}

fn code_points(name: &str) -> String {
    let points: Vec<String> = name.chars().map(|c| format!("u{:x}", c as u32)).collect();
    points.join("-")
}

fn spelled(name: &str) -> String {
    let mut id = String::new();
    for c in deunicode::deunicode(name).chars() {
        match c {
            '\'' | '.' => {}
            c if c.is_ascii_alphanumeric() => id.push(c.to_ascii_lowercase()),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ascii_kebab_case() {
        assert_eq!(kebab("Kim Jong-un"), "kim-jong-un");
        assert_eq!(kebab("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
        assert_eq!(kebab("Côte d'Ivoire (West Africa)"), "cote-divoire-west-africa");
        assert_eq!(kebab("Taufan H. Akbar"), "taufan-h-akbar");
        assert_eq!(kebab("\u{1CBE}"), "u1cbe");
    }

    #[test]
    fn boundaries_between_parts_count() {
        assert_ne!(claim_id("ab", "c", "d"), claim_id("a", "bc", "d"));
        assert_eq!(claim_id("a", "b", "c").len(), 32);
    }
}
