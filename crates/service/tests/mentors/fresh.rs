//! What is kept in memory is never older than what happened: everything that changes the list shows at once.

use super::*;
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use store::both;

/// A request long enough.
const TEXT: &str = "Would you help me to lead a small team?";

both! {
    async fn a_changed_profile_shows_at_once(db) {
        let fixture = Fixture::new(db).await;
        assert_eq!(fixture.found("").await[0], "Noor Haddad");
        fixture.describe(&fixture.zoe, Profile { offered: &["leading-a-team", "public-speaking"], languages: &["en", "fr"], ..Profile::default() }).await;
        assert_eq!(fixture.found("").await[0], "Zoë Wren");
        fixture.describe(&fixture.mentee, Profile { languages: &["de"], ..Profile::default() }).await;
        assert_eq!(fixture.found("").await[0], "Tam Albers", "also the reader's own");
    }

    async fn room_follows_mentorships(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        let room = async || fixture.card(&fixture.zoe, &fixture.noor).await.room;
        assert_eq!(room().await, 2);
        let request = service::requests::ask(ctx, &fixture.mentee, &fixture.program.slug, fixture.noor.id, TEXT).await.unwrap();
        assert_eq!(room().await, 2, "asking takes no place");
        let mentorship = service::requests::accept(ctx, Some(&fixture.noor), request, "").await.unwrap();
        assert_eq!(room().await, 1);
        service::mentorships::end_early(ctx, &fixture.noor, mentorship, "It did not work out.").await.unwrap();
        assert_eq!(room().await, 2);
        let coordinator = fixture.stage.person("Cora").await;
        fixture.stage.coordinator(&fixture.program, &coordinator).await;
        let (mentee, mentor) = (fixture.mentee.id.to_string(), fixture.noor.id.to_string());
        let mentorship = service::pairs::pair(ctx, &coordinator, &fixture.program.slug, &mentee, &mentor).await.unwrap();
        assert_eq!(room().await, 1);
        service::mentorships::complete(ctx, &fixture.mentee, mentorship).await.unwrap();
        assert_eq!(room().await, 2);
    }

    async fn who_comes_and_goes_shows_at_once(db) {
        let fixture = Fixture::new(db).await;
        assert_eq!(fixture.found("").await.len(), 3);
        let new = fixture.stage.person("Uma").await;
        fixture.stage.mentor(&fixture.program, &new, 1).await;
        assert_eq!(fixture.found("").await.len(), 4);
        fixture.stage.enrolment_is(&fixture.program, &new, EnrolmentStatus::Removed).await;
        assert_eq!(fixture.found("").await.len(), 3);
    }

    async fn when_the_clocks_change_so_do_the_hours_in_common(db) {
        let fixture = Fixture::new(db).await;
        fixture.describe(&fixture.tam, Profile { zone: "Europe/Berlin", ..Profile::default() }).await;
        let hours = async || sentence(&fixture.card(&fixture.mentee, &fixture.tam).await);
        assert!(hours().await.contains("14 waking hours"), "winter in Berlin");
        fixture.stage.clock.advance(Duration::days(30));
        assert!(hours().await.contains("13 waking hours"), "summer in Berlin");
    }

    async fn many_readers_at_once_see_the_same(db) {
        let fixture = std::sync::Arc::new(Fixture::new(db).await);
        let readers: Vec<_> = (0..20)
            .map(|_| {
                let fixture = fixture.clone();
                tokio::spawn(async move { fixture.found("").await })
            })
            .collect();
        for reader in readers {
            assert_eq!(reader.await.unwrap(), ["Noor Haddad", "Zoë Wren", "Tam Albers"]);
        }
    }
}
