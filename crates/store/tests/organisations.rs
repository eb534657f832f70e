//! Contract of `store::organisations` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::organisations::OrgRole;
use domain::{InvitationId, OrganisationId, PersonId};
use store::organisations::EventFilter;
use store::organisations::invitations::{self, Invitation};
use store::organisations::{self, Organisation, members};
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Tx, both, events};

const ADA: u128 = 1;
const BEN: u128 = 2;
const CAM: u128 = 3;

fn organisation(n: u128, slug: &str) -> Organisation {
    Organisation {
        id: id(n),
        slug: slug.to_owned(),
        name: format!("The {slug}"),
        about: "We make things.".to_owned(),
        version: 1,
        created_at: at(0),
    }
}

/// Two organisations; Ada owns the first, Ben is a member of both, Cam of none.
async fn fixture(tx: &mut Tx) {
    for (n, name) in [(ADA, "Ada"), (BEN, "Ben"), (CAM, "Cam")] {
        rows::person(tx, n, name).await;
    }
    for (n, slug) in [(1, "acme"), (2, "globex")] {
        assert!(organisations::insert(tx, &organisation(n, slug)).await.unwrap());
    }
    rows::member(tx, id(1), id(ADA), OrgRole::Owner).await;
    rows::member(tx, id(1), id(BEN), OrgRole::Member).await;
    rows::member(tx, id(2), id(BEN), OrgRole::Admin).await;
}

fn invitation(n: u128, organisation: u128) -> Invitation {
    Invitation {
        id: id(n),
        organisation_id: id(organisation),
        program_id: None,
        role: OrgRole::Member,
        email: Some(format!("new{n}@example.org")),
        link_token: None,
        created_by: Some(id(ADA)),
        created_at: at(0),
        expires_at: at(60),
        revoked_at: None,
        accepted_at: None,
    }
}

async fn open(tx: &mut Tx, minutes: i64) -> Vec<InvitationId> {
    invitations::open(tx, id(1), at(minutes), 10).await.unwrap().into_iter().map(|i| i.id).collect()
}

async fn event(tx: &mut Tx, kind: EventKind, organisation: u128, actor: Option<PersonId>, program: Option<u128>) {
    let event = events::NewEvent {
        at: at(1),
        kind,
        actor,
        organisation: Some(id(organisation)),
        program: program.map(id),
        subject: None,
        body: serde_json::json!({}),
    };
    store::bulk::events(tx, &[event]).await.unwrap();
}

/// Writes an invitation whose token has this hash.
async fn invite(tx: &mut Tx, invitation: Invitation, hash: u8) {
    store::bulk::invitations(tx, &[store::bulk::Invited { invitation, token_hash: vec![hash] }]).await.unwrap();
}

