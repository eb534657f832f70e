//! For whoever isn't a member, an organisation isn't there; what is in it to manage is for owners and admins.

use super::{Acme, word};
use domain::editing::Edit;
use domain::organisations::{OrgRole, OrganisationDraft};
use service::organisations as org;
use service::{Actor, Error};

/// Each use case that manages an organisation, on things that are there.
async fn manage(acme: &Acme, actor: &Actor, act: &str) -> Result<(), Error> {
    let ctx = &acme.stage.ctx;
    match act {
        "admin" => org::admin(ctx, actor, "acme").await.map(drop),
        "members" => org::members(ctx, actor, "acme", "", 1).await.map(drop),
        "settings" => org::settings(ctx, actor, "acme").await.map(drop),
        "audit" => org::audit(ctx, actor, "acme", "", None, None).await.map(drop),
        "invite by mail" => org::invite_by_mail(ctx, actor, "acme", "new@example.org", "member").await,
        "invite by link" => org::invite_by_link(ctx, actor, "acme").await,
        "revoke" => org::revoke(ctx, actor, "acme", acme.invitations().await[0].id).await,
        "send again" => {
            let invitation = acme.invitations().await.into_iter().find(|i| i.email.is_some()).unwrap();
            org::send_again(ctx, actor, "acme", invitation.id).await
        }
        "save" => {
            let mut edit = Edit::<OrganisationDraft>::default();
            edit.mine.name = format!("Acme of {}", actor.name);
            org::save(ctx, actor, "acme", &edit).await.map(drop)
        }
        other => panic!("no act {other}"),
    }
}

const ACTS: [&str; 9] = ["admin", "members", "settings", "audit", "invite by mail", "invite by link", "revoke", "send again", "save"];

store::both! {
    async fn every_use_case_for_everybody(db) {
        let acme = Acme::new(db).await;
        let stage = &acme.stage;
        let (coordinator, other) = (stage.person("Carla").await, stage.person("Gus").await);
        stage.member(acme.id, &coordinator, OrgRole::Member).await;
        let career = stage.program("career").of(acme.id).open().await;
        stage.coordinator(&career, &coordinator).await;
        let globex = stage.organisation("globex").await;
        stage.member(globex, &other, OrgRole::Owner).await;
        acme.invite(&acme.owner, "first@example.org", OrgRole::Member).await;
        acme.link().await;
        let people = [
            (&acme.outsider, "not found"),
            (&other, "not found"),
            (&acme.member, "forbidden"),
            (&coordinator, "forbidden"),
            (&acme.admin, "done"),
            (&acme.owner, "done"),
        ];
        for act in ACTS {
            for (actor, expected) in people {
                let before = acme.invitations().await.len();
                assert_eq!(word(&manage(&acme, actor, act).await), expected, "{act} by {}", actor.name);
                if expected != "done" {
                    assert_eq!(acme.invitations().await.len(), before, "{act} by {}", actor.name);
                    assert_eq!(org::settings(&stage.ctx, &acme.owner, "acme").await.unwrap().draft.name, "acme");
                }
            }
        }
    }

    async fn an_organisation_that_is_nowhere_answers_the_same(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        for actor in [&acme.outsider, &acme.owner] {
            assert_eq!(word(&org::members(ctx, actor, "nowhere", "", 1).await), "not found");
            assert_eq!(word(&org::leave(ctx, actor, "nowhere").await), "not found");
            assert_eq!(word(&org::invite_by_link(ctx, actor, "nowhere").await), "not found");
            assert_eq!(word(&org::save(ctx, actor, "nowhere", &Edit::default()).await), "not found");
        }
    }
}
