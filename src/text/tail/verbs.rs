//! Verbs and adjectives made of a noun: 혁신하다, 자유롭다.

/// The verbs that nouns take, and what may follow each of their forms: nothing,
/// or an ending that starts so. 하늘소 and 받침대 are no verbs.
pub(super) const VERBS: [(&str, &[&str]); 45] = [
    ("하", &PRESENT),
    ("되", &PRESENT),
    ("시키", &PRESENT),
    ("당하", &PRESENT),
    ("해", &CONNECTED),
    ("돼", &CONNECTED),
    ("시켜", &CONNECTED),
    ("당해", &CONNECTED),
    ("했", &PAST),
    ("됐", &PAST),
    ("시켰", &PAST),
    ("당했", &PAST),
    ("한", &BEFORE_NOUN),
    ("된", &BEFORE_NOUN),
    ("시킨", &BEFORE_NOUN),
    ("당한", &BEFORE_NOUN),
    ("할", &TO_COME),
    ("될", &TO_COME),
    ("시킬", &TO_COME),
    ("당할", &TO_COME),
    ("함", &AS_NOUN),
    ("됨", &AS_NOUN),
    ("시킴", &AS_NOUN),
    ("당함", &AS_NOUN),
    ("합", &POLITE),
    ("됩", &POLITE),
    ("시킵", &POLITE),
    ("당합", &POLITE),
    ("받", &RECEIVED),
    ("없", &THERE_IS),
    ("있", &THERE_IS),
    ("답", &ADJECTIVE),
    ("다운", &[]),
    ("다워", &CONNECTED),
    ("다웠", &PAST),
    ("같", &LIKE),
    ("스럽", &ADJECTIVE),
    ("스러운", &BEFORE_NOUN),
    ("스러울", &TO_COME),
    ("스러워", &CONNECTED),
    ("스러웠", &PAST),
    ("롭", &ADJECTIVE),
    ("로운", &BEFORE_NOUN),
    ("로울", &TO_COME),
    ("로워", &CONNECTED),
];

/// After a stem in a vowel: 하는, 되지만, 하십시오.
const PRESENT: [&str; 45] = [
    "는", "고", "여", "며", "면", "지", "게", "기", "던", "도", "자", "려", "다", "니", "므", "거",
    "였", "더", "셨", "시", "라", "어", "었", "겠", "네", "길", "잖", "십", "세", "신", "실", "든",
    "듯", "냐", "느", "되", "긴", "곤", "진", "건", "죠", "러", "나요", "군", "구",
];

/// After a stem that has taken 어: 해서, 해보다.
const CONNECTED: [&str; 44] = [
    "서", "도", "야", "요", "라", "지", "졌", "져", "진", "질", "집", "짐", "왔", "와", "온", "올",
    "오", "주", "준", "줬", "줘", "줄", "줍", "낸", "냈", "내", "낼", "보", "본", "볼", "봐", "봤",
    "봅", "놓", "놨", "두", "둔", "둘", "둬", "둡", "버", "나", "선", "줌",
];

const PAST: [&str; 25] = [
    "다", "고", "는", "던", "지", "으", "을", "음", "어", "기", "듯", "습", "거", "었", "네", "더",
    "나", "냐", "죠", "겠", "군", "구", "단", "대", "답",
];

/// After a form in ㄴ, with the nouns that people write to it: 한다, 한것.
const BEFORE_NOUN: [&str; 14] = [
    "다", "데", "지", "들", "것", "거", "채", "후", "가", "대로", "답니", "대요", "단", "걸",
];

/// After a form in ㄹ: 할수록, 할때.
const TO_COME: [&str; 13] = [
    "수", "지", "게", "까", "때", "만", "것", "거", "뿐", "텐", "듯", "래", "걸",
];

const AS_NOUN: [&str; 8] = ["에", "은", "을", "이", "으", "과", "도", "의"];

const POLITE: [&str; 2] = ["니", "시"];

const RECEIVED: [&str; 18] = [
    "는", "고", "아", "았", "은", "을", "으", "기", "지", "게", "던", "다", "도", "습", "거", "음",
    "자", "네",
];

/// 문제없이, 권한있는.
const THERE_IS: [&str; 17] = [
    "이", "는", "다", "고", "었", "을", "음", "으", "습", "던", "지", "거", "게", "어", "네", "기",
    "도",
];

/// 아마존같은.
const LIKE: [&str; 12] = [
    "은", "이", "다", "고", "았", "아", "지", "네", "습", "으", "던", "거",
];

const ADJECTIVE: [&str; 9] = ["다", "고", "게", "지", "던", "습", "네", "거", "기"];
