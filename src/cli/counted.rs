//! Numbers of things, in English.

/// So many of something: `1 entry`, `2 entries`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
