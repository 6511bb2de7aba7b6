//! The house plan: a room knows only the rooms on the floors below it.

use crate::support::{files, project};

/// The rooms by floor. Rooms on one floor don't know each other, but for the
/// pairs below.
const FLOORS: [&[&str]; 10] = [
    &["diagnostic", "source", "steps", "text"],
    &["model"],
    &["exchange", "import", "notes", "thesaurus"],
    &["tag", "place"],
    &["graph", "mine", "search"],
    &["analyse", "index", "query"],
    &["lint", "summary"],
    &["map"],
    &["render"],
    &["browse", "export", "store"],
];

/// Rooms that everything below must not know and that know everything.
const TOP: [&str; 1] = ["cli"];

/// What a room may know on its own floor.
const NEIGHBOURS: [(&str, &str); 3] = [
    ("diagnostic", "source"),
    ("text", "source"),
    ("text", "steps"),
];

/// Rooms above that don't touch files: they know neither of these.
const FILES: [&str; 2] = ["notes", "import"];

fn floor(room: &str) -> usize {
    if TOP.contains(&room) {
        return FLOORS.len();
    }
    FLOORS
        .iter()
        .position(|rooms| rooms.contains(&room))
        .unwrap_or_else(|| panic!("the room `{room}` has no floor"))
}

fn allowed(from: &str, to: &str) -> bool {
    let (above, below) = (floor(from), floor(to));
    let reads_files = FILES.contains(&to) && !TOP.contains(&from);
    from == to || NEIGHBOURS.contains(&(from, to)) || (above > below && !reads_files)
}

#[test]
fn no_arrow_runs_up() {
    let source = project().join("src");
    let mut arrows = 0;
    let mut wrong = Vec::new();
    for (path, bytes) in files(&source) {
        let Some(inside) = path
            .strip_prefix(&source)
            .ok()
            .filter(|p| p.extension().is_some_and(|e| e == "rs"))
        else {
            continue;
        };
        let first = inside.iter().next().unwrap().to_string_lossy();
        let room = first.trim_end_matches(".rs");
        if ["lib", "main"].contains(&room) {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        for (line, code) in text.lines().enumerate() {
            let code = code.split("//").next().unwrap_or_default();
            for (at, _) in code.match_indices("crate::") {
                let target: String = code[at + 7..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                arrows += 1;
                if !allowed(room, &target) {
                    wrong.push(format!(
                        "{}:{}: {room} → {target}",
                        inside.display(),
                        line + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(arrows > 150, "only {arrows} arrows were seen");
}

#[test]
fn the_plan_itself_forbids() {
    assert!(!allowed("text", "model") && !allowed("graph", "notes") && !allowed("render", "cli"));
    assert!(!allowed("query", "summary") && allowed("map", "summary") && allowed("cli", "notes"));
}

#[test]
fn main_is_a_door_and_nothing_else() {
    let main = std::fs::read_to_string(project().join("src/main.rs")).unwrap();
    assert!(main.lines().count() <= 30);
}
