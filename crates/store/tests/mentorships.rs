//! Contract of `store::mentorships` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::mentorships::MentorshipStatus as S;
use domain::{MentorshipId, PersonId, ProgramId};
use store::mentorships::overview::{self, Done, Filter};
use store::mentorships::{self, Mentorship, Review};
use store::testing::rows::{self, at, id};
use store::{Tx, both};

const AMARA: u128 = 1;
const CHIDI: u128 = 2;
const NOOR: u128 = 3;

async fn fixture(tx: &mut Tx) -> ProgramId {
    rows::person(tx, AMARA, "Amara").await;
    rows::person(tx, CHIDI, "Chidi").await;
    rows::person(tx, NOOR, "Noor").await;
    rows::program(tx, 1, "career", None).await
}

fn mentorship(n: u128, mentee: u128, status: S) -> Mentorship {
    Mentorship {
        id: id(n),
        program_id: id(1),
        space_id: id(n),
        mentor_id: id(AMARA),
        mentee_id: id(mentee),
        request_id: None,
        status,
        agreement: "We meet every fortnight.".to_owned(),
        started_on: "2026-03-02".parse().ok(),
        ends_on: "2026-08-31".parse().ok(),
        ended_at: None,
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: at(0),
    }
}

both! {
    async fn a_mentorship_comes_back_as_it_was_written_and_changes(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let mut row = mentorship(7, CHIDI, S::Active);
        rows::mentorship(&mut tx, &row).await;
        assert_eq!(mentorships::by_id(&mut tx, row.id).await.unwrap().as_ref(), Some(&row));
        row = Mentorship { status: S::EndedEarly, ended_at: Some(at(5)), end_reason: Some("We moved".to_owned()), ended_by: Some(id(AMARA)), ..row };
        mentorships::update(&mut tx, &row).await.unwrap();
        let kept = mentorships::lock(&mut tx, row.id).await.unwrap().unwrap();
        assert_eq!(kept, Mentorship { version: 2, ..row });
        assert_eq!(mentorships::by_id(&mut tx, id(8)).await.unwrap(), None);
    }

    async fn places_are_taken_until_it_is_over(db) {
        let mut tx = db.write().await.unwrap();
        let program = fixture(&mut tx).await;
        for (n, status) in (10..).zip(S::ALL) {
            rows::mentorship(&mut tx, &mentorship(n, CHIDI, *status)).await;
        }
        assert_eq!(mentorships::places_taken(&mut tx, program, id(AMARA)).await.unwrap(), 3, "proposed, active and paused");
        assert_eq!(mentorships::places_taken(&mut tx, id(2), id(AMARA)).await.unwrap(), 0, "another program");
        assert!(mentorships::mentee_is_placed(&mut tx, program, id(CHIDI)).await.unwrap());
        assert!(!mentorships::mentee_is_placed(&mut tx, program, id(NOOR)).await.unwrap());
        assert!(!mentorships::mentee_is_placed(&mut tx, program, id(AMARA)).await.unwrap(), "a mentor isn't placed");
    }

    async fn each_signs_and_reviews_once(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        rows::mentorship(&mut tx, &mentorship(7, CHIDI, S::Completed)).await;
        let it: MentorshipId = id(7);
        assert!(mentorships::sign(&mut tx, it, id(CHIDI), at(1)).await.unwrap());
        assert!(!mentorships::sign(&mut tx, it, id(CHIDI), at(2)).await.unwrap());
        assert!(mentorships::sign(&mut tx, it, id(AMARA), at(3)).await.unwrap());
        let signatures = mentorships::signatures(&mut tx, it).await.unwrap();
        assert_eq!(signatures.iter().map(|s| (s.person_id, s.signed_at)).collect::<Vec<_>>(), [(id(CHIDI), at(1)), (id(AMARA), at(3))]);
        assert_eq!(overview::done_by(&mut tx, id(CHIDI)).await.unwrap(), Done { signed: vec![it], reviewed: Vec::new() });
        assert_eq!(overview::done_by(&mut tx, id(NOOR)).await.unwrap(), Done::default());

        let review = Review { person_id: id(AMARA), rating: 5, sentence: "A joy.".to_owned(), created_at: at(4) };
        assert!(mentorships::insert_review(&mut tx, it, &review).await.unwrap());
        assert!(!mentorships::insert_review(&mut tx, it, &Review { rating: 1, ..review.clone() }).await.unwrap());
        assert_eq!(mentorships::reviews(&mut tx, it).await.unwrap(), [review]);
        assert_eq!(overview::done_by(&mut tx, id(AMARA)).await.unwrap(), Done { signed: vec![it], reviewed: vec![it] });
    }

    async fn the_two_come_mentor_first(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let swapped = Mentorship { mentor_id: id(NOOR), mentee_id: id(AMARA), ..mentorship(7, CHIDI, S::Active) };
        rows::mentorship(&mut tx, &swapped).await;
        let (mentor, mentee) = mentorships::parties(&mut tx, id(7)).await.unwrap().unwrap();
        assert_eq!((mentor.name.as_str(), mentee.email.as_str()), ("Noor", "amara@example.org"));
        assert_eq!(mentorships::parties(&mut tx, id(8)).await.unwrap(), None);
    }

    async fn a_programs_list_pages_both_ways_and_filters(db) {
        let mut tx = db.write().await.unwrap();
        let program = fixture(&mut tx).await;
        rows::program(&mut tx, 2, "other", None).await;
        for n in 10..15 {
            rows::mentorship(&mut tx, &mentorship(n, if n == 12 { NOOR } else { CHIDI }, if n == 13 { S::Paused } else { S::Active })).await;
        }
        rows::mentorship(&mut tx, &Mentorship { program_id: id(2), ..mentorship(20, CHIDI, S::Active) }).await;
        let mut found = async |filter: Filter| {
            overview::of_program(&mut tx, program, &filter, 2).await.unwrap().iter().map(|m| m.id.0.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(found(Filter::default()).await, [14, 13], "newest first");
        assert_eq!(found(Filter { after: Some(id(13)), ..Filter::default() }).await, [12, 11]);
        assert_eq!(found(Filter { before: Some(id(11)), ..Filter::default() }).await, [13, 12], "the nearest, newest first");
        assert_eq!(found(Filter { status: Some(S::Paused), ..Filter::default() }).await, [13]);
        assert_eq!(found(Filter { ids: Some(vec![id(11), id(20)]), ..Filter::default() }).await, [11], "never another program's");

        let mut counts = overview::counts(&mut tx, program).await.unwrap();
        counts.sort();
        assert_eq!(counts, [(S::Active, 4), (S::Paused, 1)]);
        let names = overview::names(&mut tx, program, None).await.unwrap();
        assert_eq!(names.iter().map(|n| (n.id.0.as_u128(), n.mentor.as_str(), n.mentee.as_str())).nth(2), Some((12, "Amara", "Noor")));
        assert_eq!(overview::names(&mut tx, program, Some(S::Paused)).await.unwrap().len(), 1);
        let own: Vec<PersonId> = overview::of_person(&mut tx, id(NOOR)).await.unwrap().iter().map(|m| m.mentee_id).collect();
        assert_eq!(own, [id::<PersonId>(NOOR)]);
        let first = overview::of_person(&mut tx, id(CHIDI)).await.unwrap().remove(0);
        assert_eq!((first.program.as_str(), first.mentor_name.as_str(), first.has_agreement, first.goals_touched), ("other", "Amara", true, None));
    }
}
