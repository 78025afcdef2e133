//! Names as Neo4j's users write them.

/// `allied-with` as the type of a relationship: `ALLIED_WITH`.
pub fn relationship(relation: &str) -> String {
    let upper = |c: char| if c.is_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
    relation.chars().map(upper).collect()
}

/// `armed-group` as a label: `ArmedGroup`.
pub fn label(kind: &str) -> String {
    kind.split('-').map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_style_of_neo4j() {
        assert_eq!(relationship("allied-with"), "ALLIED_WITH");
        assert_eq!(relationship("a;b\"c"), "A_B_C");
        assert_eq!(label("armed-group"), "ArmedGroup");
    }
}
