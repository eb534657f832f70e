//! Requests that end because the pair can't come about any more, and telling the people whom that concerns.

use crate::announce::{Batch, Event};
use crate::notify::{NotificationContext, PairingNotification, mentors_link, put, request_link};
use crate::parties::Parties;
use crate::{Ctx, Error};
use chrono::Duration;
use domain::events::EventKind;
use domain::requests::{CloseReason, RequestStatus, Turn};
use domain::{PersonId, ProgramId};
use serde_json::json;
use std::collections::HashMap;
use store::match_runs::publishing::Untouched;
use store::programs::{self, Program};
use store::requests::{Closing, Request, close, reopen};
use store::{StoreError, Tx};

/// How long whoever was asked has at least, once a request is open again: nobody has to answer within minutes.
const AT_LEAST: Duration = Duration::days(1);

/// Closes the open requests to somebody who doesn't offer mentoring (any more).
pub(super) async fn close_as_mentor(ctx: &Ctx, tx: &mut Tx, program: &Program, mentor: PersonId) -> Result<(), Error> {
    let ended = close(tx, program.id, Closing::ToMentor(mentor), CloseReason::MentorPaused, ctx.now()).await?;
    announce_closed(ctx, tx, &ended, None).await
}

/// Closes the open requests of somebody who doesn't look for a mentor (any more).
pub(super) async fn close_as_mentee(ctx: &Ctx, tx: &mut Tx, program: &Program, mentee: PersonId) -> Result<(), Error> {
    let ended = close(tx, program.id, Closing::OfMentee(mentee), CloseReason::MenteePaused, ctx.now()).await?;
    announce_closed(ctx, tx, &ended, None).await
}

/// Closes the open requests of somebody whose account is erased, on both sides, and tells the others.
pub(super) async fn close_for_erasure(ctx: &Ctx, tx: &mut Tx, program: &Program, person: PersonId) -> Result<(), Error> {
    let mut ended = close(tx, program.id, Closing::ToMentor(person), CloseReason::MentorErased, ctx.now()).await?;
    ended.extend(close(tx, program.id, Closing::OfMentee(person), CloseReason::MenteeErased, ctx.now()).await?);
    announce_closed(ctx, tx, &ended, Some(person)).await
}

/// Closes all open requests of a program that ends, and tells both sides.
pub(super) async fn close_for_program(ctx: &Ctx, tx: &mut Tx, program: &Program) -> Result<(), Error> {
    let ended = close(tx, program.id, Closing::All, CloseReason::ProgramEnded, ctx.now()).await?;
    announce_closed(ctx, tx, &ended, None).await
}

/// Opens again what closed because mentorships began that are now taken back, and tells whoever was asked. Part of the caller's
/// transaction, after the mentorships were held and before they are taken back.
pub(super) async fn open_again(ctx: &Ctx, tx: &mut Tx, program: &Program, which: Untouched) -> Result<(), Error> {
    // Nobody can answer where nobody can be asked.
    if !program.status.accepts_requests() {
        return Ok(());
    }
    let again = reopen(tx, which, ctx.now() + AT_LEAST).await?;
    let people = Parties::read(tx, again.iter().flat_map(|request| [request.mentee_id, request.mentor_id]).collect()).await?;
    let mut batch = Batch::default();
    for request in &again {
        let (mentee, mentor) = (people.get(request.mentee_id)?, people.get(request.mentor_id)?);
        let (link, notification) = (
            request_link(program, request.id),
            if request.turn == Turn::Asked { PairingNotification::Reopened } else { PairingNotification::ReopenedToWait },
        );
        let context = NotificationContext { program, to: mentor, other: &mentee.name, link: &link, quote: None, until: request.due_at };
        put(ctx, &mut batch, notification, &context);
        batch.event(ctx, Event { kind: EventKind::RequestReopened, ..new_event(program, request) });
    }
    batch.write(tx).await
}

/// Tells everybody concerned that these requests have ended, except one person who hears it otherwise.
pub(crate) async fn announce_closed(ctx: &Ctx, tx: &mut Tx, ended: &[Request], except: Option<PersonId>) -> Result<(), Error> {
    if ended.is_empty() {
        return Ok(());
    }
    let people = Parties::read(tx, ended.iter().flat_map(|request| [request.mentee_id, request.mentor_id]).collect()).await?;
    let mut batch = Batch::default();
    let programs = programs_of(tx, ended).await?;
    for request in ended {
        let program = programs.get(&request.program_id).ok_or(StoreError::Inconsistent("a request without its program"))?;
        let (mentee, mentor) = (people.get(request.mentee_id)?, people.get(request.mentor_id)?);
        let (of_asker, of_asked) = notifications_of(request);
        let (here, elsewhere) = (request_link(program, request.id), mentors_link(program));
        for (notification, to, other) in [(of_asker, mentee, mentor), (of_asked, mentor, mentee)] {
            let Some(notification) = notification.filter(|_| except != Some(to.id)) else { continue };
            let link = if matches!(
                notification,
                PairingNotification::Expired | PairingNotification::MentorPaused | PairingNotification::MentorErased
            ) {
                &elsewhere
            } else {
                &here
            };
            put(ctx, &mut batch, notification, &NotificationContext { program, to, other: &other.name, link, quote: None, until: None });
        }
        batch.event(ctx, new_event(program, request));
    }
    batch.write(tx).await
}

/// What the asker hears, and what the asked.
const fn notifications_of(request: &Request) -> (Option<PairingNotification>, Option<PairingNotification>) {
    match (request.status, request.close_reason) {
        (_, Some(CloseReason::MenteePlaced)) => (None, Some(PairingNotification::MenteePlaced)),
        (_, Some(CloseReason::MentorPaused)) => (Some(PairingNotification::MentorPaused), None),
        (_, Some(CloseReason::MenteePaused)) => (None, Some(PairingNotification::MenteePaused)),
        (_, Some(CloseReason::MentorErased)) => (Some(PairingNotification::MentorErased), None),
        (_, Some(CloseReason::MenteeErased)) => (None, Some(PairingNotification::MenteeErased)),
        (_, Some(CloseReason::ProgramEnded)) => (Some(PairingNotification::ProgramEnded), Some(PairingNotification::ProgramEnded)),
        (RequestStatus::Expired, None) => (Some(PairingNotification::Expired), Some(PairingNotification::Missed)),
        (_, None) => (None, None),
    }
}

fn new_event(program: &Program, request: &Request) -> Event {
    let kind = if request.status == RequestStatus::Expired { EventKind::RequestExpired } else { EventKind::RequestClosed };
    let body = request.close_reason.map(|reason| json!({ "reason": reason }));
    Event { body, ..Event::in_program(program, kind, None, request.id.0) }
}

/// The programs of these requests, in one query.
async fn programs_of(tx: &mut Tx, requests: &[Request]) -> Result<HashMap<ProgramId, Program>, Error> {
    let mut ids: Vec<ProgramId> = requests.iter().map(|r| r.program_id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(programs::by_ids(tx, &ids).await?.into_iter().map(|program| (program.id, program)).collect())
}
