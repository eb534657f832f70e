//! The answers are the same on every machine. (`scripts/matching-wasm` says so of WASM, in `make test`.)

use crate::same;

#[test]
fn the_answers_to_a_fixed_set_of_problems_are_the_ones_written_down() {
    assert_eq!(format!("{:#x}", same::hash()), format!("{:#x}", same::EXPECTED));
}
