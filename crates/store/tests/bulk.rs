//! Contract of `store::bulk` on both engines: what was written at once is read back as if it had been written one by one.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::events::EventKind;
use domain::goals::{GoalChange, GoalStatus, ProgressMode};
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::people::{HelpKind, SkillSide, Visibility, WeeklySlot};
use domain::programs::{Answer, Audience, QuestionKind};
use domain::requests::{RequestClock, RequestStatus};
use domain::{MentorshipId, PersonId};
use serde_json::json;
use store::bulk::{self, Person};
use store::enrolments::Enrolment;
use store::goals::{Change, Goal, Milestone};
use store::mails::{self, Mail};
use store::mentorships::{Mentorship, Review, Signature};
use store::organisations::invitations::{self, Invitation};
use store::requests::{Line, Request};
use store::spaces::Space;
use store::testing::rows::{self, at, id};
use store::{Json, Tx, accounts, both, enrolments, events, goals, mentorships, notifications, on, organisations, programs, requests};

/// More than fit into one statement.
const MANY: u128 = 1_000;

fn person(n: u128) -> Person {
    Person {
        id: id(n),
        email: format!("Person{n}@example.org"),
        email_key: format!("person{n}@example.org"),
        password_hash: "none".to_owned(),
        name: format!("Person {n}"),
        locale: "en".to_owned(),
        zone: "UTC".to_owned(),
        pronouns: n.is_multiple_of(2).then(|| "they".to_owned()),
        headline: None,
        about: Some("Two\nlines".to_owned()),
        country: Some("NG".to_owned()),
        industry: None,
        role_title: None,
        experience_years: Some(3),
        help_offered: vec![HelpKind::Advice],
        help_wanted: Vec::new(),
        availability: vec![WeeklySlot { weekday: 1, from: 600, to: 720 }],
        visibility: Visibility::Shared,
        created_at: at(0),
    }
}

