//! HTML in Markdown: its words.

/// Names of elements. What stands in angle brackets and is none of these is a text:
/// `<Working Backwards>`.
const ELEMENTS: [&str; 66] = [
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "blockquote",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];
/// Elements whose content is no text.
const MUTE: [&str; 4] = ["script", "style", "svg", "video"];

/// A tag is no longer than this, in characters.
const LONGEST: usize = 4096;

/// The words of a piece of HTML: without comments and tags; a line break for `<br>`.
pub(super) fn words(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let inside = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
        let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric());
        let name = inside[..name_end.unwrap_or(inside.len())].to_ascii_lowercase();
        let near = rest.char_indices().take(LONGEST).find(|(_, c)| *c == '>');
        match near.map(|(end, _)| end) {
            Some(_) if MUTE.contains(&name.as_str()) => rest = after_element(rest, &name),
            Some(end) if ELEMENTS.contains(&name.as_str()) => {
                words.push_str(if name == "br" { "\n" } else { "" });
                rest = &rest[end + 1..];
            }
            _ => {
                words.push('<');
                rest = &rest[1..];
            }
        }
    }
    words.push_str(rest);
    words
}

/// What follows the end of an element.
fn after_element<'a>(html: &'a str, name: &str) -> &'a str {
    let ends = html.match_indices("</").find(|(at, _)| {
        let found = html.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    let Some((at, _)) = ends else { return "" };
    html[at..].split_once('>').map_or("", |(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn tags_are_no_words_and_titles_are() {
        for (html, left) in [
            ("<b>굵게</b>", "굵게"),
            ("a<br/>b", "a\nb"),
            ("<!-- 비밀 -->글", "글"),
            ("<Working Backwards>", "<Working Backwards>"),
            ("<style>x{}</style>글", "글"),
            ("<div class='x'>글</div>", "글"),
        ] {
            assert_eq!(words(html), left);
        }
    }
}
