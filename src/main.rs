//! The `bookgraph` program: hands its arguments to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bookgraph::cli::run(std::env::args_os())
}
