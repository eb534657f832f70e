//! Two people become a pair: the check that they may, and the mentorship.

use super::requests::announce_closed;
use crate::announce::{Event, event};
use crate::mentorships::first_day;
use crate::parties::Parties;
use crate::spaces::space_for;
use crate::{Ctx, Error};
use chrono::Days;
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::match_runs::Couple;
use domain::mentorships::MentorshipStatus;
use domain::requests::{AcceptFacts, CloseReason, may_accept};
use domain::{MentorshipId, PersonId, Refusal, RequestId, SpaceId};
use serde_json::json;
use store::mentorships::Mentorship;
use store::programs::{self, Program};
use store::requests::Closing;
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
pub(crate) async fn may_pair(
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
pub(crate) async fn begin_pair(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    mentor: PersonId,
    mentee: PersonId,
    request: Option<RequestId>,
    by: PersonId,
) -> Result<MentorshipId, Error> {
    let now = ctx.now();
    let people = Parties::read(tx, vec![mentee]).await?;
    let id = ctx.id();
    let space = space_for(ctx, tx, program, mentor, id).await?;
    let begun =
        Mentorship { request_id: request, ..mentorship(ctx, program, (id, space), Couple { mentee, mentor }, &people.get(mentee)?.zone) };
    mentorships::insert(tx, &begun).await?;
    event(ctx, tx, began(program, &begun, by)).await?;
    proposals::came_true(tx, &begun, now).await?;
    let others = requests::close(tx, program.id, Closing::OfPlaced(mentee, id), CloseReason::MenteePlaced, now).await?;
    announce_closed(ctx, tx, &others, Some(mentor)).await?;
    programs::touch_roster(tx, program.id).await?;
    Ok(id)
}

/// A mentorship of two that begins now, on the mentee's today by their IANA time zone. Its id and its space are new, or to be.
pub(crate) fn mentorship(
    ctx: &Ctx,
    program: &Program,
    (id, space): (MentorshipId, SpaceId),
    couple: Couple,
    mentee_zone: &str,
) -> Mentorship {
    let today = first_day(ctx, mentee_zone);
    let length = Days::new(7 * u64::try_from(program.length_weeks).unwrap_or(0));
    Mentorship {
        id,
        program_id: program.id,
        space_id: space,
        mentor_id: couple.mentor,
        mentee_id: couple.mentee,
        request_id: None,
        status: MentorshipStatus::Active,
        agreement: program.agreement.clone(),
        started_on: Some(today),
        ends_on: today.checked_add_days(length),
        ended_at: None,
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: ctx.now(),
    }
}

/// The event that a mentorship has begun.
pub(crate) fn began(program: &Program, mentorship: &Mentorship, by: PersonId) -> Event {
    Event::in_program(program, EventKind::MentorshipStarted, Some(by), mentorship.id.0)
        .with(json!({ "mentor": mentorship.mentor_id, "mentee": mentorship.mentee_id }))
}
