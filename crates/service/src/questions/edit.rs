//! The questions a program asks when people enrol, for its coordinator.

use super::asked_by;
use crate::announce::{Event, event};
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, access};
use domain::enrolments::views::QuestionsPage;
use domain::events::EventKind;
use domain::problem::{ProblemCode, Problems};
use domain::programs::questions::{QUESTIONS_MAX, Question, QuestionDraft};
use domain::{QuestionId, Refusal};
use store::programs::{self, Program};
use store::{Tx, questions as rows};
use use_case::use_case;

/// A program's questions, each with how many have answered it.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who asks.
#[use_case]
pub async fn page(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<QuestionsPage, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let all = asked_by(&mut tx, &program).await?;
    let answered = rows::answered(&mut tx, program.id).await?;
    Ok(QuestionsPage {
        may_add: all.len() < QUESTIONS_MAX && !program.status.is_over(),
        program: program_ref(&program),
        questions: all
            .into_iter()
            .map(|q| {
                let count = answered.iter().find(|(id, _)| *id == q.id).map_or(0, |(_, n)| *n);
                (q, count)
            })
            .collect(),
    })
}

/// Adds a question at the end.
///
/// # Errors
/// What is wrong with the form, not a coordinator, or a program that is over.
#[use_case]
pub async fn add(ctx: &Ctx, actor: &Actor, slug: &str, draft: &QuestionDraft) -> Result<(), Error> {
    let fields = draft.check()?;
    let mut tx = ctx.write().await?;
    let (program, all) = open(&mut tx, actor, slug).await?;
    if all.len() >= QUESTIONS_MAX {
        return Err(Problems::one("prompt", ProblemCode::TooMany { max: QUESTIONS_MAX }).into());
    }
    let position = all.iter().map(|q| q.position).max().unwrap_or(0).saturating_add(1);
    rows::insert(&mut tx, program.id, &fields.with(ctx.id(), position)).await?;
    changed(ctx, &mut tx, actor, &program).await?;
    Ok(tx.commit().await?)
}

/// Changes a question. Where its answers mean something else afterwards (another kind, other options), they are forgotten.
///
/// # Errors
/// What is wrong with the form, not a coordinator, no such question here, or a program that is over.
#[use_case]
pub async fn edit(ctx: &Ctx, actor: &Actor, slug: &str, id: QuestionId, draft: &QuestionDraft) -> Result<(), Error> {
    let fields = draft.check()?;
    let mut tx = ctx.write().await?;
    let (program, all) = open(&mut tx, actor, slug).await?;
    let before = all.into_iter().find(|q| q.id == id).ok_or(Error::NotFound)?;
    let after = fields.with(id, before.position);
    if after.kind != before.kind || after.options != before.options {
        rows::forget_answers(&mut tx, id).await?;
    }
    rows::update(&mut tx, &after).await?;
    changed(ctx, &mut tx, actor, &program).await?;
    Ok(tx.commit().await?)
}

/// Moves a question one place up or down; at the end nothing happens.
///
/// # Errors
/// Not a coordinator, no such question here, or a program that is over.
#[use_case]
pub async fn shift(ctx: &Ctx, actor: &Actor, slug: &str, id: QuestionId, up: bool) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (program, mut all) = open(&mut tx, actor, slug).await?;
    let here = all.iter().position(|q| q.id == id).ok_or(Error::NotFound)?;
    let there = if up { here.checked_sub(1) } else { Some(here + 1).filter(|n| *n < all.len()) };
    if let Some(there) = there {
        all.swap(here, there);
        // Numbered anew, so that two with the same number come apart; there are at most thirty.
        for (position, question) in (1..).zip(&mut all) {
            if question.position != position {
                question.position = position;
                rows::update(&mut tx, question).await?;
            }
        }
        changed(ctx, &mut tx, actor, &program).await?;
    }
    Ok(tx.commit().await?)
}

/// Removes a question with all answers to it.
///
/// # Errors
/// Not a coordinator, no such question here, or a program that is over.
#[use_case]
pub async fn remove(ctx: &Ctx, actor: &Actor, slug: &str, id: QuestionId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (program, all) = open(&mut tx, actor, slug).await?;
    if !all.iter().any(|q| q.id == id) {
        return Err(Error::NotFound);
    }
    rows::remove(&mut tx, id).await?;
    changed(ctx, &mut tx, actor, &program).await?;
    Ok(tx.commit().await?)
}

async fn open(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<(Program, Vec<Question>), Error> {
    let program = access::program(tx, Some(actor), slug).await?.need_coordinator()?.program;
    if program.status.is_over() {
        return Err(Refusal::ProgramNotActive.into());
    }
    let all = asked_by(tx, &program).await?;
    Ok((program, all))
}

async fn changed(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program) -> Result<(), Error> {
    programs::touch_roster(tx, program.id).await?;
    event(ctx, tx, Event::in_program(program, EventKind::ProgramQuestionsChanged, Some(actor.id), program.id.0)).await
}
