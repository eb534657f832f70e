//! Signing in and out, and the list of devices.

use super::*;
use domain::SessionId;
use domain::accounts::Basics;
use store::both;

async fn who(ctx: &Ctx, token: &str) -> Option<service::Actor> {
    accounts::authenticate(ctx, token).await.unwrap()
}

both! {
    async fn signing_in_gives_a_session_whose_token_is_not_in_the_database(db) {
        let Stage { ctx, .. } = stage(db);
        let session = member(&ctx, "ada@example.org").await;
        assert_eq!(session.token.len(), 43, "256 bits");
        assert_eq!(session.expires_at, ctx.now() + Duration::days(30));
        assert_eq!(who(&ctx, &session.token).await.unwrap(), session.actor);
        assert_eq!((session.actor.name.as_str(), session.actor.zone.as_str()), ("Ada Lovelace", "Europe/London"));
        assert_eq!(who(&ctx, "").await, None);
        assert_eq!(who(&ctx, &session.token.to_lowercase()).await, None);
        let stored = store::accounts::sessions::authenticate(&mut ctx.read().await.unwrap(), session.token.as_bytes(), ctx.now()).await.unwrap();
        assert_eq!(stored, None, "the token itself opens nothing, only its hash");
    }

    async fn an_unknown_address_is_refused_like_a_wrong_password_and_costs_the_same(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let counted = async |email: &str, password: &str| {
            let before = ctx.hasher.done();
            let error = try_sign_in(&ctx, email, password).await.unwrap_err();
            (format!("{error:?}"), ctx.hasher.done() - before)
        };
        let wrong = counted("ada@example.org", OTHER_PASSWORD).await;
        assert_eq!(wrong.1, 1);
        assert!(wrong.0.contains("WrongCredentials"));
        assert_eq!(wrong, counted("nobody@example.org", OTHER_PASSWORD).await);
        assert_eq!(wrong, counted("not an address", OTHER_PASSWORD).await);
        assert_eq!(wrong, counted("ada@example.org", "short").await, "what can't be a password costs the same too");
        assert_eq!(wrong, counted("nobody@example.org", &"x".repeat(10_000)).await);
        let empty = try_sign_in(&ctx, " ", "").await.unwrap_err();
        assert_eq!(problems(&empty), [("email", &ProblemCode::Required), ("password", &ProblemCode::Required)]);
    }

    async fn signing_in_again_replaces_the_browsers_session(db) {
        let Stage { ctx, .. } = stage(db);
        let first = member(&ctx, "ada@example.org").await;
        let elsewhere = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        let form = SignIn { email: "ada@example.org".to_owned(), password: PASSWORD.to_owned() };
        let second = accounts::sign_in(&ctx, &client(), form, Some(&first.token)).await.unwrap();
        assert_ne!(first.token, second.token);
        assert_eq!(who(&ctx, &first.token).await, None);
        assert!(who(&ctx, &second.token).await.is_some());
        assert!(who(&ctx, &elsewhere.token).await.is_some());
    }

    async fn a_session_lives_thirty_days_from_when_it_was_last_seen(db) {
        let Stage { ctx, clock } = stage(db);
        let seen = member(&ctx, "ada@example.org").await;
        let unseen = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        clock.advance(Duration::days(29));
        assert!(who(&ctx, &seen.token).await.is_some());
        clock.advance(Duration::days(1));
        assert!(who(&ctx, &seen.token).await.is_some(), "being seen made it longer");
        assert_eq!(who(&ctx, &unseen.token).await, None);
        assert_eq!(accounts::clean_up(&ctx).await.unwrap(), 2, "the unseen session and the confirmation that nobody used");
        clock.advance(Duration::days(30));
        assert_eq!(who(&ctx, &seen.token).await, None);
    }

    async fn a_session_is_written_to_at_most_every_ten_minutes(db) {
        let Stage { ctx, clock } = stage(db);
        let session = member(&ctx, "ada@example.org").await;
        let last_seen = async || {
            let sessions = store::accounts::sessions::of_person(&mut ctx.read().await.unwrap(), session.actor.id, ctx.now()).await.unwrap();
            sessions[0].last_seen_at
        };
        let signed_in = ctx.now();
        clock.advance(Duration::minutes(9));
        who(&ctx, &session.token).await.unwrap();
        assert_eq!(last_seen().await, signed_in);
        clock.advance(Duration::minutes(1));
        who(&ctx, &session.token).await.unwrap();
        assert_eq!(last_seen().await, ctx.now());
    }

    async fn signing_out_ends_one_session(db) {
        let Stage { ctx, .. } = stage(db);
        let here = member(&ctx, "ada@example.org").await;
        let there = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        accounts::sign_out(&ctx, &here.token).await.unwrap();
        accounts::sign_out(&ctx, &here.token).await.unwrap();
        assert_eq!(who(&ctx, &here.token).await, None);
        assert!(who(&ctx, &there.token).await.is_some());
    }

    async fn the_list_of_devices_reads_well_and_ends_what_is_wished(db) {
        let Stage { ctx, clock } = stage(db);
        let phone = Client { address: Some("2001:db8::7".parse().unwrap()), user_agent: "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36".to_owned(), device: None };
        confirmed(&ctx, "ada@example.org").await;
        let sign_in = SignIn { email: "ada@example.org".to_owned(), password: PASSWORD.to_owned() };
        let there = accounts::sign_in(&ctx, &phone, sign_in, None).await.unwrap();
        clock.advance(Duration::minutes(5));
        let here = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();

        let devices = accounts::settings(&ctx, &here.actor).await.unwrap().devices;
        let read: Vec<_> = devices.iter().map(|d| (d.name.as_str(), d.address.as_str(), d.last_seen.as_str(), d.current)).collect();
        assert_eq!(
            read,
            [("Firefox on Linux", "192.0.2.7", "This device", true), ("Chrome on Android", "2001:db8::7", "Last seen on 2 March 2026, 09:00", false)]
        );

        accounts::sign_out_device(&ctx, &here.actor, there.actor.session).await.unwrap();
        assert_eq!(who(&ctx, &there.token).await, None);
        assert!(matches!(accounts::sign_out_device(&ctx, &here.actor, there.actor.session).await, Err(Error::NotFound)));

        for _ in 0..3 {
            try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        }
        assert_eq!(accounts::sign_out_others(&ctx, &here.actor).await.unwrap(), 3);
        assert!(who(&ctx, &here.token).await.is_some());
    }

    async fn nobody_signs_somebody_else_out(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        let mallory = member(&ctx, "mallory@example.org").await;
        assert!(matches!(accounts::sign_out_device(&ctx, &mallory.actor, ada.actor.session).await, Err(Error::NotFound)));
        assert!(matches!(accounts::sign_out_device(&ctx, &mallory.actor, ctx.id::<SessionId>()).await, Err(Error::NotFound)));
        assert_eq!(accounts::sign_out_others(&ctx, &mallory.actor).await.unwrap(), 0);
        assert!(who(&ctx, &ada.token).await.is_some());
        let seen = accounts::settings(&ctx, &mallory.actor).await.unwrap();
        assert_eq!((seen.devices.len(), seen.email.as_str()), (1, "mallory@example.org"));
    }

    async fn name_language_and_zone_are_changed(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        let basics = Basics { name: "  Ada   King ".to_owned(), locale: "fr".to_owned(), zone: "Asia/Calcutta".to_owned() };
        accounts::change_basics(&ctx, &ada.actor, basics).await.unwrap();
        let seen = who(&ctx, &ada.token).await.unwrap();
        assert_eq!((seen.name.as_str(), seen.locale, seen.zone.as_str()), ("Ada King", i18n::Locale::Fr, "Asia/Calcutta"));

        let wrong = Basics { name: "x".repeat(81), locale: "klingon".to_owned(), zone: String::new() };
        let error = accounts::change_basics(&ctx, &ada.actor, wrong).await.unwrap_err();
        assert_eq!(
            problems(&error),
            [("name", &ProblemCode::TooLong { max: 80 }), ("locale", &ProblemCode::NotAChoice), ("zone", &ProblemCode::Required)]
        );
        assert_eq!(accounts::settings(&ctx, &seen).await.unwrap().basics.name, "Ada King");
    }
}
