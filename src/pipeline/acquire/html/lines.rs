//! The lines of a page: one for each paragraph, heading, list item and table cell.

use dom_query::NodeRef;

use super::steps::{Step, Steps};

/// Elements that hold no text of the article.
const SKIPPED: [&str; 19] = [
    "head", "script", "style", "noscript", "template", "svg", "iframe", "nav", "footer", "aside", "form",
    "button", "select", "input", "textarea", "object", "canvas", "audio", "video",
];
/// Elements within a line; every other element starts and ends one.
const INLINE: [&str; 36] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "meter", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// The text below a node, a line each block, spaces collapsed, no blank lines.
pub(super) fn of(root: &NodeRef<'_>) -> String {
    let mut lines = Lines::default();
    let mut steps = Steps::through(*root);
    while let Some(step) = steps.next() {
        match step {
            Step::Enter(node) if is_skipped(&node) => steps.pass_over(node),
            Step::Enter(node) => lines.open(&node),
            Step::Leave(node) => lines.close(&node),
        }
    }
    lines.text.truncate(lines.text.trim_end().len());
    lines.text
}

fn is_skipped(node: &NodeRef<'_>) -> bool {
    is_one_of(node, &SKIPPED)
}

fn is_one_of(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.is_element() && node.qual_name_ref().is_some_and(|name| names.contains(&&*name.local))
}

#[derive(Default)]
struct Lines {
    text: String,
    /// A space was read and no word since.
    space: bool,
}

impl Lines {
    fn open(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            self.push(&node.text());
        } else {
            self.close(node);
        }
    }

    fn close(&mut self, node: &NodeRef<'_>) {
        if node.is_element() && !is_one_of(node, &INLINE) {
            self.end_line();
        }
    }

    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.text.push(c);
        }
    }

    fn end_line(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    fn lines(html: &str) -> String {
        super::of(&Document::from(html).html_root())
    }

    #[test]
    fn blocks_are_lines_and_inline_elements_are_not() {
        let html = "<h1>Judul</h1><p>Satu <b>dua</b>\n tiga<br>empat</p><ul><li>a</li><li>b <i>c</i></li></ul>\
            <table><tr><td>Militer</td><td>Latihan</td></tr></table><script>x()</script><nav>menu</nav>ekor";
        assert_eq!(lines(html), "Judul\nSatu dua tiga\nempat\na\nb c\nMiliter\nLatihan\nekor");
    }

    #[test]
    fn deep_nesting_does_not_overflow() {
        let html = format!("{}dalam{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
        assert_eq!(lines(&html), "dalam");
    }
}
