//! Contract of `store::mentors`, `store::favourites` and pages of notifications on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::match_preferences::PreferenceSide;
use domain::mentorships::MentorshipStatus;
use domain::people::SkillSide;
use domain::programs::{Answer, Audience, QuestionKind};
use domain::requests::{RequestClock, RequestStatus};
use domain::{NotificationId, PersonId, ProgramId};
use store::bulk::{self, Answered, Question};
use store::mentors::{self, OfMentee, Whom};
use store::mentorships::{self, Mentorship};
use store::notifications::Notification;
use store::requests::{self, Request};
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Db, Json, both, favourites, match_preferences, notifications, people};

/// Noor and Mia mentor, Amara looks for a mentor, Tam mentors elsewhere.
async fn world(db: &Db) -> ProgramId {
    let mut tx = db.write().await.unwrap();
    let program = rows::program(&mut tx, 1, "career", None).await;
    let other = rows::program(&mut tx, 2, "elsewhere", None).await;
    for (n, name, program, capacity) in
        [(10, "Noor", program, 3), (11, "Mia", program, 1), (12, "Amara", program, 0), (13, "Tam", other, 1)]
    {
        let person = rows::person(&mut tx, n, name).await;
        rows::enrolment(&mut tx, n + 100, program, person, capacity).await;
        changes::speaks(&mut tx, person, &["fr", "en"]).await;
        people::set_skills(&mut tx, person, &["rust".to_owned()], &["python".to_owned(), "go".to_owned()], at(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
    program
}

fn names(rows: &[mentors::ParticipantRow]) -> Vec<&str> {
    rows.iter().map(|row| row.name.as_str()).collect()
}

both! {
    async fn mentors_are_those_who_can_be_found_and_two_are_any_two(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let found = mentors::people(&mut tx, Whom::Mentors(program)).await.unwrap();
        assert_eq!(names(&found), ["Noor", "Mia"]);
        assert_eq!((found[0].capacity, found[0].taken, found[0].status), (3, 0, EnrolmentStatus::Active));
        let two = |one, other| Whom::Two(program, id(one), id(other));
        assert_eq!(names(&mentors::people(&mut tx, two(12, 11)).await.unwrap()), ["Mia", "Amara"]);
        assert_eq!(names(&mentors::people(&mut tx, two(12, 12)).await.unwrap()), ["Amara"]);
        assert_eq!(names(&mentors::people(&mut tx, two(12, 13)).await.unwrap()), ["Amara"], "Tam isn't in this program");
        changes::enrolment_is(&mut tx, program, id(11), EnrolmentStatus::Paused).await;
        assert_eq!(names(&mentors::people(&mut tx, Whom::Mentors(program)).await.unwrap()), ["Noor"]);
    }

    async fn languages_and_skills_come_in_their_order(db) {
        let program = world(db).await;
        let mut tx = db.read().await.unwrap();
        let languages = mentors::languages(&mut tx, Whom::Two(program, id(10), id(10))).await.unwrap();
        assert_eq!(languages, [(id(10), "fr".to_owned()), (id(10), "en".to_owned())]);
        assert_eq!(mentors::languages(&mut tx, Whom::Mentors(program)).await.unwrap().len(), 4);
        let skills = mentors::skills(&mut tx, Whom::Two(program, id(10), id(10))).await.unwrap();
        let wanted: Vec<&str> = skills.iter().filter(|(_, side, _)| *side == SkillSide::Wanted).map(|(_, _, skill)| skill.as_str()).collect();
        assert_eq!((skills.len(), wanted), (3, vec!["python", "go"]));
    }

    async fn only_answers_to_counted_questions_that_both_are_asked_are_read(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let question = |n: u128, counted, audience| Question {
            id: id(n), program_id: program, position: 0, kind: QuestionKind::Scale, audience, prompt: "How?".to_owned(),
            options: Vec::new(), required: false, counted,
        };
        let questions = [
            question(20, true, Audience::Both), question(21, false, Audience::Both), question(22, true, Audience::Mentor),
            question(23, true, Audience::Both), Question { program_id: id(2), ..question(24, true, Audience::Both) },
        ];
        bulk::questions(&mut tx, &questions).await.unwrap();
        let answer = |n| Answered { enrolment_id: id(110), question_id: id(n), body: Answer::Scale(4) };
        bulk::answers(&mut tx, &[answer(20), answer(21), answer(22)]).await.unwrap();
        let answers = mentors::answers(&mut tx, Whom::Mentors(program)).await.unwrap();
        assert_eq!(answers, [(id::<PersonId>(10), id(20), Json(Answer::Scale(4)))]);
        for whom in [Whom::Mentors(program), Whom::Active(program), Whom::Two(program, id(10), id(12)), Whom::Proposed(program, id(10))] {
            let people = mentors::people(&mut tx, whom).await.unwrap();
            assert!(!people.is_empty() && people.iter().all(|row| row.asked == 2), "{whom:?}");
        }
    }

    async fn the_newest_replies_of_each_mentor_are_read(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let clock = RequestClock::start(at(0), 14);
        let request = |n: i64, mentor, replied| Request {
            id: id(u128::try_from(1_000 + n).unwrap()), program_id: program, mentee_id: id(12), mentor_id: id(mentor),
            status: RequestStatus::Declined, turn: clock.turn, body: String::new(), due_at: None, remaining_seconds: None, extended: false,
            reminded: clock.reminded, close_reason: None, closing_word: None, created_at: at(n),
            first_reply_at: Some(at(n) + Duration::hours(1)).filter(|_| replied), ended_at: Some(at(n)), version: 1,
        };
        let all: Vec<Request> = (0..30).map(|n| request(n, 10, true)).chain([request(50, 11, false), request(51, 13, true)]).collect();
        bulk::requests(&mut tx, &all).await.unwrap();
        let replies = mentors::replies(&mut tx, program).await.unwrap();
        assert_eq!(replies.len(), 21);
        assert!(replies.iter().all(|(mentor, asked, replied)| *mentor == id(10) && *asked >= at(9) && *replied - *asked == Duration::hours(1)));
        let silent = Request { status: RequestStatus::Expired, ended_at: Some(at(60) + Duration::days(14)), ..request(60, 11, false) };
        bulk::requests(&mut tx, &[silent]).await.unwrap();
        let of_mia: Vec<_> = mentors::replies(&mut tx, program).await.unwrap().into_iter().filter(|(mentor, ..)| *mentor == id(11)).collect();
        assert_eq!(of_mia, [(id(11), at(60), at(60) + Duration::days(14))], "silence counts until it expired");
    }

    async fn favourites_are_kept_once_and_given_up(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        for mentor in [10, 11, 10] {
            favourites::add(&mut tx, program, id(12), id(mentor), at(0)).await.unwrap();
        }
        assert_eq!(favourites::of(&mut tx, program, id(12)).await.unwrap().len(), 2);
        favourites::remove(&mut tx, program, id(12), id(10)).await.unwrap();
        favourites::remove(&mut tx, program, id(12), id(10)).await.unwrap();
        assert_eq!(favourites::of(&mut tx, program, id(12)).await.unwrap(), [id(11)]);
        assert_eq!(favourites::of(&mut tx, program, id(10)).await.unwrap(), []);
    }

    async fn what_a_mentee_has_with_mentors_is_what_is_asked_for_one_by_one(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let mentee: PersonId = id(12);
        for mentor in [10, 11] {
            favourites::add(&mut tx, program, mentee, id(mentor), at(0)).await.unwrap();
        }
        match_preferences::replace(&mut tx, program, mentee, PreferenceSide::Mentors, &[id(11), id(10)], at(0)).await.unwrap();
        let clock = RequestClock::start(at(0), 14);
        let request = |n: u128, mentor, status, due_at| Request {
            id: id(1_000 + n), program_id: program, mentee_id: mentee, mentor_id: id(mentor), status, turn: clock.turn, body: String::new(),
            due_at, remaining_seconds: None, extended: false, reminded: clock.reminded, close_reason: None, closing_word: None,
            created_at: at(0), first_reply_at: None, ended_at: None, version: 1,
        };
        let pending = RequestStatus::Pending;
        bulk::requests(&mut tx, &[request(1, 10, pending, Some(at(60))), request(2, 11, RequestStatus::Declined, None)]).await.unwrap();
        let mut asked = async |who: u128, program, now| {
            let who = id(who);
            let mut found = mentors::of_mentee(&mut tx, program, who, at(now)).await.unwrap();
            found.favourites.sort_unstable();
            let mut one_by_one = OfMentee {
                favourites: favourites::of(&mut tx, program, who).await.unwrap(),
                asked: requests::open_mentors_of(&mut tx, program, who, at(now)).await.unwrap(),
                preferences: match_preferences::ids(&mut tx, program, who, PreferenceSide::Mentors).await.unwrap(),
                placed: mentorships::mentee_is_placed(&mut tx, program, who).await.unwrap(),
            };
            one_by_one.favourites.sort_unstable();
            assert_eq!(found, one_by_one);
            found
        };
        let (noor, mia) = (id(10), id(11));
        let all = OfMentee { favourites: vec![noor, mia], asked: vec![(id(1_001), noor)], preferences: vec![mia, noor], placed: false };
        assert_eq!(asked(12, program, 59).await, all);
        assert_eq!(asked(12, program, 60).await, OfMentee { asked: Vec::new(), ..all.clone() }, "the time is up");
        assert_eq!(asked(12, id(2), 0).await, OfMentee::default(), "another program");
        assert_eq!(asked(10, program, 0).await, OfMentee::default(), "somebody else");

        let mentorship = Mentorship {
            id: id(40), program_id: program, space_id: id(40), mentor_id: noor, mentee_id: mentee, request_id: None, status: MentorshipStatus::Active,
            agreement: String::new(), started_on: None, ends_on: None, ended_at: None, end_reason: None, ended_by: None, version: 1,
            created_at: at(0),
        };
        rows::mentorship(&mut tx, &mentorship).await;
        changes::enrolment_is(&mut tx, program, mia, EnrolmentStatus::Left).await;
        let mut asked = async |who| mentors::of_mentee(&mut tx, program, who, at(0)).await.unwrap();
        assert_eq!(asked(mentee).await, OfMentee { preferences: vec![noor], placed: true, ..all });
        assert!(!asked(noor).await.placed, "a mentor isn't placed");
    }

    async fn notifications_come_page_by_page_also_those_of_one_moment(db) {
        world(db).await;
        let mut tx = db.write().await.unwrap();
        let told = |n: u128, minutes| Notification {
            id: id(n), person_id: id(10), kind: "goal_created".to_owned(), link: "/".to_owned(), body: Json(serde_json::json!({})),
            created_at: at(minutes), read_at: None,
        };
        let all = [(30, 5), (31, 5), (32, 5), (33, 1), (34, 9)].map(|(n, minutes)| told(n, minutes));
        bulk::notifications(&mut tx, &all).await.unwrap();
        let mut page = async |person: u128, before: Option<u128>| {
            let found = notifications::page(&mut tx, id(person), before.map(id::<NotificationId>), 2).await.unwrap();
            found.iter().map(|n| n.id.0.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(page(10, None).await, [34, 32]);
        assert_eq!(page(10, Some(32)).await, [31, 30]);
        assert_eq!(page(10, Some(30)).await, [33]);
        assert_eq!(page(11, Some(32)).await, Vec::<u128>::new(), "somebody else's place");
    }
}
