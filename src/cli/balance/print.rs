//! What `aliansi balance` prints.

use std::io::Write;

use serde_json::{Value, json};

use super::{Args, Report};
use crate::analytics::{Comparison, Inference, Triad, TriadKind};
use crate::cli::console::count;
use crate::cli::format::{CAVEAT, name, rounded, signed};
use crate::cli::table::{align_right, table};

const KINDS: [TriadKind; 4] = [TriadKind::Friends, TriadKind::Allied, TriadKind::Torn, TriadKind::Foes];

/// Why an expected tie must not be taken for one.
const EXPECTED: &str =
    "Expected by balance alone: no text states these ties, and they are no part of the graph.";

pub(super) fn tables(args: &Args, report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    let (actors, ties) = (count(report.network.len(), "actor"), count(report.network.edges.len(), "tie"));
    writeln!(out, "{actors}, {ties}, {} triads", report.census.total())?;
    print_census(report, out)?;
    print_comparisons(args, report, out)?;
    print_frustration(args, report, out)?;
    if args.triads {
        print_triads(&report.triads, out)?;
    }
    if args.predict {
        print_expected(&report.expected, out)?;
    }
    writeln!(out, "{CAVEAT}")
}

fn print_census(report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    let mut table = table(["triads", "number", "share", "balanced"]);
    for kind in KINDS {
        let number = report.census.of(kind);
        let share = number as f64 / report.census.total().max(1) as f64;
        let balanced = match (kind.is_balanced(), kind.is_weakly_balanced()) {
            (true, _) => "yes",
            (false, true) => "after Davis",
            (false, false) => "no",
        };
        table.add_row([name(&kind), number.to_string(), format!("{share:.4}"), balanced.to_owned()]);
    }
    align_right(&mut table, 1..3);
    writeln!(out, "{table}")
}

fn print_comparisons(args: &Args, report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    let names = ["Cartwright–Harary", "Davis"];
    let found =
        names.into_iter().zip(&report.comparisons).filter_map(|(name, it)| Some((name, it.as_ref()?)));
    let found: Vec<_> = found.collect();
    if found.is_empty() {
        return Ok(());
    }
    let mut table = table(["balanced after", "share", "by chance", "z", "p of more", "p of less"]);
    for (name, it) in found {
        let z = it.z.map_or(String::new(), signed);
        let shares = [it.observed, it.mean].map(|share| format!("{share:.4}"));
        let chances = [it.p_more, it.p_less].map(|p| format!("{p:.4}"));
        table.add_row([name.to_owned()].into_iter().chain(shares).chain([z]).chain(chances));
    }
    align_right(&mut table, 1..6);
    writeln!(
        out,
        "{table}\nchance: the same ties with their signs shuffled {} times, seed {}",
        args.samples, args.seed
    )
}

fn print_frustration(args: &Args, report: &Report, out: &mut impl Write) -> std::io::Result<()> {
    let found = &report.frustration;
    let index = match found.exact {
        true => format!("{:.2}, exact", found.upper),
        false => {
            format!("between {:.2} and {:.2}; a greater --budget may close the gap", found.lower, found.upper)
        }
    };
    writeln!(out, "frustration index {index}; line balance {:.4} of 1", found.balance)?;
    for (camp, actors) in camps(report).iter().enumerate().filter(|(_, actors)| !actors.is_empty()) {
        writeln!(out, "  camp {}: {}", camp + 1, shortened(actors, args.limit))?;
    }
    let against: Vec<String> = frustrated(report).into_iter().map(spelled).collect();
    if against.is_empty() {
        return Ok(());
    }
    writeln!(out, "  ties against these camps: {}", shortened(&against, args.limit))
}

fn shortened(items: &[impl AsRef<str>], limit: usize) -> String {
    let shown: Vec<&str> = items.iter().take(limit).map(AsRef::as_ref).collect();
    let more = items.len() - shown.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

fn camps(report: &Report) -> [Vec<&str>; 2] {
    let actors = || report.network.actors.iter().map(String::as_str).zip(&report.frustration.camps);
    [0, 1].map(|camp| actors().filter(|(_, of)| **of == camp).map(|(actor, _)| actor).collect())
}

/// Two ids and a weight.
type Pair<'r> = (&'r str, &'r str, f64);

/// The ties that the camps do not explain, the strongest first.
fn frustrated(report: &Report) -> Vec<Pair<'_>> {
    let network = &report.network;
    let pair = |&at: &usize| {
        let (a, b, weight) = network.edges[at];
        (network.actors[a].as_str(), network.actors[b].as_str(), weight)
    };
    let mut pairs: Vec<Pair> = report.frustration.frustrated.iter().map(pair).collect();
    pairs.sort_by(|x, y| y.2.abs().total_cmp(&x.2.abs()));
    pairs
}

fn spelled((a, b, weight): Pair) -> String {
    format!("{a} {} {b}", signed(weight))
}

