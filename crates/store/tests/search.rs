//! Contract of `store::search` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::enrolments::EnrolmentStatus;
use domain::{PersonId, ProgramId};
use store::search::{self, Meant, Near, PersonWords};
use store::testing::changes;
use store::testing::rows::{self, id};
use store::{Db, both};

fn words(person: u128, words: &[(&str, i32)]) -> PersonWords {
    PersonWords { person: id(person), words: words.iter().map(|(word, weight)| ((*word).to_owned(), *weight)).collect() }
}

async fn world(db: &Db) -> ProgramId {
    let mut tx = db.write().await.unwrap();
    let program = rows::program(&mut tx, 1, "career", None).await;
    let other = rows::program(&mut tx, 2, "buddies", None).await;
    for (n, name, program) in [(10, "Noor", program), (11, "Mia", program), (12, "Tam", other)] {
        let person = rows::person(&mut tx, n, name).await;
        rows::enrolment(&mut tx, n + 100, program, person, 1).await;
    }
    let all = [words(10, &[("leadership", 8), ("noor", 10)]), words(11, &[("leader", 2), ("mia", 10)]), words(12, &[("leadership", 8)])];
    search::index(&mut tx, &all).await.unwrap();
    tx.commit().await.unwrap();
    program
}

async fn near(db: &Db, typed: &[&str]) -> Vec<Near> {
    let typed: Vec<String> = typed.iter().map(|word| (*word).to_owned()).collect();
    let mut found = search::near(&mut db.read().await.unwrap(), &typed).await.unwrap();
    found.sort_by(|a, b| (a.typed, &a.word).cmp(&(b.typed, &b.word)));
    found
}

fn found(near: &[Near]) -> Vec<(i32, &str)> {
    near.iter().map(|n| (n.typed, n.word.as_str())).collect()
}

both! {
    async fn words_are_found_by_their_beginning_and_with_a_typo(db) {
        world(db).await;
        assert_eq!(found(&near(db, &["lead"]).await), [(0, "leader"), (0, "leadership")]);
        assert_eq!(found(&near(db, &["leadrship", "mi"]).await), [(0, "leader"), (0, "leadership"), (1, "mia")], "some likeness is enough here");
        assert_eq!(found(&near(db, &["n"]).await), [(0, "noor")]);
        assert_eq!(found(&near(db, &["python"]).await), []);
        assert_eq!(near(db, &[]).await, []);
        let exact = near(db, &["mia"]).await;
        assert_eq!((exact[0].grams, exact[0].shared), (4, 4));
    }

    async fn only_mentors_who_can_be_found_in_the_program_hold_a_word(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        for (n, name, capacity) in [(13, "Amara", 0), (14, "Olu", 1), (15, "Pia", 1)] {
            let person = rows::person(&mut tx, n, name).await;
            rows::enrolment(&mut tx, n + 100, program, person, capacity).await;
        }
        changes::enrolment_is(&mut tx, program, id(14), EnrolmentStatus::Paused).await;
        changes::enrolment_is(&mut tx, program, id(15), EnrolmentStatus::Pending).await;
        let unlisted = [13, 14, 15].map(|n| words(n, &[("leadership", 8)]));
        search::index(&mut tx, &unlisted).await.unwrap();
        tx.commit().await.unwrap();
        let ids: Vec<i64> = near(db, &["lead"]).await.iter().map(|n| n.id).collect();
        let meant = [Meant { typed: 0, word: ids[0], rank: 200 }, Meant { typed: 0, word: ids[1], rank: 300 }];
        let mut holders = search::holders(&mut db.read().await.unwrap(), program, &meant).await.unwrap();
        holders.sort_by_key(|h| h.person);
        let told: Vec<(PersonId, i32, i64)> = holders.iter().map(|h| (h.person, h.rank, h.score)).collect();
        assert_eq!(told, [(id(10), 300, 2400), (id(11), 200, 400)]);
        assert_eq!(search::holders(&mut db.read().await.unwrap(), program, &[]).await.unwrap(), []);
    }

    async fn words_are_replaced_and_shared_words_stay(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        search::index(&mut tx, &[words(10, &[("sailing", 3), ("leader", 1)])]).await.unwrap();
        search::index(&mut tx, &[words(10, &[("sailing", 4)])]).await.unwrap();
        search::index(&mut tx, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let all = near(db, &["lead", "sail"]).await;
        assert_eq!(found(&all), [(0, "leader"), (0, "leadership"), (1, "sailing")]);
        let meant: Vec<Meant> = all.iter().map(|n| Meant { typed: n.typed, word: n.id, rank: 1 }).collect();
        let mut holders = search::holders(&mut db.read().await.unwrap(), program, &meant).await.unwrap();
        holders.sort_by_key(|h| h.person);
        let told: Vec<(PersonId, i32, i64)> = holders.iter().map(|h| (h.person, h.typed, h.score)).collect();
        assert_eq!(told, [(id(10), 1, 4), (id(11), 0, 2)]);
    }

    async fn a_thousand_people_are_indexed_at_once(db) {
        let mut tx = db.write().await.unwrap();
        let program = rows::program(&mut tx, 1, "career", None).await;
        let mut all = Vec::new();
        for n in 10..310 {
            let person = rows::person(&mut tx, n, &format!("P {n}")).await;
            rows::enrolment(&mut tx, n + 1000, program, person, 1).await;
            let own: Vec<(String, i32)> = (0..40).map(|w| (format!("word{}x{w}", n % 7), 1)).collect();
            all.push(PersonWords { person, words: own });
        }
        search::index(&mut tx, &all).await.unwrap();
        let found = search::near(&mut tx, &["word3x12".to_owned()]).await.unwrap();
        let word = found.iter().find(|n| n.word == "word3x12").unwrap();
        let holders = search::holders(&mut tx, program, &[Meant { typed: 0, word: word.id, rank: 1 }]).await.unwrap();
        assert_eq!(holders.len(), 43);
    }

    async fn what_can_be_searched_is_read(db) {
        world(db).await;
        let mut tx = db.read().await.unwrap();
        let texts = search::texts(&mut tx, &[id(10), id(99)]).await.unwrap();
        assert_eq!(texts.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["Noor"]);
        assert_eq!(search::texts(&mut tx, &[]).await.unwrap(), []);
        assert_eq!(search::offered(&mut tx, &[id(10)]).await.unwrap(), []);
        assert_eq!(search::offered(&mut tx, &[]).await.unwrap(), []);
    }
}
