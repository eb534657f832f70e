//! Contract of `store::goals` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::GoalId;
use domain::goals::{GoalChange, GoalStatus, MilestoneFields, ProgressMode};
use domain::mentorships::MentorshipStatus;
use store::goals::{self, Change, Goal, Milestone, lists};
use store::mentorships::{Mentorship, overview};
use store::testing::rows::{self, at, id};
use store::{Tx, both};

const AMARA: u128 = 1;
const CHIDI: u128 = 2;

async fn fixture(tx: &mut Tx, status: MentorshipStatus) {
    rows::person(tx, AMARA, "Amara").await;
    rows::person(tx, CHIDI, "Chidi").await;
    rows::program(tx, 1, "career", None).await;
    rows::mentorship(tx, &mentorship(7, status)).await;
}

fn mentorship(n: u128, status: MentorshipStatus) -> Mentorship {
    Mentorship {
        id: id(n),
        program_id: id(1),
        space_id: id(n),
        mentor_id: id(AMARA),
        mentee_id: id(CHIDI),
        request_id: None,
        status,
        agreement: String::new(),
        started_on: None,
        ends_on: None,
        ended_at: None,
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: at(0),
    }
}

fn goal(n: u128, status: GoalStatus, target_on: Option<&str>) -> Goal {
    Goal {
        id: id(n),
        mentorship_id: id(7),
        author_id: id(CHIDI),
        status,
        title: format!("Goal {n}"),
        why: "Because".to_owned(),
        success: String::new(),
        target_on: target_on.and_then(|d| d.parse().ok()),
        progress_mode: ProgressMode::Milestones,
        progress: 0,
        version: 1,
        created_at: at(0),
        updated_at: at(0),
        closed_at: None,
    }
}

fn milestone(n: u128, goal: u128, position: i32, due_on: Option<&str>) -> Milestone {
    Milestone {
        id: id(n),
        goal_id: id(goal),
        position,
        title: format!("Step {n}"),
        due_on: due_on.and_then(|d| d.parse().ok()),
        done_at: None,
    }
}

