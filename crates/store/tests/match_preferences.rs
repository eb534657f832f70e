//! Contract of `store::match_preferences` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::enrolments::EnrolmentStatus;
use domain::match_preferences::PreferenceSide::{Mentees, Mentors};
use domain::people::SkillSide;
use domain::{PersonId, ProgramId};
use store::match_preferences::{self, MatchPreference};
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Db, Tx, both, bulk, people};

/// Noor (10), Mia (11) and Max (12) mentor, Amara (20) and Bo (21) look for a mentor.
async fn world(db: &Db) -> ProgramId {
    let mut tx = db.write().await.unwrap();
    let program = rows::program(&mut tx, 1, "career", None).await;
    for (n, name, capacity) in [(10, "Noor", 1), (11, "Mia", 1), (12, "Max", 1), (20, "Amara", 0), (21, "Bo", 0)] {
        let person = rows::person(&mut tx, n, name).await;
        rows::enrolment(&mut tx, n + 100, program, person, capacity).await;
    }
    tx.commit().await.unwrap();
    program
}

async fn put(tx: &mut Tx, program: ProgramId, person: u128, list: &[u128]) {
    let side = if person < 20 { Mentees } else { Mentors };
    let list: Vec<PersonId> = list.iter().map(|n| id(*n)).collect();
    match_preferences::replace(tx, program, id(person), side, &list, at(0)).await.unwrap();
}

async fn list(tx: &mut Tx, program: ProgramId, person: u128) -> Vec<PersonId> {
    let side = if person < 20 { Mentees } else { Mentors };
    match_preferences::ids(tx, program, id(person), side).await.unwrap()
}

fn ids(numbers: &[u128]) -> Vec<PersonId> {
    numbers.iter().map(|n| id(*n)).collect()
}

both! {
    async fn a_list_is_written_anew_and_read_in_its_order(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        put(&mut tx, program, 20, &[10, 11, 12]).await;
        put(&mut tx, program, 20, &[12, 10]).await;
        put(&mut tx, program, 10, &[21, 20]).await;
        assert_eq!(list(&mut tx, program, 20).await, ids(&[12, 10]));
        let mine = match_preferences::of(&mut tx, program, id(20)).await.unwrap();
        assert_eq!(mine.iter().map(|r| (r.side, r.name.as_str(), r.paused)).collect::<Vec<_>>(), [(Mentors, "Max", false), (Mentors, "Noor", false)]);
        let rank = |person, side, ranked| MatchPreference { person_id: id(person), side, preferred_id: id(ranked) };
        let all = [rank(10, Mentees, 21), rank(10, Mentees, 20), rank(20, Mentors, 12), rank(20, Mentors, 10)];
        assert_eq!(match_preferences::of_program(&mut tx, program).await.unwrap(), all);
        put(&mut tx, program, 20, &[]).await;
        assert_eq!(match_preferences::of_program(&mut tx, program).await.unwrap(), all[..2]);
    }

    async fn who_left_drops_out_and_who_takes_a_break_stays(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        put(&mut tx, program, 20, &[10, 11, 12]).await;
        changes::enrolment_is(&mut tx, program, id(10), EnrolmentStatus::Left).await;
        changes::enrolment_is(&mut tx, program, id(12), EnrolmentStatus::Paused).await;
        assert_eq!(list(&mut tx, program, 20).await, ids(&[11, 12]));
        let mine = match_preferences::of(&mut tx, program, id(20)).await.unwrap();
        assert_eq!(mine.iter().map(|r| r.paused).collect::<Vec<_>>(), [false, true]);
        assert_eq!(match_preferences::of_program(&mut tx, program).await.unwrap().len(), 2);
        // Bo is no mentor: what points at them on the wrong side is not read.
        put(&mut tx, program, 20, &[21, 11]).await;
        assert_eq!(list(&mut tx, program, 20).await, ids(&[11]));
    }

    async fn a_place_is_taken_once_and_there_are_five(db) {
        let program = world(db).await;
        let rank = |ranked: u128, place| bulk::MatchPreference { program_id: program, person_id: id(20), side: Mentors, preferred_id: id(ranked), place, created_at: at(0) };
        for wrong in [vec![rank(10, 1), rank(11, 1)], vec![rank(10, 1), rank(10, 2)], vec![rank(10, 0)], vec![rank(10, 6)], vec![rank(20, 1)]] {
            let mut tx = db.write().await.unwrap();
            assert!(bulk::match_preferences(&mut tx, &wrong).await.is_err(), "{wrong:?}");
        }
        let mut tx = db.write().await.unwrap();
        bulk::match_preferences(&mut tx, &[rank(10, 1), rank(11, 5)]).await.unwrap();
    }

    async fn mentees_are_found_by_a_part_of_their_name(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        changes::does_both(&mut tx, program, id(10)).await;
        let found = |rows: Vec<match_preferences::Mentee>| rows.into_iter().map(|row| row.name).collect::<Vec<_>>();
        assert_eq!(found(match_preferences::mentees(&mut tx, program, id(10), "", 9).await.unwrap()), ["Amara", "Bo"], "without oneself");
        assert_eq!(found(match_preferences::mentees(&mut tx, program, id(11), "", 2).await.unwrap()), ["Amara", "Bo"]);
        assert_eq!(match_preferences::count_mentees(&mut tx, program, id(11), "").await.unwrap(), 3);
        assert_eq!(found(match_preferences::mentees(&mut tx, program, id(11), "MAR", 9).await.unwrap()), ["Amara"]);
        changes::enrolment_is(&mut tx, program, id(20), EnrolmentStatus::Paused).await;
        assert_eq!(match_preferences::count_mentees(&mut tx, program, id(11), "mar").await.unwrap(), 0);
        people::set_skills(&mut tx, id(21), &["rust".to_owned()], &["go".to_owned(), "art".to_owned()], at(0)).await.unwrap();
        let wanted = match_preferences::wanted(&mut tx, &ids(&[20, 21])).await.unwrap();
        assert_eq!(wanted, [(id(21), "go".to_owned()), (id(21), "art".to_owned())]);
        assert_eq!(match_preferences::wanted(&mut tx, &[]).await.unwrap(), []);
        assert_eq!(SkillSide::Wanted.as_str(), "wanted", "as the statement says it");
    }
}
