//! One's own profile: what is saved is there, what changed meanwhile is not overwritten.

use super::{about, introduces_themselves, shown};
use domain::people::views::{ChangedElsewhere, Sides};
use domain::people::{HelpKind, Missing, ProfileDraft, Visibility, WorkDraft};
use domain::problem::{ProblemCode, Problems};
use service::testing::Stage;
use service::testing::problems;
use service::{Error, people};
use store::both;

both! {
    async fn every_field_comes_back_as_it_was_saved(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let before = people::profile(ctx, &amara).await.unwrap();
        assert_eq!(before.about.languages, ["en"]);
        let form = ProfileDraft {
            about: about("I like bees.", &["fr", "en"]),
            work: WorkDraft { industry: "arts".to_owned(), role_title: "Painter".to_owned(), experience_years: "12".to_owned() },
            skills_offered: "Delegation, Beekeeping".to_owned(),
            skills_wanted: "leading a team".to_owned(),
            help_offered: vec!["advice".to_owned()],
            help_wanted: vec!["career".to_owned(), "feedback".to_owned()],
            week: vec!["6-early".to_owned(), "0-evening".to_owned()],
            visibility: "close".to_owned(),
        };
        let saved = people::save(ctx, &amara, &before.mark, form.clone()).await.unwrap();
        assert_eq!(saved.missing, [Missing::Photo], "somebody who neither offers nor looks yet");

        let now = people::profile(ctx, &amara).await.unwrap();
        assert_eq!((&now.about, &now.work), (&form.about, &form.work));
        assert_eq!(now.skills, Sides { offered: "delegation, Beekeeping".to_owned(), wanted: "leading a team".to_owned() });
        assert_eq!(now.help, Sides { offered: vec![HelpKind::Advice], wanted: vec![HelpKind::Feedback, HelpKind::Career] });
        assert_eq!(now.week.iter().map(ToString::to_string).collect::<Vec<_>>(), ["0-evening", "6-early"]);
        assert_eq!((now.visibility, now.mark), (Visibility::Close, saved.mark));
    }

    async fn what_somebody_changed_meanwhile_is_not_overwritten(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let seen = people::profile(ctx, &amara).await.unwrap();
        let telephone = ProfileDraft { about: about("On the telephone", &["en"]), ..shown(&seen) };
        let desk = ProfileDraft { about: about("At the desk", &["en"]), visibility: "close".to_owned(), ..shown(&seen) };
        let saved = people::save(ctx, &amara, &seen.mark, telephone).await.unwrap();
        let late = people::save(ctx, &amara, &seen.mark, desk.clone()).await;
        let Err(Error::Conflict(json)) = late else { panic!("{late:?}") };
        let elsewhere: ChangedElsewhere = serde_json::from_str(&json).unwrap();
        assert_eq!(elsewhere, ChangedElsewhere { mark: saved.mark, fields: vec!["about".to_owned()] });
        let now = people::profile(ctx, &amara).await.unwrap();
        assert_eq!((now.about.about.as_str(), now.visibility), ("On the telephone", Visibility::Shared), "nothing of it is saved");
        // Knowing that, the next save counts.
        people::save(ctx, &amara, &elsewhere.mark, desk).await.unwrap();
        let now = people::profile(ctx, &amara).await.unwrap();
        assert_eq!((now.about.about.as_str(), now.visibility), ("At the desk", Visibility::Close));
    }

    async fn what_two_places_changed_in_different_fields_is_joined(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let seen = people::profile(ctx, &amara).await.unwrap();
        let telephone = ProfileDraft { skills_offered: "Beekeeping".to_owned(), week: vec!["0-early".to_owned()], ..shown(&seen) };
        people::save(ctx, &amara, &seen.mark, telephone).await.unwrap();
        let mut desk = ProfileDraft { help_wanted: vec!["advice".to_owned()], ..shown(&seen) };
        let saved = people::save(ctx, &amara, &seen.mark, desk.clone()).await.unwrap();
        desk.work.role_title = "Keeper".to_owned();
        people::save(ctx, &amara, &saved.mark, desk).await.unwrap();
        let now = people::profile(ctx, &amara).await.unwrap();
        assert_eq!((now.skills.offered.as_str(), now.week.len(), now.work.role_title.as_str()), ("Beekeeping", 1, "Keeper"));
        assert_eq!(now.help.wanted, [HelpKind::Advice]);
    }

    async fn of_two_saves_at_the_same_moment_one_is_refused(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let seen = people::profile(&stage.ctx, &amara).await.unwrap();
        let save = |text: &'static str| {
            let (ctx, amara, mark) = (stage.ctx.clone(), amara.clone(), seen.mark.clone());
            let form = ProfileDraft { about: about(text, &["en"]), ..shown(&seen) };
            tokio::spawn(async move { people::save(&ctx, &amara, &mark, form).await.is_ok() })
        };
        let (one, other) = (save("One"), save("Other"));
        assert!(one.await.unwrap() ^ other.await.unwrap(), "exactly one");
    }

    async fn wrong_fields_are_named_and_nothing_is_saved(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let seen = people::profile(ctx, &amara).await.unwrap();
        let mut about = about("", &["xx"]);
        (about.country, about.zone) = ("XX".to_owned(), "Atlantis/Capital".to_owned());
        let wrong = ProfileDraft {
            about,
            work: WorkDraft { industry: "magic".to_owned(), experience_years: "-1".to_owned(), ..WorkDraft::default() },
            skills_offered: "a".repeat(61),
            skills_wanted: "Beekeeping".to_owned(),
            help_offered: vec!["money".to_owned()],
            help_wanted: Vec::new(),
            week: vec!["8-late".to_owned()],
            visibility: "all".to_owned(),
        };
        let named = problems(people::save(ctx, &amara, &seen.mark, wrong).await);
        let fields = ["country", "zone", "languages", "skills_offered", "help_offered", "week", "industry", "experience_years", "visibility"];
        assert_eq!(named, fields);
        let photo = people::set_photo(ctx, &amara, b"no picture".to_vec()).await.unwrap_err();
        assert!(matches!(photo, Error::Invalid(p) if p == Problems::one("picture", ProblemCode::NotAPicture)));
        assert_eq!(people::profile(ctx, &amara).await.unwrap(), seen);
    }

    async fn a_change_of_profile_makes_lists_of_mentors_anew(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let amara = stage.person("Amara").await;
        stage.mentor(&program, &amara, 1).await;
        let version = async || store::programs::by_id(&mut stage.ctx.read().await.unwrap(), program.id).await.unwrap().unwrap().roster_version;
        let before = version().await;
        introduces_themselves(&stage, &amara, "Hello").await;
        assert!(version().await > before);
        let missing = people::profile(&stage.ctx, &amara).await.unwrap().missing;
        assert!(missing.contains(&Missing::SkillsOffered) && !missing.contains(&Missing::SkillsWanted), "a mentor is asked what they offer");
    }

    async fn who_is_gone_has_no_profile(db) {
        let stage = Stage::new(db);
        let mut ghost = stage.person("Amara").await;
        ghost.id = stage.ctx.id();
        assert!(matches!(people::profile(&stage.ctx, &ghost).await, Err(Error::SignInNeeded)));
        assert!(matches!(people::remove_photo(&stage.ctx, &ghost).await, Err(Error::SignInNeeded)));
        assert!(matches!(people::save(&stage.ctx, &ghost, "", ProfileDraft::default()).await, Err(Error::SignInNeeded)));
    }
}
