//! One goal as its page shows it.

use super::access::GoalAccess;
use super::words::{line_words, value, when};
use crate::mentorships::head;
use crate::names::called;
use crate::{Actor, Ctx, Error, Reader};
use domain::GoalId;
use domain::goals::views::{CommentView, GoalMay, GoalView, HistoryView, MilestoneView};
use domain::goals::{GoalAction, GoalChange, GoalPermission, GoalStatus, MilestoneCount, MilestoneFields, progress};
use domain::shared::Face;
use i18n::m;
use store::goals::{Change, Comment, Milestone};
use store::{Tx, goals};
use use_case::use_case;

/// How many lines of history are shown.
const HISTORY: usize = 100;
/// One more is read, which says that there are older ones.
const HISTORY_READ: i64 = 101;

/// One goal with its milestones, comments and history.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators.
#[use_case]
pub async fn view(ctx: &Ctx, actor: &Actor, id: GoalId) -> Result<GoalView, Error> {
    let mut tx = ctx.read().await?;
    let access = GoalAccess::read(&mut tx, actor, id).await?;
    shown(ctx, &mut tx, actor, &access).await
}

/// How many goals are proposed or open.
pub(super) fn current(statuses: impl Iterator<Item = GoalStatus>) -> i64 {
    i64::try_from(statuses.filter(|s| !s.is_over()).count()).unwrap_or(i64::MAX)
}

/// How many milestones are done of how many, in words.
pub(super) fn milestones_done(reader: Reader, count: MilestoneCount) -> Option<String> {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let done = reader.i18n.number(number(count.done));
    (count.total > 0).then(|| reader.i18n.n(m::GOALS_MILESTONES_DONE, number(count.total), &[("done", &done)]))
}

/// The goal as it is in this transaction: what every act on it answers with.
pub(super) async fn shown(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &GoalAccess) -> Result<GoalView, Error> {
    let goal = &access.goal;
    let reader = Reader::of(ctx, actor);
    let milestones = goals::milestones(tx, goal.id).await?;
    let comments = called(reader.i18n, goals::comments(tx, goal.id).await?);
    let history = goals::history(tx, goal.id, HISTORY_READ).await?;
    let others = goals::of_mentorship(tx, goal.mentorship_id).await?;
    let count = MilestoneCount { done: milestones.iter().filter(|m| m.done_at.is_some()).count(), total: milestones.len() };
    let over = goal.status.is_over();
    Ok(GoalView {
        head: head(reader, &access.space, current(others.iter().map(|g| g.status))),
        id: goal.id,
        status: goal.status,
        fields: goal.fields(),
        percent: goal.status.shown_progress(progress(goal.progress_mode, goal.progress, count)),
        byline: byline(reader, access),
        target: goal.target_on.map(|on| when(reader, on, over)),
        milestones: milestones.into_iter().map(|m| milestone(reader, m, over)).collect(),
        milestones_done: milestones_done(reader, count),
        comments: comments.into_iter().map(|c| comment(reader, c)).collect(),
        history_older: history.len() > HISTORY,
        history: history.into_iter().take(HISTORY).map(|c| line(reader, access, c)).collect(),
        may: may(access),
        joined: false,
    })
}

fn byline(reader: Reader, access: &GoalAccess) -> String {
    let date = reader.date(access.goal.created_at);
    let name = access.name(access.goal.author_id);
    let proposed = access.goal.author_id == access.space.mentor.id;
    let key = if proposed { m::GOALS_BYLINE_PROPOSED } else { m::GOALS_BYLINE };
    reader.i18n.f(key, &[("name", name), ("date", &date)])
}

fn milestone(reader: Reader, m: Milestone, over: bool) -> MilestoneView {
    let done = m.done_at.is_some();
    MilestoneView { id: m.id, title: m.title, due: m.due_on.map(|on| when(reader, on, over || done)), done }
}

fn comment(reader: Reader, c: Comment) -> CommentView {
    CommentView {
        id: c.id,
        mine: c.author_id == reader.id,
        author: Face { id: c.author_id, name: c.name, picture: c.picture_id, headline: None },
        body: c.body,
        when: reader.date_time(c.created_at),
    }
}

fn line(reader: Reader, access: &GoalAccess, c: Change) -> HistoryView {
    let name = access.name(c.person_id);
    let when = reader.date_time(c.at);
    if c.field == GoalChange::MilestoneDue {
        // Of which milestone the date is stands in the sentence, so that the dates stand beside each other.
        let [before, after] = [c.before, c.after].map(|kept| kept.as_deref().and_then(MilestoneFields::from_kept));
        let milestone = after.as_ref().map(|fields| fields.title.clone()).unwrap_or_default();
        let day = |fields: Option<MilestoneFields>| fields.and_then(|fields| fields.due_on).map(|on| reader.i18n.date(on));
        let sentence = line_words(reader, c.field, name, &[("milestone", &milestone)]);
        return HistoryView { sentence, when, before: day(before), after: day(after) };
    }
    HistoryView {
        sentence: line_words(reader, c.field, name, &[]),
        when,
        before: c.before.map(|text| value(reader, c.field, &text)),
        after: c.after.map(|text| value(reader, c.field, &text)),
    }
}

fn may(access: &GoalAccess) -> GoalMay {
    let status = access.goal.status;
    let act = |action| access.can(GoalPermission::Move(status, action));
    GoalMay {
        edit: access.can(GoalPermission::Edit(status)),
        tick: access.can(GoalPermission::Tick(status)),
        take: act(GoalAction::Take),
        achieve: act(GoalAction::Achieve),
        drop: act(GoalAction::Drop),
        reopen: act(GoalAction::Reopen),
        comment: access.can(GoalPermission::Comment),
    }
}
