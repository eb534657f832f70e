//! Who coordinates a program.

use super::{World, problem, refusal};
use domain::organisations::OrgRole;
use domain::{ProblemCode, Refusal};
use service::{Error, programs};

store::both! {
    async fn a_member_or_a_participant_is_named_and_told(db) {
        let w = World::new(db).await;
        programs::add_coordinator(&w.stage.ctx, &w.carla, "career", " Mia@Example.org ").await.unwrap();
        programs::add_coordinator(&w.stage.ctx, &w.carla, "career", "mia@example.org").await.unwrap();
        assert_eq!(w.stage.told(&w.member).await, ["program_coordinator"], "once");
        assert!(programs::overview(&w.stage.ctx, &w.member, "career").await.is_ok());
        let community = w.stage.program("community").open().await;
        w.stage.coordinator(&community, &w.outsider).await;
        w.stage.mentor(&community, &w.other, 1).await;
        programs::add_coordinator(&w.stage.ctx, &w.outsider, "community", "olga@example.org").await.unwrap();
        assert!(programs::overview(&w.stage.ctx, &w.other, "community").await.is_ok());
    }

    async fn nobody_from_elsewhere_is_named(db) {
        let w = World::new(db).await;
        for address in ["otto@example.org", "olga@example.org", "nobody@example.org"] {
            let answer = programs::add_coordinator(&w.stage.ctx, &w.carla, "career", address).await;
            assert_eq!(problem(answer), ("email".to_owned(), ProblemCode::NobodyHere), "{address}");
        }
        let answer = programs::add_coordinator(&w.stage.ctx, &w.carla, "career", "mia").await;
        assert_eq!(problem(answer), ("email".to_owned(), ProblemCode::NotAnEmail));
    }

    async fn the_last_one_stays_unless_a_manager_is_there(db) {
        let w = World::new(db).await;
        let community = w.stage.program("community").open().await;
        w.stage.coordinator(&community, &w.outsider).await;
        let leave = async |slug: &str, who: &service::Actor| programs::remove_coordinator(&w.stage.ctx, who, slug, who.id).await;
        assert_eq!(refusal(leave("community", &w.outsider).await), Refusal::LastCoordinator);
        assert!(programs::overview(&w.stage.ctx, &w.outsider, "community").await.is_ok(), "nothing was written");
        leave("career", &w.carla).await.unwrap();
        assert!(matches!(programs::overview(&w.stage.ctx, &w.carla, "career").await, Err(Error::Forbidden)));
        // An organisation without a manager.
        let bare = w.stage.organisation("bare").await;
        let program = w.stage.program("alone").of(bare).open().await;
        w.stage.member(bare, &w.carla, OrgRole::Member).await;
        w.stage.coordinator(&program, &w.carla).await;
        assert_eq!(refusal(leave("alone", &w.carla).await), Refusal::LastCoordinator);
    }

    async fn of_two_who_take_each_other_away_one_stays(db) {
        let w = World::new(db).await;
        let community = w.stage.program("community").open().await;
        w.stage.coordinator(&community, &w.outsider).await;
        w.stage.coordinator(&community, &w.other).await;
        let (a, b) = tokio::join!(
            programs::remove_coordinator(&w.stage.ctx, &w.outsider, "community", w.other.id),
            programs::remove_coordinator(&w.stage.ctx, &w.other, "community", w.outsider.id),
        );
        assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    }
}
