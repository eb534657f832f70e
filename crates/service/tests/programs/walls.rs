//! Every act of a coordinator × everybody who isn't one.

use super::{World, word};
use domain::programs::ProgramAction;
use service::programs::{self, Edit};

store::both! {
    async fn only_coordinators_and_managers_look_after_a_program(db) {
        let w = World::new(db).await;
        let (ctx, slug) = (&w.stage.ctx, w.program.slug.as_str());
        w.stage.mentee(&w.program, &w.member).await;
        for (who, answer) in [(&w.outsider, "not found"), (&w.other, "not found"), (&w.member, "forbidden"), (&w.carla, "done"), (&w.admin, "done")] {
            let settings = programs::settings(ctx, &w.carla, slug).await.unwrap();
            let edit = Edit { version: settings.version, base: settings.draft.clone(), mine: settings.draft, keep: vec![] };
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
        w.stage.program("not-yet").draft().await;
        assert_eq!(word(&programs::view(ctx, Some(&w.outsider), "not-yet").await), "not found");
    }
}
