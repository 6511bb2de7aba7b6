//! Chains between concepts.

use crate::support::{Opened, TestLibrary};
use bookgraph::analyse::{
    ChainAnswer, ChainQuestion, Network, Path, Paths, Relation, Strength, chains,
};
use bookgraph::graph::WeightedPair;
use bookgraph::model::ConceptId;
use proptest::prelude::*;

/// All chains of at most `most` links, by trying them all.
fn all_paths(
    network: &Network,
    avoid: &[bool],
    most: usize,
    here: &mut Vec<usize>,
    to: usize,
    found: &mut Vec<(f64, f64)>,
) {
    let last = here[here.len() - 1];
    if last == to {
        let weights = here.windows(2).map(|pair| {
            let mut links = network.neighbours(pair[0]);
            1.0 / links
                .find(|(other, _)| *other == pair[1])
                .expect("a link")
                .1
        });
        let weights: Vec<f64> = weights.collect();
        let worst = weights.iter().copied().fold(0.0, f64::max);
        found.push((weights.iter().sum(), worst));
        return;
    }
    if here.len() > most {
        return;
    }
    for (next, _) in network.neighbours(last) {
        if !here.contains(&next) && !avoid[next] {
            here.push(next);
            all_paths(network, avoid, most, here, to, found);
            here.pop();
        }
    }
}

const NODES: usize = 7;

fn graphs() -> impl Strategy<Value = Vec<WeightedPair>> {
    let edge = (0..NODES, 0..NODES, 1_u8..6).prop_map(|(a, b, weight)| WeightedPair {
        a,
        b,
        weight: f32::from(weight) / 2.0,
    });
    prop::collection::vec(edge, 0..16)
}

proptest! {
    /// The chains are the best of all there are, in order, whatever makes a chain
    /// strong; and each is a real one.
    #[test]
    fn no_chain_is_stronger_than_the_ones_found(
        edges in graphs(),
        avoided in prop::collection::vec(prop::bool::weighted(0.15), NODES),
        most in 1_usize..7,
        whole in any::<bool>(),
    ) {
        const COUNT: usize = 5;
        let network = Network::new(NODES, &edges);
        let mut avoid = avoided;
        avoid[0] = false;
        avoid[1] = false;
        let strength = if whole { Strength::Whole } else { Strength::Weakest };
        let paths = Paths { network: &network, strength, max_steps: most, avoid: &avoid };
        let found = paths.strongest(0, 1, COUNT);

        let mut all = Vec::new();
        all_paths(&network, &avoid, most, &mut vec![0], 1, &mut all);
        let rank = |&(sum, worst): &(f64, f64)| if whole { (sum, 0.0) } else { (worst, sum) };
        let mut ranks: Vec<(f64, f64)> = all.iter().map(rank).collect();
        ranks.sort_by(|x, y| x.0.total_cmp(&y.0).then(x.1.total_cmp(&y.1)));
        ranks.truncate(COUNT);
        prop_assert_eq!(found.len(), ranks.len());
        for (path, (first, second)) in found.iter().zip(ranks) {
            let (a, b) = rank(&(path.resistance, path.worst));
            prop_assert!((a - first).abs() < 1e-9 && (b - second).abs() < 1e-9, "{path:?}");
        }

        for (index, path) in found.iter().enumerate() {
            prop_assert!(is_real(&network, path, &avoid, most));
            prop_assert!(!found[..index].iter().any(|other| other.nodes == path.nodes));
        }
    }
}

fn is_real(network: &Network, path: &Path, avoid: &[bool], most: usize) -> bool {
    let linked = |pair: &[usize]| {
        network
            .neighbours(pair[0])
            .any(|(other, _)| other == pair[1])
    };
    let mut nodes = path.nodes.clone();
    nodes.sort_unstable();
    nodes.dedup();
    path.nodes.windows(2).all(linked)
        && nodes.len() == path.nodes.len()
        && path.nodes.len() <= most + 1
        && (path.nodes[0], path.nodes[path.nodes.len() - 1]) == (0, 1)
        && !path.nodes.iter().any(|&node| avoid[node])
}

