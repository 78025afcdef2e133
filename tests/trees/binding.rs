//! Roles by the tree, roles by the chunks, one claim.

use super::hand::{Read, parsed, unparsed};
use aliansi::model::{Agreement, Binder, Claim};

fn claim(read: &Read) -> Claim {
    let claims = read.claims();
    assert_eq!(claims.len(), 1, "{claims:#?}");
    claims.into_iter().next().unwrap()
}

fn told(claim: &Claim) -> [&str; 3] {
    [&claim.subject.actor.id, &claim.relation, &claim.object.actor.id]
}

fn binders(claim: &Claim) -> [Binder; 3] {
    [claim.subject.binder, claim.object.binder, claim.binder]
}

fn agreement(claim: &Claim) -> Option<Agreement> {
    claim.grounds.unwrap().agreement
}

#[test]
fn without_a_tree_chunks_bind() {
    let claim = claim(&unparsed("Iran mendukung Suriah."));
    assert_eq!(binders(&claim), [Binder::Chunk; 3]);
    assert_eq!(agreement(&claim), None);
}

#[test]
fn agreement_is_kept_with_the_claim() {
    let claim = claim(&parsed("Iran|nsubj|2 mendukung|root|0 Suriah|obj|2 .|.|2"));
    assert_eq!(told(&claim), ["iran", "supports", "syria"]);
    assert_eq!(binders(&claim), [Binder::Both; 3]);
    assert_eq!(agreement(&claim), Some(Agreement::Agreed));
}

#[test]
fn the_tree_is_followed_where_both_find_others_and_trusted_less() {
    let claim = claim(&parsed("Iran|obj|2 mendukung|root|0 Suriah|nsubj|2 .|.|2"));
    assert_eq!(told(&claim), ["syria", "supports", "iran"]);
    assert_eq!(binders(&claim), [Binder::Tree; 3]);
    assert_eq!(agreement(&claim), Some(Agreement::Differed));
    let agreed = self::claim(&parsed("Iran|nsubj|2 mendukung|root|0 Suriah|obj|2 .|.|2"));
    assert!(claim.confidence < agreed.confidence, "{} {}", claim.confidence, agreed.confidence);
}

#[test]
fn both_roles_of_a_mutual_claim_have_one_binder() {
    let agreed = claim(&parsed("Iran|nsubj|4 dan|cc|3 Suriah|conj|1 bekerja|root|0 sama|compound|4 .|.|4"));
    assert_eq!(told(&agreed), ["iran", "cooperates-with", "syria"]);
    assert_eq!(binders(&agreed), [Binder::Both; 3]);
}
