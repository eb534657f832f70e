//! The milestones of a goal: their own small form, how many there are, and their order.

use crate::fields;
use crate::limits::{MILESTONE_TITLE_MAX, MILESTONE_TITLE_MIN, MILESTONES_MAX, line};
use crate::problem::{ProblemCode, Problems};
use chrono::NaiveDate;

draft! {
    /// A milestone's form.
    pub struct MilestoneDraft;
    /// A milestone's fields.
    pub struct MilestoneFields;
    /// Names the fields of a milestone.
    pub enum MilestoneField;

    /// What is to be done.
    title / Title = "title": String, milestone_title;
    /// Until when; empty is open-ended.
    due_on / DueOn = "due_on": Option<NaiveDate>, fields::date;
}

impl MilestoneDraft {
    /// Checks both fields.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn check(&self) -> Result<MilestoneFields, Problems> {
        let mut problems = Problems::default();
        let fields = self.read(&mut problems);
        problems.into_result_of(fields)
    }
}

impl MilestoneFields {
    /// Both fields as a line of the history keeps them: the title, which is one line, and the date below it.
    #[must_use]
    pub fn kept(&self) -> String {
        let MilestoneDraft { title, due_on } = self.into();
        format!("{title}\n{due_on}")
    }

    /// Reads what [`Self::kept`] wrote.
    #[must_use]
    pub fn from_kept(kept: &str) -> Option<Self> {
        let (title, due_on) = kept.split_once('\n')?;
        let due_on = if due_on.is_empty() { None } else { Some(due_on.parse().ok()?) };
        Some(Self { title: title.to_owned(), due_on })
    }
}

fn milestone_title(value: &str) -> Result<String, ProblemCode> {
    line(value, MILESTONE_TITLE_MIN, MILESTONE_TITLE_MAX)
}

/// The titles sent along with a new goal (field `milestones`): empty ones are skipped.
///
/// # Errors
/// The first problem with one of them, or that they are too many.
pub fn milestone_titles(titles: &[String]) -> Result<Vec<String>, Problems> {
    let given = titles.iter().filter(|title| !title.trim().is_empty());
    let clean: Result<Vec<_>, _> = given.map(|title| milestone_title(title)).collect();
    let clean = clean.map_err(|code| Problems::one("milestones", code))?;
    match clean.len().checked_sub(1) {
        Some(others) => room_for_milestone(others).map(|()| clean),
        None => Ok(clean),
    }
}

/// Whether one more milestone may join those that a goal has (field `milestones`).
///
/// # Errors
/// `TooMany`.
pub fn room_for_milestone(existing: usize) -> Result<(), Problems> {
    if existing < MILESTONES_MAX { Ok(()) } else { Err(Problems::one("milestones", ProblemCode::TooMany { max: MILESTONES_MAX })) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_milestone_has_a_title_and_perhaps_a_date() {
        let draft = |title: &str, due_on: &str| MilestoneDraft { title: title.to_owned(), due_on: due_on.to_owned() };
        let due_on = NaiveDate::from_ymd_opt(2026, 5, 1);
        let expected = MilestoneFields { title: "Outline".to_owned(), due_on };
        assert_eq!(draft(" Outline ", "2026-05-01").check(), Ok(expected));
        let mut problems = Problems::default();
        problems.add("title", ProblemCode::TooShort { min: 2 });
        problems.add("due_on", ProblemCode::NotADate);
        assert_eq!(draft("x", "May").check(), Err(problems));
        let too_long = Problems::one("title", ProblemCode::TooLong { max: 160 });
        assert_eq!(draft(&"x".repeat(161), "").check(), Err(too_long));
    }

    #[test]
    fn the_history_reads_what_it_kept() {
        let fields = |title: &str, due_on: &str| MilestoneFields { title: title.to_owned(), due_on: due_on.parse().ok() };
        for fields in [fields("Outline", "2026-05-01"), fields("Outline", "")] {
            assert_eq!(MilestoneFields::from_kept(&fields.kept()), Some(fields));
        }
        assert_eq!(MilestoneFields::from_kept("Outline"), None);
        assert_eq!(MilestoneFields::from_kept("Outline\nsoon"), None);
    }

    #[test]
    fn a_goal_has_at_most_twenty_milestones() {
        let some = |n: usize| vec!["Step".to_owned(); n];
        assert_eq!(milestone_titles(&some(20)), Ok(some(20)));
        let too_many = Problems::one("milestones", ProblemCode::TooMany { max: 20 });
        assert_eq!(milestone_titles(&some(21)), Err(too_many.clone()));
        assert_eq!(room_for_milestone(19), Ok(()));
        assert_eq!(room_for_milestone(20), Err(too_many));
        assert_eq!(milestone_titles(&["  ".to_owned()]), Ok(vec![]));
    }
}
