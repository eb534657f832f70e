//! Who sees which kind of event and of notification. Both are written down beside the kinds, in `domain`, where a kind without an
//! audience doesn't compile; here one of each is written, and everybody looks.

use super::row::WHO;
use super::stage::{Stage, Template};
use domain::PersonId;
use domain::events::{Audience, EventKind};
use domain::home::Notifications;
use domain::notifications::NotificationKind;
use domain::organisations::views::{AdminPage, AuditPage};
use service::announce::{Batch, Event};
use std::collections::{BTreeMap, BTreeSet};
use store::Engine;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kinds_are_seen_by_those_they_are_for_on_sqlite() {
    kinds_are_seen_by_those_they_are_for(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kinds_are_seen_by_those_they_are_for_on_postgres() {
    kinds_are_seen_by_those_they_are_for(Engine::Postgres).await;
}

async fn kinds_are_seen_by_those_they_are_for(engine: Engine) {
    let stage = Template::make(engine).await.stage().await;
    let written = write_one_of_each(&stage).await;
    assert_eq!(written.len(), EventKind::ALL.len());
    for who in WHO {
        let (mut in_audit, mut at_a_glance, mut notified) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        if who == "admin" {
            in_audit = EventKind::ALL.iter().copied().filter(|kind| kind.audience() != Audience::Nobody).collect();
            at_a_glance = in_audit.iter().copied().filter(|kind| kind.audience() == Audience::Managers).collect();
        }
        if who == "participant" {
            notified = NotificationKind::ALL.iter().map(|kind| format!("/of/{kind}")).collect();
        }
        assert_eq!(kinds(&written, audit(&stage, who).await), in_audit, "all that happened, to the {who}");
        // There are only the newest.
        let glance = kinds(&written, glance(&stage, who).await);
        assert!(glance.is_subset(&at_a_glance) && glance.is_empty() == at_a_glance.is_empty(), "at a glance, to the {who}: {glance:?}");
        assert_eq!(notifications(&stage, who).await, notified, "notifications of the {who}");
    }
}

/// An event of each kind in the organisation, about the mentorship; a notification of each kind for the participant. Gives the places
/// of the events in the stream.
async fn write_one_of_each(stage: &Stage) -> BTreeMap<i64, EventKind> {
    let ctx = &stage.server.stage.ctx;
    let id = |name: &str| -> PersonId { stage.people.iter().find(|(what, _)| *what == name).unwrap().1 };
    let mut tx = ctx.write().await.unwrap();
    let program = store::programs::by_slug(&mut tx, &stage.buddies).await.unwrap().unwrap();
    let mut batch = Batch::default();
    for kind in EventKind::ALL {
        let new_event = Event {
            actor: Some(id("participant")),
            organisation: program.organisation_id,
            program: Some(program.id),
            subject: Some(stage.mentorship.parse().unwrap()),
            ..Event::of(*kind)
        };
        batch.event(ctx, new_event);
    }
    for kind in NotificationKind::ALL {
        batch.notify(ctx, id("participant"), *kind, format!("/of/{kind}"), &[("name", "Max"), ("program", "Buddies")]);
    }
    batch.write(&mut tx).await.unwrap();
    let newest = store::events::of_program(&mut tx, program.id, i64::try_from(EventKind::ALL.len()).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    newest.into_iter().map(|event| (event.seq, event.kind.parse().unwrap())).collect()
}

fn kinds(written: &BTreeMap<i64, EventKind>, seen: Vec<i64>) -> BTreeSet<EventKind> {
    seen.iter().filter_map(|seq| written.get(seq)).copied().collect()
}

/// The places of all events that somebody sees where an organisation's are listed; none for who doesn't get there.
async fn audit(stage: &Stage, who: &str) -> Vec<i64> {
    let (mut seen, mut before) = (Vec::new(), String::new());
    loop {
        let answer = stage.browser(who).call("/api/organisations/audit", &[("org", "acme"), ("before", &before)]).await;
        if answer.status != 200 {
            assert!(who != "admin" && seen.is_empty(), "{}", answer.body);
            return seen;
        }
        let page: AuditPage = answer.json();
        seen.extend(page.events.iter().map(|event| event.seq));
        match page.pages.next {
            Some(next) => before = next.to_string(),
            None => return seen,
        }
    }
}

/// The same for what somebody who manages something sees first, whatever it is.
async fn glance(stage: &Stage, who: &str) -> Vec<i64> {
    let answer = stage.browser(who).call("/api/organisations/admin", &[]).await;
    if answer.status != 200 {
        assert_ne!(who, "admin", "{}", answer.body);
        return Vec::new();
    }
    answer.json::<AdminPage>().events.iter().map(|event| event.seq).collect()
}

/// Where the notifications lead that somebody has and that were written here.
async fn notifications(stage: &Stage, who: &str) -> BTreeSet<String> {
    let (mut links, mut before) = (BTreeSet::new(), String::new());
    loop {
        let answer = stage.browser(who).call("/api/home/notifications", &[("before", &before)]).await;
        if answer.status != 200 {
            assert_eq!(who, "anonymous", "{}", answer.body);
            return links;
        }
        let page: Notifications = answer.json();
        links.extend(page.lines.into_iter().map(|line| line.link).filter(|link| link.starts_with("/of/")));
        match page.pages.next {
            Some(next) => before = next.to_string(),
            None => return links,
        }
    }
}
