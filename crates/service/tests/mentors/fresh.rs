//! What is kept in memory is never older than what happened: everything that changes the list shows at once.

use super::*;
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use store::both;

/// A request long enough.
const TEXT: &str = "Would you help me to lead a small team?";

both! {
    async fn a_changed_profile_shows_at_once(db) {
        let scene = Scene::new(db).await;
        assert_eq!(scene.found("").await[0], "Noor Haddad");
        scene.describe(&scene.zoe, Profile { offered: &["leading-a-team", "public-speaking"], languages: &["en", "fr"], ..Profile::default() }).await;
        assert_eq!(scene.found("").await[0], "Zoë Wren");
        scene.describe(&scene.mentee, Profile { languages: &["de"], ..Profile::default() }).await;
        assert_eq!(scene.found("").await[0], "Tam Albers", "also the reader's own");
    }

    async fn room_follows_mentorships(db) {
        let scene = Scene::new(db).await;
        let ctx = &scene.stage.ctx;
        let room = async || scene.card(&scene.zoe, &scene.noor).await.room;
        assert_eq!(room().await, 2);
        let request = service::requests::ask(ctx, &scene.mentee, &scene.program.slug, scene.noor.id, TEXT).await.unwrap();
        assert_eq!(room().await, 2, "asking takes no place");
        let mentorship = service::requests::accept(ctx, Some(&scene.noor), request, "").await.unwrap();
        assert_eq!(room().await, 1);
        service::mentorships::end_early(ctx, &scene.noor, mentorship, "It did not work out.").await.unwrap();
        assert_eq!(room().await, 2);
        let coordinator = scene.stage.person("Cora").await;
        scene.stage.coordinator(&scene.program, &coordinator).await;
        let (mentee, mentor) = (scene.mentee.id.to_string(), scene.noor.id.to_string());
        let mentorship = service::requests::pair(ctx, &coordinator, &scene.program.slug, &mentee, &mentor).await.unwrap();
        assert_eq!(room().await, 1);
        service::mentorships::complete(ctx, &scene.mentee, mentorship).await.unwrap();
        assert_eq!(room().await, 2);
    }

    async fn who_comes_and_goes_shows_at_once(db) {
        let scene = Scene::new(db).await;
        assert_eq!(scene.found("").await.len(), 3);
        let new = scene.stage.person("Uma").await;
        scene.stage.mentor(&scene.program, &new, 1).await;
        assert_eq!(scene.found("").await.len(), 4);
        scene.stage.enrolment_is(&scene.program, &new, EnrolmentStatus::Removed).await;
        assert_eq!(scene.found("").await.len(), 3);
    }

    async fn when_the_clocks_change_so_do_the_hours_in_common(db) {
        let scene = Scene::new(db).await;
        scene.describe(&scene.tam, Profile { zone: "Europe/Berlin", ..Profile::default() }).await;
        let hours = async || sentence(&scene.card(&scene.mentee, &scene.tam).await);
        assert!(hours().await.contains("14 waking hours"), "winter in Berlin");
        scene.stage.clock.advance(Duration::days(30));
        assert!(hours().await.contains("13 waking hours"), "summer in Berlin");
    }

    async fn many_readers_at_once_see_the_same(db) {
        let scene = std::sync::Arc::new(Scene::new(db).await);
        let readers: Vec<_> = (0..20)
            .map(|_| {
                let scene = scene.clone();
                tokio::spawn(async move { scene.found("").await })
            })
            .collect();
        for reader in readers {
            assert_eq!(reader.await.unwrap(), ["Noor Haddad", "Zoë Wren", "Tam Albers"]);
        }
    }
}
