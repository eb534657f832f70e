//! What is done to a pending request: accept, decline, withdraw, ask back, answer, take more time.
//!
//! The actor is optional here: `domain::requests::decide` has an answer for somebody who isn't signed in, too.

use crate::announce::{Event, event};
use crate::notify::{NotificationContext, PairingNotification, notify, request_link, space_link};
use crate::pairs::{ReservedPlaces, begin_pair, lock_pair, may_pair};
use crate::parties::Parties;
use crate::{Actor, Ctx, Error, access};
use chrono::{DateTime, Utc};
use domain::events::EventKind;
use domain::requests::{Decision, RequestAction, RequestActor, RequestStatus, closing_word, decide, reply};
use domain::{MentorshipId, PersonId, RequestId};
use store::programs::{self, Program};
use store::requests::{self, Line, Request};
use store::{StoreError, Tx};
use use_case::use_case;

/// Accepts: a mentorship comes of it, and the mentee's other open requests in the program close. A kind word is optional.
///
/// # Errors
/// The decision's, or why the pair can't come about: [`domain::Refusal::MentorFull`] when somebody took the last place.
#[use_case]
pub async fn accept(ctx: &Ctx, actor: Option<&Actor>, id: RequestId, word: &str) -> Result<MentorshipId, Error> {
    let word = closing_word(word)?;
    let mut tx = ctx.write().await?;
    let mut locked = LockedRequest::lock(ctx, &mut tx, actor, id, RequestAction::Accept).await?;
    may_pair(&mut tx, &locked.program, locked.request.mentor_id, locked.request.mentee_id, ReservedPlaces::ButTheirs).await??;
    locked.replied();
    locked.end(RequestStatus::Accepted, word);
    requests::update(&mut tx, &locked.request).await?;
    let (mentor, mentee) = (locked.request.mentor_id, locked.request.mentee_id);
    let mentorship = begin_pair(ctx, &mut tx, &locked.program, mentor, mentee, Some(id), locked.actor).await?;
    let link = space_link(mentorship);
    locked.notify(ctx, &mut tx, PairingNotification::Accepted, &link, locked.request.closing_word.as_deref()).await?;
    locked.event(ctx, &mut tx, EventKind::RequestAccepted).await?;
    tx.commit().await?;
    Ok(mentorship)
}

/// Declines, perhaps with a kind word.
///
/// # Errors
/// The decision's.
#[use_case]
pub async fn decline(ctx: &Ctx, actor: Option<&Actor>, id: RequestId, word: &str) -> Result<(), Error> {
    let word = closing_word(word)?;
    let mut tx = ctx.write().await?;
    let mut locked = LockedRequest::lock(ctx, &mut tx, actor, id, RequestAction::Decline).await?;
    locked.replied();
    locked.end(RequestStatus::Declined, word);
    requests::update(&mut tx, &locked.request).await?;
    locked.notify(ctx, &mut tx, PairingNotification::Declined, &locked.link(), locked.request.closing_word.as_deref()).await?;
    locked.event(ctx, &mut tx, EventKind::RequestDeclined).await?;
    Ok(tx.commit().await?)
}

/// Withdraws.
///
/// # Errors
/// The decision's.
#[use_case]
pub async fn withdraw(ctx: &Ctx, actor: Option<&Actor>, id: RequestId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let mut locked = LockedRequest::lock(ctx, &mut tx, actor, id, RequestAction::Withdraw).await?;
    locked.end(RequestStatus::Withdrawn, None);
    requests::update(&mut tx, &locked.request).await?;
    locked.notify(ctx, &mut tx, PairingNotification::Withdrawn, &locked.link(), None).await?;
    locked.event(ctx, &mut tx, EventKind::RequestWithdrawn).await?;
    Ok(tx.commit().await?)
}

/// The asked asks something back: the clock stands still until the asker answers.
///
/// # Errors
/// A text that is missing or too long, or the decision's.
#[use_case]
pub async fn ask_back(ctx: &Ctx, actor: Option<&Actor>, id: RequestId, body: &str) -> Result<(), Error> {
    let body = reply(body)?;
    let mut tx = ctx.write().await?;
    let mut locked = LockedRequest::lock(ctx, &mut tx, actor, id, RequestAction::AskBack).await?;
    locked.replied();
    locked.request.set_clock(locked.request.clock().ask_back(locked.now)?);
    requests::update(&mut tx, &locked.request).await?;
    locked.say(ctx, &mut tx, &body).await?;
    locked.notify(ctx, &mut tx, PairingNotification::Question, &locked.link(), Some(&body)).await?;
    locked.event(ctx, &mut tx, EventKind::RequestAskedBack).await?;
    Ok(tx.commit().await?)
}

