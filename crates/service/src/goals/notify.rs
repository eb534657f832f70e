//! What an act on a goal leaves behind: its history, an event, a word to the other one, sometimes a mail.

use super::access::GoalAccess;
use crate::accounts::GOALS_PER_MENTORSHIP;
use crate::announce::{self, Event};
use crate::mail::EmailTemplate;
use crate::mentorships::{other, recipient};
use crate::notify::space_link;
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::GoalChange;
use domain::notifications::NotificationKind;
use i18n::m;
use store::goals::Change;
use store::{Tx, goals};

/// A line of history about to be written: what, before, after.
pub(super) type Line = (GoalChange, Option<String>, Option<String>);

/// Writes lines of the goal's history.
pub(super) async fn record_history(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &GoalAccess, lines: Vec<Line>) -> Result<(), Error> {
    let changes: Vec<Change> = lines
        .into_iter()
        .map(|(field, before, after)| Change { id: ctx.id(), person_id: actor.id, at: ctx.now(), field, before, after })
        .collect();
    Ok(goals::insert_changes(tx, access.goal.id, &changes).await?)
}

/// Writes an event, and tells the other one when there is something to tell (`kind` of the notification; its `{name}` is
/// who acts, `{goal}` the title).
pub(super) async fn announce(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    access: &GoalAccess,
    event: EventKind,
    kind: Option<NotificationKind>,
) -> Result<(), Error> {
    let new_event = Event::in_program(&access.space.program, event, Some(actor.id), access.goal.id.0);
    announce::event(ctx, tx, new_event).await?;
    if let (Some(kind), Some(party)) = (kind, other(&access.space, actor.id)) {
        let args = [("name", actor.name.as_str()), ("goal", access.goal.title.as_str())];
        announce::notify(ctx, tx, party.id, kind, path(access), &args).await?;
    }
    Ok(())
}

/// A mentor's proposal also comes by mail, unless there were many of them today.
pub(super) async fn mail_proposal(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &GoalAccess) -> Result<(), Error> {
    let Some(party) = other(&access.space, actor.id) else { return Ok(()) };
    if ctx.limits.take(ctx.now(), GOALS_PER_MENTORSHIP, &access.goal.mentorship_id.to_string()).is_err() {
        return Ok(());
    }
    let path = path(access);
    let template = EmailTemplate {
        subject: m::GOALS_MAIL_PROPOSED_SUBJECT,
        body: &[m::GOALS_MAIL_PROPOSED_BODY, m::GOALS_MAIL_PROPOSED_YOURS],
        quote: Some(&access.goal.title),
        action: Some((m::GOALS_MAIL_PROPOSED_ACTION, &path)),
        args: &[("name", &actor.name)],
    };
    announce::send(ctx, tx, &recipient(party), &template).await
}

fn path(access: &GoalAccess) -> String {
    format!("{}/goals/{}", space_link(access.goal.mentorship_id), access.goal.id)
}
