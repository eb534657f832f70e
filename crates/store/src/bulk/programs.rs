//! Programs, their coordinators and questions, and who takes part.

use super::writer;
use crate::row::row;
use chrono::{DateTime, Utc};
use domain::programs::{Answer, Audience, QuestionKind};
use domain::{EnrolmentId, PersonId, ProgramId, QuestionId};
use sqlx::types::Json;

row! {
    /// A coordinator of a program.
    #[derive(Debug, Clone)]
    pub struct Coordinator in "program_coordinators" {
        /// The program.
        pub program_id: ProgramId,
        /// Who.
        pub person_id: PersonId,
    }
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

row! {
    /// A mentor whom somebody keeps in mind.
    #[derive(Debug, Clone)]
    pub struct Favourite in "favourites" {
        /// The program.
        pub program_id: ProgramId,
        /// Who.
        pub person_id: PersonId,
        /// Whom.
        pub mentor_id: PersonId,
        /// Since when.
        pub created_at: DateTime<Utc>,
    }
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
    /// Writes answers.
    answers("answers", a: Answered) { enrolment_id: a.enrolment_id, question_id: a.question_id, body: Json(&a.body) }
}
