//! A program's cycle, and what its end means to those who take part.

use super::{World, refusal};
use domain::Refusal;
use domain::editing::Edit;
use domain::enrolments::EnrolmentStatus;
use domain::mentorships::MentorshipStatus;
use domain::programs::{Missing, ProgramAction, ProgramStatus};
use domain::requests::{CloseReason, RequestStatus};
use service::{pairs, programs, requests};

const TEXT: &str = "I would like to learn how to lead a small team.";

/// The state after each action, in the order of [`ProgramAction::ALL`]: opening, starting, completing, cancelling.
#[rustfmt::skip]
const CYCLE: [(ProgramStatus, [Option<ProgramStatus>; 4]); 5] = [
    (ProgramStatus::Draft,     [Some(ProgramStatus::Open), None, None, Some(ProgramStatus::Cancelled)]),
    (ProgramStatus::Open,      [None, Some(ProgramStatus::Running), None, Some(ProgramStatus::Cancelled)]),
    (ProgramStatus::Running,   [None, None, Some(ProgramStatus::Completed), Some(ProgramStatus::Cancelled)]),
    (ProgramStatus::Completed, [None, None, None, None]),
    (ProgramStatus::Cancelled, [None, None, None, None]),
];

async fn ends(db: &store::Db, action: ProgramAction, word: &str) {
    let w = World::new(db).await;
    let ctx = &w.stage.ctx;
    let [noor, olu, amara, pia] =
        [w.stage.person("Noor").await, w.stage.person("Olu").await, w.stage.person("Amara").await, w.stage.person("Pia").await];
    for mentor in [&noor, &olu] {
        w.stage.mentor(&w.program, mentor, 2).await;
    }
    for mentee in [&w.member, &amara, &pia] {
        w.stage.mentee(&w.program, mentee).await;
    }
    w.stage.enrolment_is(&w.program, &pia, EnrolmentStatus::Pending).await;
    let request = requests::ask(ctx, &w.member, "career", noor.id, TEXT).await.unwrap();
    let space = pairs::pair(ctx, &w.carla, "career", &amara.id.to_string(), &olu.id.to_string()).await.unwrap();
    programs::advance(ctx, &w.carla, "career", action).await.unwrap();
    let mut tx = ctx.read().await.unwrap();
    let row = store::requests::by_id(&mut tx, request).await.unwrap().unwrap();
    assert_eq!((row.status, row.close_reason), (RequestStatus::Declined, Some(CloseReason::ProgramEnded)));
    assert_eq!(store::mentorships::by_id(&mut tx, space).await.unwrap().unwrap().status, MentorshipStatus::Active);
    drop(tx);
    assert_eq!(w.stage.told(&pia).await, [word], "whoever waits for approval is told too");
    assert!(w.stage.told(&w.member).await.contains(&"request_program_ended".to_owned()));
    assert!(w.stage.told(&w.carla).await.is_empty(), "who did it knows");
}

store::both! {
    async fn every_cell_of_the_cycle(db) {
        let w = World::new(db).await;
        assert_eq!(CYCLE.map(|(status, _)| status).as_slice(), ProgramStatus::ALL);
        assert_eq!(ProgramAction::ALL, [ProgramAction::Open, ProgramAction::Start, ProgramAction::Complete, ProgramAction::Cancel]);
        for (status, row) in CYCLE {
            for (action, next) in ProgramAction::ALL.iter().zip(row) {
                let program = w.stage.program(&format!("{status}-{action}")).of(w.acme).draft().await;
                w.stage.coordinator(&program, &w.carla).await;
                let mut settings = programs::settings(&w.stage.ctx, &w.carla, &program.slug).await.unwrap();
                let base = settings.draft.clone();
                settings.draft.summary = "One line.".to_owned();
                settings.draft.description = "A paragraph.".to_owned();
                settings.draft.starts_on = "2026-04-06".to_owned();
                let edit = Edit::new(base, settings.draft);
                programs::save(&w.stage.ctx, &w.carla, &program.slug, &edit).await.unwrap();
                w.stage.program_is(&program, status).await;
                let answer = programs::advance(&w.stage.ctx, &w.carla, &program.slug, *action).await;
                match next {
                    Some(next) => assert_eq!(answer.unwrap(), next, "{status} × {action}"),
                    None => assert_eq!(refusal(answer), Refusal::NotFromThisState, "{status} × {action}"),
                }
                let is = programs::overview(&w.stage.ctx, &w.carla, &program.slug).await.unwrap().status;
                assert_eq!(is, next.unwrap_or(status), "{status} × {action}");
            }
        }
    }

    async fn what_is_missing_is_named_before_it_opens(db) {
        let w = World::new(db).await;
        let program = w.stage.program("bare").of(w.acme).draft().await;
        w.stage.coordinator(&program, &w.carla).await;
        assert_eq!(refusal(programs::advance(&w.stage.ctx, &w.carla, "bare", ProgramAction::Open).await), Refusal::ProgramIncomplete);
        let overview = programs::overview(&w.stage.ctx, &w.carla, "bare").await.unwrap();
        assert_eq!(overview.missing, [Missing::Summary, Missing::Description, Missing::StartsOn]);
        assert_eq!(overview.status, ProgramStatus::Draft);
    }

    async fn completing_closes_requests_and_leaves_mentorships(db) {
        ends(db, ProgramAction::Complete, "program_completed").await;
    }

    async fn cancelling_closes_requests_and_leaves_mentorships(db) {
        ends(db, ProgramAction::Cancel, "program_cancelled").await;
    }

    async fn at_its_start_those_who_take_part_are_told(db) {
        let w = World::new(db).await;
        w.stage.program_is(&w.program, ProgramStatus::Open).await;
        w.stage.mentee(&w.program, &w.member).await;
        w.stage.mentee(&w.program, &w.admin).await;
        w.stage.enrolment_is(&w.program, &w.admin, EnrolmentStatus::Pending).await;
        programs::advance(&w.stage.ctx, &w.carla, "career", ProgramAction::Start).await.unwrap();
        assert_eq!(w.stage.told(&w.member).await, ["program_started"]);
        assert!(w.stage.told(&w.admin).await.is_empty());
    }
}
