//! The server functions of enrolments and enrolment questions.

use crate::AppError;
use domain::enrolments::views::{JoinPage, ParticipantsPage, QuestionsPage};
use domain::{EnrolmentId, PersonId, QuestionId};
use std::collections::BTreeMap;
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{redirect, signed_in},
    domain::enrolments::EnrolmentDraft,
    domain::problem::{ProblemCode, Problems},
    domain::programs::questions::QuestionDraft,
    service::enrolments::{self, EnrolmentForm, ParticipantFilter},
    service::questions,
};

/// The page one enrols on; `link` is the secret part of the program's link.
#[api("enrolments/join_page")]
pub async fn load_join(slug: String, #[server(default)] link: String) -> Result<JoinPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(enrolments::join_page(&ctx, &actor, &slug, &link).await?)
}

/// Enrols, or changes what one said, and goes to the program. Answers go by the names of the questions' fields: `q-` and the id.
#[api("enrolments/save")]
pub async fn save_enrolment(
    slug: String,
    #[server(default)] link: String,
    #[server(default)] as_mentor: bool,
    #[server(default)] as_mentee: bool,
    #[server(default)] capacity: String,
    #[server(default)] criteria: Vec<String>,
    #[server(default)] answers: BTreeMap<String, Vec<String>>,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let answers = answers.into_iter().filter_map(|(field, answer)| Some((field.strip_prefix("q-")?.to_owned(), answer))).collect();
    let form = EnrolmentForm { draft: EnrolmentDraft { as_mentor, as_mentee, capacity, criteria }, answers };
    enrolments::save(&ctx, &actor, &slug, &link, &form).await?;
    redirect(&format!("/programs/{slug}"));
    Ok(())
}

/// Takes a break from a program.
#[api("enrolments/pause")]
pub async fn pause_enrolment(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(enrolments::pause(&ctx, &actor, &slug).await?)
}

/// Ends the break.
#[api("enrolments/resume")]
pub async fn resume_enrolment(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(enrolments::resume(&ctx, &actor, &slug).await?)
}

/// Leaves a program.
#[api("enrolments/leave")]
pub async fn leave_program(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    enrolments::leave(&ctx, &actor, &slug).await?;
    redirect("/explore");
    Ok(())
}

/// A page of a program's participants; words that mean nothing filter nothing.
#[api("enrolments/participants")]
pub async fn load_participants(
    slug: String,
    #[server(default)] status: String,
    #[server(default)] side: String,
    #[server(default)] words: String,
    #[server(default)] after: Option<EnrolmentId>,
    #[server(default)] before: Option<EnrolmentId>,
) -> Result<ParticipantsPage, AppError> {
    let (ctx, actor) = signed_in()?;
    let filter = ParticipantFilter { status: status.parse().ok(), side: side.parse().ok(), words, after, before };
    Ok(enrolments::participants(&ctx, &actor, &slug, filter).await?)
}

/// Approves, removes, pauses or resumes a participant.
#[api("enrolments/decide")]
pub async fn decide_enrolment(slug: String, person: PersonId, action: String, #[server(default)] word: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let action = action.parse().map_err(|_| Problems::one("action", ProblemCode::NotAChoice))?;
    Ok(enrolments::decide(&ctx, &actor, &slug, person, action, &word).await?)
}

/// Approves everybody who waits.
#[api("enrolments/approve_all")]
pub async fn approve_everybody(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    enrolments::approve_all(&ctx, &actor, &slug).await?;
    Ok(())
}

/// Changes how many mentees a mentor can take.
#[api("enrolments/capacity")]
pub async fn change_capacity(slug: String, person: PersonId, capacity: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(enrolments::change_capacity(&ctx, &actor, &slug, person, &capacity).await?)
}

/// A program's questions.
#[api("enrolments/questions")]
pub async fn load_questions(slug: String) -> Result<QuestionsPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(questions::page(&ctx, &actor, &slug).await?)
}

/// Adds a question.
#[api("enrolments/add_question")]
pub async fn add_question(
    slug: String,
    kind: String,
    audience: String,
    prompt: String,
    #[server(default)] options: String,
    #[server(default)] required: bool,
    #[server(default)] counted: bool,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(questions::add(&ctx, &actor, &slug, &QuestionDraft { kind, audience, prompt, options, required, counted }).await?)
}

/// Changes a question.
#[api("enrolments/edit_question")]
pub async fn edit_question(
    slug: String,
    question: QuestionId,
    kind: String,
    audience: String,
    prompt: String,
    #[server(default)] options: String,
    #[server(default)] required: bool,
    #[server(default)] counted: bool,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let draft = QuestionDraft { kind, audience, prompt, options, required, counted };
    Ok(questions::edit(&ctx, &actor, &slug, question, &draft).await?)
}

/// Moves a question one place up or down.
#[api("enrolments/move_question")]
pub async fn move_question(slug: String, question: QuestionId, #[server(default)] up: bool) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(questions::shift(&ctx, &actor, &slug, question, up).await?)
}

/// Removes a question with all answers to it.
#[api("enrolments/remove_question")]
pub async fn remove_question(slug: String, question: QuestionId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(questions::remove(&ctx, &actor, &slug, question).await?)
}
