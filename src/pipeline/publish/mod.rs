//! Scored graph → bytes.
use crate::model::Graph;
use crate::ontology::Ontology;
/// Writes a graph folder.
pub fn publish(_graph: &Graph, _ontology: &Ontology, _directory: &std::path::Path) -> anyhow::Result<()> {
    Ok(())
}
