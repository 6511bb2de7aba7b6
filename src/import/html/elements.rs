//! Elements as they open and close.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;

/// What comes next in a piece of HTML.
pub(in crate::import) enum Event<'a> {
    /// An element opens.
    Open(&'a Element),
    /// An element closes: each that opened does, the last first.
    Close(&'a Element),
    /// Words, with entities resolved.
    Words(&'a str),
}

/// An element.
pub(in crate::import) struct Element {
    /// In small letters.
    pub(in crate::import) name: String,
    /// Its classes, as they are written.
    pub(in crate::import) class: String,
}

/// Elements that hold nothing, and have no end.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that end before one of these, if they are not closed.
const ENDS: [(&str, &[&str]); 7] = [
    ("p", &super::BLOCKS),
    ("li", &["li"]),
    ("dt", &["dt", "dd"]),
    ("dd", &["dt", "dd"]),
    ("td", &["td", "th", "tr"]),
    ("th", &["td", "th", "tr"]),
    ("tr", &["tr"]),
];

/// Goes through a piece of HTML. Elements that are not closed close with the one around
/// them, or with the next of their kind, and a paragraph before the next block; what
/// closes nothing is left out.
pub(in crate::import) fn elements(html: &str, see: &mut dyn FnMut(Event<'_>)) {
    let mut emitter = DefaultEmitter::<()>::default();
    // Scripts and the like hold no elements.
    emitter.naively_switch_states(true);
    let mut open = OpenElements::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => open.start(&tag, see),
            Token::EndTag(tag) => open.end(&String::from_utf8_lossy(&tag.name), see),
            Token::String(words) => see(Event::Words(&String::from_utf8_lossy(&words.value))),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    open.close(0, see);
}

/// The elements that are open, the innermost last.
#[derive(Default)]
struct OpenElements {
    elements: Vec<Element>,
    /// How many of each name there are, so that an end that closes nothing costs nothing.
    of_name: HashMap<String, usize>,
}

impl OpenElements {
    fn start(&mut self, tag: &StartTag<()>, see: &mut dyn FnMut(Event<'_>)) {
        let class = tag.attributes.get(b"class".as_slice());
        let element = Element {
            name: String::from_utf8_lossy(&tag.name).into_owned(),
            class: class.map_or_else(String::new, |class| {
                String::from_utf8_lossy(&class.value).into_owned()
            }),
        };
        let name = element.name.as_str();
        while self.elements.last().is_some_and(|last| ends(last, name)) {
            self.close(self.elements.len() - 1, see);
        }
        see(Event::Open(&element));
        let drawing = matches!(name, "svg" | "math");
        if VOID.contains(&name) || (drawing && tag.self_closing) {
            see(Event::Close(&element));
            return;
        }
        *self.of_name.entry(kind(name).to_owned()).or_default() += 1;
        self.elements.push(element);
    }

    fn end(&mut self, name: &str, see: &mut dyn FnMut(Event<'_>)) {
        if self.of_name.get(kind(name)).is_some_and(|count| *count > 0) {
            let of_name = |element: &Element| kind(&element.name) == kind(name);
            let last = self.elements.iter().rposition(of_name);
            last.into_iter().for_each(|last| self.close(last, see));
        } else if matches!(name, "p" | "br") {
            // By the standard, the end alone is an empty one.
            let element = Element {
                name: name.to_owned(),
                class: String::new(),
            };
            see(Event::Open(&element));
            see(Event::Close(&element));
        }
    }

    /// Closes all but the first so many.
    fn close(&mut self, left: usize, see: &mut dyn FnMut(Event<'_>)) {
        while self.elements.len() > left
            && let Some(element) = self.elements.pop()
        {
            let count = self.of_name.get_mut(kind(&element.name));
            count.into_iter().for_each(|count| *count -= 1);
            see(Event::Close(&element));
        }
    }
}

/// Whether an element that is open ends before one of this name.
fn ends(open: &Element, name: &str) -> bool {
    let mut kinds = ENDS.iter();
    kinds.any(|(of, before)| *of == open.name && before.contains(&name))
}

/// The end of a heading closes one of any level.
fn kind(name: &str) -> &str {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "h1",
        _ => name,
    }
}
