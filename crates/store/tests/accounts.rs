//! Contract of `store::accounts` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use chrono::{DateTime, Duration, Utc};
use domain::accounts::TokenPurpose;
use domain::{PersonId, SessionId, TokenId};
use store::accounts::{self, Account, devices, keys, sessions, tokens};
use store::{Db, both};

fn at(minutes: i64) -> DateTime<Utc> {
    "2026-03-02T09:00:00.123456Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(minutes)
}

/// An id that is the same in each run.
fn id<T: From<uuid::Uuid>>(n: u128) -> T {
    T::from(uuid::Uuid::from_u128(n))
}

fn account(n: u128, email: &str) -> Account {
    Account {
        id: id::<PersonId>(n),
        email: email.to_owned(),
        email_verified_at: None,
        password_hash: "hash".to_owned(),
        name: "Ada".to_owned(),
        locale: "en".to_owned(),
        zone: "Europe/London".to_owned(),
    }
}

async fn person(db: &Db, n: u128, email: &str) -> PersonId {
    let mut tx = db.write().await.unwrap();
    assert!(accounts::insert(&mut tx, &account(n, email), email, at(0)).await.unwrap());
    tx.commit().await.unwrap();
    id(n)
}

fn session(n: u128, person: PersonId) -> sessions::Session {
    sessions::Session {
        id: id::<SessionId>(n),
        person_id: person,
        user_agent: "Firefox".to_owned(),
        address: "192.0.2.1".to_owned(),
        created_at: at(0),
        last_seen_at: at(0),
        expires_at: at(60),
    }
}

fn token(n: u128, person: PersonId, purpose: TokenPurpose) -> tokens::Token {
    tokens::Token { id: id::<TokenId>(n), person_id: person, purpose, new_email: None, created_at: at(0), expires_at: at(60) }
}

