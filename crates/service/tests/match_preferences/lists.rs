//! One's own lists: adding, moving, taking out, and who may not.

use super::{Fixture, names};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::match_preferences::PreferenceSide::{Mentees, Mentors};
use domain::match_preferences::views::CardPreference;
use domain::mentors::MentorSearch;
use domain::programs::ProgramStatus;
use domain::shared::Direction;
use service::testing::{at_once, problems, refusal};
use service::{Error, match_preferences, mentors};

store::both! {
    async fn preferences_are_added_moved_and_taken_out(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        fixture.preference(&fixture.amara, &[&fixture.noor, &fixture.max]).await;
        assert_eq!(names(&fixture.add(&fixture.amara, Mentors, fixture.zoe.id).await.unwrap()), ["Noor", "Max", "Zoe"]);
        assert_eq!(names(&fixture.add(&fixture.amara, Mentors, fixture.noor.id).await.unwrap()), ["Noor", "Max", "Zoe"], "once is enough");
        let moved = match_preferences::shift(ctx, &fixture.amara, "career", Mentors, fixture.zoe.id, Direction::Up).await.unwrap();
        assert_eq!(names(&moved), ["Noor", "Zoe", "Max"]);
        let left = match_preferences::remove(ctx, &fixture.amara, "career", Mentors, fixture.noor.id).await.unwrap();
        assert_eq!(names(&left), ["Zoe", "Max"]);
        assert_eq!(names(&match_preferences::remove(ctx, &fixture.amara, "career", Mentors, fixture.noor.id).await.unwrap()), ["Zoe", "Max"]);
        let page = fixture.page(&fixture.amara).await;
        assert_eq!(page.mentors.unwrap(), left.people);
        assert_eq!((page.mentees, page.over, page.paused), (None, false, false));
        assert!(fixture.page(&fixture.mia).await.mentors.unwrap().is_empty(), "they are one's own");
        for ranked in [&fixture.zoe, &fixture.max] {
            assert!(fixture.stage.told(ranked).await.is_empty() && fixture.stage.mailed(ranked).await.is_empty(), "nobody is told");
        }
    }

    async fn a_mentor_preferences_for_mentees_and_finds_them(db) {
        let fixture = Fixture::new(db).await;
        let found = fixture.page(&fixture.noor).await.found;
        assert_eq!(found.cards.iter().map(|card| card.face.name.as_str()).collect::<Vec<_>>(), ["Amara", "Mia"]);
        assert_eq!(names(&fixture.add(&fixture.noor, Mentees, fixture.mia.id).await.unwrap()), ["Mia"]);
        let page = fixture.page(&fixture.noor).await;
        assert_eq!((page.mentors, page.mentees.unwrap().len(), page.found.more), (None, 1, 0));
        let some = match_preferences::page(&fixture.stage.ctx, &fixture.noor, "career", " mAR ").await.unwrap().found;
        assert_eq!((some.cards.len(), some.words.as_str()), (1, "mAR"));
        assert!(fixture.page(&fixture.amara).await.found.cards.is_empty(), "a mentee is shown no mentees");
    }

    async fn the_list_is_full_with_five(db) {
        let fixture = Fixture::new(db).await;
        fixture.preference(&fixture.amara, &[&fixture.noor, &fixture.max, &fixture.zoe]).await;
        let mut more = Vec::new();
        for n in 0..3 {
            let mentor = fixture.stage.person(&format!("More {n}")).await;
            fixture.stage.mentor(&fixture.program, &mentor, 1).await;
            more.push(mentor);
        }
        fixture.preference(&fixture.amara, &[&more[0], &more[1]]).await;
        assert_eq!(problems(fixture.add(&fixture.amara, Mentors, more[2].id).await), ["person"]);
        let cards = mentors::list(&fixture.stage.ctx, &fixture.amara, "career", MentorSearch::default()).await.unwrap().cards;
        let preference = |id| cards.iter().find(|card| card.id == id).unwrap().preference;
        assert_eq!((preference(fixture.max.id), preference(more[2].id)), (CardPreference::Place(2), CardPreference::Full));
        // Somebody leaves: the gap closes, and there is a place again.
        fixture.stage.enrolment_is(&fixture.program, &fixture.noor, EnrolmentStatus::Left).await;
        assert_eq!(names(&fixture.add(&fixture.amara, Mentors, more[2].id).await.unwrap()), ["Max", "Zoe", "More 0", "More 1", "More 2"]);
    }

    async fn whoever_takes_a_break_keeps_their_preferences_and_their_place(db) {
        let fixture = Fixture::new(db).await;
        fixture.preference(&fixture.amara, &[&fixture.noor, &fixture.max]).await;
        fixture.stage.enrolment_is(&fixture.program, &fixture.noor, EnrolmentStatus::Paused).await;
        fixture.stage.enrolment_is(&fixture.program, &fixture.amara, EnrolmentStatus::Paused).await;
        let page = fixture.page(&fixture.amara).await;
        assert!(page.paused && page.mentors.unwrap()[0].paused);
        assert!(matches!(fixture.add(&fixture.mia, Mentors, fixture.noor.id).await, Err(Error::NotFound)), "nobody new is added to a break");
    }

    async fn a_program_that_is_over_is_only_read(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        fixture.preference(&fixture.amara, &[&fixture.noor]).await;
        fixture.stage.program_is(&fixture.program, ProgramStatus::Completed).await;
        let page = fixture.page(&fixture.amara).await;
        assert_eq!((page.over, page.mentors.unwrap().len()), (true, 1));
        assert_eq!(refusal(fixture.add(&fixture.amara, Mentors, fixture.max.id).await), Refusal::ProgramOver);
        assert_eq!(refusal(match_preferences::remove(ctx, &fixture.amara, "career", Mentors, fixture.noor.id).await), Refusal::ProgramOver);
        assert_eq!(refusal(match_preferences::shift(ctx, &fixture.amara, "career", Mentors, fixture.noor.id, Direction::Up).await), Refusal::ProgramOver);
    }

    async fn one_preferences_for_others_who_take_part_on_the_other_side(db) {
        let fixture = Fixture::new(db).await;
        assert!(matches!(fixture.add(&fixture.amara, Mentors, fixture.mia.id).await, Err(Error::NotFound)), "no mentor");
        assert!(matches!(fixture.add(&fixture.noor, Mentees, fixture.max.id).await, Err(Error::NotFound)), "no mentee");
        assert!(matches!(fixture.add(&fixture.amara, Mentors, fixture.otto.id).await, Err(Error::NotFound)), "takes no part");
        let both = fixture.stage.person("Bea").await;
        fixture.stage.mentor_and_mentee(&fixture.program, &both, 1).await;
        assert!(matches!(fixture.add(&both, Mentors, both.id).await, Err(Error::Forbidden)), "oneself");
        fixture.add(&both, Mentors, fixture.noor.id).await.unwrap();
        fixture.add(&both, Mentees, fixture.mia.id).await.unwrap();
        let page = fixture.page(&both).await;
        assert_eq!((page.mentors.unwrap().len(), page.mentees.unwrap().len()), (1, 1), "two lists");
    }

    async fn who_has_no_such_list_may_not(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        fixture.preference(&fixture.amara, &[&fixture.noor]).await;
        for (who, side, hidden) in
            [(&fixture.amara, Mentees, false), (&fixture.noor, Mentors, false), (&fixture.carla, Mentors, false), (&fixture.otto, Mentors, true)]
        {
            let told = |error: Error| match error {
                Error::Forbidden => assert!(!hidden),
                Error::NotFound => assert!(hidden),
                other => panic!("{other:?}"),
            };
            told(fixture.add(who, side, fixture.max.id).await.unwrap_err());
            told(match_preferences::remove(ctx, who, "career", side, fixture.noor.id).await.unwrap_err());
            told(match_preferences::shift(ctx, who, "career", side, fixture.noor.id, Direction::Up).await.unwrap_err());
        }
        assert!(matches!(match_preferences::page(ctx, &fixture.carla, "career", "").await, Err(Error::Forbidden)), "a coordinator reads runs, not lists");
        assert!(matches!(match_preferences::page(ctx, &fixture.otto, "career", "").await, Err(Error::NotFound)));
        fixture.stage.enrolment_is(&fixture.program, &fixture.amara, EnrolmentStatus::Pending).await;
        assert!(matches!(match_preferences::page(ctx, &fixture.amara, "career", "").await, Err(Error::Forbidden)), "not yet a participant");
    }

    async fn two_at_once_both_count_and_never_more_than_five(db) {
        let fixture = Fixture::new(db).await;
        let mut actions = Vec::new();
        for n in 0..7 {
            let mentor = fixture.stage.person(&format!("More {n}")).await;
            fixture.stage.mentor(&fixture.program, &mentor, 1).await;
            let (ctx, amara) = (fixture.stage.ctx.clone(), fixture.amara.clone());
            actions.push(async move { match_preferences::add(&ctx, &amara, "career", Mentors, mentor.id).await.is_ok() });
        }
        let done = at_once(actions).await;
        assert_eq!(done.iter().filter(|done| **done).count(), 5);
        assert_eq!(fixture.page(&fixture.amara).await.mentors.unwrap().len(), 5);
    }
}
