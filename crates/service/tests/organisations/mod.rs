//! The use cases of organisations, on both engines: making one, members and roles, invitations, settings, what happened; who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod creating;
mod glance;
mod happened;
mod invitations;
mod links;
mod members;
mod roles;
mod settings;
mod walls;

use chrono::Duration;
use domain::organisations::OrgRole;
use domain::organisations::views::InvitationRow;
use domain::{OrganisationId, PersonId};
use service::testing::Stage;
pub use service::testing::{problems, refusal};
use service::{Actor, Error, organisations};

/// An organisation `acme` with somebody of each kind.
pub struct Acme {
    pub stage: Stage,
    pub id: OrganisationId,
    pub owner: Actor,
    pub admin: Actor,
    pub member: Actor,
    pub outsider: Actor,
}

impl Acme {
    pub async fn new(db: &store::Db) -> Self {
        let stage = Stage::new(db);
        let id = stage.organisation("acme").await;
        let (owner, admin) = (stage.person("Olga").await, stage.person("Adam").await);
        let (member, outsider) = (stage.person("Pablo").await, stage.person("Otto").await);
        for (person, role) in [(&owner, OrgRole::Owner), (&admin, OrgRole::Admin), (&member, OrgRole::Member)] {
            stage.member(id, person, role).await;
        }
        Self { stage, id, owner, admin, member, outsider }
    }

    pub async fn role(&self, person: PersonId) -> Option<OrgRole> {
        let mut tx = self.stage.ctx.read().await.unwrap();
        store::organisations::role_of(&mut tx, self.id, person).await.unwrap()
    }

    /// The invitations that are open, newest first.
    pub async fn invitations(&self) -> Vec<InvitationRow> {
        organisations::members(&self.stage.ctx, &self.owner, "acme", "", 1).await.unwrap().invitations
    }

    /// The token of a new link.
    pub async fn link(&self) -> String {
        // Ids are in the order of time.
        self.stage.clock.advance(Duration::seconds(1));
        organisations::invite_by_link(&self.stage.ctx, &self.owner, "acme").await.unwrap();
        let link = self.invitations().await.remove(0).link.unwrap();
        link.rsplit_once("/invite/").unwrap().1.to_owned()
    }

    /// The token in the mail of a new invitation.
    pub async fn invite(&self, actor: &Actor, email: &str, role: OrgRole) -> String {
        organisations::invite_by_mail(&self.stage.ctx, actor, "acme", email, role.as_str()).await.unwrap();
        self.mailed_token(email).await
    }

    /// The token in the one mail to an address that wasn't taken yet.
    pub async fn mailed_token(&self, email: &str) -> String {
        let ctx = &self.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        let mut mails = store::mails::claim(&mut tx, ctx.now(), ctx.now() + Duration::days(10_000), 100).await.unwrap();
        tx.commit().await.unwrap();
        mails.retain(|mail| mail.to_email == email);
        assert_eq!(mails.len(), 1, "mails to {email}");
        mails[0].body_text.split_once("/invite/").unwrap().1.lines().next().unwrap().to_owned()
    }

    pub async fn accept(&self, actor: &Actor, token: &str) -> Result<(), Error> {
        organisations::accept(&self.stage.ctx, actor, token).await.map(|_| ())
    }
}

/// A use case's answer in a word, for tables.
pub fn word<T>(answer: &Result<T, Error>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(Error::Refused(_)) => "refused",
        Err(Error::Forbidden) => "forbidden",
        Err(Error::NotFound) => "not found",
        Err(_) => "another error",
    }
}
