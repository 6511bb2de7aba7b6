//! Colours that stay.

/// A colour for each group now, so that as many nodes as possible keep the
/// colour they had: a reader who adds a note should find the map as they know
/// it.
///
/// `previous` has the colour that each node had, if it had one, and `now` the
/// group that each node is in (groups are numbered from 0). The group and the
/// colour that share most nodes are matched first, then the next, of equal
/// ones the earlier group and the lower colour; groups that are left take the
/// lowest colours that are. No two groups have the same colour.
///
/// # Panics
///
/// When there are not as many previous colours as nodes.
pub fn stable_colours(previous: &[Option<usize>], now: &[usize]) -> Vec<usize> {
    assert_eq!(previous.len(), now.len(), "a previous colour for each node");
    let groups = now.iter().max().map_or(0, |most| most + 1);
    let mut kept: Vec<(usize, usize)> = previous
        .iter()
        .zip(now)
        .filter_map(|(colour, &group)| Some((group, (*colour)?)))
        .collect();
    kept.sort_unstable();
    let mut overlaps: Vec<(usize, usize, usize)> = kept
        .chunk_by(|a, b| a == b)
        .map(|same| (same.len(), same[0].0, same[0].1))
        .collect();
    overlaps.sort_by_key(|&(nodes, group, colour)| (std::cmp::Reverse(nodes), group, colour));

    let mut of_group: Vec<Option<usize>> = vec![None; groups];
    for (_, group, colour) in overlaps {
        if of_group[group].is_none() && !of_group.contains(&Some(colour)) {
            of_group[group] = Some(colour);
        }
    }
    let mut free = (0..).filter({
        let taken = of_group.clone();
        move |colour| !taken.contains(&Some(*colour))
    });
    of_group
        .into_iter()
        .map(|colour| colour.or_else(|| free.next()).unwrap_or_default())
        .collect()
}
