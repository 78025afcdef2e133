//! The command line; everything is in [`aliansi::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    aliansi::cli::run()
}
