//! What balance expects of actors without a tie.

use aliansi::analytics::{PredictOptions, SignedNetwork, Theory, inferences};
use proptest::prelude::*;

use crate::networks::small;

const ALL: PredictOptions =
    PredictOptions { theory: Theory::Strong, support: 1, limit: usize::MAX, degree: usize::MAX };

#[test]
fn a_common_friend_and_a_common_foe_make_friends() {
    let network: SignedNetwork = "a,f,3\nb,f,2\na,x,-4\nb,x,-1\na,m,1\nb,m,-5".parse().unwrap();
    let found = inferences(&network, PredictOptions { support: 2, ..ALL });
    let pair =
        found.iter().find(|inference| (inference.a.as_str(), inference.b.as_str()) == ("a", "b")).unwrap();
    assert_eq!((pair.sign, pair.plus, pair.minus), (1, 3.0, 1.0));
    assert_eq!((pair.support, pair.against, pair.agreement), (2, 1, 0.5));
    let paths: Vec<_> =
        pair.paths.iter().map(|path| (path.through.as_str(), path.weights, path.sign)).collect();
    assert_eq!(paths, [("f", [3.0, 2.0], 1), ("m", [1.0, -5.0], -1), ("x", [-4.0, -1.0], 1)]);
}

#[test]
fn in_the_weak_sense_a_common_foe_says_nothing() {
    let network: SignedNetwork = "a,x,-4\nb,x,-1".parse().unwrap();
    assert_eq!(inferences(&network, ALL)[0].sign, 1);
    assert!(inferences(&network, PredictOptions { theory: Theory::Weak, ..ALL }).is_empty());
}

#[test]
fn whom_all_deal_with_is_no_go_between() {
    let network: SignedNetwork = "a,hub,1\nb,hub,1\nc,hub,1".parse().unwrap();
    assert_eq!(inferences(&network, ALL).len(), 3);
    assert!(inferences(&network, PredictOptions { degree: 2, ..ALL }).is_empty());
}

proptest! {
    #[test]
    fn each_inference_follows_from_its_paths(network in small(10, &[0.0, 0.0, 1.0, -2.0, 0.5])) {
        let tied = |a: &str, b: &str| network.edges.iter().any(|edge| {
            let ends = [network.actors[edge.0].as_str(), network.actors[edge.1].as_str()];
            ends == [a, b] || ends == [b, a]
        });
        let found = inferences(&network, ALL);
        for one in &found {
            prop_assert!(!tied(&one.a, &one.b));
            let sum = |sign: i8| -> f64 {
                let paths = one.paths.iter().filter(|path| path.sign == sign);
                paths.map(|path| path.weights[0].abs().min(path.weights[1].abs())).sum()
            };
            prop_assert!((sum(1) - one.plus).abs() < 1e-9 && (sum(-1) - one.minus).abs() < 1e-9);
            prop_assert_eq!(one.sign > 0, one.plus > one.minus);
            prop_assert_eq!(one.support + one.against, one.paths.len());
        }
        prop_assert!(found.is_sorted_by(|x, y| (x.plus - x.minus).abs() >= (y.plus - y.minus).abs()));
        let few = inferences(&network, PredictOptions { limit: 3, ..ALL });
        prop_assert_eq!(&few[..], &found[..found.len().min(3)]);
    }
}
