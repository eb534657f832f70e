//! What time does to proposals: one reminder, and the end when somebody doesn't answer. Run every minute or so, by as many servers
//! as there are.

use crate::announce::Batch;
use crate::notify::{NotificationContext, PairingNotification, proposal_link, put};
use crate::pairs::{announce_ended, proposal_event};
use crate::{Ctx, Error};
use chrono::TimeDelta;
use domain::events::EventKind;
use domain::proposals::reminder_at;
use domain::{PersonId, ProgramId};
use store::programs;
use store::proposals::{self, Proposal};
use store::requests::{self, parties};
use use_case::use_case;

/// Programs and proposals looked at at once.
const BATCH: i64 = 100;
/// A reminder comes at most so long before the end (see [`reminder_at`]).
const SOON: TimeDelta = TimeDelta::days(2);

/// What one run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Proposals that expired.
    pub expired: usize,
    /// Proposals of which somebody was reminded.
    pub reminded: usize,
}

/// Ends what is out of time and sends the reminders that are due.
///
/// # Errors
/// The database said no. What was done before that stays done.
#[use_case]
pub async fn tick(ctx: &Ctx) -> Result<Ticked, Error> {
    Ok(Ticked { expired: expire(ctx).await?, reminded: remind(ctx).await? })
}

async fn expire(ctx: &Ctx) -> Result<usize, Error> {
    let mut total = 0;
    loop {
        let programs = proposals::programs_due(&mut ctx.read().await?, ctx.now(), BATCH).await?;
        if programs.is_empty() {
            return Ok(total);
        }
        for program in programs {
            total += expire_in(ctx, program).await?;
        }
    }
}

/// A program's proposals that are out of time, in a transaction of its own.
async fn expire_in(ctx: &Ctx, program: ProgramId) -> Result<usize, Error> {
    let mut tx = ctx.write().await?;
    requests::lock_program(&mut tx, program).await?;
    let program = programs::by_id(&mut tx, program).await?.ok_or(Error::NotFound)?;
    let ended = proposals::expire_due(&mut tx, program.id, ctx.now()).await?;
    announce_ended(ctx, &mut tx, &program, &ended, PairingNotification::ProposalExpired, (EventKind::ProposalExpired, None)).await?;
    programs::touch_roster(&mut tx, program.id).await?;
    tx.commit().await?;
    Ok(ended.len())
}

async fn remind(ctx: &Ctx) -> Result<usize, Error> {
    let now = ctx.now();
    let until = now.checked_add_signed(SOON).unwrap_or(now);
    let (mut total, mut after) = (0, None);
    loop {
        let batch = proposals::unreminded(&mut ctx.read().await?, now, until, after, BATCH).await?;
        let Some(last) = batch.last() else { return Ok(total) };
        after = Some((last.due_at, last.id));
        for proposal in batch.iter().filter(|proposal| reminder_at(proposal.created_at, proposal.due_at) <= now) {
            total += usize::from(send(ctx, proposal).await?);
        }
    }
}

/// Reminds whoever hasn't answered, in a transaction of its own so that nobody waits for a row held here. `false` when another
/// server did.
async fn send(ctx: &Ctx, seen: &Proposal) -> Result<bool, Error> {
    let mut tx = ctx.write().await?;
    let Some(proposal) = proposals::remind(&mut tx, seen.id, ctx.now()).await? else { return Ok(false) };
    let program = programs::by_id(&mut tx, proposal.program_id).await?.ok_or(Error::NotFound)?;
    let people = parties(&mut tx, &[proposal.mentee_id, proposal.mentor_id]).await?;
    let name = |id: PersonId| people.iter().find(|party| party.id == id).map(|party| party.name.clone()).unwrap_or_default();
    let mut batch = Batch::default();
    for to in people.iter().filter(|party| proposal.answer_of(party.id).is_none()) {
        let (other, link) = (name(proposal.other(to.id)), proposal_link(proposal.id));
        let context = NotificationContext { program: &program, to, other: &other, link: &link, quote: None, until: Some(proposal.due_at) };
        put(ctx, &mut batch, PairingNotification::ProposalReminder, &context);
    }
    batch.event(ctx, proposal_event(&program, &proposal, EventKind::ProposalReminded, None));
    batch.write(&mut tx).await?;
    tx.commit().await?;
    Ok(true)
}
