//! What somebody manages, at a glance: an organisation with its programs, and programs elsewhere that they coordinate.

use super::audit::lines;
use super::standing::{manager, reference};
use crate::{Actor, Ctx, Error};
use domain::organisations::views::{AdminPage, OrganisationRef, ProgramGlance};
use store::dialect;
use store::organisations::{self, ProgramNumbers, members};

/// Events shown.
const EVENTS: i64 = 12;

/// The page of whoever manages: of the organisation `slug`, or of the first that they manage. Whoever manages none sees the
/// programs that they coordinate, or nothing yet.
///
/// # Errors
/// [`Error::NotFound`] for an organisation that one isn't a member of, [`Error::Forbidden`] for one that one doesn't manage.
pub async fn admin(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<AdminPage, Error> {
    let mut tx = ctx.read().await?;
    let managed = organisations::of_person(&mut tx, actor.id).await?.into_iter().filter(|(_, _, _, role)| role.manages());
    let mine: Vec<OrganisationRef> = managed.map(|(_, slug, name, _)| OrganisationRef { slug, name }).collect();
    let organisation = if slug.is_empty() && mine.is_empty() { None } else { Some(manager(&mut tx, actor, slug).await?.0) };
    let id = organisation.as_ref().map(|o| o.id);
    let numbers = organisations::program_numbers(&mut tx, id, actor.id).await?;
    let (programs, others): (Vec<_>, Vec<_>) = numbers.into_iter().partition(|p| id.is_some() && p.organisation_id == id);
    let (members, events) = match id {
        Some(id) => {
            let events = organisations::events(&mut tx, id, "", None, EVENTS).await?;
            (members::count(&mut tx, id, &dialect::contains("")).await?, lines(actor, events))
        }
        None => (0, Vec::new()),
    };
    Ok(AdminPage {
        organisations: mine,
        organisation: organisation.as_ref().map(reference),
        members,
        programs: programs.into_iter().map(glance).collect(),
        others: others.into_iter().map(glance).collect(),
        events,
    })
}

fn glance(p: ProgramNumbers) -> ProgramGlance {
    ProgramGlance {
        slug: p.slug,
        name: p.name,
        status: p.status,
        participants: p.participants,
        pending: p.pending,
        open_requests: p.open_requests,
        mentorships: p.mentorships,
        achieved: p.achieved,
    }
}
