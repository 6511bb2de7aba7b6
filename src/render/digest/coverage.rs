//! Words for what notes cover of a chapter.

use crate::analyse::ChapterCoverage;
use crate::map::Words;
use crate::render::share::percents;
use crate::text::interval::interval;

/// `40쪽 모두 적음`, `40쪽 가운데 78%를 적음`, `10–36쪽 가운데 44–100%를 적음`; where an
/// end is hardly known, `2–124쪽 가운데 1–23쪽을 적음`. `None` when no entry has pages.
pub(super) fn covered(coverage: &ChapterCoverage, words: Words) -> Option<String> {
    let [least, most] = coverage.noted;
    if most == 0 {
        return None;
    }
    let korean = words.is_korean();
    let (noted, size) = (
        interval([Some(least), Some(most)]),
        interval(coverage.length),
    );
    let is_exact = coverage.length[0] == coverage.length[1];
    Some(match (coverage.share, coverage.length, korean) {
        (Some([1.0, _]), _, true) => format!("{size}쪽 모두 적음"),
        (Some([1.0, _]), _, false) if is_exact => {
            format!("all of its {} noted", pages(&size))
        }
        (Some([1.0, _]), _, false) => format!("all of it noted ({})", pages(&size)),
        (Some(share), _, true) => format!("{size}쪽 가운데 {}를 적음", percents(share)),
        (Some(share), _, false) => format!("{} of its {} noted", percents(share), pages(&size)),
        (None, [Some(least), None], true) => format!("적어도 {least}쪽 가운데 {noted}쪽을 적음"),
        (None, [Some(least), None], false) => {
            format!("{} noted, of at least {least}", pages(&noted))
        }
        (None, [None, Some(most)], true) => format!("많아야 {most}쪽 가운데 {noted}쪽을 적음"),
        (None, [None, Some(most)], false) => format!("{} noted, of at most {most}", pages(&noted)),
        (None, [None, None], true) => format!("{noted}쪽을 적음, 장의 쪽수는 모름"),
        (None, [None, None], false) => {
            format!("{} noted, its length is not known", pages(&noted))
        }
        (None, _, true) => format!("{size}쪽 가운데 {noted}쪽을 적음"),
        (None, _, false) => format!("{noted} of its {} noted", pages(&size)),
    })
}

fn pages(count: &str) -> String {
    match count {
        "1" => "1 page".to_owned(),
        count => format!("{count} pages"),
    }
}
