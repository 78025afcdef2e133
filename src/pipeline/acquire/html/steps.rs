//! A walk through a page that needs no stack: a page may nest deeper than the program's reaches.

use dom_query::NodeRef;

/// Into a node or out of it.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(NodeRef<'a>),
}

/// The steps through a node and all below it, in the order of the page.
pub(super) struct Steps<'a> {
    root: NodeRef<'a>,
    next: Option<Step<'a>>,
}

impl<'a> Steps<'a> {
    pub fn through(root: NodeRef<'a>) -> Self {
        Self { root, next: Some(Step::Enter(root)) }
    }

    /// Passes over what is below a node that was just entered.
    pub fn pass_over(&mut self, node: NodeRef<'a>) {
        self.next = Some(Step::Leave(node));
    }

    fn after(&self, step: Step<'a>) -> Option<Step<'a>> {
        match step {
            Step::Enter(node) => Some(node.first_child().map_or(Step::Leave(node), Step::Enter)),
            Step::Leave(node) if node.id == self.root.id => None,
            Step::Leave(node) => {
                node.next_sibling().map(Step::Enter).or_else(|| node.parent().map(Step::Leave))
            }
        }
    }
}

impl<'a> Iterator for Steps<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        let step = self.next.take()?;
        self.next = self.after(step);
        Some(step)
    }
}

/// How deep the nodes below a node nest.
pub(super) fn depth(root: NodeRef<'_>) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for step in Steps::through(root) {
        match step {
            Step::Enter(_) => depth += 1,
            Step::Leave(_) => depth -= 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}
