//! Enrolling and inviting.

use super::{Fixture, PEOPLE};
use domain::enrolments::EnrolmentStatus;
use domain::people::SkillSide;
use domain::programs::questions::QuestionDraft;
use service::{enrolments, organisations, questions};
use std::fmt::Write as _;

store::both! {
    async fn members_are_enrolled_and_others_invited(db) {
        let fixture = Fixture::new(db).await;
        assert_eq!(fixture.import(PEOPLE).await, (2, 1, 0));
        let mut tx = fixture.stage.ctx.read().await.unwrap();
        let mia = store::enrolments::of(&mut tx, fixture.program.id, fixture.mia.id).await.unwrap().unwrap();
        assert_eq!((mia.status, mia.as_mentor, mia.as_mentee, mia.capacity), (EnrolmentStatus::Active, true, false, 3));
        let max = store::enrolments::of(&mut tx, fixture.program.id, fixture.max.id).await.unwrap().unwrap();
        assert_eq!((max.as_mentor, max.as_mentee, max.capacity), (false, true, 0));
        let profile = store::people::by_id(&mut tx, fixture.mia.id).await.unwrap().unwrap();
        assert_eq!((profile.name.as_str(), profile.headline.as_deref(), profile.country.as_deref()), ("Mia", Some("Builds bridges"), Some("KE")));
        assert_eq!(store::people::languages(&mut tx, fixture.mia.id).await.unwrap(), ["en"], "she had said so herself");
        let skills = store::people::skills(&mut tx, fixture.mia.id).await.unwrap();
        assert_eq!(skills.len(), 2);
        assert_eq!(skills[0], (SkillSide::Offered, "delegation".to_owned()));
        drop(tx);
        assert_eq!(fixture.stage.told(&fixture.mia).await, ["enrolment_approved"]);
        assert_eq!(fixture.stage.mailed(&fixture.max).await.len(), 1);
        let (_, mail) = fixture.mail_to("nora@example.org").await;
        assert!(mail.starts_with("Carla invites you to career") && mail.contains("a mentoring program of acme"), "{mail}");
    }

    async fn the_same_file_twice_changes_nothing(db) {
        let fixture = Fixture::new(db).await;
        fixture.import(PEOPLE).await;
        let before = fixture.counts().await;
        assert_eq!(fixture.import(PEOPLE).await, (0, 0, 3));
        assert_eq!(fixture.import(&PEOPLE.replace("mentor", "mentee")).await, (0, 0, 3));
        assert_eq!(fixture.counts().await, before);
        // Nor does the form when it is sent twice.
        fixture.upload(PEOPLE).await.unwrap();
        let id = fixture.draft().await.id;
        for _ in 0..2 {
            service::imports::run(&fixture.stage.ctx, &fixture.carla, "career", id).await.unwrap();
        }
        assert_eq!(fixture.counts().await, before);
    }

    async fn who_left_is_not_brought_back(db) {
        let fixture = Fixture::new(db).await;
        fixture.stage.mentee(&fixture.program, &fixture.mia).await;
        fixture.stage.enrolment_is(&fixture.program, &fixture.mia, EnrolmentStatus::Left).await;
        fixture.stage.mentee(&fixture.program, &fixture.max).await;
        fixture.stage.enrolment_is(&fixture.program, &fixture.max, EnrolmentStatus::Pending).await;
        fixture.upload(PEOPLE).await.unwrap();
        let outcomes: Vec<String> = fixture.draft().await.sample.into_iter().map(|row| row.outcome).collect();
        assert_eq!(outcomes[..2], ["left or was removed, and stays so", "takes part already"]);
        fixture.run().await.unwrap();
        assert_eq!(fixture.draft().await.done, Some((0, 1, 2)));
        let mut tx = fixture.stage.ctx.read().await.unwrap();
        assert_eq!(store::enrolments::of(&mut tx, fixture.program.id, fixture.mia.id).await.unwrap().unwrap().status, EnrolmentStatus::Left);
    }

    async fn right_rows_go_and_wrong_ones_stay(db) {
        let fixture = Fixture::new(db).await;
        assert_eq!(fixture.import("Email,Role\nmia@example.org,mentor\nmax@example.org,boss\nnora@example.org,mentee\nnoa,mentee\n").await, (1, 1, 0));
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.wrong, draft.to_fix[0].line), (2, 2, 3));
        fixture.fix(&[("c-3-1", "Mentee"), ("c-5-0", "noa@example.org")]).await.unwrap();
        fixture.run().await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.done), (0, Some((2, 2, 0))));
    }

    async fn questions_are_answered(db) {
        let fixture = Fixture::new(db).await;
        let question = |kind: &str, prompt: &str| QuestionDraft { kind: kind.to_owned(), audience: "both".to_owned(), prompt: prompt.to_owned(), options: "Tea\nCoffee".to_owned(), required: true, counted: true };
        for (kind, prompt) in [("one_of", "What to drink?"), ("skills", "What else?"), ("short", "Why?")] {
            questions::add(&fixture.stage.ctx, &fixture.carla, "career", &question(kind, prompt)).await.unwrap();
        }
        assert_eq!(fixture.import("Email,Role,What to drink,What else?\nmia@example.org,mentor,coffee,\"Juggling, delegation\"\n").await, (1, 0, 0));
        let page = enrolments::participants(&fixture.stage.ctx, &fixture.carla, "career", enrolments::ParticipantFilter::default()).await.unwrap();
        let answers: Vec<(&str, &str)> = page.rows[0].answers.iter().map(|(q, a)| (q.as_str(), a.as_str())).collect();
        assert_eq!(answers, [("What to drink?", "Coffee"), ("What else?", "Juggling, delegation")]);
    }

    async fn what_happened_is_in_the_audit(db) {
        let fixture = Fixture::new(db).await;
        let olga = fixture.stage.person("Olga").await;
        fixture.stage.member(fixture.acme, &olga, domain::organisations::OrgRole::Owner).await;
        fixture.import(PEOPLE).await;
        let audit = organisations::audit(&fixture.stage.ctx, &olga, "acme", "", None, None).await.unwrap();
        let what: Vec<&str> = audit.events.iter().map(|event| event.what.as_str()).collect();
        assert_eq!(what, ["People enrolled from a spreadsheet", "Invitation sent", "Enrolled by a coordinator", "Enrolled by a coordinator"]);
        assert!(audit.events.iter().all(|event| event.who.as_ref().is_some_and(|(_, name)| name == "Carla")));
    }

    async fn nobody_adds_more_new_skills_than_a_person_may(db) {
        let fixture = Fixture::new(db).await;
        let mut file = "Email,Role,Skills\n".to_owned();
        for n in 0..110 {
            writeln!(file, "p{n}@example.org,mentor,\"delegation, Trick {n}\"").unwrap();
        }
        fixture.upload(&file).await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.invite, draft.wrong, draft.new_skills.len()), (100, 10, 30));
        assert_eq!(draft.to_fix[0].cells[2].problem.as_deref(), Some("One person may add at most 100 skills that nobody had before."));
        fixture.run().await.unwrap();
        assert_eq!(fixture.draft().await.done, Some((0, 100, 0)));
    }

    async fn two_coordinators_with_one_file(db) {
        let fixture = Fixture::new(db).await;
        let (ctx, other) = (&fixture.stage.ctx, &fixture.mia);
        fixture.stage.coordinator(&fixture.program, other).await;
        fixture.upload(PEOPLE).await.unwrap();
        service::imports::upload(ctx, other, "career", "same.csv", PEOPLE.as_bytes()).await.unwrap();
        let (mine, theirs) = (fixture.draft().await.id, service::imports::page(ctx, other, "career").await.unwrap().draft.unwrap().id);
        let (first, second) = tokio::join!(
            service::imports::run(ctx, &fixture.carla, "career", mine),
            service::imports::run(ctx, other, "career", theirs)
        );
        first.unwrap();
        second.unwrap();
        assert_eq!(fixture.counts().await[..3], [2, 1, 1], "each once");
    }
}
