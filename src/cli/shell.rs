//! Paths in commands that a message tells the user to run.

use std::path::Path;

/// The path as a shell reads it: in quotes where it holds more than plain characters.
pub(super) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "_-./+:@%,=".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        assert_eq!(quoted(Path::new("out/graph-1")), "out/graph-1");
        assert_eq!(quoted(Path::new("my graph")), "'my graph'");
        assert_eq!(quoted(Path::new("it's")), r"'it'\''s'");
    }
}
