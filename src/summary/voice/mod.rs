//! Who speaks in a sentence of a note: the book, as the reader retells it, or the
//! reader about the book; and what asks.
//!
//! Korean tells by the end of the predicate (`인상 깊었다`, `것 같다`), English by
//! the first person (`I felt`) and by judging words (`was impressive`). What
//! stands in quotation marks is somebody else's, and so is what a third person
//! thinks (`베조스는 …라고 생각했다`). docs/summary.md lists the rules.

mod english;
mod korean;
mod quoted;

use english::Words;
use korean::Predicate;

/// Who speaks in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// The book, retold.
    Book,
    /// The reader, of what the book is to them.
    Reader,
    /// The reader, asking.
    Question,
}

impl Voice {
    /// Who speaks in a sentence.
    pub fn of(sentence: &str) -> Self {
        let own = quoted::without(sentence);
        let predicate = Predicate::of(&own);
        let words = Words::of(&own);
        let marked = own.trim_end().ends_with(['?', '？']);
        if marked || predicate.asks() || words.asks() {
            Self::Question
        } else if predicate.reflects() || words.reflects() {
            Self::Reader
        } else {
            Self::Book
        }
    }
}

/// Whether a sentence that follows a question answers it: `답은 …`, `Because …`.
pub(super) fn answers(sentence: &str) -> bool {
    korean::answers(sentence) || english::answers(sentence)
}

/// Whether an answer only says that it is coming, so that the sentence after it
/// is one, too: `답은 두 가지다.`
pub(super) fn announces(answer: &str) -> bool {
    const SHORT: usize = 48;
    answer.chars().count() <= SHORT && (korean::counts(answer) || english::counts(answer))
}

#[cfg(test)]
mod tests {
    use super::{Voice, announces, answers};

    #[test]
    fn korean() {
        use Voice::{Book, Question, Reader};
        for (sentence, voice) in [
            ("등대는 배에게 길을 알려 준다.", Book),
            ("등대가 인상 깊었다.", Reader),
            ("혼자 지킨다는 점이 인상적이었다.", Reader),
            ("끝까지 남은 사람이 없어 아쉬웠다", Reader),
            ("바다가 사람을 바꾸는 것 같다.", Reader),
            ("나라면 떠났을 것 같은데, 그는 남았다.", Book),
            ("쉽지 않은 일이라고 생각한다.", Reader),
            ("꼭 필요한 일이라는 생각이 들었다.", Reader),
            ("선장은 섬이 가깝다고 생각했다.", Book),
            ("저자는 불빛이 전부라고 느꼈다고 한다.", Book),
            ("이 장은 조금 어렵다고 느꼈다.", Reader),
            ("나는 그가 옳다고 생각했다.", Reader),
            ("지금도 통하는 방법처럼 보인다.", Reader),
            ("멀리서 등대가 보인다.", Book),
            ("가장 새로운 것은 렌즈였다고 본다.", Reader),
            ("등대지기는 매일 바다를 본다.", Book),
            ("이 대목이 오래 기억에 남는다.", Reader),
            ("나도 그렇게 살아 보고 싶다.", Reader),
            ("그는 집에 가고 싶었다.", Book),
            ("내일부터는 일지를 써야겠다.", Reader),
            ("놀랍게도 등대는 무너지지 않았다.", Book),
            ("한 사람이 다 해냈다니 놀라웠다.", Reader),
            ("마음에 와닿았다.", Reader),
            ("왜 아무도 오지 않았는지 의문이 들었다.", Question),
            ("그 뒤가 궁금하다.", Question),
            ("불은 누가 켰을까?", Question),
            ("그는 왜 남았는가.", Question),
            ("과연 누가 불을 켰을까", Question),
            ("이유를 잘 모르겠다.", Question),
            ("사람들은 제도에 의문을 제기했다.", Book),
            ("선장은 “누가 있는가?”라고 물었다.", Book),
            ("‘왜 그럴까?’라는 물음에서 출발한다.", Book),
        ] {
            assert_eq!(Voice::of(sentence), voice, "{sentence}");
        }
    }

    #[test]
    fn english() {
        use Voice::{Book, Question, Reader};
        for (sentence, voice) in [
            ("The lighthouse shows ships the way.", Book),
            ("I felt that the keeper was lonely.", Reader),
            ("I really liked the part with the lamp.", Reader),
            ("What struck me most was the storm.", Reader),
            ("In my opinion the author goes too far.", Reader),
            ("This reminded me of the sea at home.", Reader),
            ("The description of the lamp was impressive.", Reader),
            ("It is a pity that nobody stayed.", Reader),
            ("It seems to me that he was right.", Reader),
            ("The keeper thought that the island was near.", Book),
            ("“I think we should go,” the keeper said.", Book),
            ("World War I changed the coast.", Book),
            ("I want to keep a log as well.", Reader),
            ("The most interesting lamp was sold.", Book),
            ("The chapter was surprisingly interesting.", Reader),
            ("Who lit the lamp?", Question),
            ("I wonder who lit the lamp.", Question),
            ("I am not sure why he stayed.", Question),
            ("It is unclear to me what the lamp stands for.", Question),
            ("He asked, \"Who is there?\" and waited.", Book),
            ("The reader may wonder at this.", Book),
        ] {
            assert_eq!(Voice::of(sentence), voice, "{sentence}");
        }
    }

    #[test]
    fn answers_and_their_announcements() {
        for (sentence, answer, announcement) in [
            ("답은 두 가지다.", true, true),
            ("이 의문에 대한 답은 불빛으로 요약할 수 있다.", true, false),
            ("왜냐하면 바람이 불었기 때문이다.", true, false),
            ("비결은 다음과 같다.", true, true),
            ("그날은 비가 왔다.", false, false),
            ("The answer is twofold.", true, true),
            ("There are two reasons.", true, true),
            ("Because the wind rose.", true, false),
            ("It turns out that nobody did.", true, false),
            ("The lamp burned all night.", false, false),
        ] {
            assert_eq!(answers(sentence), answer, "{sentence}");
            assert_eq!(answer && announces(sentence), announcement, "{sentence}");
        }
    }
}
