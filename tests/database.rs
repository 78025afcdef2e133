//! A persistent oxigraph database in the place of a graph folder.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output};

fn query(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aliansi"));
    command.args(["query", "--graph"]).arg(folder).args(arguments).output().unwrap()
}

#[cfg(not(feature = "rocksdb"))]
#[test]
fn without_the_feature_a_database_is_told_from_other_folders() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("CURRENT"), "MANIFEST-000004\n").unwrap();
    let output = query(folder.path(), &["ASK {}"]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("oxigraph database") && errors.contains("--features rocksdb"), "{errors}");
}

#[cfg(feature = "rocksdb")]
mod with_the_feature {
    use aliansi::pipeline::publish::DEFAULT_BASE;
    use oxigraph::model::{NamedNode, Quad};
    use oxigraph::store::Store;

    use super::*;

    /// A database of two graphs that both say the same, and one that says more.
    fn database(folder: &Path) {
        let node = |path: &str| NamedNode::new(format!("{DEFAULT_BASE}{path}")).unwrap();
        let store = Store::open(folder).unwrap();
        for (who, graph) in [("syldavia", "one"), ("syldavia", "two"), ("nuevo-rico", "two")] {
            let (subject, object) = (node(&format!("actor/{who}")), node("actor/borduria"));
            store.insert(&Quad::new(subject, node("relation/opposes"), object, node(graph))).unwrap();
        }
        store.flush().unwrap();
    }

    #[test]
    fn a_database_is_asked_like_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        database(folder.path());
        let text = "SELECT DISTINCT ?who { ?who rel:opposes actor:borduria }";
        let output = query(folder.path(), &[text, "--format", "csv"]);
        let rows = String::from_utf8(output.stdout).unwrap();
        assert_eq!(rows.lines().count(), 3, "{rows}{}", String::from_utf8_lossy(&output.stderr));
        let update = query(folder.path(), &["DELETE WHERE { ?s ?p ?o }"]);
        assert_eq!(update.status.code(), Some(1));
        let windowed = query(folder.path(), &["--from", "2025", text]);
        assert!(String::from_utf8(windowed.stderr).unwrap().contains("this is a database"));
    }
}