/// The asker answers: the clock runs on.
///
/// # Errors
/// A text that is missing or too long, or the decision's.
#[use_case]
pub async fn answer(ctx: &Ctx, actor: Option<&Actor>, id: RequestId, body: &str) -> Result<(), Error> {
    let body = reply(body)?;
    let mut tx = ctx.write().await?;
    let mut locked = LockedRequest::lock(ctx, &mut tx, actor, id, RequestAction::Answer).await?;
    locked.request.set_clock(locked.request.clock().answer(locked.now)?);
    requests::update(&mut tx, &locked.request).await?;
    locked.say(ctx, &mut tx, &body).await?;
    locked.notify(ctx, &mut tx, PairingNotification::Answered, &locked.link(), Some(&body)).await?;
    locked.event(ctx, &mut tx, EventKind::RequestAnswered).await?;
    Ok(tx.commit().await?)
}

/// The asked takes more time, once: as many days as the program gives for an answer.
///
/// # Errors
/// The decision's, or [`domain::Refusal::AlreadyExtended`].
#[use_case]
pub async fn extend(ctx: &Ctx, actor: Option<&Actor>, id: RequestId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let mut locked = LockedRequest::lock(ctx, &mut tx, actor, id, RequestAction::Extend).await?;
    locked.request.set_clock(locked.request.clock().extend(locked.now, locked.program.request_days)?);
    requests::update(&mut tx, &locked.request).await?;
    locked.notify(ctx, &mut tx, PairingNotification::Extended, &locked.link(), None).await?;
    locked.event(ctx, &mut tx, EventKind::RequestExtended).await?;
    Ok(tx.commit().await?)
}

/// A request held for an act that is allowed, with everything around it.
struct LockedRequest {
    program: Program,
    request: Request,
    people: Parties,
    actor: PersonId,
    now: DateTime<Utc>,
}

impl LockedRequest {
    /// Holds what the act needs and asks whether it is allowed.
    async fn lock(ctx: &Ctx, tx: &mut Tx, actor: Option<&Actor>, id: RequestId, action: RequestAction) -> Result<Self, Error> {
        let actor = actor.ok_or(Error::SignInNeeded)?;
        let seen = requests::by_id(tx, id).await?.ok_or(Error::NotFound)?;
        let access = access::program_by_id(tx, Some(actor), seen.program_id).await?;
        let takes_part = access.participant().is_some();
        let who = RequestActor::of(Some(actor.id), seen.mentee_id, seen.mentor_id, access.coordinator, takes_part);
        if !who.sees() {
            return Err(Error::NotFound);
        }
        lock_pair(tx, seen.program_id, seen.mentor_id, seen.mentee_id).await?;
        if action == RequestAction::Accept {
            requests::lock_program(tx, seen.program_id).await?;
        }
        let request = requests::lock(tx, id).await?.ok_or(Error::NotFound)?;
        let program = programs::by_id(tx, request.program_id).await?.ok_or(Error::NotFound)?;
        let now = ctx.now();
        match decide(request.clock().status_at(request.status, now), who, action, request.turn) {
            Decision::Allowed(_) => {}
            Decision::Refused(reason) => return Err(reason.into()),
            Decision::Forbidden => return Err(Error::Forbidden),
            Decision::NotFound => return Err(Error::NotFound),
            Decision::SignInNeeded => return Err(Error::SignInNeeded),
        }
        let people = Parties::read(tx, vec![request.mentor_id, request.mentee_id]).await?;
        Ok(Self { program, request, people, actor: actor.id, now })
    }

    /// Notes the mentor's first sign of life.
    fn replied(&mut self) {
        self.request.first_reply_at.get_or_insert(self.now);
    }

    fn end(&mut self, status: RequestStatus, word: Option<String>) {
        self.request.status = status;
        self.request.closing_word = word;
        self.request.ended_at = Some(self.now);
    }

    fn link(&self) -> String {
        request_link(&self.program, self.request.id)
    }

    /// Adds a line of the actor's to the conversation.
    async fn say(&self, ctx: &Ctx, tx: &mut Tx, body: &str) -> Result<(), StoreError> {
        let line = Line { id: ctx.id(), request_id: self.request.id, author_id: self.actor, body: body.to_owned(), created_at: self.now };
        requests::insert_line(tx, &line).await
    }

    /// Tells the other of the two.
    async fn notify(
        &self,
        ctx: &Ctx,
        tx: &mut Tx,
        notification: PairingNotification,
        link: &str,
        quote: Option<&str>,
    ) -> Result<(), Error> {
        let (mentor, mentee) = (self.request.mentor_id, self.request.mentee_id);
        let to = if self.actor == mentor { mentee } else { mentor };
        let context = NotificationContext {
            program: &self.program,
            to: self.people.get(to)?,
            other: &self.people.get(self.actor)?.name,
            link,
            quote,
            until: self.request.due_at,
        };
        notify(ctx, tx, notification, &context).await
    }

    async fn event(&self, ctx: &Ctx, tx: &mut Tx, kind: EventKind) -> Result<(), Error> {
        event(ctx, tx, Event::in_program(&self.program, kind, Some(self.actor), self.request.id.0)).await
    }
}
