//! What all requests share.

use super::Served;

/// What all requests share.
pub struct State {
    /// The folder.
    pub served: Served,
    /// Decisions may be taken over HTTP.
    pub edit: bool,
}