/// Forest and river in one sentence twice, river and boat once, forest and boat in
/// one entry only; the star stands alone, with a broader concept.
fn river() -> Opened {
    TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "A book", outline: [Chapter(id: "1", number: 1, title: "One")])"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "forest", label: (ko: "수풀", en: "Forest")),
                Concept(id: "river", label: (ko: "강물", en: "River")),
                Concept(id: "boat", label: (ko: "나룻배", en: "Boat")),
                Concept(id: "star", label: (ko: "별빛", en: "Star"), broader: ["light"]),
                Concept(id: "light", label: (ko: "달빛", en: "Moonlight")),
            ])"#,
        )
        .file("b/1.ron", &entry("1", "수풀에서 강물을 보았다. 수풀은 강물보다 오래되었다. 나룻배가 떠났다."))
        .file("b/2.ron", &entry("2", "강물에는 나룻배가 있다. 비가 왔다. 눈도 왔다."))
        .file("b/3.ron", &entry("3", "별빛이 밝다. 비가 왔다. 눈도 왔다."))
        .open()
}

fn entry(id: &str, text: &str) -> String {
    format!("Entry(id: {id:?}, chapters: [\"1\"], text: {text:?})")
}

fn ask(opened: &Opened, from: &str, to: &str, change: impl Fn(&mut ChainQuestion)) -> ChainAnswer {
    let concept = |id| opened.library.vocabulary().find(id).expect("a concept");
    let mut question = ChainQuestion {
        from: concept(from),
        to: concept(to),
        entries: opened.library.entry_ids().collect(),
        avoid: Vec::new(),
        hubs: false,
        vocabulary: true,
        strength: Strength::Whole,
        max_steps: 6,
        count: 3,
    };
    change(&mut question);
    chains(
        &opened.library,
        &opened.tagging,
        opened.graph.placement(),
        &question,
    )
}

fn ids(opened: &Opened, concepts: impl IntoIterator<Item = ConceptId>) -> Vec<&str> {
    let id = |concept| opened.library.vocabulary().get(concept).id.as_str();
    concepts.into_iter().map(id).collect()
}

#[test]
fn a_chain_has_the_sentences_behind_every_step() {
    let opened = river();
    let answer = ask(&opened, "forest", "boat", |_| ());
    let first = &answer.chains[0];
    assert_eq!(
        ids(&opened, first.steps.iter().map(|step| step.to)),
        ["river", "boat"]
    );
    let [forest_river, river_boat] = &first.steps[..] else {
        panic!("two steps")
    };
    assert!(forest_river.witnesses[0].together);
    assert_eq!(forest_river.witnesses[0].sentences, [0, 1]);
    // The sentence that names both comes before the entry that is read earlier.
    let seen: Vec<(usize, bool)> = river_boat
        .witnesses
        .iter()
        .map(|witness| (witness.entry.index(), witness.together))
        .collect();
    assert_eq!(seen, [(1, true), (0, false)]);
    assert_eq!(river_boat.witnesses[1].sentences, [1, 2]);
    // Two links in a row are as strong as one of 1 / (1/a + 1/b).
    let whole = 1.0 / (1.0 / forest_river.weight + 1.0 / river_boat.weight);
    assert!((first.weight - whole).abs() < 1e-9);
    // The weak link between the two themselves is a chain, too.
    assert_eq!(answer.chains[1].steps.len(), 1);
    assert!(answer.direct.is_none());
    let only = ask(&opened, "forest", "boat", |question| question.count = 1);
    assert_eq!(only.direct.expect("a link").witnesses[0].entry.index(), 0);
}

#[test]
fn the_vocabulary_is_a_link_of_its_own_kind() {
    let opened = river();
    let answer = ask(&opened, "light", "star", |_| ());
    let step = &answer.chains[0].steps[0];
    assert_eq!(step.relation, Some(Relation::Narrower));
    assert!(step.witnesses.is_empty() && (step.weight - 1.0).abs() < 1e-6);
    let answer = ask(&opened, "light", "star", |question| {
        question.vocabulary = false;
    });
    assert!(answer.chains.is_empty());
}

#[test]
fn two_sides_without_a_chain_are_told_with_where_they_meet() {
    let opened = river();
    let apart = ask(&opened, "forest", "star", |_| ())
        .apart
        .expect("no chain");
    assert_eq!((apart.longer, apart.through.len()), (None, 0));
    assert_eq!(
        ids(&opened, apart.sides[0].within_reach.iter().copied()),
        ["river", "boat"]
    );
    assert_eq!(
        ids(&opened, apart.sides[1].within_reach.iter().copied()),
        ["light"]
    );
    // River and boat are on two entries of the chapter; the entry nearest to the
    // third is the second.
    let met: Vec<(Vec<&str>, Vec<usize>)> = apart
        .meetings
        .iter()
        .map(|meeting| {
            let entries = meeting.entries.iter().map(|entry| entry.index());
            (ids(&opened, meeting.concepts), entries.collect())
        })
        .collect();
    assert_eq!(
        met,
        [
            (vec!["river", "star"], vec![1, 2]),
            (vec!["boat", "star"], vec![1, 2]),
            (vec!["forest", "star"], vec![0, 2]),
        ]
    );
}

