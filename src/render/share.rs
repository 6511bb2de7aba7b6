//! How shares are written that may be known to an interval only.

/// `100%`, `83–95%`: a share that is at least the first and at most the second.
pub(super) fn percents([least, most]: [f64; 2]) -> String {
    let (least, most) = (percent(least), percent(most));
    match least == most {
        true => most,
        false => format!("{}–{most}", least.trim_end_matches('%')),
    }
}

/// `19%`: whole per cent; all and nothing are never said of a part.
pub(super) fn percent(share: f64) -> String {
    let rounded = (100.0 * share).round();
    let shown = match share > 0.0 && share < 1.0 {
        true => rounded.clamp(1.0, 99.0),
        false => rounded,
    };
    format!("{shown}%")
}
