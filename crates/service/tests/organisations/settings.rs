//! Changing what an organisation says, and two who do so at the same time.

use super::{Acme, problems};
use domain::organisations::{OrganisationDraft, OrganisationVersions};
use service::Error;
use service::organisations::{self, Edit};

fn edit(name: &str, slug: &str, version: i32) -> Edit {
    Edit { draft: OrganisationDraft { name: name.to_owned(), slug: slug.to_owned(), about: "We make things.".to_owned() }, version }
}

store::both! {
    async fn a_change_is_kept_and_moves_the_address(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let before = organisations::settings(ctx, &acme.admin, "acme").await.unwrap();
        assert_eq!((before.draft.name.as_str(), before.version), ("acme", 1));
        assert_eq!(organisations::save(ctx, &acme.admin, "acme", &edit("Acme Works", "acme-works", 1)).await.unwrap(), "acme-works");
        let now = organisations::settings(ctx, &acme.owner, "acme-works").await.unwrap();
        assert_eq!((now.draft.clone(), now.version), (edit("Acme Works", "acme-works", 2).draft, 2));
        assert!(matches!(organisations::settings(ctx, &acme.owner, "acme").await, Err(Error::NotFound)));
        // An empty address keeps it.
        assert_eq!(organisations::save(ctx, &acme.owner, "acme-works", &edit("Acme", "", 2)).await.unwrap(), "acme-works");
    }

    async fn of_two_who_change_it_the_later_sees_what_the_other_saved(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        organisations::save(ctx, &acme.owner, "acme", &edit("First", "acme", 1)).await.unwrap();
        let Err(Error::Conflict(text)) = organisations::save(ctx, &acme.admin, "acme", &edit("Second", "acme", 1)).await else {
            panic!("the other change would be lost");
        };
        let versions: OrganisationVersions = serde_json::from_str(&text).unwrap();
        assert_eq!(versions, OrganisationVersions { version: 2, theirs: edit("First", "acme", 1).draft });
        // Who wants the same has nothing to decide, and nothing changes.
        organisations::save(ctx, &acme.admin, "acme", &edit("First", "acme", 1)).await.unwrap();
        assert_eq!(organisations::settings(ctx, &acme.owner, "acme").await.unwrap().version, 2);
        // Who decided goes on from the version seen.
        organisations::save(ctx, &acme.admin, "acme", &edit("Second", "acme", versions.version)).await.unwrap();
        assert_eq!(organisations::settings(ctx, &acme.owner, "acme").await.unwrap().draft.name, "Second");
    }

    async fn what_is_wrong_stands_beside_its_field(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        acme.stage.organisation("globex").await;
        assert_eq!(problems(organisations::save(ctx, &acme.owner, "acme", &edit("Acme", "globex", 1)).await), ["slug"]);
        assert_eq!(problems(organisations::save(ctx, &acme.owner, "acme", &edit("", "no address", 1)).await), ["name", "slug"]);
        assert_eq!(organisations::settings(ctx, &acme.owner, "acme").await.unwrap().version, 1);
    }
}
