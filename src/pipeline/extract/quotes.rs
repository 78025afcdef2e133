//! Quotations that run over several sentences: which tokens they hold, and who says them.

use std::ops::Range;

use super::reporting;
use super::scene::Scene;
use super::turns;
use crate::model::Actor;

/// The quoted tokens of a sentence, with their speaker.
#[derive(Debug, Clone, Default)]
pub struct Quoted {
    /// Token ranges inside quotation marks.
    pub ranges: Vec<Range<usize>>,
    /// Who says them.
    pub speaker: Option<Actor>,
    /// Whose words the whole sentence goes on with, if it has no speaker of its own.
    pub turn: Option<Actor>,
}

impl Quoted {
    /// Whether the token is quoted.
    pub fn holds(&self, token: usize) -> bool {
        self.ranges.iter().any(|range| range.contains(&token))
    }
}

/// The quotations of every sentence of a document.
///
/// A quotation that one sentence opens and another closes belongs to whoever speaks in one of its sentences
/// ("…," ujar X), in the sentence before it (… menyatakan:), or in the one after it.
pub fn quotations(scenes: &[&Scene<'_>]) -> Vec<Quoted> {
    let mut quoted: Vec<Quoted> = Vec::with_capacity(scenes.len());
    let mut open = false;
    let mut first = 0;
    let mut last = None;
    for (at, scene) in scenes.iter().enumerate() {
        let starts_open = open;
        let ranges = ranges(scene, &mut open, at > 0 && begins_paragraph(scenes, at));
        quoted.push(Quoted { ranges, speaker: None, turn: None });
        if open && !starts_open {
            first = at;
        } else if starts_open && !open {
            give_speaker(scenes, &mut quoted, first..at + 1, last.as_ref());
        } else if !open {
            give_speaker(scenes, &mut quoted, at..at + 1, last.as_ref());
        }
        last = reporting::teller(scene).or(last);
    }
    turns::give(scenes, &mut quoted);
    quoted
}

fn begins_paragraph(scenes: &[&Scene<'_>], at: usize) -> bool {
    scenes[at].sentence.paragraph != scenes[at - 1].sentence.paragraph
}

/// `anew`: a mark that opens a paragraph opens a quotation, even where the paragraph before has closed none.
fn ranges(scene: &Scene<'_>, open: &mut bool, anew: bool) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, token) in scene.sentence.tokens.iter().enumerate() {
        let opens = matches!(token.form.as_str(), "“") || token.form == "\"" && (!*open || anew && at == 0);
        let closes = matches!(token.form.as_str(), "”") || token.form == "\"" && *open;
        if opens {
            (start, *open) = (at, true);
        } else if closes && *open {
            ranges.push(start..at);
            *open = false;
        }
    }
    if *open {
        ranges.push(start..scene.sentence.tokens.len());
    }
    ranges
}

fn give_speaker(scenes: &[&Scene<'_>], quoted: &mut [Quoted], span: Range<usize>, last: Option<&Actor>) {
    if quoted[span.clone()].iter().all(|quoted| quoted.ranges.is_empty()) {
        return;
    }
    let inside = scenes[span.clone()]
        .iter()
        .zip(&quoted[span.clone()])
        .find_map(|(scene, quoted)| says(scene, quoted));
    let speaker = inside
        .or_else(|| {
            scenes[span.clone()].iter().any(|scene| reporting::is_same_voice(scene)).then(|| last.cloned())?
        })
        .or_else(|| announced_before(scenes, span.start))
        .or_else(|| follows(scenes, span.end))
        .or_else(|| goes_on(scenes, quoted, span.start));
    for quoted in &mut quoted[span] {
        quoted.speaker.clone_from(&speaker);
    }
}

fn announced_before(scenes: &[&Scene<'_>], first: usize) -> Option<Actor> {
    let before = scenes.get(first.checked_sub(1)?)?;
    let colon = before.sentence.tokens.last()?.form == ":";
    reporting::announced(before).filter(|_| colon)
}

/// "…," kata X. "…": the speaker of the sentence before goes on where a sentence is all quotation.
fn goes_on(scenes: &[&Scene<'_>], quoted: &[Quoted], first: usize) -> Option<Actor> {
    let before = scenes.get(first.checked_sub(1)?)?;
    let opens = |scene: &Scene<'_>| {
        scene.sentence.tokens.first().is_some_and(|token| matches!(token.form.as_str(), "“" | "\""))
    };
    let quotes = !quoted[first - 1].ranges.is_empty() && opens(scenes[first]);
    let running = || quoted[first - 1].speaker.clone().filter(|_| opens(before));
    says(before, &quoted[first - 1]).or_else(running).filter(|_| quotes)
}

/// Who speaks in a sentence around what is quoted in it.
fn says(scene: &Scene<'_>, quoted: &Quoted) -> Option<Actor> {
    if scene.index.forms.heads_last() {
        return reporting::around(scene, |token| quoted.holds(token));
    }
    reporting::inverted(scene).map(|(_, speaker)| speaker)
}

/// The quotation goes on in the next sentence, whose speaker is named there.
fn follows(scenes: &[&Scene<'_>], next: usize) -> Option<Actor> {
    let next = scenes.get(next)?;
    let same = next.sentence.tokens.first().is_some_and(|token| matches!(token.form.as_str(), "“" | "\""));
    reporting::inverted(next).map(|(_, speaker)| speaker).filter(|_| same)
}
