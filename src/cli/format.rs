//! How figures are printed.

/// How figures are printed.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Table,
    /// One JSON object
    Json,
}
