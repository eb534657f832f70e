//! Every role × every act × every member, and that there is always an owner.

use super::{Acme, problems, refusal, word};
use domain::Refusal;
use domain::organisations::OrgRole::{self, Admin, Member, Owner};
use service::testing::Stage;
use service::{Actor, Error, organisations};
use std::sync::Arc;
use tokio::sync::Barrier;

const YES: &str = "done";
const NO: &str = "forbidden";
const HIDDEN: &str = "not found";

/// Actor (none: an outsider); member; made owner, made admin, made member, removed. Another owner is always there.
#[rustfmt::skip]
const TABLE: [(Option<OrgRole>, Option<OrgRole>, [&str; 4]); 16] = [
    (Some(Owner), Some(Owner), [YES, YES, YES, YES]),
    (Some(Owner), Some(Admin), [YES, YES, YES, YES]),
    (Some(Owner), Some(Member), [YES, YES, YES, YES]),
    (Some(Owner), None, [HIDDEN, HIDDEN, HIDDEN, HIDDEN]),
    (Some(Admin), Some(Owner), [NO, NO, NO, NO]),
    (Some(Admin), Some(Admin), [NO, YES, YES, YES]),
    (Some(Admin), Some(Member), [NO, YES, YES, YES]),
    (Some(Admin), None, [HIDDEN, HIDDEN, HIDDEN, HIDDEN]),
    (Some(Member), Some(Owner), [NO, NO, NO, NO]),
    (Some(Member), Some(Admin), [NO, NO, NO, NO]),
    (Some(Member), Some(Member), [NO, NO, NO, NO]),
    (Some(Member), None, [NO, NO, NO, NO]),
    (None, Some(Owner), [HIDDEN, HIDDEN, HIDDEN, HIDDEN]),
    (None, Some(Admin), [HIDDEN, HIDDEN, HIDDEN, HIDDEN]),
    (None, Some(Member), [HIDDEN, HIDDEN, HIDDEN, HIDDEN]),
    (None, None, [HIDDEN, HIDDEN, HIDDEN, HIDDEN]),
];

async fn somebody(acme: &Acme, name: String, role: Option<OrgRole>) -> Actor {
    let person = acme.stage.person(&name).await;
    if let Some(role) = role {
        acme.stage.member(acme.id, &person, role).await;
    }
    person
}

