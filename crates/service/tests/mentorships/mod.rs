//! Use cases of mentorships and goals, on both engines: what the two may, and what nobody else may.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod conflicts;
mod ending;
mod goals;
mod home;
mod list;
mod milestone_edits;
mod milestones;
mod space;

use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::{GoalId, MentorshipId, Problems, Refusal};
use service::goals::MilestoneRows;
use service::testing::Stage;
use service::{Actor, Error};
use store::Db;
use store::mentorships::Mentorship;
use store::programs::Program;
use store::testing::rows;

/// A program of an organisation with one mentorship, and everybody who has something or nothing to do with it.
pub struct Fixture {
    pub stage: Stage,
    pub program: Program,
    pub mentor: Actor,
    pub mentee: Actor,
    pub coordinator: Actor,
    /// Takes part in the same program.
    pub participant: Actor,
    /// Has nothing to do with the organisation.
    pub outsider: Actor,
    pub id: MentorshipId,
}

pub async fn fixture(db: &Db) -> Fixture {
    scene_in(db, MentorshipStatus::Active).await
}

pub async fn scene_in(db: &Db, status: MentorshipStatus) -> Fixture {
    let stage = Stage::new(db);
    let organisation = stage.organisation("northwind").await;
    let program = stage.program("career").of(organisation).running().await;
    let people = ["Amara Okafor", "Chidi Eze", "Ingrid Solheim", "Priya Patel", "Mallory Crook"];
    let mut actors = Vec::new();
    for name in people {
        actors.push(stage.person(name).await);
    }
    let [mentor, mentee, coordinator, participant, outsider] = actors.try_into().unwrap();
    for person in [&mentor, &mentee, &coordinator, &participant] {
        stage.member(organisation, person, OrgRole::Member).await;
    }
    stage.mentor(&program, &mentor, 2).await;
    stage.mentee(&program, &mentee).await;
    stage.mentor(&program, &participant, 2).await;
    stage.coordinator(&program, &coordinator).await;
    let id = mentorship(&stage, &program, &mentor, &mentee, status).await;
    Fixture { stage, program, mentor, mentee, coordinator, participant, outsider, id }
}

/// A mentorship as accepting a request leaves it.
pub async fn mentorship(stage: &Stage, program: &Program, mentor: &Actor, mentee: &Actor, status: MentorshipStatus) -> MentorshipId {
    let begun = status != MentorshipStatus::Proposed;
    let row = Mentorship {
        agreement: "We meet every fortnight.".to_owned(),
        started_on: begun.then(|| "2026-03-02".parse().unwrap()),
        ends_on: begun.then(|| "2026-08-31".parse().unwrap()),
        ..rows::pair(stage.ctx.id(), program.id, mentor.id, mentee.id, status, stage.ctx.now())
    };
    let mut tx = stage.ctx.write().await.unwrap();
    rows::mentorship(&mut tx, &row).await;
    tx.commit().await.unwrap();
    row.id
}

impl Fixture {
    /// A goal of the mentee's with these milestones.
    pub async fn goal(&self, title: &str, milestones: &[&str]) -> GoalId {
        self.goal_by(&self.mentee, title, milestones).await
    }

    pub async fn goal_by(&self, author: &Actor, title: &str, milestones: &[&str]) -> GoalId {
        let rows = MilestoneRows { titles: milestones.iter().map(|t| (*t).to_owned()).collect(), days: Vec::new() };
        service::goals::create(&self.stage.ctx, author, self.id, &draft(title), &rows).await.unwrap()
    }

    /// A goal of the mentee's in a mentorship, with so many milestones due on a day.
    pub async fn milestones(&self, mentorship: MentorshipId, count: usize, day: &str) {
        let rows = MilestoneRows { titles: (1..=count).map(|n| format!("Step {n}")).collect(), days: vec![day.to_owned(); count] };
        service::goals::create(&self.stage.ctx, &self.mentee, mentorship, &draft("Step by step"), &rows).await.unwrap();
    }

    /// A minute goes by: what happens next is newer than what happened before.
    pub fn later(&self) {
        self.stage.clock.advance(chrono::Duration::minutes(1));
    }

    pub async fn status(&self) -> MentorshipStatus {
        self.row().await.status
    }

    pub async fn row(&self) -> Mentorship {
        store::mentorships::by_id(&mut self.stage.ctx.read().await.unwrap(), self.id).await.unwrap().unwrap()
    }

    pub async fn events(&self) -> Vec<String> {
        let mut tx = self.stage.ctx.read().await.unwrap();
        let newest = store::events::of_program(&mut tx, self.program.id, 100).await.unwrap();
        newest.into_iter().rev().map(|e| e.kind).collect()
    }

    pub async fn roster_version(&self) -> i64 {
        store::programs::by_id(&mut self.stage.ctx.read().await.unwrap(), self.program.id).await.unwrap().unwrap().roster_version
    }
}

pub fn draft(title: &str) -> domain::goals::GoalDraft {
    domain::goals::GoalDraft { title: title.to_owned(), ..Default::default() }
}

/// What a use case said, without what it gave: for tables of who may and who may not.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    Forbidden,
    NotFound,
    Refused(Refusal),
    Invalid(Problems),
    Else(String),
}

pub fn answer<T>(result: Result<T, Error>) -> Answer {
    match result {
        Ok(_) => Answer::Yes,
        Err(Error::Forbidden) => Answer::Forbidden,
        Err(Error::NotFound) => Answer::NotFound,
        Err(Error::Refused(refusal)) => Answer::Refused(refusal),
        Err(Error::Invalid(problems)) => Answer::Invalid(problems),
        Err(other) => Answer::Else(format!("{other:?}")),
    }
}

impl Answer {
    /// The fields with something wrong.
    pub fn problems(&self) -> Vec<&str> {
        match self {
            Self::Invalid(problems) => problems.0.iter().map(|p| p.field.as_str()).collect(),
            other => panic!("{other:?}"),
        }
    }
}