#[test]
fn what_is_in_the_way_is_said() {
    let opened = river();
    let river = opened
        .library
        .vocabulary()
        .find("river")
        .expect("a concept");
    let avoiding = |question: &mut ChainQuestion| {
        question.avoid = vec![river];
        question.entries.remove(0);
    };
    let apart = ask(&opened, "boat", "river", avoiding);
    assert_eq!(apart.chains.len(), 1, "an end is never avoided");
    let opened = chain_of_four();
    let short = ask(&opened, "a", "d", |question| question.max_steps = 2);
    assert_eq!(short.apart.expect("no short chain").longer, Some(3));
    let b = opened.library.vocabulary().find("b").expect("a concept");
    let around = ask(&opened, "a", "d", |question| question.avoid = vec![b]);
    assert_eq!(around.apart.expect("no way around").through, [b]);
}

/// Neighbours are counted, not all that can be reached; and the hint is the fewest
/// steps that do, not those of the strongest chain.
#[test]
fn the_next_step_is_told_from_the_whole_way() {
    let opened = chain_of_four();
    let short = ask(&opened, "a", "d", |question| question.max_steps = 1);
    let [a, _] = short.apart.expect("no short chain").sides;
    assert_eq!(ids(&opened, a.neighbours), ["b"]);
    assert_eq!(ids(&opened, a.within_reach), ["b", "c", "d"]);

    // a – e – d is shorter, and weaker than a – b – c – d.
    let library = TestLibrary::with_concepts(&[
        ("a", "가가", "aa"),
        ("b", "나나", "bb"),
        ("c", "다다", "cc"),
        ("d", "라라", "dd"),
        ("e", "마마", "ee"),
    ])
    .entry(
        "1",
        "가가와 나나. 가가와 나나. 가가와 나나. 가가와 나나. 가가와 나나.",
    )
    .entry(
        "2",
        "나나와 다다. 나나와 다다. 나나와 다다. 나나와 다다. 나나와 다다.",
    )
    .entry(
        "3",
        "다다와 라라. 다다와 라라. 다다와 라라. 다다와 라라. 다다와 라라.",
    )
    .entry("4", "가가. 마마.")
    .entry("5", "마마. 라라.");
    let whole = library.run(&["path", "a", "d", "--lang", "en"]).stdout;
    assert!(whole.contains("(3 steps,"), "{whole}");
    for (language, hint, linked, reach) in [
        (
            "en",
            "there is one of 2 steps: --max-steps 2",
            "linked with 2 concepts: bb, ee\n",
            "4 concepts within reach",
        ),
        (
            "ko",
            "2단계 길은 있음: --max-steps 2",
            "이어진 개념 2개: 나나, 마마\n",
            "여러 단계로 이어진 것까지 개념 4개",
        ),
    ] {
        let args = ["path", "a", "d", "--max-steps", "1", "--lang", language];
        let said = library.run(&args).stdout;
        for part in [hint, linked, reach] {
            assert!(said.contains(part), "{said}");
        }
    }
    let two = library.run(&["path", "a", "d", "--max-steps", "2"]);
    assert_eq!(two.status, 0, "{}", two.stdout);
    // What is linked with nothing but what is avoided is told so.
    let shut = library.run(&[
        "path", "e", "b", "--avoid", "a", "--avoid", "d", "--lang", "en",
    ]);
    assert!(
        shut.stdout.contains("linked only with what was left out"),
        "{}",
        shut.stdout
    );
}

fn chain_of_four() -> Opened {
    TestLibrary::with_concepts(&[
        ("a", "가가", "aa"),
        ("b", "나나", "bb"),
        ("c", "다다", "cc"),
        ("d", "라라", "dd"),
    ])
    .entry("1", "가가와 나나.")
    .entry("2", "나나와 다다.")
    .entry("3", "다다와 라라.")
    .open()
}
