//! Goals in the reader's words: dates to keep, lines of the history, values of fields.

use crate::{Actor, Ctx};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::goals::views::When;
use domain::goals::{GoalStatus, ProgressMode, Trace};
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
    pub fn value(&self, trace: Trace, value: &str) -> String {
        let known = match trace {
            Trace::TargetOn => value.parse().ok().map(|day| self.i18n.date(day)),
            Trace::ProgressMode => value.parse().ok().map(|mode| self.i18n.t(mode_name(mode)).to_owned()),
            Trace::Progress => value.parse().ok().map(|n| self.i18n.f(m::GOALS_PERCENT, &[("percent", &self.i18n.number(n))])),
            Trace::Status | Trace::Made => value.parse().ok().map(|status| self.i18n.t(status_name(status)).to_owned()),
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
pub(super) const fn trace(trace: Trace) -> Key {
    match trace {
        Trace::Made => m::GOALS_TRACE_MADE,
        Trace::Status => m::GOALS_TRACE_STATUS,
        Trace::Title => m::GOALS_TRACE_TITLE,
        Trace::Why => m::GOALS_TRACE_WHY,
        Trace::Success => m::GOALS_TRACE_SUCCESS,
        Trace::TargetOn => m::GOALS_TRACE_TARGET,
        Trace::ProgressMode => m::GOALS_TRACE_MODE,
        Trace::Progress => m::GOALS_TRACE_PROGRESS,
        Trace::MilestoneAdded => m::GOALS_TRACE_MILESTONE_ADDED,
        Trace::MilestoneChanged => m::GOALS_TRACE_MILESTONE_CHANGED,
        Trace::MilestoneDue => m::GOALS_TRACE_MILESTONE_DUE,
        Trace::MilestoneMoved => m::GOALS_TRACE_MILESTONE_MOVED,
        Trace::MilestoneRemoved => m::GOALS_TRACE_MILESTONE_REMOVED,
        Trace::MilestoneDone => m::GOALS_TRACE_MILESTONE_DONE,
        Trace::MilestoneUndone => m::GOALS_TRACE_MILESTONE_UNDONE,
    }
}
