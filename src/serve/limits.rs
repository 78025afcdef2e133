//! How much a client may ask of the server.

use std::time::Duration;

/// How much a client may ask of the server.
#[derive(Debug, Clone)]
pub struct Limits {
    /// A query that takes longer, its sending included, is ended.
    pub timeout: Duration,
    /// An answer of more rows or triples is cut off; none: as many as there are.
    pub rows: Option<u64>,
    /// About how many bytes of rows one query may hold at once ([`Scope::memory`](crate::store::Scope::memory)).
    pub memory: Option<u64>,
    /// So many queries run at once.
    pub queries: usize,
    /// So many more wait for their turn; beyond them the answer is 503 at once.
    pub waiting: usize,
    /// So many connections are open at once; more are kept waiting in the system's queue.
    pub connections: usize,
    /// Largest body of a request, in bytes.
    pub body: usize,
    /// Largest head of a request with its address, in bytes.
    pub head: usize,
    /// A client that sends no whole head, no whole body, or takes nothing of its answer for so long is cut off. So is a
    /// connection that idles.
    pub patience: Duration,
    /// Running answers have so long to end when the server stops.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(4, usize::from);
        Self {
            timeout: Duration::from_secs(60),
            rows: None,
            memory: Some(1 << 30),
            queries: 2 * cores,
            waiting: 256,
            connections: 1024,
            body: 1 << 20,
            head: 64 << 10,
            patience: Duration::from_secs(30),
            grace: Duration::from_secs(5),
        }
    }
}
