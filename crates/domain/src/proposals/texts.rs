//! The form of a no, and the moment of the one reminder.

use super::NoReason;
use crate::fields::choice;
use crate::limits::{PROPOSAL_WORD_MAX, optional, text};
use crate::problem::Problems;
use chrono::{DateTime, TimeDelta, Utc};

/// A no: why, and perhaps a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct No {
    /// Why.
    pub reason: NoReason,
    /// More about it.
    pub word: Option<String>,
}

impl No {
    /// The form (fields `reason` and `word`).
    ///
    /// # Errors
    /// No reason chosen, or a text that is too long.
    pub fn check(reason: &str, word: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let reason = problems.check("reason", choice(reason));
        let word = problems.check("word", text(word, 0, PROPOSAL_WORD_MAX).map(optional));
        match (reason, word) {
            (Some(reason), Some(word)) => Ok(Self { reason, word }),
            _ => Err(problems),
        }
    }
}

/// When whoever hasn't answered is reminded, once: when a third of the time is left, and two days before the end at the earliest.
#[must_use]
pub fn reminder_at(made: DateTime<Utc>, due: DateTime<Utc>) -> DateTime<Utc> {
    let third = due.signed_duration_since(made) / 3;
    due.checked_sub_signed(third.min(TimeDelta::days(2))).unwrap_or(due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::ProblemCode;

    #[test]
    fn a_no_has_a_reason_and_may_have_a_text() {
        let no = |reason, word: &str| No::check(reason, word);
        assert_eq!(no("no_time", "  "), Ok(No { reason: NoReason::NoTime, word: None }));
        assert_eq!(no("other", " We are siblings. "), Ok(No { reason: NoReason::Other, word: Some("We are siblings.".to_owned()) }));
        assert_eq!(no("", ""), Err(Problems::one("reason", ProblemCode::Required)));
        assert_eq!(no("because", ""), Err(Problems::one("reason", ProblemCode::NotAChoice)));
        assert!(no("other", &"語".repeat(500)).is_ok());
        assert_eq!(no("other", &"語".repeat(501)), Err(Problems::one("word", ProblemCode::TooLong { max: 500 })));
    }

    #[test]
    fn the_reminder_comes_in_the_last_third_and_not_before_the_last_two_days() {
        let made: DateTime<Utc> = DateTime::UNIX_EPOCH;
        let before = |days: i64| {
            let due = made + TimeDelta::days(days);
            due.signed_duration_since(reminder_at(made, due)).num_hours()
        };
        assert_eq!((before(1), before(3), before(6), before(7), before(60)), (8, 24, 48, 48, 48));
    }
}
