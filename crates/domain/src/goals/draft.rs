//! A goal as a form sends it, and as it is kept once it was found fine.

use super::{GoalField, Mergeable, ProgressMode};
use crate::fields;
use crate::limits::{GOAL_TEXT_MAX, GOAL_TITLE_MAX, GOAL_TITLE_MIN, TEXT_MAX, line, text};
use crate::problem::{ProblemCode, Problems};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the form sends; every field is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GoalDraft {
    /// What is to be reached.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How success is seen.
    pub success: String,
    /// Until when; empty is open-ended.
    pub target_on: String,
    /// The word of a [`ProgressMode`]; empty is by milestones.
    pub progress_mode: String,
    /// Percent, when told by hand; empty is 0.
    pub progress: String,
}

/// The fields of a goal that are edited together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalFields {
    /// What is to be reached.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How success is seen.
    pub success: String,
    /// Until when.
    pub target_on: Option<NaiveDate>,
    /// How progress is told.
    pub progress_mode: ProgressMode,
    /// Progress set by hand, in percent.
    pub progress: i32,
}

impl GoalDraft {
    /// Checks everything; the target date isn't before the mentorship's first day.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn check(&self, mentorship_began: Option<NaiveDate>) -> Result<GoalFields, Problems> {
        let mut problems = Problems::default();
        let title = problems.check("title", line(&self.title, GOAL_TITLE_MIN, GOAL_TITLE_MAX));
        let why = problems.check("why", text(&self.why, 0, GOAL_TEXT_MAX));
        let success = problems.check("success", text(&self.success, 0, GOAL_TEXT_MAX));
        let target_on = problems.check("target_on", target(&self.target_on, mentorship_began));
        let progress_mode = problems.check("progress_mode", mode(&self.progress_mode));
        let progress = problems.check("progress", fields::optional_number(&self.progress, 0, 100));
        match (title, why, success, target_on, progress_mode, progress) {
            (Some(title), Some(why), Some(success), Some(target_on), Some(progress_mode), Some(by_hand)) => {
                let progress = by_hand.unwrap_or(0);
                Ok(GoalFields { title, why, success, target_on, progress_mode, progress })
            }
            _ => Err(problems),
        }
    }
}

impl GoalDraft {
    /// Takes one field over from another draft.
    pub fn take(&mut self, field: GoalField, from: &Self) {
        match field {
            GoalField::Title => self.title.clone_from(&from.title),
            GoalField::Why => self.why.clone_from(&from.why),
            GoalField::Success => self.success.clone_from(&from.success),
            GoalField::TargetOn => self.target_on.clone_from(&from.target_on),
            GoalField::ProgressMode => self.progress_mode.clone_from(&from.progress_mode),
            GoalField::Progress => self.progress.clone_from(&from.progress),
        }
    }
}

impl From<&GoalFields> for GoalDraft {
    /// The form that would save these fields.
    fn from(fields: &GoalFields) -> Self {
        Self {
            title: fields.title.clone(),
            why: fields.why.clone(),
            success: fields.success.clone(),
            target_on: fields.target_on.map(|date| date.to_string()).unwrap_or_default(),
            progress_mode: fields.progress_mode.to_string(),
            progress: fields.progress.to_string(),
        }
    }
}

fn target(value: &str, began: Option<NaiveDate>) -> Result<Option<NaiveDate>, ProblemCode> {
    let date = fields::date(value)?;
    match (date, began) {
        (Some(date), Some(began)) if date < began => Err(ProblemCode::BeforeStart),
        _ => Ok(date),
    }
}

fn mode(value: &str) -> Result<ProgressMode, ProblemCode> {
    if value.is_empty() { Ok(ProgressMode::Milestones) } else { fields::choice(value) }
}

impl Mergeable for GoalFields {
    type Field = GoalField;

    const FIELDS: &'static [GoalField] = GoalField::ALL;

    fn shown(&self, field: GoalField) -> Option<String> {
        let words = |value: &String| (!value.is_empty()).then(|| value.clone());
        match field {
            GoalField::Title => words(&self.title),
            GoalField::Why => words(&self.why),
            GoalField::Success => words(&self.success),
            GoalField::TargetOn => self.target_on.map(|date| date.to_string()),
            GoalField::ProgressMode => Some(self.progress_mode.to_string()),
            GoalField::Progress => Some(self.progress.to_string()),
        }
    }

    fn take(&mut self, field: GoalField, from: &Self) {
        match field {
            GoalField::Title => self.title.clone_from(&from.title),
            GoalField::Why => self.why.clone_from(&from.why),
            GoalField::Success => self.success.clone_from(&from.success),
            GoalField::TargetOn => self.target_on = from.target_on,
            GoalField::ProgressMode => self.progress_mode = from.progress_mode,
            GoalField::Progress => self.progress = from.progress,
        }
    }
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
