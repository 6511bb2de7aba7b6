//! The tags of Naver's posts, which stand in an element of its own: `<tag>a,b</tag>`.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// The tags of each post, by its `guid`. The feed was read before, so an error ends it
/// where there is nothing more to read.
pub(super) fn tags(feed: &str) -> HashMap<String, Vec<String>> {
    let mut reader = Reader::from_str(feed);
    let mut found = HashMap::new();
    let mut element = String::new();
    let (mut guid, mut tags) = (String::new(), String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                element = start.name().as_ref().to_owned();
                if element == "item" {
                    guid.clear();
                    tags.clear();
                }
            }
            Ok(Event::End(end)) => {
                element.clear();
                if end.name().as_ref() == "item" {
                    found.insert(guid.trim().to_owned(), split(&tags));
                }
            }
            Ok(Event::Text(text)) => take(&element, &text, &mut guid, &mut tags),
            Ok(Event::CData(text)) => take(&element, &text, &mut guid, &mut tags),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

fn take(element: &str, text: &str, guid: &mut String, tags: &mut String) {
    match element {
        "guid" => guid.push_str(text),
        "tag" => tags.push_str(text),
        _ => {}
    }
}

fn split(tags: &str) -> Vec<String> {
    let tags = tags.split(',').map(str::trim);
    let tags = tags.filter(|tag| !tag.is_empty());
    tags.map(str::to_owned).collect()
}
