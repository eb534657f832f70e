//! How often one may try: per account and per network address, for addresses with and without an account alike.

use super::*;
use std::net::{IpAddr, Ipv4Addr};
use store::both;

/// A client at the n-th address.
fn at(n: u8) -> Client {
    Client { address: Some(IpAddr::V4(Ipv4Addr::new(198, 51, 100, n))), ..client() }
}

fn sign_in_form(email: &str, password: &str) -> SignIn {
    SignIn { email: email.to_owned(), password: password.to_owned() }
}

fn seconds<T>(result: Result<T, Error>) -> Option<u64> {
    match result {
        Err(Error::TooMany(seconds)) => Some(seconds),
        _ => None,
    }
}

both! {
    async fn ten_sign_ins_per_account_whether_it_exists_or_not(db) {
        let Stage { ctx, clock } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        for email in ["ada@example.org", "nobody@example.org"] {
            for n in 0..10 {
                let error = accounts::sign_in(&ctx, &at(n), sign_in_form(email, "a wrong password"), None).await.unwrap_err();
                assert_eq!(problems(&error), [("password", &ProblemCode::WrongCredentials)]);
            }
            let hashes = ctx.hasher.done();
            let right = accounts::sign_in(&ctx, &at(99), sign_in_form(email, PASSWORD), None).await;
            assert_eq!(seconds(right), Some(900), "{email}: from elsewhere and with the right password");
            assert_eq!(ctx.hasher.done(), hashes, "and it costs nothing");
        }
        clock.advance(Duration::minutes(15));
        accounts::sign_in(&ctx, &at(99), sign_in_form("ada@example.org", PASSWORD), None).await.unwrap();
    }

    async fn a_new_password_opens_at_once(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        for n in 0..11 {
            accounts::sign_in(&ctx, &at(n), sign_in_form("ada@example.org", "what was it"), None).await.unwrap_err();
        }
        accounts::forgot(&ctx, &at(1), "ada@example.org").await.unwrap();
        let token = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        accounts::reset(&ctx, &token, OTHER_PASSWORD).await.unwrap();
        accounts::sign_in(&ctx, &at(1), sign_in_form("ada@example.org", OTHER_PASSWORD), None).await.unwrap();
    }

    async fn who_signs_in_is_not_held_up(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        for n in 0..15 {
            accounts::sign_in(&ctx, &at(n), sign_in_form("ada@example.org", PASSWORD), None).await.unwrap();
        }
    }

    async fn fifty_sign_ins_per_network_address(db) {
        let Stage { ctx, .. } = stage(db);
        for n in 0..50 {
            let error = accounts::sign_in(&ctx, &at(1), sign_in_form(&format!("{n}@example.org"), "wrong"), None).await.unwrap_err();
            assert_eq!(problems(&error), [("password", &ProblemCode::WrongCredentials)]);
        }
        assert!(seconds(accounts::sign_in(&ctx, &at(1), sign_in_form("new@example.org", "wrong"), None).await).is_some());
        assert!(seconds(accounts::sign_in(&ctx, &at(2), sign_in_form("new@example.org", "wrong"), None).await).is_none());
    }

    async fn one_ipv6_network_counts_as_one_address(db) {
        let Stage { ctx, .. } = stage(db);
        let v6 = |address: &str| Client { address: Some(address.parse().unwrap()), ..client() };
        for n in 0..20 {
            accounts::forgot(&ctx, &v6(&format!("2001:db8:1:2::{n:x}")), &format!("{n}@example.org")).await.unwrap();
        }
        assert!(seconds(accounts::forgot(&ctx, &v6("2001:db8:1:2:ffff::1"), "one.more@example.org").await).is_some());
        accounts::forgot(&ctx, &v6("2001:db8:1:3::1"), "one.more@example.org").await.unwrap();
    }

    async fn ten_sign_ups_an_hour_per_network_address(db) {
        let Stage { ctx, clock } = stage(db);
        for n in 0..10 {
            accounts::sign_up(&ctx, &at(1), form(&format!("p{n}@example.org"))).await.unwrap();
        }
        assert_eq!(seconds(accounts::sign_up(&ctx, &at(1), form("more@example.org")).await), Some(3_600));
        let known = seconds(accounts::sign_up(&ctx, &at(1), form("p1@example.org")).await);
        assert_eq!(known, Some(3_600), "the same for an address that has an account");
        accounts::sign_up(&ctx, &at(2), form("more@example.org")).await.unwrap();
        clock.advance(Duration::hours(1));
        accounts::sign_up(&ctx, &at(1), form("still.more@example.org")).await.unwrap();
    }

    async fn five_forgotten_passwords_an_hour_whether_there_is_an_account_or_not(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::sign_up(&ctx, &at(1), form("ada@example.org")).await.unwrap();
        mails(&ctx).await;
        for email in ["ada@example.org", "nobody@example.org"] {
            for n in 0..5 {
                accounts::forgot(&ctx, &at(n), email).await.unwrap();
            }
            assert_eq!(seconds(accounts::forgot(&ctx, &at(50), email).await), Some(3_600), "{email}");
        }
        assert_eq!(mails(&ctx).await.len(), 5);
    }

    async fn ten_guesses_of_the_present_password(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        for n in 0..10 {
            let guess = format!("guess number {n}");
            let error = if n % 2 == 0 {
                accounts::change_password(&ctx, &ada.actor, &guess, OTHER_PASSWORD).await
            } else {
                accounts::change_email(&ctx, &ada.actor, "new@example.org", &guess).await
            };
            assert!(matches!(error, Err(Error::Invalid(_))));
        }
        assert!(seconds(accounts::change_password(&ctx, &ada.actor, PASSWORD, OTHER_PASSWORD).await).is_some());
        assert!(seconds(accounts::change_email(&ctx, &ada.actor, "new@example.org", PASSWORD).await).is_some());
    }

    async fn five_changes_of_address_an_hour(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        for n in 0..5 {
            accounts::change_email(&ctx, &ada.actor, &format!("n{n}@example.org"), PASSWORD).await.unwrap();
        }
        assert!(seconds(accounts::change_email(&ctx, &ada.actor, "n6@example.org", PASSWORD).await).is_some());
    }
}
