//! Contract of `store::questions` and `store::enrolments` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::EnrolmentId;
use domain::enrolments::EnrolmentStatus;
use domain::enrolments::views::Side;
use domain::mentorships::MentorshipStatus;
use domain::programs::questions::Question;
use domain::programs::{Answer, Audience, QuestionKind};
use store::enrolments::list::{self, Filter};
use store::enrolments::{self, Enrolment};
use store::mentorships::Mentorship;
use store::questions;
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Json, Tx, both};

fn question(n: u128, position: i32) -> Question {
    Question {
        id: id(n),
        position,
        kind: QuestionKind::SeveralOf,
        audience: Audience::Both,
        prompt: format!("Question {n}?"),
        options: vec!["One".to_owned(), "Two, or \"more\"".to_owned()],
        required: true,
        counted: false,
    }
}

fn enrolment(n: u128, person: u128) -> Enrolment {
    Enrolment {
        id: id(n),
        program_id: id(1),
        person_id: id(person),
        status: EnrolmentStatus::Pending,
        as_mentor: true,
        as_mentee: false,
        capacity: 2,
        criteria: Json(vec!["skills".to_owned(), "language".to_owned()]),
        version: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

/// Five people in `career`: 1 and 2 mentors, 3 to 5 mentees, 5 waits; and one of them in another program.
async fn participants(tx: &mut Tx) {
    let (career, other) = (rows::program(tx, 1, "career", None).await, rows::program(tx, 2, "other", None).await);
    for (n, name, capacity) in [(1, "Ada", 2), (2, "Ben", 1), (3, "Cam", 0), (4, "Dee", 0), (5, "Eve_", 0)] {
        let person = rows::person(tx, n, name).await;
        rows::enrolment(tx, n, career, person, capacity).await;
    }
    rows::enrolment(tx, 6, other, id(1), 0).await;
    changes::enrolment_is(tx, career, id(5), EnrolmentStatus::Pending).await;
}

async fn ids(tx: &mut Tx, filter: &Filter, limit: i64) -> Vec<u128> {
    list::page(tx, id(1), filter, limit).await.unwrap().iter().map(|l| l.id.0.as_u128()).collect()
}

both! {
    async fn questions_keep_their_order_and_change(db) {
        let mut tx = db.write().await.unwrap();
        rows::program(&mut tx, 1, "career", None).await;
        rows::program(&mut tx, 2, "other", None).await;
        for (n, program, position) in [(1, 1, 2), (2, 1, 1), (3, 2, 0)] {
            questions::insert(&mut tx, id(program), &question(n, position)).await.unwrap();
        }
        assert_eq!(questions::of_program(&mut tx, id(1)).await.unwrap(), [question(2, 1), question(1, 2)]);
        let changed = Question { kind: QuestionKind::Short, audience: Audience::Mentor, options: vec![], required: false, counted: true, ..question(1, 0) };
        questions::update(&mut tx, &changed).await.unwrap();
        assert_eq!(questions::of_program(&mut tx, id(1)).await.unwrap(), [changed, question(2, 1)]);
        questions::remove(&mut tx, id(1)).await.unwrap();
        assert_eq!(questions::of_program(&mut tx, id(1)).await.unwrap(), [question(2, 1)]);
        assert_eq!(questions::of_program(&mut tx, id(2)).await.unwrap(), [question(3, 0)]);
    }

    async fn answers_take_the_place_of_those_before(db) {
        let mut tx = db.write().await.unwrap();
        participants(&mut tx).await;
        for n in 1..=3 {
            questions::insert(&mut tx, id(1), &question(n, 0)).await.unwrap();
        }
        let (ada, ben): (EnrolmentId, EnrolmentId) = (id(1), id(2));
        let first = [(id(1), Answer::Choices(vec![0, 1])), (id(2), Answer::Text("Gärten".to_owned()))];
        questions::replace_answers(&mut tx, ada, &first).await.unwrap();
        questions::replace_answers(&mut tx, ben, &[(id(1), Answer::Scale(4))]).await.unwrap();
        questions::replace_answers(&mut tx, ada, &[(id(1), Answer::Choice(1)), (id(3), Answer::Scale(5))]).await.unwrap();
        let mut answers = questions::answers_of(&mut tx, &[ada, ben]).await.unwrap();
        answers.sort_by_key(|(enrolment, question, _)| (enrolment.0, question.0));
        assert_eq!(answers, [(ada, id(1), Answer::Choice(1)), (ada, id(3), Answer::Scale(5)), (ben, id(1), Answer::Scale(4))]);
        let mut answered = questions::answered(&mut tx, id(1)).await.unwrap();
        answered.sort_by_key(|(question, _)| question.0);
        assert_eq!(answered, [(id(1), 2), (id(3), 1)]);
        questions::forget_answers(&mut tx, id(1)).await.unwrap();
        assert_eq!(questions::answers_of(&mut tx, &[ada, ben]).await.unwrap(), [(ada, id(3), Answer::Scale(5))]);
        questions::remove(&mut tx, id(3)).await.unwrap();
        assert!(questions::answered(&mut tx, id(1)).await.unwrap().is_empty(), "its answers go with a question");
        questions::replace_answers(&mut tx, ada, &[]).await.unwrap();
        assert!(questions::answers_of(&mut tx, &[]).await.unwrap().is_empty());
    }

    async fn one_enrolment_a_person_and_program(db) {
        let mut tx = db.write().await.unwrap();
        rows::program(&mut tx, 1, "career", None).await;
        rows::person(&mut tx, 1, "Ada").await;
        assert!(enrolments::insert(&mut tx, &enrolment(1, 1)).await.unwrap());
        assert!(!enrolments::insert(&mut tx, &Enrolment { capacity: 9, ..enrolment(2, 1) }).await.unwrap());
        enrolments::lock(&mut tx, id(1), id(1)).await.unwrap();
        let mut kept = enrolments::of(&mut tx, id(1), id(1)).await.unwrap().unwrap();
        assert_eq!((kept.id, kept.status, kept.capacity, &kept.criteria.0), (id(1), EnrolmentStatus::Pending, 2, &enrolment(1, 1).criteria.0));
        kept = Enrolment { status: EnrolmentStatus::Active, as_mentee: true, capacity: 3, criteria: Json(vec![]), version: 2, updated_at: at(5), ..kept };
        enrolments::update(&mut tx, &kept).await.unwrap();
        let now = enrolments::of(&mut tx, id(1), id(1)).await.unwrap().unwrap();
        assert_eq!((now.status, now.as_mentor, now.as_mentee, now.capacity, now.version), (EnrolmentStatus::Active, true, true, 3, 2));
        assert_eq!((now.criteria.0.len(), now.created_at, now.updated_at), (0, at(0), at(5)));
        assert!(enrolments::of(&mut tx, id(1), id(2)).await.unwrap().is_none());
    }

    async fn participants_by_state_side_and_words(db) {
        let mut tx = db.write().await.unwrap();
        participants(&mut tx).await;
        let all = Filter::default();
        assert_eq!(ids(&mut tx, &all, 10).await, [5, 4, 3, 2, 1]);
        assert_eq!(ids(&mut tx, &Filter { status: Some(EnrolmentStatus::Pending), ..all.clone() }, 10).await, [5]);
        assert_eq!(ids(&mut tx, &Filter { side: Some(Side::Mentor), ..all.clone() }, 10).await, [2, 1]);
        assert_eq!(ids(&mut tx, &Filter { side: Some(Side::Mentee), status: Some(EnrolmentStatus::Active), ..all.clone() }, 10).await, [4, 3]);
        for (words, expected) in [("DEE", vec![4]), ("ben@example", vec![2]), ("_", vec![5]), ("%", vec![])] {
            let filter = Filter { words: Some(words.to_owned()), ..all.clone() };
            assert_eq!(ids(&mut tx, &filter, 10).await, expected, "{words}");
        }
        let mut counts = list::counts(&mut tx, id(1)).await.unwrap();
        counts.sort_by_key(|(_, count)| *count);
        assert_eq!(counts, [(EnrolmentStatus::Pending, 1), (EnrolmentStatus::Active, 4)]);
    }

    async fn pages_go_forth_and_back(db) {
        let mut tx = db.write().await.unwrap();
        participants(&mut tx).await;
        assert_eq!(ids(&mut tx, &Filter::default(), 2).await, [5, 4]);
        assert_eq!(ids(&mut tx, &Filter { after: Some(id(4)), ..Filter::default() }, 2).await, [3, 2]);
        assert_eq!(ids(&mut tx, &Filter { before: Some(id(2)), ..Filter::default() }, 2).await, [4, 3]);
        assert!(ids(&mut tx, &Filter { after: Some(id(1)), ..Filter::default() }, 2).await.is_empty());
    }

    async fn places_taken_are_counted_where_they_are(db) {
        let mut tx = db.write().await.unwrap();
        participants(&mut tx).await;
        for (n, mentee, status) in [(1, 3, MentorshipStatus::Active), (2, 4, MentorshipStatus::Completed)] {
            let row = Mentorship {
                id: id(n),
                program_id: id(1),
                space_id: id(n),
                mentor_id: id(1),
                mentee_id: id(mentee),
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
            };
            rows::mentorship(&mut tx, &row).await;
        }
        let listed = list::page(&mut tx, id(1), &Filter::default(), 10).await.unwrap();
        let places: Vec<_> = listed.iter().rev().map(|l| (l.name.as_str(), l.capacity, l.taken, l.mentors)).collect();
        assert_eq!(places, [("Ada", 2, 1, 0), ("Ben", 1, 0, 0), ("Cam", 0, 0, 1), ("Dee", 0, 0, 0), ("Eve_", 0, 0, 0)]);
        assert_eq!((listed[4].person_id, listed[4].email.as_str(), listed[4].created_at), (id(1), "ada@example.org", at(-1)));
    }

    async fn everybody_who_waits_is_approved_at_once(db) {
        let mut tx = db.write().await.unwrap();
        participants(&mut tx).await;
        changes::enrolment_is(&mut tx, id(2), id(1), EnrolmentStatus::Pending).await;
        assert_eq!(enrolments::approve_all(&mut tx, id(1), at(7)).await.unwrap(), [(id(5), id(5))]);
        let eve = enrolments::of(&mut tx, id(1), id(5)).await.unwrap().unwrap();
        assert_eq!((eve.status, eve.updated_at), (EnrolmentStatus::Active, at(7)));
        assert_eq!(enrolments::of(&mut tx, id(2), id(1)).await.unwrap().unwrap().status, EnrolmentStatus::Pending, "another program's");
        assert!(enrolments::approve_all(&mut tx, id(1), at(8)).await.unwrap().is_empty());
    }
}
