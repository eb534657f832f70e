//! Making an organisation.

use super::{problems, refusal};
use domain::Refusal;
use domain::organisations::{OrgRole, OrganisationDraft};
use service::testing::Stage;
use service::{Actor, organisations};

fn named(name: &str) -> OrganisationDraft {
    OrganisationDraft { name: name.to_owned(), ..OrganisationDraft::default() }
}

store::both! {
    async fn whoever_makes_one_owns_it(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let slug = organisations::create(&stage.ctx, &amara, &named("Café Nord")).await.unwrap();
        assert_eq!(slug, "cafe-nord");
        let members = organisations::members(&stage.ctx, &amara, &slug, "", 1).await.unwrap();
        assert_eq!((members.organisation.name.as_str(), members.role, members.total), ("Café Nord", OrgRole::Owner, 1));
        assert!(members.members[0].me && !members.members[0].mine_to_change);
        let happened = organisations::audit(&stage.ctx, &amara, &slug, "organisation", None, None).await.unwrap();
        assert_eq!(happened.events.len(), 1);
        assert_eq!(happened.events[0].who.as_ref().map(|(_, name)| name.as_str()), Some("Amara"));
    }

    async fn an_address_is_confirmed_first(db) {
        let stage = Stage::new(db);
        let amara = Actor { verified: false, ..stage.person("Amara").await };
        assert_eq!(refusal(organisations::create(&stage.ctx, &amara, &named("Acme")).await), Refusal::EmailNotVerified);
        let mut tx = stage.ctx.read().await.unwrap();
        assert_eq!(store::organisations::by_slug(&mut tx, "acme").await.unwrap(), None);
    }

    async fn a_taken_address_is_said_beside_its_field(db) {
        let stage = Stage::new(db);
        stage.organisation("acme").await;
        let amara = stage.person("Amara").await;
        assert_eq!(problems(organisations::create(&stage.ctx, &amara, &named("Acme")).await), ["slug"]);
        let other = OrganisationDraft { slug: "ACME".to_owned(), ..named("Another") };
        assert_eq!(problems(organisations::create(&stage.ctx, &amara, &other).await), ["slug"]);
        assert_eq!(problems(organisations::create(&stage.ctx, &amara, &named(" ")).await)[0], "name");
        let mut tx = stage.ctx.read().await.unwrap();
        assert!(store::organisations::of_person(&mut tx, amara.id).await.unwrap().is_empty(), "nothing is left of it");
    }
}
