//! Statements that stand together.

use oxigraph::model::Quad;

/// The runs of statements about one subject in one graph. Holds one run at a time.
pub fn blocks(quads: impl Iterator<Item = Quad>) -> impl Iterator<Item = Vec<Quad>> {
    let mut quads = quads.peekable();
    std::iter::from_fn(move || {
        let mut block = vec![quads.next()?];
        while let Some(quad) = quads.next_if(|quad| is_about_the_same(quad, &block[0])) {
            block.push(quad);
        }
        Some(block)
    })
}

fn is_about_the_same(a: &Quad, b: &Quad) -> bool {
    a.subject == b.subject && a.graph_name == b.graph_name
}
