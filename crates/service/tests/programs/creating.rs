//! A program begins.

use super::{World, problem, refusal, word};
use domain::programs::{JoinPolicy, ProgramKind, ProgramStatus, ProgramTemplate};
use domain::{ProblemCode, Refusal};
use service::programs::{self, Start};
use service::{Actor, Error};

fn form(template: &str, name: &str, organisation: &str) -> Start {
    Start { template: template.to_owned(), name: name.to_owned(), organisation: organisation.to_owned() }
}

store::both! {
    async fn a_template_and_a_name_are_enough(db) {
        let w = World::new(db).await;
        for template in ProgramTemplate::ALL {
            let name = format!("Program {template}");
            let slug = programs::create(&w.stage.ctx, &w.admin, &form(template.as_str(), &name, &w.acme.to_string())).await.unwrap();
            let overview = programs::overview(&w.stage.ctx, &w.admin, &slug).await.unwrap();
            assert_eq!((overview.status, overview.missing), (ProgramStatus::Draft, vec![]), "{template} could open at once");
            let settings = programs::settings(&w.stage.ctx, &w.admin, &slug).await.unwrap();
            assert!(settings.coordinators.len() == 1 && settings.coordinators[0].me, "who creates it coordinates it");
            assert_eq!(settings.draft.starts_on, "2026-03-16", "a Monday, two weeks on");
            assert!(settings.draft.check(true).is_ok(), "{template}");
            let kind = if *template == ProgramTemplate::Group { ProgramKind::Group } else { ProgramKind::Pair };
            let program = store::programs::by_slug(&mut w.stage.ctx.read().await.unwrap(), &slug).await.unwrap().unwrap();
            assert_eq!(program.kind, kind, "{template}");
        }
        let start = programs::start(&w.stage.ctx, &w.admin).await.unwrap();
        assert_eq!((start.templates.len(), start.places.len()), (5, 1));
        assert_eq!(programs::start(&w.stage.ctx, &w.member).await.unwrap().places, []);
    }

    async fn it_speaks_its_creators_language(db) {
        let w = World::new(db).await;
        let greta = w.stage.person_in("Greta", "de", "Europe/Berlin").await;
        let slug = programs::create(&w.stage.ctx, &greta, &form("career", "Führung & Mut", "")).await.unwrap();
        assert_eq!(slug, "fuhrung-mut");
        let settings = programs::settings(&w.stage.ctx, &greta, &slug).await.unwrap();
        assert!(settings.draft.summary.starts_with("Sechs Monate"), "{}", settings.draft.summary);
        assert_eq!(settings.draft.join_policy, JoinPolicy::Everyone.as_str(), "the open community has no members to keep it to");
    }

    async fn a_name_taken_twice_gets_a_number(db) {
        let w = World::new(db).await;
        let mut slugs = Vec::new();
        for _ in 0..3 {
            slugs.push(programs::create(&w.stage.ctx, &w.outsider, &form("peer", "Career", "")).await.unwrap());
        }
        assert_eq!(slugs, ["career-2", "career-3", "career-4"], "career is there already");
    }

    async fn in_an_organisation_only_its_managers_begin_one(db) {
        let w = World::new(db).await;
        let acme = w.acme.to_string();
        for (who, answer) in [(&w.outsider, "not found"), (&w.other, "not found"), (&w.member, "forbidden"), (&w.carla, "forbidden"), (&w.admin, "done")] {
            let name = format!("By {}", who.name);
            assert_eq!(word(&programs::create(&w.stage.ctx, who, &form("career", &name, &acme)).await), answer, "{}", who.name);
        }
    }

    async fn the_form_says_what_is_wrong_with_it(db) {
        let w = World::new(db).await;
        let create = async |form: Start| programs::create(&w.stage.ctx, &w.admin, &form).await;
        assert_eq!(problem(create(form("", "Career", "")).await), ("template".to_owned(), ProblemCode::Required));
        assert_eq!(problem(create(form("swimming", "Career", "")).await), ("template".to_owned(), ProblemCode::NotAChoice));
        assert_eq!(problem(create(form("career", " ", "")).await), ("name".to_owned(), ProblemCode::Required));
        assert_eq!(problem(create(form("career", "Career", "acme")).await), ("organisation".to_owned(), ProblemCode::NotAChoice));
    }

    async fn the_address_must_be_confirmed(db) {
        let w = World::new(db).await;
        let unsure = Actor { verified: false, ..w.admin.clone() };
        assert_eq!(refusal(programs::create(&w.stage.ctx, &unsure, &form("career", "Career", "")).await), Refusal::EmailNotVerified);
        assert!(matches!(programs::overview(&w.stage.ctx, &w.admin, "career-2").await, Err(Error::NotFound)), "nothing was made");
    }
}
