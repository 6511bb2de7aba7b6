//! Numbers that are known to an interval only.

/// `40`, `32–48`, `≥24`, `≤124`, or `?`: a number that is at least the first and at
/// most the second.
pub fn interval(bounds: [Option<u32>; 2]) -> String {
    match bounds {
        [Some(least), Some(most)] if least == most => most.to_string(),
        [Some(least), Some(most)] => format!("{least}–{most}"),
        [Some(least), None] => format!("≥{least}"),
        [None, Some(most)] => format!("≤{most}"),
        [None, None] => "?".to_owned(),
    }
}
