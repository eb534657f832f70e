//! What somebody manages, at a glance: an organisation with its programs, and programs elsewhere that they coordinate.

use super::access::{manager, reference};
use super::audit::lines;
use crate::requests::WAITS_LONG;
use crate::{Actor, Ctx, Error, Reader};
use domain::organisations::views::{AdminPage, ProgramGlance, UnansweredLine};
use domain::shared::{OrganisationRef, ProgramRef};
use store::organisations::{self, EventFilter, ProgramNumbers, Unanswered, members};
use use_case::use_case;

/// Events shown.
const EVENTS: i64 = 12;
/// Mentors shown who let mentees wait.
const UNANSWERED: i64 = 20;

/// The page of whoever manages: of the organisation `slug`, or of the first that they manage. Whoever manages none sees the
/// programs that they coordinate, or nothing yet.
///
/// # Errors
/// [`Error::NotFound`] for an organisation that one isn't a member of, [`Error::Forbidden`] for one that one doesn't manage.
#[use_case]
pub async fn admin(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<AdminPage, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let managed = organisations::of_person(&mut tx, actor.id).await?.into_iter().filter(|(_, _, _, role)| role.manages());
    let mine: Vec<OrganisationRef> = managed.map(|(_, slug, name, _)| OrganisationRef { slug, name }).collect();
    let organisation = if slug.is_empty() && mine.is_empty() { None } else { Some(manager(&mut tx, actor, slug).await?.0) };
    let id = organisation.as_ref().map(|o| o.id);
    let numbers = organisations::program_numbers(&mut tx, id, actor.id).await?;
    let (programs, others): (Vec<_>, Vec<_>) = numbers.into_iter().partition(|p| id.is_some() && p.organisation_id == id);
    let (members, unanswered, events) = match id {
        Some(id) => {
            let events =
                organisations::events(&mut tx, id, EventFilter { without_sign_ins: true, ..EventFilter::default() }, EVENTS).await?;
            let now = ctx.now();
            let waiting = organisations::unanswered(&mut tx, id, now - WAITS_LONG, now, UNANSWERED).await?;
            (members::count(&mut tx, id, "").await?, waiting, lines(reader, events))
        }
        None => (0, Vec::new(), Vec::new()),
    };
    Ok(AdminPage {
        organisations: mine,
        organisation: organisation.as_ref().map(reference),
        members,
        programs: programs.into_iter().map(glance).collect(),
        others: others.into_iter().map(glance).collect(),
        unanswered: unanswered.into_iter().map(|row| line(reader, row)).collect(),
        events,
    })
}

fn line(reader: Reader, row: Unanswered) -> UnansweredLine {
    UnansweredLine {
        mentor: row.id,
        name: row.name,
        program: ProgramRef { slug: row.slug, name: row.program },
        requests: row.requests,
        since: reader.date(row.since),
    }
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
