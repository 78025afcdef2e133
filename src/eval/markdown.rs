//! The figures as tables of Markdown, for a page.

use super::breakdown::{Aspect, Slice};
use super::calibration::Calibration;
use super::estimate::Confidence;
use super::report::{Figures, Report};

/// The report, and what it is broken down by, as Markdown: a table of the levels claim and status, a line of false alarms
/// and speakers, a table of confidence, and a table under a heading for each aspect, values with most claims first.
pub fn markdown(report: &Report, confidence: &Confidence, by: &[(Aspect, Vec<Slice>)]) -> String {
    let mut page = levels(report);
    page += &format!(
        "\nSomething is claimed in {} of {} sentences without a claim. Of the claims found, {} have the right speaker.\n",
        report.traps.with_a_claim,
        report.traps.sentences,
        share(Some(report.attribution.right)),
    );
    page += &calibrations(confidence);
    for (aspect, slices) in by {
        page += &format!("\n### By {}\n\n", aspect.name());
        page += &table(*aspect, slices);
    }
    page
}

fn calibrations(confidence: &Confidence) -> String {
    let fitted = confidence.cross_fitted.as_ref();
    let named = [("as stated", Some(&confidence.stated)), ("cross-fitted over documents", fitted)];
    let mut page = String::from(
        "\n### Confidence\n\n| confidence | claims | ECE | Brier | Brier of the share |\n|---|--:|--:|--:|--:|\n",
    );
    for (name, found) in named.iter().filter_map(|(name, found)| Some((name, (*found)?))) {
        let figures = [found.ece, found.brier, found.brier_of_share].map(|figure| format!("{figure:.4}"));
        let cells = [(*name).to_owned(), found.claims.to_string()].into_iter().chain(figures);
        page += &row(&cells.collect::<Vec<_>>());
    }
    page + &named.into_iter().filter_map(|(name, found)| Some(bins(name, found?))).collect::<String>()
}

fn bins(name: &str, calibration: &Calibration) -> String {
    let mut table = format!("\n| {name} | claims | mean confidence | right |\n|---|--:|--:|--:|\n");
    for bin in &calibration.bins {
        let range = format!("{:.1}–{:.1}", bin.from, bin.from + 0.1);
        let cells = [range, bin.claims.to_string(), share(Some(bin.confidence)), share(Some(bin.right))];
        table += &row(&cells);
    }
    table
}

fn levels(report: &Report) -> String {
    let mut table = String::from(
        "| level | predicted | precision | 95% | named | recall | 95% | F1 |\n|---|--:|--:|---|--:|--:|---|--:|\n",
    );
    let levels = [("claim", &report.claim), ("status", &report.status)];
    levels.into_iter().for_each(|(name, figures)| table += &level(name, figures));
    table
}

fn level(name: &str, figures: &Figures) -> String {
    let intervals = figures.intervals.as_ref();
    row(&[
        name.to_owned(),
        figures.predicted.to_string(),
        share(Some(figures.precision)),
        bounds(intervals.and_then(|intervals| intervals.precision_95)),
        figures.required_named.to_string(),
        share(Some(figures.recall_named)),
        bounds(intervals.and_then(|intervals| intervals.recall_named_95)),
        share(Some(figures.f1_named)),
    ])
}

fn table(aspect: Aspect, slices: &[Slice]) -> String {
    let recall = slices.iter().any(|slice| slice.named.is_some());
    let (more, rule) = if recall { (" named | recall | 95% |", "--:|--:|---|") } else { ("", "") };
    let mut table =
        format!("| {} | predicted | precision | 95% |{more}\n|---|--:|--:|---|{rule}\n", aspect.name());
    let mut slices: Vec<&Slice> = slices.iter().collect();
    slices.sort_by_key(|slice| {
        std::cmp::Reverse((slice.predicted + slice.named.unwrap_or(0), slice.predicted))
    });
    slices.into_iter().for_each(|slice| table += &row(&cells(slice, recall)));
    table
}

fn cells(slice: &Slice, recall: bool) -> Vec<String> {
    let mut cells = vec![
        slice.name.clone(),
        slice.predicted.to_string(),
        share(slice.precision),
        bounds(slice.precision_95),
    ];
    if recall {
        let named = slice.named.unwrap_or(0).to_string();
        cells.extend([named, share(slice.recall_named), bounds(slice.recall_named_95)]);
    }
    cells
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn share(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share:.2}"))
}

fn bounds(bounds: Option<[f64; 2]>) -> String {
    bounds.map_or("–".to_owned(), |[low, high]| format!("{low:.2}–{high:.2}"))
}
