//! Who signed in, and who failed to, in the audit log of their organisations.

use super::*;
use domain::organisations::OrgRole;
use service::organisations;
use store::both;
use store::testing::rows;

both! {
    async fn signing_in_and_failing_to_stand_in_the_audit_log_with_person_and_network(db) {
        let stage = stage(db);
        let ctx = &stage.ctx;
        let acme = stage.organisation("acme").await;
        let globex = stage.organisation("globex").await;
        let owner = stage.person("Olga").await;
        stage.member(acme, &owner, OrgRole::Owner).await;
        stage.member(globex, &owner, OrgRole::Owner).await;
        confirmed(ctx, "ada@example.org").await;
        let ada = store::accounts::by_email_key(&mut ctx.read().await.unwrap(), "ada@example.org").await.unwrap().unwrap().id;
        let mut tx = ctx.write().await.unwrap();
        rows::member(&mut tx, acme, ada, OrgRole::Member).await;
        tx.commit().await.unwrap();

        try_sign_in(ctx, "ada@example.org", "a wrong password").await.unwrap_err();
        try_sign_in(ctx, "nobody@example.org", "a wrong password").await.unwrap_err();
        try_sign_in(ctx, "ada@example.org", PASSWORD).await.unwrap();
        let lines = async |slug: &str, family: &str| {
            let page = organisations::audit(ctx, &owner, slug, family, None, None).await.unwrap();
            page.events.into_iter().map(|e| (e.what, e.who.map(|(_, name)| name), e.whom, e.network)).collect::<Vec<_>>()
        };
        let network = || Some("192.0.2.7".to_owned());
        let expected = [
            ("Signed in".to_owned(), Some("Ada Lovelace".to_owned()), vec![], network()),
            ("Sign-in failed".to_owned(), None, vec!["Ada Lovelace".to_owned()], network()),
        ];
        assert_eq!(lines("acme", "account").await, expected);
        assert_eq!(lines("acme", "").await, expected);
        assert!(lines("globex", "").await.is_empty(), "other organisations learn nothing");
        assert!(lines("acme", "member").await.is_empty());
        let glance = organisations::admin(ctx, &owner, "acme").await.unwrap();
        assert!(glance.events.is_empty(), "what happened lately is not who signed in");
    }

    async fn guesses_do_not_fill_the_audit_log_and_old_ones_go(db) {
        let Stage { ctx, clock } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let noted = async || {
            let mut tx = ctx.read().await.unwrap();
            store::testing::changes::count(&mut tx, "events").await
        };
        let before = noted().await;
        for _ in 0..40 {
            clock.advance(Duration::seconds(30));
            try_sign_in(&ctx, "ada@example.org", "a wrong password").await.unwrap_err();
        }
        assert_eq!(noted().await, before + 10);
        try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        clock.advance(Duration::days(181));
        accounts::clean_up(&ctx).await.unwrap();
        assert_eq!(noted().await, before, "what else happened stays");
    }
}
