//! Spaces, on both engines: who enters one and who does not, and how they come about, are shared and close.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod entering;
mod races;
mod sharing;

use chrono::Duration;
use domain::{MentorshipId, PersonId, SpaceId};
use service::access::{self, SpaceAccess, SpaceAddress};
use service::testing::Stage;
use service::{Actor, Error, mentorships, pairs};
use store::Db;
use store::mentorships::Mentorship;
use store::programs::Program;
use store::spaces::Space;

/// A program whose mentor, Noor, has room for many. Carla coordinates.
pub struct Circle {
    pub stage: Stage,
    pub program: Program,
    pub carla: Actor,
    pub noor: Actor,
}

impl Circle {
    /// In a program of groups.
    pub async fn new(db: &Db) -> Self {
        let stage = Stage::new(db);
        let program = stage.program("circles").in_groups().running().await;
        Self::of(stage, program).await
    }

    /// In a program of pairs.
    pub async fn of_pairs(db: &Db) -> Self {
        let stage = Stage::new(db);
        let program = stage.program("circles").running().await;
        Self::of(stage, program).await
    }

    async fn of(stage: Stage, program: Program) -> Self {
        let (carla, noor) = (stage.person("Carla").await, stage.person("Noor").await);
        stage.coordinator(&program, &carla).await;
        stage.mentor(&program, &noor, 20).await;
        Self { stage, program, carla, noor }
    }

    pub async fn mentee(&self, name: &str) -> Actor {
        let mentee = self.stage.person(name).await;
        self.stage.mentee(&self.program, &mentee).await;
        mentee
    }

    /// A new mentee whom Carla pairs with Noor.
    pub async fn paired(&self, name: &str) -> (Actor, MentorshipId) {
        let mentee = self.mentee(name).await;
        let id = self.pair(&mentee, &self.noor).await.unwrap();
        (mentee, id)
    }

    pub async fn pair(&self, mentee: &Actor, mentor: &Actor) -> Result<MentorshipId, Error> {
        pairs::pair(&self.stage.ctx, &self.carla, "circles", &mentee.id.to_string(), &mentor.id.to_string()).await
    }

    pub async fn end(&self, who: &Actor, id: MentorshipId) {
        mentorships::end_early(&self.stage.ctx, who, id, "It did not work out.").await.unwrap();
    }

    pub async fn row(&self, id: MentorshipId) -> Mentorship {
        store::mentorships::by_id(&mut self.stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    pub async fn space_of(&self, id: MentorshipId) -> SpaceId {
        self.row(id).await.space_id
    }

    pub async fn space(&self, id: SpaceId) -> Option<Space> {
        store::spaces::by_id(&mut self.stage.ctx.read().await.unwrap(), id).await.unwrap()
    }

    pub async fn is_open(&self, id: SpaceId) -> bool {
        self.space(id).await.unwrap().closed_at.is_none()
    }

    pub async fn enter(&self, who: &Actor, address: SpaceAddress) -> Result<SpaceAccess, Error> {
        access::space(&mut self.stage.ctx.read().await.unwrap(), who, address).await
    }

    /// The open spaces of these mentors.
    pub async fn open(&self, mentors: &[PersonId]) -> Vec<SpaceId> {
        let mut tx = self.stage.ctx.read().await.unwrap();
        let found = store::spaces::open_groups(&mut tx, self.program.id, mentors).await.unwrap();
        found.into_iter().map(|(_, space)| space).collect()
    }

    pub fn days_pass(&self, days: i64) {
        self.stage.clock.advance(Duration::days(days));
    }
}
