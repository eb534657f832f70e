//! What time does to requests: reminders, and the end when nobody answers. Run every minute or so, by as many servers as
//! there are.

use crate::announce::{Event, event};
use crate::notify::{NotificationContext, PairingNotification, notify, request_link};
use crate::pairs::announce_closed;
use crate::parties::Parties;
use crate::{Ctx, Error};
use domain::events::EventKind;
use serde_json::json;
use store::programs;
use store::requests::{self, Running};
use use_case::use_case;

/// Requests ended in one transaction, and clocks read at once.
const BATCH: i64 = 100;

/// What one run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Requests that expired.
    pub expired: usize,
    /// Reminders sent.
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
        let mut tx = ctx.write().await?;
        let ended = requests::expire_due(&mut tx, ctx.now(), BATCH).await?;
        if ended.is_empty() {
            return Ok(total);
        }
        announce_closed(ctx, &mut tx, &ended, None).await?;
        tx.commit().await?;
        total += ended.len();
    }
}

async fn remind(ctx: &Ctx) -> Result<usize, Error> {
    let now = ctx.now();
    let (mut total, mut after) = (0, None);
    loop {
        let batch = requests::running(&mut ctx.read().await?, now, after, BATCH).await?;
        let Some(last) = batch.last() else { return Ok(total) };
        after = last.request.due_at.map(|due| (due, last.request.id));
        for running in &batch {
            if let Some((_, clock)) = running.request.clock().due_reminder(now, running.request_days)
                && send(ctx, running, clock.reminded).await?
            {
                total += 1;
            }
        }
    }
}

/// Reminds the asked, in a transaction of its own so that nobody waits for a row held here. `false` when something happened
/// to the request meanwhile, for instance another server's reminder.
async fn send(ctx: &Ctx, running: &Running, reminded: i32) -> Result<bool, Error> {
    let request = &running.request;
    let mut tx = ctx.write().await?;
    if !requests::set_reminded(&mut tx, request, reminded).await? {
        return Ok(false);
    }
    let program = programs::by_id(&mut tx, request.program_id).await?.ok_or(Error::NotFound)?;
    let people = Parties::read(&mut tx, vec![request.mentee_id, request.mentor_id]).await?;
    let context = NotificationContext {
        program: &program,
        to: people.get(request.mentor_id)?,
        other: &people.get(request.mentee_id)?.name,
        link: &request_link(&program, request.id),
        quote: None,
        until: request.due_at,
    };
    notify(ctx, &mut tx, PairingNotification::Reminder, &context).await?;
    let new_event = Event::in_program(&program, EventKind::RequestReminded, None, request.id.0);
    event(ctx, &mut tx, new_event.with(json!({ "reminders": reminded.count_ones() }))).await?;
    tx.commit().await?;
    Ok(true)
}