both! {
    async fn an_account_comes_back_as_it_was_written(db) {
        let mut tx = db.write().await.unwrap();
        let ada = Account { email_verified_at: Some(at(-5)), ..account(1, "Ada@example.org") };
        assert!(accounts::insert(&mut tx, &ada, "ada@example.org", at(0)).await.unwrap());
        assert_eq!(accounts::by_id(&mut tx, ada.id).await.unwrap().unwrap(), ada);
        assert_eq!(accounts::by_email_key(&mut tx, "ada@example.org").await.unwrap().unwrap(), ada);
        assert_eq!(accounts::by_email_key(&mut tx, "Ada@example.org").await.unwrap(), None, "the key finds, not the spelling");
    }

    async fn an_address_has_one_account(db) {
        let mut tx = db.write().await.unwrap();
        assert!(accounts::insert(&mut tx, &account(1, "ada@example.org"), "ada@example.org", at(0)).await.unwrap());
        assert!(!accounts::insert(&mut tx, &account(2, "ADA@example.org"), "ada@example.org", at(0)).await.unwrap());
        // The transaction goes on as if nothing had happened.
        assert_eq!(accounts::by_id(&mut tx, id(2)).await.unwrap(), None);
        tx.commit().await.unwrap();
    }

    async fn what_is_changed_is_changed_for_one_person(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let bob = person(db, 2, "bob@example.org").await;
        let mut tx = db.write().await.unwrap();
        accounts::set_password_hash(&mut tx, ada, "new", at(1)).await.unwrap();
        accounts::set_basics(&mut tx, ada, "Ada L.", "fr", "Asia/Tokyo", at(2)).await.unwrap();
        accounts::set_verified(&mut tx, ada, at(3)).await.unwrap();
        accounts::set_verified(&mut tx, ada, at(4)).await.unwrap();
        let read = accounts::by_id(&mut tx, ada).await.unwrap().unwrap();
        assert_eq!((read.password_hash.as_str(), read.name.as_str(), read.locale.as_str(), read.zone.as_str()), ("new", "Ada L.", "fr", "Asia/Tokyo"));
        assert_eq!(read.email_verified_at, Some(at(3)), "the first confirmation counts");
        assert_eq!(accounts::by_id(&mut tx, bob).await.unwrap().unwrap(), account(2, "bob@example.org"));
    }

    async fn an_address_that_is_taken_is_not_taken_over(db) {
        let ada = person(db, 1, "ada@example.org").await;
        person(db, 2, "bob@example.org").await;
        let mut tx = db.write().await.unwrap();
        assert!(!accounts::set_email(&mut tx, ada, "Bob@example.org", "bob@example.org", at(1)).await.unwrap());
        assert!(accounts::set_email(&mut tx, ada, "ADA@example.org", "ada@example.org", at(1)).await.unwrap(), "one's own in another spelling");
        assert!(accounts::set_email(&mut tx, ada, "new@example.org", "new@example.org", at(2)).await.unwrap());
        let read = accounts::by_email_key(&mut tx, "new@example.org").await.unwrap().unwrap();
        assert_eq!((read.id, read.email_verified_at), (ada, Some(at(2))));
    }

    async fn a_session_lives_until_it_expires(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let mut tx = db.write().await.unwrap();
        sessions::insert(&mut tx, &session(10, ada), b"ten").await.unwrap();
        let found = sessions::authenticate(&mut tx, b"ten", at(59)).await.unwrap().unwrap();
        assert_eq!((found.session_id, found.person_id, found.name.as_str(), found.email_verified_at), (id(10), ada, "Ada", None));
        assert_eq!(sessions::authenticate(&mut tx, b"ten", at(60)).await.unwrap(), None);
        assert_eq!(sessions::authenticate(&mut tx, b"other", at(0)).await.unwrap(), None);

        sessions::touch(&mut tx, id(10), at(30), at(90)).await.unwrap();
        assert_eq!(sessions::authenticate(&mut tx, b"ten", at(89)).await.unwrap().unwrap().last_seen_at, at(30));
        sessions::touch(&mut tx, id(10), at(20), at(80)).await.unwrap();
        assert!(sessions::authenticate(&mut tx, b"ten", at(89)).await.unwrap().is_some(), "a late writer doesn't shorten it");

        assert_eq!(sessions::delete_expired(&mut tx, at(89)).await.unwrap(), 0);
        assert_eq!(sessions::delete_expired(&mut tx, at(90)).await.unwrap(), 1);
    }

    async fn sessions_end_one_by_one_and_all_at_once(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let bob = person(db, 2, "bob@example.org").await;
        let mut tx = db.write().await.unwrap();
        for (n, who, seen) in [(10, ada, 1), (11, ada, 3), (12, ada, 2), (20, bob, 1)] {
            let session = sessions::Session { last_seen_at: at(seen), ..session(n, who) };
            sessions::insert(&mut tx, &session, &n.to_be_bytes()).await.unwrap();
        }
        let ids: Vec<SessionId> = sessions::of_person(&mut tx, ada, at(4)).await.unwrap().iter().map(|s| s.id).collect();
        assert_eq!(ids, [id(11), id(12), id(10)]);
        assert!(sessions::of_person(&mut tx, ada, at(60)).await.unwrap().is_empty());

        assert!(!sessions::delete(&mut tx, bob, id(10)).await.unwrap(), "somebody else's");
        assert!(sessions::delete(&mut tx, ada, id(10)).await.unwrap());
        assert_eq!(sessions::delete_all(&mut tx, ada, Some(id(11))).await.unwrap(), 1);
        sessions::delete_by_token(&mut tx, &11_u128.to_be_bytes()).await.unwrap();
        assert!(sessions::of_person(&mut tx, ada, at(4)).await.unwrap().is_empty());
        assert_eq!(sessions::delete_all(&mut tx, bob, None).await.unwrap(), 1);
    }

    async fn a_token_is_redeemed_once(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let mut tx = db.write().await.unwrap();
        let written = tokens::Token { new_email: Some("new@example.org".to_owned()), ..token(30, ada, TokenPurpose::ChangeEmail) };
        tokens::insert(&mut tx, &written, b"t").await.unwrap();
        assert_eq!(tokens::find(&mut tx, b"t", at(1)).await.unwrap(), Some(written.clone()));
        assert_eq!(tokens::pending(&mut tx, ada, TokenPurpose::ChangeEmail, at(1)).await.unwrap(), Some(written));
        assert_eq!(tokens::pending(&mut tx, ada, TokenPurpose::Verify, at(1)).await.unwrap(), None);
        assert!(tokens::redeem(&mut tx, id(30), at(1)).await.unwrap());
        assert!(!tokens::redeem(&mut tx, id(30), at(1)).await.unwrap());
        assert_eq!(tokens::find(&mut tx, b"t", at(1)).await.unwrap(), None);
        assert_eq!(tokens::pending(&mut tx, ada, TokenPurpose::ChangeEmail, at(1)).await.unwrap(), None);
    }

    async fn links_for_a_new_password_do_not_replace_each_other(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let mut tx = db.write().await.unwrap();
        tokens::insert(&mut tx, &token(30, ada, TokenPurpose::Reset), b"first").await.unwrap();
        tokens::insert(&mut tx, &token(31, ada, TokenPurpose::Reset), b"second").await.unwrap();
        for hash in [b"first".as_slice(), b"second"] {
            assert!(tokens::find(&mut tx, hash, at(1)).await.unwrap().is_some(), "anybody may ask for one");
        }
        tokens::discard(&mut tx, ada, TokenPurpose::Reset).await.unwrap();
        assert_eq!(tokens::find(&mut tx, b"second", at(1)).await.unwrap(), None);
    }

    async fn tokens_expire_and_newer_ones_replace_them(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let mut tx = db.write().await.unwrap();
        tokens::insert(&mut tx, &token(30, ada, TokenPurpose::ChangeEmail), b"first").await.unwrap();
        tokens::insert(&mut tx, &token(31, ada, TokenPurpose::Verify), b"verify").await.unwrap();
        tokens::insert(&mut tx, &token(32, ada, TokenPurpose::ChangeEmail), b"second").await.unwrap();
        assert_eq!(tokens::find(&mut tx, b"first", at(1)).await.unwrap(), None);
        assert!(tokens::find(&mut tx, b"second", at(59)).await.unwrap().is_some());
        assert!(tokens::find(&mut tx, b"verify", at(59)).await.unwrap().is_some(), "another purpose");
        assert_eq!(tokens::find(&mut tx, b"second", at(60)).await.unwrap(), None);
        assert!(!tokens::redeem(&mut tx, id(32), at(60)).await.unwrap());
        assert_eq!(tokens::delete_expired(&mut tx, at(1)).await.unwrap(), 0);
        assert_eq!(tokens::delete_expired(&mut tx, at(60)).await.unwrap(), 2);
    }
}

