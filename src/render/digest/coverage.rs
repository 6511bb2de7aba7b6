//! Words for what notes cover of a chapter.

use crate::map::Words;
use crate::summary::ChapterSummary;

/// `40쪽 모두`, `40쪽 가운데 31쪽(78%)`, `32~48쪽 모두`, `10~36쪽의 44~100%`; `9쪽,
/// 전체는 모름`. `None` when no entry has pages.
pub(super) fn covered(summary: &ChapterSummary, words: Words) -> Option<String> {
    let here = summary.pages_covered();
    if here == 0 {
        return None;
    }
    let korean = words.is_korean();
    let Some(((least, most), (worst, best))) = summary
        .coverage
        .size
        .and_then(|(least, most)| Some((least, most?)))
        .zip(summary.coverage.share)
    else {
        return Some(match korean {
            true => format!("{here}쪽을 적음, 장의 쪽수는 모름"),
            false => format!("{} noted, its length is not known", pages(here)),
        });
    };
    let size = match (least == most, korean) {
        (true, true) => format!("{most}쪽"),
        (true, false) => pages(most),
        (false, true) => format!("{least}~{most}쪽"),
        (false, false) => format!("{least}–{most} pages"),
    };
    let (worst, best) = (percent(worst), percent(best));
    let share = match (worst == best, korean) {
        (true, _) => format!("{best}%"),
        (false, true) => format!("{worst}~{best}%"),
        (false, false) => format!("{worst}–{best}%"),
    };
    Some(match (worst == 100, korean) {
        (true, true) => format!("{size} 모두 적음"),
        (true, false) if least == most => format!("all of its {size} noted"),
        (true, false) => format!("all of it noted ({size})"),
        (false, true) => format!("{size} 가운데 {share}를 적음"),
        (false, false) => format!("{share} of its {size} noted"),
    })
}

fn pages(count: u32) -> String {
    match count {
        1 => "1 page".to_owned(),
        count => format!("{count} pages"),
    }
}

/// Whole per cent; all of it and nothing of it are never said of a part.
fn percent(share: f32) -> u32 {
    let rounded = (share * 100.0).round() as u32;
    match share {
        share if share >= 1.0 => 100,
        share if share <= 0.0 => 0,
        _ => rounded.clamp(1, 99),
    }
}
