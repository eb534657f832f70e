//! What happened in an organisation: families, pages, the reader's language, and words for everything that can happen.

use super::Acme;
use domain::editing::Edit;
use domain::enrolments::EnrolmentStatus;
use domain::events::EventKind;
use domain::organisations::views::AuditPage;
use domain::organisations::{OrgRole, OrganisationDraft};
use i18n::{I18n, Locale};
use service::announce::{self, Event};
use service::organisations::{self, kind_words};
use service::{enrolments, requests};
use std::collections::BTreeSet;

async fn page(acme: &Acme, family: &str, before: Option<i64>) -> AuditPage {
    organisations::audit(&acme.stage.ctx, &acme.admin, "acme", family, None, before).await.unwrap()
}

fn words(page: &AuditPage) -> Vec<&str> {
    page.events.iter().map(|e| e.what.as_str()).collect()
}

fn said(locale: Locale, kind: &str) -> &'static str {
    I18n::of(locale).t(kind_words(kind).unwrap())
}

store::both! {
    async fn the_newest_come_first_in_pages_of_fifty(db) {
        let acme = Acme::new(db).await;
        for _ in 0..52 {
            organisations::invite_by_link(&acme.stage.ctx, &acme.owner, "acme").await.unwrap();
        }
        organisations::set_role(&acme.stage.ctx, &acme.owner, "acme", acme.member.id, "admin").await.unwrap();
        let first = page(&acme, "", None).await;
        assert_eq!((first.events.len(), first.pages.next), (50, first.events.last().map(|e| e.seq)));
        assert_eq!(words(&first)[..2], [said(Locale::En, "member.role_changed"), said(Locale::En, "member.invited")]);
        assert!(first.events.is_sorted_by(|a, b| a.seq > b.seq));
        let second = page(&acme, "", first.pages.next).await;
        assert_eq!((second.events.len(), second.pages.next), (3, None));
        assert!(second.events[0].seq < first.events[49].seq);
        // When exactly one page is there, no other one is offered.
        let rest = page(&acme, "", Some(first.events[0].seq - 1)).await;
        assert_eq!((rest.events.len(), rest.pages.next.is_some()), (50, true));
        let rest = page(&acme, "", Some(rest.events[0].seq)).await;
        assert_eq!((rest.events.len(), rest.pages.next), (50, None));
    }

    async fn of_one_family_and_of_one_organisation(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let globex = acme.stage.organisation("globex").await;
        acme.stage.member(globex, &acme.outsider, OrgRole::Owner).await;
        organisations::invite_by_link(ctx, &acme.outsider, "globex").await.unwrap();
        assert!(page(&acme, "", None).await.events.is_empty());
        let mut edit = Edit::<OrganisationDraft>::default();
        edit.mine.name = "Acme".to_owned();
        organisations::save(ctx, &acme.owner, "acme", &edit).await.unwrap();
        organisations::invite_by_link(ctx, &acme.owner, "acme").await.unwrap();
        let (changed, invited) = (said(Locale::En, "organisation.changed"), said(Locale::En, "member.invited"));
        for (family, expected) in [("", vec![invited, changed]), ("member", vec![invited]), ("organisation", vec![changed]), ("goal", vec![])] {
            let seen = page(&acme, family, None).await;
            assert_eq!((words(&seen), seen.family.as_str()), (expected, family));
        }
        // A family that there isn't filters nothing.
        for family in ["%", "accounts", "memb"] {
            let seen = page(&acme, family, None).await;
            assert_eq!((seen.events.len(), seen.family.as_str()), (2, ""));
        }
        let names: Vec<String> = page(&acme, "", None).await.families.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["request", "mentorship", "match_run", "proposal", "goal", "milestone", "program", "enrolment", "organisation", "member", "account"]);
    }

    async fn by_one_person_and_with_whom_it_concerns(db) {
        let acme = Acme::new(db).await;
        let (stage, ctx) = (&acme.stage, &acme.stage.ctx);
        let program = stage.program("career").of(acme.id).open().await;
        stage.mentor(&program, &acme.member, 1).await;
        stage.mentee(&program, &acme.outsider).await;
        let text = "Would you be my mentor, please?";
        let request = requests::ask(ctx, &acme.outsider, "career", acme.member.id, text).await.unwrap();
        requests::accept(ctx, Some(&acme.member), request, "").await.unwrap();
        organisations::set_role(ctx, &acme.owner, "acme", acme.member.id, "admin").await.unwrap();
        let waiting = stage.person("Wanda").await;
        stage.mentee(&program, &waiting).await;
        stage.enrolment_is(&program, &waiting, EnrolmentStatus::Pending).await;
        enrolments::approve_all(ctx, &acme.owner, "career").await.unwrap();
        let of = async |person: &service::Actor| {
            let page = organisations::audit(ctx, &acme.admin, "acme", "", Some(person.id), None).await.unwrap();
            assert_eq!(page.person, Some(person.id));
            page.events.into_iter().map(|e| (e.what, e.whom)).collect::<Vec<_>>()
        };
        let line = |kind, whom: &[&str]| (said(Locale::En, kind).to_owned(), whom.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&acme.owner).await, [line("enrolment.approved", &["Wanda"]), line("member.role_changed", &["Pablo"])]);
        assert_eq!(of(&acme.outsider).await, [line("request.asked", &["Pablo"])]);
        assert!(of(&acme.member).await.contains(&line("request.accepted", &["Otto"])));
        assert!(of(&acme.admin).await.is_empty());
    }

    async fn in_the_readers_language_and_zone(db) {
        let acme = Acme::new(db).await;
        organisations::invite_by_link(&acme.stage.ctx, &acme.owner, "acme").await.unwrap();
        let greta = acme.stage.person_in("Greta", "de", "Asia/Tokyo").await;
        acme.stage.member(acme.id, &greta, OrgRole::Admin).await;
        let german = Locale::from_tag("de").unwrap();
        let seen = organisations::audit(&acme.stage.ctx, &greta, "acme", "", None, None).await.unwrap();
        assert_eq!(words(&seen), [said(german, "member.invited")]);
        let there = "2026-03-02T18:00:00".parse().unwrap();
        assert_eq!(seen.events[0].when, I18n::of(german).date_time(there));
        assert_eq!((seen.events[0].who.clone(), seen.events[0].program.as_ref()), (Some((acme.owner.id, "Olga".to_owned())), None));
    }
}

