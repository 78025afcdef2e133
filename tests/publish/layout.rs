//! Layouts, judged by numbers: groups apart, neighbours near, nothing on anything else.

use aliansi::analytics::random::Random;
use aliansi::pipeline::publish::layout::{Body, Link, positions};

const FRIENDLY: f64 = 1.0;
const HOSTILE: f64 = 0.03;

type Place = [f64; 2];

/// Groups with friendly links within and some hostile ones between; bodies know their group or not.
fn planted(groups: usize, size: usize, seed: u64, is_told: bool) -> (Vec<Body>, Vec<Link>) {
    let mut random = Random::new(seed);
    let mut body = |at: usize| Body {
        radius: 7.0 + 20.0 * random.unit(),
        label: 10.0 + 60.0 * random.unit(),
        bloc: is_told.then_some(at % groups),
    };
    let bodies: Vec<Body> = (0..groups * size).map(&mut body).collect();
    let mut random = Random::new(seed + 1);
    let mut links = Vec::new();
    for a in 0..bodies.len() {
        for b in 0..a {
            let is_within = a % groups == b % groups;
            if random.unit() < if is_within { 0.3 } else { 0.03 } {
                links.push(Link { ends: [a, b], pull: if is_within { FRIENDLY } else { HOSTILE } });
            }
        }
    }
    (bodies, links)
}

fn distance(a: Place, b: Place) -> f64 {
    ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt()
}

fn mean(places: impl Iterator<Item = Place>) -> Place {
    let places: Vec<Place> = places.collect();
    [0, 1].map(|axis| places.iter().map(|place| place[axis]).sum::<f64>() / places.len() as f64)
}

/// Share of bodies whose own group's middle is the nearest.
fn share_in_own_group(places: &[Place], groups: usize) -> f64 {
    let middles: Vec<Place> =
        (0..groups).map(|group| mean(places.iter().copied().skip(group).step_by(groups))).collect();
    let nearest = |place: Place| {
        (0..groups).min_by(|&a, &b| distance(place, middles[a]).total_cmp(&distance(place, middles[b])))
    };
    let right = places.iter().enumerate().filter(|(at, place)| nearest(**place) == Some(at % groups));
    right.count() as f64 / places.len() as f64
}

#[test]
fn planted_groups_come_apart() {
    for seed in 0..5 {
        let (bodies, links) = planted(3, 20, seed, true);
        let share = share_in_own_group(&positions(&bodies, &links), 3);
        assert!(share >= 0.98, "seed {seed}: {share}");
    }
}

#[test]
fn links_alone_tell_groups_apart() {
    for seed in 0..5 {
        let (bodies, links) = planted(3, 20, seed, false);
        let share = share_in_own_group(&positions(&bodies, &links), 3);
        assert!(share >= 0.9, "seed {seed}: {share}");
    }
}

#[test]
fn neighbours_are_nearer_than_others() {
    let (bodies, links) = planted(4, 15, 7, true);
    let places = positions(&bodies, &links);
    let friends = links.iter().filter(|link| link.pull == FRIENDLY).map(|link| link.ends);
    let mean = |pairs: Vec<[usize; 2]>| {
        pairs.iter().map(|&[a, b]| distance(places[a], places[b])).sum::<f64>() / pairs.len() as f64
    };
    let linked: Vec<[usize; 2]> = friends.collect();
    let others = (0..60).flat_map(|a| (0..a).map(move |b| [a, b])).filter(|pair| !linked.contains(pair));
    let (near, far) = (mean(linked.clone()), mean(others.collect()));
    assert!(near < 0.6 * far, "{near} {far}");
}

#[test]
fn neither_discs_nor_labels_lie_on_one_another_at_30() {
    for seed in 0..10 {
        let (bodies, links) = planted(3, 10, seed, true);
        let places = positions(&bodies, &links);
        for a in 0..bodies.len() {
            for b in 0..a {
                let apart = distance(places[a], places[b]);
                assert!(apart > bodies[a].radius + bodies[b].radius, "seed {seed}: discs {a} {b}");
                let [x, y] = [0, 1].map(|axis| (places[a][axis] - places[b][axis]).abs());
                let labels = x < bodies[a].label + bodies[b].label && y < 12.0;
                assert!(!labels, "seed {seed}: labels {a} {b}");
            }
        }
    }
}

#[test]
fn a_hub_is_in_the_middle_of_its_leaves() {
    let leaf = Body { radius: 7.0, label: 0.0, bloc: Some(0) };
    let bodies = [vec![leaf; 40], vec![Body { radius: 30.0, ..leaf }]].concat();
    let links: Vec<Link> = (0..40).map(|at| Link { ends: [at, 40], pull: FRIENDLY }).collect();
    let places = positions(&bodies, &links);
    let middle = mean(places[..40].iter().copied());
    let nearest = places[..40].iter().map(|&place| distance(place, middle)).fold(f64::INFINITY, f64::min);
    assert!(distance(places[40], middle) < nearest);
}

#[test]
fn components_stand_side_by_side() {
    let (mut bodies, mut links) = planted(2, 20, 3, true);
    let first = bodies.len();
    for pair in 0..30 {
        bodies.extend([Body { radius: 10.0, label: 30.0, bloc: None }; 2]);
        links.push(Link { ends: [first + 2 * pair, first + 2 * pair + 1], pull: HOSTILE });
    }
    let places = positions(&bodies, &links);
    let frame = |members: std::ops::Range<usize>| {
        [0, 1].map(|axis| {
            let sides = members.clone().map(|at| places[at][axis]);
            sides
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), side| (low.min(side), high.max(side)))
        })
    };
    let mut frames = vec![frame(0..first)];
    frames.extend((0..30).map(|pair| frame(first + 2 * pair..first + 2 * pair + 2)));
    for (nth, a) in frames.iter().enumerate() {
        for b in &frames[..nth] {
            assert!((0..2).any(|axis| a[axis].1 < b[axis].0 || b[axis].1 < a[axis].0), "{a:?} {b:?}");
        }
    }
}

#[test]
fn threads_change_nothing() {
    let (bodies, links) = planted(5, 300, 11, true);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| positions(&bodies, &links))
    };
    let bits = |places: Vec<Place>| places.concat().into_iter().map(f64::to_bits).collect::<Vec<_>>();
    assert!(bits(with(1)) == bits(with(4)));
}

#[test]
fn extremes_have_places() {
    let body = Body { radius: 7.0, label: 5.0, bloc: None };
    assert!(positions(&[], &[]).is_empty());
    assert_eq!(positions(&[body], &[Link { ends: [0, 0], pull: 1.0 }]), [[0.0, 0.0]]);
    let twice = [Link { ends: [0, 1], pull: 1.0 }, Link { ends: [1, 0], pull: 1e9 }];
    let star: Vec<Link> = (1..6_000).map(|at| Link { ends: [0, at], pull: 1.0 }).collect();
    let chain: Vec<Link> = (1..2_000).map(|at| Link { ends: [at - 1, at], pull: 1e-9 }).collect();
    for (bodies, links) in [(2, &twice[..]), (6_000, &star), (2_000, &chain), (3_000, &[])] {
        let mut places = positions(&vec![body; bodies], links);
        assert!(places.iter().flatten().all(|side| side.is_finite()));
        places.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
        places.dedup();
        assert_eq!(places.len(), bodies, "two on one spot");
    }
}
