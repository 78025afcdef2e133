//! The network: vectors of words → scores of tags, heads and relations.
//!
//! Every word's vector is put between those of its neighbours, and read by two quasi-recurrent layers (Bradbury
//! et al. 2016) from both sides. Their outputs score the tags; give each word a vector as a dependent and one
//! as a head, whose products score the arcs (after Dozat and Manning 2017); and, for the arcs of the tree that
//! was found, the relations. Sums and products alone, always in one order: every machine gets the same trees.

pub mod forward;
pub mod matrix;
pub mod recurrent;
pub mod shape;
