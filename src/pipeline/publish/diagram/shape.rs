//! The shapes of actors.

use crate::model::ActorKind;

/// The shape of an actor, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// States.
    Rounded,
    /// Territories.
    RoundedDashed,
    /// Organizations.
    Hexagon,
    /// Blocs.
    Double,
    /// Organs of a state: with a gable.
    House,
    /// Armed groups.
    Octagon,
    /// Companies.
    Sides,
    /// Media: a leaf with a folded corner.
    Note,
    /// Persons.
    Ellipse,
    /// Groups of people.
    EllipseDashed,
    /// Places.
    Slanted,
    /// Names of which nothing is known.
    BoxDashed,
}

impl Shape {
    /// The shape of a kind.
    pub fn of(kind: ActorKind) -> Self {
        match kind {
            ActorKind::State => Self::Rounded,
            ActorKind::Territory => Self::RoundedDashed,
            ActorKind::Organization => Self::Hexagon,
            ActorKind::Bloc => Self::Double,
            ActorKind::GovernmentBody => Self::House,
            ActorKind::ArmedGroup => Self::Octagon,
            ActorKind::Company => Self::Sides,
            ActorKind::Media => Self::Note,
            ActorKind::Person => Self::Ellipse,
            ActorKind::Group => Self::EllipseDashed,
            ActorKind::Place => Self::Slanted,
            ActorKind::Unknown => Self::BoxDashed,
        }
    }

    /// Whether its outline is dashed.
    pub fn is_dashed(self) -> bool {
        matches!(self, Self::RoundedDashed | Self::EllipseDashed | Self::BoxDashed)
    }

    /// In words, for legends.
    pub fn words(self) -> &'static str {
        match self {
            Self::Rounded => "rounded box",
            Self::RoundedDashed => "dashed rounded box",
            Self::Hexagon => "hexagon",
            Self::Double => "double box",
            Self::House => "box with a gable",
            Self::Octagon => "octagon",
            Self::Sides => "box with bars",
            Self::Note => "leaf with a folded corner",
            Self::Ellipse => "ellipse",
            Self::EllipseDashed => "dashed ellipse",
            Self::Slanted => "slanted box",
            Self::BoxDashed => "dashed box",
        }
    }
}
