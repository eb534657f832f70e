//! Taking a publication back, until somebody has acted on it: mentorships that began, and proposals that nobody has answered.

use super::proposing::Proposals;
use super::{event, party};
use crate::announce::{Batch, Event};
use crate::requests::{NotificationContext, PairingNotification, open_again, put, space_link};
use crate::{Actor, Ctx, Error, access, proposals, spaces};
use domain::events::EventKind;
use domain::match_runs::RunStatus;
use domain::{PersonId, Refusal};
use serde_json::json;
use std::collections::HashMap;
use store::match_runs;
use store::match_runs::publishing::{self, TakenBack, Untouched};
use store::programs::Program;
use store::proposals::{Closing, take_back};
use store::requests::{self, Contact, parties};
use store::{Tx, notifications, programs};
use use_case::use_case;

/// Takes the mentorships of a run back on which nobody has acted, and the proposals that nobody has answered, tells both of each,
/// and says how many that were. Those on which somebody has stay. Requests that
/// closed because these mentorships began are open again.
///
/// # Errors
/// Not a coordinator, no such run, or [`Refusal::NothingToTakeBack`].
#[use_case]
pub async fn undo(ctx: &Ctx, actor: &Actor, slug: &str, number: i32) -> Result<usize, Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let seen = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    publishing::lock_people(&mut tx, program.id, seen.id).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    let mut run = match_runs::lock(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    publishing::lock_mentorships(&mut tx, run.id).await?;
    open_again(ctx, &mut tx, &program, Untouched::OfRun(run.id)).await?;
    let back = publishing::take_back(&mut tx, Untouched::OfRun(run.id)).await?;
    spaces::after_taking_back(ctx, &mut tx, &back).await?;
    let proposed = take_back(&mut tx, program.id, Closing::UnansweredOf(run.id), ctx.now()).await?;
    if back.is_empty() && proposed.is_empty() {
        return Err(Refusal::NothingToTakeBack.into());
    }
    let paired = Proposals::of(&mut tx, run.id).await?;
    let left = match_runs::pairs(&mut tx, run.id).await?.iter().any(|pair| paired.published(pair));
    if !left {
        run.status = RunStatus::Undone;
    }
    match_runs::update(&mut tx, &run).await?;
    programs::touch_roster(&mut tx, program.id).await?;

    let mut batch = notify(ctx, &mut tx, actor, &program, &back).await?;
    event(ctx, &mut batch, actor.id, &program, &run, EventKind::MatchRunUndone);
    batch.write(&mut tx).await?;
    proposals::announce_taken_back(ctx, &mut tx, &program, &proposed, Some(actor.id)).await?;
    tx.commit().await?;
    Ok(back.len() + proposed.len())
}

/// Tells both of each mentorship that it was taken back, and that it happened.
pub(crate) async fn notify(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, back: &[TakenBack]) -> Result<Batch, Error> {
    let ids: Vec<PersonId> = back.iter().flat_map(|taken| [taken.mentor_id, taken.mentee_id]).collect();
    let people: HashMap<PersonId, Contact> = parties(tx, &ids).await?.into_iter().map(|party| (party.id, party)).collect();
    let link = format!("/programs/{}", program.slug);
    let gone: Vec<(PersonId, String)> =
        back.iter().flat_map(|taken| [taken.mentor_id, taken.mentee_id].map(|person| (person, space_link(taken.id)))).collect();
    notifications::lead_elsewhere(tx, &gone, &link).await?;
    let mut batch = Batch::default();
    for taken in back {
        let (mentor, mentee) = (party(&people, taken.mentor_id)?, party(&people, taken.mentee_id)?);
        for (to, other) in [(mentor, mentee), (mentee, mentor)] {
            let context = NotificationContext { program, to, other: &other.name, link: &link, quote: None, until: None };
            put(ctx, &mut batch, PairingNotification::TakenBack, &context);
        }
        batch.event(
            ctx,
            Event {
                kind: EventKind::MentorshipTakenBack,
                actor: Some(actor.id),
                organisation: program.organisation_id,
                program: Some(program.id),
                subject: Some(taken.id.0),
                body: Some(json!({ "mentor": taken.mentor_id, "mentee": taken.mentee_id })),
            },
        );
    }
    Ok(batch)
}
