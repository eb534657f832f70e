//! What the two say: yes or no.
//!
//! The actor is optional here: `domain::proposals::decide` has an answer for somebody who isn't signed in, too.

use crate::announce::Batch;
use crate::notify::{NotificationContext, PairingNotification, proposal_link, put, space_link};
use crate::pairs::{ReservedPlaces, begin_pair, lock_pair, may_pair, proposal_event};
use crate::parties::Parties;
use crate::{Actor, Ctx, Error, access};
use chrono::{DateTime, Utc};
use domain::events::EventKind;
use domain::proposals::{Decision, No, ProposalAct, ProposalActor, ProposalAnswer, ProposalStatus, decide};
use domain::{MentorshipId, PersonId, ProposalId};
use store::programs::{self, Program};
use store::proposals::{self, Proposal};
use store::{Tx, requests};
use use_case::use_case;

/// Says yes. With the second yes the mentorship begins in the same transaction, and its id comes back.
///
/// # Errors
/// The decision's, or why the pair can't come about: [`domain::Refusal::MentorFull`] when somebody took the last place.
#[use_case]
pub async fn say_yes(ctx: &Ctx, actor: Option<&Actor>, id: ProposalId) -> Result<Option<MentorshipId>, Error> {
    let mut tx = ctx.write().await?;
    let mut locked = LockedProposal::lock(ctx, &mut tx, actor, id, ProposalAct::SayYes).await?;
    locked.answered(ProposalAnswer::Yes)?;
    let begun = locked.proposal.status == ProposalStatus::Accepted;
    let (mentor, mentee) = (locked.proposal.mentor_id, locked.proposal.mentee_id);
    if begun {
        may_pair(&mut tx, &locked.program, mentor, mentee, ReservedPlaces::Nothing).await??;
        locked.proposal.mentorship_id = Some(begin_pair(ctx, &mut tx, &locked.program, mentor, mentee, None, locked.actor).await?);
    }
    proposals::update(&mut tx, &locked.proposal).await?;
    if let Some(mentorship) = locked.proposal.mentorship_id {
        proposals::began(&mut tx, &locked.proposal).await?;
        locked.notify(ctx, &mut tx, EventKind::ProposalAccepted, PairingNotification::ProposalAccepted, &space_link(mentorship)).await?;
    } else {
        locked.notify(ctx, &mut tx, EventKind::ProposalAnswered, PairingNotification::ProposalYes, &proposal_link(id)).await?;
    }
    tx.commit().await?;
    Ok(locked.proposal.mentorship_id)
}

/// Says no, with a reason that the coordinator sees and the other one doesn't. Who has said yes may still do so.
///
/// # Errors
/// What is wrong with the form (fields `reason` and `word`), or the decision's.
#[use_case]
pub async fn say_no(ctx: &Ctx, actor: Option<&Actor>, id: ProposalId, reason: &str, word: &str) -> Result<(), Error> {
    let no = No::check(reason, word)?;
    let mut tx = ctx.write().await?;
    let mut locked = LockedProposal::lock(ctx, &mut tx, actor, id, ProposalAct::SayNo).await?;
    locked.answered(ProposalAnswer::No)?;
    locked.proposal.reason = Some(no.reason);
    locked.proposal.word = no.word;
    proposals::update(&mut tx, &locked.proposal).await?;
    programs::touch_roster(&mut tx, locked.program.id).await?;
    locked.notify(ctx, &mut tx, EventKind::ProposalDeclined, PairingNotification::ProposalDeclined, &proposal_link(id)).await?;
    Ok(tx.commit().await?)
}

/// A proposal held for an act that is allowed, with everything around it.
struct LockedProposal {
    program: Program,
    proposal: Proposal,
    people: Parties,
    actor: PersonId,
    now: DateTime<Utc>,
}

impl LockedProposal {
    /// Holds what the act needs and asks whether it is allowed.
    async fn lock(ctx: &Ctx, tx: &mut Tx, actor: Option<&Actor>, id: ProposalId, act: ProposalAct) -> Result<Self, Error> {
        let actor = actor.ok_or(Error::SignInNeeded)?;
        let seen = proposals::by_id(tx, id).await?.ok_or(Error::NotFound)?;
        let access = access::program_by_id(tx, Some(actor), seen.program_id).await?;
        let takes_part = access.participant().is_some();
        let who = ProposalActor::of(Some(actor.id), seen.mentee_id, seen.mentor_id, access.coordinator, takes_part);
        if !who.sees() {
            return Err(Error::NotFound);
        }
        lock_pair(tx, seen.program_id, seen.mentor_id, seen.mentee_id).await?;
        requests::lock_program(tx, seen.program_id).await?;
        let proposal = proposals::lock(tx, id).await?.ok_or(Error::NotFound)?;
        let program = programs::by_id(tx, proposal.program_id).await?.ok_or(Error::NotFound)?;
        let now = ctx.now();
        match decide(proposal.status_at(now), who, act, proposal.answer_of(actor.id), proposal.is_answered()) {
            Decision::Allowed => {}
            Decision::Refused(reason) => return Err(reason.into()),
            Decision::Forbidden => return Err(Error::Forbidden),
            Decision::NotFound => return Err(Error::NotFound),
            Decision::SignInNeeded => return Err(Error::SignInNeeded),
        }
        let people = Parties::read(tx, vec![proposal.mentor_id, proposal.mentee_id]).await?;
        Ok(Self { program, proposal, people, actor: actor.id, now })
    }

    /// Notes what the actor says, and where the proposal is then.
    fn answered(&mut self, answer: ProposalAnswer) -> Result<(), Error> {
        let (said, at) = (Some(answer), Some(self.now));
        let proposal = &mut self.proposal;
        if self.actor == proposal.mentee_id {
            (proposal.mentee_answer, proposal.mentee_answered_at) = (said, at);
        } else {
            (proposal.mentor_answer, proposal.mentor_answered_at) = (said, at);
        }
        proposal.status = proposal.status.after(proposal.mentee_answer, proposal.mentor_answer)?;
        proposal.ended_at = proposal.status.is_over().then_some(self.now);
        Ok(())
    }

    /// Tells the other of the two, and the stream.
    async fn notify(&self, ctx: &Ctx, tx: &mut Tx, kind: EventKind, notification: PairingNotification, link: &str) -> Result<(), Error> {
        let to = self.people.get(self.proposal.other(self.actor))?;
        let other = &self.people.get(self.actor)?.name;
        let until = Some(self.proposal.due_at);
        let mut batch = Batch::default();
        put(ctx, &mut batch, notification, &NotificationContext { program: &self.program, to, other, link, quote: None, until });
        batch.event(ctx, proposal_event(&self.program, &self.proposal, kind, Some(self.actor)));
        batch.write(tx).await
    }
}
