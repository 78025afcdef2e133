//! `--publishers`: how much what a medium reports is worth.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail, ensure};

use crate::model::kebab;

/// The weights of a file, by the names of media as origins have them.
pub(super) fn read(file: &Path) -> anyhow::Result<BTreeMap<String, f64>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    weights(&text).with_context(|| {
        format!(
            "{}: not a file of publishers; a line is a name and a weight: \"Harian A\" = 0.5",
            file.display()
        )
    })
}

fn weights(text: &str) -> anyhow::Result<BTreeMap<String, f64>> {
    let written: BTreeMap<String, f64> = toml::from_str(text)?;
    let mut weights = BTreeMap::new();
    for (name, weight) in written {
        ensure!((0.0..=1.0).contains(&weight), "the weight {weight} of `{name}` is not from 0 to 1");
        let key = kebab(&name);
        ensure!(!key.is_empty(), "`{name}` is no name");
        if weights.insert(key, weight).is_some() {
            bail!("`{name}` stands there twice, in two spellings");
        }
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        weights(text).unwrap_err().to_string()
    }

    #[test]
    fn names_are_those_of_origins() {
        let found = weights("\"Harian Ä.\" = 0.5\nReuters = 1\n").unwrap();
        assert_eq!(found, [("harian-a".to_owned(), 0.5), ("reuters".to_owned(), 1.0)].into());
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(fault("A = 1.5"), "the weight 1.5 of `A` is not from 0 to 1");
        assert_eq!(fault("A = nan"), "the weight NaN of `A` is not from 0 to 1");
        assert_eq!(fault("\"\" = 0.5"), "`` is no name");
        assert_eq!(fault("A = 0.5\na = 0.4"), "`a` stands there twice, in two spellings");
        assert!(fault("A = \"much\"").contains("expected f64"), "{}", fault("A = \"much\""));
    }
}
