//! Favourites: whose, whom, and how often.

use super::*;
use domain::enrolments::EnrolmentStatus;
use store::both;

both! {
    async fn they_are_ones_own_and_can_be_given_up(db) {
        let fixture = Fixture::new(db).await;
        let (ctx, slug) = (&fixture.stage.ctx, fixture.program.slug.as_str());
        let other = fixture.stage.person("Bo").await;
        fixture.stage.mentee(&fixture.program, &other).await;
        for _ in 0..2 {
            mentors::favour(ctx, &fixture.mentee, slug, fixture.zoe.id, true).await.unwrap();
        }
        assert_eq!(fixture.found("favourites=true").await, ["Zoë Wren"]);
        assert_eq!(fixture.card(&fixture.mentee, &fixture.zoe).await.favourite, Some(true));
        assert_eq!(fixture.card(&other, &fixture.zoe).await.favourite, Some(false));
        for _ in 0..2 {
            mentors::favour(ctx, &fixture.mentee, slug, fixture.zoe.id, false).await.unwrap();
        }
        assert_eq!(fixture.list(&fixture.mentee, "favourites=true").await.unwrap().found, 0);
    }

    async fn only_mentors_who_can_be_found_are_kept(db) {
        let fixture = Fixture::new(db).await;
        let keep = |mentor| mentors::favour(&fixture.stage.ctx, &fixture.mentee, &fixture.program.slug, mentor, true);
        let other = fixture.stage.person("Bo").await;
        fixture.stage.mentee(&fixture.program, &other).await;
        assert!(matches!(keep(other.id).await, Err(Error::NotFound)), "no mentor");
        assert!(matches!(keep(fixture.mentee.id).await, Err(Error::Forbidden)), "oneself");
        fixture.stage.enrolment_is(&fixture.program, &fixture.noor, EnrolmentStatus::Left).await;
        assert!(matches!(keep(fixture.noor.id).await, Err(Error::NotFound)), "gone");
        assert!(matches!(keep(fixture.stage.ctx.id()).await, Err(Error::NotFound)), "nobody");
    }
}