fn print_triads(triads: &[Triad], out: &mut impl Write) -> std::io::Result<()> {
    let mut table = table(["triad", "a", "b", "c", "a b", "a c", "b c"]);
    for triad in triads {
        let weights = triad.weights.map(signed);
        table.add_row([name(&triad.kind)].into_iter().chain(triad.actors.clone()).chain(weights));
    }
    align_right(&mut table, 4..7);
    writeln!(out, "{table}")
}

fn print_expected(expected: &[Inference], out: &mut impl Write) -> std::io::Result<()> {
    let mut table = table(["actor", "actor", "expected", "agreement", "paths for", "against", "through"]);
    for it in expected {
        let counts = [it.support, it.against].map(|paths| paths.to_string());
        let through: Vec<_> = it.paths.iter().map(|path| path.through.as_str()).collect();
        let known = [it.a.clone(), it.b.clone(), side(it).to_owned(), format!("{:.4}", it.agreement)];
        table.add_row(known.into_iter().chain(counts).chain([shortened(&through, 3)]));
    }
    align_right(&mut table, 3..6);
    writeln!(out, "{EXPECTED}\n{table}")
}

fn side(inference: &Inference) -> &'static str {
    if inference.sign > 0 { "friends" } else { "foes" }
}

pub(super) fn document(args: &Args, report: &Report) -> Value {
    let census = &report.census;
    let [strong, weak] = report.comparisons;
    let pair = |(a, b, weight): Pair| json!({"a": a, "b": b, "net": weight});
    let found = &report.frustration;
    let mut document = json!({
        "actors": report.network.len(),
        "ties": report.network.edges.len(),
        "triads": {
            "total": census.total(),
            "+++": census.friends,
            "+--": census.allied,
            "++-": census.torn,
            "---": census.foes,
        },
        "balanced": census.balanced(),
        "weakly_balanced": census.weakly_balanced(),
        "against_shuffled": {"balanced": strong, "weakly_balanced": weak, "seed": args.seed},
        "frustration": {
            "upper": found.upper,
            "lower": found.lower,
            "exact": found.exact,
            "balance": found.balance,
            "camps": camps(report),
            "frustrated": frustrated(report).into_iter().map(pair).collect::<Vec<_>>(),
        },
        "weights": args.scale.weights,
        "min_volume": args.scale.min_volume,
        "min_net": args.min_net,
    });
    if args.triads {
        document["strongest_triads"] = json!(report.triads);
    }
    if args.predict {
        document["expected"] = json!({"note": EXPECTED, "ties": report.expected});
    }
    document
}

/// What is listed, a line each; without a list, the figures.
pub(super) fn csv(args: &Args, report: &Report, out: &mut impl Write) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    if args.triads {
        rows.write_record(["kind", "a", "b", "c", "ab", "ac", "bc", "strength"])?;
        for it in &report.triads {
            let numbers = it.weights.into_iter().chain([it.strength]).map(number);
            rows.write_record([name(&it.kind)].into_iter().chain(it.actors.clone()).chain(numbers))?;
        }
    } else if args.predict {
        rows.write_record(["a", "b", "expected", "agreement", "support", "against", "stated"])?;
        for it in &report.expected {
            let counts = [it.support, it.against].map(|paths| paths.to_string());
            let [support, against] = counts;
            let known = [&it.a, &it.b, side(it), &number(it.agreement), &support, &against, "no"];
            rows.write_record(known)?;
        }
    } else {
        rows.write_record(["figure", "value"])?;
        for (figure, value) in figures(report) {
            rows.write_record([figure, value])?;
        }
    }
    Ok(rows.flush()?)
}

fn number(number: f64) -> String {
    rounded(number).to_string()
}

fn figures(report: &Report) -> Vec<(String, String)> {
    let triads = KINDS.map(|kind| (format!("triads {}", name(&kind)), report.census.of(kind).to_string()));
    let mut figures = triads.to_vec();
    let names = ["balanced", "weakly balanced"];
    for (name, it) in names.into_iter().zip(&report.comparisons).filter_map(|(n, it)| Some((n, it.as_ref()?)))
    {
        figures.extend(compared(name, it));
    }
    let found = &report.frustration;
    let bounds = [("frustration, at least", found.lower), ("frustration, at most", found.upper)];
    let bounds = bounds.into_iter().chain([("line balance", found.balance)]);
    figures.extend(bounds.map(|(figure, value)| (figure.to_owned(), number(value))));
    figures
}

fn compared(name: &str, it: &Comparison) -> Vec<(String, String)> {
    let z = it.z.map(|z| ("z", z));
    let values =
        [("share", it.observed), ("by chance", it.mean), ("p of more", it.p_more), ("p of less", it.p_less)];
    let values = values.into_iter().chain(z);
    values.map(|(figure, value)| (format!("{name}, {figure}"), number(value))).collect()
}
