//! Offices that titles and appositions state: leads, represents, affiliated-with.

use super::draft::Draft;
use super::filler::{Filler, of_mention};
use super::scene::Scene;
use crate::model::{Binder, Cue, Mention, Office, Status};

/// One draft for each mention with an office.
pub fn find(scene: &Scene<'_>) -> Vec<Draft> {
    let held =
        scene.mentions.iter().flat_map(|mention| mention.offices.iter().map(move |office| (mention, office)));
    held.flat_map(|(mention, office)| draft(scene, mention, office)).collect()
}

fn draft(scene: &Scene<'_>, mention: &Mention, office: &Office) -> Vec<Draft> {
    let by_title = |mut filler: Filler| {
        filler.argument.binder = Binder::Title;
        filler
    };
    let Some(subject) = of_mention(mention, scene, None).into_iter().map(by_title).next() else {
        return Vec::new();
    };
    let language = scene.document.language.as_deref().unwrap_or_default();
    let cue = Cue {
        text: scene.document.text[office.start..office.end].to_owned(),
        start: office.start,
        end: office.end,
    };
    let frame = format!("{}/{language}/title", office.relation);
    let reliability = scene.ontology.reliability_of(&frame, scene.ontology.scoring.title);
    let draft = |object| Draft {
        deed: false,
        subject: subject.clone(),
        object,
        relation: office.relation.clone(),
        mode: None,
        status: Status::Asserted,
        speaker: None,
        denied_by: None,
        item: None,
        cue: cue.clone(),
        frame: frame.clone(),
        binder: Binder::Title,
        agreement: None,
        reliability,
        head: None,
        clause: None,
    };
    of_mention(&office.of, scene, None).into_iter().map(by_title).map(draft).collect()
}
