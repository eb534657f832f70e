//! Contract of `store::mails` and `store::flashes` on both engines: what is taken once, given up, and cleared away.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use chrono::Duration;
use domain::MailId;
use serde_json::json;
use store::mails::{self, Mail};
use store::testing::rows::{self, at, id};
use store::{Db, Tx, both, flashes, on};

async fn written(db: &Db, n: u128, minutes: i64) -> MailId {
    let mail = Mail {
        id: id(n),
        to_name: "Ada".to_owned(),
        to_email: "ada@example.org".to_owned(),
        locale: "en".to_owned(),
        subject: format!("Mail {n}"),
        body_text: "text".to_owned(),
        body_html: "<p>text</p>".to_owned(),
        created_at: at(minutes),
        attempts: 0,
    };
    let mut tx = db.write().await.unwrap();
    store::bulk::mails(&mut tx, std::slice::from_ref(&mail)).await.unwrap();
    tx.commit().await.unwrap();
    mail.id
}

/// Takes what is due and says which mails these are, with the number of tries.
async fn claim(db: &Db, minutes: i64, limit: i64) -> Vec<(MailId, i32)> {
    let mut tx = db.write().await.unwrap();
    let mut taken: Vec<_> =
        mails::claim(&mut tx, at(minutes), at(minutes + 10), limit).await.unwrap().iter().map(|m| (m.id, m.attempts)).collect();
    tx.commit().await.unwrap();
    taken.sort();
    taken
}

both! {
    async fn the_oldest_are_taken_first_and_nobody_takes_them_again_soon(db) {
        let (first, second, third) = (written(db, 1, 0).await, written(db, 2, 1).await, written(db, 3, 2).await);
        assert_eq!(claim(db, 5, 2).await, [(first, 1), (second, 1)]);
        assert_eq!(claim(db, 5, 2).await, [(third, 1)]);
        assert_eq!(claim(db, 14, 9).await, []);
        assert_eq!(claim(db, 15, 9).await, [(first, 2), (second, 2), (third, 2)], "whoever took them has died");
    }

    async fn what_is_sent_or_given_up_is_not_taken(db) {
        let (sent, given_up, failed) = (written(db, 1, 0).await, written(db, 2, 0).await, written(db, 3, 0).await);
        assert_eq!(claim(db, 0, 9).await.len(), 3);
        let mut tx = db.write().await.unwrap();
        mails::mark_sent(&mut tx, sent, at(1)).await.unwrap();
        mails::give_up(&mut tx, given_up, "no such mailbox").await.unwrap();
        mails::mark_failed(&mut tx, failed, "busy", at(3)).await.unwrap();
        let said = |text: &str, html: &str| (text.to_owned(), html.to_owned());
        let bodies = store::testing::changes::mail_bodies(&mut tx).await;
        assert_eq!(bodies, [said("", ""), said("", ""), said("text", "<p>text</p>")], "only what may still be sent is kept");
        tx.commit().await.unwrap();
        assert_eq!(claim(db, 2, 9).await, []);
        assert_eq!(claim(db, 3, 9).await, [(failed, 2)]);
        assert_eq!(claim(db, 1_000, 9).await, [(failed, 3)]);
    }

    async fn only_what_is_done_with_is_cleared_away(db) {
        let (sent, given_up, waiting) = (written(db, 1, 0).await, written(db, 2, 0).await, written(db, 3, 0).await);
        let young = written(db, 4, 60).await;
        let mut tx = db.write().await.unwrap();
        mails::mark_sent(&mut tx, sent, at(1)).await.unwrap();
        mails::mark_sent(&mut tx, young, at(61)).await.unwrap();
        mails::give_up(&mut tx, given_up, "no such mailbox").await.unwrap();
        assert_eq!(mails::delete_older(&mut tx, at(30)).await.unwrap(), 2);
        assert_eq!(mails::delete_older(&mut tx, at(90)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(claim(db, 90, 9).await, [(waiting, 1)]);
    }

    async fn a_flash_is_looked_at_once_and_not_too_late(db) {
        let mut tx = db.write().await.unwrap();
        for (key, minutes) in [(b"a", 5), (b"b", 5), (b"c", 5)] {
            flashes::insert(&mut tx, key, &json!({ "said": minutes }), at(minutes)).await.unwrap();
        }
        assert_eq!(flashes::take(&mut tx, b"a", at(1)).await.unwrap(), Some(json!({ "said": 5 })));
        assert_eq!(flashes::take(&mut tx, b"a", at(1)).await.unwrap(), None);
        assert_eq!(flashes::take(&mut tx, b"b", at(5)).await.unwrap(), None, "too late");
        assert_eq!(flashes::delete_expired(&mut tx, at(5) - Duration::seconds(1)).await.unwrap(), 0);
        assert_eq!(flashes::delete_expired(&mut tx, at(5)).await.unwrap(), 1);
    }
    async fn of_one_persons_flashes_the_newest_are_kept(db) {
        let mut tx = db.write().await.unwrap();
        let (ada, eve) = (rows::person(&mut tx, 1, "Ada").await, rows::person(&mut tx, 2, "Eve").await);
        flashes::insert(&mut tx, b"x", &json!({}), at(60)).await.unwrap();
        flashes::insert_of(&mut tx, eve, (b"y", &json!({})), at(60), (3, 100)).await.unwrap();
        let there = async |tx: &mut Tx| {
            let mut all = Vec::new();
            for key in [b"a", b"b", b"c", b"d", b"e", b"x", b"y"] {
                if count_where(tx, key).await {
                    all.push(char::from(key[0]));
                }
            }
            all.into_iter().collect::<String>()
        };
        for (key, minutes) in [(b"a", 1), (b"b", 2), (b"c", 3), (b"d", 4)] {
            flashes::insert_of(&mut tx, ada, (key, &json!({ "said": "0123456789" })), at(minutes), (3, 100)).await.unwrap();
        }
        assert_eq!(there(&mut tx).await, "bcdxy", "three at most, and nobody else's");
        flashes::insert_of(&mut tx, ada, (b"e", &json!({ "said": "x".repeat(60) })), at(5), (3, 100)).await.unwrap();
        assert_eq!(there(&mut tx).await, "dexy", "a hundred bytes at most");
        flashes::insert_of(&mut tx, ada, (b"a", &json!({ "said": "x".repeat(200) })), at(6), (3, 100)).await.unwrap();
        assert_eq!(there(&mut tx).await, "axy", "the newest always");
    }
}

/// Whether a flash is there, without taking it.
async fn count_where(tx: &mut Tx, key: &[u8]) -> bool {
    let found: Option<i32> =
        on!(tx, |c| sqlx::query_scalar("SELECT 1 FROM flashes WHERE token_hash = $1").bind(key).fetch_optional(c).await).unwrap();
    found.is_some()
}
