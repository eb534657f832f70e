//! What an act on a goal leaves behind: its history, an event, a word to the other one, sometimes a mail.

use super::standing::GoalStanding;
use crate::accounts::GOALS_PER_MENTORSHIP;
use crate::announce::{self, Happening};
use crate::mail::Letter;
use crate::mentorships::{other, recipient};
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::Trace;
use domain::notifications::NotificationKind;
use i18n::m;
use store::goals::Change;
use store::{Tx, goals};

/// A line of history about to be written: what, before, after.
pub(super) type Line = (Trace, Option<String>, Option<String>);

/// Writes lines of the goal's history.
pub(super) async fn remember(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &GoalStanding, lines: Vec<Line>) -> Result<(), Error> {
    let changes: Vec<Change> = lines
        .into_iter()
        .map(|(field, before, after)| Change { id: ctx.id(), person_id: actor.id, at: ctx.now(), field, before, after })
        .collect();
    Ok(goals::insert_changes(tx, standing.goal.id, &changes).await?)
}

/// Writes an event, and tells the other one when there is something to tell (`kind` of the notification; its `{name}` is
/// who acts, `{goal}` the title).
pub(super) async fn announce(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    standing: &GoalStanding,
    event: EventKind,
    kind: Option<NotificationKind>,
) -> Result<(), Error> {
    let happening = Happening {
        kind: event,
        actor: Some(actor.id),
        organisation: standing.space.program.organisation_id,
        program: Some(standing.space.program.id),
        subject: Some(standing.goal.id.0),
        body: None,
    };
    announce::event(ctx, tx, happening).await?;
    if let (Some(kind), Some(party)) = (kind, other(&standing.space, actor.id)) {
        let args = [("name", actor.name.as_str()), ("goal", standing.goal.title.as_str())];
        announce::notify(ctx, tx, party.id, kind, path(standing), &args).await?;
    }
    Ok(())
}

/// A mentor's proposal also comes by mail, unless there were many of them today.
pub(super) async fn mail_proposal(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &GoalStanding) -> Result<(), Error> {
    let Some(party) = other(&standing.space, actor.id) else { return Ok(()) };
    if ctx.limits.take(ctx.now(), GOALS_PER_MENTORSHIP, &standing.goal.mentorship_id.to_string()).is_err() {
        return Ok(());
    }
    let path = path(standing);
    let letter = Letter {
        subject: m::GOALS_MAIL_PROPOSED_SUBJECT,
        body: &[m::GOALS_MAIL_PROPOSED_BODY, m::GOALS_MAIL_PROPOSED_YOURS],
        quote: Some(&standing.goal.title),
        action: Some((m::GOALS_MAIL_PROPOSED_ACTION, &path)),
        args: &[("name", &actor.name)],
    };
    announce::send(ctx, tx, &recipient(party), &letter).await
}

fn path(standing: &GoalStanding) -> String {
    format!("/mentorships/{}/goals/{}", standing.goal.mentorship_id, standing.goal.id)
}
