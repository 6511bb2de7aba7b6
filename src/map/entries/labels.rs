//! How high arcs are, and where their words stand.

use super::links::{Link, Links};
use super::ports::ports;
use crate::map::columns::Column;
use crate::map::geometry::{Point, Rect, Size};
use crate::map::label::text_width;
use crate::map::source::MapSource;
use crate::text::width::shorten;

/// Words on an arc, in pixels.
pub(super) const FONT: f64 = 11.5;
/// Columns of a concept's name on an arc.
const LONGEST: usize = 28;
/// Height of the lowest and of the highest arc.
const HEIGHTS: (f64, f64) = (30.0, 290.0);
/// An arc may be raised so often, by so much, to make room for its words.
const RAISED: (usize, f64) = (12, 9.0);
/// Places along an arc where its words may stand, besides its top.
const ALONG: [f64; 6] = [0.4, 0.6, 0.3, 0.7, 0.22, 0.78];
/// With more arcs than this the strongest get their words first …
const FEW: usize = 24;
/// … and with more than this only so many do.
const MANY: (usize, usize) = (60, 40);
/// Words stand so far above the top of their arc.
const ABOVE: f64 = 9.0;
/// They may stand so far beside it, as long as they are over the arc.
const BESIDE: [f64; 5] = [0.0, -14.0, 14.0, -28.0, 28.0];
/// Points of an arc stand so close to each other, in pixels, where words look
/// for room between arcs.
const CLOSE: f64 = 9.0;

/// An arc; y is 0 where the boxes start and negative above.
pub(super) struct Arc<'l> {
    pub(super) link: &'l Link,
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) height: f64,
    /// The words and the middle of where they stand; `None` where there is no
    /// room.
    pub(super) words: Option<(String, Point)>,
}

impl Arc<'_> {
    /// A point of the curve.
    fn at(&self, t: f64) -> Point {
        // The control points are 4/3 as high as the top, right above the ends.
        let rise = 3.0 * t * (1.0 - t) * (4.0 / 3.0) * self.height;
        let along = t * t * (3.0 - 2.0 * t);
        Point::new(self.from + (self.to - self.from) * along, -rise)
    }
}

/// The arcs of all links, in the order of the links.
pub(super) fn arcs<'l>(
    source: &MapSource<'_>,
    columns: &[Column<'_>],
    links: &'l Links,
) -> Vec<Arc<'l>> {
    let (left, right) = (columns[0].left, columns[columns.len() - 1].right());
    let ports = ports(columns, &links.list);
    let mut arcs: Vec<Arc<'l>> = links
        .list
        .iter()
        .zip(ports)
        .map(|(link, (from, to))| {
            let share = ((to - from) / (right - left)).clamp(0.0, 1.0);
            Arc {
                link,
                from,
                to,
                height: HEIGHTS.0 + (HEIGHTS.1 - HEIGHTS.0) * libm::pow(share, 0.85),
                words: None,
            }
        })
        .collect();
    let mut order: Vec<usize> = (0..arcs.len()).collect();
    if arcs.len() <= FEW {
        order.sort_by(|&a, &b| arcs[a].height.total_cmp(&arcs[b].height));
    } else if arcs.len() > MANY.0 {
        order.truncate(MANY.1);
    }
    let mut taken: Vec<Rect> = Vec::new();
    for index in order {
        let words = words(source, arcs[index].link);
        let room = Room {
            bounds: (left, right),
            taken: &taken,
            lines: lines(&arcs, index),
        };
        if let Some((height, at, rect)) = room.place(&arcs[index], &words) {
            taken.push(rect);
            arcs[index].height = height;
            arcs[index].words = Some((words, at));
        }
    }
    arcs
}

/// Points along all arcs but one.
fn lines(arcs: &[Arc<'_>], but: usize) -> Vec<Point> {
    let others = arcs.iter().enumerate().filter(|(index, _)| *index != but);
    let along = |arc: &Arc<'_>| -> Vec<Point> {
        let points = ((arc.to - arc.from + 2.0 * arc.height) / CLOSE)
            .ceil()
            .max(8.0);
        let point = |step: usize| arc.at(step as f64 / points);
        (0..=points as usize).map(point).collect()
    };
    others.flat_map(|(_, arc)| along(arc)).collect()
}

/// The height that all arcs and their words need.
pub(super) fn height(arcs: &[Arc<'_>]) -> f64 {
    let highest = arcs.iter().map(|arc| arc.height).fold(0.0, f64::max);
    highest + 30.0
}

/// `리더십 원칙 +1`.
fn words(source: &MapSource<'_>, link: &Link) -> String {
    let Some(&rarest) = link.shared.first() else {
        return source.words.pick("링크", "link").to_owned();
    };
    let rarest = shorten(source.label(rarest), LONGEST);
    match link.shared.len() - 1 {
        0 => rarest,
        more => format!("{rarest} +{more}"),
    }
}

/// Where words may stand.
struct Room<'r> {
    /// The left and right end.
    bounds: (f64, f64),
    /// Where other words stand.
    taken: &'r [Rect],
    /// Points of other arcs.
    lines: Vec<Point>,
}

impl Room<'_> {
    /// A height of the arc and a place for its words where they touch no others
    /// and as few other arcs as possible: best right above its top, or else on it.
    fn place(&self, arc: &Arc<'_>, words: &str) -> Option<(f64, Point, Rect)> {
        let width = text_width(words, FONT, false);
        let top = f64::midpoint(arc.from, arc.to);
        let steps = (0..=RAISED.0).flat_map(|step| BESIDE.map(|beside| (step as f64, beside)));
        let over = |beside: f64| beside.abs() <= (arc.to - arc.from) / 5.0;
        let on_top = steps
            .filter(|&(_, beside)| over(beside))
            .map(|(step, beside)| {
                let height = arc.height + RAISED.1 * step;
                let middle = Point::new(top + beside, -height - ABOVE);
                (step + beside.abs() / 20.0, height, middle)
            });
        // On the arc its own line runs through the words.
        let dearest = RAISED.0 as f64 + 8.0;
        let along = ALONG.iter().map(|&t| (dearest, arc.height, arc.at(t)));
        let candidates = on_top.chain(along).filter_map(|(price, height, middle)| {
            let size = Size::new(width, FONT * 1.5);
            let rect = Rect::centered(middle, size);
            Some((price + self.price(&rect)?, height, middle, rect))
        });
        let best = candidates.min_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, height, middle, rect)| (height, middle, rect))
    }

    /// What a place costs; `None` where words cannot stand.
    fn price(&self, rect: &Rect) -> Option<f64> {
        let (left, right) = self.bounds;
        let inside = rect.min.x >= left && rect.max().x <= right && rect.max().y <= -6.0;
        let spaced = rect.grown(3.0);
        let free = self.taken.iter().all(|other| !other.overlaps(&spaced, 0.0));
        let (min, max) = (rect.min, rect.max());
        let crosses = |at: &&Point| at.x > min.x && at.x < max.x && at.y > min.y && at.y < max.y;
        let crossed = self.lines.iter().filter(crosses).count();
        (inside && free).then_some(2.0 * crossed as f64)
    }
}
