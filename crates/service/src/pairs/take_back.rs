//! Mentorships on which nobody has acted are taken back as if they had never begun: requests that they closed are open again, their
//! spaces go, and both people are told.

use super::requests::open_again;
use crate::announce::{Batch, Event};
use crate::notify::{PairingNotification, ToBoth, program_link, space_link};
use crate::parties::Parties;
use crate::{Actor, Ctx, Error, spaces};
use domain::PersonId;
use domain::events::EventKind;
use serde_json::json;
use store::match_runs::publishing::{self, TakenBack, Untouched};
use store::programs::Program;
use store::{Tx, notifications};

/// Takes them back and says which they were. Part of the caller's transaction, after the program and the mentorships were held.
pub(crate) async fn take_back(ctx: &Ctx, tx: &mut Tx, program: &Program, which: Untouched) -> Result<Vec<TakenBack>, Error> {
    open_again(ctx, tx, program, which).await?;
    let back = publishing::take_back(tx, which).await?;
    spaces::after_taking_back(ctx, tx, &back).await?;
    Ok(back)
}

/// Tells both of each mentorship that it was taken back, and that it happened.
pub(crate) async fn notify_taken_back(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    program: &Program,
    back: &[TakenBack],
) -> Result<Batch, Error> {
    let people = Parties::read(tx, back.iter().flat_map(|taken| [taken.mentor_id, taken.mentee_id]).collect()).await?;
    let link = program_link(program);
    let gone: Vec<(PersonId, String)> =
        back.iter().flat_map(|taken| [taken.mentor_id, taken.mentee_id].map(|person| (person, space_link(taken.id)))).collect();
    notifications::lead_elsewhere(tx, &gone, &link).await?;
    let mut batch = Batch::default();
    for taken in back {
        let (mentor, mentee) = (people.get(taken.mentor_id)?, people.get(taken.mentee_id)?);
        ToBoth { program, mentee, mentor, link: &link, until: None }.put(
            ctx,
            &mut batch,
            PairingNotification::TakenBack,
            PairingNotification::TakenBack,
        );
        let event = Event::in_program(program, EventKind::MentorshipTakenBack, Some(actor.id), taken.id.0);
        batch.event(ctx, event.with(json!({ "mentor": taken.mentor_id, "mentee": taken.mentee_id })));
    }
    Ok(batch)
}
