//! A program's picture.

use super::{World, problem};
use domain::ProblemCode;
use service::programs;

/// A small PNG.
fn png() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(40, 20).write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

store::both! {
    async fn it_replaces_the_one_before_and_can_be_taken_away(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        programs::set_picture(ctx, &w.carla, "career", png()).await.unwrap();
        let first = w.row().await.picture_id.unwrap();
        assert!(service::pictures::show(ctx, Some(&w.member), first).await.is_ok());
        assert!(service::pictures::show(ctx, Some(&w.outsider), first).await.is_err(), "walls hold for pictures too");
        programs::set_picture(ctx, &w.carla, "career", png()).await.unwrap();
        let second = w.row().await.picture_id.unwrap();
        assert_ne!(first, second);
        assert!(service::pictures::show(ctx, Some(&w.member), first).await.is_err(), "the one before is gone");
        programs::remove_picture(ctx, &w.carla, "career").await.unwrap();
        assert_eq!(w.row().await.picture_id, None);
    }

    async fn what_is_no_picture_is_said(db) {
        let w = World::new(db).await;
        let answer = programs::set_picture(&w.stage.ctx, &w.carla, "career", b"<svg/>".to_vec()).await;
        assert_eq!(problem(answer), ("picture".to_owned(), ProblemCode::NotAPicture));
        let answer = programs::set_picture(&w.stage.ctx, &w.carla, "career", Vec::new()).await;
        assert_eq!(problem(answer), ("picture".to_owned(), ProblemCode::Required));
    }
}
