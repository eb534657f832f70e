//! The use cases of programs, on both engines: from a template to the end of the cycle, and who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod coordinators;
mod creating;
mod cycle;
mod exploring;
mod exported;
mod face;
mod link;
mod overview;
mod picture;
mod settings;
mod walls;

use domain::OrganisationId;
use domain::organisations::OrgRole;
use service::testing::Stage;
pub use service::testing::refusal;
use service::{Actor, Error};
use store::Db;
use store::programs::Program;

/// An organisation with a running program, and everybody who has something or nothing to do with it.
pub struct World {
    pub stage: Stage,
    pub acme: OrganisationId,
    pub program: Program,
    pub carla: Actor,
    pub admin: Actor,
    pub member: Actor,
    pub outsider: Actor,
    /// Owns another organisation.
    pub other: Actor,
}

impl World {
    pub async fn new(db: &Db) -> Self {
        let stage = Stage::new(db);
        let (acme, globex) = (stage.organisation("acme").await, stage.organisation("globex").await);
        let program = stage.program("career").of(acme).running().await;
        let (carla, admin, member) = (stage.person("Carla").await, stage.person("Ada").await, stage.person("Mia").await);
        let (outsider, other) = (stage.person("Otto").await, stage.person("Olga").await);
        stage.member(acme, &carla, OrgRole::Member).await;
        stage.member(acme, &admin, OrgRole::Admin).await;
        stage.member(acme, &member, OrgRole::Member).await;
        stage.member(globex, &other, OrgRole::Owner).await;
        stage.coordinator(&program, &carla).await;
        Self { stage, acme, program, carla, admin, member, outsider, other }
    }

    pub async fn row(&self) -> Program {
        store::programs::by_id(&mut self.stage.ctx.read().await.unwrap(), self.program.id).await.unwrap().unwrap()
    }
}

/// The first problem of a form: its field and what is wrong.
#[track_caller]
pub fn problem<T: std::fmt::Debug>(answer: Result<T, Error>) -> (String, domain::ProblemCode) {
    match answer.unwrap_err() {
        Error::Invalid(problems) => (problems.0[0].field.clone(), problems.0[0].code.clone()),
        other => panic!("{other:?}"),
    }
}

/// A use case's answer in a word, for tables.
pub fn word<T>(answer: &Result<T, Error>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(Error::Forbidden) => "forbidden",
        Err(Error::NotFound) => "not found",
        Err(_) => "another error",
    }
}
