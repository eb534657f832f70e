//! Who enters a space, what they read there, and until when they write.

use super::Circle;
use chrono::Duration;
use domain::Refusal;
use domain::mentorships::{MentorshipStatus, SpaceRole};
use domain::spaces::SpaceKind;
use service::Error;
use service::access::{SpaceAccess, SpaceAddress as At, locked_space};
use service::testing::refusal;
use store::spaces::{Space, SpacePerson};
use store::{bulk, spaces};

fn not_found<T>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::NotFound))
}

store::both! {
    async fn the_two_enter_by_both_addresses_and_nobody_else_reads_anything(db) {
        let c = Circle::of_pairs(db).await;
        let (mia, made) = c.paired("Mia").await;
        let space = c.space_of(made).await;
        assert_eq!(space.to_string(), made.to_string(), "so that addresses hold");
        for (who, role) in [(&mia, SpaceRole::Mentee), (&c.noor, SpaceRole::Mentor)] {
            for address in [At::Mentorship(made), At::Space(space)] {
                let access = c.enter(who, address).await.unwrap();
                assert_eq!((access.role, access.space.id, access.space.kind, access.until()), (role, space, SpaceKind::Pair, None));
                assert_eq!(access.mentorship.as_ref().map(|m| m.id), Some(made));
                let now = c.stage.ctx.now();
                assert!(access.may_read(now) && access.may_write(now) && access.need_writer(now).is_ok());
            }
        }
        // A coordinator sees how it goes, on the mentorship's pages.
        let access = c.enter(&c.carla, At::Mentorship(made)).await.unwrap();
        assert_eq!((access.role, access.presence), (SpaceRole::Coordinator, None));
        assert!(!access.may_read(c.stage.ctx.now()) && !access.may_write(c.stage.ctx.now()));
        assert!(matches!(access.need_reader(), Err(Error::Forbidden)) && matches!(access.need_writer(c.stage.ctx.now()), Err(Error::Forbidden)));
        assert!(not_found(c.enter(&c.carla, At::Space(space)).await));
        for stranger in [c.mentee("Priya").await, c.stage.person("Mallory").await] {
            assert!(not_found(c.enter(&stranger, At::Mentorship(made)).await) && not_found(c.enter(&stranger, At::Space(space)).await));
            let mut tx = c.stage.ctx.write().await.unwrap();
            assert!(not_found(locked_space(&mut tx, &stranger, At::Mentorship(made)).await));
            assert!(not_found(locked_space(&mut tx, &stranger, At::Space(space)).await));
        }
    }

    async fn after_the_end_both_write_for_fourteen_days_and_read_what_was_written_until_then(db) {
        let c = Circle::of_pairs(db).await;
        let (mia, made) = c.paired("Mia").await;
        c.days_pass(100);
        let end = c.stage.ctx.now();
        service::mentorships::complete(&c.stage.ctx, &mia, made).await.unwrap();
        assert_eq!(c.space(c.space_of(made).await).await.unwrap().closed_at, Some(end));
        let left = end + Duration::days(14);
        for who in [&mia, &c.noor] {
            let access = c.enter(who, At::Mentorship(made)).await.unwrap();
            assert_eq!(access.until(), Some(left));
            assert!(access.need_reader().is_ok() && access.need_writer(end).is_ok());
            assert!(access.need_writer(left - Duration::microseconds(1)).is_ok());
            assert_eq!(refusal(access.need_writer(left)), Refusal::MentorshipOver);
            assert!(access.need_reader().is_ok(), "what there is stays readable");
            assert!(access.may_read(end) && access.may_read(left - Duration::microseconds(1)) && !access.may_read(left));
        }
        c.days_pass(400);
        let access = c.enter(&mia, At::Space(c.space_of(made).await)).await.unwrap();
        assert!(access.need_reader().is_ok() && access.need_writer(c.stage.ctx.now()).is_err());
    }

    async fn before_both_have_said_yes_there_is_nothing_to_read(db) {
        let c = Circle::new(db).await;
        let (_, first) = c.paired("Mia").await;
        let zoe = c.mentee("Zoe").await;
        let proposed = store::mentorships::Mentorship {
            id: c.stage.ctx.id(),
            mentee_id: zoe.id,
            status: MentorshipStatus::Proposed,
            started_on: None,
            ends_on: None,
            ..c.row(first).await
        };
        let mut tx = c.stage.ctx.write().await.unwrap();
        store::mentorships::insert(&mut tx, &proposed).await.unwrap();
        tx.commit().await.unwrap();
        for address in [At::Mentorship(proposed.id), At::Space(proposed.space_id)] {
            let access = c.enter(&zoe, address).await.unwrap();
            assert_eq!(refusal(access.need_reader()), Refusal::NotFromThisState);
            assert!(!access.may_write(c.stage.ctx.now()));
        }
        c.end(&zoe, proposed.id).await;
        let access = c.enter(&zoe, At::Mentorship(proposed.id)).await.unwrap();
        assert_eq!(access.presence, None, "they never were in it");
    }

    async fn a_group_is_read_by_each_of_its_people_up_to_the_moment_they_left(db) {
        let c = Circle::new(db).await;
        let ((mia, of_mia), (zoe, of_zoe)) = (c.paired("Mia").await, c.paired("Zoe").await);
        let space = c.space_of(of_mia).await;
        let role = |answer: Result<SpaceAccess, Error>| answer.map(|access| (access.role, access.space.id)).unwrap();
        assert_eq!(role(c.enter(&zoe, At::Space(space)).await), (SpaceRole::Mentee, space));
        assert_eq!(role(c.enter(&zoe, At::Mentorship(of_zoe)).await), (SpaceRole::Mentee, space));
        assert!(not_found(c.enter(&zoe, At::Mentorship(of_mia)).await), "another mentee's own");
        assert_eq!(role(c.enter(&c.noor, At::Mentorship(of_mia)).await), (SpaceRole::Mentor, space));

        let end = c.stage.ctx.now();
        c.end(&mia, of_mia).await;
        let gone = c.enter(&mia, At::Space(space)).await.unwrap();
        assert_eq!(gone.until(), Some(end + Duration::days(14)));
        c.days_pass(15);
        assert!(!gone.may_read(c.stage.ctx.now()) && !gone.may_write(c.stage.ctx.now()));
        for there in [&zoe, &c.noor] {
            let access = c.enter(there, At::Space(space)).await.unwrap();
            assert!(access.may_read(end) && access.may_read(c.stage.ctx.now()) && access.may_write(c.stage.ctx.now()));
        }
        // The address of a mentorship that is over still leads a mentor into the group that goes on.
        assert_eq!(c.enter(&c.noor, At::Mentorship(of_mia)).await.unwrap().until(), None);

        // Who comes later sees the group's history; who comes back, all of it.
        let (olu, _) = c.paired("Olu").await;
        assert!(c.enter(&olu, At::Space(space)).await.unwrap().may_read(end));
        let again = c.pair(&mia, &c.noor).await.unwrap();
        let back = c.enter(&mia, At::Space(space)).await.unwrap();
        assert_eq!((back.until(), back.mentorship.map(|m| m.id)), (None, Some(again)));
    }

    async fn a_coordinator_in_a_group_reads_it_by_their_own_address(db) {
        let c = Circle::new(db).await;
        let (_, of_mia) = c.paired("Mia").await;
        c.stage.mentee(&c.program, &c.carla).await;
        let own = c.pair(&c.carla, &c.noor).await.unwrap();
        assert_eq!(c.space_of(own).await, c.space_of(of_mia).await);
        let access = c.enter(&c.carla, At::Mentorship(of_mia)).await.unwrap();
        assert_eq!((access.role, access.presence), (SpaceRole::Coordinator, None));
        assert!(c.enter(&c.carla, At::Mentorship(own)).await.unwrap().need_writer(c.stage.ctx.now()).is_ok());
    }

    async fn a_booked_hour_is_entered_by_its_own_people(db) {
        let c = Circle::of_pairs(db).await;
        let (guest, early) = (c.stage.person("Olu").await, c.stage.person("Ben").await);
        let now = c.stage.ctx.now();
        let hour = Space {
            id: c.stage.ctx.id(),
            program_id: c.program.id,
            kind: SpaceKind::Hour,
            name: String::new(),
            created_at: now,
            closed_at: Some(now + Duration::hours(3)),
        };
        let mut tx = c.stage.ctx.write().await.unwrap();
        bulk::spaces(&mut tx, std::slice::from_ref(&hour)).await.unwrap();
        for (person, role, left_at) in
            [(&c.noor, SpaceRole::Mentor, None), (&guest, SpaceRole::Mentee, None), (&early, SpaceRole::Mentee, Some(now + Duration::hours(1)))]
        {
            let person = SpacePerson { space_id: hour.id, person_id: person.id, role, joined_at: now, left_at };
            spaces::insert_person(&mut tx, &person).await.unwrap();
        }
        tx.commit().await.unwrap();
        for (who, role, hours) in [(&c.noor, SpaceRole::Mentor, 3), (&guest, SpaceRole::Mentee, 3), (&early, SpaceRole::Mentee, 1)] {
            let access = c.enter(who, At::Space(hour.id)).await.unwrap();
            assert_eq!((access.role, access.until(), access.mentorship.is_none()), (role, Some(now + Duration::hours(hours) + Duration::days(14)), true));
        }
        for stranger in [&c.carla, &c.mentee("Mia").await] {
            assert!(not_found(c.enter(stranger, At::Space(hour.id)).await));
        }
    }
}