/// What is one person's own business.
const PERSONAL: [&str; 8] = [
    "account.deletion_asked",
    "account.kept",
    "account.created",
    "account.verified",
    "account.email_changed",
    "account.password_changed",
    "account.password_reset",
    "profile.changed",
];

#[test]
fn everything_that_managers_may_see_has_words_and_what_they_may_not_has_none() {
    let silent: BTreeSet<&str> = EventKind::ALL.iter().map(|kind| kind.as_str()).filter(|kind| kind_words(kind).is_none()).collect();
    assert_eq!(silent, BTreeSet::from(PERSONAL));
    assert!(EventKind::ALL.len() > 80, "all are looked at");
    assert!(kind_words("of_another.time").is_none());
}

store::both! {
    async fn what_is_one_persons_own_business_is_no_organisations(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        for kind in EventKind::ALL {
            let happening = Event { organisation: Some(acme.id), actor: Some(acme.member.id), ..Event::of(*kind) };
            announce::event(ctx, &mut tx, happening).await.unwrap();
        }
        tx.commit().await.unwrap();
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = page(&acme, "", before).await;
            seen.extend(page.events.into_iter().map(|e| e.what));
            before = page.pages.next;
            if before.is_none() { break; }
        }
        assert_eq!(seen.len(), EventKind::ALL.len() - PERSONAL.len());
        assert!(PERSONAL.iter().all(|kind| !seen.iter().any(|what| what == kind)), "{seen:?}");
        for family in page(&acme, "", None).await.families {
            assert!(!page(&acme, &family.0, None).await.events.is_empty(), "{}", family.0);
        }
    }
}