async fn count(tx: &mut Tx, table: &'static str) -> i64 {
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    on!(tx, |c| sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
}

both! {
    async fn thousands_of_people_come_back_one_by_one(db) {
        let mut tx = db.write().await.unwrap();
        assert!(bulk::is_empty(&mut tx).await.unwrap());
        let people: Vec<Person> = (1..=MANY).map(person).collect();
        bulk::people(&mut tx, &people).await.unwrap();
        bulk::people(&mut tx, &[]).await.unwrap();
        assert!(!bulk::is_empty(&mut tx).await.unwrap());
        assert_eq!(count(&mut tx, "people").await, 1_000);
        let last = accounts::by_email_key(&mut tx, "person1000@example.org").await.unwrap().unwrap();
        assert_eq!((last.id, last.name.as_str(), last.email_verified_at), (id::<PersonId>(MANY), "Person 1000", Some(at(0))));

        let skill = |n, side, skill_id: &str, position| bulk::Skill { person_id: id(n), side, skill_id: skill_id.to_owned(), position };
        bulk::skills(&mut tx, &[skill(1, SkillSide::Offered, "rust", 0), skill(1, SkillSide::Wanted, "rust", 0)]).await.unwrap();
        let spoken = [(1, "en", 0), (2, "fr", 0), (2, "en", 1)];
        let spoken = spoken.map(|(n, code, position)| bulk::Language { person_id: id(n), language: code.to_owned(), position });
        bulk::languages(&mut tx, &spoken).await.unwrap();
        assert!(requests::share_a_language(&mut tx, id(1), id(2)).await.unwrap());
        assert_eq!(count(&mut tx, "person_skills").await, 2);

        let known: (Json<Vec<WeeklySlot>>, Json<Vec<HelpKind>>, Option<String>) = on!(&mut tx, |c| {
            sqlx::query_as("SELECT availability, help_offered, pronouns FROM people WHERE id = $1").bind(id::<PersonId>(7)).fetch_one(c).await
        })
        .unwrap();
        assert_eq!((known.0.0, known.1.0, known.2), (person(7).availability, vec![HelpKind::Advice], None));
    }

    async fn organisations_programs_and_who_takes_part(db) {
        let mut tx = db.write().await.unwrap();
        bulk::people(&mut tx, &[person(1), person(2)]).await.unwrap();
        let northwind = bulk::Organisation {
            id: id(9),
            slug: "northwind".to_owned(),
            name: "Northwind".to_owned(),
            about: String::new(),
            created_at: at(0),
        };
        bulk::organisations(&mut tx, &[northwind]).await.unwrap();
        let member = bulk::Membership { organisation_id: id(9), person_id: id(1), role: OrgRole::Owner, joined_at: at(0) };
        bulk::memberships(&mut tx, &[member]).await.unwrap();
        assert_eq!(organisations::role_of(&mut tx, id(9), id(1)).await.unwrap(), Some(OrgRole::Owner));
        assert_eq!(organisations::members::count(&mut tx, id(9), "PÉRSON").await.unwrap(), 1, "found by the folded name");

        let first = rows::program(&mut tx, 20, "first", None).await;
        let mut program = programs::by_id(&mut tx, first).await.unwrap().unwrap();
        program.id = id(21);
        program.slug = "second".to_owned();
        program.join_token = "join-second-by-link".to_owned();
        program.organisation_id = Some(id(9));
        program.starts_on = "2026-01-15".parse().ok();
        bulk::programs(&mut tx, &[program.clone()]).await.unwrap();
        let read = programs::by_slug(&mut tx, "second").await.unwrap().unwrap();
        assert_eq!(format!("{read:?}"), format!("{program:?}"));
        bulk::coordinators(&mut tx, &[bulk::Coordinator { program_id: id(21), person_id: id(2) }]).await.unwrap();
        assert!(programs::is_coordinator(&mut tx, id(21), id(2)).await.unwrap());

        let question = bulk::Question {
            id: id(30),
            program_id: id(21),
            position: 0,
            kind: QuestionKind::OneOf,
            audience: Audience::Both,
            prompt: "Which?".to_owned(),
            options: vec!["This".to_owned(), "That".to_owned()],
            required: true,
            counted: false,
        };
        bulk::questions(&mut tx, &[question]).await.unwrap();
        let enrolment = Enrolment {
            id: id(40),
            program_id: id(21),
            person_id: id(1),
            status: domain::enrolments::EnrolmentStatus::Active,
            as_mentor: true,
            as_mentee: false,
            capacity: 3,
            criteria: Json(vec!["skills".to_owned()]),
            version: 1,
            created_at: at(1),
            updated_at: at(1),
        };
        bulk::enrolments(&mut tx, std::slice::from_ref(&enrolment)).await.unwrap();
        let read = enrolments::of(&mut tx, id(21), id(1)).await.unwrap().unwrap();
        assert_eq!(format!("{read:?}"), format!("{enrolment:?}"));
        let answer = bulk::Answered { enrolment_id: id(40), question_id: id(30), body: Answer::Choice(1) };
        bulk::answers(&mut tx, &[answer]).await.unwrap();
        let (Json(body),): (Json<Answer>,) = on!(&mut tx, |c| sqlx::query_as("SELECT body FROM answers").fetch_one(c).await).unwrap();
        assert_eq!(body, Answer::Choice(1));
        let favourite = bulk::Favourite { program_id: id(21), person_id: id(2), mentor_id: id(1), created_at: at(2) };
        bulk::favourites(&mut tx, &[favourite]).await.unwrap();
        assert_eq!(count(&mut tx, "favourites").await, 1);
    }

    async fn requests_and_mentorships_with_all_that_is_said(db) {
        let mut tx = db.write().await.unwrap();
        bulk::people(&mut tx, &[person(1), person(2)]).await.unwrap();
        let program = rows::program(&mut tx, 20, "career", None).await;
        let clock = RequestClock::start(at(0), 14);
        let request = Request {
            id: id(50),
            program_id: program,
            mentee_id: id(2),
            mentor_id: id(1),
            status: RequestStatus::Pending,
            turn: clock.turn,
            body: "Would you be my mentor, please?".to_owned(),
            due_at: clock.due_at,
            remaining_seconds: clock.remaining,
            extended: false,
            reminded: 0,
            close_reason: None,
            closing_word: None,
            created_at: at(0),
            first_reply_at: None,
            ended_at: None,
            version: 1,
        };
        bulk::requests(&mut tx, std::slice::from_ref(&request)).await.unwrap();
        assert_eq!(requests::by_id(&mut tx, id(50)).await.unwrap(), Some(request));
        let line = Line { id: id(51), request_id: id(50), author_id: id(1), body: "Why me?".to_owned(), created_at: at(1) };
        bulk::messages(&mut tx, std::slice::from_ref(&line)).await.unwrap();
        assert_eq!(requests::lines(&mut tx, id(50)).await.unwrap(), vec![line]);

        let mentorship: MentorshipId = id(60);
        let row = Mentorship {
            id: mentorship,
            program_id: program,
            space_id: id(60),
            mentor_id: id(1),
            mentee_id: id(2),
            request_id: Some(id(50)),
            status: MentorshipStatus::Completed,
            agreement: "We meet.".to_owned(),
            started_on: "2026-03-02".parse().ok(),
            ends_on: None,
            ended_at: Some(at(9)),
            end_reason: None,
            ended_by: Some(id(2)),
            version: 2,
            created_at: at(2),
        };
        let space = Space::of_pair(&row);
        bulk::spaces(&mut tx, std::slice::from_ref(&space)).await.unwrap();
        assert_eq!(store::spaces::by_id(&mut tx, space.id).await.unwrap(), Some(space));
        bulk::mentorships(&mut tx, std::slice::from_ref(&row)).await.unwrap();
        assert_eq!(mentorships::by_id(&mut tx, mentorship).await.unwrap(), Some(row));
        let signature = Signature { person_id: id(1), signed_at: at(3) };
        bulk::signatures(&mut tx, &[bulk::MentorshipSignature { mentorship_id: mentorship, signature: signature.clone() }]).await.unwrap();
        assert_eq!(mentorships::signatures(&mut tx, mentorship).await.unwrap(), vec![signature]);
        let review = Review { person_id: id(2), rating: 5, sentence: "It was good.".to_owned(), created_at: at(9) };
        bulk::reviews(&mut tx, &[bulk::MentorshipReview { mentorship_id: mentorship, review: review.clone() }]).await.unwrap();
        assert_eq!(mentorships::reviews(&mut tx, mentorship).await.unwrap(), vec![review]);
    }

    async fn goals_notifications_and_events(db) {
        let mut tx = db.write().await.unwrap();
        bulk::people(&mut tx, &[person(1), person(2)]).await.unwrap();
        let program = rows::program(&mut tx, 20, "career", None).await;
        let row = Mentorship {
            id: id(60),
            program_id: program,
            space_id: id(60),
            mentor_id: id(1),
            mentee_id: id(2),
            request_id: None,
            status: MentorshipStatus::Active,
            agreement: String::new(),
            started_on: None,
            ends_on: None,
            ended_at: None,
            end_reason: None,
            ended_by: None,
            version: 1,
            created_at: at(0),
        };
        rows::mentorship(&mut tx, &row).await;
        let goal = Goal {
            id: id(70),
            mentorship_id: id(60),
            author_id: id(2),
            status: GoalStatus::Open,
            title: "Swim".to_owned(),
            why: String::new(),
            success: String::new(),
            target_on: "2026-06-01".parse().ok(),
            progress_mode: ProgressMode::Milestones,
            progress: 0,
            version: 1,
            created_at: at(0),
            updated_at: at(0),
            closed_at: None,
        };
        bulk::goals(&mut tx, &[goal]).await.unwrap();
        let step = Milestone { id: id(71), goal_id: id(70), position: 0, title: "Float".to_owned(), due_on: None, done_at: Some(at(1)) };
        bulk::milestones(&mut tx, std::slice::from_ref(&step)).await.unwrap();
        assert_eq!(goals::milestones(&mut tx, id(70)).await.unwrap(), vec![step]);
        let comment = bulk::GoalComment { id: id(72), goal_id: id(70), author_id: id(1), body: "Well done".to_owned(), created_at: at(2) };
        bulk::comments(&mut tx, &[comment]).await.unwrap();
        assert_eq!(goals::comments(&mut tx, id(70)).await.unwrap().len(), 1);
        let change = Change { id: id(73), person_id: id(2), at: at(0), field: GoalChange::Made, before: None, after: Some("open".to_owned()) };
        bulk::history(&mut tx, &[bulk::GoalHistory { goal_id: id(70), change: change.clone() }]).await.unwrap();
        assert_eq!(goals::history(&mut tx, id(70), 10).await.unwrap(), vec![change]);

        let told = |n, read_at| notifications::Notification {
            id: id(n),
            person_id: id(1),
            kind: "goal_created".to_owned(),
            link: "/mentorships".to_owned(),
            body: Json(json!({ "name": "Person 2" })),
            created_at: at(0),
            read_at,
        };
        bulk::notifications(&mut tx, &[told(80, None), told(81, Some(at(3)))]).await.unwrap();
        assert_eq!(notifications::unread(&mut tx, id(1)).await.unwrap(), 1);
        let event = |kind, minute| events::NewEvent {
            at: at(minute),
            kind,
            actor: Some(id(2)),
            organisation: None,
            program: Some(program),
            subject: None,
            body: json!({}),
        };
        bulk::events(&mut tx, &[event(EventKind::GoalCreated, 0), event(EventKind::MilestoneDone, 1)]).await.unwrap();
        let kinds: Vec<String> = events::of_program(&mut tx, program, 10).await.unwrap().into_iter().map(|e| e.kind).collect();
        assert_eq!(kinds, ["milestone.done", "goal.created"]);
    }

    async fn invitations_mails_and_whom_they_go_to(db) {
        let mut tx = db.write().await.unwrap();
        let people: Vec<Person> = (1..=MANY).map(person).collect();
        bulk::people(&mut tx, &people).await.unwrap();
        let acme = rows::organisation(&mut tx, 5, "acme").await;
        let invited = |n: u128, email: Option<&str>| bulk::Invited {
            invitation: Invitation {
                id: id(n),
                organisation_id: acme,
                program_id: None,
                role: OrgRole::Member,
                email: email.map(str::to_owned),
                link_token: email.is_none().then(|| "open".to_owned()),
                created_by: Some(id(1)),
                created_at: at(0),
                expires_at: at(60),
                revoked_at: None,
                accepted_at: None,
            },
            token_hash: n.to_be_bytes().to_vec(),
        };
        let both = [invited(90, Some("new@example.org")), invited(91, None)];
        bulk::invitations(&mut tx, &both).await.unwrap();
        for one in both {
            assert_eq!(invitations::by_hash(&mut tx, &one.token_hash).await.unwrap(), Some(one.invitation));
        }

        let mail = |n: u128| Mail {
            id: id(n),
            to_name: format!("Person {n}"),
            to_email: format!("person{n}@example.org"),
            locale: "en".to_owned(),
            subject: "Hello".to_owned(),
            body_text: "text".to_owned(),
            body_html: "<p>text</p>".to_owned(),
            created_at: at(i64::try_from(n).unwrap()),
            attempts: 0,
        };
        let letters: Vec<Mail> = (1..=MANY).map(mail).collect();
        bulk::mails(&mut tx, &letters).await.unwrap();
        bulk::mails(&mut tx, &[]).await.unwrap();
        assert_eq!(count(&mut tx, "mails").await, 1_000);
        let due = mails::claim(&mut tx, at(2), at(5_000), 10).await.unwrap();
        let mut due: Vec<_> = due.into_iter().map(|m| (m.id, m.to_email, m.attempts)).collect();
        due.sort();
        assert_eq!(due, [(id(1), "person1@example.org".to_owned(), 1), (id(2), "person2@example.org".to_owned(), 1)]);

        let keys: Vec<String> = ["person2@example.org", "nobody@example.org"].map(str::to_owned).to_vec();
        let known = accounts::by_email_keys(&mut tx, &keys).await.unwrap();
        assert_eq!(known.iter().map(|(key, a)| (key.as_str(), a.id)).collect::<Vec<_>>(), [("person2@example.org", id(2))]);
        assert!(accounts::by_email_keys(&mut tx, &[]).await.unwrap().is_empty());
        let ids: Vec<PersonId> = (1..=MANY + 1).map(id).collect();
        assert_eq!(requests::parties(&mut tx, &ids).await.unwrap().len(), 1_000, "whoever isn't there is left out");

        let (first, second) = (rows::program(&mut tx, 20, "career", None).await, rows::program(&mut tx, 21, "buddies", None).await);
        let mut found: Vec<_> = programs::by_ids(&mut tx, &[first, second, id(22)]).await.unwrap().into_iter().map(|p| p.slug).collect();
        found.sort();
        assert_eq!(found, ["buddies", "career"]);
        assert!(programs::by_ids(&mut tx, &[]).await.unwrap().is_empty());
    }
}
