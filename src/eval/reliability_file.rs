//! `reliability.toml` as it is written.

use super::judge::Verdict;
use crate::ontology::{Ontology, Rates, Reliability};

const HEAD: &str = "\
# How often what each frame finds is right, and what else bears on the confidence of a claim; read by every run.
# Made by `aliansi eval GOLD.jsonl PATH… --reliability FILE`, not by hand: make it anew when frames have changed.
# Whoever judges by the same gold again sees better figures than new texts will show: the frames were written and counted on it.
";

/// The name of a gold file and the claims that it judges.
pub type Judging<'a> = (String, Vec<Verdict<'a>>);

/// The text of a reliability file, with what it was estimated on, and the rate that each frame gets as a remark.
pub fn reliability_file(reliability: &Reliability, judging: &[Judging], ontology: &Ontology) -> String {
    let mut text = format!("{HEAD}#\n# Judged by");
    for (gold, verdicts) in judging {
        let right = verdicts.iter().filter(|verdict| verdict.right).count();
        text += &format!("\n#   {gold}: {} claims, {right} right", verdicts.len());
    }
    text += "\n";
    if let Some(terms) = reliability.terms {
        text += "\n# Log-odds that add up to the confidence of a claim, drawn towards what is thought before.\n[terms]\n";
        text += &toml::to_string(&terms).unwrap_or_default();
    }
    text += "\n# Claims of each frame that gold judges; what was written of the frame; behind it the rate that follows.\n[frames]\n";
    let rates = Rates::of(reliability, ontology.scoring.shrinkage);
    for (frame, judged) in &reliability.frames {
        let rate = rates.reliability(frame, judged.written);
        let (right, all, written) = (judged.right, judged.judged, judged.written);
        let counts = format!("{{ right = {right}, judged = {all}, written = {written} }}");
        text += &format!("{} = {counts}  # {rate:.2}\n", toml::Value::from(frame.as_str()));
    }
    text
}
