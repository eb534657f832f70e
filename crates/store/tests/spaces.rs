//! Contract of `store::spaces` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use domain::mentorships::{MentorshipStatus as S, SpaceRole};
use domain::spaces::SpaceKind;
use domain::{MentorshipId, PersonId, ProgramId, SpaceId};
use store::mentorships::{self, Mentorship};
use store::spaces::{self, Here, NOTHING_STANDS, Space, SpacePerson};
use store::testing::rows::{self, at, id};
use store::{Engine, Tx, both, bulk, on};

const AMARA: u128 = 1;
const NOOR: u128 = 2;
const CHIDI: u128 = 3;
const MIA: u128 = 4;
const GROUP: u128 = 50;

async fn fixture(tx: &mut Tx) -> ProgramId {
    for (n, name) in [(AMARA, "Amara"), (NOOR, "Noor"), (CHIDI, "Chidi"), (MIA, "Mia")] {
        rows::person(tx, n, name).await;
    }
    let program = rows::program(tx, 1, "circles", None).await;
    bulk::spaces(tx, &[group(GROUP)]).await.unwrap();
    program
}

fn group(n: u128) -> Space {
    Space { id: id(n), program_id: id(1), kind: SpaceKind::Group, name: String::new(), created_at: at(0), closed_at: None }
}

/// A mentorship in the group, which ended at a minute if it is over.
fn mentorship(n: u128, mentor: u128, mentee: u128, status: S, ended: i64) -> Mentorship {
    Mentorship {
        id: id(n),
        program_id: id(1),
        space_id: id(GROUP),
        mentor_id: id(mentor),
        mentee_id: id(mentee),
        request_id: None,
        status,
        agreement: String::new(),
        started_on: (status != S::Proposed).then(|| at(0).date_naive()),
        ends_on: None,
        ended_at: status.is_over().then(|| at(ended)),
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: at(0),
    }
}

async fn closed(tx: &mut Tx, n: u128) -> Option<i64> {
    let space = spaces::by_id(tx, id(n)).await.unwrap().unwrap();
    space.closed_at.map(|closed| (closed - at(0)).num_minutes())
}

const fn here(under_way: bool, last_end: Option<chrono::DateTime<chrono::Utc>>) -> Here {
    Here { under_way, last_end }
}

