//! Changing the address.

use super::*;
use domain::accounts::email_key;
use store::both;

async fn owner(ctx: &Ctx, email: &str) -> Option<domain::PersonId> {
    store::accounts::by_email_key(&mut ctx.read().await.unwrap(), &email_key(email)).await.unwrap().map(|a| a.id)
}

both! {
    async fn another_address_counts_when_it_is_confirmed(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "old@example.org").await;
        mails(&ctx).await;
        accounts::change_email(&ctx, &ada.actor, "new@example.org", PASSWORD).await.unwrap();
        let sent = mails(&ctx).await;
        assert_eq!(sent.iter().map(|m| m.to_email.as_str()).collect::<std::collections::BTreeSet<_>>(), ["new@example.org", "old@example.org"].into());
        let note = sent.iter().find(|m| m.to_email == "old@example.org").unwrap();
        assert!(note.body_text.contains("new@example.org") && !note.body_text.contains("/verify/"));
        let token = token_in(sent.iter().find(|m| m.to_email == "new@example.org").unwrap(), "verify");

        let settings = accounts::settings(&ctx, &ada.actor).await.unwrap();
        assert_eq!((settings.email.as_str(), settings.pending_email.as_deref()), ("old@example.org", Some("new@example.org")));
        confirm(&ctx, &token).await.unwrap();
        let settings = accounts::settings(&ctx, &ada.actor).await.unwrap();
        assert_eq!((settings.email.as_str(), settings.pending_email), ("new@example.org", None));
        assert!(try_sign_in(&ctx, "old@example.org", PASSWORD).await.is_err());
        try_sign_in(&ctx, "new@example.org", PASSWORD).await.unwrap();
        assert!(is_refused(confirm(&ctx, &token).await, Refusal::TokenInvalid));
    }

    async fn whoever_is_signed_in_needs_no_password_to_confirm_and_everybody_else_does(db) {
        let Stage { ctx, .. } = stage(db);
        let (ada, bob) = (member(&ctx, "ada@example.org").await, member(&ctx, "bob@example.org").await);
        mails(&ctx).await;
        accounts::change_email(&ctx, &ada.actor, "new@example.org", PASSWORD).await.unwrap();
        let token = token_in(&mail_to(&ctx, "new@example.org").await, "verify");
        for (actor, asks) in [(None, Confirming::WithPassword), (Some(&bob.actor), Confirming::WithPassword), (Some(&ada.actor), Confirming::AtOnce)] {
            assert_eq!(accounts::confirms(&ctx, actor, &token).await.unwrap(), asks);
        }
        let stranger = accounts::confirm(&ctx, &client(), Some(&bob.actor), &token, OTHER_PASSWORD, None).await.unwrap_err();
        assert_eq!(problems(&stranger), [("password", &ProblemCode::WrongPassword)]);
        let session = accounts::confirm(&ctx, &client(), Some(&ada.actor), &token, "", Some(&ada.token)).await.unwrap();
        assert!(session.is_none(), "they stay signed in as they were");
        assert_eq!(owner(&ctx, "new@example.org").await, Some(ada.actor.id));
    }

    async fn what_has_ended_meanwhile_changes_nothing(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        accounts::sign_out(&ctx, &ada.token).await.unwrap();
        let gone = accounts::change_email(&ctx, &ada.actor, "new@example.org", PASSWORD).await;
        assert!(matches!(gone, Err(Error::SignInNeeded)), "{gone:?}");
        let gone = accounts::change_password(&ctx, &ada.actor, PASSWORD, OTHER_PASSWORD).await;
        assert!(matches!(gone, Err(Error::SignInNeeded)), "{gone:?}");
        assert!(mails(&ctx).await.is_empty());
        try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
    }

    async fn the_present_password_is_needed(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        let wrong = accounts::change_email(&ctx, &ada.actor, "new@example.org", OTHER_PASSWORD).await.unwrap_err();
        assert_eq!(problems(&wrong), [("email_password", &ProblemCode::WrongPassword)]);
        let empty = accounts::change_email(&ctx, &ada.actor, "nonsense", "").await.unwrap_err();
        assert_eq!(problems(&empty), [("new_email", &ProblemCode::NotAnEmail), ("email_password", &ProblemCode::Required)]);
        assert!(mails(&ctx).await.is_empty());
    }

    async fn somebody_elses_address_is_not_given_away_and_not_told(db) {
        let Stage { ctx, .. } = stage(db);
        let bob = member(&ctx, "bob@example.org").await;
        let mallory = member(&ctx, "mallory@example.org").await;
        mails(&ctx).await;
        accounts::change_email(&ctx, &mallory.actor, "Bob@example.org", PASSWORD).await.unwrap();
        let sent = mails(&ctx).await;
        assert!(sent.iter().all(|m| !m.body_text.contains("/verify/")), "no link leads to Bob's address");
        assert_eq!(sent.iter().find(|m| m.to_email == "bob@example.org").unwrap().subject, "You already have an account");
        assert!(sent.iter().any(|m| m.to_email == "mallory@example.org"));
        let seen = accounts::settings(&ctx, &mallory.actor).await.unwrap();
        assert_eq!(seen.pending_email.as_deref(), Some("Bob@example.org"), "the page looks as it always does");
        assert_eq!(owner(&ctx, "bob@example.org").await, Some(bob.actor.id));
    }

    async fn an_address_taken_meanwhile_stays_with_its_owner(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        accounts::change_email(&ctx, &ada.actor, "new@example.org", PASSWORD).await.unwrap();
        let token = token_in(&mail_to(&ctx, "new@example.org").await, "verify");
        let other = member(&ctx, "new@example.org").await;
        assert!(is_refused(confirm(&ctx, &token).await, Refusal::TokenInvalid));
        assert_eq!(owner(&ctx, "new@example.org").await, Some(other.actor.id));
        assert_eq!(owner(&ctx, "ada@example.org").await, Some(ada.actor.id));
    }

    async fn a_new_password_stops_a_change_of_address_on_its_way(db) {
        let Stage { ctx, .. } = stage(db);
        let ada = member(&ctx, "ada@example.org").await;
        mails(&ctx).await;
        // Somebody who knows the password tries to take the account; its owner reads the note and resets the password.
        accounts::change_email(&ctx, &ada.actor, "mallory@example.org", PASSWORD).await.unwrap();
        let stolen = token_in(&mail_to(&ctx, "mallory@example.org").await, "verify");
        accounts::forgot(&ctx, &client(), "ada@example.org").await.unwrap();
        let link = token_in(&mail_to(&ctx, "ada@example.org").await, "reset");
        reset(&ctx, &link, OTHER_PASSWORD).await.unwrap();
        assert!(is_refused(confirm(&ctx, &stolen).await, Refusal::TokenInvalid));
        assert_eq!(owner(&ctx, "ada@example.org").await, Some(ada.actor.id));
    }
}
