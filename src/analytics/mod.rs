//! What a scored graph says of its actors as a signed network: who stands how to whom, who is central, which triads are
//! balanced, how far the whole is from two camps, and which blocs it falls into.
//!
//! Pure functions over plain data: [`ties`](ties()) sums a graph's plain edges up to one [`Tie`] a pair, a
//! [`SignedNetwork`] is a list of weighted pairs, and all the rest takes a network and gives values that serialise.
//! Every result is a function of its arguments: orders are sorted, ties between equals go to the smaller index, and
//! where chance is needed it comes from a seed that is given.
//!
//! | question | function |
//! |---|---|
//! | who stands how to whom | [`ties`](ties()) |
//! | who is close to the centre of attention | [`pagerank`](pagerank()) |
//! | who stands between others | [`betweenness`](betweenness()) |
//! | are friends' friends friends | [`census`], [`triads`], [`against_shuffled`] |
//! | how far is it from two camps | [`frustration`](frustration()) |
//! | which blocs are there | [`blocs`](blocs()) |
//! | what would balance expect of those without a tie | [`inferences`] |

mod adjacency;
pub mod balance;
pub mod betweenness;
pub mod blocs;
pub mod frustration;
pub mod pagerank;
mod period;
pub mod predict;
pub mod random;
pub mod shuffle;
pub mod signed;
pub mod ties;
mod triangles;
pub mod weights;

pub use balance::{Census, Triad, TriadKind, census, triads};
pub use betweenness::{Betweenness, BetweennessOptions, betweenness};
pub use blocs::{Bloc, BlocOptions, Blocs, blocs, blocs_of_parts, signed_modularity};
pub use frustration::{Frustration, FrustrationOptions, frustration};
pub use pagerank::{PageRank, PageRankOptions, pagerank};
pub use predict::{Inference, Path, PredictOptions, Theory, inferences};
pub use shuffle::{Comparison, against_shuffled};
pub use signed::{ParseNetworkError, SignedNetwork};
pub use ties::{Tie, is_state, ties};
pub use weights::Weights;