both! {
    async fn a_mentorship_comes_with_its_space_and_what_the_reader_is_there(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let rows = [
            mentorship(10, AMARA, CHIDI, S::EndedEarly, 5),
            mentorship(11, AMARA, NOOR, S::Completed, 7),
            mentorship(12, AMARA, NOOR, S::Completed, 9),
            mentorship(13, AMARA, MIA, S::Proposed, 0),
        ];
        for row in &rows {
            rows::mentorship(&mut tx, row).await;
        }
        let mut of = async |who: u128| spaces::by_mentorship(&mut tx, id(10), id(who)).await.unwrap().unwrap();
        assert_eq!(of(CHIDI).await, (rows[0].clone(), group(GROUP), here(false, Some(at(5)))));
        assert_eq!(of(NOOR).await.2, here(false, Some(at(9))), "the last of several");
        assert_eq!(of(AMARA).await.2, here(false, Some(at(9))));
        assert_eq!(of(MIA).await.2, here(false, None), "only proposed");
        assert_eq!(spaces::by_mentorship(&mut tx, id(99), id(AMARA)).await.unwrap(), None);

        // One that was proposed and never began opens nothing when it is over.
        mentorships::update(&mut tx, &Mentorship { status: S::EndedEarly, ended_at: Some(at(20)), ..rows[3].clone() }).await.unwrap();
        rows::mentorship(&mut tx, &mentorship(14, AMARA, CHIDI, S::Paused, 0)).await;
        let mut of = async |who: u128| spaces::by_mentorship(&mut tx, id(10), id(who)).await.unwrap().unwrap().2;
        assert_eq!(of(MIA).await, here(false, None));
        assert_eq!(of(CHIDI).await, here(true, Some(at(5))), "back again");
        assert_eq!(of(AMARA).await, here(true, Some(at(9))));
        assert_eq!(of(NOOR).await, here(false, Some(at(9))));
    }

    async fn a_space_is_found_by_its_own_address_by_whoever_it_may_concern(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        for row in [mentorship(10, AMARA, CHIDI, S::Active, 0), mentorship(11, AMARA, NOOR, S::Active, 0), mentorship(12, AMARA, MIA, S::Completed, 3)] {
            rows::mentorship(&mut tx, &row).await;
        }
        let found = spaces::reader(&mut tx, id(GROUP), id(CHIDI)).await.unwrap().unwrap();
        assert_eq!((found.space, found.role, found.left_at, found.here), (group(GROUP), None, None, here(true, None)));
        assert_eq!(spaces::reader(&mut tx, id(99), id(CHIDI)).await.unwrap(), None);
        let mut own = async |who: u128| {
            let own = spaces::mentorship_of(&mut tx, id(GROUP), id(who)).await.unwrap();
            own.map(|m| m.id)
        };
        assert_eq!(own(AMARA).await, Some(id::<MentorshipId>(11)), "the newest that is current");
        assert_eq!(own(MIA).await, Some(id::<MentorshipId>(12)));
        rows::person(&mut tx, 5, "Olu").await;
        assert_eq!(spaces::mentorship_of(&mut tx, id(GROUP), id(5)).await.unwrap(), None);

        // A booked hour.
        bulk::spaces(&mut tx, &[Space { kind: SpaceKind::Hour, name: "Career questions".to_owned(), ..group(51) }]).await.unwrap();
        let guest = SpacePerson { space_id: id(51), person_id: id(5), role: SpaceRole::Mentee, joined_at: at(1), left_at: Some(at(8)) };
        spaces::insert_person(&mut tx, &guest).await.unwrap();
        let found = spaces::reader(&mut tx, id(51), id(5)).await.unwrap().unwrap();
        assert_eq!((found.space.name.as_str(), found.role, found.left_at), ("Career questions", Some(SpaceRole::Mentee), Some(at(8))));
        assert_eq!(spaces::reader(&mut tx, id(51), id(AMARA)).await.unwrap().unwrap().role, None);
    }

    async fn a_mentor_has_one_open_group(db) {
        let mut tx = db.write().await.unwrap();
        let program = fixture(&mut tx).await;
        rows::program(&mut tx, 2, "other", None).await;
        bulk::spaces(&mut tx, &[Space { closed_at: Some(at(2)), ..group(51) }, Space { kind: SpaceKind::Pair, ..group(52) }]).await.unwrap();
        for row in [
            mentorship(10, AMARA, CHIDI, S::Active, 0),
            mentorship(11, AMARA, MIA, S::Paused, 0),
            mentorship(12, AMARA, NOOR, S::EndedEarly, 4),
            Mentorship { space_id: id(51), ..mentorship(13, NOOR, MIA, S::Completed, 2) },
            Mentorship { space_id: id(52), ..mentorship(14, CHIDI, MIA, S::Active, 0) },
        ] {
            rows::mentorship(&mut tx, &row).await;
        }
        let all: Vec<PersonId> = [AMARA, NOOR, CHIDI, MIA].map(id).to_vec();
        assert_eq!(spaces::open_groups(&mut tx, program, &all).await.unwrap(), [(id(AMARA), id::<SpaceId>(GROUP))]);
        assert!(spaces::open_groups(&mut tx, id(2), &all).await.unwrap().is_empty(), "another program");
        assert!(spaces::open_groups(&mut tx, program, &[]).await.unwrap().is_empty());
    }

    async fn a_space_closes_with_its_last_mentorship_and_opens_with_one_that_is_current(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let (one, other) = (mentorship(10, AMARA, CHIDI, S::Active, 0), mentorship(11, AMARA, NOOR, S::Proposed, 0));
        rows::mentorship(&mut tx, &one).await;
        rows::mentorship(&mut tx, &other).await;
        let end = |row: &Mentorship, minute| Mentorship { status: S::EndedEarly, ended_at: Some(at(minute)), ..row.clone() };
        mentorships::update(&mut tx, &end(&one, 3)).await.unwrap();
        spaces::settle(&mut tx, &[id(GROUP)], at(3)).await.unwrap();
        assert_eq!(closed(&mut tx, GROUP).await, None, "the other one goes on");
        mentorships::update(&mut tx, &end(&other, 6)).await.unwrap();
        spaces::settle(&mut tx, &[id(GROUP)], at(6)).await.unwrap();
        spaces::settle(&mut tx, &[id(GROUP)], at(9)).await.unwrap();
        assert_eq!(closed(&mut tx, GROUP).await, Some(6), "once");
        mentorships::update(&mut tx, &one).await.unwrap();
        spaces::settle(&mut tx, &[id(GROUP)], at(12)).await.unwrap();
        assert_eq!(closed(&mut tx, GROUP).await, None);
    }

    async fn a_space_without_a_mentorship_goes(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        bulk::spaces(&mut tx, &[group(51), Space { kind: SpaceKind::Hour, ..group(52) }, group(53)]).await.unwrap();
        rows::mentorship(&mut tx, &mentorship(10, AMARA, CHIDI, S::Completed, 1)).await;
        spaces::remove_empty(&mut tx, &[id(GROUP), id(51), id(52)]).await.unwrap();
        let mut there = Vec::new();
        for n in [GROUP, 51, 52, 53] {
            there.push(spaces::by_id(&mut tx, id(n)).await.unwrap().is_some());
        }
        assert_eq!(there, [true, false, true, true], "with a mentorship, without, an hour, not asked about");
    }

    async fn a_mentorship_needs_a_space(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let nowhere = Mentorship { space_id: id(99), ..mentorship(10, AMARA, CHIDI, S::Active, 0) };
        assert!(mentorships::insert(&mut tx, &nowhere).await.is_err());
    }

    async fn whatever_stands_in_a_space_or_with_a_mentorship_makes_it_touched(db) {
        let statement = match db.engine() {
            Engine::Sqlite => "SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND c.name IN ('space_id', 'mentorship_id') ORDER BY 1",
            Engine::Postgres => "SELECT table_name || '.' || column_name FROM information_schema.columns
                 WHERE table_schema = 'public' AND column_name IN ('space_id', 'mentorship_id') ORDER BY 1",
        };
        let mut tx = db.read().await.unwrap();
        let columns: Vec<String> = on!(&mut tx, |c| sqlx::query_scalar(statement).fetch_all(c).await).unwrap();
        // What a mentorship came of, and who is where: not what stands there.
        let others = ["match_run_pairs.mentorship_id", "proposals.mentorship_id", "mentorships.space_id", "space_people.space_id"];
        for other in others {
            assert!(columns.iter().any(|column| column == other), "{other}: {columns:?}");
        }
        for column in columns.iter().filter(|column| !others.contains(&column.as_str())) {
            let (table, column) = column.split_once('.').unwrap();
            let of = if column == "space_id" { "m.space_id" } else { "m.id" };
            let needed = format!("NOT EXISTS (SELECT 1 FROM {table} x WHERE x.{column} = {of})");
            assert!(NOTHING_STANDS.contains(&needed), "store::spaces::nothing_stands lacks: {needed}");
        }
    }
}
