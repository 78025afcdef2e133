//! What of the claims a span of time holds.

use crate::model::{Claim, Standing, Window};

/// Moves what the window leaves out from `claims` to `originals`, where what a person edited stands already. Says how
/// many were left out since nobody knows when the deed was.
pub fn close(claims: &mut Vec<Claim>, originals: &mut Vec<Claim>, window: &Window) -> usize {
    if window.is_open() {
        return 0;
    }
    let (held, left): (Vec<_>, Vec<_>) =
        std::mem::take(claims).into_iter().partition(|claim| window.holds(claim));
    *claims = held;
    let undated = left.iter().filter(|claim| window.standing(claim) == Standing::Undated).count();
    originals.extend(left.into_iter().filter(|claim| claim.edits.is_empty()));
    undated
}
