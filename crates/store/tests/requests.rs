//! Contract of `store::requests` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use chrono::{DateTime, Duration, Utc};
use domain::requests::{CloseReason, RequestClock, RequestStatus};
use domain::{PersonId, ProgramId, RequestId, RequestMessageId};
use store::requests::{self, Closing, Direction, Line, Request};
use store::testing::rows::{self, at, id};
use store::{Db, both};

const PROGRAM: u128 = 1;
const MENTOR: u128 = 2;
const MENTEE: u128 = 3;
const OTHER: u128 = 4;

async fn world(db: &Db) -> (ProgramId, PersonId, PersonId, PersonId) {
    let mut tx = db.write().await.unwrap();
    let program = rows::program(&mut tx, PROGRAM, "career", None).await;
    let mentor = rows::person(&mut tx, MENTOR, "Noor").await;
    let mentee = rows::person(&mut tx, MENTEE, "Amara").await;
    let other = rows::person(&mut tx, OTHER, "Mia").await;
    for (n, person, capacity) in [(10, mentor, 2), (11, mentee, 0), (12, other, 0)] {
        rows::enrolment(&mut tx, n, program, person, capacity).await;
    }
    tx.commit().await.unwrap();
    (program, mentor, mentee, other)
}

/// An open request with 14 days from `at(minutes)`.
fn request(n: u128, mentee: PersonId, mentor: PersonId, minutes: i64) -> Request {
    let clock = RequestClock::start(at(minutes), 14);
    Request {
        id: id(n),
        program_id: id(PROGRAM),
        mentee_id: mentee,
        mentor_id: mentor,
        status: RequestStatus::Pending,
        turn: clock.turn,
        body: "Would you be my mentor?".to_owned(),
        due_at: clock.due_at,
        remaining_seconds: clock.remaining,
        extended: clock.extended,
        reminded: clock.reminded,
        close_reason: None,
        closing_word: None,
        created_at: at(minutes),
        first_reply_at: None,
        ended_at: None,
        version: 1,
    }
}

async fn insert(db: &Db, r: &Request) -> bool {
    let mut tx = db.write().await.unwrap();
    let new = requests::insert(&mut tx, r).await.unwrap();
    tx.commit().await.unwrap();
    new
}

async fn by_id(db: &Db, n: u128) -> Request {
    requests::by_id(&mut db.read().await.unwrap(), id(n)).await.unwrap().unwrap()
}

fn ids(found: &[Request]) -> Vec<RequestId> {
    let mut ids: Vec<_> = found.iter().map(|r| r.id).collect();
    ids.sort();
    ids
}

/// Two weeks after `at(minutes)`.
fn due(minutes: i64) -> DateTime<Utc> {
    at(minutes) + Duration::days(14)
}

