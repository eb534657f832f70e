//! The programs from their templates, who coordinates them and who takes part.

use super::answers::{Asked, answer};
use super::builder::{DemoBuilder, DemoPerson};
use super::data::{self, Side, missing};
use crate::{Error, tokens};
use chrono::{Duration, NaiveDate};
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::fit::Criterion;
use domain::limits::{OPEN_REQUESTS_DEFAULT, PROPOSAL_DAYS_DEFAULT, REQUEST_DAYS_DEFAULT};
use domain::programs::JoinPolicy;
use domain::programs::PublishAs;
use domain::{EnrolmentId, ProgramId};
use store::Json;
use store::bulk;
use store::enrolments::Enrolment;
use store::programs::Program;

/// Opens every program and lets people in.
pub(super) fn open(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    for described in &builder.data.texts.program {
        let template = builder.data.templates.iter().find(|template| template.id == described.template);
        let template = template.ok_or_else(|| missing("a template", described.template.as_str()))?;
        let program = row(builder, described, template);
        builder.rows.programs.push(program.clone());
        for who in &described.coordinators {
            let person_id = builder.person(who)?.id;
            builder.rows.coordinators.push(bulk::Coordinator { program_id: program.id, person_id });
        }
        if let Some(first) = described.coordinators.first() {
            let by = builder.person(first)?.id;
            builder.happened(program.created_at, EventKind::ProgramCreated, by, &program, program.id.0);
        }
        let asked = ask(builder, program.id, template);
        for (n, demo_person) in builder.people.clone().into_iter().enumerate() {
            if let Some(side) = side(described, demo_person) {
                enrol(builder, described, &program, &asked, n, demo_person, side)?;
            }
        }
    }
    favourites(builder)?;
    match_preferences(builder)
}

fn row(builder: &DemoBuilder<'_>, described: &data::Program, template: &data::Template) -> Program {
    let opened = builder.ago(described.opened_weeks_ago);
    let organisation = builder.rows.organisations.first().filter(|_| described.organisation).map(|organisation| organisation.id);
    Program {
        id: builder.ctx.id(),
        organisation_id: organisation,
        slug: described.slug.clone(),
        template: described.template,
        kind: template.kind,
        status: described.status,
        name: described.name.clone(),
        summary: described.summary.clone(),
        description: described.description.clone(),
        picture_id: None,
        starts_on: monday_after(opened.date_naive()),
        ends_on: None,
        length_weeks: template.length_weeks,
        join_policy: if organisation.is_some() { template.join_policy } else { JoinPolicy::Everyone },
        approval: described.approval,
        join_token: tokens::new(builder.ctx).secret,
        matching: template.matching,
        default_capacity: template.default_capacity,
        max_open_requests: OPEN_REQUESTS_DEFAULT,
        request_days: REQUEST_DAYS_DEFAULT,
        publish_as: PublishAs::Begun,
        proposal_days: PROPOSAL_DAYS_DEFAULT,
        agreement: template.agreement.en.clone(),
        roster_version: 1,
        version: 1,
        created_at: opened,
        updated_at: opened,
    }
}

/// Programs begin on a Monday.
fn monday_after(day: NaiveDate) -> Option<NaiveDate> {
    day.iter_days().find(|day| chrono::Datelike::weekday(day) == chrono::Weekday::Mon)
}

/// The template's questions become the program's.
fn ask<'a>(builder: &mut DemoBuilder<'_>, program_id: ProgramId, template: &'a data::Template) -> Vec<Asked<'a>> {
    let mut asked = Vec::new();
    for (position, question) in (0_i32..).zip(&template.question) {
        let id = builder.ctx.id();
        builder.rows.questions.push(bulk::Question {
            id,
            program_id,
            position,
            kind: question.kind,
            audience: question.audience,
            prompt: question.prompt.en.clone(),
            options: question.options.iter().map(|option| option.en.clone()).collect(),
            required: question.required,
            counted: question.counted,
        });
        asked.push(Asked { id, question });
    }
    asked
}

