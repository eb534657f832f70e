//! The use cases of preferences, on both engines: one's own lists, who may not, and what a match run makes of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod lists;
mod running;

use domain::PersonId;
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::{MatchPreferencesPage, PreferenceList};
use domain::organisations::OrgRole;
use service::testing::Stage;
use service::{Actor, Error, match_preferences};
use store::Db;
use store::programs::Program;

/// A program in which a coordinator pairs. Noor, Max and Zoe mentor, Amara and Mia look for a mentor; Carla coordinates; Otto has
/// nothing to do with it.
pub struct Fixture {
    pub stage: Stage,
    pub program: Program,
    pub carla: Actor,
    pub noor: Actor,
    pub max: Actor,
    pub zoe: Actor,
    pub amara: Actor,
    pub mia: Actor,
    pub otto: Actor,
}

impl Fixture {
    pub async fn new(db: &Db) -> Self {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).matching(domain::programs::MatchingMode::Bulk).running().await;
        let carla = stage.person("Carla").await;
        stage.member(acme, &carla, OrgRole::Member).await;
        stage.coordinator(&program, &carla).await;
        let [noor, max, zoe] = [stage.person("Noor").await, stage.person("Max").await, stage.person("Zoe").await];
        let [amara, mia, otto] = [stage.person("Amara").await, stage.person("Mia").await, stage.person("Otto").await];
        for mentor in [&noor, &max, &zoe] {
            stage.mentor(&program, mentor, 1).await;
        }
        for mentee in [&amara, &mia] {
            stage.mentee(&program, mentee).await;
        }
        Self { stage, program, carla, noor, max, zoe, amara, mia, otto }
    }

    pub async fn page(&self, who: &Actor) -> MatchPreferencesPage {
        match_preferences::page(&self.stage.ctx, who, "career", "").await.unwrap()
    }

    pub async fn add(&self, who: &Actor, side: PreferenceSide, person: PersonId) -> Result<PreferenceList, Error> {
        match_preferences::add(&self.stage.ctx, who, "career", side, person).await
    }

    /// Preferences of a mentee for mentors, in this order.
    pub async fn preference(&self, who: &Actor, mentors: &[&Actor]) {
        for mentor in mentors {
            self.add(who, PreferenceSide::Mentors, mentor.id).await.unwrap();
        }
    }
}

pub fn names(list: &PreferenceList) -> Vec<&str> {
    list.people.iter().map(|preferred| preferred.face.name.as_str()).collect()
}
