//! How often one may try: per account and network, for addresses with and without an account alike; and whom that never stops.

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

/// Guesses the password of an account at a network, and says what came of it: wrong, or in how many seconds again.
async fn guess(ctx: &Ctx, client: &Client, email: &str) -> Option<u64> {
    match accounts::sign_in(ctx, client, sign_in_form(email, "a wrong password"), None).await {
        Err(Error::TooMany(seconds)) => Some(seconds),
        Err(error) => {
            assert_eq!(problems(&error), [("password", &ProblemCode::WrongCredentials)]);
            None
        }
        Ok(_) => panic!("that was the password"),
    }
}

async fn right(ctx: &Ctx, client: &Client, email: &str) -> Result<NewSession, Error> {
    accounts::sign_in(ctx, client, sign_in_form(email, PASSWORD), None).await
}

both! {
    async fn guessing_is_slowed_down_where_it_happens_and_nowhere_else(db) {
        let Stage { ctx, clock } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        for email in ["ada@example.org", "nobody@example.org"] {
            let (ctx, waited) = (&ctx, ctx.limits.waited());
            for _ in 0..10 {
                assert_eq!(guess(ctx, &at(1), email).await, None);
            }
            assert_eq!(ctx.limits.waited(), waited);
            assert_eq!(guess(ctx, &at(1), email).await, None, "{email}: rather slowly than not at all");
            assert_eq!(ctx.limits.waited(), waited + 10);
            let hashes = ctx.hasher.done();
            assert_eq!(guess(ctx, &at(1), email).await, Some(20), "{email}: a crowd is sent away");
            assert_eq!(ctx.hasher.done(), hashes, "and costs nothing");
        }
        let waited = ctx.limits.waited();
        right(&ctx, &at(2), "ada@example.org").await.unwrap();
        assert_eq!(ctx.limits.waited(), waited, "her own network knows nothing of it");
        clock.advance(Duration::seconds(20));
        right(&ctx, &at(1), "ada@example.org").await.unwrap();
        assert_eq!(ctx.limits.waited(), waited, "nor does she wait for long where it was");
    }

    async fn guesses_from_everywhere_slow_strangers_down_but_not_who_signed_in_before(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let hers = right(&ctx, &at(200), "ada@example.org").await.unwrap().device;
        let mut sent_away = None;
        for n in 0..120 {
            sent_away = sent_away.or(guess(&ctx, &at(n % 100), "ada@example.org").await);
        }
        assert_eq!(sent_away, Some(12), "a hundred, and a few who waited");
        assert!(right(&ctx, &at(210), "ada@example.org").await.is_err(), "a stranger, for all one knows");
        let waited = ctx.limits.waited();
        let known = Client { device: Some(hers.clone()), ..at(1) };
        let again = right(&ctx, &known, "ada@example.org").await.unwrap();
        assert_eq!(ctx.limits.waited(), waited);
        assert!(right(&ctx, &known, "ada@example.org").await.is_err(), "what the browser holds is another secret each time");
        right(&ctx, &Client { device: Some(again.device), ..at(1) }, "ada@example.org").await.unwrap();
    }

    async fn a_device_is_known_to_its_owner_alone_and_not_for_ever(db) {
        let Stage { ctx, clock } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        confirmed(&ctx, "bob@example.org").await;
        let bobs = right(&ctx, &at(1), "bob@example.org").await.unwrap().device;
        let guesser = Client { device: Some(bobs.clone()), ..at(1) };
        let sent_away = async |client: &Client, email: &str| {
            for _ in 0..11 {
                assert_eq!(guess(&ctx, client, email).await, None);
            }
            guess(&ctx, client, email).await
        };
        assert_eq!(sent_away(&guesser, "ada@example.org").await, Some(20));
        assert_eq!(guess(&ctx, &at(1), "ada@example.org").await, Some(20), "Bob's device is a stranger like others of his network");
        assert_eq!(sent_away(&guesser, "bob@example.org").await, Some(20), "and not one to guess on without an end");
        assert_eq!(guess(&ctx, &at(1), "bob@example.org").await, None, "which is counted apart");

        // Both use it, and both are known on it.
        clock.advance(Duration::hours(1));
        let both = right(&ctx, &guesser, "ada@example.org").await.unwrap().device;
        let both = Client { device: Some(both), ..at(1) };
        for email in ["ada@example.org", "bob@example.org"] {
            assert_eq!(sent_away(&both, email).await, Some(20));
            assert_eq!(guess(&ctx, &at(1), email).await, None);
        }
        clock.advance(Duration::days(180));
        assert!(accounts::clean_up(&ctx).await.unwrap() > 0);
        assert_eq!(sent_away(&both, "ada@example.org").await, Some(20));
        assert_eq!(guess(&ctx, &at(1), "ada@example.org").await, Some(20), "half a year later it is one like others");
    }

    async fn a_new_password_opens_at_once_and_makes_the_device_known(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let before = right(&ctx, &at(1), "ada@example.org").await.unwrap().device;
        mails(&ctx).await;
        for n in 0..120 {
            let _ = guess(&ctx, &at(n % 100), "ada@example.org").await;
        }
        accounts::forgot(&ctx, &at(1), "ada@example.org").await.unwrap();
        let token = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        let device = accounts::reset(&ctx, &at(1), &token, OTHER_PASSWORD).await.unwrap();
        let sign_in = async |device: String| {
            accounts::sign_in(&ctx, &Client { device: Some(device), ..at(1) }, sign_in_form("ada@example.org", OTHER_PASSWORD), None).await
        };
        assert!(matches!(sign_in(before).await, Err(Error::TooMany(_))), "whoever had the old password may have had this");
        sign_in(device).await.unwrap();
    }

    async fn who_signs_in_is_not_held_up(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        for _ in 0..30 {
            right(&ctx, &at(1), "ada@example.org").await.unwrap();
        }
        assert_eq!(ctx.limits.waited(), 0);
    }

    async fn a_hundred_wrong_sign_ins_at_one_network(db) {
        let Stage { ctx, clock } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        confirmed(&ctx, "bob@example.org").await;
        let known = right(&ctx, &at(1), "bob@example.org").await.unwrap().device;
        for n in 0..100 {
            if n % 4 == 0 {
                right(&ctx, &at(1), "ada@example.org").await.unwrap();
            }
            assert_eq!(guess(&ctx, &at(1), &format!("{n}@example.org")).await, None, "only what fails counts");
        }
        assert_eq!(seconds(right(&ctx, &at(1), "ada@example.org").await), Some(900));
        right(&ctx, &at(2), "ada@example.org").await.unwrap();
        right(&ctx, &Client { device: Some(known), ..at(1) }, "bob@example.org").await.unwrap();
        clock.advance(Duration::minutes(15));
        right(&ctx, &at(1), "ada@example.org").await.unwrap();
    }

    async fn one_ipv6_network_counts_as_one_address(db) {
        let Stage { ctx, .. } = stage(db);
        let v6 = |address: &str| Client { address: Some(address.parse().unwrap()), ..client() };
        for n in 0..100 {
            accounts::forgot(&ctx, &v6(&format!("2001:db8:1:2::{n:x}")), &format!("{n}@example.org")).await.unwrap();
        }
        assert!(seconds(accounts::forgot(&ctx, &v6("2001:db8:1:2:ffff::1"), "one.more@example.org").await).is_some());
        accounts::forgot(&ctx, &v6("2001:db8:1:3::1"), "one.more@example.org").await.unwrap();
    }

    async fn a_workshop_signs_up_in_one_room(db) {
        let Stage { ctx, .. } = stage(db);
        for n in 0..35 {
            let email = format!("p{n}@example.org");
            let weak = SignUp { password: "password123".to_owned(), ..form(&email) };
            assert!(matches!(accounts::sign_up(&ctx, &at(1), weak).await, Err(Error::Invalid(_))), "each of them at their second try");
            accounts::sign_up(&ctx, &at(1), form(&email)).await.unwrap();
        }
    }

    async fn whoever_signs_up_is_not_counted_among_those_who_fail(db) {
        let Stage { ctx, .. } = stage(db);
        let weak = SignUp { password: "password123".to_owned(), ..form("ada@example.org") };
        for _ in 0..199 {
            assert!(matches!(accounts::sign_up(&ctx, &at(1), weak.clone()).await, Err(Error::Invalid(_))));
        }
        for n in 0..3 {
            accounts::sign_up(&ctx, &at(1), form(&format!("p{n}@example.org"))).await.unwrap();
        }
    }

    async fn signing_up_in_vain_is_limited_before_a_password_is_judged(db) {
        let Stage { ctx, clock } = stage(db);
        let weak = SignUp { password: "password123".to_owned(), ..form("ada@example.org") };
        for _ in 0..200 {
            assert!(matches!(accounts::sign_up(&ctx, &at(1), weak.clone()).await, Err(Error::Invalid(_))));
        }
        let judged = ctx.hasher.judged();
        assert_eq!(judged, 200);
        assert_eq!(seconds(accounts::sign_up(&ctx, &at(1), weak.clone()).await), Some(900));
        assert_eq!(seconds(accounts::sign_up(&ctx, &at(1), form("ada@example.org")).await), Some(900));
        assert_eq!((ctx.hasher.judged(), ctx.hasher.done()), (judged, 0), "it costs nothing");
        accounts::sign_up(&ctx, &at(2), form("ada@example.org")).await.unwrap();
        clock.advance(Duration::minutes(15));
        accounts::sign_up(&ctx, &at(1), form("bob@example.org")).await.unwrap();
    }

    async fn forgotten_passwords_whether_there_is_an_account_or_not(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::sign_up(&ctx, &at(1), form("ada@example.org")).await.unwrap();
        mails(&ctx).await;
        for email in ["ada@example.org", "nobody@example.org"] {
            for _ in 0..5 {
                accounts::forgot(&ctx, &at(1), email).await.unwrap();
            }
            assert_eq!(seconds(accounts::forgot(&ctx, &at(1), email).await), Some(3_600), "{email}");
            for n in 2..50 {
                accounts::forgot(&ctx, &at(n), email).await.unwrap();
            }
        }
        let sent = mails(&ctx).await;
        assert_eq!(sent.len(), 5, "nobody is flooded");
        // Whoever asked for them, the owner has links that work.
        for mail in &sent {
            accounts::resets(&ctx, &token_in(mail, "reset")).await.unwrap();
        }
    }

    async fn a_link_for_a_new_password_is_not_for_judging_without_an_end(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        accounts::forgot(&ctx, &at(1), "ada@example.org").await.unwrap();
        let token = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        let judged = ctx.hasher.judged();
        let mut sent_away = 0;
        for n in 0..20 {
            sent_away += usize::from(seconds(accounts::reset(&ctx, &at(n), &token, "password123").await).is_some());
        }
        assert_eq!((sent_away, ctx.hasher.judged() - judged), (9, 11));
    }

    async fn guesses_of_the_present_password_are_slowed_down_on_the_device(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        let elsewhere = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        for n in 0..11 {
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
        accounts::change_password(&ctx, &elsewhere.actor, PASSWORD, OTHER_PASSWORD).await.unwrap();
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
