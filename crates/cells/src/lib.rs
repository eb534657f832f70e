//! What one cell of a table says, as people, form tools and office programs write it.
//!
//! **What it is for.** The smallest things that both doors for files must understand alike, and forms too: marks that nobody
//! sees, words that mean "no answer", addresses with something around them, lists with any separator, remarks behind a value,
//! names in any order, numbers in words, and what a spreadsheet would take for a formula. Pure, small enough for the client.
//!
//! **What it is not for.** Bytes and lines (the crate `spreadsheet`), or knowing what a column is about (`column-words`).

mod address;
mod fold;
mod formula;
mod garbled;
mod list;
mod marks;
mod names;
mod none;
mod number;
mod rules;

pub use address::{address, addresses};
pub use fold::{fold_header, fold_value};
pub use formula::{defused, undefused};
pub use garbled::garbled;
pub use list::{is_level, pieces, without_remark};
pub use marks::{cleaned, is_empty, is_unseen, trimmed};
pub use names::{Named, people_named, person_named, same_name};
pub use none::{is_no_answer, is_no_answer_for_sure, is_nothing_or_tick};
pub use number::number_in_words;
pub use rules::{Between, Rules, UnknownBetween};

#[cfg(test)]
mod properties;
