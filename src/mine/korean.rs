//! Korean words that name nothing by themselves: verbs, adverbs, bound nouns.

use std::collections::HashSet;
use std::sync::LazyLock;

/// How a Korean stem looks, before anything is known of its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A noun, as far as can be seen.
    Noun,
    /// A noun if particles of nouns are seen with it, a verb otherwise.
    Doubtful,
    /// A form of a verb, an adverb, a determiner, a bound noun.
    NoNoun,
}

/// The shape of a stem; `particles` stand behind it in the eojeol.
pub(super) fn shape(stem: &str, particles: &str) -> Shape {
    let eojeol_ends = |set: &Words| particles.is_empty() && ends(stem, set);
    let outside = OUTSIDE_WORDS.contains(stem)
        || OUTSIDE_WORDS.contains(format!("{stem}{particles}").as_str());
    if outside || ends(stem, &PREDICATE_ENDINGS) || has_past_tense(stem) {
        Shape::NoNoun
    } else if eojeol_ends(&ADNOMINAL_ENDINGS)
        || (!particles.is_empty() && !marks_noun(particles) && may_be_verb_stem(stem))
        || matches!(particles, "야" | "요" | "여")
    {
        Shape::Doubtful
    } else {
        Shape::Noun
    }
}

/// Whether a noun says little: 방법, 사람, 경우.
pub(super) fn is_generic(stem: &str) -> bool {
    GENERIC_WORDS.contains(stem)
}

/// Whether a noun of one syllable may be part of a name: 팀, 책, 돈.
pub(super) fn is_short_noun(stem: &str) -> bool {
    SHORT_WORDS.contains(stem)
}

/// Whether a word of one syllable is listed as one: 팀, 것, 끝.
pub(super) fn is_known(stem: &str) -> bool {
    [&SHORT_WORDS, &OUTSIDE_WORDS, &GENERIC_WORDS]
        .iter()
        .any(|words| words.contains(stem))
}

/// Whether a word after a number counts something: 6개, 25일차, 3퍼센트.
pub(super) fn is_counter(word: &str) -> bool {
    const COUNTERS: &str = "개 명 년 월 일 시 분 초 번 번째 회 차 장 쪽 권 배 가지 건 대 곳 위 층 호 세 살 인 점 퍼센트 프로 달러 원 유로 페이지 미터 킬로 그램 시간 주 주일 개월 년대 세기 여년 단계 줄 비트 바이트 일차 주차 회차 분기 만 억 조 천 백 여";
    COUNTERS.split(' ').any(|counter| {
        word.strip_prefix(counter)
            .is_some_and(|rest| rest.chars().count() <= 2)
    })
}

/// Whether a verb stem may end so: 움직이(는), 나타나(는). Nouns do too, so this
/// counts only where no particle of nouns was seen.
pub(super) fn may_be_verb_stem(stem: &str) -> bool {
    stem.ends_with([
        '하', '되', '지', '리', '키', '이', '기', '히', '치', '우', '나', '내', '가', '오', '보',
        '주', '쓰', '르', '있', '없', '러', '싶', '같', '추', '구', '두', '서', '자', '려', '꾸',
        '으', '어', '아', '여', '놓', '받', '맞', '찾', '쌓', '닿', '잡', '믿', '얻', '읽', '잃',
        '앉', '묻', '듣', '걷', '돕', '갚', '낮', '늦', '높', '깊', '넓', '좁', '짧', '굳', '익',
        '겪', '묶', '섞', '꺾', '닦', '씻', '벗', '짓', '잇',
    ])
}

/// Whether particles are ones that only nouns take: 를, 에서, not 는, 고, 나,
/// which are endings of verbs too.
pub(super) fn marks_noun(particles: &str) -> bool {
    !particles.is_empty() && !VERBAL.contains(particles)
}

type Words = LazyLock<HashSet<&'static str>>;

