//! The use cases of enrolments, on both engines: joining, changing, pausing, leaving; what coordinators do; who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod changing;
mod coordinating;
mod joining;
mod leaving;
mod questions;
mod races;
mod table;

use domain::enrolments::{EnrolmentDraft, EnrolmentStatus};
use domain::{PersonId, Refusal};
use service::enrolments::{self, EnrolmentForm};
use service::testing::Stage;
pub use service::testing::{problems, refusal};
use service::{Actor, Error};
use store::programs::Program;

/// A form of somebody who enrols as this, with room for two.
pub fn form(as_mentor: bool, as_mentee: bool) -> EnrolmentForm {
    let draft = EnrolmentDraft { as_mentor, as_mentee, capacity: "2".to_owned(), criteria: vec!["skills".to_owned()] };
    EnrolmentForm { draft, ..EnrolmentForm::default() }
}

pub async fn join(stage: &Stage, actor: &Actor, program: &Program, form: &EnrolmentForm) -> Result<EnrolmentStatus, Error> {
    enrolments::save(&stage.ctx, actor, &program.slug, "", form).await
}

pub async fn status(stage: &Stage, program: &Program, person: PersonId) -> Option<EnrolmentStatus> {
    let mut tx = stage.ctx.read().await.unwrap();
    store::enrolments::of(&mut tx, program.id, person).await.unwrap().map(|e| e.status)
}

/// Changes a program behind the rules' backs.
pub async fn program_with(stage: &Stage, program: &Program, change: impl FnOnce(&mut Program)) -> Program {
    let mut changed = program.clone();
    change(&mut changed);
    let mut tx = stage.ctx.write().await.unwrap();
    store::testing::changes::program_admits(&mut tx, program.id, changed.join_policy, changed.approval).await;
    tx.commit().await.unwrap();
    changed
}

/// A use case's answer in a word, for tables.
pub fn word<T>(answer: &Result<T, Error>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(Error::Refused(Refusal::NotFromThisState)) => "not now",
        Err(Error::Refused(_)) => "refused",
        Err(Error::Forbidden) => "forbidden",
        Err(Error::NotFound) => "not found",
        Err(_) => "another error",
    }
}
