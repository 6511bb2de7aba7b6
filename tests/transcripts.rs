//! Commands and what they print: the README, the tour, and `suite/transcripts`.

/// Every console block of the README, of the tour, and of the transcripts.
#[test]
fn commands_print_what_the_documents_show() {
    // The documents write into target/, wherever cargo builds, and start
    // libraries there; each run starts them anew.
    let target = crate::support::project().join("target");
    std::fs::create_dir_all(&target).expect("a folder to write into");
    for started in ["tour-library", "walden"].map(|name| target.join(name)) {
        if started.exists() {
            std::fs::remove_dir_all(started).expect("a folder of an earlier run");
        }
    }
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .case("README.md")
        .case("docs/tour.md")
        .case("docs/query-language.md")
        .case("tests/suite/transcripts/*.md");
}
