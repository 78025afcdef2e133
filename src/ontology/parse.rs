//! Text of a file → typed value, with faults that name the line and the nearest known key.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::Problem;
use super::bundle::File;
use crate::spelling::nearest;

/// How the text of a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// As people write it.
    Toml,
    /// As `build.rs` packs it.
    Json,
}

/// The value that a file holds.
pub(super) fn parse<T: DeserializeOwned>(format: Format, file: &File) -> Result<T, Problem> {
    match format {
        Format::Toml => toml::from_str(&file.text)
            .map_err(|error| problem(&file.path, error.message(), line(&file.text, error.span()))),
        Format::Json => {
            serde_json::from_str(&file.text).map_err(|error| problem(&file.path, &error.to_string(), None))
        }
    }
}

fn line(text: &str, span: Option<Range<usize>>) -> Option<usize> {
    let before = text.get(..span?.start)?;
    Some(1 + before.matches('\n').count())
}

fn problem(path: &str, message: &str, line: Option<usize>) -> Problem {
    Problem::new((path, line), message, fix(message))
}

/// What to do, read from the message of serde, which names the unknown key first and then the known ones.
fn fix(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let Some(named) = quoted.next() else { return String::from("correct the TOML at this line") };
    if message.starts_with("missing field") {
        format!("add `{named} = …`")
    } else if message.starts_with("unknown") {
        nearest(named, quoted).map_or_else(|| format!("remove `{named}`"), |known| format!("write `{known}`"))
    } else {
        String::from("write the kind of value that ontology/README.md shows for this key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Role;

    fn fault(text: &str) -> String {
        let file = File { path: String::from("r.toml"), text: text.to_owned().into() };
        parse::<Role>(Format::Toml, &file).unwrap_err().to_string()
    }

    #[test]
    fn an_unknown_key_names_line_and_nearest_known_key() {
        let text = "id = \"x\"\nclass = \"leader\"\nrelatoin = \"leads\"\nnames = {}\n";
        let message = fault(text);
        assert!(message.starts_with("r.toml:3: unknown field `relatoin`"), "{message}");
        assert!(message.ends_with("(write `relation`)"), "{message}");
    }

    #[test]
    fn a_missing_key_is_named() {
        let message = fault("id = \"x\"\nclass = \"leader\"\nnames = {}\n");
        assert!(message.ends_with("missing field `relation` (add `relation = …`)"), "{message}");
    }

    #[test]
    fn an_unknown_value_names_the_nearest() {
        let message = fault("id = \"x\"\nclass = \"leeder\"\nnames = {}\n");
        assert!(message.starts_with("r.toml:2: unknown variant"), "{message}");
        assert!(message.ends_with("(write `leader`)"), "{message}");
    }

    #[test]
    fn what_is_no_toml_names_its_line() {
        assert!(
            fault("id = \"x\"\nclass =\n").starts_with("r.toml:2: "),
            "{}",
            fault("id = \"x\"\nclass =\n")
        );
    }
}
