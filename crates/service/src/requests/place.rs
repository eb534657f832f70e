//! Two people become a pair: the check that they may, and the mentorship.

use super::{close, party};
use crate::announce::{Event, event};
use crate::mentorships::first_day;
use crate::spaces::space_for;
use crate::{Ctx, Error};
use chrono::Days;
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::mentorships::MentorshipStatus;
use domain::requests::{AcceptFacts, CloseReason, may_accept};
use domain::{MentorshipId, PersonId, Refusal, RequestId};
use serde_json::json;
use store::mentorships::Mentorship;
use store::programs::{self, Program};
use store::requests::{Closing, parties};
use store::{Tx, enrolments, leaving, mentorships, proposals, requests};

/// Which open proposals hold a place against a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReservedPlaces {
    /// All: they were promised first.
    Places,
    /// All but one to these two: they agree in another way.
    ButTheirs,
    /// None: a proposal itself begins, and who says yes first is first.
    Nothing,
}

/// Whether the two may become a pair now, or why not. Sure only while both enrolments and the program are held.
pub(crate) async fn check(
    tx: &mut Tx,
    program: &Program,
    mentor: PersonId,
    mentee: PersonId,
    reserved: ReservedPlaces,
) -> Result<Result<(), Refusal>, Error> {
    let placed = mentorships::mentee_is_placed(tx, program.id, mentee).await?;
    let (promised, places) = match reserved {
        ReservedPlaces::Nothing => (false, 0),
        ReservedPlaces::Places => {
            (proposals::held_for(tx, program.id, mentee).await?.is_some(), proposals::places_held(tx, program.id, mentor, None).await?)
        }
        ReservedPlaces::ButTheirs => (
            proposals::held_for(tx, program.id, mentee).await?.is_some_and(|other| other != mentor),
            proposals::places_held(tx, program.id, mentor, Some(mentee)).await?,
        ),
    };
    let asked = enrolments::of(tx, program.id, mentor).await?;
    let asker = enrolments::of(tx, program.id, mentee).await?;
    let leaving = leaving::of_two(tx, mentor, mentee).await?;
    let answer = may_accept(&AcceptFacts {
        same_person: mentor == mentee,
        asker_is_active_mentee: asker.is_some_and(|e| e.as_mentee && e.status == EnrolmentStatus::Active) && !leaving.contains(&mentee),
        asked_is_active_mentor: asked.as_ref().is_some_and(|e| e.as_mentor && e.status == EnrolmentStatus::Active)
            && !leaving.contains(&mentor),
        program: program.status,
        mentees_now: mentorships::places_taken(tx, program.id, mentor).await? + places,
        capacity: asked.map_or(0, |e| e.capacity),
        mentee_has_mentor: placed || promised,
    });
    Ok(match answer {
        Err(Refusal::MenteeHasMentor) if !placed => Err(Refusal::MenteeHasProposal),
        other => other,
    })
}

/// Makes the mentorship, active from the mentee's today, and closes the mentee's other open requests in the program. Their mentors are
/// told; the new mentor hears of it from the caller. An open proposal to the two has come true with it.
pub(crate) async fn make(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    mentor: PersonId,
    mentee: PersonId,
    request: Option<RequestId>,
    by: PersonId,
) -> Result<MentorshipId, Error> {
    let now = ctx.now();
    let people = parties(tx, &[mentee]).await?;
    let today = first_day(ctx, &party(&people, mentee)?.zone);
    let length = Days::new(7 * u64::try_from(program.length_weeks).unwrap_or(0));
    let id = ctx.id();
    let mentorship = Mentorship {
        id,
        program_id: program.id,
        space_id: space_for(ctx, tx, program, mentor, id).await?,
        mentor_id: mentor,
        mentee_id: mentee,
        request_id: request,
        status: MentorshipStatus::Active,
        agreement: program.agreement.clone(),
        started_on: Some(today),
        ends_on: today.checked_add_days(length),
        ended_at: None,
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: now,
    };
    mentorships::insert(tx, &mentorship).await?;
    let new_event = Event {
        kind: EventKind::MentorshipStarted,
        actor: Some(by),
        organisation: program.organisation_id,
        program: Some(program.id),
        subject: Some(mentorship.id.0),
        body: Some(json!({ "mentor": mentor, "mentee": mentee })),
    };
    event(ctx, tx, new_event).await?;
    proposals::came_true(tx, &mentorship, now).await?;
    let others = requests::close(tx, program.id, Closing::OfPlaced(mentee, mentorship.id), CloseReason::MenteePlaced, now).await?;
    close::announce(ctx, tx, &others, Some(mentor)).await?;
    programs::touch_roster(tx, program.id).await?;
    Ok(mentorship.id)
}
