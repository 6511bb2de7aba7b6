//! What the notes of a chapter say.

use super::Say;
use crate::render::digest::{Block, Form, Line, source};
use crate::summary::{ChapterSummary, Length, Question, Quote, Telling};

impl Say<'_> {
    /// What the notes say.
    pub(super) fn told(&self, summary: &ChapterSummary, telling: &Telling) -> Vec<Block> {
        let words = self.words;
        let gists = self.gists(summary);
        let brief = self.length == Length::Short && gists.is_some();
        let quotes = |quotes: &[Quote]| quotes.iter().map(|quote| self.quote(quote)).collect();
        let thesis = Block::new(
            words.pick("이 장은", "The chapter"),
            Form::Quotes,
            quotes(&telling.thesis),
        );
        let key = telling.key.iter().map(|key| Line {
            remark: match key.of_reader {
                true => words.pick("감상", "a thought").to_owned(),
                false => String::new(),
            },
            ..self.quote(&key.quote)
        });
        let key = Block::new(
            words.pick("핵심", "Key sentences"),
            Form::Quotes,
            key.collect(),
        );
        let reflections = Block::new(
            words.pick("느낀 점", "Thoughts"),
            Form::Quotes,
            quotes(&telling.reflections),
        );
        let questions = telling.questions.iter().map(|asked| self.question(asked));
        let questions = Block::new(
            words.pick("물음", "Questions"),
            Form::Quotes,
            questions.collect(),
        );
        let quoted = [thesis, key].into_iter().filter(|_| !brief);
        let blocks = [gists]
            .into_iter()
            .chain(quoted)
            .chain([reflections, questions]);
        blocks.flatten().collect()
    }

    /// What the reader wrote as the gist of entries, in the language asked for.
    fn gists(&self, summary: &ChapterSummary) -> Option<Block> {
        let lines = summary.entries.iter().filter_map(|&entry| {
            let gist = self.library.entry(entry).gist.get(self.words.language())?;
            Some(Line {
                text: gist.to_owned(),
                source: source(self.library, self.words, entry),
                ..Line::default()
            })
        });
        let heading = self.words.pick("한 줄씩", "In short");
        Block::new(heading, Form::List, lines.collect())
    }

    fn question(&self, asked: &Question) -> Line {
        let answer = asked.answer.as_ref();
        Line {
            then: answer
                .map(|answer| self.answer(answer))
                .into_iter()
                .collect(),
            remark: match answer {
                Some(_) => String::new(),
                None => self.words.pick("열린 물음", "open").to_owned(),
            },
            ..self.quote(&asked.quote)
        }
    }

    fn answer(&self, answer: &Quote) -> Line {
        let line = self.quote(answer);
        Line {
            text: format!("→ {}", line.text),
            ..line
        }
    }
}
