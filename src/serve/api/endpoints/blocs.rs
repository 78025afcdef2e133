//! `GET /api/blocs`

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::serve::api::records::{Named, rounded};
use crate::serve::api::sight::Sight;

/// Who holds together, and how balanced the whole is.
#[derive(Debug, Serialize)]
pub(in crate::serve::api) struct Blocs<'s> {
    blocs: Vec<Bloc<'s>>,
    /// None without ties.
    frustration: Option<Frustration>,
    triads: Triads,
}

#[derive(Debug, Serialize)]
struct Bloc<'s> {
    nth: usize,
    /// The strongest first.
    actors: Vec<Named<'s>>,
}

/// The frustration index, or bounds of it.
#[derive(Debug, Serialize)]
struct Frustration {
    lower: f64,
    upper: f64,
    exact: bool,
    /// 0 to 1.
    balance: f64,
}

#[derive(Debug, Serialize)]
struct Triads {
    #[serde(rename = "+++")]
    friends: u64,
    #[serde(rename = "++-")]
    torn: u64,
    #[serde(rename = "+--")]
    allied: u64,
    #[serde(rename = "---")]
    foes: u64,
    /// Shares, 0 to 1; none without triads.
    balanced: Option<f64>,
    weakly_balanced: Option<f64>,
}

/// What `aliansi blocs` and `aliansi balance` say with `--all-actors`.
pub(in crate::serve::api) fn blocs(sight: &Sight) -> Blocs<'_> {
    let balance = sight.tables().balance(sight.graph());
    let (census, found) = (balance.census, &balance.frustration);
    let has_ties = !sight.tables().pairs.strongest().is_empty();
    Blocs {
        blocs: groups(sight),
        frustration: has_ties.then(|| Frustration {
            lower: rounded(found.lower),
            upper: rounded(found.upper),
            exact: found.exact,
            balance: rounded(found.balance),
        }),
        triads: Triads {
            friends: census.friends,
            torn: census.torn,
            allied: census.allied,
            foes: census.foes,
            balanced: census.balanced().map(rounded),
            weakly_balanced: census.weakly_balanced().map(rounded),
        },
    }
}

fn groups(sight: &Sight) -> Vec<Bloc<'_>> {
    let mut groups: BTreeMap<usize, Vec<Named>> = BTreeMap::new();
    let bloc = |at: NodeIndex| sight.standing().bloc(at);
    for &at in sight.tables().pairs.strongest() {
        if let Some(nth) = bloc(at) {
            groups.entry(nth).or_default().push(sight.node(at));
        }
    }
    groups.into_iter().map(|(nth, actors)| Bloc { nth, actors }).collect()
}
