//! Somebody who was invited by a file accepts: they are enrolled with what the file says about them.

use super::enrol::enrol;
use super::preview::may_import;
use crate::announce::{self, Event};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use store::organisations::invitations::Invitation;
use store::programs::{self, Program};
use store::{Tx, imports};

/// Enrols who accepts an invitation into a program, and says which one that is. Nobody is enrolled when the program takes
/// nobody in any more; who takes part already, or left, stays as they are.
pub(crate) async fn welcome(ctx: &Ctx, tx: &mut Tx, person: PersonId, invitation: &Invitation) -> Result<Option<Program>, Error> {
    let Some(program) = invitation.program_id else { return Ok(None) };
    let Some(program) = programs::by_id(tx, program).await?.filter(|program| may_import(program).is_ok()) else { return Ok(None) };
    let Some(said) = imports::invited(tx, invitation.id).await? else { return Ok(None) };
    for (_, enrolment) in enrol(ctx, tx, &program, vec![(person, said)]).await? {
        let new_event = Event::in_program(&program, EventKind::EnrolmentJoined, Some(person), enrolment.0);
        announce::event(ctx, tx, new_event).await?;
    }
    Ok(Some(program))
}
