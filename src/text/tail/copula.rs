//! Forms of 이다, as they are written right after a noun.

/// Forms of 이다 and endings after it, by how they start.
pub(super) const STARTS: [&str; 58] = [
    "이었",
    "이다",
    "이라",
    "이며",
    "이므로",
    "이지",
    "이니",
    "이고",
    "이면",
    "입니",
    "이에",
    "이죠",
    "이냐",
    "이든",
    "이던",
    "이기",
    "이겠",
    "이거",
    "이잖",
    "이라서",
    "이니까",
    "이어야",
    "이어서",
    "이어도",
    "이신",
    "이십",
    "이네",
    "이구",
    "인데",
    "인지",
    "인가",
    "인만큼",
    "인듯",
    "일까",
    "일수",
    "일때",
    "일뿐",
    "임을",
    "임이",
    "임은",
    "입시",
    "이예",
    "이였",
    "이더라",
    "일텐",
    "일거",
    "일것",
    "일듯",
    "인거",
    "인것",
    "인줄",
    "이긴",
    "이군",
    "이랍",
    "이래",
    "이세",
    "인걸",
    "일지도",
];

/// The same, only after a vowel.
pub(super) const STARTS_AFTER_VOWEL: [&str; 17] = [
    "였", "예요", "니까", "라니", "잖아", "라서", "여야", "여서", "므로", "더라", "라는", "라던",
    "라든", "라기", "네요", "군요", "랍니",
];

/// Forms of 이다 that end the word. 인 takes no particle: 종교인이 is a person.
pub(super) const WHOLE: [&str; 4] = ["인", "일", "이자", "임"];

/// The same, only after a vowel.
pub(super) const WHOLE_AFTER_VOWEL: [&str; 10] = [
    "다", "다고", "다는", "다며", "다면", "면", "지만", "죠", "거나", "라",
];
