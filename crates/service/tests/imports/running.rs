//! Enrolling and inviting.

use super::{PEOPLE, Scene};
use domain::enrolments::EnrolmentStatus;
use domain::people::SkillSide;
use domain::programs::questions::QuestionDraft;
use service::{enrolments, organisations};
use std::fmt::Write as _;

store::both! {
    async fn members_are_enrolled_and_others_invited(db) {
        let scene = Scene::new(db).await;
        assert_eq!(scene.import(PEOPLE).await, (2, 1, 0));
        let mut tx = scene.stage.ctx.read().await.unwrap();
        let mia = store::enrolments::of(&mut tx, scene.program.id, scene.mia.id).await.unwrap().unwrap();
        assert_eq!((mia.status, mia.as_mentor, mia.as_mentee, mia.capacity), (EnrolmentStatus::Active, true, false, 3));
        let max = store::enrolments::of(&mut tx, scene.program.id, scene.max.id).await.unwrap().unwrap();
        assert_eq!((max.as_mentor, max.as_mentee, max.capacity), (false, true, 0));
        let profile = store::people::by_id(&mut tx, scene.mia.id).await.unwrap().unwrap();
        assert_eq!((profile.name.as_str(), profile.headline.as_deref(), profile.country.as_deref()), ("Mia", Some("Builds bridges"), Some("KE")));
        assert_eq!(store::people::languages(&mut tx, scene.mia.id).await.unwrap(), ["en"], "she had said so herself");
        let skills = store::people::skills(&mut tx, scene.mia.id).await.unwrap();
        assert_eq!(skills.len(), 2);
        assert_eq!(skills[0], (SkillSide::Offered, "delegation".to_owned()));
        drop(tx);
        assert_eq!(scene.stage.told(&scene.mia).await, ["enrolment_approved"]);
        assert_eq!(scene.stage.mailed(&scene.max).await.len(), 1);
        let (_, mail) = scene.mail_to("nora@example.org").await;
        assert!(mail.starts_with("Carla invites you to career") && mail.contains("a mentoring program of acme"), "{mail}");
    }

    async fn the_same_file_twice_changes_nothing(db) {
        let scene = Scene::new(db).await;
        scene.import(PEOPLE).await;
        let before = scene.counts().await;
        assert_eq!(scene.import(PEOPLE).await, (0, 0, 3));
        assert_eq!(scene.import(&PEOPLE.replace("mentor", "mentee")).await, (0, 0, 3));
        assert_eq!(scene.counts().await, before);
        // Nor does the form when it is sent twice.
        scene.upload(PEOPLE).await.unwrap();
        let id = scene.draft().await.id;
        for _ in 0..2 {
            service::imports::run(&scene.stage.ctx, &scene.carla, "career", id).await.unwrap();
        }
        assert_eq!(scene.counts().await, before);
    }

    async fn who_left_is_not_brought_back(db) {
        let scene = Scene::new(db).await;
        scene.stage.mentee(&scene.program, &scene.mia).await;
        scene.stage.enrolment_is(&scene.program, &scene.mia, EnrolmentStatus::Left).await;
        scene.stage.mentee(&scene.program, &scene.max).await;
        scene.stage.enrolment_is(&scene.program, &scene.max, EnrolmentStatus::Pending).await;
        scene.upload(PEOPLE).await.unwrap();
        let outcomes: Vec<String> = scene.draft().await.sample.into_iter().map(|row| row.outcome).collect();
        assert_eq!(outcomes[..2], ["left or was removed, and stays so", "takes part already"]);
        scene.run().await.unwrap();
        assert_eq!(scene.draft().await.done, Some((0, 1, 2)));
        let mut tx = scene.stage.ctx.read().await.unwrap();
        assert_eq!(store::enrolments::of(&mut tx, scene.program.id, scene.mia.id).await.unwrap().unwrap().status, EnrolmentStatus::Left);
    }

    async fn right_rows_go_and_wrong_ones_stay(db) {
        let scene = Scene::new(db).await;
        assert_eq!(scene.import("Email,Role\nmia@example.org,mentor\nmax@example.org,boss\nnora@example.org,mentee\nnoa,mentee\n").await, (1, 1, 0));
        let draft = scene.draft().await;
        assert_eq!((draft.rows, draft.wrong, draft.to_fix[0].line), (2, 2, 3));
        scene.fix(&[("c-3-1", "Mentee"), ("c-5-0", "noa@example.org")]).await.unwrap();
        scene.run().await.unwrap();
        let draft = scene.draft().await;
        assert_eq!((draft.rows, draft.done), (0, Some((2, 2, 0))));
    }

    async fn questions_are_answered(db) {
        let scene = Scene::new(db).await;
        let question = |kind: &str, prompt: &str| QuestionDraft { kind: kind.to_owned(), audience: "both".to_owned(), prompt: prompt.to_owned(), options: "Tea\nCoffee".to_owned(), required: true, counted: true };
        for (kind, prompt) in [("one_of", "What to drink?"), ("skills", "What else?"), ("short", "Why?")] {
            enrolments::add_question(&scene.stage.ctx, &scene.carla, "career", &question(kind, prompt)).await.unwrap();
        }
        assert_eq!(scene.import("Email,Role,What to drink,What else?\nmia@example.org,mentor,coffee,\"Juggling, delegation\"\n").await, (1, 0, 0));
        let page = enrolments::participants(&scene.stage.ctx, &scene.carla, "career", enrolments::ParticipantFilter::default()).await.unwrap();
        let answers: Vec<(&str, &str)> = page.rows[0].answers.iter().map(|(q, a)| (q.as_str(), a.as_str())).collect();
        assert_eq!(answers, [("What to drink?", "Coffee"), ("What else?", "Juggling, delegation")]);
    }

    async fn what_happened_is_in_the_audit(db) {
        let scene = Scene::new(db).await;
        let olga = scene.stage.person("Olga").await;
        scene.stage.member(scene.acme, &olga, domain::organisations::OrgRole::Owner).await;
        scene.import(PEOPLE).await;
        let audit = organisations::audit(&scene.stage.ctx, &olga, "acme", "", None, None).await.unwrap();
        let what: Vec<&str> = audit.events.iter().map(|event| event.what.as_str()).collect();
        assert_eq!(what, ["People enrolled from a spreadsheet", "Invitation sent", "Enrolled by a coordinator", "Enrolled by a coordinator"]);
        assert!(audit.events.iter().all(|event| event.who.as_ref().is_some_and(|(_, name)| name == "Carla")));
    }

    async fn nobody_adds_more_new_skills_than_a_person_may(db) {
        let scene = Scene::new(db).await;
        let mut file = "Email,Role,Skills\n".to_owned();
        for n in 0..110 {
            writeln!(file, "p{n}@example.org,mentor,\"delegation, Trick {n}\"").unwrap();
        }
        scene.upload(&file).await.unwrap();
        let draft = scene.draft().await;
        assert_eq!((draft.invite, draft.wrong, draft.new_skills.len()), (100, 10, 30));
        assert_eq!(draft.to_fix[0].cells[2].problem.as_deref(), Some("One person may add at most 100 skills that nobody had before."));
        scene.run().await.unwrap();
        assert_eq!(scene.draft().await.done, Some((0, 100, 0)));
    }

    async fn two_coordinators_with_one_file(db) {
        let scene = Scene::new(db).await;
        let (ctx, other) = (&scene.stage.ctx, &scene.mia);
        scene.stage.coordinator(&scene.program, other).await;
        scene.upload(PEOPLE).await.unwrap();
        service::imports::upload(ctx, other, "career", "same.csv", PEOPLE.as_bytes()).await.unwrap();
        let (mine, theirs) = (scene.draft().await.id, service::imports::page(ctx, other, "career").await.unwrap().draft.unwrap().id);
        let (first, second) = tokio::join!(
            service::imports::run(ctx, &scene.carla, "career", mine),
            service::imports::run(ctx, other, "career", theirs)
        );
        first.unwrap();
        second.unwrap();
        assert_eq!(scene.counts().await[..3], [2, 1, 1], "each once");
    }
}
