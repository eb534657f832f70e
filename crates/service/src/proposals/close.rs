//! Proposals that end without a word of their two people: taken back, or because the pair can't come about any more.

use super::new_event;
use crate::announce::Batch;
use crate::requests::{NotificationContext, PairingNotification, put};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use std::collections::HashMap;
use store::programs::Program;
use store::proposals::{self, Closing, Proposal};
use store::requests::{self, Contact, parties};
use store::{StoreError, Tx};

/// Takes back the open proposals to somebody who doesn't offer mentoring (any more). Part of the caller's transaction, after the
/// enrolment was held.
pub(crate) async fn close_as_mentor(ctx: &Ctx, tx: &mut Tx, program: &Program, mentor: PersonId) -> Result<(), Error> {
    close(ctx, tx, program, Closing::ToMentor(mentor)).await
}

/// Takes back the open proposals to somebody who doesn't look for a mentor (any more).
pub(crate) async fn close_as_mentee(ctx: &Ctx, tx: &mut Tx, program: &Program, mentee: PersonId) -> Result<(), Error> {
    close(ctx, tx, program, Closing::ToMentee(mentee)).await
}

/// Takes back all open proposals of a program that ends.
pub(crate) async fn close_for_program(ctx: &Ctx, tx: &mut Tx, program: &Program) -> Result<(), Error> {
    close(ctx, tx, program, Closing::All).await
}

/// Takes back the open proposals to somebody whose account is erased, and tells the others.
pub(crate) async fn close_for_erasure(ctx: &Ctx, tx: &mut Tx, program: &Program, person: PersonId) -> Result<(), Error> {
    requests::lock_program(tx, program.id).await?;
    let mut ended = proposals::take_back(tx, program.id, Closing::ToMentor(person), ctx.now()).await?;
    ended.extend(proposals::take_back(tx, program.id, Closing::ToMentee(person), ctx.now()).await?);
    let link = format!("/programs/{}", program.slug);
    // The one who goes is told too, and with everything else of theirs that goes.
    announce(ctx, tx, program, &ended, PairingNotification::ProposalErased, &link, (EventKind::ProposalTakenBack, None)).await
}

async fn close(ctx: &Ctx, tx: &mut Tx, program: &Program, which: Closing) -> Result<(), Error> {
    requests::lock_program(tx, program.id).await?;
    let ended = proposals::take_back(tx, program.id, which, ctx.now()).await?;
    announce_taken_back(ctx, tx, program, &ended, None).await
}

/// Tells both of each that it was taken back.
pub(crate) async fn announce_taken_back(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    ended: &[Proposal],
    by: Option<PersonId>,
) -> Result<(), Error> {
    let link = format!("/programs/{}", program.slug);
    announce(ctx, tx, program, ended, PairingNotification::TakenBack, &link, (EventKind::ProposalTakenBack, by)).await
}

/// Tells both of each that it has ended.
pub(super) async fn announce(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    ended: &[Proposal],
    notification: PairingNotification,
    link: &str,
    (kind, by): (EventKind, Option<PersonId>),
) -> Result<(), Error> {
    if ended.is_empty() {
        return Ok(());
    }
    let mut ids: Vec<PersonId> = ended.iter().flat_map(|p| [p.mentee_id, p.mentor_id]).collect();
    ids.sort_unstable();
    ids.dedup();
    let people: HashMap<PersonId, Contact> = parties(tx, &ids).await?.into_iter().map(|party| (party.id, party)).collect();
    let party = |id| people.get(&id).ok_or(StoreError::Inconsistent("a proposal to somebody who is not there"));
    let mut batch = Batch::default();
    for proposal in ended {
        let (mentee, mentor) = (party(proposal.mentee_id)?, party(proposal.mentor_id)?);
        for (to, other) in [(mentee, mentor), (mentor, mentee)] {
            put(ctx, &mut batch, notification, &NotificationContext { program, to, other: &other.name, link, quote: None, until: None });
        }
        batch.event(ctx, new_event(program, proposal, kind, by));
    }
    batch.write(tx).await
}
