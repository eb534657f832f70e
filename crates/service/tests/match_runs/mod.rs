//! The use cases of match runs, on both engines: making one, turning it, publishing it, taking it back, and who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod drafts;
mod proposing;
mod publishing;
mod races;

use domain::PersonId;
use domain::fit::Criterion;
use domain::match_runs::views::RunView;
use domain::match_runs::{AdjustmentDraft, RunDraft};
use domain::organisations::OrgRole;
use service::testing::Stage;
use service::{Actor, Error, match_runs};
use store::Db;
use store::match_runs::RunPair;
use store::programs::Program;

/// A program of an organisation with two mentors and two mentees. Noor offers Rust, Max offers SQL, a place each. Amara wants
/// both, Mia wants Rust: the best pairing is Amara with Max and Mia with Noor. Carla coordinates.
pub struct Desk {
    pub stage: Stage,
    pub program: Program,
    pub carla: Actor,
    pub noor: Actor,
    pub max: Actor,
    pub amara: Actor,
    pub mia: Actor,
}

impl Desk {
    pub async fn new(db: &Db) -> Self {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).running().await;
        let carla = stage.person("Carla").await;
        stage.member(acme, &carla, OrgRole::Member).await;
        stage.coordinator(&program, &carla).await;
        let [noor, max, amara, mia] =
            [stage.person("Noor").await, stage.person("Max").await, stage.person("Amara").await, stage.person("Mia").await];
        for person in [&noor, &max, &amara, &mia] {
            stage.member(acme, person, OrgRole::Member).await;
        }
        let desk = Self { stage, program, carla, noor, max, amara, mia };
        for (mentor, skill) in [(&desk.noor, "own-rust"), (&desk.max, "own-sql")] {
            desk.stage.mentor(&desk.program, mentor, 1).await;
            desk.skills(mentor, &[skill], &[]).await;
        }
        for (mentee, wanted) in [(&desk.amara, vec!["own-rust", "own-sql"]), (&desk.mia, vec!["own-rust"])] {
            desk.stage.mentee(&desk.program, mentee).await;
            desk.skills(mentee, &[], &wanted).await;
        }
        desk
    }

    pub async fn skills(&self, person: &Actor, offered: &[&str], wanted: &[&str]) {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let mut tx = self.stage.ctx.write().await.unwrap();
        store::people::set_skills(&mut tx, person.id, &owned(offered), &owned(wanted), self.stage.ctx.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn another_mentee(&self, name: &str) -> Actor {
        let mentee = self.stage.person(name).await;
        self.stage.mentee(&self.program, &mentee).await;
        mentee
    }

    pub async fn make(&self) -> i32 {
        match_runs::make(&self.stage.ctx, &self.carla, "career", &draft()).await.unwrap()
    }

    pub async fn make_proposing(&self) -> i32 {
        let draft = RunDraft { publish_as: "proposed".to_owned(), ..draft() };
        match_runs::make(&self.stage.ctx, &self.carla, "career", &draft).await.unwrap()
    }

    pub async fn view(&self, number: i32) -> RunView {
        match_runs::view(&self.stage.ctx, &self.carla, "career", number, 0).await.unwrap()
    }

    pub async fn adjust(&self, number: i32, act: &str, mentee: &Actor, mentor: &Actor, capacity: &str) -> Result<(), Error> {
        let draft = AdjustmentDraft {
            act: act.to_owned(),
            mentee: mentee.id.to_string(),
            mentor: mentor.id.to_string(),
            capacity: capacity.to_owned(),
            with: String::new(),
        };
        match_runs::adjust(&self.stage.ctx, &self.carla, "career", number, &draft).await
    }

    pub async fn publish_all(&self, number: i32) -> Result<match_runs::Published, Error> {
        match_runs::publish(&self.stage.ctx, &self.carla, "career", number, &[], true).await
    }

    /// The pairs of a run as names, by mentee.
    pub async fn pairs(&self, number: i32) -> Vec<(String, String)> {
        let mut pairs: Vec<_> = self.view(number).await.pairs.into_iter().map(|pair| (pair.mentee.name, pair.mentor.name)).collect();
        pairs.sort();
        pairs
    }

    pub async fn rows(&self, number: i32) -> Vec<RunPair> {
        let mut tx = self.stage.ctx.read().await.unwrap();
        let run = store::match_runs::by_number(&mut tx, self.program.id, number).await.unwrap().unwrap();
        store::match_runs::pairs(&mut tx, run.id).await.unwrap()
    }

    pub async fn proposal(&self, number: i32, mentee: &Actor) -> store::proposals::Proposal {
        let mut tx = self.stage.ctx.read().await.unwrap();
        let run = store::match_runs::by_number(&mut tx, self.program.id, number).await.unwrap().unwrap();
        let all = store::proposals::of_run(&mut tx, run.id).await.unwrap();
        all.into_iter().rfind(|proposal| proposal.mentee_id == mentee.id).unwrap()
    }

    pub async fn taken(&self, mentor: PersonId) -> i64 {
        store::mentorships::places_taken(&mut self.stage.ctx.read().await.unwrap(), self.program.id, mentor).await.unwrap()
    }
}

/// The form as a browser sends it: only skills count.
pub fn draft() -> RunDraft {
    let weight = |criterion: &Criterion| if *criterion == Criterion::Skills { "300" } else { "0" }.to_owned();
    RunDraft {
        objective: "coverage".to_owned(),
        weights: Criterion::ALL.iter().map(weight).collect(),
        ranked: true,
        organisation: "any".to_owned(),
        again: false,
        publish_as: "begun".to_owned(),
    }
}

pub fn names(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(mentee, mentor)| ((*mentee).to_owned(), (*mentor).to_owned())).collect()
}
