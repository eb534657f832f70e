//! The use cases of enrolling from a spreadsheet, on both engines: reading, columns, fixing, enrolling, inviting, accepting;
//! who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod accepting;
mod cases;
mod file;
mod held;
mod quota;
mod running;
mod walls;

use chrono::Duration;
use domain::OrganisationId;
use domain::imports::views::ImportDraft;
use domain::organisations::OrgRole;
use service::imports;
use service::testing::Stage;
pub use service::testing::{problems, refusal};
use service::{Actor, Error};
use std::collections::BTreeMap;
use store::programs::Program;
use store::testing::changes::count;

/// Acme with its program, Carla who coordinates it, and Mia and Max who are members.
pub struct Fixture {
    pub stage: Stage,
    pub acme: OrganisationId,
    pub program: Program,
    pub carla: Actor,
    pub mia: Actor,
    pub max: Actor,
}

impl Fixture {
    pub async fn new(db: &store::Db) -> Self {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let [carla, mia, max] = [stage.person("Carla").await, stage.person("Mia").await, stage.person("Max").await];
        for person in [&carla, &mia, &max] {
            stage.member(acme, person, OrgRole::Member).await;
        }
        stage.coordinator(&program, &carla).await;
        Self { stage, acme, program, carla, mia, max }
    }

    pub async fn upload(&self, file: &str) -> Result<(), Error> {
        imports::upload(&self.stage.ctx, &self.carla, "career", "people.csv", file.as_bytes()).await
    }

    /// The file as it stands.
    pub async fn draft(&self) -> ImportDraft {
        imports::page(&self.stage.ctx, &self.carla, "career").await.unwrap().draft.unwrap()
    }

    pub async fn run(&self) -> Result<(), Error> {
        let id = self.draft().await.id;
        imports::run(&self.stage.ctx, &self.carla, "career", id).await
    }

    /// Uploads a file, enrols its people, and says how many were enrolled, invited, and neither.
    pub async fn import(&self, file: &str) -> (usize, usize, usize) {
        self.upload(file).await.unwrap();
        self.run().await.unwrap();
        self.draft().await.done.unwrap()
    }

    pub async fn fix(&self, cells: &[(&str, &str)]) -> Result<(), Error> {
        let id = self.draft().await.id;
        let cells: BTreeMap<String, String> = cells.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        imports::fix(&self.stage.ctx, &self.carla, "career", id, &cells).await
    }

    /// How many rows some tables have.
    pub async fn counts(&self) -> Vec<i64> {
        let mut tx = self.stage.ctx.read().await.unwrap();
        let mut counts = Vec::new();
        for table in [
            "enrolments",
            "invitations",
            "invited_participants",
            "mails",
            "notifications",
            "events",
            "custom_skills",
            "person_skills",
            "answers",
        ] {
            counts.push(count(&mut tx, table).await);
        }
        counts
    }

    /// The token in the one mail to an address that wasn't taken yet, and what the mail says.
    pub async fn mail_to(&self, email: &str) -> (String, String) {
        let ctx = &self.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        let mut mails = store::mails::claim(&mut tx, ctx.now(), ctx.now() + Duration::days(10_000), 100).await.unwrap();
        tx.commit().await.unwrap();
        mails.retain(|mail| mail.to_email == email);
        assert_eq!(mails.len(), 1, "mails to {email}");
        let body = mails[0].body_text.clone();
        (body.split_once("/invite/").unwrap().1.lines().next().unwrap().to_owned(), format!("{}\n{body}", mails[0].subject))
    }
}

pub const PEOPLE: &str = "\
Name,E-mail,Role,Capacity,Languages,Can help with,Wants to learn,Headline,Country
Mia Berg,MIA@example.org,mentor,3,English; German,\"delegation, Juggling\",,Builds bridges,Kenya
Max Ode,max@example.org,mentee,,,,delegation,,
Nora New,nora@example.org,both,2,Français,Juggling,delegation,Bakes bread,France
";
