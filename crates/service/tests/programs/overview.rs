//! The program at a glance: its numbers and what stalls.

use super::World;
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::goals::GoalDraft;
use domain::mentorships::MentorshipStatus;
use service::goals::{self, MilestoneRows};
use service::{mentorships, programs, requests};

const TEXT: &str = "I would like to learn how to lead a small team.";

store::both! {
    async fn numbers_and_what_stalls(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let [noor, olu, amara, pia] = [w.stage.person("Noor").await, w.stage.person("Olu").await, w.stage.person("Amara").await, w.stage.person("Pia").await];
        w.stage.mentor(&w.program, &noor, 2).await;
        w.stage.mentor_and_mentee(&w.program, &olu, 2).await;
        for mentee in [&w.member, &amara, &pia] {
            w.stage.mentee(&w.program, mentee).await;
        }
        w.stage.enrolment_is(&w.program, &pia, EnrolmentStatus::Pending).await;
        requests::ask(ctx, &w.member, "career", noor.id, TEXT).await.unwrap();
        let space = requests::pair(ctx, &w.carla, "career", &amara.id.to_string(), &olu.id.to_string()).await.unwrap();

        let seen = programs::overview(ctx, &w.carla, "career").await.unwrap();
        let n = seen.numbers;
        assert_eq!((n.participants, n.mentors, n.mentees, n.pending, n.open_requests), (4, 2, 3, 1, 1));
        assert_eq!(n.mentorships.iter().find(|(s, _)| *s == MentorshipStatus::Active), Some(&(MentorshipStatus::Active, 1)));
        assert_eq!((seen.waiting.total, seen.unsigned.total, seen.aimless.total), (0, 0, 0));
        assert!(seen.join_link.ends_with("/programs/career/join?token=join-career"), "{}", seen.join_link);

        w.stage.clock.advance(Duration::days(8));
        let seen = programs::overview(ctx, &w.carla, "career").await.unwrap();
        assert_eq!((seen.waiting.total, seen.waiting.some[0].mentee.as_str(), seen.unsigned.total), (1, "Mia", 0));

        w.stage.clock.advance(Duration::days(7));
        let seen = programs::overview(ctx, &w.carla, "career").await.unwrap();
        assert_eq!((seen.waiting.total, seen.unsigned.total, seen.aimless.total), (0, 1, 1), "the request is out of time");
        assert_eq!(seen.unsigned.some[0].link, format!("/mentorships/{space}"));

        mentorships::sign_agreement(ctx, &olu, space).await.unwrap();
        mentorships::sign_agreement(ctx, &amara, space).await.unwrap();
        let draft = GoalDraft { title: "Lead a team".to_owned(), ..GoalDraft::default() };
        goals::create(ctx, &amara, space, &draft, &MilestoneRows::default()).await.unwrap();
        let seen = programs::overview(ctx, &w.carla, "career").await.unwrap();
        assert_eq!((seen.unsigned.total, seen.aimless.total, seen.numbers.goals_open), (0, 0, 1));
    }
}
