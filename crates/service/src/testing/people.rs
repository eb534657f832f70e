//! People for tests, and their place in organisations and programs: `stage.mentor(&program, &amara, 2).await`.

use super::Stage;
use crate::Actor;
use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::{EnrolmentId, OrganisationId};
use store::programs::{self, Program};
use store::testing::{changes, rows};

impl Stage {
    /// Somebody with a confirmed address, who reads and speaks English and lives in UTC.
    pub async fn person(&self, name: &str) -> Actor {
        self.person_in(name, "en", "UTC").await
    }

    /// Somebody who reads and speaks a language and lives in a time zone.
    pub async fn person_in(&self, name: &str, locale: &str, zone: &str) -> Actor {
        let mut tx = self.ctx.write().await.unwrap();
        let person = rows::person_in(&mut tx, self.ctx.uuid().as_u128(), name, locale, zone).await;
        changes::speaks(&mut tx, person, &[locale]).await;
        tx.commit().await.unwrap();
        self.signed_in(person).await
    }

    /// Takes back that somebody's address is confirmed.
    pub async fn unconfirmed(&self, person: &Actor) -> Actor {
        let mut tx = self.ctx.write().await.unwrap();
        changes::unconfirmed(&mut tx, person.id).await;
        tx.commit().await.unwrap();
        self.signed_in(person.id).await
    }

    /// Says which languages somebody speaks, instead of those they spoke before.
    pub async fn speaks(&self, person: &Actor, languages: &[&str]) {
        let mut tx = self.ctx.write().await.unwrap();
        changes::speaks(&mut tx, person.id, languages).await;
        tx.commit().await.unwrap();
    }

    /// An organisation, by the name in its address.
    pub async fn organisation(&self, slug: &str) -> OrganisationId {
        let mut tx = self.ctx.write().await.unwrap();
        let id = rows::organisation(&mut tx, self.ctx.uuid().as_u128(), slug).await;
        tx.commit().await.unwrap();
        id
    }

    /// Makes somebody a member of an organisation.
    pub async fn member(&self, organisation: OrganisationId, person: &Actor, role: OrgRole) {
        let mut tx = self.ctx.write().await.unwrap();
        rows::member(&mut tx, organisation, person.id, role).await;
        tx.commit().await.unwrap();
    }

    /// Makes somebody a coordinator of a program.
    pub async fn coordinator(&self, program: &Program, person: &Actor) {
        let mut tx = self.ctx.write().await.unwrap();
        rows::coordinator(&mut tx, program.id, person.id).await;
        tx.commit().await.unwrap();
    }

    /// Enrols somebody who offers mentoring, with room for so many.
    pub async fn mentor(&self, program: &Program, person: &Actor, capacity: i32) -> EnrolmentId {
        self.enrol(program, person, capacity).await
    }

    /// Enrols somebody who looks for a mentor.
    pub async fn mentee(&self, program: &Program, person: &Actor) -> EnrolmentId {
        self.enrol(program, person, 0).await
    }

    /// Enrols somebody who does both.
    pub async fn mentor_and_mentee(&self, program: &Program, person: &Actor, capacity: i32) -> EnrolmentId {
        let id = self.enrol(program, person, capacity).await;
        let mut tx = self.ctx.write().await.unwrap();
        changes::does_both(&mut tx, program.id, person.id).await;
        tx.commit().await.unwrap();
        id
    }

    /// Makes somebody who is enrolled on one side both mentor and mentee.
    pub async fn mentor_and_mentee_too(&self, program: &Program, person: &Actor) {
        let mut tx = self.ctx.write().await.unwrap();
        changes::does_both(&mut tx, program.id, person.id).await;
        tx.commit().await.unwrap();
    }

    async fn enrol(&self, program: &Program, person: &Actor, capacity: i32) -> EnrolmentId {
        let mut tx = self.ctx.write().await.unwrap();
        let id = rows::enrolment(&mut tx, self.ctx.uuid().as_u128(), program.id, person.id, capacity).await;
        programs::touch_roster(&mut tx, program.id).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Puts an enrolment in another state, whatever the rules say.
    pub async fn enrolment_is(&self, program: &Program, person: &Actor, status: EnrolmentStatus) {
        let mut tx = self.ctx.write().await.unwrap();
        changes::enrolment_is(&mut tx, program.id, person.id, status).await;
        programs::touch_roster(&mut tx, program.id).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The kinds of the notifications that somebody got, in the order of the alphabet.
    pub async fn told(&self, person: &Actor) -> Vec<String> {
        let mut tx = self.ctx.read().await.unwrap();
        let mut kinds: Vec<String> =
            store::notifications::newest(&mut tx, person.id, 100).await.unwrap().into_iter().map(|n| n.kind).collect();
        kinds.sort();
        kinds
    }

    /// The subjects of the mails written to somebody, in the order of the alphabet.
    pub async fn mailed(&self, person: &Actor) -> Vec<String> {
        changes::mailed(&mut self.ctx.read().await.unwrap(), person.id).await
    }
}
