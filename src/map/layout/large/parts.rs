//! The parts of a graph: what is not linked with each other is drawn by itself.

use super::super::distances::halves_of;
use super::super::problem::Problem;
use super::links::Links;

/// Some boxes, and the links among them.
pub(super) struct Part {
    /// The boxes in ascending order.
    pub(super) nodes: Vec<usize>,
    /// Their links, by their positions in `nodes`.
    pub(super) links: Links,
}

impl Part {
    /// The connected components, in the order of their first boxes. Those in which a box has
    /// a place already are one part, the first: they stay where they are.
    pub(super) fn all(problem: &Problem, placed: &[bool]) -> Vec<Self> {
        let lines = problem.lines.iter();
        let links: Vec<_> = lines.map(|it| (it.a, it.b, halves_of(it))).collect();
        let (mut of, count) = components(&Links::new(problem.len(), &links));
        let mut stays = vec![false; count];
        for (&part, &placed) in of.iter().zip(placed) {
            stays[part] |= placed;
        }
        let first = usize::from(stays.contains(&true));
        let mut number = first;
        let renamed: Vec<usize> = stays
            .iter()
            .map(|&stays| match stays {
                true => 0,
                false => {
                    number += 1;
                    number - 1
                }
            })
            .collect();
        for part in &mut of {
            *part = renamed[*part];
        }
        gathered(&of, number, &links)
    }
}

/// For each box the number of its component, and how many there are.
fn components(links: &Links) -> (Vec<usize>, usize) {
    let mut of = vec![usize::MAX; links.len()];
    let (mut count, mut ahead) = (0, Vec::new());
    for first in 0..links.len() {
        if of[first] != usize::MAX {
            continue;
        }
        of[first] = count;
        ahead.push(first);
        while let Some(node) = ahead.pop() {
            for link in links.of(node) {
                let other = link.to as usize;
                if of[other] == usize::MAX {
                    of[other] = count;
                    ahead.push(other);
                }
            }
        }
        count += 1;
    }
    (of, count)
}

/// The parts, given the part of each box.
fn gathered(of: &[usize], count: usize, all: &[(usize, usize, u8)]) -> Vec<Part> {
    let mut nodes = vec![Vec::new(); count];
    let mut position = Vec::with_capacity(of.len());
    for (node, &part) in of.iter().enumerate() {
        position.push(nodes[part].len());
        nodes[part].push(node);
    }
    let mut links = vec![Vec::new(); count];
    for &(a, b, halves) in all {
        links[of[a]].push((position[a], position[b], halves));
    }
    let parts = nodes.into_iter().zip(links);
    parts
        .map(|(nodes, links)| Part {
            links: Links::new(nodes.len(), &links),
            nodes,
        })
        .collect()
}
