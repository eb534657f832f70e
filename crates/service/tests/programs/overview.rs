//! The program at a glance: its numbers and what stalls.

use super::World;
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::goals::GoalDraft;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::programs::ProgramAction;
use domain::programs::views::Reach;
use service::goals::{self, MilestoneRows};
use service::{mentorships, organisations, pairs, programs, requests};

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
        let space = pairs::pair(ctx, &w.carla, "career", &amara.id.to_string(), &olu.id.to_string()).await.unwrap();

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

    async fn whom_the_next_steps_reach_is_known_before_they_are_taken(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let [noor, pia, amara] = [w.stage.person("Noor").await, w.stage.person("Pia").await, w.stage.person("Amara").await];
        w.stage.mentor(&w.program, &noor, 2).await;
        for mentee in [&w.member, &pia, &amara, &w.carla] {
            w.stage.mentee(&w.program, mentee).await;
        }
        w.stage.enrolment_is(&w.program, &pia, EnrolmentStatus::Pending).await;
        requests::ask(ctx, &w.member, "career", noor.id, TEXT).await.unwrap();
        let reach = programs::overview(ctx, &w.carla, "career").await.unwrap().reach;
        assert_eq!(reach, Reach { requests: 1, proposals: 0, told_at_start: 3, told_at_end: 4, mailed: 2 }, "whoever does it is not told");

        programs::advance(ctx, &w.carla, "career", ProgramAction::Cancel).await.unwrap();
        let told = async |person: &service::Actor| w.stage.told(person).await.contains(&"program_cancelled".to_owned());
        let mut heard = 0;
        for person in [&noor, &w.member, &pia, &amara, &w.carla] {
            heard += i64::from(told(person).await);
        }
        let mut mailed = 0;
        for person in [&noor, &w.member, &pia, &amara, &w.carla] {
            mailed += i64::from(w.stage.mailed(person).await.len() > usize::from(person.id == noor.id));
        }
        assert_eq!((heard, mailed), (reach.told_at_end, reach.mailed));
    }

    async fn the_program_and_its_organisation_say_the_same_of_who_waits_for_long(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let owner = w.stage.person("Owen").await;
        w.stage.member(w.acme, &owner, OrgRole::Owner).await;
        let noor = w.stage.person("Noor").await;
        w.stage.mentor(&w.program, &noor, 2).await;
        w.stage.mentee(&w.program, &w.member).await;
        let request = requests::ask(ctx, &w.member, "career", noor.id, TEXT).await.unwrap();
        let seen = async || {
            let program = programs::overview(ctx, &w.carla, "career").await.unwrap().waiting;
            let organisation = organisations::admin(ctx, &owner, "acme").await.unwrap().unanswered;
            (program.total, organisation.iter().map(|line| line.requests).sum::<i64>())
        };
        w.stage.clock.advance(Duration::days(6));
        requests::ask_back(ctx, Some(&noor), request, "How many people?").await.unwrap();
        requests::answer(ctx, Some(&w.member), request, "Four.").await.unwrap();
        w.stage.clock.advance(Duration::days(2));
        assert_eq!(seen().await, (0, 0), "the mentor was answered two days ago");
        w.stage.clock.advance(Duration::days(5) + Duration::hours(1));
        assert_eq!(seen().await, (1, 1));
    }
}
