//! A program's public face: what it is, who runs it, and the reader's next step.

use super::mine::next;
use crate::access::ProgramAccess;
use crate::{Actor, Ctx, Error, access};
use domain::programs::views::{Next, ProgramPage};
use domain::programs::{NextFacts, next_step};
use domain::shared::Face;
use store::programs::{self, Coordinator};
use use_case::use_case;

/// A program as somebody sees it who may, signed in or not.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for them.
#[use_case]
pub async fn view(ctx: &Ctx, actor: Option<&Actor>, slug: &str) -> Result<ProgramPage, Error> {
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, actor, slug).await?;
    let id = access.program.id;
    let row = match actor {
        Some(actor) => programs::mine(&mut tx, actor.id, Some(id), ctx.now()).await?.into_iter().next(),
        None => None,
    };
    let next = row.as_ref().map_or_else(|| of_visitor(&access), |row| next(row, access.coordinator));
    // To those who don't know each other a coordinator is a name.
    let known = access.sees_people() || access.org_role.is_some();
    let coordinators = programs::coordinators(&mut tx, id).await?;
    let participants = programs::participating(&mut tx, id).await?;
    let program = access.program;
    Ok(ProgramPage {
        slug: program.slug,
        name: program.name,
        summary: program.summary,
        description: program.description,
        picture: program.picture_id,
        organisation: row.and_then(|row| row.organisation),
        status: program.status,
        starts_on: program.starts_on,
        ends_on: program.ends_on,
        length_weeks: program.length_weeks,
        matching: program.matching,
        join_policy: program.join_policy,
        approval: program.approval,
        participants,
        coordinators: coordinators.into_iter().map(|one| if known { face(one) } else { name_alone(one) }).collect(),
        enrolment: access.enrolment.map(|e| e.status),
        coordinator: access.coordinator,
        next,
    })
}

/// What comes next for somebody who isn't signed in. They see programs of the open community alone.
fn of_visitor(access: &ProgramAccess) -> Next {
    let step = next_step(&NextFacts {
        program: access.program.status,
        join: access.program.join_policy,
        matching: access.program.matching,
        signed_in: false,
        inside: true,
        coordinator: false,
        enrolment: None,
        in_mentorship: false,
        has_mentor: false,
        to_answer: 0,
        asked: 0,
    });
    Next { step, mentorship: None, requests: 0 }
}

fn name_alone(coordinator: Coordinator) -> Face {
    Face { id: coordinator.id, name: coordinator.name, headline: None, picture: None }
}

/// A coordinator's face.
pub(super) fn face(coordinator: Coordinator) -> Face {
    Face { id: coordinator.id, name: coordinator.name, headline: coordinator.headline, picture: coordinator.picture_id }
}