/// As what somebody takes part in a program, if at all.
fn side(program: &data::Program, demo_person: DemoPerson<'_>) -> Option<Side> {
    let who = &demo_person.data.who;
    if program.everybody && program.organisation == who.organisation {
        Some(who.side)
    } else if program.mentors.contains(&who.email) {
        Some(Side::Mentor)
    } else if program.mentees.contains(&who.email) {
        Some(Side::Mentee)
    } else {
        None
    }
}

fn enrol(
    builder: &mut DemoBuilder<'_>,
    described: &data::Program,
    program: &Program,
    asked: &[Asked<'_>],
    n: usize,
    demo_person: DemoPerson<'_>,
    side: Side,
) -> Result<(), Error> {
    let who = &demo_person.data.who;
    // Most enrol in the first two weeks; whoever waits for approval does so since yesterday.
    let pending = described.pending.contains(&who.email);
    let hours = i64::try_from(n * 5).unwrap_or(0) + 2;
    let at = if pending { builder.now - Duration::hours(26) } else { program.created_at + Duration::hours(hours) };
    let (as_mentor, as_mentee) = (side != Side::Mentee, side != Side::Mentor);
    let status = if pending {
        EnrolmentStatus::Pending
    } else if described.paused.contains(&who.email) {
        EnrolmentStatus::Paused
    } else {
        EnrolmentStatus::Active
    };
    let capacity = match (as_mentor, described.everybody) {
        (false, _) => 0,
        (true, true) => who.capacity,
        (true, false) => program.default_capacity,
    };
    let id: EnrolmentId = builder.ctx.id();
    builder.rows.enrolments.push(Enrolment {
        id,
        program_id: program.id,
        person_id: demo_person.id,
        status,
        as_mentor,
        as_mentee,
        capacity,
        criteria: Json(if as_mentee { criteria(n) } else { Vec::new() }),
        version: 1,
        created_at: at,
        updated_at: at,
    });
    let (wants, offers) = (&demo_person.data.wants.skills, &demo_person.data.offers.skills);
    let skills: Vec<String> = if as_mentee { wants.iter().chain(offers).cloned().collect() } else { offers.clone() };
    for asked in asked.iter().filter(|asked| asked.question.audience.asks(as_mentor, as_mentee)) {
        let body = answer(&builder.data.answers, asked.question, demo_person.data.place.locale, &skills, n)?;
        builder.rows.answers.push(bulk::Answered { enrolment_id: id, question_id: asked.id, body });
    }
    builder.happened(at, EventKind::EnrolmentJoined, demo_person.id, program, id.0);
    Ok(())
}

/// What matters to a mentee, most important first: something else to everybody.
pub(super) fn criteria(n: usize) -> Vec<String> {
    use Criterion::{Aims, Availability, Experience, Languages, Skills};
    let orders = [[Skills, Aims, Availability], [Aims, Skills, Experience], [Skills, Availability, Languages], [Experience, Skills, Aims]];
    let order = orders.get(n % orders.len()).into_iter().flatten();
    order.map(|criterion| criterion.as_str().to_owned()).collect()
}

fn favourites(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    for kept in &builder.data.texts.favourite {
        let (program_id, person_id) = (builder.program(&kept.program)?.id, builder.person(&kept.who)?.id);
        for mentor in &kept.mentors {
            let favourite = bulk::Favourite { program_id, person_id, mentor_id: builder.person(mentor)?.id, created_at: builder.ago(1) };
            builder.rows.favourites.push(favourite);
        }
    }
    Ok(())
}

/// Whom people name, the first preference first.
fn match_preferences(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    for list in &builder.data.texts.match_preferences {
        let (program_id, person_id) = (builder.program(&list.program)?.id, builder.person(&list.who)?.id);
        for (place, preference) in (1..).zip(&list.preferences) {
            let (preferred_id, created_at) = (builder.person(preference)?.id, builder.ago(1));
            builder.rows.match_preferences.push(bulk::MatchPreference {
                program_id,
                person_id,
                side: list.side,
                preferred_id,
                place,
                created_at,
            });
        }
    }
    Ok(())
}
