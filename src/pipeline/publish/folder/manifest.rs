//! `manifest.json`: what made a graph folder.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ontology::Ontology;
use crate::pipeline::publish::Options;

const FORMAT: &str = "aliansi-graph";
const VERSION: u32 = 1;

/// `manifest.json`: what made a graph folder. Holds no time and no path, so that equal input gives equal bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `aliansi-graph`: tells a graph folder from any other.
    pub format: String,
    /// Version of the folder's format; grows when an older program could not read it.
    pub version: u32,
    /// Hash of the ontology that made the graph.
    pub ontology: String,
    /// Confidence, 0 to 1, from which a claim was a plain edge.
    pub threshold: f64,
    /// Medium → how much what comes from it was worth, 0 to 1; others are worth 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub publishers: BTreeMap<String, f64>,
    /// What the user chose.
    pub options: Options,
}

impl Manifest {
    /// The manifest of a graph that is made now.
    pub fn new(ontology: &Ontology, options: &Options) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            ontology: ontology.hash.clone(),
            threshold: ontology.scoring.threshold,
            publishers: ontology.scoring.publishers.clone(),
            options: options.clone(),
        }
    }

    /// Reads a manifest. The error says why it is none, or none that this version reads.
    pub fn parse(text: &str) -> Result<Self, String> {
        let head: Head = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if head.format != FORMAT {
            return Err(format!("its format is `{}`, not `{FORMAT}`", head.format));
        }
        if head.version != VERSION {
            return Err(format!("its version is {}, this program reads {VERSION}", head.version));
        }
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Whether a text is the manifest of a graph folder of any version.
    pub fn is_one(text: &str) -> bool {
        serde_json::from_str::<Head>(text).is_ok_and(|head| head.format == FORMAT)
    }
}

/// What the manifests of all versions have.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}
