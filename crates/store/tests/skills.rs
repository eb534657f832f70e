//! Contract of `store::skills` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::organisations::OrgRole;
use domain::{OrganisationId, PersonId};
use store::skills::{self, CustomSkill};
use store::testing::rows::{self, at};
use store::{Tx, both};

fn skill(n: u8, organisation: Option<OrganisationId>, name: &str) -> CustomSkill {
    CustomSkill { id: format!("added-{n}"), organisation_id: organisation, name: name.to_owned(), name_key: name.to_lowercase() }
}

/// Amara is in Acme, Noor in no organisation.
async fn fixture(tx: &mut Tx) -> (PersonId, PersonId, OrganisationId) {
    let (amara, noor) = (rows::person(tx, 1, "Amara").await, rows::person(tx, 2, "Noor").await);
    let acme = rows::organisation(tx, 1, "acme").await;
    rows::member(tx, acme, amara, OrgRole::Member).await;
    (amara, noor, acme)
}

fn names(skills: Vec<CustomSkill>) -> Vec<String> {
    skills.into_iter().map(|skill| skill.name).collect()
}

both! {
    async fn each_name_is_there_once_in_each_organisation_and_once_in_the_community(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, noor, acme) = fixture(&mut tx).await;
        skills::insert(&mut tx, &[skill(1, Some(acme), "Beekeeping"), skill(2, None, "Beekeeping")], amara, at(0)).await.unwrap();
        skills::insert(&mut tx, &[skill(3, Some(acme), "Beekeeping"), skill(4, None, "Beekeeping"), skill(5, None, "Falconry")], noor, at(1)).await.unwrap();
        assert_eq!(skills::added_by(&mut tx, amara).await.unwrap(), 2);
        assert_eq!(skills::added_by(&mut tx, noor).await.unwrap(), 1);
        let all = ["added-1", "added-2", "added-3", "added-5"].map(str::to_owned);
        let mut found = skills::names(&mut tx, &all).await.unwrap();
        found.sort();
        assert_eq!(found.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect::<Vec<_>>(),
            [("added-1", "Beekeeping"), ("added-2", "Beekeeping"), ("added-5", "Falconry")]);
        assert_eq!(skills::names(&mut tx, &[]).await.unwrap(), []);
    }

    async fn the_names_of_however_many_are_asked_for(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, _, acme) = fixture(&mut tx).await;
        skills::insert(&mut tx, &[skill(1, Some(acme), "Beekeeping")], amara, at(0)).await.unwrap();
        // More than one statement of either engine takes.
        let ids: Vec<String> = (0..70_000).map(|n| format!("added-{n}")).collect();
        assert_eq!(skills::names(&mut tx, &ids).await.unwrap(), [("added-1".to_owned(), "Beekeeping".to_owned())]);
    }

    async fn an_organisations_skills_are_known_to_its_members_only(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, noor, acme) = fixture(&mut tx).await;
        skills::insert(&mut tx, &[skill(1, None, "Falconry"), skill(2, Some(acme), "Secret sauce")], amara, at(0)).await.unwrap();
        let wanted = ["falconry".to_owned(), "added-2".to_owned()];
        assert_eq!(names(skills::known(&mut tx, amara, &wanted).await.unwrap()), ["Secret sauce", "Falconry"], "the organisation's first");
        assert_eq!(names(skills::known(&mut tx, noor, &wanted).await.unwrap()), ["Falconry"]);
        assert_eq!(skills::known(&mut tx, noor, &[]).await.unwrap(), []);
        assert_eq!(names(skills::newest(&mut tx, amara, 10).await.unwrap()), ["Secret sauce", "Falconry"]);
        assert_eq!(names(skills::newest(&mut tx, noor, 10).await.unwrap()), ["Falconry"]);
        assert_eq!(skills::newest(&mut tx, amara, 1).await.unwrap().len(), 1);
        assert_eq!(skills::home_of(&mut tx, amara).await.unwrap(), Some(acme));
        assert_eq!(skills::home_of(&mut tx, noor).await.unwrap(), None);
    }
}
