//! What the help of the page says about keys.

use crate::model::Language;

/// Keys, and what they do.
pub(super) type Keys = (&'static [&'static str], &'static str);

const KOREAN: [Keys; 10] = [
    (&["/"], "이름으로 찾기 (초성으로도)"),
    (&["Tab"], "다음 것으로"),
    (&["←", "→", "↑", "↓"], "그쪽으로 가장 가까운 것으로"),
    (&["Enter"], "근거 보기"),
    (&["+", "−"], "크게, 작게"),
    (&["0"], "전체 보기"),
    (&["f"], "장과 묶음 골라 보기"),
    (&["t"], "밝게, 어둡게"),
    (&["Esc"], "닫기"),
    (&["?"], "도움말"),
];

const ENGLISH: [Keys; 10] = [
    (&["/"], "find by name"),
    (&["Tab"], "to the next one"),
    (&["←", "→", "↑", "↓"], "to the nearest one that way"),
    (&["Enter"], "read the evidence"),
    (&["+", "−"], "closer, farther"),
    (&["0"], "all of the map"),
    (&["f"], "show some chapters or groups only"),
    (&["t"], "light or dark"),
    (&["Esc"], "close"),
    (&["?"], "this help"),
];

/// The keys in a language; English for any but Korean.
pub(super) fn keys(language: Language) -> &'static [Keys] {
    if language == Language::KOREAN {
        &KOREAN
    } else {
        &ENGLISH
    }
}
