//! Goals in the reader's words: dates to keep, lines of the history, values of fields.

use crate::{Actor, Ctx};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::goals::views::When;
use domain::goals::{GoalChange, GoalField, GoalStatus, ProgressMode};
use i18n::{I18n, Key, m};

/// The reader: their words, their day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// Their words.
    pub i18n: I18n,
    /// Today, where they are.
    pub today: NaiveDate,
}

impl<'a> Reader<'a> {
    pub fn new(ctx: &Ctx, actor: &'a Actor) -> Self {
        let today = ctx.now().with_timezone(&actor.tz()).date_naive();
        Self { actor, i18n: I18n::of(actor.locale), today }
    }

    /// A date to keep; `over` when there is nothing to keep any more.
    pub fn when(&self, on: NaiveDate, over: bool) -> When {
        let date = self.i18n.date(on);
        let words = if over {
            date
        } else {
            let days = self.i18n.days((on - self.today).num_days());
            self.i18n.f(m::GOALS_DATE_DAYS, &[("date", &date), ("days", &days)])
        };
        When { on, words, late: !over && on < self.today }
    }

    /// An instant.
    pub fn at(&self, at: DateTime<Utc>) -> String {
        let local: NaiveDateTime = at.with_timezone(&self.actor.tz()).naive_local();
        self.i18n.date_time(local)
    }

    /// A line of the history: who did it, and what; `more` fills in what else the sentence says.
    pub fn line(&self, change: GoalChange, name: &str, more: &[(&str, &str)]) -> String {
        match (sentence(change), change.field()) {
            (Some(key), _) => self.i18n.f(key, &[&[("name", name)], more].concat()),
            (None, Some(field)) => field_changed(self.i18n, field, name),
            (None, None) => String::new(),
        }
    }

    /// A field's value as the history shows it.
    pub fn value(&self, change: GoalChange, value: &str) -> String {
        let known = match change {
            GoalChange::TargetOn => value.parse().ok().map(|day| self.i18n.date(day)),
            GoalChange::ProgressMode => value.parse().ok().map(|mode| self.i18n.t(mode_name(mode)).to_owned()),
            GoalChange::Progress => value.parse().ok().map(|n| self.i18n.f(m::GOALS_PERCENT, &[("percent", &self.i18n.number(n))])),
            GoalChange::Status | GoalChange::Made => value.parse().ok().map(|status| self.i18n.t(status_name(status)).to_owned()),
            _ => None,
        };
        known.unwrap_or_else(|| value.to_owned())
    }
}

/// The name of a state.
pub(super) const fn status_name(status: GoalStatus) -> Key {
    match status {
        GoalStatus::Proposed => m::GOALS_STATUS_PROPOSED,
        GoalStatus::Open => m::GOALS_STATUS_OPEN,
        GoalStatus::Achieved => m::GOALS_STATUS_ACHIEVED,
        GoalStatus::Dropped => m::GOALS_STATUS_DROPPED,
    }
}

const fn mode_name(mode: ProgressMode) -> Key {
    match mode {
        ProgressMode::Milestones => m::GOALS_MODE_MILESTONES,
        ProgressMode::Hand => m::GOALS_MODE_HAND,
    }
}

/// A line of the history; its `{name}` is who did it. None for a field that is told by its label.
const fn sentence(change: GoalChange) -> Option<Key> {
    Some(match change {
        GoalChange::Made => m::GOALS_TRACE_MADE,
        GoalChange::Status => m::GOALS_TRACE_STATUS,
        GoalChange::Title => m::GOALS_TRACE_TITLE,
        GoalChange::TargetOn => m::GOALS_TRACE_TARGET,
        GoalChange::ProgressMode => m::GOALS_TRACE_MODE,
        GoalChange::Progress => m::GOALS_TRACE_PROGRESS,
        GoalChange::MilestoneAdded => m::GOALS_TRACE_MILESTONE_ADDED,
        GoalChange::MilestoneChanged => m::GOALS_TRACE_MILESTONE_CHANGED,
        GoalChange::MilestoneDue => m::GOALS_TRACE_MILESTONE_DUE,
        GoalChange::MilestoneMoved => m::GOALS_TRACE_MILESTONE_MOVED,
        GoalChange::MilestoneRemoved => m::GOALS_TRACE_MILESTONE_REMOVED,
        GoalChange::MilestoneDone => m::GOALS_TRACE_MILESTONE_DONE,
        GoalChange::MilestoneUndone => m::GOALS_TRACE_MILESTONE_UNDONE,
        _ => return None,
    })
}

/// The sentence about any field: it says what the field is called.
fn field_changed(i18n: I18n, field: GoalField, name: &str) -> String {
    let label = i18n::key(&format!("goals.field_{field}")).map_or_else(|| field.as_str(), |key| i18n.t(key));
    i18n.f(m::GOALS_TRACE_FIELD, &[("name", name), ("field", label)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Locale;

    #[test]
    fn a_field_without_a_sentence_of_its_own_is_told_by_its_label() {
        let sentence = |field| field_changed(I18n::of(Locale::En), field, "Ada");
        assert_eq!(sentence(GoalField::TargetOn), "Ada changed “Target date”");
        for field in GoalField::ALL {
            assert!(i18n::key(&format!("goals.field_{field}")).is_some(), "{field} has no label");
        }
    }
}
