//! Contract of looking people up by name, whatever its capitals and marks, on both engines.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use domain::organisations::OrgRole;
use store::enrolments::list::{self, Filter};
use store::organisations::members;
use store::people::names;
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Tx, accounts, both, requests};

const NAMES: [&str; 5] = ["Émile Zola", "ØRSTED", "zoë", "İpek", "Ümit_Ö"];

/// Everybody is a member of an organisation and a mentee of a program.
async fn fixture(tx: &mut Tx) {
    rows::organisation(tx, 1, "acme").await;
    rows::program(tx, 1, "career", Some(id(1))).await;
    for (n, name) in (1..).zip(NAMES) {
        rows::person(tx, n, name).await;
        rows::member(tx, id(1), id(n), OrgRole::Member).await;
        rows::enrolment(tx, n, id(1), id(n), 0).await;
    }
}

async fn members_like(tx: &mut Tx, words: &str) -> Vec<String> {
    let found = members::page(tx, id(1), words, 10, 0).await.unwrap();
    assert_eq!(members::count(tx, id(1), words).await.unwrap(), i64::try_from(found.len()).unwrap(), "{words}");
    found.into_iter().map(|m| m.name).collect()
}

both! {
    async fn capitals_and_marks_dont_matter(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        for (words, expected) in [
            ("ÉMILE", vec!["Émile Zola"]), ("emile z", vec!["Émile Zola"]), ("ørsted", vec!["ØRSTED"]), ("orst", vec!["ØRSTED"]),
            ("ZOË", vec!["zoë"]), ("ZO", vec!["Émile Zola", "zoë"]), ("ipek", vec!["İpek"]), ("ümit ö", vec!["Ümit_Ö"]), ("émilie", vec![]),
        ] {
            assert_eq!(members_like(&mut tx, words).await, expected, "{words}");
            let filter = Filter { words: Some(words.to_owned()), ..Filter::default() };
            let mut listed: Vec<String> = list::page(&mut tx, id(1), &filter, 10).await.unwrap().into_iter().map(|p| p.name).collect();
            listed.reverse();
            assert_eq!(listed, expected, "{words}");
            let unpaired: Vec<String> = requests::mentees(&mut tx, id(1), words, 10).await.unwrap().into_iter().map(|p| p.name).collect();
            assert_eq!(unpaired, expected, "{words}");
            assert_eq!(requests::count_mentees(&mut tx, id(1), words).await.unwrap(), i64::try_from(expected.len()).unwrap());
        }
        assert_eq!(members_like(&mut tx, "").await, ["Émile Zola", "İpek", "ØRSTED", "Ümit_Ö", "zoë"], "in the order of the alphabet");
    }

    async fn a_new_name_is_found_and_the_old_one_no_more(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        accounts::set_basics(&mut tx, id(1), "Ångström", "en", "UTC", at(1)).await.unwrap();
        assert_eq!(members_like(&mut tx, "angström").await, ["Ångström"]);
        // The address is still the old one's.
        assert!(members_like(&mut tx, "emile zola").await.is_empty());
    }

    async fn names_from_before_are_folded_once(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        changes::names_unfolded(&mut tx).await;
        assert!(members_like(&mut tx, "zola").await.iter().all(|name| name == "Émile Zola"), "by address at most");
        assert!(members_like(&mut tx, "orsted").await.is_empty());
        tx.commit().await.unwrap();
        assert_eq!(names::fold_missing(db).await.unwrap(), NAMES.len());
        assert_eq!(names::fold_missing(db).await.unwrap(), 0);
        assert_eq!(members_like(&mut db.read().await.unwrap(), "orsted").await, ["ØRSTED"]);
    }
}
