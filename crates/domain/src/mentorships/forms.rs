//! What the forms about a mentorship's end let through.

use crate::fields;
use crate::limits::{GOAL_TEXT_MAX, text};
use crate::problem::Problems;
use serde::{Deserialize, Serialize};

/// Shortest reason for an early end, in characters: a word is none.
const REASON_MIN: usize = 10;
/// Longest sentence of a review, in characters.
pub const SENTENCE_MAX: usize = 280;

/// How it went, as the form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewDraft {
    /// From 1 to 5.
    pub rating: String,
    /// In a sentence; may be empty.
    pub sentence: String,
}

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFields {
    /// From 1 to 5.
    pub rating: i32,
    /// In a sentence; may be empty.
    pub sentence: String,
}

impl ReviewDraft {
    /// Checks both fields.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn check(&self) -> Result<ReviewFields, Problems> {
        let mut problems = Problems::default();
        let rating = problems.check("rating", fields::number(&self.rating, 1, 5));
        let sentence = problems.check("sentence", text(&self.sentence, 0, SENTENCE_MAX));
        match (rating, sentence) {
            (Some(rating), Some(sentence)) => Ok(ReviewFields { rating, sentence }),
            _ => Err(problems),
        }
    }
}

/// The reason for an early end (field `reason`), which the other one reads.
///
/// # Errors
/// The problem with it.
pub fn end_reason(reason: &str) -> Result<String, Problems> {
    text(reason, REASON_MIN, GOAL_TEXT_MAX).map_err(|code| Problems::one("reason", code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::ProblemCode;

    fn review(rating: &str, sentence: &str) -> Result<ReviewFields, Problems> {
        ReviewDraft { rating: rating.to_owned(), sentence: sentence.to_owned() }.check()
    }

    #[test]
    fn a_review_needs_a_rating_and_may_stay_silent() {
        assert_eq!(review("5", " "), Ok(ReviewFields { rating: 5, sentence: String::new() }));
        assert_eq!(review("", "Fine"), Err(Problems::one("rating", ProblemCode::Required)));
        for wrong in ["0", "6", "-1"] {
            assert_eq!(review(wrong, ""), Err(Problems::one("rating", ProblemCode::OutOfRange { min: 1, max: 5 })), "{wrong}");
        }
        assert!(review("3", &"ü".repeat(SENTENCE_MAX)).is_ok());
        assert_eq!(review("3", &"ü".repeat(SENTENCE_MAX + 1)), Err(Problems::one("sentence", ProblemCode::TooLong { max: SENTENCE_MAX })));
    }

    #[test]
    fn an_early_end_is_explained() {
        assert_eq!(end_reason(" I moved to another town. "), Ok("I moved to another town.".to_owned()));
        assert_eq!(end_reason(""), Err(Problems::one("reason", ProblemCode::Required)));
        assert_eq!(end_reason("Bye."), Err(Problems::one("reason", ProblemCode::TooShort { min: 10 })));
    }
}
