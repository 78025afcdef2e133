//! Cuts a stream of documents into pieces that are worked on in parallel and let go.

use crate::pipeline::acquire::Acquired;

/// A chunk holds at most this many documents …
const MOST_DOCUMENTS: usize = 256;

/// … and takes no more once its texts have this many bytes.
const MOST_BYTES: usize = 4 << 20;

/// Chunks of a stream, in its order: one document at first, so that the first results come at once, then twice
/// as many each time.
pub(super) struct Chunks<I> {
    documents: I,
    size: usize,
}

impl<I> Chunks<I> {
    pub(super) fn new(documents: I) -> Self {
        Self { documents, size: 1 }
    }
}

impl<I: Iterator<Item = Acquired>> Iterator for Chunks<I> {
    type Item = Vec<Acquired>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut chunk = Vec::new();
        let mut bytes = 0;
        while chunk.len() < self.size && bytes < MOST_BYTES {
            let Some(acquired) = self.documents.next() else { break };
            bytes += acquired.as_ref().map_or(0, |document| document.text.len());
            chunk.push(acquired);
        }
        self.size = (self.size * 2).min(MOST_DOCUMENTS);
        (!chunk.is_empty()).then_some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;

    fn documents(number: usize, bytes: usize) -> impl Iterator<Item = Acquired> {
        (0..number).map(move |_| Ok(Document { text: "a".repeat(bytes), ..Document::default() }))
    }

    #[test]
    fn chunks_grow_to_a_bound() {
        let sizes: Vec<_> = Chunks::new(documents(1000, 1)).map(|chunk| chunk.len()).collect();
        assert_eq!(sizes, [1, 2, 4, 8, 16, 32, 64, 128, 256, 256, 233]);
    }

    #[test]
    fn long_documents_come_alone() {
        let sizes: Vec<_> = Chunks::new(documents(3, MOST_BYTES)).map(|chunk| chunk.len()).collect();
        assert_eq!(sizes, [1, 1, 1]);
    }
}
