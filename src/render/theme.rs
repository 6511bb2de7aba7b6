//! Colours and fonts.

/// Colours for groups, dark enough on white (contrast at least 3:1) and apart
/// for colour-blind eyes.
const GROUPS: [&str; 6] = [
    "#0072B2", "#B61200", "#37887A", "#92125B", "#7A5900", "#4912DB",
];

/// The colour of a group, and a tint of it to lie under text.
pub(super) fn group(index: usize) -> (&'static str, String) {
    let colour = GROUPS[index % GROUPS.len()];
    (colour, format!("{colour}1A"))
}

/// Text.
pub(super) const INK: &str = "#1F2328";
/// What matters less.
pub(super) const FAINT: &str = "#6E7781";
/// Links between groups.
pub(super) const BRIDGE: &str = "#8C959F";
/// The page.
pub(super) const PAPER: &str = "#FFFFFF";

/// Fonts with Hangul, on every platform, in the order they are tried.
pub(super) const FONTS: &str =
    "Noto Sans KR,Noto Sans CJK KR,Apple SD Gothic Neo,Malgun Gothic,NanumGothic,sans-serif";
