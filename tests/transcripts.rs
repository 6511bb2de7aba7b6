//! Commands and what they print: the README's tour, and `suite/transcripts`.

/// Every console block of the README, and of the transcripts.
#[test]
fn commands_print_what_the_documents_show() {
    // The README starts a library of its own; each run starts it anew.
    let started = crate::support::project().join("target/tour-library");
    if started.exists() {
        std::fs::remove_dir_all(started).expect("a folder of an earlier run");
    }
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .case("README.md")
        .case("tests/suite/transcripts/*.md");
}
