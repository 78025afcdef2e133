//! Cells: what a spreadsheet must not run, and what an import cannot read.

use std::borrow::Cow;

use super::Dialect;
use crate::pipeline::publish::text::clean;

/// A row that is being filled.
pub struct Row {
    dialect: Dialect,
    cells: Vec<String>,
}

impl Row {
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, cells: Vec::new() }
    }

    /// A text, with what the dialect demands.
    pub fn text(mut self, text: &str) -> Self {
        let text = clean(text);
        self.cells.push(match self.dialect {
            Dialect::Plain | Dialect::Excel => disarmed(&text).into_owned(),
            Dialect::Exact => text.into_owned(),
            Dialect::Neo4j => text.replace(['\r', '\n'], " "),
        });
        self
    }

    pub fn known(self, text: Option<&str>) -> Self {
        self.text(text.unwrap_or_default())
    }

    /// Ids, which hold no `;`.
    pub fn list<'a>(self, items: impl Iterator<Item = &'a str>) -> Self {
        let items: Vec<&str> = items.collect();
        self.text(&items.join(";"))
    }

    /// A number or a truth value, which may begin with a sign.
    pub fn value(mut self, value: impl ToString) -> Self {
        self.cells.push(value.to_string());
        self
    }

    pub fn cells(self) -> Vec<String> {
        self.cells
    }
}

/// The text with an apostrophe in front if a spreadsheet would run it, or would if the apostrophes that it begins with were off.
fn disarmed(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn armed(cell: &str) -> &str {
        let bare = cell.strip_prefix('\'').filter(|_| disarmed(cell) != cell);
        bare.unwrap_or(cell)
    }

    #[test]
    fn formulas_are_disarmed_and_come_back() {
        for text in ["=1+1", "+1", "-a", "@a", "\t=1", "\r", "\n=", "'=1", "''-", "'quoted'", "a=b", "", "'"]
        {
            let cell = disarmed(text);
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{text}");
            assert_eq!(armed(&cell), text);
        }
        assert_eq!(disarmed("'quoted'"), "'quoted'");
    }

    #[test]
    fn numbers_keep_their_sign() {
        assert_eq!(Row::new(Dialect::Plain).value(-1).text("-1").cells(), ["-1", "'-1"]);
    }
}
