//! The link to join by, replaced by another one; and who may do so.

use super::World;
use domain::programs::JoinPolicy;
use service::{Error, enrolments, programs};
use store::testing::changes;

store::both! {
    async fn a_new_link_opens_and_the_one_before_does_not(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        changes::program_admits(&mut tx, w.program.id, JoinPolicy::Link, false).await;
        tx.commit().await.unwrap();
        let before = w.row().await.join_token;
        programs::renew_join_link(ctx, &w.carla, "career").await.unwrap();
        let after = w.row().await.join_token;
        assert_ne!(before, after);
        assert_eq!(after.len(), 43, "256 bits");
        assert!(programs::overview(ctx, &w.carla, "career").await.unwrap().join_link.ends_with(&format!("?token={after}")));
        assert!(matches!(enrolments::join_page(ctx, &w.outsider, "career", &before).await, Err(Error::NotFound)));
        enrolments::join_page(ctx, &w.outsider, "career", &after).await.unwrap();
        let events = store::events::of_program(&mut ctx.read().await.unwrap(), w.program.id, 1).await.unwrap();
        assert_eq!((events[0].kind.as_str(), events[0].actor_id), ("program.join_link_renewed", Some(w.carla.id)));
    }

    async fn only_coordinators_renew_it(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let before = w.row().await.join_token;
        assert!(matches!(programs::renew_join_link(ctx, &w.member, "career").await, Err(Error::Forbidden)));
        for who in [&w.outsider, &w.other] {
            assert!(matches!(programs::renew_join_link(ctx, who, "career").await, Err(Error::NotFound)));
        }
        assert_eq!(w.row().await.join_token, before);
        programs::renew_join_link(ctx, &w.admin, "career").await.unwrap();
    }
}
