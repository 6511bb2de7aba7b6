//! Where things stand on a map, as a line in its file, so that the next map of
//! the same notes can put them there again.

mod in_json;

use super::number::number;
use crate::map::Point;
use crate::map::scene::{Scene, SceneKind};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the line starts with.
const MARKER: &str = "bookgraph:positions ";

/// Where things stood on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Positions {
    /// The kind of the map, by its name.
    pub kind: String,
    /// The language of its labels, by its code: labels make boxes wide.
    pub language: String,
    /// The middle of each node, by its id.
    pub places: BTreeMap<String, Point>,
    /// The colour of each group, by the id of its first member.
    pub colours: BTreeMap<String, u8>,
}

/// What stands in the line.
#[derive(Deserialize)]
struct Stored {
    kind: String,
    language: String,
    places: BTreeMap<String, [f64; 2]>,
    #[serde(default)]
    colours: BTreeMap<String, u8>,
}

/// The line for a file of a scene whose layout is worth keeping; the other
/// kinds follow from the notes alone. It may stand in XML, in HTML and in a
/// comment as it is.
pub fn line(scene: &Scene) -> Option<String> {
    if !matches!(scene.kind, SceneKind::Book | SceneKind::Overview) {
        return None;
    }
    let places = scene.nodes.iter().map(|node| {
        let center = node.rect.center();
        let place = format!("[{},{}]", number(center.x), number(center.y));
        (node.id.as_str(), place)
    });
    let colours = scene
        .groups
        .iter()
        .enumerate()
        .filter_map(|(index, group)| {
            let mut nodes = scene.nodes.iter();
            let first = nodes.find(|node| node.group == Some(index))?;
            Some((first.id.as_str(), group.colour.to_string()))
        });
    Some(format!(
        "{MARKER}{{\"kind\":{},\"language\":{},\"places\":{},\"colours\":{}}}",
        text(scene.kind.name()),
        text(scene.language.code()),
        object(places),
        object(colours),
    ))
}

/// Reads where things stand in a file of any format: from the line, or, in JSON,
/// from the nodes; nothing where that is missing or damaged.
pub fn read(file: &str) -> Option<Positions> {
    let Some((_, rest)) = file.split_once(MARKER) else {
        return in_json::read(file);
    };
    // What comes after the object belongs to the file.
    let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Stored>();
    let stored = stream.next()?.ok()?;
    let places = stored.places.into_iter();
    Some(Positions {
        kind: stored.kind,
        language: stored.language,
        places: places.map(|(id, [x, y])| (id, Point::new(x, y))).collect(),
        colours: stored.colours,
    })
}

/// An object of values that are written already; of several with a name the
/// first.
fn object<'a>(members: impl Iterator<Item = (&'a str, String)>) -> String {
    let mut object: BTreeMap<&str, String> = BTreeMap::new();
    for (name, value) in members {
        object.entry(name).or_insert(value);
    }
    let members: Vec<String> = object
        .into_iter()
        .map(|(name, value)| format!("{}:{value}", text(name)))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// A text in JSON, without the characters that mean something in XML or end a
/// comment, and without those that XML may not hold.
fn text(text: &str) -> String {
    let json = serde_json::to_string(text).expect("a text can be written as JSON");
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<'
            | '>'
            | '&'
            | '\''
            | '\u{7F}'..='\u{9F}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{FFFE}'
            | '\u{FFFF}' => safe.push_str(&escape(c)),
            '-' if safe.ends_with('-') => safe.push_str(&escape(c)),
            c => safe.push(c),
        }
    }
    safe
}

/// `\u003c`.
fn escape(c: char) -> String {
    format!("\\u{:04x}", u32::from(c))
}
