//! Colours and fonts.

/// Colours for groups, dark enough on white (contrast at least 3:1). After the
/// last the first comes again: groups have names and places too.
const GROUPS: [&str; 10] = [
    "#0072B2", "#B61200", "#37887A", "#92125B", "#7A5900", "#4912DB", "#4E7A0B", "#C0437D",
    "#5B6B8C", "#8A4B2A",
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
