//! How figures are printed.

use std::io::Write;

use serde::Serialize;
use serde_json::Value;

/// How figures are printed.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Table,
    /// One JSON object
    Json,
}

/// How lists are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    Table,
    /// One JSON object
    Json,
    /// A line each, with a header
    Csv,
}

/// What a table of figures about a graph ends with.
pub(super) const CAVEAT: &str = "The figures sum up what texts state, not what is true.";

/// Writes one JSON value over several lines, with numbers of four decimals.
pub(super) fn json(value: &impl Serialize, out: &mut impl Write) -> anyhow::Result<()> {
    let mut value = serde_json::to_value(value)?;
    round(&mut value);
    writeln!(out, "{value:#}")?;
    Ok(())
}

fn round(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            *value = number.as_f64().map_or(Value::Null, |number| Value::from(rounded(number)));
        }
        Value::Array(items) => items.iter_mut().for_each(round),
        Value::Object(fields) => fields.values_mut().for_each(round),
        _ => {}
    }
}

/// Four decimals; nothing is printed as `-0`.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 1e4).round() / 1e4 + 0.0
}

/// A number with its sign and two decimals, as tables show it.
pub(super) fn signed(number: f64) -> String {
    let text = format!("{:.2}", number.abs());
    match text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        true if number < 0.0 => format!("−{text}"),
        true => format!("+{text}"),
        false => text,
    }
}

/// A value as records write it: `asserted`, `at-war-with`.
pub(super) fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A text of at most so many letters.
pub(super) fn clipped(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// At most so many letters of a text, around the byte that matters most.
pub(super) fn clipped_around(text: &str, byte: usize, letters: usize) -> String {
    let before = text.get(..byte).map_or(0, |before| before.chars().count());
    let length = text.chars().count();
    // A third of the room goes to what stands before, unless there is room for all that follows.
    let skipped = before.saturating_sub(letters / 3).min((length + 1).saturating_sub(letters));
    if skipped == 0 {
        return clipped(text, letters);
    }
    let rest: String = text.chars().skip(skipped).collect();
    let whole_words = match rest.split_once(' ') {
        Some((cut, tail)) if skipped + cut.chars().count() < before => tail,
        _ => &rest,
    };
    format!("…{}", clipped(whole_words, letters - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_wherever_they_stand_and_have_one_zero() {
        let mut out = Vec::new();
        json(&serde_json::json!({"a": [0.123_456, -0.000_01], "n": 3, "b": {"c": 2.0}}), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap().split_whitespace().collect::<String>();
        assert_eq!(text, r#"{"a":[0.1235,0.0],"b":{"c":2.0},"n":3}"#);
        assert_eq!([signed(-1.5), signed(0.25), signed(-0.001)], ["−1.50", "+0.25", "0.00"]);
    }

    #[test]
    fn long_texts_are_clipped_by_letters() {
        assert_eq!(clipped("Türkiye", 7), "Türkiye");
        assert_eq!(clipped("Türkiye dan", 9), "Türkiye…");
        let text = "Di Ankara Türkiye mendukung Azerbaijan lagi";
        let around = |word: &str| clipped_around(text, text.find(word).unwrap(), 21);
        assert_eq!(around("Ankara"), "Di Ankara Türkiye me…");
        assert_eq!(around("mendukung"), "…mendukung Azerbaija…");
        assert_eq!(around("lagi"), "…Azerbaijan lagi");
        assert_eq!(clipped_around(text, 9999, 99), text);
    }
}
