//! A program's cycle, and what its end means to those who take part: everything in one transaction.
//!
//! When a program ends, open requests close with a word to both and whoever waits for approval waits no longer; mentorships
//! go on in their spaces until the two complete them.

use super::notify;
use crate::{Actor, Ctx, Error, Reader, access, pairs};
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::programs::{OpeningFacts, ProgramAction, ProgramStatus, missing};
use domain::{PersonId, Refusal};
use serde_json::json;
use store::programs;
use use_case::use_case;

/// Moves a program in its cycle.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it,
/// [`Refusal::NotFromThisState`] where the cycle has no such move, [`Refusal::ProgramIncomplete`] when it lacks something that
/// opening needs.
#[use_case]
pub async fn advance(ctx: &Ctx, actor: &Actor, slug: &str, action: ProgramAction) -> Result<ProgramStatus, Error> {
    let mut tx = ctx.write().await?;
    let seen = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let mut program = programs::lock(&mut tx, seen.id).await?.ok_or(Error::NotFound)?;
    let next = program.status.apply(action)?;
    if action == ProgramAction::Open {
        let facts = OpeningFacts {
            summary: &program.summary,
            description: &program.description,
            starts_on: program.starts_on,
            ends_on: program.ends_on,
            today: Reader::of(ctx, actor).today,
        };
        if !missing(&facts).is_empty() {
            return Err(Refusal::ProgramIncomplete.into());
        }
    }
    program.status = next;
    programs::set_status(&mut tx, program.id, next, ctx.now()).await?;
    let (kind, word) = words(action);
    if next.is_over() {
        pairs::close_for_program(ctx, &mut tx, &program).await?;
    }
    if let Some(word) = word {
        let people = concerned(programs::participants(&mut tx, program.id).await?, action, actor.id);
        notify::everybody(ctx, &mut tx, &program, word, &people).await?;
    }
    notify::event(ctx, &mut tx, actor, &program, kind, json!({})).await?;
    tx.commit().await?;
    Ok(next)
}

/// The event, and the notification to those who take part.
const fn words(action: ProgramAction) -> (EventKind, Option<NotificationKind>) {
    match action {
        ProgramAction::Open => (EventKind::ProgramOpened, None),
        ProgramAction::Start => (EventKind::ProgramStarted, Some(NotificationKind::ProgramStarted)),
        ProgramAction::Complete => (EventKind::ProgramCompleted, Some(NotificationKind::ProgramCompleted)),
        ProgramAction::Cancel => (EventKind::ProgramCancelled, Some(NotificationKind::ProgramCancelled)),
    }
}

/// Who is told: at its start whoever takes part; at its end whoever waits for approval too.
fn concerned(enrolled: Vec<(PersonId, EnrolmentStatus)>, action: ProgramAction, actor: PersonId) -> Vec<PersonId> {
    let hears = |status: EnrolmentStatus| action != ProgramAction::Start || status.takes_part();
    enrolled.into_iter().filter(|(person, status)| *person != actor && hears(*status)).map(|(person, _)| person).collect()
}
