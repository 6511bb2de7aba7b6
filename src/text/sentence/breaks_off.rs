//! Texts that stop before they end.

/// Whether a text stops in the middle of a sentence, as pages do.
pub fn breaks_off(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.chars().next_back();
    let open = last.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '—' | '–'));
    open && !text.ends_with(['다', '요', '음', '함'])
}
