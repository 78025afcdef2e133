//! What `aliansi eval` shows and learns of confidence.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, ensure};

use super::console::{Console, count};
use super::table::{align_right, table};
use crate::eval::{Calibration, Confidence, Judging, estimate, reliability_file};
use crate::ontology::Ontology;

/// Tables of confidence against the share of right claims.
pub(super) fn print(confidence: &Confidence, out: &mut impl Write) -> std::io::Result<()> {
    if confidence.stated.claims == 0 {
        return Ok(());
    }
    writeln!(out, "{}", bins(confidence))?;
    print_scores("confidence as stated", &confidence.stated, out)?;
    match &confidence.cross_fitted {
        Some(fitted) => print_scores("cross-fitted over documents", fitted, out),
        None => Ok(()),
    }
}

fn bins(confidence: &Confidence) -> comfy_table::Table {
    let fitted = confidence.cross_fitted.as_ref();
    let mut table = table(["confidence", "claims", "mean", "right", "claims cross-fitted", "mean", "right"]);
    for from in (0..10).map(|tenth| f64::from(tenth) / 10.0) {
        let cells = [Some(&confidence.stated), fitted].map(|calibration| of_bin(calibration, from));
        if cells.iter().flatten().any(|cell| !cell.is_empty()) {
            let range = format!("{from:.1}–{:.1}", from + 0.1);
            table.add_row(std::iter::once(range).chain(cells.into_iter().flatten()));
        }
    }
    align_right(&mut table, 1..7);
    table
}

fn of_bin(calibration: Option<&Calibration>, from: f64) -> [String; 3] {
    let own = |calibration: &Calibration| {
        let bin = calibration.bins.iter().find(|bin| (bin.from - from).abs() < 0.01)?;
        Some([bin.claims.to_string(), format!("{:.3}", bin.confidence), format!("{:.3}", bin.right)])
    };
    calibration.and_then(own).unwrap_or_default()
}

fn print_scores(name: &str, calibration: &Calibration, out: &mut impl Write) -> std::io::Result<()> {
    let Calibration { claims, ece, brier, brier_of_share, .. } = calibration;
    writeln!(
        out,
        "{name}: ECE {ece:.4}, Brier {brier:.4} ({brier_of_share:.4} by their share alone), {claims} claims"
    )
}

/// Writes what the judged claims teach.
pub(super) fn write(
    file: &Path,
    judging: &[Judging],
    ontology: &Ontology,
    console: &Console,
) -> anyhow::Result<()> {
    let reliability = estimate(judging, ontology);
    let judged: u32 = reliability.frames.values().map(|judged| judged.judged).sum();
    ensure!(judged > 0, "nothing to learn from: gold judges no claim that tells its frame");
    let text = reliability_file(&reliability, judging, ontology);
    std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    let frames = count(reliability.frames.len(), "frame");
    let weights = if reliability.terms.is_some() { "weights fitted" } else { "too few to fit weights" };
    console.note(format_args!(
        "{}: {frames}, {}, {weights}",
        file.display(),
        count(judged as usize, "claim")
    ));
    Ok(())
}
