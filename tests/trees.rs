//! Dependency trees from models to claims: which sentences are parsed, how a tree is read, how its roles and those of the
//! chunks become one claim, which models are taken.
#![allow(clippy::unwrap_used)] // a test that panics fails

#[path = "syntax/treebank.rs"]
#[allow(dead_code)] // shared with the tests of training
mod treebank;

mod trees {
    pub mod hand;

    mod binding;
    mod models;
    mod parsing;
    mod reading;
}
