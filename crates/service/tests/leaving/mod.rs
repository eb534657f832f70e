//! Leaving, on both engines: asking and coming back, erasing, what is left of somebody, and taking one's data along.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod copying;
mod erasing;
mod scheduling;
mod traces;

use crate::accounts::{PASSWORD, member};
use domain::MentorshipId;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use service::accounts::NewSession;
use service::testing::Stage;
use service::{Actor, leaving};
use store::mentorships::Mentorship;
use store::programs::Program;
use store::testing::rows;
use store::{Db, Tx};

pub const EMAIL: &str = "zebulon-markwort@example.org";
pub const NAME: &str = "Zebulon Markwort";

/// A program of an organisation: somebody who will leave mentors Pia and could mentor Mia; Cora coordinates, Olga owns.
pub struct World {
    pub stage: Stage,
    pub program: Program,
    pub zeb: Actor,
    pub pia: Actor,
    pub mia: Actor,
    pub cora: Actor,
    pub olga: Actor,
}

impl World {
    pub async fn new(db: &Db) -> Self {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).running().await;
        let zeb = signed_up(&stage).await.actor;
        let [pia, mia, cora, olga] =
            [stage.person("Pia").await, stage.person("Mia").await, stage.person("Cora").await, stage.person("Olga").await];
        for person in [&zeb, &pia, &mia, &cora] {
            stage.member(acme, person, OrgRole::Member).await;
        }
        stage.member(acme, &olga, OrgRole::Owner).await;
        stage.mentor(&program, &zeb, 3).await;
        for mentee in [&pia, &mia] {
            stage.mentee(&program, mentee).await;
        }
        stage.coordinator(&program, &cora).await;
        Self { stage, program, zeb, pia, mia, cora, olga }
    }

    /// A mentorship of the one who leaves, as their mentee's.
    pub async fn mentorship(&self, mentee: &Actor, status: MentorshipStatus) -> MentorshipId {
        let now = self.stage.ctx.now();
        let row = Mentorship {
            agreement: "We meet every fortnight.".to_owned(),
            started_on: Some(now.date_naive()),
            ..rows::pair(self.stage.ctx.id(), self.program.id, self.zeb.id, mentee.id, status, now)
        };
        let mut tx = self.write().await;
        rows::mentorship(&mut tx, &row).await;
        tx.commit().await.unwrap();
        row.id
    }

    pub async fn write(&self) -> Tx {
        self.stage.ctx.write().await.unwrap()
    }

    pub async fn read(&self) -> Tx {
        self.stage.ctx.read().await.unwrap()
    }

    /// Asks to have the account deleted.
    pub async fn ask(&self) {
        leaving::ask(&self.stage.ctx, &self.zeb, PASSWORD).await.unwrap();
    }

    /// Erases at once, as an operator does.
    pub async fn erase(&self) {
        leaving::erase_now(&self.stage.ctx, EMAIL).await.unwrap();
    }
}

/// The one who leaves, signed up and in as people are.
pub async fn signed_up(stage: &Stage) -> NewSession {
    let session = member(&stage.ctx, EMAIL).await;
    let mut tx = stage.ctx.write().await.unwrap();
    store::accounts::set_basics(&mut tx, session.actor.id, NAME, "en", "UTC", stage.ctx.now()).await.unwrap();
    service::search::index_person(&mut tx, session.actor.id).await.unwrap();
    tx.commit().await.unwrap();
    NewSession { actor: Actor { name: NAME.to_owned(), ..session.actor.clone() }, ..session }
}
