//! The programs that somebody takes part in, each with the one step that comes next.

use crate::{Actor, Ctx, Error};
use domain::programs::views::{MyProgram, Next};
use domain::programs::{EnrolmentState, NextFacts, NextStep, next_step};
use store::Tx;
use store::programs::{self, Mine};
use use_case::use_case;

/// The programs in which the actor is enrolled or which they coordinate by name: those that are not over first.
#[use_case]
pub async fn mine(ctx: &Ctx, actor: &Actor) -> Result<Vec<MyProgram>, Error> {
    of(ctx, &mut ctx.read().await?, actor).await
}

pub(super) async fn of(ctx: &Ctx, tx: &mut Tx, actor: &Actor) -> Result<Vec<MyProgram>, Error> {
    let rows = programs::mine(tx, actor.id, None, ctx.now()).await?;
    Ok(rows.into_iter().map(card).collect())
}

fn card(row: Mine) -> MyProgram {
    let next = next(&row, row.coordinator);
    MyProgram {
        id: row.id,
        slug: row.slug,
        name: row.name,
        picture: row.picture_id,
        organisation: row.organisation,
        status: row.status,
        enrolment: row.enrolment,
        as_mentor: row.as_mentor.unwrap_or_default(),
        as_mentee: row.as_mentee.unwrap_or_default(),
        coordinator: row.coordinator,
        next,
    }
}

/// What comes next for somebody signed in who sees this program.
pub(super) fn next(row: &Mine, coordinator: bool) -> Next {
    let step = next_step(&NextFacts {
        program: row.status,
        join: row.join_policy,
        matching: row.matching,
        signed_in: true,
        // Whoever sees a program of an organisation belongs to it, or takes part.
        inside: true,
        coordinator,
        enrolment: row.enrolment.map(|status| EnrolmentState {
            status,
            as_mentor: row.as_mentor.unwrap_or_default(),
            as_mentee: row.as_mentee.unwrap_or_default(),
        }),
        in_mentorship: row.mentorship.is_some(),
        has_mentor: row.has_mentor,
        to_answer: row.to_answer,
        asked: row.asked,
    });
    Next {
        step,
        mentorship: row.mentorship.filter(|_| step == NextStep::OpenMentorship),
        requests: if step == NextStep::AnswerRequests { row.to_answer } else { row.asked },
    }
}
