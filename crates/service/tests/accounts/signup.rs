//! Signing up and confirming the address.

use super::*;
use domain::accounts::email_key;
use store::both;

both! {
    async fn a_new_person_signs_up_confirms_and_is_confirmed(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::sign_up(&ctx, &client(), form(" Ada@Example.org ")).await.unwrap();
        let account = store::accounts::by_email_key(&mut ctx.read().await.unwrap(), "ada@example.org").await.unwrap().unwrap();
        assert_eq!((account.email.as_str(), account.name.as_str(), account.zone.as_str()), ("Ada@Example.org", "Ada Lovelace", "Europe/London"));
        assert!(account.password_hash.starts_with("$argon2id$"));

        let before = try_sign_in(&ctx, "ADA@example.org", PASSWORD).await.unwrap_err();
        assert_eq!(problems(&before), [("password", &ProblemCode::WrongCredentials)], "as with an address that was taken");

        let token = token_in(&mail_to(&ctx, "Ada@Example.org").await, "verify");
        assert_eq!(confirms(&ctx, &token).await, Confirming::WithPassword);
        assert_eq!(confirms(&ctx, &token).await, Confirming::WithPassword);
        let session = confirm(&ctx, &token).await.unwrap().unwrap();
        assert!(session.actor.verified, "and is signed in");
        assert_eq!(accounts::authenticate(&ctx, &session.token).await.unwrap().unwrap(), session.actor);
        assert!(try_sign_in(&ctx, "ADA@example.org", PASSWORD).await.unwrap().actor.verified);
        assert!(is_refused(confirm(&ctx, &token).await, Refusal::TokenInvalid), "once");
        assert!(confirms(&ctx, &token).await == Confirming::Never);
    }

    async fn whoever_confirms_an_address_gives_the_password_of_the_account_it_is_for(db) {
        let Stage { ctx, .. } = stage(db);
        // Mallory signs up with Ada's address, and hopes that she clicks on whatever comes.
        accounts::sign_up(&ctx, &client(), form("ada@example.org")).await.unwrap();
        let token = token_in(&mail_to(&ctx, "ada@example.org").await, "verify");
        let mallory = member(&ctx, "mallory@example.org").await;
        for (actor, password, code) in [
            (None, "", ProblemCode::Required),
            (None, OTHER_PASSWORD, ProblemCode::WrongPassword),
            (Some(&mallory.actor), "", ProblemCode::Required),
        ] {
            let error = accounts::confirm(&ctx, &client(), actor, &token, password, None).await.unwrap_err();
            assert_eq!(problems(&error), [("password", &code)]);
        }
        let account = store::accounts::by_email_key(&mut ctx.read().await.unwrap(), "ada@example.org").await.unwrap().unwrap();
        assert_eq!(account.email_verified_at, None);
        mails(&ctx).await;
        // Ada takes what is hers by way of a new password.
        accounts::forgot(&ctx, &client(), "ada@example.org").await.unwrap();
        let forgot = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        reset(&ctx, &forgot, OTHER_PASSWORD).await.unwrap();
        assert!(try_sign_in(&ctx, "ada@example.org", PASSWORD).await.is_err(), "Mallory's password opens nothing");
        assert!(try_sign_in(&ctx, "ada@example.org", OTHER_PASSWORD).await.unwrap().actor.verified);
    }

    async fn who_never_confirmed_is_gone_after_a_month(db) {
        let Stage { ctx, clock } = stage(db);
        accounts::sign_up(&ctx, &client(), form("ada@example.org")).await.unwrap();
        confirmed(&ctx, "bob@example.org").await;
        let there = async |email: &str| store::accounts::by_email_key(&mut ctx.read().await.unwrap(), email).await.unwrap().is_some();
        clock.advance(Duration::days(29));
        accounts::clean_up(&ctx).await.unwrap();
        assert!(there("ada@example.org").await);
        clock.advance(Duration::days(1));
        accounts::clean_up(&ctx).await.unwrap();
        assert!(!there("ada@example.org").await && there("bob@example.org").await);
    }

    async fn a_link_is_no_way_to_guess_a_password(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::sign_up(&ctx, &client(), form("ada@example.org")).await.unwrap();
        let token = token_in(&mail_to(&ctx, "ada@example.org").await, "verify");
        let mut sent_away = 0;
        for n in 0..13 {
            let guess = accounts::confirm(&ctx, &client(), None, &token, &format!("a wrong guess {n}"), None).await;
            sent_away += usize::from(matches!(guess, Err(Error::TooMany(_))));
        }
        assert_eq!((sent_away, ctx.limits.waited()), (2, 10));
    }

    async fn an_address_that_has_an_account_gets_the_same_answer_and_costs_the_same(db) {
        let Stage { ctx, .. } = stage(db);
        let counted = async |form: SignUp| {
            let before = ctx.hasher.done();
            accounts::sign_up(&ctx, &client(), form).await.unwrap();
            ctx.hasher.done() - before
        };
        let new = counted(form("ada@example.org")).await;
        let token = token_in(&mail_to(&ctx, "ada@example.org").await, "verify");
        confirm(&ctx, &token).await.unwrap();
        let again = counted(SignUp { name: "Mallory".to_owned(), password: OTHER_PASSWORD.to_owned(), locale: "de".to_owned(), ..form("ADA@example.org") }).await;
        assert_eq!((new, again), (1, 1));

        let mail = mail_to(&ctx, "ada@example.org").await;
        assert_eq!(mail.subject, "You already have an account", "in its owner's language");
        assert!(mail.body_text.contains("Ada Lovelace") && !mail.body_text.contains("Mallory"));
        assert!(!mail.body_text.contains("/verify/"));
        try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        assert_eq!(problems(&try_sign_in(&ctx, "ada@example.org", OTHER_PASSWORD).await.unwrap_err()), [("password", &ProblemCode::WrongCredentials)]);
    }

    async fn nobody_can_be_flooded_with_reminders(db) {
        let Stage { ctx, .. } = stage(db);
        for _ in 0..8 {
            accounts::sign_up(&ctx, &client(), form("ada@example.org")).await.unwrap();
        }
        assert_eq!(mails(&ctx).await.len(), 4, "one that welcomes, three that remind");
    }

    async fn signing_up_at_once_with_one_address_makes_one_account(db) {
        let Stage { ctx, .. } = stage(db);
        let tries: Vec<_> = (0..10)
            .map(|n| {
                let ctx = ctx.clone();
                tokio::spawn(async move { accounts::sign_up(&ctx, &client(), SignUp { name: format!("Ada {n}"), ..form("ada@example.org") }).await })
            })
            .collect();
        for one in tries {
            one.await.unwrap().unwrap();
        }
        let mails = mails(&ctx).await;
        assert_eq!(mails.iter().filter(|m| m.body_text.contains("/verify/")).count(), 1);
        let name = store::accounts::by_email_key(&mut ctx.read().await.unwrap(), &email_key("ada@example.org")).await.unwrap().unwrap().name;
        assert!(mails.iter().all(|m| m.to_name == name), "all mails are for the one whose account it became");
    }

    async fn a_wrong_form_is_sent_back_with_everything_that_is_wrong(db) {
        let Stage { ctx, .. } = stage(db);
        let wrong = SignUp { name: " ".to_owned(), email: "ada".to_owned(), password: "123".to_owned(), locale: "xx".to_owned(), zone: "Mars/Base".to_owned(), next: String::new() };
        let error = accounts::sign_up(&ctx, &client(), wrong).await.unwrap_err();
        assert_eq!(
            problems(&error),
            [
                ("name", &ProblemCode::Required),
                ("email", &ProblemCode::NotAnEmail),
                ("password", &ProblemCode::TooShort { min: 10 }),
                ("locale", &ProblemCode::NotAChoice),
                ("zone", &ProblemCode::UnknownTimeZone),
            ]
        );
        let own_name = SignUp { password: "AdaLovelace".to_owned(), ..form("ada@example.org") };
        assert_eq!(problems(&accounts::sign_up(&ctx, &client(), own_name).await.unwrap_err()), [("password", &ProblemCode::CommonPassword)]);
        assert!(mails(&ctx).await.is_empty());
        assert_eq!(ctx.hasher.done(), 0);
    }

    async fn a_confirmation_works_for_seven_days_and_a_new_password_confirms_too(db) {
        let Stage { ctx, clock } = stage(db);
        accounts::sign_up(&ctx, &client(), form("ada@example.org")).await.unwrap();
        let late = token_in(&mail_to(&ctx, "ada@example.org").await, "verify");
        clock.advance(Duration::days(7));
        assert!(is_refused(confirm(&ctx, &late).await, Refusal::TokenInvalid));

        accounts::forgot(&ctx, &client(), "ada@example.org").await.unwrap();
        let link = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        reset(&ctx, &link, OTHER_PASSWORD).await.unwrap();
        assert!(try_sign_in(&ctx, "ada@example.org", OTHER_PASSWORD).await.unwrap().actor.verified);
    }

    async fn the_mail_leads_on_to_where_somebody_was_going(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::sign_up(&ctx, &client(), SignUp { next: "/programs/career/join?link=a b".to_owned(), ..form("ada@example.org") }).await.unwrap();
        let mail = mail_to(&ctx, "ada@example.org").await;
        assert!(mail.body_text.contains("?next=%2Fprograms%2Fcareer%2Fjoin%3Flink%3Da%20b"), "{}", mail.body_text);
    }

    async fn a_link_to_set_a_password_confirms_nothing_and_the_other_way_round(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::sign_up(&ctx, &client(), form("ada@example.org")).await.unwrap();
        let verify = token_in(&mail_to(&ctx, "ada@example.org").await, "verify");
        accounts::forgot(&ctx, &client(), "ada@example.org").await.unwrap();
        let link = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        assert!(is_refused(confirm(&ctx, &link).await, Refusal::TokenInvalid));
        assert!(is_refused(reset(&ctx, &verify, OTHER_PASSWORD).await, Refusal::TokenInvalid));
        assert!(is_refused(confirm(&ctx, "nonsense").await, Refusal::TokenInvalid));
    }

    async fn the_operator_creates_an_account_that_is_confirmed(db) {
        let Stage { ctx, .. } = stage(db);
        accounts::create_admin(&ctx, "root@example.org", "Operator", PASSWORD).await.unwrap();
        assert!(try_sign_in(&ctx, "root@example.org", PASSWORD).await.unwrap().actor.verified);
        let again = accounts::create_admin(&ctx, "ROOT@example.org", "Operator", PASSWORD).await.unwrap_err();
        assert_eq!(problems(&again), [("email", &ProblemCode::Taken)]);
        let weak = accounts::create_admin(&ctx, "other@example.org", "Operator", "password123").await.unwrap_err();
        assert_eq!(problems(&weak), [("password", &ProblemCode::CommonPassword)]);
        assert!(mails(&ctx).await.is_empty());
    }
}
