//! Contract of `store::programs` on both engines.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::organisations::OrgRole;
use domain::programs::{JoinPolicy, MatchingMode, ProgramKind, ProgramStatus, ProgramTemplate};
use store::programs::{self, Program};
use store::testing::rows::{self, at, id};
use store::{both, enrolments};

fn program(n: u128, slug: &str) -> Program {
    Program {
        id: id(n),
        organisation_id: None,
        slug: slug.to_owned(),
        template: ProgramTemplate::Peer,
        kind: ProgramKind::Group,
        status: ProgramStatus::Open,
        name: "Peer".to_owned(),
        summary: "One line.".to_owned(),
        description: "More.".to_owned(),
        picture_id: None,
        starts_on: at(0).date_naive().succ_opt(),
        ends_on: None,
        length_weeks: 16,
        join_policy: JoinPolicy::Everyone,
        approval: true,
        join_token: format!("token-{n}"),
        matching: MatchingMode::Bulk,
        default_capacity: 3,
        max_open_requests: 4,
        request_days: 7,
        publish_as: domain::programs::PublishAs::Proposed,
        proposal_days: 10,
        agreement: "We meet.".to_owned(),
        roster_version: 1,
        version: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

both! {
    async fn a_program_comes_back_as_it_was_written(db) {
        let mut tx = db.write().await.unwrap();
        let new = program(1, "peer");
        assert!(programs::insert(&mut tx, &new).await.unwrap());
        assert!(!programs::insert(&mut tx, &Program { join_token: "other".to_owned(), ..program(2, "peer") }).await.unwrap(), "taken");
        tx.commit().await.unwrap();
        let back = programs::by_slug(&mut db.read().await.unwrap(), "peer").await.unwrap().unwrap();
        assert_eq!(format!("{back:?}"), format!("{new:?}"));
    }

    async fn settings_are_a_new_version_and_an_address_is_had_once(db) {
        let mut tx = db.write().await.unwrap();
        programs::insert(&mut tx, &program(1, "peer")).await.unwrap();
        programs::insert(&mut tx, &program(2, "peer-2")).await.unwrap();
        programs::insert(&mut tx, &program(3, "peers")).await.unwrap();
        let mut slugs = programs::slugs_like(&mut tx, "peer").await.unwrap();
        slugs.sort();
        assert_eq!(slugs, ["peer", "peer-2"]);
        let mut row = programs::lock(&mut tx, id(1)).await.unwrap().unwrap();
        row.name = "Peers of ours".to_owned();
        row.ends_on = Some(at(1).date_naive());
        assert!(programs::update(&mut tx, &row).await.unwrap());
        row.slug = "peer-2".to_owned();
        assert!(!programs::update(&mut tx, &row).await.unwrap());
        programs::set_status(&mut tx, id(1), ProgramStatus::Running, at(5)).await.unwrap();
        let back = programs::by_id(&mut tx, id(1)).await.unwrap().unwrap();
        assert_eq!((back.slug.as_str(), back.name.as_str(), back.version, back.status), ("peer", "Peers of ours", 2, ProgramStatus::Running));
        assert_eq!((back.roster_version, back.updated_at), (3, at(5)));
    }

    async fn coordinators_come_and_go(db) {
        let mut tx = db.write().await.unwrap();
        let acme = rows::organisation(&mut tx, 1, "acme").await;
        let program = rows::program(&mut tx, 2, "career", Some(acme)).await;
        let (bo, ada, otto) = (rows::person(&mut tx, 3, "Bo").await, rows::person(&mut tx, 4, "Ada").await, rows::person(&mut tx, 5, "Otto").await);
        rows::member(&mut tx, acme, ada, OrgRole::Owner).await;
        rows::enrolment(&mut tx, 6, program, bo, 1).await;
        assert!(programs::add_coordinator(&mut tx, program, bo).await.unwrap());
        assert!(!programs::add_coordinator(&mut tx, program, bo).await.unwrap());
        programs::add_coordinator(&mut tx, program, ada).await.unwrap();
        let names: Vec<String> = programs::coordinators(&mut tx, program).await.unwrap().into_iter().map(|c| c.name).collect();
        assert_eq!(names, ["Ada", "Bo"]);
        assert!(programs::remove_coordinator(&mut tx, program, bo).await.unwrap());
        assert!(!programs::remove_coordinator(&mut tx, program, bo).await.unwrap());
        assert_eq!(programs::count_coordinators(&mut tx, program, Some(acme)).await.unwrap(), 1);
        assert_eq!(programs::managed_by(&mut tx, ada).await.unwrap(), [(acme, "acme".to_owned())]);
        assert_eq!(programs::managed_by(&mut tx, otto).await.unwrap(), []);
        for (address, found) in [("bo@example.org", Some(bo)), ("ada@example.org", Some(ada)), ("otto@example.org", None)] {
            assert_eq!(programs::candidate(&mut tx, program, Some(acme), address).await.unwrap(), found, "{address}");
        }
        assert_eq!(programs::candidate(&mut tx, program, None, "ada@example.org").await.unwrap(), None, "a member of no organisation in question");
    }

    async fn what_somebody_is_in_a_program_comes_with_it(db) {
        let mut tx = db.write().await.unwrap();
        let acme = rows::organisation(&mut tx, 1, "acme").await;
        let (career, open) = (rows::program(&mut tx, 2, "career", Some(acme)).await, rows::program(&mut tx, 3, "open", None).await);
        let (bo, ada, otto) = (rows::person(&mut tx, 4, "Bo").await, rows::person(&mut tx, 5, "Ada").await, rows::person(&mut tx, 6, "Otto").await);
        rows::member(&mut tx, acme, ada, OrgRole::Owner).await;
        rows::enrolment(&mut tx, 7, career, ada, 2).await;
        rows::enrolment(&mut tx, 8, open, bo, 0).await;
        rows::coordinator(&mut tx, career, bo).await;
        let shown = |roles: &programs::ProgramRoles| format!("{roles:?}");
        for (program, slug, role) in [(career, "career", Some(OrgRole::Owner)), (open, "open", None)] {
            for person in [ada, bo, otto] {
                let (found, roles) = programs::by_slug_for(&mut tx, slug, person).await.unwrap().unwrap();
                assert_eq!(format!("{found:?}"), format!("{:?}", programs::by_slug(&mut tx, slug).await.unwrap().unwrap()));
                assert_eq!(roles.org_role, role.filter(|_| person == ada));
                assert_eq!(roles.named, programs::is_coordinator(&mut tx, program, person).await.unwrap());
                let enrolment = enrolments::of(&mut tx, program, person).await.unwrap();
                assert_eq!(format!("{:?}", roles.enrolment), format!("{enrolment:?}"));
                let (by_id, same) = programs::by_id_for(&mut tx, program, person).await.unwrap().unwrap();
                assert_eq!((format!("{by_id:?}"), shown(&same)), (format!("{found:?}"), shown(&roles)));
                assert_eq!(shown(&programs::roles(&mut tx, program, person).await.unwrap()), shown(&roles));
            }
        }
        assert!(enrolments::of(&mut tx, career, ada).await.unwrap().is_some() && programs::is_coordinator(&mut tx, career, bo).await.unwrap());
        assert!(programs::by_slug_for(&mut tx, "nowhere", ada).await.unwrap().is_none());
        assert!(programs::by_id_for(&mut tx, id(99), ada).await.unwrap().is_none());
        assert_eq!(shown(&programs::roles(&mut tx, id(99), ada).await.unwrap()), shown(&programs::ProgramRoles::default()));
    }

    async fn numbers_count_by_state_and_side(db) {
        let mut tx = db.write().await.unwrap();
        let program = rows::program(&mut tx, 1, "career", None).await;
        for n in 2..5 {
            let person = rows::person(&mut tx, n, &format!("Person {n}")).await;
            rows::enrolment(&mut tx, n + 10, program, person, i32::from(n == 2)).await;
        }
        let mut counts: Vec<_> = programs::enrolled(&mut tx, program).await.unwrap().into_iter().map(|e| (e.as_mentor, e.as_mentee, e.count)).collect();
        counts.sort_unstable();
        assert_eq!(counts, [(false, true, 2), (true, false, 1)]);
        assert_eq!(programs::participating(&mut tx, program).await.unwrap(), 3);
        assert_eq!(programs::participants(&mut tx, program).await.unwrap().len(), 3);
        assert_eq!(programs::goals(&mut tx, program).await.unwrap(), []);
    }
}
