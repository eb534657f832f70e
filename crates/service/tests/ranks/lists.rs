//! One's own lists: adding, moving, taking out, and who may not.

use super::{Scene, names};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::goals::Direction;
use domain::mentors::MentorSearch;
use domain::programs::ProgramStatus;
use domain::ranks::RankSide::{Mentees, Mentors};
use domain::ranks::views::CardWish;
use service::testing::{at_once, problems, refusal};
use service::{Error, mentors, ranks};

store::both! {
    async fn wishes_are_added_moved_and_taken_out(db) {
        let scene = Scene::new(db).await;
        let ctx = &scene.stage.ctx;
        scene.wish(&scene.amara, &[&scene.noor, &scene.max]).await;
        assert_eq!(names(&scene.add(&scene.amara, Mentors, scene.zoe.id).await.unwrap()), ["Noor", "Max", "Zoe"]);
        assert_eq!(names(&scene.add(&scene.amara, Mentors, scene.noor.id).await.unwrap()), ["Noor", "Max", "Zoe"], "once is enough");
        let moved = ranks::shift(ctx, &scene.amara, "career", Mentors, scene.zoe.id, Direction::Up).await.unwrap();
        assert_eq!(names(&moved), ["Noor", "Zoe", "Max"]);
        let left = ranks::remove(ctx, &scene.amara, "career", Mentors, scene.noor.id).await.unwrap();
        assert_eq!(names(&left), ["Zoe", "Max"]);
        assert_eq!(names(&ranks::remove(ctx, &scene.amara, "career", Mentors, scene.noor.id).await.unwrap()), ["Zoe", "Max"]);
        let page = scene.page(&scene.amara).await;
        assert_eq!(page.mentors.unwrap(), left.people);
        assert_eq!((page.mentees, page.over, page.paused), (None, false, false));
        assert!(scene.page(&scene.mia).await.mentors.unwrap().is_empty(), "they are one's own");
        for ranked in [&scene.zoe, &scene.max] {
            assert!(scene.stage.told(ranked).await.is_empty() && scene.stage.mailed(ranked).await.is_empty(), "nobody is told");
        }
    }

    async fn a_mentor_wishes_for_mentees_and_finds_them(db) {
        let scene = Scene::new(db).await;
        let found = scene.page(&scene.noor).await.found;
        assert_eq!(found.cards.iter().map(|card| card.face.name.as_str()).collect::<Vec<_>>(), ["Amara", "Mia"]);
        assert_eq!(names(&scene.add(&scene.noor, Mentees, scene.mia.id).await.unwrap()), ["Mia"]);
        let page = scene.page(&scene.noor).await;
        assert_eq!((page.mentors, page.mentees.unwrap().len(), page.found.more), (None, 1, 0));
        let some = ranks::page(&scene.stage.ctx, &scene.noor, "career", " mAR ").await.unwrap().found;
        assert_eq!((some.cards.len(), some.words.as_str()), (1, "mAR"));
        assert!(scene.page(&scene.amara).await.found.cards.is_empty(), "a mentee is shown no mentees");
    }

    async fn the_list_is_full_with_five(db) {
        let scene = Scene::new(db).await;
        scene.wish(&scene.amara, &[&scene.noor, &scene.max, &scene.zoe]).await;
        let mut more = Vec::new();
        for n in 0..3 {
            let mentor = scene.stage.person(&format!("More {n}")).await;
            scene.stage.mentor(&scene.program, &mentor, 1).await;
            more.push(mentor);
        }
        scene.wish(&scene.amara, &[&more[0], &more[1]]).await;
        assert_eq!(problems(scene.add(&scene.amara, Mentors, more[2].id).await), ["person"]);
        let cards = mentors::list(&scene.stage.ctx, &scene.amara, "career", MentorSearch::default()).await.unwrap().cards;
        let wish = |id| cards.iter().find(|card| card.id == id).unwrap().wish;
        assert_eq!((wish(scene.max.id), wish(more[2].id)), (CardWish::Place(2), CardWish::Full));
        // Somebody leaves: the gap closes, and there is a place again.
        scene.stage.enrolment_is(&scene.program, &scene.noor, EnrolmentStatus::Left).await;
        assert_eq!(names(&scene.add(&scene.amara, Mentors, more[2].id).await.unwrap()), ["Max", "Zoe", "More 0", "More 1", "More 2"]);
    }

    async fn whoever_takes_a_break_keeps_their_wishes_and_their_place(db) {
        let scene = Scene::new(db).await;
        scene.wish(&scene.amara, &[&scene.noor, &scene.max]).await;
        scene.stage.enrolment_is(&scene.program, &scene.noor, EnrolmentStatus::Paused).await;
        scene.stage.enrolment_is(&scene.program, &scene.amara, EnrolmentStatus::Paused).await;
        let page = scene.page(&scene.amara).await;
        assert!(page.paused && page.mentors.unwrap()[0].paused);
        assert!(matches!(scene.add(&scene.mia, Mentors, scene.noor.id).await, Err(Error::NotFound)), "nobody new is added to a break");
    }

    async fn a_program_that_is_over_is_only_read(db) {
        let scene = Scene::new(db).await;
        let ctx = &scene.stage.ctx;
        scene.wish(&scene.amara, &[&scene.noor]).await;
        scene.stage.program_is(&scene.program, ProgramStatus::Completed).await;
        let page = scene.page(&scene.amara).await;
        assert_eq!((page.over, page.mentors.unwrap().len()), (true, 1));
        assert_eq!(refusal(scene.add(&scene.amara, Mentors, scene.max.id).await), Refusal::ProgramOver);
        assert_eq!(refusal(ranks::remove(ctx, &scene.amara, "career", Mentors, scene.noor.id).await), Refusal::ProgramOver);
        assert_eq!(refusal(ranks::shift(ctx, &scene.amara, "career", Mentors, scene.noor.id, Direction::Up).await), Refusal::ProgramOver);
    }

    async fn one_wishes_for_others_who_take_part_on_the_other_side(db) {
        let scene = Scene::new(db).await;
        assert!(matches!(scene.add(&scene.amara, Mentors, scene.mia.id).await, Err(Error::NotFound)), "no mentor");
        assert!(matches!(scene.add(&scene.noor, Mentees, scene.max.id).await, Err(Error::NotFound)), "no mentee");
        assert!(matches!(scene.add(&scene.amara, Mentors, scene.otto.id).await, Err(Error::NotFound)), "takes no part");
        let both = scene.stage.person("Bea").await;
        scene.stage.mentor_and_mentee(&scene.program, &both, 1).await;
        assert!(matches!(scene.add(&both, Mentors, both.id).await, Err(Error::Forbidden)), "oneself");
        scene.add(&both, Mentors, scene.noor.id).await.unwrap();
        scene.add(&both, Mentees, scene.mia.id).await.unwrap();
        let page = scene.page(&both).await;
        assert_eq!((page.mentors.unwrap().len(), page.mentees.unwrap().len()), (1, 1), "two lists");
    }

    async fn who_has_no_such_list_may_not(db) {
        let scene = Scene::new(db).await;
        let ctx = &scene.stage.ctx;
        scene.wish(&scene.amara, &[&scene.noor]).await;
        for (who, side, hidden) in
            [(&scene.amara, Mentees, false), (&scene.noor, Mentors, false), (&scene.carla, Mentors, false), (&scene.otto, Mentors, true)]
        {
            let told = |error: Error| match error {
                Error::Forbidden => assert!(!hidden),
                Error::NotFound => assert!(hidden),
                other => panic!("{other:?}"),
            };
            told(scene.add(who, side, scene.max.id).await.unwrap_err());
            told(ranks::remove(ctx, who, "career", side, scene.noor.id).await.unwrap_err());
            told(ranks::shift(ctx, who, "career", side, scene.noor.id, Direction::Up).await.unwrap_err());
        }
        assert!(matches!(ranks::page(ctx, &scene.carla, "career", "").await, Err(Error::Forbidden)), "a coordinator reads runs, not lists");
        assert!(matches!(ranks::page(ctx, &scene.otto, "career", "").await, Err(Error::NotFound)));
        scene.stage.enrolment_is(&scene.program, &scene.amara, EnrolmentStatus::Pending).await;
        assert!(matches!(ranks::page(ctx, &scene.amara, "career", "").await, Err(Error::Forbidden)), "not yet a participant");
    }

    async fn two_at_once_both_count_and_never_more_than_five(db) {
        let scene = Scene::new(db).await;
        let mut acts = Vec::new();
        for n in 0..7 {
            let mentor = scene.stage.person(&format!("More {n}")).await;
            scene.stage.mentor(&scene.program, &mentor, 1).await;
            let (ctx, amara) = (scene.stage.ctx.clone(), scene.amara.clone());
            acts.push(async move { ranks::add(&ctx, &amara, "career", Mentors, mentor.id).await.is_ok() });
        }
        let done = at_once(acts).await;
        assert_eq!(done.iter().filter(|done| **done).count(), 5);
        assert_eq!(scene.page(&scene.amara).await.mentors.unwrap().len(), 5);
    }
}
