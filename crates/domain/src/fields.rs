//! Typed values out of what a form sends, which is always text: a date, a number, one of a closed set.
//!
//! Lengths are [`crate::limits`]' business.

use crate::problem::ProblemCode;
use chrono::NaiveDate;
use std::str::FromStr;

/// A date as `<input type=date>` sends it; an empty field is none.
///
/// # Errors
/// `NotADate`, also for years that no program reaches.
pub fn date(value: &str) -> Result<Option<NaiveDate>, ProblemCode> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    let date = NaiveDate::parse_from_str(value, "%Y-%m-%d").map_err(|_| ProblemCode::NotADate)?;
    let (first, last) = (NaiveDate::from_ymd_opt(1900, 1, 1), NaiveDate::from_ymd_opt(2999, 12, 31));
    if Some(date) < first || Some(date) > last { Err(ProblemCode::NotADate) } else { Ok(Some(date)) }
}

/// A whole number in its range; the field must be filled in.
///
/// # Errors
/// `Required`, `NotANumber` or `OutOfRange`.
pub fn number(value: &str, min: i32, max: i32) -> Result<i32, ProblemCode> {
    match optional_number(value, min, max)? {
        Some(number) => Ok(number),
        None => Err(ProblemCode::Required),
    }
}

/// A whole number in its range; an empty field is none.
///
/// # Errors
/// `NotANumber` or `OutOfRange`.
pub fn optional_number(value: &str, min: i32, max: i32) -> Result<Option<i32>, ProblemCode> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    let number = i64::from_str(value).map_err(|_| ProblemCode::NotANumber)?;
    match i32::try_from(number) {
        Ok(number) if (min..=max).contains(&number) => Ok(Some(number)),
        _ => Err(ProblemCode::OutOfRange { min: min.into(), max: max.into() }),
    }
}

/// One of a closed set, by its word.
///
/// # Errors
/// `Required` or `NotAChoice`.
pub fn choice<T: FromStr>(value: &str) -> Result<T, ProblemCode> {
    let value = value.trim();
    if value.is_empty() {
        return Err(ProblemCode::Required);
    }
    value.parse().map_err(|_| ProblemCode::NotAChoice)
}

/// Several of a closed set, each once, in the order given; empty ones are skipped, as a form may send them.
///
/// # Errors
/// `NotAChoice` or `TooMany`.
pub fn choices<T: FromStr + PartialEq>(values: &[String], max: usize) -> Result<Vec<T>, ProblemCode> {
    let mut chosen: Vec<T> = Vec::new();
    for value in values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()) {
        let value = value.parse().map_err(|_| ProblemCode::NotAChoice)?;
        if !chosen.contains(&value) {
            chosen.push(value);
        }
    }
    if chosen.len() > max { Err(ProblemCode::TooMany { max }) } else { Ok(chosen) }
}

/// Whether a tick box is ticked: a browser sends its value, or nothing.
#[must_use]
pub fn ticked(value: &str) -> bool {
    matches!(value.trim(), "on" | "true" | "1" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::goals::GoalStatus;

    #[test]
    fn a_date_is_read_as_the_browser_sends_it() {
        assert_eq!(date(""), Ok(None));
        assert_eq!(date(" 2026-02-28 "), Ok(NaiveDate::from_ymd_opt(2026, 2, 28)));
        for wrong in ["28.2.2026", "2026-02-30", "0026-02-03", "9999-01-01", "tomorrow"] {
            assert_eq!(date(wrong), Err(ProblemCode::NotADate), "{wrong}");
        }
    }

    #[test]
    fn a_number_is_whole_and_in_its_range() {
        assert_eq!(number(" 7 ", 1, 9), Ok(7));
        assert_eq!(number("", 1, 9), Err(ProblemCode::Required));
        assert_eq!(optional_number("", 1, 9), Ok(None));
        assert_eq!(number("seven", 1, 9), Err(ProblemCode::NotANumber));
        for wrong in ["0", "10", "99999999999"] {
            assert_eq!(number(wrong, 1, 9), Err(ProblemCode::OutOfRange { min: 1, max: 9 }));
        }
    }

    #[test]
    fn a_choice_is_one_of_the_words_on_offer() {
        assert_eq!(choice("open"), Ok(GoalStatus::Open));
        assert_eq!(choice::<GoalStatus>("closed"), Err(ProblemCode::NotAChoice));
        assert_eq!(choice::<GoalStatus>(""), Err(ProblemCode::Required));
        let sent = ["open", "", "achieved", "open"].map(str::to_owned);
        assert_eq!(choices(&sent, 2), Ok(vec![GoalStatus::Open, GoalStatus::Achieved]));
        assert_eq!(choices::<GoalStatus>(&sent, 1), Err(ProblemCode::TooMany { max: 1 }));
    }

    #[test]
    fn a_box_is_ticked_or_not() {
        assert!(ticked("on") && ticked("true") && ticked("1"));
        assert!(!ticked("") && !ticked("off") && !ticked("false"));
    }
}
