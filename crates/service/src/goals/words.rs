//! Goals in the reader's words: dates to keep, lines of the history, values of fields.

use crate::{Actor, Ctx};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::goals::views::When;
use domain::goals::{GoalChange, GoalStatus, ProgressMode};
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

/// A line of the history; its `{name}` is who did it.
pub(super) const fn change(change: GoalChange) -> Key {
    match change {
        GoalChange::Made => m::GOALS_TRACE_MADE,
        GoalChange::Status => m::GOALS_TRACE_STATUS,
        GoalChange::Title => m::GOALS_TRACE_TITLE,
        GoalChange::Why => m::GOALS_TRACE_WHY,
        GoalChange::Success => m::GOALS_TRACE_SUCCESS,
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
    }
}
