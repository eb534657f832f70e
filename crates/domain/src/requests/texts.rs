//! The texts of a request: the first one, the conversation, and the word at its end.

use crate::fields::choice;
use crate::ids::PersonId;
use crate::limits::{REQUEST_TEXT_MAX, REQUEST_TEXT_MIN, TEXT_MAX, optional, text};
use crate::problem::Problems;

/// The text with which a mentee asks (field `body`): long enough that a mentor can say yes to it.
///
/// # Errors
/// The problem with it.
pub fn opening(body: &str) -> Result<String, Problems> {
    text(body, REQUEST_TEXT_MIN, REQUEST_TEXT_MAX).map_err(|code| Problems::one("body", code))
}

/// A question back or its answer (field `body`): may be as short as "Yes".
///
/// # Errors
/// The problem with it.
pub fn reply(body: &str) -> Result<String, Problems> {
    text(body, 1, REQUEST_TEXT_MAX).map_err(|code| Problems::one("body", code))
}

/// The kind word with which one accepts, declines or withdraws (field `word`); none is fine.
///
/// # Errors
/// The problem with it.
pub fn closing_word(word: &str) -> Result<Option<String>, Problems> {
    text(word, 0, TEXT_MAX).map(optional).map_err(|code| Problems::one("word", code))
}

/// The two people chosen in the form of pairing by hand (fields `mentee` and `mentor`), in this order.
///
/// # Errors
/// The problems with them.
pub fn pair(mentee: &str, mentor: &str) -> Result<(PersonId, PersonId), Problems> {
    let mut problems = Problems::default();
    let mentee = problems.check("mentee", choice(mentee));
    let mentor = problems.check("mentor", choice(mentor));
    match (mentee, mentor) {
        (Some(mentee), Some(mentor)) => Ok((mentee, mentor)),
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::ProblemCode;

    #[test]
    fn a_request_needs_twenty_characters_after_trimming() {
        let short = format!("  {}  ", "é".repeat(19));
        let too_short = Problems::one("body", ProblemCode::TooShort { min: 20 });
        assert_eq!(opening(&short), Err(too_short));
        assert_eq!(opening(&"é".repeat(20)), Ok("é".repeat(20)));
        assert_eq!(opening(" \n "), Err(Problems::one("body", ProblemCode::Required)));
    }

    #[test]
    fn a_text_ends_at_two_thousand_characters() {
        assert!(opening(&"語".repeat(2000)).is_ok());
        let too_long = Problems::one("body", ProblemCode::TooLong { max: 2000 });
        assert_eq!(opening(&"語".repeat(2001)), Err(too_long.clone()));
        assert_eq!(reply(&"語".repeat(2001)), Err(too_long));
    }

    #[test]
    fn an_answer_may_be_short_and_a_kind_word_may_be_missing() {
        assert_eq!(reply("Yes"), Ok("Yes".to_owned()));
        assert_eq!(closing_word("  "), Ok(None));
        assert_eq!(closing_word(" Good luck! "), Ok(Some("Good luck!".to_owned())));
        let too_long = Problems::one("word", ProblemCode::TooLong { max: 2000 });
        assert_eq!(closing_word(&"a".repeat(2001)), Err(too_long));
    }

    #[test]
    fn two_people_must_be_chosen() {
        let id = "00000000-0000-0000-0000-00000000000";
        let (one, other) = (format!("{id}1"), format!("{id}2"));
        let chosen = pair(&one, &other).map(|(mentee, mentor)| (mentee.to_string(), mentor.to_string()));
        assert_eq!(chosen, Ok((one, other.clone())));
        let mut both = Problems::one("mentee", ProblemCode::Required);
        both.add("mentor", ProblemCode::NotAChoice);
        assert_eq!(pair(" ", "Noor"), Err(both));
        assert_eq!(pair("", &other), Err(Problems::one("mentee", ProblemCode::Required)));
    }
}
