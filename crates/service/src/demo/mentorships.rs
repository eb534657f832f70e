//! Mentorships in each state, their signatures and how they went.

use super::builder::{DemoBuilder, DemoPerson};
use super::data::{self, DemoParty};
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
pub(super) fn begin(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    let data = builder.data;
    for described in &data.texts.mentorship {
        let program = builder.program(&described.program)?.clone();
        let pair = Pair { mentor: builder.person(&described.mentor)?, mentee: builder.person(&described.mentee)? };
        let row = row(builder, described, &program, pair);
        add_events(builder, &row, &program, pair);
        sign(builder, described, &row, &program, pair);
        builder.mentorships.insert(described.id.as_str(), row.clone());
        builder.rows.mentorships.push(row);
    }
    for described in &data.texts.review {
        let row = builder.mentorship(&described.mentorship)?;
        let person_id = if described.by == DemoParty::Mentor { row.mentor_id } else { row.mentee_id };
        let created_at = row.ended_at.unwrap_or(builder.now) + Duration::hours(if described.by == DemoParty::Mentor { 9 } else { 2 });
        let review = Review { person_id, rating: described.rating, sentence: described.text.clone(), created_at };
        let review = MentorshipReview { mentorship_id: row.id, review };
        builder.rows.reviews.push(review);
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Pair<'a> {
    mentor: DemoPerson<'a>,
    mentee: DemoPerson<'a>,
}

fn row(builder: &DemoBuilder<'_>, described: &data::Mentorship, program: &Program, pair: Pair<'_>) -> Mentorship {
    let weeks = i64::from(program.length_weeks);
    let began = described.state != Status::Proposed;
    // A proposed one was made the day before yesterday.
    let created_at = if began { builder.ago(described.started_weeks_ago) } else { builder.now - Duration::days(2) };
    let ended_at = match described.state {
        Status::Completed => Some(created_at + Duration::weeks(weeks)),
        Status::EndedEarly => Some(builder.ago(described.ended_weeks_ago.unwrap_or(0))),
        Status::Proposed | Status::Active | Status::Paused => None,
    };
    let id = builder.ctx.id();
    Mentorship {
        id,
        program_id: program.id,
        space_id: SpaceId::of_pair(id),
        mentor_id: pair.mentor.id,
        mentee_id: pair.mentee.id,
        request_id: builder.came_of.get(described.id.as_str()).copied(),
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
fn add_events(builder: &mut DemoBuilder<'_>, row: &Mentorship, program: &Program, pair: Pair<'_>) {
    let (mentor, mentee) = (pair.mentor, pair.mentee);
    let link = format!("/mentorships/{}", row.id);
    if row.request_id.is_none() {
        let program_name = ("program", program.name.as_str());
        builder.told(mentee.id, row.created_at, NotificationKind::PairedWithMentor, link.clone(), &[("name", mentor.name()), program_name]);
        builder.told(mentor.id, row.created_at, NotificationKind::PairedWithMentee, link.clone(), &[("name", mentee.name()), program_name]);
    }
    if row.status == Status::Proposed {
        return;
    }
    builder.rows.events.push(NewEvent {
        body: json!({ "mentor": mentor.id, "mentee": mentee.id }),
        ..event(row.created_at, EventKind::MentorshipStarted, mentor, program, row)
    });
    let (at, kind, told) = match row.status {
        Status::Paused => (builder.ago(1), EventKind::MentorshipPaused, NotificationKind::MentorshipPaused),
        Status::Completed => (row.ended_at.unwrap_or(builder.now), EventKind::MentorshipCompleted, NotificationKind::MentorshipCompleted),
        Status::EndedEarly => (row.ended_at.unwrap_or(builder.now), EventKind::MentorshipEndedEarly, NotificationKind::MentorshipEnded),
        Status::Proposed | Status::Active => return,
    };
    builder.rows.events.push(event(at, kind, mentee, program, row));
    builder.told(mentor.id, at, told, link, &[("name", mentee.name())]);
}

fn event(at: DateTime<Utc>, kind: EventKind, actor: DemoPerson<'_>, program: &Program, row: &Mentorship) -> NewEvent {
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

fn sign(builder: &mut DemoBuilder<'_>, described: &data::Mentorship, row: &Mentorship, program: &Program, pair: Pair<'_>) {
    for party in &described.signed {
        let (signer, other, hours) = match party {
            DemoParty::Mentor => (pair.mentor, pair.mentee, 20),
            DemoParty::Mentee => (pair.mentee, pair.mentor, 31),
        };
        let signed_at = row.created_at + Duration::hours(hours);
        let signature = Signature { person_id: signer.id, signed_at };
        builder.rows.signatures.push(MentorshipSignature { mentorship_id: row.id, signature });
        builder.rows.events.push(event(signed_at, EventKind::MentorshipSigned, signer, program, row));
        builder.told(
            other.id,
            signed_at,
            NotificationKind::AgreementSigned,
            format!("/mentorships/{}", row.id),
            &[("name", signer.name())],
        );
    }
}
