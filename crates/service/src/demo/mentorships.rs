//! Mentorships in each state, their signatures and how they went.

use super::data::{self, Party};
use super::scene::{Player, Scene};
use crate::Error;
use chrono::{DateTime, Duration, Utc};
use domain::SpaceId;
use domain::events::EventKind;
use domain::mentorships::MentorshipStatus as Status;
use domain::notifications::NotificationKind;
use serde_json::json;
use store::bulk::{MentorshipReview, MentorshipSignature};
use store::events::NewEvent;
use store::mentorships::{Mentorship, Review, Signature};
use store::programs::Program;

/// Every mentorship of the data.
pub(super) fn begin(scene: &mut Scene<'_>) -> Result<(), Error> {
    let data = scene.data;
    for described in &data.texts.mentorship {
        let program = scene.program(&described.program)?.clone();
        let pair = Pair { mentor: scene.person(&described.mentor)?, mentee: scene.person(&described.mentee)? };
        let row = row(scene, described, &program, pair);
        tell(scene, &row, &program, pair);
        sign(scene, described, &row, &program, pair);
        scene.mentorships.insert(described.id.as_str(), row.clone());
        scene.rows.mentorships.push(row);
    }
    for described in &data.texts.review {
        let row = scene.mentorship(&described.mentorship)?;
        let person_id = if described.by == Party::Mentor { row.mentor_id } else { row.mentee_id };
        let created_at = row.ended_at.unwrap_or(scene.now) + Duration::hours(if described.by == Party::Mentor { 9 } else { 2 });
        let review = Review { person_id, rating: described.rating, sentence: described.text.clone(), created_at };
        let review = MentorshipReview { mentorship_id: row.id, review };
        scene.rows.reviews.push(review);
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Pair<'a> {
    mentor: Player<'a>,
    mentee: Player<'a>,
}

fn row(scene: &Scene<'_>, described: &data::Mentorship, program: &Program, pair: Pair<'_>) -> Mentorship {
    let weeks = i64::from(program.length_weeks);
    let began = described.state != Status::Proposed;
    // A proposed one was made the day before yesterday.
    let created_at = if began { scene.ago(described.started_weeks_ago) } else { scene.now - Duration::days(2) };
    let ended_at = match described.state {
        Status::Completed => Some(created_at + Duration::weeks(weeks)),
        Status::EndedEarly => Some(scene.ago(described.ended_weeks_ago.unwrap_or(0))),
        Status::Proposed | Status::Active | Status::Paused => None,
    };
    let id = scene.ctx.id();
    Mentorship {
        id,
        program_id: program.id,
        space_id: SpaceId::of_pair(id),
        mentor_id: pair.mentor.id,
        mentee_id: pair.mentee.id,
        request_id: scene.came_of.get(described.id.as_str()).copied(),
        status: described.state,
        agreement: program.agreement.clone(),
        started_on: began.then(|| created_at.date_naive()),
        ends_on: began.then(|| (created_at + Duration::weeks(weeks)).date_naive()),
        ended_at,
        end_reason: described.end_reason.clone(),
        ended_by: ended_at.map(|_| pair.mentee.id),
        version: if described.state == Status::Proposed || described.state == Status::Active { 1 } else { 2 },
        created_at,
    }
}

/// What the stream and the two people heard of it.
fn tell(scene: &mut Scene<'_>, row: &Mentorship, program: &Program, pair: Pair<'_>) {
    let (mentor, mentee) = (pair.mentor, pair.mentee);
    let link = format!("/mentorships/{}", row.id);
    if row.request_id.is_none() {
        let program_name = ("program", program.name.as_str());
        scene.told(mentee.id, row.created_at, NotificationKind::PairedWithMentor, link.clone(), &[("name", mentor.name()), program_name]);
        scene.told(mentor.id, row.created_at, NotificationKind::PairedWithMentee, link.clone(), &[("name", mentee.name()), program_name]);
    }
    if row.status == Status::Proposed {
        return;
    }
    scene.rows.events.push(NewEvent {
        body: json!({ "mentor": mentor.id, "mentee": mentee.id }),
        ..event(row.created_at, EventKind::MentorshipStarted, mentor, program, row)
    });
    let (at, kind, told) = match row.status {
        Status::Paused => (scene.ago(1), EventKind::MentorshipPaused, NotificationKind::MentorshipPaused),
        Status::Completed => (row.ended_at.unwrap_or(scene.now), EventKind::MentorshipCompleted, NotificationKind::MentorshipCompleted),
        Status::EndedEarly => (row.ended_at.unwrap_or(scene.now), EventKind::MentorshipEndedEarly, NotificationKind::MentorshipEnded),
        Status::Proposed | Status::Active => return,
    };
    scene.rows.events.push(event(at, kind, mentee, program, row));
    scene.told(mentor.id, at, told, link, &[("name", mentee.name())]);
}

fn event(at: DateTime<Utc>, kind: EventKind, actor: Player<'_>, program: &Program, row: &Mentorship) -> NewEvent {
    NewEvent {
        at,
        kind,
        actor: Some(actor.id),
        organisation: program.organisation_id,
        program: Some(program.id),
        subject: Some(row.id.0),
        body: json!({}),
    }
}

fn sign(scene: &mut Scene<'_>, described: &data::Mentorship, row: &Mentorship, program: &Program, pair: Pair<'_>) {
    for party in &described.signed {
        let (signer, other, hours) = match party {
            Party::Mentor => (pair.mentor, pair.mentee, 20),
            Party::Mentee => (pair.mentee, pair.mentor, 31),
        };
        let signed_at = row.created_at + Duration::hours(hours);
        let signature = Signature { person_id: signer.id, signed_at };
        scene.rows.signatures.push(MentorshipSignature { mentorship_id: row.id, signature });
        scene.rows.events.push(event(signed_at, EventKind::MentorshipSigned, signer, program, row));
        scene.told(other.id, signed_at, NotificationKind::AgreementSigned, format!("/mentorships/{}", row.id), &[("name", signer.name())]);
    }
}
