//! XML, written by `quick-xml`.

use crate::render::harmless;
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// A tag with its attributes. Values are escaped.
pub(super) struct Tag(BytesStart<'static>);

impl Tag {
    pub(super) fn new(name: &'static str) -> Self {
        Self(BytesStart::new(name))
    }

    /// Adds an attribute; what no XML may hold becomes U+FFFD.
    pub(super) fn with(mut self, name: &str, value: impl AsRef<str>) -> Self {
        let value = harmless(value.as_ref());
        self.0.push_attribute((name, value.as_str()));
        self
    }

    /// Adds an attribute where there is a value.
    pub(super) fn maybe(self, name: &str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

/// A document in the making.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self {
            writer: Writer::new_with_indent(Vec::new(), b' ', 1),
            open: Vec::new(),
        }
    }

    /// Starts an element of a name.
    pub(super) fn open(&mut self, name: &'static str, with: impl FnOnce(Tag) -> Tag) {
        self.event(Event::Start(with(Tag::new(name)).0));
        self.open.push(name);
    }

    /// Ends the element that was started last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, tag: Tag) {
        self.event(Event::Empty(tag.0));
    }

    /// An element with lines of text.
    pub(super) fn text(&mut self, tag: Tag, lines: &[impl AsRef<str>]) {
        let clean: Vec<String> = lines.iter().map(|line| harmless(line.as_ref())).collect();
        self.content(tag, BytesText::new(&clean.join("\n")));
    }

    /// An element with text that is safe in XML as it is.
    pub(super) fn safe_text(&mut self, tag: Tag, text: &str) {
        self.content(tag, BytesText::from_escaped(text));
    }

    fn content(&mut self, tag: Tag, text: BytesText<'_>) {
        let end = tag.0.to_end().into_owned();
        self.event(Event::Start(tag.0));
        self.event(Event::Text(text));
        self.event(Event::End(end));
    }

    /// The document, with a line break at its end.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        String::from_utf8(bytes).expect("only texts were written")
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer
            .write_event(event)
            .expect("memory takes all that is written");
    }
}