both! {
    async fn a_request_comes_back_as_it_was_written(db) {
        let (_, mentor, mentee, _) = world(db).await;
        let mut r = request(20, mentee, mentor, 0);
        assert!(insert(db, &r).await);
        assert_eq!(by_id(db, 20).await, r);
        r.set_clock(r.clock().ask_back(at(1)).unwrap());
        r.closing_word = Some("Dear Amara".to_owned());
        r.first_reply_at = Some(at(1));
        let mut tx = db.write().await.unwrap();
        assert_eq!(requests::lock(&mut tx, r.id).await.unwrap().map(|held| held.version), Some(1));
        requests::update(&mut tx, &r).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(by_id(db, 20).await, Request { version: 2, ..r });
        assert_eq!(requests::by_id(&mut db.read().await.unwrap(), id(99)).await.unwrap(), None);
    }

    async fn the_index_lets_one_open_request_to_a_mentor_be(db) {
        let (_, mentor, mentee, _) = world(db).await;
        assert!(insert(db, &request(20, mentee, mentor, 0)).await);
        assert!(!insert(db, &request(21, mentee, mentor, 1)).await);
        let mut tx = db.write().await.unwrap();
        requests::update(&mut tx, &Request { status: RequestStatus::Declined, ..request(20, mentee, mentor, 0) }).await.unwrap();
        tx.commit().await.unwrap();
        assert!(insert(db, &request(21, mentee, mentor, 1)).await, "after a no one may ask again");
    }

    async fn expiring_takes_what_is_due_and_no_more_than_asked_for(db) {
        let (_, mentor, mentee, other) = world(db).await;
        for r in [request(20, mentee, mentor, 0), request(21, other, mentor, 1), request(22, mentee, other, 60)] {
            assert!(insert(db, &r).await);
        }
        let mut tx = db.write().await.unwrap();
        assert!(requests::expire_due(&mut tx, due(0) - Duration::microseconds(1), 10).await.unwrap().is_empty());
        assert_eq!(ids(&requests::expire_due(&mut tx, due(1), 1).await.unwrap()), [id(20)], "the one due first");
        let second = requests::expire_due(&mut tx, due(1), 10).await.unwrap();
        assert_eq!((ids(&second), second[0].status, second[0].ended_at), (vec![id(21)], RequestStatus::Expired, Some(due(1))));
        tx.commit().await.unwrap();
        assert_eq!(by_id(db, 22).await.status, RequestStatus::Pending);
    }

    async fn closing_says_which_it_closed(db) {
        let (program, mentor, mentee, other) = world(db).await;
        for r in [request(20, mentee, mentor, 0), request(21, other, mentor, 60), request(22, mentee, other, 60)] {
            assert!(insert(db, &r).await);
        }
        let mut tx = db.write().await.unwrap();
        let closed = requests::close(&mut tx, program, Closing::ToMentor(mentor), CloseReason::MentorPaused, due(0)).await.unwrap();
        assert_eq!(ids(&closed), [id(20), id(21)]);
        let late = closed.iter().find(|r| r.id == id(20)).unwrap();
        assert_eq!((late.status, late.close_reason, late.ended_at), (RequestStatus::Expired, None, Some(due(0))));
        let open = closed.iter().find(|r| r.id == id(21)).unwrap();
        assert_eq!((open.status, open.close_reason, open.ended_at), (RequestStatus::Declined, Some(CloseReason::MentorPaused), Some(due(0))));
        assert!(requests::close(&mut tx, program, Closing::ToMentor(mentor), CloseReason::MentorPaused, due(0)).await.unwrap().is_empty());
        let rest = requests::close(&mut tx, program, Closing::All, CloseReason::ProgramEnded, due(0)).await.unwrap();
        assert_eq!(ids(&rest), [id(22)]);
    }

    async fn a_reminder_is_noted_only_on_what_was_seen(db) {
        let (_, mentor, mentee, _) = world(db).await;
        assert!(insert(db, &request(20, mentee, mentor, 0)).await);
        let seen = by_id(db, 20).await;
        let mut tx = db.write().await.unwrap();
        assert!(requests::set_reminded(&mut tx, &seen, 1).await.unwrap());
        assert!(!requests::set_reminded(&mut tx, &seen, 1).await.unwrap(), "it was changed since it was seen");
        tx.commit().await.unwrap();
        assert_eq!(by_id(db, 20).await.reminded, 1);
    }

    async fn running_clocks_come_in_the_order_of_their_end(db) {
        let (_, mentor, mentee, other) = world(db).await;
        let mut roles = request(22, other, mentee, 0);
        roles.set_clock(roles.clock().ask_back(at(1)).unwrap());
        for r in [request(21, mentee, mentor, 5), request(20, other, mentor, 5), request(23, mentee, other, 1), roles] {
            assert!(insert(db, &r).await);
        }
        let mut tx = db.read().await.unwrap();
        let first = requests::running(&mut tx, at(6), None, 2).await.unwrap();
        assert_eq!(first.iter().map(|r| r.request.id).collect::<Vec<_>>(), [id(23), id(20)]);
        assert_eq!(first[0].request_days, 14);
        let after = first.last().map(|r| (r.request.due_at.unwrap(), r.request.id));
        let second = requests::running(&mut tx, at(6), after, 2).await.unwrap();
        assert_eq!(second.iter().map(|r| r.request.id).collect::<Vec<_>>(), [id(21)]);
        assert!(requests::running(&mut tx, due(5), None, 9).await.unwrap().is_empty());
    }

    async fn lists_carry_faces_and_go_page_by_page(db) {
        let (program, mentor, mentee, other) = world(db).await;
        for (n, status) in [(20, RequestStatus::Declined), (21, RequestStatus::Expired), (22, RequestStatus::Pending)] {
            assert!(insert(db, &Request { status, ..request(n, mentee, mentor, 0) }).await);
        }
        let mut tx = db.read().await.unwrap();
        let open = requests::open(&mut tx, Direction::ToMentor(mentor), Some(program), 9).await.unwrap();
        assert_eq!((open.len(), open[0].request.id), (1, id(22)));
        assert_eq!((open[0].mentee_name.as_str(), open[0].mentor_name.as_str(), open[0].program_slug.as_str()), ("Amara", "Noor", "career"));
        assert_eq!(requests::open(&mut tx, Direction::OfMentee(mentee), None, 9).await.unwrap(), open);
        assert!(requests::open(&mut tx, Direction::OfMentee(mentor), None, 9).await.unwrap().is_empty());
        for person in [mentor, mentee] {
            let ended = requests::ended(&mut tx, person, program, None, 1).await.unwrap();
            assert_eq!(ended[0].request.id, id(21));
            let next = requests::ended(&mut tx, person, program, Some(id(21)), 9).await.unwrap();
            assert_eq!(next.iter().map(|l| l.request.id).collect::<Vec<_>>(), [id(20)]);
        }
        assert!(requests::ended(&mut tx, other, program, None, 9).await.unwrap().is_empty());
        let all = requests::of_program(&mut tx, program, None, Some(id(22)), 9).await.unwrap();
        assert_eq!(all.iter().map(|l| l.request.id).collect::<Vec<_>>(), [id(21), id(20)]);
        let declined = requests::of_program(&mut tx, program, Some(RequestStatus::Declined), None, 9).await.unwrap();
        assert_eq!(declined.len(), 1);
        let mut counts = requests::count_by_status(&mut tx, program).await.unwrap();
        counts.sort();
        assert_eq!(counts, [(RequestStatus::Pending, 1), (RequestStatus::Declined, 1), (RequestStatus::Expired, 1)]);
    }

    async fn the_conversation_keeps_its_order(db) {
        let (_, mentor, mentee, _) = world(db).await;
        assert!(insert(db, &request(20, mentee, mentor, 0)).await);
        let mut tx = db.write().await.unwrap();
        for (n, author, minutes) in [(31, mentee, 2), (30, mentor, 1)] {
            let line = Line { id: id::<RequestMessageId>(n), request_id: id(20), author_id: author, body: format!("{n}"), created_at: at(minutes) };
            requests::insert_line(&mut tx, &line).await.unwrap();
        }
        let said: Vec<_> = requests::lines(&mut tx, id(20)).await.unwrap().into_iter().map(|l| l.body).collect();
        assert_eq!(said, ["30", "31"]);
    }

    async fn the_newest_answers_say_how_fast_a_mentor_is(db) {
        let (_, mentor, mentee, _) = world(db).await;
        for n in 0..30_u8 {
            let minutes = i64::from(n);
            let replied = (n != 29).then(|| at(minutes) + Duration::hours(minutes));
            let r = Request { status: RequestStatus::Declined, first_reply_at: replied, ..request(100 + u128::from(n), mentee, mentor, minutes) };
            assert!(insert(db, &r).await);
        }
        let times = requests::reply_times(&mut db.read().await.unwrap(), mentor).await.unwrap();
        assert_eq!((times.len(), times[0]), (21, (at(28), at(28) + Duration::hours(28))), "the newest that was answered comes first");
        let silent = Request { status: RequestStatus::Expired, ended_at: Some(due(40)), ..request(140, mentee, mentor, 40) };
        assert!(insert(db, &silent).await);
        assert!(insert(db, &Request { status: RequestStatus::Withdrawn, ended_at: Some(at(42)), ..request(141, mentee, mentor, 41) }).await);
        let asked_back = Request { id: id(142), created_at: at(30), first_reply_at: Some(at(31)), ..silent };
        assert!(insert(db, &asked_back).await);
        let times = requests::reply_times(&mut db.read().await.unwrap(), mentor).await.unwrap();
        assert_eq!(times[..2], [(at(40), due(40)), (at(30), at(31))], "one that ran out in silence counts as a whole, one withdrawn not");
    }
    async fn what_was_asked_and_taken_back_lately(db) {
        let (program, mentor, mentee, other) = world(db).await;
        insert(db, &request(20, mentee, mentor, 10)).await;
        insert(db, &request(21, mentee, other, 20)).await;
        insert(db, &request(22, other, mentor, 20)).await;
        let mut tx = db.write().await.unwrap();
        assert_eq!(requests::asked_after(&mut tx, program, mentee, mentor, at(0)).await.unwrap(), (2, false));
        let mut taken_back = requests::lock(&mut tx, id(20)).await.unwrap().unwrap();
        taken_back.status = RequestStatus::Withdrawn;
        taken_back.ended_at = Some(at(30));
        requests::update(&mut tx, &taken_back).await.unwrap();
        assert_eq!(requests::asked_after(&mut tx, program, mentee, mentor, at(10)).await.unwrap(), (1, true));
        assert_eq!(requests::asked_after(&mut tx, id(99), mentee, mentor, at(10)).await.unwrap(), (0, true), "in whatever program");
        assert_eq!(requests::asked_after(&mut tx, program, mentee, mentor, at(30)).await.unwrap(), (0, false));
        assert_eq!(requests::asked_after(&mut tx, program, mentee, other, at(0)).await.unwrap(), (2, false));
        assert_eq!(requests::asked_after(&mut tx, program, other, mentor, at(0)).await.unwrap(), (1, false));
    }
}
