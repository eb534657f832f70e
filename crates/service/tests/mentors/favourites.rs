//! Favourites: whose, whom, and how often.

use super::*;
use domain::enrolments::EnrolmentStatus;
use store::both;

both! {
    async fn they_are_ones_own_and_can_be_given_up(db) {
        let scene = Scene::new(db).await;
        let (ctx, slug) = (&scene.stage.ctx, scene.program.slug.as_str());
        let other = scene.stage.person("Bo").await;
        scene.stage.mentee(&scene.program, &other).await;
        for _ in 0..2 {
            mentors::favour(ctx, &scene.mentee, slug, scene.zoe.id, true).await.unwrap();
        }
        assert_eq!(scene.found("favourites=true").await, ["Zoë Wren"]);
        assert_eq!(scene.card(&scene.mentee, &scene.zoe).await.favourite, Some(true));
        assert_eq!(scene.card(&other, &scene.zoe).await.favourite, Some(false));
        for _ in 0..2 {
            mentors::favour(ctx, &scene.mentee, slug, scene.zoe.id, false).await.unwrap();
        }
        assert_eq!(scene.list(&scene.mentee, "favourites=true").await.unwrap().found, 0);
    }

    async fn only_mentors_who_can_be_found_are_kept(db) {
        let scene = Scene::new(db).await;
        let keep = |mentor| mentors::favour(&scene.stage.ctx, &scene.mentee, &scene.program.slug, mentor, true);
        let other = scene.stage.person("Bo").await;
        scene.stage.mentee(&scene.program, &other).await;
        assert!(matches!(keep(other.id).await, Err(Error::NotFound)), "no mentor");
        assert!(matches!(keep(scene.mentee.id).await, Err(Error::Forbidden)), "oneself");
        scene.stage.enrolment_is(&scene.program, &scene.noor, EnrolmentStatus::Left).await;
        assert!(matches!(keep(scene.noor.id).await, Err(Error::NotFound)), "gone");
        assert!(matches!(keep(scene.stage.ctx.id()).await, Err(Error::NotFound)), "nobody");
    }
}
