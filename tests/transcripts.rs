//! Commands and what they print: the README's tour, and `suite/transcripts`.

/// Every console block of the README, and of the transcripts.
#[test]
fn commands_print_what_the_documents_show() {
    // The README writes into target/, wherever cargo builds, and starts a
    // library there; each run starts it anew.
    let target = crate::support::project().join("target");
    std::fs::create_dir_all(&target).expect("a folder to write into");
    let started = target.join("tour-library");
    if started.exists() {
        std::fs::remove_dir_all(started).expect("a folder of an earlier run");
    }
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .case("README.md")
        .case("docs/query-language.md")
        .case("tests/suite/transcripts/*.md");
}
