//! Where things stand on a map, as a line in its file, so that the next map of
//! the same notes can put them there again.

mod in_json;

use crate::map::scene::{Scene, SceneKind};
use crate::map::{EarlierMap, Point};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the line starts with.
const MARKER: &str = "bookgraph:positions ";

/// What stands in the line.
#[derive(Deserialize)]
struct Stored {
    kind: String,
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
        // As exactly as they were laid out, so that what is read is what was drawn.
        let place = format!("[{},{}]", center.x, center.y);
        (node.id.as_str(), place)
    });
    let colours = scene.nodes.iter().filter_map(|node| {
        let group = &scene.groups[node.group?];
        Some((node.id.as_str(), group.colour.to_string()))
    });
    Some(format!(
        "{MARKER}{{\"kind\":{},\"language\":{},\"places\":{},\"colours\":{}}}",
        text(scene.kind.name()),
        text(scene.language.code()),
        object(places),
        object(colours),
    ))
}

/// Reads where concepts stand in the files of a map, of any format: from the
/// lines, or, in JSON, from the nodes. What is missing or damaged is not there.
pub fn read(files: &[String]) -> EarlierMap {
    let maps: Vec<Stored> = files.iter().flat_map(|file| stored(file)).collect();
    let has_overview = maps
        .iter()
        .any(|map| map.kind == SceneKind::Overview.name());
    let books = maps.into_iter();
    let books = books.filter(|map| map.kind == SceneKind::Book.name());
    let mut earlier = EarlierMap::default();
    for map in books {
        let places = map.places.into_iter();
        let places = places.map(|(id, [x, y])| (id, Point::new(x, y)));
        earlier.places.extend(places);
        match has_overview {
            true => earlier.group_colours.extend(map.colours),
            false => earlier.colours.extend(map.colours),
        }
    }
    earlier
}

/// Whether a file has an overview, which other files belong to.
pub fn is_overview(file: &str) -> bool {
    let maps = stored(file);
    matches!(&maps[..], [map] if map.kind == SceneKind::Overview.name())
}

fn stored(file: &str) -> Vec<Stored> {
    let lines = file.match_indices(MARKER).filter_map(|(at, _)| {
        // What comes after the object belongs to the file.
        let rest = &file[at + MARKER.len()..];
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Stored>();
        stream.next()?.ok()
    });
    let lines: Vec<Stored> = lines.collect();
    match lines.is_empty() {
        true => in_json::read(file).into_iter().collect(),
        false => lines,
    }
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
