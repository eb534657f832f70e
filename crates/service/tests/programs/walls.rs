//! Every act of a coordinator × everybody who isn't one.

use super::{World, word};
use domain::editing::Edit;
use domain::people::About;
use domain::programs::{ProgramAction, ProgramStatus};
use service::programs;

store::both! {
    async fn only_coordinators_and_managers_look_after_a_program(db) {
        let w = World::new(db).await;
        let (ctx, slug) = (&w.stage.ctx, w.program.slug.as_str());
        w.stage.mentee(&w.program, &w.member).await;
        for (who, answer) in [(&w.outsider, "not found"), (&w.other, "not found"), (&w.member, "forbidden"), (&w.carla, "done"), (&w.admin, "done")] {
            let settings = programs::settings(ctx, &w.carla, slug).await.unwrap();
            let edit = Edit::new(settings.draft.clone(), settings.draft);
            assert_eq!(word(&programs::overview(ctx, who, slug).await), answer, "overview by {}", who.name);
            assert_eq!(word(&programs::settings(ctx, who, slug).await), answer, "settings by {}", who.name);
            assert_eq!(word(&programs::save(ctx, who, slug, &edit).await), answer, "save by {}", who.name);
            assert_eq!(word(&programs::remove_picture(ctx, who, slug).await), answer, "remove_picture by {}", who.name);
            assert_eq!(word(&programs::add_coordinator(ctx, who, slug, "mia@example.org").await), answer, "add_coordinator by {}", who.name);
            assert_eq!(word(&programs::remove_coordinator(ctx, who, slug, w.member.id).await), answer, "remove_coordinator by {}", who.name);
            if answer != "done" {
                assert_eq!(word(&programs::advance(ctx, who, slug, ProgramAction::Cancel).await), answer, "advance by {}", who.name);
                assert_eq!(word(&programs::set_picture(ctx, who, slug, b"no picture".to_vec()).await), answer, "set_picture by {}", who.name);
            }
        }
        assert_eq!(w.row().await.status, w.program.status);
    }

    async fn a_coordinator_of_one_program_is_nobody_in_another(db) {
        let w = World::new(db).await;
        let inside = w.stage.program("inside").of(w.acme).draft().await;
        assert_eq!(word(&programs::overview(&w.stage.ctx, &w.carla, &inside.slug).await), "not found", "a draft is its coordinators' alone");
        w.stage.program("open").of(w.acme).open().await;
        assert_eq!(word(&programs::overview(&w.stage.ctx, &w.carla, "open").await), "forbidden");
    }

    async fn a_program_of_an_organisation_has_no_face_outside_it(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        for (who, answer) in [(None, "not found"), (Some(&w.outsider), "not found"), (Some(&w.other), "not found"), (Some(&w.member), "done")] {
            assert_eq!(word(&programs::view(ctx, who, &w.program.slug).await), answer, "{who:?}");
        }
        w.stage.program("community").open().await;
        assert_eq!(word(&programs::view(ctx, None, "community").await), "done");
        let draft = w.stage.program("not-yet").draft().await;
        assert_eq!(word(&programs::view(ctx, Some(&w.outsider), "not-yet").await), "not found");
        w.stage.program_is(&draft, ProgramStatus::Cancelled).await;
        assert_eq!(word(&programs::view(ctx, Some(&w.outsider), "not-yet").await), "not found", "calling a draft off publishes nothing");
    }

    async fn one_that_was_called_off_is_there_for_those_who_took_part(db) {
        let w = World::new(db).await;
        let program = w.stage.program("community").open().await;
        w.stage.mentee(&program, &w.other).await;
        w.stage.program_is(&program, ProgramStatus::Cancelled).await;
        for (who, answer) in [(None, "not found"), (Some(&w.outsider), "not found"), (Some(&w.other), "done")] {
            assert_eq!(word(&programs::view(&w.stage.ctx, who, "community").await), answer, "{who:?}");
        }
    }

    async fn to_strangers_a_coordinator_is_a_name(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let program = w.stage.program("community").open().await;
        w.stage.coordinator(&program, &w.carla).await;
        let mut tx = ctx.write().await.unwrap();
        let about = About { headline: Some("I look after mentees".to_owned()), zone: "UTC".to_owned(), ..About::default() };
        store::people::set_about(&mut tx, w.carla.id, &about, ctx.now()).await.unwrap();
        tx.commit().await.unwrap();
        let headline = async |who| programs::view(ctx, who, "community").await.unwrap().coordinators.remove(0).headline;
        assert_eq!((headline(None).await, headline(Some(&w.outsider)).await), (None, None));
        w.stage.mentee(&program, &w.outsider).await;
        assert_eq!(headline(Some(&w.outsider)).await.as_deref(), Some("I look after mentees"));
    }
}
