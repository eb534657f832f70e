//! Who coordinates a program: named by their address, and never none at all.

use super::notify;
use crate::{Actor, Ctx, Error, access, announce};
use domain::accounts::{email, email_key};
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::{PersonId, ProblemCode, Problems, Refusal};
use serde_json::json;
use store::programs;
use use_case::use_case;

/// Names a coordinator: a participant of the program or a member of its organisation, by their address. They are told.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it,
/// what is wrong with the address, also when nobody here has it.
#[use_case]
pub async fn add_coordinator(ctx: &Ctx, actor: &Actor, slug: &str, address: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let address = email(address).map_err(|code| Problems::one("email", code))?;
    let person = programs::candidate(&mut tx, program.id, program.organisation_id, &email_key(&address)).await?;
    let person = person.ok_or_else(|| Problems::one("email", ProblemCode::NobodyHere))?;
    if programs::add_coordinator(&mut tx, program.id, person).await? {
        let link = format!("/admin/programs/{}", program.slug);
        let args = [("name", actor.name.as_str()), ("program", program.name.as_str())];
        announce::notify(ctx, &mut tx, person, NotificationKind::ProgramCoordinator, link, &args).await?;
        notify::event(ctx, &mut tx, actor, &program, EventKind::ProgramCoordinatorAdded, json!({ "person": person })).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a coordinator's name away; one may do so oneself. The last one stays unless the organisation's managers are there.
///
/// # Errors
/// As [`add_coordinator`], and [`Refusal::LastCoordinator`].
#[use_case]
pub async fn remove_coordinator(ctx: &Ctx, actor: &Actor, slug: &str, person: PersonId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let seen = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    // Two who take each other away at the same time come one after the other.
    let program = programs::lock(&mut tx, seen.id).await?.ok_or(Error::NotFound)?;
    if !programs::remove_coordinator(&mut tx, program.id, person).await? {
        return Err(Error::NotFound);
    }
    if programs::count_coordinators(&mut tx, program.id, program.organisation_id).await? == 0 {
        return Err(Refusal::LastCoordinator.into());
    }
    notify::event(ctx, &mut tx, actor, &program, EventKind::ProgramCoordinatorRemoved, json!({ "person": person })).await?;
    Ok(tx.commit().await?)
}
