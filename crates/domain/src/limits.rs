//! The project's numbers in one place, and the checks that every text field goes through.

use crate::problem::ProblemCode;
use unicode_normalization::UnicodeNormalization;

/// Longest name of a person, an organisation or a program, in characters.
pub const NAME_MAX: usize = 80;
/// Longest one-line text, in characters.
pub const LINE_MAX: usize = 160;
/// Longest free text, in characters.
pub const TEXT_MAX: usize = 2_000;
/// Shortest text of a request, in characters.
pub const REQUEST_TEXT_MIN: usize = 20;
/// Longest text of a request, in characters.
pub const REQUEST_TEXT_MAX: usize = 2_000;
/// Longest description or agreement, in characters.
pub const LONG_TEXT_MAX: usize = 10_000;
/// Password length, in characters.
pub const PASSWORD_MIN: usize = 10;
/// Password length, in characters.
pub const PASSWORD_MAX: usize = 128;
/// Open requests a mentee may have in one program unless the program says otherwise.
pub const OPEN_REQUESTS_DEFAULT: i32 = 5;
/// Days a mentor has to answer unless the program says otherwise.
pub const REQUEST_DAYS_DEFAULT: i32 = 14;
/// Days that both have to answer a proposed mentorship unless the program says otherwise.
pub const PROPOSAL_DAYS_DEFAULT: i32 = 7;
/// Most days to answer a proposed mentorship.
pub const PROPOSAL_DAYS_MAX: i32 = 60;
/// Longest text of why somebody says no to a proposed mentorship, in characters.
pub const PROPOSAL_WORD_MAX: usize = 500;
/// Most mentees one mentor may take in one program.
pub const CAPACITY_MAX: i32 = 200;
/// Shortest title of a goal, in characters.
pub const GOAL_TITLE_MIN: usize = 3;
/// Longest title of a goal, in characters.
pub const GOAL_TITLE_MAX: usize = 120;
/// Longest text of why a goal matters and how its success is seen, in characters.
pub const GOAL_TEXT_MAX: usize = 1_000;
/// Shortest title of a milestone, in characters.
pub const MILESTONE_TITLE_MIN: usize = 2;
/// Longest title of a milestone, in characters.
pub const MILESTONE_TITLE_MAX: usize = 160;
/// Most milestones of one goal.
pub const MILESTONES_MAX: usize = 20;
/// Cards on one page of a list.
pub const PAGE_SIZE: usize = 24;
/// Most skills a person may list on one side.
pub const SKILLS_MAX: usize = 30;
/// Longest name of a skill that somebody adds, in characters.
pub const SKILL_NAME_MAX: usize = 60;
/// Most skills that one person may add to the taxonomy.
pub const CUSTOM_SKILLS_MAX: usize = 100;
/// Largest file of a picture, in mebibytes.
pub const PICTURE_MIB_MAX: usize = 8;

/// Normalises a one-line text (NFC, control characters out, white space folded) and checks its length in characters.
///
/// # Errors
/// `Required` when `min > 0` and nothing is left, else `TooShort` or `TooLong`.
pub fn line(value: &str, min: usize, max: usize) -> Result<String, ProblemCode> {
    let clean: String = value.nfc().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    length(clean, min, max)
}

/// Normalises a text of several lines (NFC, `\n` line ends, other control characters out, ends trimmed) and checks its
/// length in characters.
///
/// # Errors
/// `Required` when `min > 0` and nothing is left, else `TooShort` or `TooLong`.
pub fn text(value: &str, min: usize, max: usize) -> Result<String, ProblemCode> {
    let unified = value.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = unified.nfc().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    length(clean.trim().to_owned(), min, max)
}

fn length(value: String, min: usize, max: usize) -> Result<String, ProblemCode> {
    let n = value.chars().count();
    if n == 0 && min > 0 {
        Err(ProblemCode::Required)
    } else if n < min {
        Err(ProblemCode::TooShort { min })
    } else if n > max {
        Err(ProblemCode::TooLong { max })
    } else {
        Ok(value)
    }
}

/// An empty text is nothing.
#[must_use]
pub fn optional(value: String) -> Option<String> {
    if value.is_empty() { None } else { Some(value) }
}

/// A whole number in its range.
///
/// # Errors
/// `OutOfRange` with the range.
pub fn range(value: i32, min: i32, max: i32) -> Result<i32, ProblemCode> {
    if (min..=max).contains(&value) { Ok(value) } else { Err(ProblemCode::OutOfRange { min: min.into(), max: max.into() }) }
}
