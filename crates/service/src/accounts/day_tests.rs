//! What one person makes in a day has an end, and what others make counts apart.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::limits::{self, Limit};
use crate::programs::Start;
use crate::testing::Stage;
use crate::{Actor, Error, goals, match_runs, organisations, programs};
use domain::fit::Criterion;
use domain::goals::GoalDraft;
use domain::match_runs::RunDraft;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrganisationDraft;
use store::mentorships::Mentorship;
use store::programs::Program;
use store::testing::rows;

fn is_over<T>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::TooMany(seconds)) if seconds > 0)
}

/// Uses up a day's share of somebody.
fn spend(stage: &Stage, limit: Limit, actor: &Actor) {
    while stage.ctx.limits.one_more(&stage.ctx, limit, actor).is_ok() {}
}

async fn mentorship(stage: &Stage, program: &Program, mentor: &Actor, mentee: &Actor) -> domain::MentorshipId {
    let now = stage.ctx.now();
    let row = Mentorship {
        started_on: Some(now.date_naive()),
        ..rows::pair(stage.ctx.id(), program.id, mentor.id, mentee.id, MentorshipStatus::Active, now)
    };
    let mut tx = stage.ctx.write().await.unwrap();
    rows::mentorship(&mut tx, &row).await;
    tx.commit().await.unwrap();
    row.id
}

store::both! {
    async fn organisations_and_programs(db) {
        let stage = Stage::new(db);
        let (ada, bob) = (stage.person("Ada").await, stage.person("Bob").await);
        let organise = async |who: &Actor, name: &str| {
            organisations::create(&stage.ctx, who, &OrganisationDraft { name: name.to_owned(), ..OrganisationDraft::default() }).await
        };
        let start = async |who: &Actor, name: &str| {
            let form = Start { template: "career".to_owned(), name: name.to_owned(), organisation: String::new() };
            programs::create(&stage.ctx, who, &form).await
        };
        spend(&stage, limits::ORGANISATIONS_A_DAY, &ada);
        spend(&stage, limits::PROGRAMS_A_DAY, &ada);
        assert!(is_over(organise(&ada, "Acme").await));
        assert!(is_over(start(&ada, "Career").await));
        organise(&bob, "Acme").await.unwrap();
        start(&bob, "Career").await.unwrap();
        stage.clock.advance(chrono::Duration::hours(24));
        organise(&ada, "Globex").await.unwrap();
        start(&ada, "Career").await.unwrap();
    }

    async fn match_runs_goals_and_comments(db) {
        let stage = Stage::new(db);
        let (carla, mentor, mentee) = (stage.person("Carla").await, stage.person("Milo").await, stage.person("Mia").await);
        let program = stage.program("career").running().await;
        stage.coordinator(&program, &carla).await;
        stage.mentor(&program, &mentor, 2).await;
        stage.mentee(&program, &mentee).await;
        // Somebody who waits to be paired.
        stage.mentee(&program, &stage.person("Nia").await).await;
        let space = mentorship(&stage, &program, &mentor, &mentee).await;
        let draft = GoalDraft { title: "Lead a team".to_owned(), ..GoalDraft::default() };
        let set = async |who: &Actor| goals::create(&stage.ctx, who, space, &draft, &goals::MilestoneRows::default()).await;
        let goal = set(&mentee).await.unwrap();
        let weight = |criterion: &Criterion| if *criterion == Criterion::Skills { "300" } else { "0" }.to_owned();
        let form = RunDraft {
            objective: "coverage".to_owned(),
            weights: Criterion::ALL.iter().map(weight).collect(),
            organisation: "any".to_owned(),
            publish_as: "begun".to_owned(),
            ..RunDraft::default()
        };
        let run = async || match_runs::make(&stage.ctx, &carla, "career", &form).await;
        for (limit, who) in [(limits::GOALS_A_DAY, &mentee), (limits::COMMENTS_A_DAY, &mentee), (limits::RUNS_A_DAY, &carla)] {
            spend(&stage, limit, who);
        }
        assert!(is_over(set(&mentee).await));
        assert!(is_over(goals::comment(&stage.ctx, &mentee, goal, "How is it going?").await));
        assert!(is_over(run().await));
        set(&mentor).await.unwrap();
        goals::comment(&stage.ctx, &mentor, goal, "How is it going?").await.unwrap();
        stage.clock.advance(chrono::Duration::hours(24));
        set(&mentee).await.unwrap();
        goals::comment(&stage.ctx, &mentee, goal, "Well!").await.unwrap();
        run().await.unwrap();
    }
}
