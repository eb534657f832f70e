//! One's day, and what one was told, on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::mentors::views::CardAsk;
use domain::notifications::NotificationKind;
use domain::organisations::OrgRole;
use domain::people::Missing;
use domain::programs::{NextStep, ProgramStatus};
use i18n::Locale;
use service::testing::Stage;
use service::{announce, home, requests};
use std::collections::BTreeSet;
use store::both;
use store::notifications::Notification;

const TEXT: &str = "Would you help me to lead a small team?";

both! {
    async fn on_the_first_day_there_is_only_a_welcome(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let day = home::day(&stage.ctx, &amara).await.unwrap();
        assert!(day.is_first_day() && day.is_quiet());
        assert_eq!(day.suggestions, None);
        assert!(day.missing.contains(&Missing::Photo) && !day.missing.contains(&Missing::Languages));
    }

    async fn a_mentee_is_shown_mentors_until_one_says_yes(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, amara) = (stage.person("Noor").await, stage.person("Amara").await);
        stage.mentee(&program, &amara).await;
        assert_eq!(home::day(&stage.ctx, &amara).await.unwrap().suggestions, None, "nobody is there yet");
        stage.mentor(&program, &noor, 1).await;

        let day = home::day(&stage.ctx, &amara).await.unwrap();
        let suggested = day.suggestions.expect("there is a mentor");
        assert_eq!((suggested.program.slug.as_str(), suggested.cards.len(), suggested.cards[0].ask), ("career", 1, CardAsk::May));
        assert!(!day.missing.is_empty() && day.programs[0].next.step == NextStep::FindMentor);

        let request = requests::ask(&stage.ctx, &amara, "career", noor.id, TEXT).await.unwrap();
        let day = home::day(&stage.ctx, &amara).await.unwrap();
        assert_eq!((day.asked.len(), day.to_answer.len(), day.suggestions), (1, 0, None));
        let noors = home::day(&stage.ctx, &noor).await.unwrap();
        assert_eq!((noors.asked.len(), noors.to_answer.len()), (0, 1));

        requests::ask_back(&stage.ctx, Some(&noor), request, "How large is it?").await.unwrap();
        let day = home::day(&stage.ctx, &amara).await.unwrap();
        assert_eq!((day.asked.len(), day.to_answer.len(), day.is_quiet()), (0, 1, false), "now it is the mentee's turn");
        assert!(home::day(&stage.ctx, &noor).await.unwrap().to_answer.is_empty());

        requests::answer(&stage.ctx, Some(&amara), request, "Four people.").await.unwrap();
        requests::accept(&stage.ctx, Some(&noor), request, "").await.unwrap();
        for person in [&amara, &noor] {
            let day = home::day(&stage.ctx, person).await.unwrap();
            assert_eq!((day.mentorships.current.len(), day.asked.len(), day.to_answer.len(), day.suggestions.is_none()), (1, 0, 0, true));
            assert!(!day.is_first_day() && !day.is_quiet(), "the agreement waits");
        }
    }

    async fn whoever_lets_people_in_sees_who_waits_for_it(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let (carla, owner, member) = (stage.person("Carla").await, stage.person("Owen").await, stage.person("Mia").await);
        stage.member(acme, &owner, OrgRole::Owner).await;
        stage.member(acme, &member, OrgRole::Member).await;
        let (named, unnamed) = (stage.program("career").of(acme).open().await, stage.program("tech").of(acme).open().await);
        stage.coordinator(&named, &carla).await;
        for (program, names) in [(&named, &["Pia", "Ben"][..]), (&unnamed, &["Tom"])] {
            for name in names {
                let person = stage.person(name).await;
                stage.mentee(program, &person).await;
                stage.enrolment_is(program, &person, EnrolmentStatus::Pending).await;
            }
        }
        let waits = async |person: &service::Actor| {
            let day = home::day(&stage.ctx, person).await.unwrap();
            assert_eq!(day.is_quiet(), day.approvals.is_empty());
            day.approvals.into_iter().map(|one| (one.program.slug, one.count)).collect::<Vec<_>>()
        };
        assert_eq!(waits(&carla).await, [("career".to_owned(), 2)]);
        assert_eq!(waits(&owner).await, [("tech".to_owned(), 1)], "where nobody is named, whoever manages lets in");
        assert_eq!(waits(&member).await, []);
        service::enrolments::approve_all(&stage.ctx, &carla, "career").await.unwrap();
        assert_eq!(waits(&carla).await, []);
        stage.program_is(&unnamed, ProgramStatus::Cancelled).await;
        assert_eq!(waits(&owner).await, [], "nobody is let into what is over");
    }

    async fn nobody_sees_anothers_day_or_is_told_of_it(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, amara, outsider) = (stage.person("Noor").await, stage.person("Amara").await, stage.person("Ola").await);
        stage.mentor(&program, &noor, 1).await;
        stage.mentee(&program, &amara).await;
        requests::ask(&stage.ctx, &amara, "career", noor.id, TEXT).await.unwrap();
        assert!(home::day(&stage.ctx, &outsider).await.unwrap().is_first_day());
        let noors = home::notifications(&stage.ctx, &noor, None).await.unwrap();
        assert_eq!((noors.unread, noors.lines.len()), (1, 1));
        let theirs = home::notifications(&stage.ctx, &outsider, None).await.unwrap();
        assert_eq!((theirs.unread, theirs.lines.len()), (0, 0));
        let from_theirs = home::notifications(&stage.ctx, &outsider, Some(noors.lines[0].id)).await.unwrap();
        assert!(from_theirs.lines.is_empty(), "somebody else's place leads nowhere");
        home::mark_read(&stage.ctx, &outsider).await.unwrap();
        assert_eq!(home::notifications(&stage.ctx, &noor, None).await.unwrap().unread, 1);
    }

    async fn what_one_was_told_is_read_in_ones_language_page_by_page(db) {
        let stage = Stage::new(db);
        let mut noor = stage.person("Noor").await;
        for n in 0..60 {
            let mut tx = stage.ctx.write().await.unwrap();
            let args = [("name", "Amara"), ("goal", "Speak up")];
            announce::notify(&stage.ctx, &mut tx, noor.id, NotificationKind::GoalCreated, format!("/mentorships/{n}"), &args).await.unwrap();
            tx.commit().await.unwrap();
            stage.clock.advance(Duration::minutes(n % 2));
        }
        let mut tx = stage.ctx.write().await.unwrap();
        let unknown = Notification {
            id: stage.ctx.id(),
            person_id: noor.id,
            kind: "of_another_time".to_owned(),
            link: "/home".to_owned(),
            body: store::Json(serde_json::json!({})),
            created_at: stage.ctx.now(),
            read_at: None,
        };
        store::bulk::notifications(&mut tx, &[unknown]).await.unwrap();
        tx.commit().await.unwrap();

        let (mut seen, mut before, mut pages) = (BTreeSet::new(), None, 0);
        loop {
            let page = home::notifications(&stage.ctx, &noor, before).await.unwrap();
            assert_eq!((page.unread, page.earlier), (61, before.is_some()));
            assert!(page.lines.iter().all(|line| seen.insert(line.id) && line.unread && line.topic == "goal"));
            pages += 1;
            before = page.pages.next;
            if before.is_none() { break; }
        }
        assert_eq!((seen.len(), pages), (60, 3), "what only another version knows is left out");

        noor.locale = Locale::De;
        home::mark_read(&stage.ctx, &noor).await.unwrap();
        let page = home::notifications(&stage.ctx, &noor, None).await.unwrap();
        assert_eq!(page.unread, 0);
        assert!(page.lines.iter().all(|line| !line.unread && line.text.contains("Amara") && line.text.contains("Speak up") && !line.text.contains('{')));
    }
}
