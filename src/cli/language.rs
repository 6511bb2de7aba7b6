//! What `--lang` takes.

use crate::model::Language;

/// The languages of ISO 639-1 but `kr`, Kanuri, which is nearly always meant for Korean.
const KNOWN: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk \
    ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa \
    sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur \
    uz ve vi vo wa wo xh yi yo za zh zu";

/// What is typed for a language and is no code of it.
const MISTAKEN: [(&str, &str); 12] = [
    ("kr", "ko"),
    ("kp", "ko"),
    ("korean", "ko"),
    ("hangul", "ko"),
    ("한국어", "ko"),
    ("한글", "ko"),
    ("us", "en"),
    ("gb", "en"),
    ("english", "en"),
    ("영어", "en"),
    ("jp", "ja"),
    ("cn", "zh"),
];

/// Reads a code of ISO 639 in any case, or a locale: `ko`, `EN`, `ko-KR`, `en_US.UTF-8`.
pub(super) fn language(code: &str) -> Result<Language, String> {
    let code = code.trim().to_lowercase();
    let own = code.split(['-', '_', '.', '@']).next().unwrap_or_default();
    let own = match own {
        "kor" => "ko",
        "eng" => "en",
        own => own,
    };
    // There are too many codes of three letters to know them all.
    let known = own.len() == 3 || KNOWN.split(' ').any(|known| known == own);
    match Language::parse(own).filter(|_| known) {
        Some(language) => Ok(language),
        None => Err(remedy(own)),
    }
}

fn remedy(typed: &str) -> String {
    let mistaken = MISTAKEN.iter().find(|(mistaken, _)| *mistaken == typed);
    match mistaken {
        Some((_, meant)) => format!("that is no code of a language; did you mean {meant}?"),
        None => "that is no code of a language; write ko, en, or a locale such as ko_KR".to_owned(),
    }
}
