//! `trellis`: see [`server`].

use std::process::ExitCode;

fn main() -> ExitCode {
    server::run()
}
