//! What blogs want to know of a post.

use jiff::civil::Date;

/// Front matter in YAML. Texts stand in double quotes and are escaped as in JSON,
/// which YAML reads the same way.
pub fn front_matter(title: &str, language: &str, date: Option<Date>, tags: &[&str]) -> String {
    let quoted = |text: &str| {
        serde_json::to_string(&crate::render::harmless(text)).expect("a text can be written")
    };
    let date = date.map_or_else(String::new, |date| format!("date: {date}\n"));
    let tags: Vec<String> = tags.iter().map(|tag| quoted(tag)).collect();
    format!(
        "---\ntitle: {}\n{date}lang: {language}\ntags: [{}]\n---\n\n",
        quoted(title),
        tags.join(", ")
    )
}
