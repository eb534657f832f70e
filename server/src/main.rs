//! `trellis`: see [`server`].

use std::process::ExitCode;

/// A page is thousands of small pieces that live for a millisecond, made by many threads at once. The system's allocator takes a
/// quarter of the time of a list of mentors, and more in a container with musl.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    server::run()
}
