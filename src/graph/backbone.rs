//! The few edges that carry a graph's structure: a map instead of a hairball.

use petgraph::unionfind::UnionFind;

/// An edge between two of `n` nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedPair {
    /// One node, below `n`.
    pub a: usize,
    /// The other node.
    pub b: usize,
    /// How strong; larger is stronger.
    pub weight: f32,
}

/// Which edges were kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backbone {
    /// Indices of the kept edges, ascending.
    pub edges: Vec<usize>,
    /// Of each kept edge, in the same order, whether it spans the graph:
    /// without it a piece would fall apart.
    pub spanning: Vec<bool>,
}

/// Keeps the maximum spanning forest, and then the edges that both their ends
/// rank highest (mutual rank: the worse of the two ranks), until there are
/// `edges_per_node` edges for each node. Every node that has an edge keeps
/// one. Ties go to the heavier edge, then to the earlier one.
///
/// The forest is J. B. Kruskal's (Proc. AMS 7, 1956); mutual rank is from
/// T. Obayashi and K. Kinoshita, "Rank of correlation coefficient as a
/// comparable measure for biological significance of gene coexpression"
/// (DNA Research 16, 2009), with the maximum in place of the mean.
pub fn backbone(nodes: usize, edges: &[WeightedPair], edges_per_node: f32) -> Backbone {
    let mut by_weight: Vec<usize> = (0..edges.len()).collect();
    by_weight.sort_by(|&x, &y| edges[y].weight.total_cmp(&edges[x].weight).then(x.cmp(&y)));

    let mut trees = UnionFind::<usize>::new(nodes);
    let mut spanning = vec![false; edges.len()];
    for &edge in &by_weight {
        spanning[edge] = trees.union(edges[edge].a, edges[edge].b);
    }

    let mut seen = vec![0_u32; nodes];
    let mut rank = vec![0_u32; edges.len()];
    for &edge in &by_weight {
        for node in [edges[edge].a, edges[edge].b] {
            seen[node] += 1;
            rank[edge] = rank[edge].max(seen[node]);
        }
    }
    let wanted = (edges_per_node * nodes as f32).round() as usize;
    let (mut kept, mut rest): (Vec<usize>, Vec<usize>) =
        by_weight.into_iter().partition(|edge| spanning[*edge]);
    rest.sort_by_key(|edge| rank[*edge]);
    kept.extend(rest.into_iter().take(wanted.saturating_sub(kept.len())));
    kept.sort_unstable();
    Backbone {
        spanning: kept.iter().map(|&edge| spanning[edge]).collect(),
        edges: kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(a: usize, b: usize, weight: f32) -> WeightedPair {
        WeightedPair { a, b, weight }
    }

    #[test]
    fn every_node_keeps_an_edge_and_strong_mutual_ones_follow() {
        // A triangle of strong edges, and a weak tail to 3.
        let edges = [
            pair(0, 1, 3.0),
            pair(1, 2, 2.0),
            pair(0, 2, 1.5),
            pair(2, 3, 0.1),
            pair(0, 3, 0.05),
        ];
        let tree = backbone(4, &edges, 0.75);
        assert_eq!(tree.edges, [0, 1, 3]);
        assert_eq!(tree.spanning, [true; 3]);
        let more = backbone(4, &edges, 1.0);
        assert_eq!(more.edges, [0, 1, 2, 3]);
        assert_eq!(more.spanning, [true, true, false, true]);
        assert_eq!(backbone(4, &edges, 9.0).edges, [0, 1, 2, 3, 4]);
        assert_eq!(backbone(3, &[], 2.0).edges, [0_usize; 0]);
    }
}
