//! Erasing somebody, in one transaction: what runs ends and those concerned are told, then everything of theirs goes, and last their row
//! is emptied.
//!
//! What is held is held in the order of other acts: the enrolment, the program, mentorships.

use super::{may_go, notify};
use crate::announce::{Batch, Event};
use crate::{Ctx, Error, pairs, spaces};
use chrono::{DateTime, Utc};
use domain::accounts::email_key;
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::mentorships::MentorshipAction;
use domain::{MentorshipId, PersonId, ProgramId};
use store::leaving::{self, Leaver};
use store::programs::{self, Program};
use store::{Tx, accounts, enrolments, mentorships, organisations};
use use_case::use_case;

/// People looked at in one run.
const BATCH: i64 = 100;

/// Erases everybody whose time has come, each in a transaction of their own, and says how many. Somebody who can't be spared yet is left
/// for the next time, and logged.
///
/// # Errors
/// The database said no to one of them. The others are erased.
#[use_case]
pub async fn erase_due(ctx: &Ctx) -> Result<usize, Error> {
    let now = ctx.now();
    let (mut erased, mut failed) = (0, None);
    let due = leaving::due(&mut ctx.read().await?, now, BATCH).await?;
    for person in due {
        match erase(ctx, person, Some(now)).await {
            Ok(done) => erased += usize::from(done),
            Err(Error::Invalid(why)) => tracing::warn!(%person, ?why, "an account can't be erased yet"),
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(erased), Err)
}

/// Erases the account with an address at once, for the operator.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or an organisation or a program that would have nobody any more (field `email`).
#[use_case]
pub async fn erase_now(ctx: &Ctx, email: &str) -> Result<(), Error> {
    let account = accounts::by_email_key(&mut ctx.read().await?, &email_key(email)).await?.ok_or(Error::NotFound)?;
    if erase(ctx, account.id, None).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Erases somebody; `false` when they came back, or another server was quicker.
async fn erase(ctx: &Ctx, person: PersonId, by: Option<DateTime<Utc>>) -> Result<bool, Error> {
    let mut tx = ctx.write().await?;
    let Some(leaver) = leaving::lock(&mut tx, person, by).await? else { return Ok(false) };
    leaving::lock_owned(&mut tx, person).await?;
    may_go(&mut tx, person, "email").await?;
    let mut batch = Batch::default();
    for program in leaving::programs(&mut tx, person).await? {
        leave(ctx, &mut tx, &mut batch, program, person).await?;
    }
    note(ctx, &mut tx, &mut batch, &leaver).await?;
    batch.write(&mut tx).await?;
    leaving::forget_in_what_others_have(&mut tx, &leaver).await?;
    leaving::erase(&mut tx, &leaver, ctx.now()).await?;
    leaving::empty(&mut tx, person, ctx.now()).await?;
    tx.commit().await?;
    Ok(true)
}

/// Writes to the stream that somebody was erased, for each organisation they were a member of.
async fn note(ctx: &Ctx, tx: &mut Tx, batch: &mut Batch, leaver: &Leaver) -> Result<(), Error> {
    let new_event = Event { subject: Some(leaver.id.0), ..Event::of(EventKind::AccountErased) };
    let gone = leaving::remove_own_organisations(tx, leaver.id).await?;
    let member_of = organisations::of_person(tx, leaver.id).await?.into_iter().map(|(id, ..)| id).filter(|id| !gone.contains(id));
    let mut noted = false;
    for organisation in member_of {
        batch.event(ctx, Event { organisation: Some(organisation), ..new_event.clone() });
        noted = true;
    }
    if !noted {
        batch.event(ctx, new_event);
    }
    Ok(())
}

/// Ends what somebody has in a program, and tells those concerned.
async fn leave(ctx: &Ctx, tx: &mut Tx, batch: &mut Batch, program: ProgramId, person: PersonId) -> Result<(), Error> {
    enrolments::lock(tx, program, person).await?;
    let program = programs::lock(tx, program).await?.ok_or(Error::NotFound)?;
    for mentorship in leaving::mentorships(tx, program.id, person).await? {
        end(ctx, tx, batch, &program, mentorship, person).await?;
    }
    pairs::close_for_erasure(ctx, tx, &program, person).await?;
    if let Some(mut enrolment) = enrolments::of(tx, program.id, person).await?.filter(|enrolment| !enrolment.status.is_over()) {
        enrolment.status = EnrolmentStatus::Left;
        enrolment.version += 1;
        enrolment.updated_at = ctx.now();
        enrolments::update(tx, &enrolment).await?;
        batch.event(ctx, Event::in_program(&program, EventKind::EnrolmentErased, None, enrolment.id.0));
        notify::to_coordinators(ctx, tx, batch, &program, person).await?;
    }
    Ok(programs::touch_roster(tx, program.id).await?)
}

/// Ends a mentorship before its time.
async fn end(ctx: &Ctx, tx: &mut Tx, batch: &mut Batch, program: &Program, id: MentorshipId, person: PersonId) -> Result<(), Error> {
    let mut row = mentorships::lock(tx, id).await?.ok_or(Error::NotFound)?;
    let Ok(status) = row.status.apply(MentorshipAction::End) else { return Ok(()) };
    row.status = status;
    row.ended_at = Some(ctx.now());
    row.ended_by = Some(person);
    mentorships::update(tx, &row).await?;
    spaces::settle(ctx, tx, &row).await?;
    batch.event(ctx, Event::in_program(program, EventKind::MentorshipErased, None, id.0));
    let (mentor, mentee) = mentorships::parties(tx, id).await?.ok_or(Error::NotFound)?;
    notify::ended(ctx, batch, program, &row, if mentor.id == person { &mentee } else { &mentor });
    Ok(())
}
