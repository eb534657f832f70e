//! A goal as a form sends it, and as it is kept once it was found valid.

use super::ProgressMode;
use crate::fields;
use crate::limits::{GOAL_TEXT_MAX, GOAL_TITLE_MAX, GOAL_TITLE_MIN, TEXT_MAX, line, text};
use crate::problem::{ProblemCode, Problems};
use chrono::NaiveDate;

draft! {
    /// A goal's form.
    pub struct GoalDraft;
    /// The fields of a goal that are edited together.
    pub struct GoalFields;
    /// Names the fields of a goal, in its form and in its history.
    pub enum GoalField;
    /// The kinds of line in a goal's history: a field's change, or something that happened to the goal.
    pub enum GoalChange {
        /// The goal was made, or proposed (`after`: the state it began in).
        Made = "made",
        /// Its state changed.
        Status = "status",
        /// A milestone was added (`after`: its title).
        MilestoneAdded = "milestone_added",
        /// A milestone's words changed (both titles).
        MilestoneChanged = "milestone_changed",
        /// A milestone's date changed (both titles and dates, as [`super::MilestoneFields::kept`] writes them).
        MilestoneDue = "milestone_due",
        /// A milestone was moved to another place (`after`: its title).
        MilestoneMoved = "milestone_moved",
        /// A milestone was removed (`before`: its title).
        MilestoneRemoved = "milestone_removed",
        /// A milestone was ticked (`after`: its title).
        MilestoneDone = "milestone_done",
        /// A milestone was unticked (`after`: its title).
        MilestoneUndone = "milestone_undone",
    }

    /// What is to be reached.
    title / Title = "title": String, |value| line(value, GOAL_TITLE_MIN, GOAL_TITLE_MAX);
    /// Why it matters.
    why / Why = "why": String, |value| text(value, 0, GOAL_TEXT_MAX);
    /// How success is seen.
    success / Success = "success": String, |value| text(value, 0, GOAL_TEXT_MAX);
    /// Until when; empty is open-ended.
    target_on / TargetOn = "target_on": Option<NaiveDate>, fields::date;
    /// How progress is told; empty is by milestones.
    progress_mode / ProgressMode = "progress_mode": ProgressMode, mode;
    /// Progress set by hand, in percent; empty is 0.
    progress / Progress = "progress": i32, |value| fields::optional_number(value, 0, 100).map(Option::unwrap_or_default);
}

impl GoalDraft {
    /// Checks everything; the target date isn't before the mentorship's first day.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn check(&self, mentorship_began: Option<NaiveDate>) -> Result<GoalFields, Problems> {
        let mut problems = Problems::default();
        let fields = self.read(&mut problems);
        if let (Ok(Some(target)), Some(began)) = (fields::date(&self.target_on), mentorship_began)
            && target < began
        {
            problems.add(GoalField::TargetOn.as_str(), ProblemCode::BeforeStart);
        }
        problems.into_result_of(fields)
    }
}

fn mode(value: &str) -> Result<ProgressMode, ProblemCode> {
    if value.is_empty() { Ok(ProgressMode::Milestones) } else { fields::choice(value) }
}

/// A comment on a goal (field `body`).
///
/// # Errors
/// The problem with it.
pub fn comment(body: &str) -> Result<String, Problems> {
    text(body, 1, TEXT_MAX).map_err(|code| Problems::one("body", code))
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
