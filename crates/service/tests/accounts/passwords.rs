//! Forgotten and changed passwords.

use super::*;
use store::both;

async fn reset_token(ctx: &Ctx, email: &str) -> String {
    mails(ctx).await;
    accounts::forgot(ctx, &client(), email).await.unwrap();
    token_in(&mail_to(ctx, email).await, "reset")
}

both! {
    async fn a_forgotten_password_is_replaced(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        let token = reset_token(&ctx, "ada@example.org").await;
        accounts::resets(&ctx, &token).await.unwrap();
        reset(&ctx, &token, OTHER_PASSWORD).await.unwrap();

        assert_eq!(accounts::authenticate(&ctx, &ada.token).await.unwrap(), None, "all devices are signed out");
        assert!(try_sign_in(&ctx, "ada@example.org", PASSWORD).await.is_err());
        let again = try_sign_in(&ctx, "ada@example.org", OTHER_PASSWORD).await.unwrap();
        assert!(again.actor.verified, "who could read the mail has the address");
        assert_eq!(mail_to(&ctx, "ada@example.org").await.subject, "Your password was changed");

        assert!(is_refused(reset(&ctx, &token, PASSWORD).await, Refusal::TokenInvalid), "once");
        assert!(is_refused(accounts::resets(&ctx, &token).await, Refusal::TokenInvalid));
    }

    async fn forgetting_tells_nobody_whether_there_is_an_account(db) {
        let Stage { mut ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        // With the delay that the real thing has: both answers come when it is over.
        ctx.limits = std::sync::Arc::default();
        for email in ["ada@example.org", "nobody@example.org"] {
            let before = std::time::Instant::now();
            accounts::forgot(&ctx, &client(), email).await.unwrap();
            assert!(before.elapsed() >= std::time::Duration::from_millis(300), "{email}");
        }
        let mails = mails(&ctx).await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to_email, "ada@example.org");
        let error = accounts::forgot(&ctx, &client(), "nobody").await.unwrap_err();
        assert_eq!(problems(&error), [("email", &ProblemCode::NotAnEmail)]);
    }

    async fn the_link_works_for_an_hour(db) {
        let Stage { ctx, clock } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let late = reset_token(&ctx, "ada@example.org").await;
        clock.advance(Duration::hours(1));
        assert!(is_refused(reset(&ctx, &late, OTHER_PASSWORD).await, Refusal::TokenInvalid));
        let in_time = reset_token(&ctx, "ada@example.org").await;
        clock.advance(Duration::minutes(59));
        reset(&ctx, &in_time, OTHER_PASSWORD).await.unwrap();
    }

    async fn a_weak_password_leaves_the_link_usable(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let token = reset_token(&ctx, "ada@example.org").await;
        let weak = reset(&ctx, &token, "AdaLovelace").await.unwrap_err();
        assert_eq!(problems(&weak), [("password", &ProblemCode::CommonPassword)]);
        reset(&ctx, &token, OTHER_PASSWORD).await.unwrap();
    }

    async fn of_two_resets_at_once_one_counts(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let token = reset_token(&ctx, "ada@example.org").await;
        let tries: Vec<_> = (0..6)
            .map(|n| {
                let (ctx, token) = (ctx.clone(), token.clone());
                tokio::spawn(async move { reset(&ctx, &token, &format!("{OTHER_PASSWORD}-{n}")).await })
            })
            .collect();
        let mut won = 0;
        for one in tries {
            match one.await.unwrap() {
                Ok(()) => won += 1,
                Err(e) => assert!(is_refused::<()>(Err(e), Refusal::TokenInvalid)),
            }
        }
        assert_eq!(won, 1);
        assert_eq!(mails(&ctx).await.len(), 1);
    }

    async fn changing_the_password_needs_the_present_one_and_signs_others_out(db) {
        let Stage { ctx, .. } = stage(db);
        let here = member(&ctx, "ada@example.org").await;
        let there = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        let forgotten = reset_token(&ctx, "ada@example.org").await;

        let wrong = accounts::change_password(&ctx, &here.actor, "not the password", OTHER_PASSWORD).await.unwrap_err();
        assert_eq!(problems(&wrong), [("current_password", &ProblemCode::WrongPassword)]);
        let empty = accounts::change_password(&ctx, &here.actor, "", OTHER_PASSWORD).await.unwrap_err();
        assert_eq!(problems(&empty), [("current_password", &ProblemCode::Required)]);
        let weak = accounts::change_password(&ctx, &here.actor, PASSWORD, "qwertyuiop").await.unwrap_err();
        assert_eq!(problems(&weak), [("new_password", &ProblemCode::CommonPassword)]);
        assert!(accounts::authenticate(&ctx, &there.token).await.unwrap().is_some(), "nothing has happened yet");

        accounts::change_password(&ctx, &here.actor, PASSWORD, OTHER_PASSWORD).await.unwrap();
        assert!(accounts::authenticate(&ctx, &here.token).await.unwrap().is_some());
        assert_eq!(accounts::authenticate(&ctx, &there.token).await.unwrap(), None);
        assert!(try_sign_in(&ctx, "ada@example.org", PASSWORD).await.is_err());
        try_sign_in(&ctx, "ada@example.org", OTHER_PASSWORD).await.unwrap();
        assert_eq!(mail_to(&ctx, "ada@example.org").await.subject, "Your password was changed");
        assert!(is_refused(reset(&ctx, &forgotten, PASSWORD).await, Refusal::TokenInvalid), "older mails have lost their power");
    }

    async fn of_two_changes_at_once_one_counts(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        let tries = (0..4).map(|n| {
            let (ctx, actor) = (ctx.clone(), ada.actor.clone());
            async move { accounts::change_password(&ctx, &actor, PASSWORD, &format!("{OTHER_PASSWORD}-{n}")).await }
        });
        let answers = service::testing::at_once(tries.collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
        for error in answers.into_iter().filter_map(Result::err) {
            assert_eq!(problems(&error), [("current_password", &ProblemCode::WrongPassword)]);
        }
        assert_eq!(mails(&ctx).await.len(), 1);
    }

    async fn asking_again_takes_nobodys_link_away(db) {
        let Stage { ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let hers = reset_token(&ctx, "ada@example.org").await;
        let others = reset_token(&ctx, "ada@example.org").await;
        accounts::resets(&ctx, &others).await.unwrap();
        reset(&ctx, &hers, OTHER_PASSWORD).await.unwrap();
        assert!(is_refused(accounts::resets(&ctx, &others).await, Refusal::TokenInvalid), "the new password ends the others");
    }
}