static OUTSIDE_WORDS: Words = LazyLock::new(|| words(&OUTSIDE));
static GENERIC_WORDS: Words = LazyLock::new(|| words(&GENERIC));
static SHORT_WORDS: Words = LazyLock::new(|| words(&SHORT));
static PREDICATE_ENDINGS: Words = LazyLock::new(|| words(&PREDICATES));
static ADNOMINAL_ENDINGS: Words = LazyLock::new(|| words(&ADNOMINALS));
static VERBAL: Words = LazyLock::new(|| words(&VERBAL_PARTICLES));

fn words(lines: &[&'static str]) -> HashSet<&'static str> {
    lines.iter().flat_map(|line| line.split(' ')).collect()
}

/// Whether a word ends with, or is, one of some endings of at most four
/// syllables.
fn ends(word: &str, endings: &Words) -> bool {
    let starts = word.char_indices().rev().take(4);
    starts
        .into_iter()
        .any(|(at, _)| endings.contains(&word[at..]))
}

/// Syllables that end in ㅆ are of verbs: 했, 됐, 었, 있, 겠.
fn has_past_tense(word: &str) -> bool {
    word.chars().any(|c| {
        let code = (c as u32).wrapping_sub(0xAC00);
        code < 11_172 && code % 28 == 20
    })
}

const SHORT: [&str; 1] = [
    "팀 책 일 돈 앱 웹 값 힘 뇌 빛 물 불 땅 신 왕 법 죄 벌 병 약 꿈 말 글 시 집 길 산 강 눈 귀 손 몸 맛 색 열 핵 암 창 칼 총 배 춤 팁 맵 키 힙 탭 큐 폼 뷰 셸 바 행 축 합 곱 식 항 해 볼 팟",
];

const VERBAL_PARTICLES: [&str; 3] = [
    "는 고 며 나 면서 여 야 아 든 든지 도 요 라 라도 라면 라며 라고 만 지만 까지 은 이 란 랄까",
    "인 이기 이자 이니 지만 므로 여서 여야 라서 였고 이면서 인데 이지만 였다 였던",
    "는만 고는 고도 고만 나마 이요 은요 도록 다가 게 대로 만큼 뿐",
];

/// Endings of verbs and adjectives, whatever stands after them.
const PREDICATES: [&str; 9] = [
    "하다 한다 된다 없다 하는 되는 없는 하던 되던 하고 되고 하며 되며 하면 되면 해야 하여 되어 돼야 하게 되게 하지 되지 하기 되기 하려 하려면 하도록 되도록 하느라 해도 돼도",
    "이다 니다 시오 세요 해요 예요 네요 군요 어요 아요 지요 거든 하자 되자 하니 되니 하므로 되므로 거나 하더라 하듯 시키는 시키고 시켜 시킨 시킬 시키기 시키지 시키면",
    "않고 않아 않게 않지 않은 않는 않다 않을 않기 싶다 싶은 싶어 싶을 같다 같은 지만 므로 니까 으니 해서 돼서 되어서 어야 아야 여야 다면 으면 려면 으려 려고 도록 면서 느라 는데 은데 인데 한데 던데",
    "는지 을지 할지 될지 는가 던가 을까 할까 될까 는다 다는 다고 라는 라고 라며 다며 다던 이라",
    "스럽게 스러운 스럽다 적인 적으로 롭게 로운 답게 답다 없이 있게 없게 당하는 당한 받는 받은 받아 받고 받을",
    "통해 통하여 위해 위하여 위한 대한 대해 대하여 관한 관해 관하여 따라 따른 따르면 의한 의해 의하면 인한 인해 비롯한 더불어 걸쳐 둘러싼 향한 향해 비해",
    "되었 하였 이었 을수록 할수록 될수록 더라도 자마자 하신 하시 되신 해주는 해준 해줄 해주고 해지는 해진 해질 어지는 어진 아지는 아진 여지는 여진 어질 해왔 해온",
    "으며 으므로 려는 스레 했던 됐던 으로써 함으로 됨으로 하는데 되는데 하지만 되지만 하거나 되거나 고자 어서 아서 여서 려져 어졌 아졌",
    "하였으며 않으며 왔다 갔다 간다 온다 준다 본다 난다 든다 른다 린다 진다 킨다 친다 긴다 낸다 운다 쓴다 산다 선다 둔다 룬다 꾼다 춘다",
];

/// Endings of verbs and adjectives that stand before a noun or another verb;
/// some nouns end so too (사진, 화면).
const ADNOMINALS: [&str; 3] = [
    "는 던 을 를 한 할 될 된 킨 킬 친 칠 긴 길 난 날 낸 낼 린 릴 운 울 온 올 인 본 준 줄 춘 쓴 쓸 른 든 런 럴 간 갈 선 설 진 질 은 난 꾼 룬 룰 둔 둘 뀐 뀔 샀 큰 같",
    "고 며 면 게 니 려 져 켜 춰 줘 워 겨 쳐 혀 펴 셔 써 커 꺼 해 돼 와 록 히 께 듯 까 다 라 요 죠",
    "다운 은지 인지 한지 든지 던지 이란",
];

/// Adverbs, determiners, conjunctions, pronouns, bound nouns, and verbs that
/// take no ending above.
const OUTSIDE: [&str; 15] = [
    "그 이 저 것 이것 그것 저것 무엇 누구 어디 언제 여기 거기 저기 이곳 그곳 어느 어떤 어떠한 이런 그런 저런 이러한 그러한 저러한 모든 온갖 여러 각 각각 각자 매 몇 몇몇 다른 또다른 새 새로운 헌 옛 맨 순 첫 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열",
    "나 너 우리 저희 너희 당신 그들 이들 저들 그녀 자기 자신 본인 서로 스스로 모두 전부 다들 아무 아무것 아무도 내가 네가 제가 내 네 제",
    "수 점 중 후 전 등 데 뿐 채 만큼 정도 때 때문 듯 척 줄 터 따름 나름 무렵 동안 사이 이상 이하 이전 이후 이내 이외 외 내 가운데 도중 즉시 직전 직후 당시 현재 과거 미래 오늘 어제 내일 지금 이제 이때 그때 언젠가 요즘 최근 올해 작년 내년 매일 매년 매번 하루 평소 최초 최후",
    "그리고 그러나 그런데 그래서 그러므로 그렇지만 그러면 그래도 그럼 그러니까 따라서 하지만 또한 또는 혹은 및 즉 만약 만일 비록 반면 반면에 게다가 더구나 심지어 오히려 물론 예컨대 예를 가령 결국 결과적으로 마침내 드디어 왜냐하면 다만 단 단지 오직 아니면 아니라 내지 이른바 소위",
    "매우 아주 가장 더 덜 더욱 훨씬 너무 무척 몹시 참 정말 진짜 꽤 상당히 굉장히 대단히 거의 약 대략 조금 약간 좀 많이 많은 적은 적어도 최소한 최대한 전혀 결코 절대 절대로 별로 아직 아직도 이미 벌써 여전히 계속 항상 늘 자주 종종 가끔 때때로 때로는 다시 또 먼저 우선 나중 나중에 미리 곧 바로 방금 당장 갑자기 점점 점차 차츰",
    "특히 아마 과연 혹시 역시 어쩌면 사실 사실상 실제 실제로 진정 진정한 과감히 분명 분명히 확실히 반드시 꼭 제대로 그대로 이대로 저절로 함께 같이 따로 직접 간접 홀로 혼자 널리 깊이 높이 빨리 천천히 일찍 멀리 가까이 서서히 충분히 완전히 간단히 자세히 정확히 단순히 꾸준히 무심코 마치 바로 이처럼 그처럼 이렇게 그렇게 저렇게 어떻게 왜 얼마나 얼마 이만큼 그만큼",
    "이는 그는 이를 그를 이에 그에 이로 여기서 거기서 어디서 이와 그와 이로써 그로써 이로서 이도 그도 이의 그의 이란 이라 이라는 라는 라고 이라고 이며 이나 이고 이다 에서 에게 으로 로 은 는 이 가 을 를 와 과 의 에 도 만",
    "큰 작은 좋은 나쁜 높은 낮은 긴 짧은 깊은 넓은 좁은 강한 약한 빠른 느린 쉬운 어려운 중요한 필요한 가능한 다양한 특별한 새로운 오래된 젊은 늙은 많은 적은 똑같은 비슷한 올바른 적절한 간단한 복잡한 유용한 유일한 주요 주된 별도 별도의 일종 일부 대부분 나머지 전체 일반 일반적 기본적 전체적 개인적 구체적 효과적 대표적 본격적 지속적 적극적 장기적 단기적",
    "있 없 않 아닌 아니 아니다 아니라는 아니고 아닐 있음 없음 있기 없기 있을 없을 된 될 한 할 하나 둘 셋 넷 하나하나 둘째 셋째 첫째 첫번째 두번째 마지막",
    "위해 통해 대해 관해 의해 인해 따라 비해 대한 관한 위한 의한 인한 통한 따른 걸친 향한 둔 가진 갖춘 지닌 만든 만드는 만들 만들어 만들고 되어 하여 해서 가지고 가지 가질 가지는 갖고 갖는 두고 보고 보면 보자 볼 본 보는 보인 보이는 보여 들어 들면 들은 나온 나오는 나와 나타난 나타나는 이뤄진 이루어진 이루어지는 이르는 일어난 일어나는 살펴 알아 알고 알려 알려진 불리는 부르는",
    "느낌 생각 느꼈 생각나 인상 인상깊 이번 다음 지난 이전 앞 뒤 위 아래 옆 밖 안 속 곁 밑 쪽 편 측 번 차례 경우 경우에 이후 이후로 한편 반대 한번 두번 번째 여러번 모습 대로 나머지 이외 그외 기타 등등 자체 상태 상황 측면 관점 방향 부분 부문 쯤 가량 남짓 미만 초과 이상",
    "것 거 게 걸 건 겁니 것들 이것들 그것들 무언 무언가 무엇인가 누군 누군가 뭔가 뭐 무슨 웬 어찌 언제나 언제든 어디든 어디나 누구나 누구든 무엇이든 뭐든",
    "다루 나누 이루 바꾸 배우 지키 만나 떠나 남기 옮기 맡기 즐기 느끼 여기 이기 생기 숨기 넘기 움직이 줄이 높이 보이 쓰이 쌓이 모이 놓이 섞이 속이 죽이 기울이 받아들이 끌어들이 드러나 나타나 일어나 벗어나 살아가 나아가 돌아가 들어가 올라가 찾아가 이어가 다가가 돌아오 들어오 나오 가져오 떠오르 오르 따르 다르 모르 부르 흐르 누르 고르 빠르 이르 치르 서두르 저지르 머무르",
    "살펴보 알아보 돌아보 바라보 지켜보 들여다보 찾아보 해보 가보 만들어지 이루어지 이어지 알려지 주어지 벌어지 떨어지 사라지 달라지 나아지 높아지 많아지 커지 쓰러지 펼쳐지 가르치 미치 지나치 끼치 마치 그치 펼치 합치 거치 고치 가리키 일으키 지키 시키 향하 통하 위하 대하 관하 의하 인하 비하 더하",
    "한다 된다 했다 됐다 있다 없다 이다 하고 하며 하면 해도 해야 했던 하는 되는 되고 되며 되면 돼 된다는 한다는 있는 없는 있고 없고 있어 없어 있으며 없으며 있지만 없지만 있으면 없으면 있도록 없도록 있습니다 없습니다 합니다 됩니다 입니다 했습니다 됐습니다 됩니다만",
];

const GENERIC: [&str; 9] = [
    "사람 사람들 대목 기억 자리 경우 방법 방식 문제 이유 결과 내용 의미 과정 부분 요소 모습 생각 이야기 말 글 책 장 절 저자 독자 작가 필자 주인공 시간 시대 시기 순간 기간 날 해 년 월 일 곳 장소 공간 세계 세상 사회 나라 국가 지역 도시",
    "사용 이용 활용 적용 제공 지원 필요 가능 중요 설명 이해 확인 선택 결정 변화 변경 추가 삭제 수정 생성 작성 실행 처리 설정 지정 정의 표시 포함 제외 구분 비교 유지 관리 준비 시작 종료 완료 진행 수행 발생 존재 관련 연결 참고 참조 소개 추천 요약 정리 출력 입력 저장 복사 이동 전달 반환 호출 할당 구현 구성 개발 작업 시도 노력 도움 주의 요구 요청 응답",
    "이름 종류 형태 모양 구조 기능 역할 목적 목표 기준 조건 원인 효과 영향 관계 차이 차이점 공통점 특징 특성 성격 장점 단점 한계 가치 수준 단계 순서 방향 범위 크기 길이 높이 깊이 개수 숫자 번호 양 질 정도 비율 값 목록 항목 대상 예 예제 예시 사례 보기 그림 표 페이지 파일 문서 자료 정보 데이터 코드 프로그램 도구 버전 옵션 명령 명령어 화면 버튼 메뉴 링크",
    "비즈니스 아이디어 리더 기업 회사 조직 팀 직원 고객 제품 상품 서비스 시장 사업 산업 업계 분야 기술 시스템 프로젝트 전략 계획 업무 활동 행동 경험 지식 능력 기회 위험 성공 실패 성과 목소리 의견 질문 답 대답 논의 토론 주제 개념 이론 원리 원칙 규칙 법칙 기본 기반 바탕 중심 핵심 전체 일부 대부분 다수 소수 하나 둘 모두",
    "사용자 관리자 개발자 참여자 전문가 학생 아이 어른 친구 가족 부모 남자 여자 인간 개인 집단 대중 환경 자연 현실 실제 현상 사건 사실 진실 거짓 역사 과거 현재 미래 오늘날 당시 초기 후기 처음 마지막 끝 시작 중간 도중 최종 최대 최소 최고 최저 평균 전반 일반 보통 특정 개별 공통 별도 동일 유사 다양 복잡 단순 자체 전용 기타 나중 이전 이후 현재 다음",
    "마음 감정 느낌 기분 태도 자세 관심 흥미 의지 의도 욕구 희망 믿음 신뢰 사랑 행복 삶 인생 생활 일상 죽음 몸 머리 손 눈 얼굴 가슴",
    "질문 해결 해결책 대안 제안 주장 근거 증거 논리 판단 평가 분석 측정 계산 추정 예측 조사 연구 실험 관찰 발견 발명 창조 생산 소비 판매 구매 거래 투자 비용 가격 수익 이익 손실 자원 재료 물건 물질 도구 수단 매체",
    "내부 외부 상위 하위 왼쪽 오른쪽 위쪽 아래쪽 앞쪽 뒤쪽 안쪽 바깥쪽 상단 하단 양쪽 한쪽 반대쪽 근처 주변 사이 중앙 전후 좌우",
    "소스 객체 메시지 텍스트 문자 문자열 단어 문장 문단 글자 줄 행 열 칸 점 선 면 집합 그룹 부류 유형 타입 모드 상태 속성 변수 매개변수 인자 함수 모듈 라이브러리 패키지 디렉터리 디렉토리 폴더 경로 주소 사이트 웹사이트 홈페이지 블로그 이메일 메일 서버 클라이언트 컴퓨터 기계 장치 리소스",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (stem, particles, expected) in [
            ("배웠다", "", Shape::NoNoun),
            ("성공적인", "", Shape::NoNoun),
            ("그리고", "", Shape::NoNoun),
            ("것", "을", Shape::NoNoun),
            ("움직여지", "는", Shape::Doubtful),
            ("스스", "로", Shape::NoNoun),
            ("내놓", "고", Shape::Doubtful),
            ("사진", "", Shape::Doubtful),
            ("사진", "을", Shape::Noun),
            ("플라이휠", "은", Shape::Noun),
            ("메시지", "를", Shape::Noun),
            ("커뮤니티", "", Shape::Noun),
        ] {
            assert_eq!(shape(stem, particles), expected, "{stem}+{particles}");
        }
        assert!(is_generic("방법") && !is_generic("플라이휠"));
        assert!(is_counter("일차") && is_counter("개를") && !is_counter("페이저"));
    }
}
