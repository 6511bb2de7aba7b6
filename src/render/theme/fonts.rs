//! Fonts.

/// Families with Hangul on every platform, in the order they are tried.
pub const FAMILIES: [&str; 5] = [
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
];

/// The families for CSS, and any other face without serifs after them.
pub(in crate::render) fn css_stack() -> String {
    let families: String = FAMILIES
        .iter()
        .map(|family| format!("'{family}',"))
        .collect();
    format!("{families}sans-serif")
}
