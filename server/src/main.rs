//! trellis.
fn main() {}
