//! Actors in a diagram.

use std::collections::BTreeMap;

use super::{Shape, clip, one_line};
use crate::model::ActorKind;
use crate::pipeline::publish::network::{Network, Shown};
use crate::pipeline::publish::rdf::Vocabulary;
use crate::pipeline::publish::text::name;

/// Labels of actors are cut after so many characters.
const LONGEST_LABEL: usize = 44;

/// An actor in a diagram.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Its id.
    pub id: String,
    /// Its label, in one line, cut if it is very long.
    pub label: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its bloc in the whole graph, 0 the greatest.
    pub bloc: Option<usize>,
    /// How central it is: 0 to 1, the most central actor of the picture having 1.
    pub prominence: f64,
    /// What is said when it is pointed at.
    pub tooltip: String,
    /// Its IRI.
    pub link: String,
}

impl Spot {
    /// Its shape.
    pub fn shape(&self) -> Shape {
        Shape::of(self.kind)
    }
}

/// A bloc of which two or more members are shown.
#[derive(Debug, Clone)]
pub struct Bloc {
    /// Its number in the whole graph, 0 the greatest.
    pub number: usize,
    /// Around whom it is.
    pub label: String,
    /// Indices into [`Picture::spots`](super::Picture::spots).
    pub members: Vec<usize>,
}

pub fn spots(network: &Network, vocabulary: &Vocabulary) -> Vec<Spot> {
    let highest = network.actors.iter().map(|shown| shown.rank).fold(0.0, f64::max);
    network.actors.iter().map(|shown| spot(shown, highest, vocabulary)).collect()
}

fn spot(shown: &Shown, highest: f64, vocabulary: &Vocabulary) -> Spot {
    let actor = &shown.node.actor;
    let label = clip(&one_line(&actor.label), LONGEST_LABEL);
    let prominence = if highest > 0.0 { shown.rank / highest } else { 0.0 };
    Spot {
        tooltip: tooltip(shown, &label),
        id: actor.id.clone(),
        label,
        kind: actor.kind,
        bloc: shown.bloc,
        prominence: prominence.clamp(0.0, 1.0),
        link: vocabulary.actor(&actor.id).as_str().to_owned(),
    }
}

fn tooltip(shown: &Shown, label: &str) -> String {
    let kind = name(shown.node.actor.kind);
    let members = shown.node.members.len();
    let bloc = shown.bloc.map_or(String::new(), |bloc| format!(", bloc {}", bloc + 1));
    let standing = if members > 0 { format!("; stands for {members} more that act for it") } else { String::new() };
    format!("{label} ({kind}{bloc}{standing})")
}

/// In the order of their numbers.
pub fn blocs(spots: &[Spot]) -> Vec<Bloc> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, spot) in spots.iter().enumerate() {
        if let Some(bloc) = spot.bloc {
            members.entry(bloc).or_default().push(at);
        }
    }
    members.retain(|_, members| members.len() > 1);
    members.into_iter().map(|(number, members)| bloc(number, members, spots)).collect()
}

fn bloc(number: usize, members: Vec<usize>, spots: &[Spot]) -> Bloc {
    // `max_by` takes the last of equals: the reverse gives the first id.
    let leading = members.iter().rev().max_by(|&&a, &&b| spots[a].prominence.total_cmp(&spots[b].prominence));
    let around = leading.map_or("", |&at| spots[at].label.as_str());
    Bloc { number, label: format!("Bloc {}: around {around}", number + 1), members }
}
