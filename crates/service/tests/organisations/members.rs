//! The list of members: searching, paging, and what each reader may change.

use super::Acme;
use domain::organisations::OrgRole;
use domain::organisations::views::MembersPage;
use domain::shared::Pages;
use service::{Actor, organisations};

async fn page(acme: &Acme, actor: &Actor, words: &str, page: i64) -> MembersPage {
    organisations::members(&acme.stage.ctx, actor, "acme", words, page).await.unwrap()
}

fn names(page: &MembersPage) -> Vec<&str> {
    page.members.iter().map(|m| m.face.name.as_str()).collect()
}

store::both! {
    async fn fifty_on_a_page_by_name(db) {
        let acme = Acme::new(db).await;
        for n in 1..=52 {
            let person = acme.stage.person(&format!("Zoe {n:02}")).await;
            acme.stage.member(acme.id, &person, OrgRole::Member).await;
        }
        let first = page(&acme, &acme.admin, "", 1).await;
        assert_eq!((first.total, first.pages, first.members.len()), (55, Pages { previous: None, next: Some(2) }, 50));
        assert_eq!(names(&first)[..4], ["Adam", "Olga", "Pablo", "Zoe 01"]);
        let second = page(&acme, &acme.admin, "", 2).await;
        assert_eq!(names(&second), ["Zoe 48", "Zoe 49", "Zoe 50", "Zoe 51", "Zoe 52"]);
        // A page that there isn't is the nearest one.
        assert_eq!(page(&acme, &acme.admin, "", 99).await, second);
        for wrong in [0, -1, i64::MIN] {
            assert_eq!(page(&acme, &acme.admin, "", wrong).await, first);
        }
        let some = page(&acme, &acme.admin, " zoe 5 ", 1).await;
        assert_eq!((names(&some), some.total, some.words.as_str()), (vec!["Zoe 50", "Zoe 51", "Zoe 52"], 3, "zoe 5"));
    }

    async fn found_by_name_and_by_address(db) {
        let acme = Acme::new(db).await;
        assert_eq!(names(&page(&acme, &acme.owner, "AbLo", 1).await), ["Pablo"]);
        assert_eq!(names(&page(&acme, &acme.owner, "adam@example", 1).await), ["Adam"]);
        assert_eq!(page(&acme, &acme.owner, "@example.org", 1).await.total, 3);
        for nobody in ["otto", "%", "_", "!", "'"] {
            let found = page(&acme, &acme.owner, nobody, 1).await;
            assert_eq!((found.members.len(), found.total, found.pages), (0, 0, Pages::default()), "{nobody}");
        }
    }

    async fn one_sees_what_one_may_change(db) {
        let acme = Acme::new(db).await;
        let row = |page: &MembersPage| page.members.iter().map(|m| (m.role, m.me, m.mine_to_change)).collect::<Vec<_>>();
        let (owner, admin, member) = (OrgRole::Owner, OrgRole::Admin, OrgRole::Member);
        let seen = page(&acme, &acme.owner, "", 1).await;
        assert_eq!((seen.role, row(&seen)), (owner, vec![(admin, false, true), (owner, true, false), (member, false, true)]));
        let seen = page(&acme, &acme.admin, "", 1).await;
        assert_eq!((seen.role, row(&seen)), (admin, vec![(admin, true, false), (owner, false, false), (member, false, true)]));
        assert_eq!(seen.members[0].email, "adam@example.org");
        assert!(seen.invitations.is_empty());
    }

    async fn without_an_address_the_first_that_one_manages(db) {
        let acme = Acme::new(db).await;
        let abel = acme.stage.organisation("abel").await;
        acme.stage.member(abel, &acme.owner, OrgRole::Member).await;
        let seen = organisations::members(&acme.stage.ctx, &acme.owner, "", "", 1).await.unwrap();
        assert_eq!(seen.organisation.slug, "acme", "one that they only belong to doesn't count");
        assert!(matches!(organisations::members(&acme.stage.ctx, &acme.member, "", "", 1).await, Err(service::Error::NotFound)));
    }
}
