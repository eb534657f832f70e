//! The use cases of requests, on both engines: every rule, who may not, and many at once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod answering;
mod asking;
mod closing;
mod conversation;
mod coordinator;
mod lists;
mod races;
mod table;
mod time;

use chrono::Duration;
use domain::requests::RequestStatus;
use domain::{PersonId, Refusal, RequestId};
use service::testing::Stage;
pub use service::testing::refusal;
use service::{Actor, Error, requests};
use store::programs::Program;
use store::requests::Request;

/// A text that is long enough.
pub const TEXT: &str = "I would like to learn how to lead a small team.";

/// A program with a mentor and a mentee.
pub struct Pair {
    pub stage: Stage,
    pub program: Program,
    pub mentor: Actor,
    pub mentee: Actor,
}

impl Pair {
    /// In an open program of the open community; the mentor, Noor, has room for one; the mentee is Amara.
    pub async fn new(db: &store::Db) -> Self {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (mentor, mentee) = (stage.person("Noor").await, stage.person("Amara").await);
        stage.mentor(&program, &mentor, 1).await;
        stage.mentee(&program, &mentee).await;
        Self { stage, program, mentor, mentee }
    }

    /// Amara asks Noor.
    pub async fn asked(&self) -> RequestId {
        self.ask(&self.mentee, &self.mentor).await.unwrap()
    }

    pub async fn ask(&self, mentee: &Actor, mentor: &Actor) -> Result<RequestId, Error> {
        requests::ask(&self.stage.ctx, mentee, &self.program.slug, mentor.id, TEXT).await
    }

    /// Another mentor with room for one.
    pub async fn another_mentor(&self, name: &str) -> Actor {
        let mentor = self.stage.person(name).await;
        self.stage.mentor(&self.program, &mentor, 1).await;
        mentor
    }

    /// Another mentee.
    pub async fn another_mentee(&self, name: &str) -> Actor {
        let mentee = self.stage.person(name).await;
        self.stage.mentee(&self.program, &mentee).await;
        mentee
    }

    pub async fn row(&self, id: RequestId) -> Request {
        store::requests::by_id(&mut self.stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    pub async fn status(&self, id: RequestId) -> RequestStatus {
        self.row(id).await.status
    }

    /// How many of a mentor's places are taken.
    pub async fn places_taken(&self, mentor: PersonId) -> i64 {
        store::mentorships::places_taken(&mut self.stage.ctx.read().await.unwrap(), self.program.id, mentor).await.unwrap()
    }

    pub fn days_pass(&self, days: i64) {
        self.stage.clock.advance(Duration::days(days));
    }
}

/// A use case's answer in a word, for tables.
pub fn word<T>(answer: &Result<T, Error>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(Error::Refused(Refusal::RequestEnded)) => "ended",
        Err(Error::Forbidden) => "forbidden",
        Err(Error::NotFound) => "not found",
        Err(Error::SignInNeeded) => "sign in",
        Err(_) => "another error",
    }
}