both! {
    async fn what_has_ended_is_tidied_and_what_is_open_stays(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        for n in 10..=13 {
            let open = invitation(n, 1);
            invite(&mut tx, if n == 13 { Invitation { expires_at: at(7), ..open } } else { open }, u8::try_from(n).unwrap()).await;
            let said = domain::imports::Enrolling { name: Some("Nia".to_owned()), ..domain::imports::Enrolling::default() };
            store::imports::keep_invited(&mut tx, &[(id(n), said)]).await.unwrap();
        }
        assert!(invitations::accept(&mut tx, id(11), at(5)).await.unwrap());
        assert!(invitations::revoke(&mut tx, id(12), at(6)).await.unwrap());
        assert_eq!(store::imports::forget_invited(&mut tx, at(5)).await.unwrap(), 1);
        assert_eq!(store::imports::forget_invited(&mut tx, at(7)).await.unwrap(), 2);
        assert!(store::imports::invited(&mut tx, id(10)).await.unwrap().is_some());
        assert!(store::imports::invited(&mut tx, id(13)).await.unwrap().is_none());
        assert_eq!(invitations::delete_ended(&mut tx, at(6)).await.unwrap(), 2);
        assert_eq!(invitations::delete_ended(&mut tx, at(59)).await.unwrap(), 1);
        assert_eq!(changes::count(&mut tx, "invitations").await, 1);
        assert_eq!(invitations::delete_ended(&mut tx, at(60)).await.unwrap(), 1, "nobody came");
        assert_eq!(changes::count(&mut tx, "invited_participants").await, 0);
    }

    async fn one_comes_back_as_it_was_written_and_its_address_is_its_own(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let mut acme = organisation(1, "acme");
        assert_eq!(organisations::by_slug(&mut tx, "acme").await.unwrap().as_ref(), Some(&acme));
        assert!(!organisations::insert(&mut tx, &organisation(3, "acme")).await.unwrap());
        acme = Organisation { slug: "globex".to_owned(), version: 2, ..acme };
        assert!(!organisations::update(&mut tx, &acme).await.unwrap());
        acme = Organisation { slug: "acme-works".to_owned(), name: "Works".to_owned(), about: String::new(), ..acme };
        assert!(organisations::update(&mut tx, &acme).await.unwrap());
        organisations::lock(&mut tx, acme.id).await.unwrap();
        assert_eq!(organisations::by_id(&mut tx, acme.id).await.unwrap().as_ref(), Some(&acme));
        for nowhere in ["acme", ""] {
            assert_eq!(organisations::by_slug(&mut tx, nowhere).await.unwrap(), None);
        }
    }

    async fn members_and_their_roles(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let acme: OrganisationId = id(1);
        assert!(members::add(&mut tx, acme, id(CAM), OrgRole::Admin, at(5)).await.unwrap());
        assert!(!members::add(&mut tx, acme, id(CAM), OrgRole::Owner, at(6)).await.unwrap());
        assert_eq!(organisations::role_of(&mut tx, acme, id(CAM)).await.unwrap(), Some(OrgRole::Admin));
        let mut managers = organisations::managers(&mut tx, acme).await.unwrap();
        managers.sort();
        assert_eq!(managers, [id(ADA), id(CAM)]);
        members::set_role(&mut tx, acme, id(CAM), OrgRole::Owner).await.unwrap();
        assert_eq!(members::owners(&mut tx, acme).await.unwrap(), 2);
        let of_ben = organisations::of_person(&mut tx, id(BEN)).await.unwrap();
        assert_eq!(of_ben[0], (acme, "acme".to_owned(), "The acme".to_owned(), OrgRole::Member));
        assert_eq!((of_ben.len(), of_ben[1].3), (2, OrgRole::Admin));
        members::remove(&mut tx, acme, id(BEN)).await.unwrap();
        assert_eq!(organisations::role_of(&mut tx, acme, id(BEN)).await.unwrap(), None);
        assert_eq!(organisations::role_of(&mut tx, id(2), id(BEN)).await.unwrap(), Some(OrgRole::Admin));
    }

    async fn members_are_found_by_name_and_address_a_page_at_a_time(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        rows::person(&mut tx, 4, "under_score").await;
        rows::member(&mut tx, id(1), id(4), OrgRole::Member).await;
        for (words, expected) in [("", 3), ("ADA", 1), ("ben@", 1), ("cam", 0), ("_", 1), ("%", 0), ("!", 0)] {
            assert_eq!(members::count(&mut tx, id(1), words).await.unwrap(), expected, "{words}");
            assert_eq!(i64::try_from(members::page(&mut tx, id(1), words, 10, 0).await.unwrap().len()).unwrap(), expected, "{words}");
        }
        let page = members::page(&mut tx, id(1), "", 2, 1).await.unwrap();
        assert_eq!(page.iter().map(|m| (m.name.as_str(), m.role)).collect::<Vec<_>>(), [("Ben", OrgRole::Member), ("under_score", OrgRole::Member)]);
        assert_eq!((page[0].email.as_str(), page[0].joined_at, page[0].picture_id), ("ben@example.org", at(-1), None));
    }

    async fn who_goes_coordinates_nothing_there(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        for (n, slug, organisation) in [(1, "career", Some(1)), (2, "theirs", Some(2)), (3, "open", None)] {
            let program = rows::program(&mut tx, n, slug, organisation.map(id)).await;
            rows::coordinator(&mut tx, program, id(BEN)).await;
        }
        assert_eq!(members::coordinating(&mut tx, id(1)).await.unwrap(), [(id(BEN), "career".to_owned())]);
        members::remove(&mut tx, id(1), id(BEN)).await.unwrap();
        assert!(members::coordinating(&mut tx, id(1)).await.unwrap().is_empty());
        let left = organisations::program_numbers(&mut tx, None, id(BEN)).await.unwrap();
        assert_eq!(left.iter().map(|p| p.slug.as_str()).collect::<Vec<_>>(), ["open", "theirs"]);
    }

    async fn an_invitation_is_open_until_it_is_used_taken_back_or_late(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        for n in 1..=3 {
            invite(&mut tx, invitation(n, 1), u8::try_from(n).unwrap()).await;
        }
        let link = Invitation { email: None, link_token: Some("secret".to_owned()), ..invitation(4, 2) };
        invite(&mut tx, link.clone(), 4).await;
        assert_eq!(invitations::by_hash(&mut tx, &[4]).await.unwrap(), Some(link));
        assert_eq!(invitations::by_id(&mut tx, id(1), id(1)).await.unwrap(), Some(invitation(1, 1)));
        assert_eq!(invitations::by_id(&mut tx, id(2), id(1)).await.unwrap(), None, "another organisation's");
        assert_eq!(open(&mut tx, 1).await, [id(3), id(2), id(1)]);

        assert!(invitations::accept(&mut tx, id(1), at(2)).await.unwrap());
        assert!(!invitations::accept(&mut tx, id(1), at(2)).await.unwrap());
        assert!(!invitations::revoke(&mut tx, id(1), at(3)).await.unwrap(), "it was used");
        assert!(invitations::revoke(&mut tx, id(2), at(3)).await.unwrap());
        assert!(!invitations::revoke(&mut tx, id(2), at(3)).await.unwrap());
        assert!(!invitations::accept(&mut tx, id(2), at(4)).await.unwrap());
        assert_eq!(open(&mut tx, 4).await, [id(3)]);
        assert!(open(&mut tx, 60).await.is_empty());

        invitations::renew(&mut tx, id(3), id(BEN), &[33], at(120)).await.unwrap();
        assert_eq!(invitations::by_hash(&mut tx, &[3]).await.unwrap(), None);
        let renewed = invitations::by_hash(&mut tx, &[33]).await.unwrap().unwrap();
        assert_eq!(renewed.created_by, Some(id(BEN)));
        assert_eq!((renewed.id, renewed.is_open(at(119)), renewed.is_open(at(120))), (id(3), true, false));
        assert_eq!(open(&mut tx, 119).await, [id(3)]);
    }

    async fn programs_in_numbers(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        let career = rows::program(&mut tx, 1, "career", Some(id(1))).await;
        let open = rows::program(&mut tx, 2, "open", None).await;
        rows::program(&mut tx, 3, "theirs", Some(id(2))).await;
        rows::coordinator(&mut tx, open, id(ADA)).await;
        for (n, status) in [(1, EnrolmentStatus::Active), (2, EnrolmentStatus::Paused), (3, EnrolmentStatus::Pending)] {
            rows::enrolment(&mut tx, n, career, id(n), 0).await;
            changes::enrolment_is(&mut tx, career, id(n), status).await;
        }
        let numbers = organisations::program_numbers(&mut tx, Some(id(1)), id(ADA)).await.unwrap();
        assert_eq!(numbers.iter().map(|p| p.slug.as_str()).collect::<Vec<_>>(), ["open", "career"]);
        let career = &numbers[1];
        assert_eq!((career.participants, career.pending, career.open_requests, career.mentorships, career.achieved), (2, 1, 0, 0, 0));
        assert_eq!((career.organisation_id, numbers[0].organisation_id), (Some(id(1)), None));
    }

    async fn events_of_an_organisation_by_family_and_from_an_event_on(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        rows::program(&mut tx, 1, "career", Some(id(1))).await;
        event(&mut tx, EventKind::MemberJoined, 1, Some(id(BEN)), None).await;
        event(&mut tx, EventKind::RequestAsked, 1, Some(id(BEN)), Some(1)).await;
        event(&mut tx, EventKind::RequestExpired, 1, None, Some(1)).await;
        event(&mut tx, EventKind::RequestAsked, 2, Some(id(BEN)), None).await;
        let events = async |tx: &mut Tx, family, actor, before, limit| {
            organisations::events(tx, id(1), EventFilter { family, actor, before, without_sign_ins: false }, limit).await.unwrap()
        };
        let all = events(&mut tx, "", None, None, 10).await;
        assert_eq!(all.iter().map(|e| e.kind.as_str()).collect::<Vec<_>>(), ["request.expired", "request.asked", "member.joined"]);
        assert_eq!((all[0].actor.as_deref(), all[0].slug.as_deref(), all[0].at), (None, Some("career"), at(1)));
        assert_eq!((all[2].actor.as_deref(), all[2].actor_id, all[2].program.as_deref()), (Some("Ben"), Some(id(BEN)), None));
        assert_eq!(events(&mut tx, "request", None, None, 1).await, all[..1]);
        assert_eq!(events(&mut tx, "request", None, Some(all[0].seq), 10).await, all[1..2]);
        assert!(events(&mut tx, "req", None, None, 10).await.is_empty());
        assert_eq!(events(&mut tx, "", Some(id(BEN)), None, 10).await, all[1..]);
        assert_eq!(events(&mut tx, "member", Some(id(BEN)), None, 10).await, all[2..]);
        assert!(events(&mut tx, "", Some(id(ADA)), None, 10).await.is_empty());
    }
}