both! {
    async fn an_account_is_held_while_its_password_is_the_one_that_was_checked(db) {
        let ada = person(db, 1, "ada@example.org").await;
        let mut tx = db.write().await.unwrap();
        assert!(accounts::lock(&mut tx, ada, "hash").await.unwrap());
        assert!(!accounts::lock(&mut tx, id(2), "hash").await.unwrap());
        accounts::set_password_hash(&mut tx, ada, "new", at(1)).await.unwrap();
        assert!(!accounts::lock(&mut tx, ada, "hash").await.unwrap());
        sessions::insert(&mut tx, &session(10, ada), b"ten").await.unwrap();
        assert!(sessions::is_open(&mut tx, ada, id(10), at(59)).await.unwrap());
        assert!(!sessions::is_open(&mut tx, ada, id(10), at(60)).await.unwrap(), "it has expired");
        assert!(!sessions::is_open(&mut tx, id(2), id(10), at(0)).await.unwrap(), "somebody else's");
    }

    async fn a_device_is_known_by_its_newest_secret_to_who_signed_in_on_it(db) {
        let (ada, bob) = (person(db, 1, "ada@example.org").await, person(db, 2, "bob@example.org").await);
        let mut tx = db.write().await.unwrap();
        devices::record(&mut tx, None, b"one", ada, at(0)).await.unwrap();
        assert!(devices::is_known(&mut tx, b"one", "ada@example.org", at(-1)).await.unwrap());
        assert!(!devices::is_known(&mut tx, b"one", "ada@example.org", at(0)).await.unwrap(), "not since then");
        assert!(!devices::is_known(&mut tx, b"one", "bob@example.org", at(-1)).await.unwrap());
        assert!(!devices::is_known(&mut tx, b"two", "ada@example.org", at(-1)).await.unwrap());

        devices::record(&mut tx, Some(b"one"), b"two", bob, at(5)).await.unwrap();
        devices::record(&mut tx, Some(b"nobody's"), b"three", bob, at(6)).await.unwrap();
        assert!(!devices::is_known(&mut tx, b"one", "ada@example.org", at(-1)).await.unwrap(), "its secret is another one");
        for email in ["ada@example.org", "bob@example.org"] {
            assert!(devices::is_known(&mut tx, b"two", email, at(-1)).await.unwrap(), "{email}");
        }
        devices::record(&mut tx, Some(b"two"), b"two", bob, at(7)).await.unwrap();
        assert!(devices::is_known(&mut tx, b"two", "bob@example.org", at(6)).await.unwrap(), "seen again");

        assert_eq!(devices::delete_older(&mut tx, at(0)).await.unwrap(), 1, "Ada's");
        devices::forget(&mut tx, bob).await.unwrap();
        for hash in [b"two".as_slice(), b"three"] {
            assert!(!devices::is_known(&mut tx, hash, "bob@example.org", at(-1)).await.unwrap());
        }
    }

    async fn who_signed_up_and_never_came_goes(db) {
        let (ada, bob) = (person(db, 1, "ada@example.org").await, person(db, 2, "bob@example.org").await);
        let (member, here) = (person(db, 3, "member@example.org").await, person(db, 4, "here@example.org").await);
        let mut tx = db.write().await.unwrap();
        tokens::insert(&mut tx, &token(30, ada, TokenPurpose::Verify), b"verify").await.unwrap();
        accounts::set_verified(&mut tx, bob, at(1)).await.unwrap();
        let acme = store::testing::rows::organisation(&mut tx, 9, "acme").await;
        store::testing::rows::member(&mut tx, acme, member, domain::organisations::OrgRole::Member).await;
        sessions::insert(&mut tx, &session(10, here), b"ten").await.unwrap();
        assert_eq!(accounts::delete_never_came(&mut tx, at(-1)).await.unwrap(), 0, "not before their time");
        assert_eq!(accounts::delete_never_came(&mut tx, at(0)).await.unwrap(), 1);
        assert_eq!(accounts::by_id(&mut tx, ada).await.unwrap(), None);
        for stays in [bob, member, here] {
            assert!(accounts::by_id(&mut tx, stays).await.unwrap().is_some());
        }
    }

    async fn a_server_that_starts_gives_addresses_of_before_their_key(db) {
        let ada = person(db, 1, "ada@xn--bcher-kva.example").await;
        db.migrate().await.unwrap();
        let found = accounts::by_email_key(&mut db.read().await.unwrap(), "ada@bücher.example").await.unwrap();
        assert_eq!(found.map(|account| account.id), Some(ada));
    }

    async fn addresses_of_before_get_the_key_of_their_one_spelling(db) {
        let bucher = person(db, 1, "ada@xn--bcher-kva.example").await;
        let jorg = person(db, 2, "jörg@example.org").await;
        // Of these two one was first, and none is taken away.
        let (letters, ascii) = (person(db, 3, "bob@bücher.example").await, person(db, 4, "bob@xn--bcher-kva.example").await);
        assert_eq!(keys::one_spelling(db).await.unwrap(), 1);
        assert_eq!(keys::one_spelling(db).await.unwrap(), 0);
        let mut tx = db.read().await.unwrap();
        for (key, who) in
            [("ada@bücher.example", bucher), ("jörg@example.org", jorg), ("bob@bücher.example", letters), ("bob@xn--bcher-kva.example", ascii)]
        {
            assert_eq!(accounts::by_email_key(&mut tx, key).await.unwrap().map(|account| account.id), Some(who), "{key}");
        }
    }
}

