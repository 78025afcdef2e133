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
    /// The summed score of its lines as a share of the greatest such sum in the picture, 0 to 1.
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
    /// Its name.
    pub label: String,
    /// Indices into [`Picture::spots`](super::Picture::spots).
    pub members: Vec<usize>,
}

pub fn spots(network: &Network, vocabulary: &Vocabulary) -> Vec<Spot> {
    let mut sums = vec![0.0; network.actors.len()];
    for tie in &network.ties {
        sums[tie.from] += tie.score();
        sums[tie.to] += tie.score();
    }
    let highest = sums.iter().copied().fold(0.0, f64::max);
    let share = |sum: f64| if highest > 0.0 { sum / highest } else { 0.0 };
    network.actors.iter().zip(sums).map(|(shown, sum)| spot(shown, share(sum), vocabulary)).collect()
}

fn spot(shown: &Shown, prominence: f64, vocabulary: &Vocabulary) -> Spot {
    let actor = &shown.node.actor;
    let label = clip(&one_line(&actor.label), LONGEST_LABEL);
    Spot {
        tooltip: tooltip(shown, &label),
        id: actor.id.clone(),
        label,
        kind: actor.kind,
        bloc: shown.bloc,
        prominence,
        link: vocabulary.actor(&actor.id).as_str().to_owned(),
    }
}

fn tooltip(shown: &Shown, label: &str) -> String {
    let kind = name(shown.node.actor.kind);
    let members = shown.node.members.len();
    let bloc = shown.bloc.map_or(String::new(), |bloc| format!(", bloc {}", bloc + 1));
    let standing =
        if members > 0 { format!("; stands for {members} more that act for it") } else { String::new() };
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
    members
        .into_iter()
        .map(|(number, members)| Bloc { number, label: format!("Bloc {}", number + 1), members })
        .collect()
}
