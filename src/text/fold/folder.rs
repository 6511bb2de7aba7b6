//! Folding: one pass over the bytes of a text.

use super::letters::{
    cluster, is_gap, is_ignored, is_syllable, is_word_letter, joins, separates, syllable_run,
    without_accents,
};
use super::plural::{Plural, drops_e, irregular, plural};
use super::{Addresses, BARRIER, Folded, GAP};
use crate::steps;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

impl Folded {
    /// Folds another text into the same buffers.
    pub fn refill(&mut self, text: &str) {
        self.bytes.clear();
        self.origins.clear();
        self.ends.clear();
        self.gaps.clear();
        self.inner.clear();
        self.fold(text);
    }

    fn fold(&mut self, text: &str) {
        steps::count(text.len());
        self.bytes.reserve(text.len());
        self.origins.reserve(text.len());
        self.word = None;
        self.gap = false;
        self.addresses = Addresses::default();
        let raw = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = raw.get(at) {
            at = match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => self.take_word(text, at),
                0..0x80 => self.take_mark(text, at),
                _ => self.take_other(text, at),
            };
        }
        self.close_word(text);
    }

    /// Takes a run of ASCII letters and digits; gives where it ends.
    fn take_word(&mut self, text: &str, at: usize) -> usize {
        let raw = text.as_bytes();
        let run = raw[at..].iter().take_while(|b| b.is_ascii_alphanumeric());
        let mut end = at + run.count();
        if self.word.is_none()
            && let Some(end) = self.addresses.end(text, at..end)
        {
            self.emit(BARRIER as char, at, end);
            return end;
        }
        // An accent that stands by itself belongs to the last letter.
        let accented = raw.get(end).is_some_and(|byte| *byte >= 0x80)
            && text[end..].chars().next().is_some_and(joins);
        if accented {
            end -= 1;
        }
        let from = self.bytes.len();
        self.word.get_or_insert(from);
        self.bytes.extend_from_slice(&raw[at..end]);
        self.bytes[from..].make_ascii_lowercase();
        self.trace(at, end);
        if accented {
            return self.take_cluster(text, end);
        }
        end
    }

    /// Takes an ASCII character that is no letter.
    fn take_mark(&mut self, text: &str, at: usize) -> usize {
        let raw = text.as_bytes();
        let mark = raw[at];
        if mark == b' ' {
            // The commonest of all.
            self.close_word(text);
            self.gap = true;
            return at + 1;
        }
        let after_letter = self.is_after_a_single_letter();
        self.close_word(text);
        match mark {
            b'&' => self.emit_and(at, at + 1),
            // C++ and C# are other names than C.
            b'+' | b'#' if after_letter => self.emit(mark as char, at, at + 1),
            _ if separates(raw, at) => self.emit(BARRIER as char, at, at + 1),
            _ if is_gap(mark as char) => self.gap = true,
            _ => self.emit(BARRIER as char, at, at + 1),
        }
        at + 1
    }

    /// Takes what is not ASCII.
    fn take_other(&mut self, text: &str, at: usize) -> usize {
        let raw = text.as_bytes();
        let run = syllable_run(raw, at);
        if run > 0 {
            // The common case of a Korean text.
            self.close_word(text);
            let mut end = at + run;
            let joined = raw.get(end).is_some_and(|byte| *byte >= 0x80)
                && text[end..].chars().next().is_some_and(joins);
            if joined {
                end -= 3;
            }
            self.bytes.extend_from_slice(&raw[at..end]);
            self.trace_syllables(at, end);
            return if joined {
                self.take_cluster(text, end)
            } else {
                end
            };
        }
        let Some(c) = text[at..].chars().next() else {
            return text.len();
        };
        let end = at + c.len_utf8();
        if is_ignored(c) {
            return end;
        }
        if is_gap(c) {
            self.close_word(text);
            self.gap = true;
            return end;
        }
        self.take_cluster(text, at)
    }

    /// Takes a character with everything that joins it, composed (NFKC).
    fn take_cluster(&mut self, text: &str, at: usize) -> usize {
        let cluster = cluster(&text[at..]);
        let end = at + cluster.len();
        // A mark that does not compose with a Latin letter or a syllable is
        // ornament; in other scripts it is a letter.
        let base = cluster.chars().next();
        let ornamented = base.is_some_and(|c| is_word_letter(c) || is_syllable(c));
        for c in cluster.nfkc() {
            let ornament =
                is_combining_mark(c) && (ornamented || base.is_some_and(is_combining_mark));
            if !ornament && !is_ignored(c) {
                self.push(text, c, at, end);
            }
        }
        end
    }

    fn push(&mut self, text: &str, c: char, start: usize, end: usize) {
        if is_word_letter(c) {
            self.word.get_or_insert(self.bytes.len());
            for lower in c.to_lowercase() {
                self.emit(without_accents(lower), start, end);
            }
            return;
        }
        let after_letter = self.is_after_a_single_letter();
        self.close_word(text);
        if c == '&' {
            self.emit_and(start, end);
        } else if matches!(c, '+' | '#') && after_letter {
            self.emit(c, start, end);
        } else if is_gap(c) {
            self.gap = true;
        } else if c.is_alphanumeric() {
            for lower in c.to_lowercase() {
                self.emit(lower, start, end);
            }
        } else {
            self.emit(BARRIER as char, start, end);
        }
    }

    /// Whether what was folded last is a word of one letter, or its mark.
    fn is_after_a_single_letter(&self) -> bool {
        let last = self.bytes.last();
        match self.word {
            Some(word) => word + 1 == self.bytes.len() && last.is_some_and(u8::is_ascii_alphabetic),
            None => last == Some(&b'+') && !self.gap,
        }
    }

    /// `&` is the word "and".
    fn emit_and(&mut self, start: usize, end: usize) {
        self.gap = true;
        for letter in "and".chars() {
            self.emit(letter, start, end);
        }
        self.gap = true;
    }

    fn emit(&mut self, c: char, start: usize, end: usize) {
        let from = self.bytes.len();
        let mut buffer = [0; 4];
        self.bytes
            .extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        if start + c.len_utf8() != end {
            self.ends.push((from as u32, end as u32));
        }
        let before = self.origins.last();
        if before.is_some_and(|before| before & !GAP == start as u32) {
            self.inner.push(from as u32);
        }
        self.origins.resize(self.bytes.len(), start as u32);
        self.trace_gap(from);
    }

    /// Notes the origins of bytes that stand for themselves.
    fn trace(&mut self, start: usize, end: usize) {
        let from = self.origins.len();
        self.origins.extend(start as u32..end as u32);
        self.trace_gap(from);
    }

    /// Notes the origins of syllables, three bytes each.
    fn trace_syllables(&mut self, start: usize, end: usize) {
        let from = self.origins.len();
        let (start, end) = (start as u32, end as u32);
        let starts = (start..end).map(|at| at - (at - start) % 3);
        self.origins.extend(starts);
        self.trace_gap(from);
    }

    /// Notes the gap before what was folded last, if there is one.
    fn trace_gap(&mut self, from: usize) {
        if self.gap && from < self.origins.len() {
            self.origins[from] |= GAP;
            self.gaps.push(from as u32);
            self.gap = false;
        }
    }

    /// Ends the Latin word that is being folded, if any.
    fn close_word(&mut self, text: &str) {
        if let Some(word) = self.word.take() {
            self.take_plural_off(text, word);
        }
    }

    /// Takes the plural ending off the Latin word that ends here.
    fn take_plural_off(&mut self, text: &str, word: usize) {
        let last = self.bytes.len() - 1;
        if let Some(form) = irregular(&self.bytes[word..]) {
            let end = self.original(last..last + 1).end;
            self.bytes[word..word + form.len()].copy_from_slice(form);
            if word + form.len() <= last {
                self.shorten(word + form.len());
                self.extend_last_to(end);
            }
            return;
        }
        if !matches!(self.bytes[last], b's' | b'e') {
            return;
        }
        let end = self.original(last..last + 1).end;
        let written = &text[self.origin(word)..end];
        match plural(&self.bytes[word..], written) {
            None => {}
            Some(Plural::S) => self.shorten(last),
            Some(Plural::Ies) => {
                self.shorten(last - 1);
                self.bytes[last - 2] = b'y';
            }
        }
        if drops_e(&self.bytes[word..]) {
            self.shorten(self.bytes.len() - 1);
        }
        if self.bytes.len() <= last {
            self.extend_last_to(end);
        }
    }

    /// The last character stands for all of the original up to `end`.
    fn extend_last_to(&mut self, end: usize) {
        let mut start = self.bytes.len() - 1;
        while self.bytes[start] & 0xC0 == 0x80 {
            start -= 1;
        }
        if self.ends.last().is_some_and(|(at, _)| *at == start as u32) {
            self.ends.pop();
        }
        self.ends.push((start as u32, end as u32));
    }

    fn shorten(&mut self, length: usize) {
        self.bytes.truncate(length);
        self.origins.truncate(length);
        for starts in [&mut self.gaps, &mut self.inner] {
            while starts.last().is_some_and(|at| *at as usize >= length) {
                starts.pop();
            }
        }
        while self
            .ends
            .last()
            .is_some_and(|(at, _)| *at as usize >= length)
        {
            self.ends.pop();
        }
    }
}