both! {
    async fn a_goal_comes_back_as_it_was_written_and_changes(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx, MentorshipStatus::Active).await;
        let mut kept = goal(1, GoalStatus::Open, Some("2026-06-01"));
        goals::insert(&mut tx, &kept).await.unwrap();
        assert_eq!(goals::by_id(&mut tx, kept.id).await.unwrap().as_ref(), Some(&kept));
        kept = Goal { title: "Another".to_owned(), progress_mode: ProgressMode::Hand, progress: 40, target_on: None, version: 2, updated_at: at(3), ..kept };
        goals::update(&mut tx, &kept).await.unwrap();
        assert_eq!(goals::lock(&mut tx, kept.id).await.unwrap().as_ref(), Some(&kept));
        goals::touch(&mut tx, kept.id, at(9)).await.unwrap();
        assert_eq!(overview::of_person(&mut tx, id(CHIDI)).await.unwrap().remove(0).goals_touched, Some(at(9)));
        assert_eq!(goals::by_id(&mut tx, id(2)).await.unwrap(), None);
    }

    async fn goals_come_by_urgency(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx, MentorshipStatus::Active).await;
        let rows = [
            goal(1, GoalStatus::Achieved, Some("2026-01-01")),
            goal(2, GoalStatus::Open, None),
            goal(3, GoalStatus::Open, Some("2026-09-01")),
            goal(4, GoalStatus::Open, Some("2026-05-01")),
            goal(5, GoalStatus::Proposed, None),
        ];
        for row in &rows {
            goals::insert(&mut tx, row).await.unwrap();
        }
        let order: Vec<u128> = goals::of_mentorship(&mut tx, id(7)).await.unwrap().iter().map(|g| g.id.0.as_u128()).collect();
        assert_eq!(order, [5, 4, 3, 2, 1]);
    }

    async fn milestones_keep_their_order(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx, MentorshipStatus::Active).await;
        goals::insert(&mut tx, &goal(1, GoalStatus::Open, None)).await.unwrap();
        let steps = [milestone(1, 1, 0, None), milestone(2, 1, 1, Some("2026-03-09")), milestone(3, 1, 2, None)];
        goals::insert_milestones(&mut tx, &steps).await.unwrap();
        assert_eq!(goals::milestones(&mut tx, id(1)).await.unwrap(), steps);
        goals::set_milestone_positions(&mut tx, &[id(3), id(1), id(2)]).await.unwrap();
        goals::set_milestone_done(&mut tx, id(1), Some(at(4))).await.unwrap();
        goals::set_milestone(&mut tx, id(3), &MilestoneFields { title: "First".to_owned(), due_on: "2026-04-01".parse().ok() }).await.unwrap();
        goals::delete_milestone(&mut tx, id(2)).await.unwrap();
        let now = goals::milestones(&mut tx, id(1)).await.unwrap();
        let expected = [
            Milestone { title: "First".to_owned(), position: 0, due_on: "2026-04-01".parse().ok(), ..milestone(3, 1, 0, None) },
            Milestone { position: 1, done_at: Some(at(4)), ..milestone(1, 1, 1, None) },
        ];
        assert_eq!(now, expected);
    }

    async fn comments_and_history_tell_who_and_when(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx, MentorshipStatus::Active).await;
        goals::insert(&mut tx, &goal(1, GoalStatus::Open, None)).await.unwrap();
        goals::insert_comment(&mut tx, id(2), id(1), id(AMARA), "Well done", at(2)).await.unwrap();
        goals::insert_comment(&mut tx, id(1), id(1), id(CHIDI), "First!", at(1)).await.unwrap();
        let said: Vec<(String, String)> = goals::comments(&mut tx, id(1)).await.unwrap().into_iter().map(|c| (c.name, c.body)).collect();
        assert_eq!(said, [("Chidi".to_owned(), "First!".to_owned()), ("Amara".to_owned(), "Well done".to_owned())]);
        let change = |n: u128, minutes, field| Change { id: id(n), person_id: id(CHIDI), at: at(minutes), field, before: None, after: Some("x".to_owned()) };
        let all = [change(1, 1, GoalChange::Made), change(2, 2, GoalChange::Title), change(3, 2, GoalChange::MilestoneDone)];
        goals::insert_changes(&mut tx, id(1), &all).await.unwrap();
        let newest = goals::history(&mut tx, id(1), 2).await.unwrap();
        assert_eq!(newest, [all[2].clone(), all[1].clone()]);
    }

    async fn the_newest_line_of_each_kind_is_found(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx, MentorshipStatus::Active).await;
        for n in [1, 2] {
            goals::insert(&mut tx, &goal(n, GoalStatus::Open, None)).await.unwrap();
        }
        let change = |n: u128, minutes, field| Change { id: id(n), person_id: id(CHIDI), at: at(minutes), field, before: None, after: None };
        let all = [
            change(1, 1, GoalChange::Title),
            change(2, 2, GoalChange::Why),
            change(3, 3, GoalChange::Title),
            change(4, 3, GoalChange::Title),
            change(5, 4, GoalChange::Progress),
        ];
        goals::insert_changes(&mut tx, id(1), &all).await.unwrap();
        goals::insert_changes(&mut tx, id(2), &[change(6, 5, GoalChange::Title)]).await.unwrap();
        let newest = goals::newest_changes(&mut tx, id(1), &[GoalChange::Why, GoalChange::Title, GoalChange::Success]).await.unwrap();
        assert_eq!(newest, [all[3].clone(), all[1].clone()], "not another kind's, nor another goal's");
        assert!(goals::newest_changes(&mut tx, id(1), &[]).await.unwrap().is_empty());
    }

    async fn what_is_due_is_due_in_what_goes_on(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx, MentorshipStatus::Active).await;
        rows::mentorship(&mut tx, &mentorship(8, MentorshipStatus::Paused)).await;
        goals::insert(&mut tx, &goal(1, GoalStatus::Open, Some("2026-09-01"))).await.unwrap();
        goals::insert(&mut tx, &goal(2, GoalStatus::Dropped, None)).await.unwrap();
        goals::insert(&mut tx, &Goal { mentorship_id: id(8), ..goal(3, GoalStatus::Open, None) }).await.unwrap();
        let done = Milestone { done_at: Some(at(1)), ..milestone(5, 1, 0, Some("2026-03-01")) };
        let steps = [
            done,
            milestone(1, 1, 1, Some("2026-03-16")),
            milestone(2, 1, 2, Some("2026-03-17")),
            milestone(3, 1, 3, Some("2026-02-01")),
            milestone(4, 1, 4, None),
            milestone(6, 2, 0, Some("2026-03-03")),
            milestone(7, 3, 0, Some("2026-03-03")),
        ];
        goals::insert_milestones(&mut tx, &steps).await.unwrap();
        let due = lists::due_of(&mut tx, id(AMARA), None, "2026-03-16".parse().unwrap(), 10).await.unwrap();
        assert_eq!(due.iter().map(|d| d.id.0.as_u128()).collect::<Vec<_>>(), [3, 1], "overdue first; not done, dropped or paused ones");
        assert_eq!(lists::due_of(&mut tx, id(CHIDI), None, "2026-03-16".parse().unwrap(), 1).await.unwrap().len(), 1);
        assert_eq!(lists::next_of(&mut tx, id(7)).await.unwrap().map(|n| n.title), Some("Step 3".to_owned()));
        let current: Vec<GoalId> = lists::current_of(&mut tx, id(CHIDI)).await.unwrap().iter().map(|g| g.id).collect();
        assert_eq!(current, [id::<GoalId>(1), id(3)]);
        let open: Vec<String> = lists::open_milestones(&mut tx, id(7)).await.unwrap().into_iter().map(|o| o.title).collect();
        assert_eq!(open, ["Step 1", "Step 2", "Step 3", "Step 4", "Step 6"]);

        let mut counted = lists::progress_of(&mut tx, &[id(7), id(8)]).await.unwrap();
        counted.sort_by_key(|c| c.id);
        assert_eq!(counted.iter().map(|c| (c.total, c.done)).collect::<Vec<_>>(), [(5, 1), (1, 0), (1, 0)]);
        assert_eq!(lists::progress_of(&mut tx, &[]).await.unwrap(), []);

        rows::mentorship(&mut tx, &mentorship(9, MentorshipStatus::Active)).await;
        goals::insert(&mut tx, &Goal { mentorship_id: id(9), ..goal(4, GoalStatus::Open, None) }).await.unwrap();
        goals::insert_milestones(&mut tx, &[milestone(8, 4, 0, Some("2026-03-15"))]).await.unwrap();
        let mut due_in = async |mentorship: u128, limit| {
            let due = lists::due_of(&mut tx, id(CHIDI), Some(id(mentorship)), "2026-03-16".parse().unwrap(), limit).await.unwrap();
            due.iter().map(|d| d.id.0.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!((due_in(9, 1).await, due_in(7, 10).await, due_in(8, 10).await), (vec![8], vec![3, 1], vec![]), "one's own, before the limit");
    }
}
