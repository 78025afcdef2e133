//! A relation's own numbers and lists.

use super::add_or_write;
use crate::ontology::expectation::is_kebab;
use crate::ontology::{Ontology, Problem, Relation};
use crate::spelling::nearest;

pub(super) fn problems(ontology: &Ontology) -> Vec<Problem> {
    ontology.relations.iter().flat_map(|relation| faults(ontology, relation)).collect()
}

fn faults(ontology: &Ontology, relation: &Relation) -> Vec<Problem> {
    let (sign, weight) = (relation.sign, relation.weight);
    let against = f64::from(sign) * weight < 0.0;
    let rules = [
        (!(-1..=1).contains(&sign), "sign", format!("the sign {sign} is out of range"), "write 1, 0 or -1"),
        (
            !(-10.0..=10.0).contains(&weight),
            "weight",
            format!("the weight {weight} is out of range"),
            "write -10 to 10",
        ),
        (against, "weight", format!("the weight {weight} contradicts the sign {sign}"), "change one of them"),
        (
            relation.label.get("en").is_none_or(String::is_empty),
            "label",
            String::from("the relation has no English label"),
            "add `en` to `label`",
        ),
        (
            relation.definition.is_empty(),
            "definition",
            String::from("the definition is empty"),
            "say it in a sentence",
        ),
    ];
    let broken = rules.into_iter().filter(|(broken, ..)| *broken);
    let mut problems: Vec<Problem> =
        broken.map(|(_, key, cause, fix)| Problem::new(at(ontology, relation, key), cause, fix)).collect();
    let threat = relation.threatened_as.iter().map(|id| ("threatened_as", id));
    let opposites = relation.contradicts.iter().map(|id| ("contradicts", id));
    problems.extend(
        threat.chain(opposites).filter_map(|(key, id)| unknown_relation(ontology, relation, key, id)),
    );
    problems.extend(relation.modes.iter().filter(|mode| !is_kebab(mode)).map(|mode| {
        let cause = format!("the mode `{mode}` is not ASCII kebab-case");
        Problem::new(at(ontology, relation, "modes"), cause, format!("write `{}`", crate::model::kebab(mode)))
    }));
    problems
}

fn at(ontology: &Ontology, relation: &Relation, key: &str) -> (String, Option<usize>) {
    ontology.sources.words(&relation.file(), &format!("{key} ="))
}

/// A key of one relation that names another which is not there.
fn unknown_relation(ontology: &Ontology, relation: &Relation, key: &str, id: &str) -> Option<Problem> {
    if ontology.relation(id).is_some() {
        return None;
    }
    let near = nearest(id, ontology.relations.iter().map(|known| known.id.as_str()));
    let cause = format!("`{key}` names `{id}`, which is no relation");
    Some(Problem::new(at(ontology, relation, key), cause, add_or_write("the relation", near)))
}

#[cfg(test)]
mod tests {
    use crate::ontology::samples::changed;

    #[test]
    fn sign_and_weight_have_ranges() {
        let sign = "relations/supports.toml:4: the sign 2 is out of range (write 1, 0 or -1)";
        assert_eq!(changed("sign = 1", "sign = 2"), [sign]);
        let weight = "relations/supports.toml:5: the weight 11 is out of range (write -10 to 10)";
        assert_eq!(changed("weight = 5.0", "weight = 11"), [weight]);
    }

    #[test]
    fn weight_goes_with_sign() {
        let message = "relations/supports.toml:5: the weight -5 contradicts the sign 1 (change one of them)";
        assert_eq!(changed("weight = 5.0", "weight = -5"), [message]);
    }

    #[test]
    fn label_and_definition_are_there() {
        let label = "relations/supports.toml:2: the relation has no English label (add `en` to `label`)";
        assert_eq!(changed("{ en = \"supports\" }", "{ id = \"mendukung\" }"), [label]);
        let empty = "relations/supports.toml:3: the definition is empty (say it in a sentence)";
        assert_eq!(changed("The subject backs the object.", ""), [empty]);
    }

    #[test]
    fn a_threat_is_a_relation() {
        let message = "relations/supports.toml:5: `threatened_as` names `suports`, which is no relation (add the relation, or write `supports`)";
        assert_eq!(changed("weight = 5.0", "threatened_as = \"suports\"\nweight = 5.0"), [message]);
    }

    #[test]
    fn modes_are_kebab_case() {
        let message =
            "relations/supports.toml:5: the mode `Open vote` is not ASCII kebab-case (write `open-vote`)";
        assert_eq!(changed("weight = 5.0", "modes = [\"Open vote\"]\nweight = 5.0"), [message]);
    }
}
