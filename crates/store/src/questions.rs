//! Enrolment questions and the answers to them.

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::programs::questions::Question;
use domain::programs::{Answer, Audience, QuestionKind};
use domain::{EnrolmentId, ProgramId, QuestionId};
use sqlx::types::Json;

row! {
    struct QuestionRow {
        id: QuestionId,
        position: i32,
        kind: QuestionKind,
        audience: Audience,
        prompt: String,
        options: Json<Vec<String>>,
        required: bool,
        counted: bool,
    }
}

impl From<QuestionRow> for Question {
    fn from(row: QuestionRow) -> Self {
        let QuestionRow { id, position, kind, audience, prompt, options, required, counted } = row;
        Self { id, position, kind, audience, prompt, options: options.0, required, counted }
    }
}

/// A program's questions in their order.
pub async fn of_program(tx: &mut Tx, program: ProgramId) -> Result<Vec<Question>, StoreError> {
    let rows: Vec<QuestionRow> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT id, position, kind, audience, prompt, options, required, counted FROM program_questions WHERE program_id = $1 ORDER BY position, id"
    )
    .bind(program)
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(Question::from).collect())
}

/// Writes a new question.
pub async fn insert(tx: &mut Tx, program: ProgramId, q: &Question) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "INSERT INTO program_questions (id, program_id, position, kind, audience, prompt, options, required, counted)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )
    .bind(q.id)
    .bind(program)
    .bind(q.position)
    .bind(q.kind)
    .bind(q.audience)
    .bind(&q.prompt)
    .bind(Json(&q.options))
    .bind(q.required)
    .bind(q.counted)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Writes what a question says now.
pub async fn update(tx: &mut Tx, q: &Question) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE program_questions SET position = $2, kind = $3, audience = $4, prompt = $5, options = $6, required = $7, counted = $8
         WHERE id = $1"
    )
    .bind(q.id)
    .bind(q.position)
    .bind(q.kind)
    .bind(q.audience)
    .bind(&q.prompt)
    .bind(Json(&q.options))
    .bind(q.required)
    .bind(q.counted)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Removes a question with all answers to it.
pub async fn remove(tx: &mut Tx, id: QuestionId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM program_questions WHERE id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Removes the answers to a question: it asks something else now.
pub async fn forget_answers(tx: &mut Tx, id: QuestionId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM answers WHERE question_id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// How many have answered each question of a program; those without answers are left out.
pub async fn answered(tx: &mut Tx, program: ProgramId) -> Result<Vec<(QuestionId, i64)>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
        "SELECT a.question_id, COUNT(*) FROM answers a JOIN program_questions q ON q.id = a.question_id WHERE q.program_id = $1 GROUP BY a.question_id"
    )
    .bind(program)
    .fetch_all(c)
    .await
    })?)
}

/// The answers of some enrolments, in one query.
pub async fn answers_of(tx: &mut Tx, enrolments: &[EnrolmentId]) -> Result<Vec<(EnrolmentId, QuestionId, Answer)>, StoreError> {
    if enrolments.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(EnrolmentId, QuestionId, Json<Answer>)> = on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT enrolment_id, question_id, body FROM answers WHERE enrolment_id IN (");
        let mut list = query.separated(", ");
        for id in enrolments {
            list.push_bind(*id);
        }
        query.push(")");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(enrolment, question, answer)| (enrolment, question, answer.0)).collect())
}

/// Puts these answers in the place of all that an enrolment gave before.
pub async fn replace_answers(tx: &mut Tx, enrolment: EnrolmentId, answers: &[(QuestionId, Answer)]) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM answers WHERE enrolment_id = $1").bind(enrolment).execute(c).await.map(|_| ()))?;
    if answers.is_empty() {
        return Ok(());
    }
    on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("INSERT INTO answers (enrolment_id, question_id, body) ");
        query.push_values(answers, |mut row, (question, answer)| {
            row.push_bind(enrolment).push_bind(*question).push_bind(Json(answer));
        });
        query.build().execute(c).await.map(|_| ())
    })?;
    Ok(())
}
