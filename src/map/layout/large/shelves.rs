//! Puts drawings beside each other.

use super::super::super::geometry::{Point, Rect, Size};

/// Drawings of parts that aren't linked are so far apart, in pixels.
const BETWEEN: f64 = 40.0;

/// Where the upper left corner of each drawing goes: on shelves, one below the other, from
/// left to right and in the order given, so that the page has about an aspect and none is on
/// another (next fit: E. G. Coffman, M. R. Garey, D. S. Johnson and R. E. Tarjan, SIAM J.
/// Comput. 9, 1980). Boxes that are single need no more than a gap between them.
pub(super) fn shelved(drawings: &[(Size, bool)], aspect: f64) -> Vec<Point> {
    let padded = |&(size, single): &(Size, bool)| {
        let between = if single { 0.0 } else { BETWEEN };
        Size::new(size.width + between, size.height + between)
    };
    let sizes: Vec<Size> = drawings.iter().map(padded).collect();
    let area: f64 = sizes.iter().map(|size| size.width * size.height).sum();
    let widest = sizes.iter().map(|size| size.width).fold(0.0, f64::max);
    let width = (area * aspect).sqrt().max(widest);
    let mut corner = Point::default();
    let mut shelf = 0.0_f64;
    let mut corners = Vec::with_capacity(sizes.len());
    for size in &sizes {
        if corner.x > 0.0 && corner.x + size.width > width {
            corner = Point::new(0.0, corner.y + shelf);
            shelf = 0.0;
        }
        corners.push(corner);
        corner.x += size.width;
        shelf = shelf.max(size.height);
    }
    corners
}

/// The smallest box around some boxes.
pub(super) fn bounds(boxes: &[Size], centers: &[Point]) -> Rect {
    let both = boxes.iter().zip(centers);
    let rects = both.map(|(&size, &center)| Rect::centered(center, size));
    rects.reduce(|all, one| all.union(&one)).unwrap_or_default()
}
