//! A mentorship's dates and people in the reader's words.

use super::MentorshipAccess;
use crate::reader::zone_named;
use crate::{Ctx, Reader};
use chrono::NaiveDate;
use domain::goals::{GoalStatus, MilestoneCount, overall, progress};
use domain::mentorships::views::{ProgressView, SpaceHead};
use domain::shared::{Face, ProgramRef};
use i18n::{I18n, m};
use store::goals::lists::Counted;
use store::mentorships::Party;

/// The first day of a mentorship that begins now: the day where the mentee is, by their IANA time zone, so that it doesn't begin
/// tomorrow for them.
pub(crate) fn first_day(ctx: &Ctx, mentee_zone: &str) -> NaiveDate {
    ctx.now().with_timezone(&zone_named(mentee_zone)).date_naive()
}

/// The face of one of the two.
fn face(party: &Party) -> Face {
    Face { id: party.id, name: party.name.clone(), picture: party.picture_id, headline: party.headline.clone() }
}

/// The dates that [`when`] needs, from whatever row there is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dates {
    /// Its first day.
    pub started_on: Option<NaiveDate>,
    /// The day it is meant to end.
    pub ends_on: Option<NaiveDate>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
}

/// Since when and until when, in a sentence.
pub(super) fn when(i18n: I18n, dates: Dates) -> String {
    let from = dates.started_on.map(|day| i18n.date(day));
    match (from, dates.ended_on, dates.ends_on) {
        (Some(from), Some(to), _) => i18n.f(m::MENTORSHIPS_FROM_TO, &[("from", &from), ("to", &i18n.date(to))]),
        (None, Some(to), _) => i18n.f(m::MENTORSHIPS_ENDED_ON, &[("to", &i18n.date(to))]),
        (Some(from), None, Some(until)) => i18n.f(m::MENTORSHIPS_SINCE_UNTIL, &[("from", &from), ("until", &i18n.date(until))]),
        (Some(from), None, None) => i18n.f(m::MENTORSHIPS_SINCE, &[("from", &from)]),
        (None, None, _) => i18n.t(m::MENTORSHIPS_NOT_BEGUN).to_owned(),
    }
}

/// Goals at a glance.
pub(super) fn at_a_glance<'a>(goals: impl Iterator<Item = &'a Counted>) -> ProgressView {
    let mut view = ProgressView::default();
    let mut percents = Vec::new();
    for goal in goals {
        match goal.status {
            GoalStatus::Proposed => view.proposed += 1,
            GoalStatus::Open => view.open += 1,
            GoalStatus::Achieved => view.achieved += 1,
            GoalStatus::Dropped => view.dropped += 1,
        }
        percents.push((goal.status, percent(goal)));
    }
    view.percent = overall(&percents);
    view
}

/// How far a goal is.
pub(super) fn percent(goal: &Counted) -> u8 {
    let count = MilestoneCount { done: usize::try_from(goal.done).unwrap_or(0), total: usize::try_from(goal.total).unwrap_or(0) };
    goal.status.shown_progress(progress(goal.progress_mode, goal.progress, count))
}

/// What stands above every page of the space; `goals` are those that are proposed or open.
pub(crate) fn head(reader: Reader, access: &MentorshipAccess, goals: i64) -> SpaceHead {
    let row = &access.row;
    let dates = Dates { started_on: row.started_on, ends_on: row.ends_on, ended_on: row.ended_at.map(|at| reader.day(at)) };
    SpaceHead {
        id: row.id,
        program: ProgramRef { slug: access.program.slug.clone(), name: access.program.name.clone() },
        mentor: face(&access.mentor),
        mentee: face(&access.mentee),
        role: access.role,
        status: row.status,
        when: when(reader.i18n, dates),
        goals,
    }
}