/// What the frame shows of somebody whose session's token is their id.
async fn glance(tx: &mut store::Tx, who: PersonId) -> accounts::Glance {
    accounts::visitor(tx, &who.0.into_bytes(), at(1)).await.unwrap().unwrap().glance
}

both! {
    async fn a_person_at_a_glance(db) {
        use domain::organisations::OrgRole;
        use store::notifications::{self, Notification};
        use store::testing::rows;
        let (ada, bo) = (person(db, 1, "ada@example.org").await, person(db, 2, "bo@example.org").await);
        let mut tx = db.write().await.unwrap();
        for (n, who) in [(10, ada), (20, bo)] {
            sessions::insert(&mut tx, &session(n, who), &who.0.into_bytes()).await.unwrap();
        }
        assert_eq!(accounts::visitor(&mut tx, b"other", at(1)).await.unwrap(), None);
        assert_eq!(accounts::visitor(&mut tx, &ada.0.into_bytes(), at(60)).await.unwrap(), None, "the session has expired");
        let found = accounts::visitor(&mut tx, &ada.0.into_bytes(), at(59)).await.unwrap().unwrap();
        assert_eq!(Some(found.who), sessions::authenticate(&mut tx, &ada.0.into_bytes(), at(59)).await.unwrap());
        let plain = accounts::Glance { picture_id: None, unread: 0, manages: false };
        assert_eq!(found.glance, plain);

        let (acme, program) = (rows::organisation(&mut tx, 3, "acme").await, rows::program(&mut tx, 4, "career", None).await);
        rows::member(&mut tx, acme, ada, OrgRole::Member).await;
        for n in 0..3_u8 {
            let body = store::Json(serde_json::json!({}));
            let notification =
                Notification { id: id(u128::from(n)), person_id: ada, kind: "x".to_owned(), link: "/".to_owned(), body, created_at: at(0), read_at: None };
            store::bulk::notifications(&mut tx, &[notification]).await.unwrap();
        }
        assert_eq!(glance(&mut tx, ada).await, accounts::Glance { unread: 3, ..plain });
        notifications::mark_read(&mut tx, ada, at(2)).await.unwrap();
        assert_eq!(glance(&mut tx, ada).await, plain, "a member who manages nothing");

        rows::coordinator(&mut tx, program, ada).await;
        rows::member(&mut tx, acme, bo, OrgRole::Admin).await;
        for who in [ada, bo] {
            assert!(glance(&mut tx, who).await.manages);
        }
    }
}