store::both! {
    async fn every_cell(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        for (row, (actor_role, before, expected)) in TABLE.into_iter().enumerate() {
            let actor = somebody(&acme, format!("Actor {row}"), actor_role).await;
            for (after, expected) in [Some(Owner), Some(Admin), Some(Member), None].into_iter().zip(expected) {
                let target = somebody(&acme, format!("Target {row} {after:?}"), before).await;
                let answer = match after {
                    Some(role) => organisations::set_role(ctx, &actor, "acme", target.id, role.as_str()).await,
                    None => organisations::remove(ctx, &actor, "acme", target.id).await,
                };
                assert_eq!(word(&answer), expected, "{actor_role:?} makes {before:?} {after:?}");
                let now = if expected == YES { after } else { before };
                assert_eq!(acme.role(target.id).await, now, "{actor_role:?} makes {before:?} {after:?}");
            }
        }
    }

    async fn everybody_may_leave(db) {
        let acme = Acme::new(db).await;
        for (n, role, expected) in [(1, Some(Owner), YES), (2, Some(Admin), YES), (3, Some(Member), YES), (4, None, HIDDEN)] {
            let person = somebody(&acme, format!("Person {n}"), role).await;
            assert_eq!(word(&organisations::leave(&acme.stage.ctx, &person, "acme").await), expected, "{role:?}");
            assert_eq!(acme.role(person.id).await, None);
            assert_eq!(word(&organisations::leave(&acme.stage.ctx, &person, "acme").await), HIDDEN, "once gone, it isn't there");
        }
    }

    async fn the_last_owner_stays(db) {
        let acme = Acme::new(db).await;
        let (ctx, owner) = (&acme.stage.ctx, &acme.owner);
        assert_eq!(refusal(organisations::leave(ctx, owner, "acme").await), Refusal::LastOwner);
        assert_eq!(refusal(organisations::remove(ctx, owner, "acme", owner.id).await), Refusal::LastOwner);
        for role in ["admin", "member"] {
            assert_eq!(refusal(organisations::set_role(ctx, owner, "acme", owner.id, role).await), Refusal::LastOwner);
        }
        organisations::set_role(ctx, owner, "acme", acme.member.id, "owner").await.unwrap();
        organisations::leave(ctx, owner, "acme").await.unwrap();
        assert_eq!((acme.role(owner.id).await, acme.role(acme.member.id).await), (None, Some(Owner)));
    }

    async fn nobody_promotes_themselves_and_a_role_is_one_of_three(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        for (actor, role) in [(&acme.member, "admin"), (&acme.member, "owner"), (&acme.admin, "owner")] {
            assert_eq!(word(&organisations::set_role(ctx, actor, "acme", actor.id, role).await), NO);
        }
        assert_eq!(problems(organisations::set_role(ctx, &acme.owner, "acme", acme.member.id, "king").await), ["role"]);
    }

    async fn whoever_goes_coordinates_nothing_there_any_more(db) {
        let acme = Acme::new(db).await;
        let stage = &acme.stage;
        let (career, open) = (stage.program("career").of(acme.id).open().await, stage.program("open").open().await);
        for program in [&career, &open] {
            stage.coordinator(program, &acme.member).await;
        }
        let row = |page: domain::organisations::views::MembersPage| page.members.into_iter().find(|m| m.face.id == acme.member.id);
        let before = organisations::members(&stage.ctx, &acme.owner, "acme", "", 1).await.unwrap();
        assert_eq!(row(before).unwrap().coordinates, ["career"]);
        organisations::remove(&stage.ctx, &acme.owner, "acme", acme.member.id).await.unwrap();
        let left = organisations::admin(&stage.ctx, &acme.member, "").await.unwrap();
        assert_eq!(left.others.iter().map(|p| p.slug.as_str()).collect::<Vec<_>>(), ["open"]);
    }

    async fn of_two_owners_who_go_at_the_same_time_one_stays(db) {
        let stage = Stage::new(db);
        for act in ["step down", "leave", "demote each other"] {
            let slug = act.replace(' ', "-");
            let id = stage.organisation(&slug).await;
            let (one, two) = (stage.person(&format!("One {act}")).await, stage.person(&format!("Two {act}")).await);
            for person in [&one, &two] {
                stage.member(id, person, Owner).await;
            }
            let barrier = Arc::new(Barrier::new(2));
            let run = |actor: Actor, other: Actor| {
                let (ctx, slug, barrier) = (stage.ctx.clone(), slug.clone(), barrier.clone());
                tokio::spawn(async move {
                    barrier.wait().await;
                    match act {
                        "step down" => organisations::set_role(&ctx, &actor, &slug, actor.id, "member").await,
                        "leave" => organisations::leave(&ctx, &actor, &slug).await,
                        _ => organisations::set_role(&ctx, &actor, &slug, other.id, "member").await,
                    }
                })
            };
            let (first, second) = (run(one.clone(), two.clone()), run(two.clone(), one.clone()));
            let answers = [first.await.unwrap(), second.await.unwrap()];
            assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1, "{act}: {answers:?}");
            let no = answers.into_iter().find_map(Result::err).unwrap();
            assert!(matches!(no, Error::Refused(Refusal::LastOwner) | Error::Forbidden), "{act}: {no:?}");
            let mut tx = stage.ctx.read().await.unwrap();
            assert_eq!(store::organisations::members::owners(&mut tx, id).await.unwrap(), 1, "{act}");
        }
    }
}
