//! One's own profile: what is saved is there, what changed meanwhile is not overwritten.

use super::{about, introduces_themselves};
use domain::people::views::{ChangedElsewhere, Sides};
use domain::people::{HelpKind, Missing, Visibility, WorkDraft};
use domain::problem::{ProblemCode, Problems};
use service::testing::Stage;
use service::testing::problems;
use service::{Error, people};
use store::both;

both! {
    async fn every_section_comes_back_as_it_was_saved(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let before = people::profile(ctx, &amara).await.unwrap();
        assert_eq!(before.about.form.languages, ["en"]);
        people::save_about(ctx, &amara, &before.about.mark, about("I like bees.", &["fr", "en"])).await.unwrap();
        let work = WorkDraft { industry: "arts".to_owned(), role_title: "Painter".to_owned(), experience_years: "12".to_owned() };
        people::save_work(ctx, &amara, &before.work.mark, work.clone()).await.unwrap();
        let skills = Sides { offered: "Delegation, Beekeeping".to_owned(), wanted: "leading a team".to_owned() };
        people::save_skills(ctx, &amara, &before.skills.mark, skills).await.unwrap();
        let help = Sides { offered: vec!["advice".to_owned()], wanted: vec!["feedback".to_owned(), "career".to_owned()] };
        people::save_help(ctx, &amara, &before.help.mark, help).await.unwrap();
        let boxes = ["0-evening".to_owned(), "6-early".to_owned()];
        people::save_week(ctx, &amara, &before.week.mark, &boxes).await.unwrap();
        let saved = people::save_visibility(ctx, &amara, &before.visibility.mark, "close").await.unwrap();
        assert_eq!(saved.missing, [Missing::Photo], "somebody who neither offers nor looks yet");

        let now = people::profile(ctx, &amara).await.unwrap();
        assert_eq!(now.about.form, about("I like bees.", &["fr", "en"]));
        assert_eq!(now.work.form, work);
        assert_eq!(now.skills.form, Sides { offered: "delegation, Beekeeping".to_owned(), wanted: "leading a team".to_owned() });
        assert_eq!(now.help.form, Sides { offered: vec![HelpKind::Advice], wanted: vec![HelpKind::Feedback, HelpKind::Career] });
        assert_eq!(now.week.form.iter().map(ToString::to_string).collect::<Vec<_>>(), boxes);
        assert_eq!((now.visibility.form, now.visibility.mark), (Visibility::Close, saved.mark));
    }

    async fn what_somebody_changed_meanwhile_is_not_overwritten(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let seen = people::profile(ctx, &amara).await.unwrap();
        let saved = people::save_about(ctx, &amara, &seen.about.mark, about("On the telephone", &["en"])).await.unwrap();
        let late = people::save_about(ctx, &amara, &seen.about.mark, about("At the desk", &["en"])).await;
        let Err(Error::Conflict(json)) = late else { panic!("{late:?}") };
        let elsewhere: ChangedElsewhere = serde_json::from_str(&json).unwrap();
        assert_eq!(elsewhere, ChangedElsewhere { mark: saved.mark.clone(), fields: ["about", "country", "headline"].map(str::to_owned).to_vec() });
        assert_eq!(people::profile(ctx, &amara).await.unwrap().about.form.about, "On the telephone");
        // The other sections aren't in its way, and the new mark opens the section again.
        people::save_work(ctx, &amara, &seen.work.mark, WorkDraft::default()).await.unwrap();
        people::save_about(ctx, &amara, &saved.mark, about("At the desk", &["en"])).await.unwrap();
    }

    async fn of_two_saves_at_the_same_moment_one_is_refused(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let mark = people::profile(&stage.ctx, &amara).await.unwrap().about.mark;
        let save = |text: &'static str| {
            let (ctx, amara, mark) = (stage.ctx.clone(), amara.clone(), mark.clone());
            tokio::spawn(async move { people::save_about(&ctx, &amara, &mark, about(text, &["en"])).await.is_ok() })
        };
        let (one, other) = (save("One"), save("Other"));
        assert!(one.await.unwrap() ^ other.await.unwrap(), "exactly one");
    }

    async fn wrong_fields_are_named_and_nothing_is_saved(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        let seen = people::profile(ctx, &amara).await.unwrap();
        let mut wrong = about("", &["xx"]);
        (wrong.country, wrong.zone) = ("XX".to_owned(), "Atlantis/Capital".to_owned());
        assert_eq!(problems(people::save_about(ctx, &amara, &seen.about.mark, wrong).await), ["country", "zone", "languages"]);
        let work = WorkDraft { industry: "magic".to_owned(), experience_years: "-1".to_owned(), ..WorkDraft::default() };
        assert_eq!(problems(people::save_work(ctx, &amara, &seen.work.mark, work).await), ["industry", "experience_years"]);
        let skills = Sides { offered: "a".repeat(61), wanted: String::new() };
        assert_eq!(problems(people::save_skills(ctx, &amara, &seen.skills.mark, skills).await), ["skills_offered"]);
        let help = Sides { offered: vec!["money".to_owned()], wanted: Vec::new() };
        assert_eq!(problems(people::save_help(ctx, &amara, &seen.help.mark, help).await), ["help_offered"]);
        assert_eq!(problems(people::save_week(ctx, &amara, &seen.week.mark, &["8-late".to_owned()]).await), ["week"]);
        assert_eq!(problems(people::save_visibility(ctx, &amara, &seen.visibility.mark, "all").await), ["visibility"]);
        let photo = people::set_photo(ctx, &amara, b"no picture".to_vec()).await.unwrap_err();
        assert!(matches!(photo, Error::Invalid(p) if p == Problems::one("picture", ProblemCode::NotAPicture)));
        assert_eq!(people::profile(ctx, &amara).await.unwrap().about.form, seen.about.form);
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
        assert!(matches!(people::save_work(&stage.ctx, &ghost, "", WorkDraft::default()).await, Err(Error::SignInNeeded)));
    }
}
