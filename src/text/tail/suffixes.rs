//! Suffixes that leave a noun what it is about, and short nouns that are written
//! like suffixes.

/// Suffixes, and how what follows them must not start: 업무성과 is no 업무성.
pub(super) const SUFFIXES: [(&str, &[&str]); 28] = [
    ("들", &[]),
    ("용", &[]),
    ("형", &[]),
    ("측", &[]),
    ("쪽", &[]),
    ("내", &[]),
    ("급", &[]),
    ("별", &[]),
    ("님", &[]),
    ("씨", &[]),
    ("풍", &[]),
    ("당", &[]),
    ("간", &[]),
    ("중", &[]),
    ("시", &[]),
    ("후", &[]),
    ("식", &[]),
    ("계", &[]),
    ("화", &[]),
    ("성", &["과"]),
    // Not a prize or a table.
    ("상", &["을", "이", "은", "과", "도", "만"]),
    // Particles that 이다 may follow.
    ("뿐", &[]),
    ("대로", &[]),
    ("까지", &[]),
    ("부터", &[]),
    ("에서", &[]),
    ("때문", &[]),
    ("따위", &[]),
];

/// Suffixes that make verbs: 자동화하다.
pub(super) const MAKING_VERBS: [&str; 1] = ["화"];

/// Suffixes that make another noun of a short one: 결혼식, 종교계, 민주당, but
/// 아마존식.
pub(super) const MAKING_NOUNS: [&str; 5] = ["식", "계", "당", "풍", "급"];
