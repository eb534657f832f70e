//! Programs, their coordinators and questions, and who takes part.

use super::writer;
use crate::enrolments::Enrolment;
use crate::programs::Program;
use chrono::{DateTime, Utc};
use domain::programs::{Answer, Audience, QuestionKind};
use domain::{EnrolmentId, PersonId, ProgramId, QuestionId};
use sqlx::types::Json;

/// A coordinator of a program.
#[derive(Debug, Clone)]
pub struct Coordinator {
    /// The program.
    pub program_id: ProgramId,
    /// Who.
    pub person_id: PersonId,
}

/// A question asked when enrolling.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The program.
    pub program_id: ProgramId,
    /// Its place in the order.
    pub position: i32,
    /// What can be answered.
    pub kind: QuestionKind,
    /// Who is asked.
    pub audience: Audience,
    /// The question.
    pub prompt: String,
    /// What there is to choose from.
    pub options: Vec<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether it counts in the fit.
    pub counted: bool,
}

/// An answer given when enrolling.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Whose.
    pub enrolment_id: EnrolmentId,
    /// To what.
    pub question_id: QuestionId,
    /// The answer.
    pub body: Answer,
}

/// A mentor whom somebody keeps in mind.
#[derive(Debug, Clone)]
pub struct Favourite {
    /// The program.
    pub program_id: ProgramId,
    /// Who.
    pub person_id: PersonId,
    /// Whom.
    pub mentor_id: PersonId,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

writer! {
    /// Writes programs.
    programs("programs", p: Program) {
        id: p.id,
        organisation_id: p.organisation_id,
        slug: &p.slug,
        template: p.template,
        kind: p.kind,
        status: p.status,
        name: &p.name,
        summary: &p.summary,
        description: &p.description,
        picture_id: p.picture_id,
        starts_on: p.starts_on,
        ends_on: p.ends_on,
        length_weeks: p.length_weeks,
        join_policy: p.join_policy,
        approval: p.approval,
        join_token: &p.join_token,
        matching: p.matching,
        default_capacity: p.default_capacity,
        max_open_requests: p.max_open_requests,
        request_days: p.request_days,
        publish_as: p.publish_as,
        proposal_days: p.proposal_days,
        agreement: &p.agreement,
        roster_version: p.roster_version,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}

writer! {
    /// Writes who coordinates.
    coordinators("program_coordinators", c: Coordinator) { program_id: c.program_id, person_id: c.person_id }
}

writer! {
    /// Writes the questions of programs.
    questions("program_questions", q: Question) {
        id: q.id,
        program_id: q.program_id,
        position: q.position,
        kind: q.kind,
        audience: q.audience,
        prompt: &q.prompt,
        options: Json(&q.options),
        required: q.required,
        counted: q.counted,
    }
}

writer! {
    /// Writes enrolments.
    enrolments("enrolments", e: Enrolment) {
        id: e.id,
        program_id: e.program_id,
        person_id: e.person_id,
        status: e.status,
        as_mentor: e.as_mentor,
        as_mentee: e.as_mentee,
        capacity: e.capacity,
        criteria: &e.criteria,
        version: e.version,
        created_at: e.created_at,
        updated_at: e.updated_at,
    }
}

writer! {
    /// Writes answers.
    answers("answers", a: Answered) { enrolment_id: a.enrolment_id, question_id: a.question_id, body: Json(&a.body) }
}

writer! {
    /// Writes favourites.
    favourites("favourites", f: Favourite) {
        program_id: f.program_id,
        person_id: f.person_id,
        mentor_id: f.mentor_id,
        created_at: f.created_at,
    }
}
