//! A person's own mentorships, for `/home`.

use super::waiting::Known;
use super::words::{Dates, at_a_glance, when};
use crate::{Actor, Ctx, Error, Reader};
use domain::mentorships::SpaceRole;
use domain::mentorships::views::{HomeMentorships, MentorshipCard};
use domain::shared::Face;
use store::mentorships::overview::Listed;
use use_case::use_case;

/// Everything that `/home` shows of somebody's mentorships: the current ones, what waits, goals in progress. A fixed number
/// of queries, however many mentorships there are.
#[use_case]
pub async fn for_home(ctx: &Ctx, actor: &Actor) -> Result<HomeMentorships, Error> {
    let mut tx = ctx.read().await?;
    let reader = Reader::of(ctx, actor);
    let known = Known::read(&mut tx, reader, None).await?;
    let (past, current): (Vec<&Listed>, Vec<&Listed>) = known.mentorships.iter().partition(|m| m.status.is_over());
    Ok(HomeMentorships {
        current: current.into_iter().map(|m| card(reader, &known, m)).collect(),
        past: past.into_iter().map(|m| card(reader, &known, m)).collect(),
        waiting: known.waiting(),
        more_due: known.more_due,
        goals: known.in_progress(),
    })
}

fn card(reader: Reader, known: &Known, m: &Listed) -> MentorshipCard {
    let mentor = m.mentor_id == reader.id;
    let other = if mentor { mentee_face(m) } else { mentor_face(m) };
    let dates = Dates { started_on: m.started_on, ends_on: m.ends_on, ended_on: m.ended_at.map(|at| reader.day(at)) };
    MentorshipCard {
        id: m.id,
        program: m.program.clone(),
        role: if mentor { SpaceRole::Mentor } else { SpaceRole::Mentee },
        other,
        status: m.status,
        when: when(reader.i18n, dates),
        progress: at_a_glance(known.counted.iter().filter(|c| c.mentorship_id == m.id)),
    }
}

/// The mentor of a listed mentorship.
pub(super) fn mentor_face(m: &Listed) -> Face {
    Face { id: m.mentor_id, name: m.mentor_name.clone(), picture: m.mentor_picture, headline: None }
}

/// The mentee of a listed mentorship.
pub(super) fn mentee_face(m: &Listed) -> Face {
    Face { id: m.mentee_id, name: m.mentee_name.clone(), picture: m.mentee_picture, headline: None }
}
