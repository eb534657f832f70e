//! Changing what an organisation says, and two who do so at the same time.

use super::{Acme, problems};
use domain::editing::{Conflict, Edit};
use domain::organisations::{OrganisationDraft, OrganisationField};
use service::{Ctx, Error, organisations};

fn draft(name: &str, slug: &str) -> OrganisationDraft {
    OrganisationDraft { name: name.to_owned(), slug: slug.to_owned(), about: "We make things.".to_owned() }
}

/// The form as it is opened.
async fn opened(ctx: &Ctx, acme: &Acme, slug: &str) -> OrganisationDraft {
    organisations::settings(ctx, &acme.owner, slug).await.unwrap().draft
}

store::both! {
    async fn a_change_is_kept_and_moves_the_address(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let before = organisations::settings(ctx, &acme.admin, "acme").await.unwrap().draft;
        assert_eq!(before.name, "acme");
        let edit = Edit::new(before, draft("Acme Works", "acme-works"));
        assert_eq!(organisations::save(ctx, &acme.admin, "acme", &edit).await.unwrap(), "acme-works");
        let now = opened(ctx, &acme, "acme-works").await;
        assert_eq!(now, draft("Acme Works", "acme-works"));
        assert!(matches!(organisations::settings(ctx, &acme.owner, "acme").await, Err(Error::NotFound)));
        // An empty address keeps it.
        let edit = Edit::new(now, draft("Acme", ""));
        assert_eq!(organisations::save(ctx, &acme.owner, "acme-works", &edit).await.unwrap(), "acme-works");
    }

    async fn changes_of_two_people_are_joined(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let base = opened(ctx, &acme, "acme").await;
        let theirs = OrganisationDraft { about: "We make more.".to_owned(), ..base.clone() };
        let mine = OrganisationDraft { name: "Acme Works".to_owned(), ..base.clone() };
        organisations::save(ctx, &acme.owner, "acme", &Edit::new(base.clone(), theirs)).await.unwrap();
        organisations::save(ctx, &acme.admin, "acme", &Edit::new(base, mine)).await.unwrap();
        let now = opened(ctx, &acme, "acme").await;
        assert_eq!((now.name.as_str(), now.about.as_str()), ("Acme Works", "We make more."));
    }

    async fn of_two_who_change_one_field_the_later_sees_what_the_other_saved(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let base = opened(ctx, &acme, "acme").await;
        let (first, second) = (draft("First", "acme"), draft("Second", "acme"));
        organisations::save(ctx, &acme.owner, "acme", &Edit::new(base.clone(), first.clone())).await.unwrap();
        let Err(Error::Conflict(text)) = organisations::save(ctx, &acme.admin, "acme", &Edit::new(base.clone(), second)).await else {
            panic!("the other change would be lost");
        };
        let conflict: Conflict<OrganisationDraft> = serde_json::from_str(&text).unwrap();
        assert_eq!((conflict.fields.as_slice(), &conflict.theirs), (&[OrganisationField::Name][..], &first));
        // Who wants the same has nothing to decide, and nothing changes.
        organisations::save(ctx, &acme.admin, "acme", &Edit::new(base, first.clone())).await.unwrap();
        assert_eq!(opened(ctx, &acme, "acme").await, first);
        // Who decided goes on from what they saw.
        organisations::save(ctx, &acme.admin, "acme", &Edit::after(&conflict, &[])).await.unwrap();
        assert_eq!(opened(ctx, &acme, "acme").await.name, "Second");
    }

    async fn what_is_wrong_stands_beside_its_field(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        acme.stage.organisation("globex").await;
        let base = opened(ctx, &acme, "acme").await;
        let edit = |name: &str, slug: &str| Edit::new(base.clone(), draft(name, slug));
        assert_eq!(problems(organisations::save(ctx, &acme.owner, "acme", &edit("Acme", "globex")).await), ["slug"]);
        assert_eq!(problems(organisations::save(ctx, &acme.owner, "acme", &edit("", "no address")).await), ["name", "slug"]);
        assert_eq!(opened(ctx, &acme, "acme").await, base);
    }
}
