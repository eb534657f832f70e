//! A mentee asks a mentor.

use super::words;
use crate::announce::{Event, event};
use crate::notify::{NotificationContext, PairingNotification, notify, request_link};
use crate::pairs::{announce_closed, lock_pair};
use crate::parties::{Parties, face, program_ref};
use crate::{Actor, Ctx, Error, access, fit};
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::requests::views::AskPage;
use domain::requests::{AskFacts, COOL_DOWN, RequestClock, RequestStatus, may_ask, opening, usual_reply};
use domain::{PersonId, Refusal, RequestId};
use i18n::I18n;
use store::programs::{self, Program};
use store::requests::{self, Request};
use store::{Tx, enrolments, leaving, mentorships, proposals};
use use_case::use_case;

/// Asks a mentor, with a text that says why. Gives the request's id.
///
/// # Errors
/// A text too short or too long, a rule against it, or a program that isn't there for the one who asks.
#[use_case]
pub async fn ask(ctx: &Ctx, actor: &Actor, slug: &str, mentor: PersonId, body: &str) -> Result<RequestId, Error> {
    let body = opening(body)?;
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.program;
    if !actor.verified {
        return Err(Refusal::EmailNotVerified.into());
    }
    lock_pair(&mut tx, program.id, actor.id, mentor).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    let now = ctx.now();
    let late = requests::expire_due_of_mentee(&mut tx, program.id, actor.id, now).await?;
    announce_closed(ctx, &mut tx, &late, None).await?;
    may_ask(&facts(ctx, &mut tx, &program, actor.id, mentor).await?)?;

    let clock = RequestClock::start(now, program.request_days);
    let request = Request {
        id: ctx.id(),
        program_id: program.id,
        mentee_id: actor.id,
        mentor_id: mentor,
        status: RequestStatus::Pending,
        turn: clock.turn,
        body,
        due_at: clock.due_at,
        remaining_seconds: clock.remaining,
        extended: clock.extended,
        reminded: clock.reminded,
        close_reason: None,
        closing_word: None,
        created_at: now,
        first_reply_at: None,
        ended_at: None,
        version: 1,
    };
    if !requests::insert(&mut tx, &request).await? {
        return Err(Refusal::AlreadyAsked.into());
    }
    let people = Parties::read(&mut tx, vec![mentor]).await?;
    let context = NotificationContext {
        program: &program,
        to: people.get(mentor)?,
        other: &actor.name,
        link: &request_link(&program, request.id),
        quote: Some(&request.body),
        until: request.due_at,
    };
    notify(ctx, &mut tx, PairingNotification::Received, &context).await?;
    event(ctx, &mut tx, Event::in_program(&program, EventKind::RequestAsked, Some(actor.id), request.id.0)).await?;
    tx.commit().await?;
    Ok(request.id)
}

/// What a mentee sees before writing to a mentor: who it is, how fast they usually answer, and whether asking is possible.
///
/// # Errors
/// A program or a mentor that isn't there for the one who looks, or that shows its people only to participants.
#[use_case]
pub async fn ask_page(ctx: &Ctx, actor: &Actor, slug: &str, mentor: PersonId) -> Result<AskPage, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_people()?.program;
    if enrolments::of(&mut tx, program.id, mentor).await?.is_none_or(|e| e.status.is_over()) {
        return Err(Error::NotFound);
    }
    let people = Parties::read(&mut tx, vec![mentor]).await?;
    let mentor = people.get(mentor)?;
    let open = requests::open_mentors_of(&mut tx, program.id, actor.id, ctx.now()).await?;
    let refusal = if actor.verified {
        may_ask(&facts(ctx, &mut tx, &program, actor.id, mentor.id).await?).err()
    } else {
        Some(Refusal::EmailNotVerified)
    };
    let fit = fit::between(ctx, &mut tx, &program, actor.id, mentor.id, actor.id, actor.i18n()).await?;
    Ok(AskPage {
        fit: fit.fits(),
        program: program_ref(&program),
        usual_reply: usual(&mut tx, actor.i18n(), mentor.id, &mentor.name).await?,
        mentor: face(mentor),
        days: program.request_days,
        refusal,
        open: open.iter().find(|(_, asked)| *asked == mentor.id).map(|(id, _)| *id),
    })
}

/// How fast a mentor usually answers, in a sentence; nothing before they have answered, or let expire, a few times.
pub(super) async fn usual(tx: &mut Tx, i18n: I18n, mentor: PersonId, name: &str) -> Result<Option<String>, Error> {
    let times = requests::reply_times(tx, mentor).await?;
    let times: Vec<_> = times.into_iter().map(|(asked, replied)| replied.signed_duration_since(asked)).collect();
    Ok(usual_reply(&times).map(|speed| words::reply_speed(i18n, speed, name)))
}

async fn facts(ctx: &Ctx, tx: &mut Tx, program: &Program, mentee: PersonId, mentor: PersonId) -> Result<AskFacts, Error> {
    let asker = enrolments::of(tx, program.id, mentee).await?;
    let asked = enrolments::of(tx, program.id, mentor).await?;
    let open = requests::open_mentors_of(tx, program.id, mentee, ctx.now()).await?;
    let (asked_lately, withdrew_lately) = requests::asked_after(tx, program.id, mentee, mentor, ctx.now() - COOL_DOWN).await?;
    let leaving = leaving::of_two(tx, mentee, mentor).await?;
    Ok(AskFacts {
        same_person: mentee == mentor,
        asker_is_active_mentee: asker.is_some_and(|e| e.as_mentee && e.status == EnrolmentStatus::Active) && !leaving.contains(&mentee),
        asked_is_active_mentor: asked.as_ref().is_some_and(|e| e.as_mentor && e.status == EnrolmentStatus::Active)
            && !leaving.contains(&mentor),
        program: program.status,
        matching: program.matching,
        open_to_this_mentor: open.iter().any(|(_, asked)| *asked == mentor),
        open_requests: i64::try_from(open.len()).unwrap_or(i64::MAX),
        max_open_requests: program.max_open_requests,
        asked_lately,
        withdrew_lately,
        mentees_now: mentorships::places_taken(tx, program.id, mentor).await?
            + proposals::places_held(tx, program.id, mentor, None).await?,
        capacity: asked.map_or(0, |e| e.capacity),
        mentee_has_mentor: mentorships::mentee_is_placed(tx, program.id, mentee).await?
            || proposals::held_for(tx, program.id, mentee).await?.is_some(),
        share_a_language: requests::share_a_language(tx, mentee, mentor).await?,
    })
}
