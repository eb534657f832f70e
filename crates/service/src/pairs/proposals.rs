//! Proposals that end without a word of their two people: taken back, or because the pair can't come about any more.

use crate::announce::{Batch, Event};
use crate::notify::{PairingNotification, ToBoth, program_link};
use crate::parties::Parties;
use crate::{Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use serde_json::json;
use store::Tx;
use store::programs::Program;
use store::proposals::{self, Closing, Proposal};
use store::requests;

/// Takes back open proposals of a program.
pub(super) async fn close(ctx: &Ctx, tx: &mut Tx, program: &Program, which: Closing) -> Result<(), Error> {
    requests::lock_program(tx, program.id).await?;
    let ended = proposals::take_back(tx, program.id, which, ctx.now()).await?;
    announce_taken_back(ctx, tx, program, &ended, None).await
}

/// Takes back the open proposals to somebody whose account is erased, and tells the others.
pub(super) async fn close_for_erasure(ctx: &Ctx, tx: &mut Tx, program: &Program, person: PersonId) -> Result<(), Error> {
    requests::lock_program(tx, program.id).await?;
    let mut ended = proposals::take_back(tx, program.id, Closing::ToMentor(person), ctx.now()).await?;
    ended.extend(proposals::take_back(tx, program.id, Closing::ToMentee(person), ctx.now()).await?);
    // The one who goes is told too, and with everything else of theirs that goes.
    announce_ended(ctx, tx, program, &ended, PairingNotification::ProposalErased, (EventKind::ProposalTakenBack, None)).await
}

/// Tells both of each that it was taken back.
pub(crate) async fn announce_taken_back(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    ended: &[Proposal],
    by: Option<PersonId>,
) -> Result<(), Error> {
    announce_ended(ctx, tx, program, ended, PairingNotification::TakenBack, (EventKind::ProposalTakenBack, by)).await
}

/// Tells both of each that it has ended.
pub(crate) async fn announce_ended(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    ended: &[Proposal],
    notification: PairingNotification,
    (kind, by): (EventKind, Option<PersonId>),
) -> Result<(), Error> {
    if ended.is_empty() {
        return Ok(());
    }
    let people = Parties::read(tx, ended.iter().flat_map(|proposal| [proposal.mentee_id, proposal.mentor_id]).collect()).await?;
    let link = program_link(program);
    let mut batch = Batch::default();
    for proposal in ended {
        let (mentee, mentor) = (people.get(proposal.mentee_id)?, people.get(proposal.mentor_id)?);
        ToBoth { program, mentee, mentor, link: &link, until: None }.put(ctx, &mut batch, notification, notification);
        batch.event(ctx, proposal_event(program, proposal, kind, by));
    }
    batch.write(tx).await
}

/// An event about a proposal.
pub(crate) fn proposal_event(program: &Program, proposal: &Proposal, kind: EventKind, actor: Option<PersonId>) -> Event {
    Event::in_program(program, kind, actor, proposal.id.0).with(json!({ "mentor": proposal.mentor_id, "mentee": proposal.mentee_id }))
}
