//! Asking to have one's account deleted, the days until then, and coming back.

use super::{EMAIL, NAME, World};
use crate::accounts::{OTHER_PASSWORD, PASSWORD, problems, try_sign_in};
use chrono::Duration;
use domain::mentors::MentorSearch;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::{ProblemCode, Refusal};
use service::testing::refusal;
use service::{Error, accounts, leaving, mentors, organisations, pairs, programs, requests};

const WHY: &str = "Would you be my mentor, please?";

async fn found(w: &World) -> Vec<String> {
    let list = mentors::list(&w.stage.ctx, &w.mia, "career", MentorSearch::default()).await.unwrap();
    list.cards.into_iter().map(|card| card.name).collect()
}

store::both! {
    async fn it_takes_the_password_and_ends_all_sessions(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        for (password, code) in [("", ProblemCode::Required), ("not the password", ProblemCode::WrongPassword)] {
            let error = leaving::ask(ctx, &w.zeb, password).await.unwrap_err();
            assert_eq!(problems(&error), [("delete_password", &code)]);
        }
        let there = try_sign_in(ctx, EMAIL, PASSWORD).await.unwrap();
        assert!(!there.leaving && accounts::settings(ctx, &w.zeb).await.unwrap().leaving.on.is_none());
        w.ask().await;
        assert_eq!(accounts::authenticate(ctx, &there.token).await.unwrap(), None);
        assert!(matches!(leaving::ask(ctx, &w.zeb, PASSWORD).await, Err(Error::SignInNeeded)), "there is no session any more");
        let mailed = w.stage.mailed(&w.zeb).await;
        assert!(mailed.contains(&"Your account will be deleted on 16 March 2026".to_owned()), "{mailed:?}");
        // Signing in offers to keep it, and nothing else has happened.
        let back = try_sign_in(ctx, EMAIL, PASSWORD).await.unwrap();
        assert!(back.leaving);
        assert_eq!(accounts::settings(ctx, &back.actor).await.unwrap().leaving.on.as_deref(), Some("16 March 2026"));
        // Asking once more doesn't put it off.
        w.stage.clock.advance(Duration::days(3));
        leaving::ask(ctx, &back.actor, PASSWORD).await.unwrap();
        let again = try_sign_in(ctx, EMAIL, PASSWORD).await.unwrap();
        assert_eq!(accounts::settings(ctx, &again.actor).await.unwrap().leaving.on.as_deref(), Some("16 March 2026"));
    }

    async fn guessing_the_password_is_slowed_down_as_elsewhere(db) {
        let w = World::new(db).await;
        let mut answers = Vec::new();
        for _ in 0..14 {
            answers.push(leaving::ask(&w.stage.ctx, &w.zeb, OTHER_PASSWORD).await.unwrap_err());
        }
        assert!(matches!(answers.last(), Some(Error::TooMany(_))), "{answers:?}");
    }

    async fn until_then_nobody_finds_asks_or_pairs_them_and_coming_back_undoes_it(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        assert_eq!(found(&w).await, [NAME]);
        let open = requests::ask(ctx, &w.pia, "career", w.zeb.id, WHY).await.unwrap();
        let running = w.mentorship(&w.olga, MentorshipStatus::Active).await;
        w.ask().await;
        assert!(found(&w).await.is_empty());
        let searched = MentorSearch { words: "zebulon".to_owned(), ..MentorSearch::default() };
        assert!(mentors::list(ctx, &w.mia, "career", searched).await.unwrap().cards.is_empty());
        assert_eq!(refusal(requests::ask(ctx, &w.mia, "career", w.zeb.id, WHY).await), Refusal::NotAMentor);
        let (mentee, mentor) = (w.mia.id.to_string(), w.zeb.id.to_string());
        assert_eq!(refusal(pairs::pair(ctx, &w.cora, "career", &mentee, &mentor).await), Refusal::NotAMentor);
        let pairing = pairs::pairing(ctx, &w.cora, "career", &Default::default()).await.unwrap();
        assert!((pairing.mentors.len(), pairing.mentors_total) == (0, 0), "{:?}", pairing.mentors);
        let mut tx = w.read().await;
        let parts = store::match_runs::people::parts(&mut tx, w.program.id).await.unwrap();
        assert!(parts.iter().all(|part| part.person_id != w.zeb.id), "no run takes them in");
        let request = store::requests::by_id(&mut tx, open).await.unwrap().unwrap();
        assert!(!request.status.is_over(), "what is open stays open");
        assert_eq!(store::mentorships::by_id(&mut tx, running).await.unwrap().unwrap().status, MentorshipStatus::Active);
        drop(tx);

        let back = try_sign_in(ctx, EMAIL, PASSWORD).await.unwrap();
        leaving::keep(ctx, &back.actor).await.unwrap();
        leaving::keep(ctx, &back.actor).await.unwrap();
        assert_eq!(found(&w).await, [NAME]);
        requests::ask(ctx, &w.mia, "career", w.zeb.id, WHY).await.unwrap();
        w.stage.clock.advance(Duration::days(15));
        assert_eq!(leaving::erase_due(ctx).await.unwrap(), 0);
        assert_eq!(accounts::settings(ctx, &back.actor).await.unwrap().leaving, Default::default());
    }

    async fn a_mentee_who_leaves_is_not_accepted_any_more(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let mentor = w.stage.person("Max").await;
        w.stage.mentor(&w.program, &mentor, 2).await;
        w.stage.mentor_and_mentee_too(&w.program, &w.zeb).await;
        let request = requests::ask(ctx, &w.zeb, "career", mentor.id, WHY).await.unwrap();
        w.ask().await;
        assert_eq!(refusal(requests::accept(ctx, Some(&mentor), request, "").await), Refusal::NotAMentee);
    }

    async fn the_last_owner_and_the_only_coordinator_are_told_what_to_do_first(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let globex = w.stage.organisation("globex").await;
        let community = w.stage.program("community").running().await;
        w.stage.member(globex, &w.zeb, OrgRole::Owner).await;
        w.stage.member(globex, &w.pia, OrgRole::Member).await;
        w.stage.coordinator(&community, &w.zeb).await;
        let error = leaving::ask(ctx, &w.zeb, PASSWORD).await.unwrap_err();
        let owner = ProblemCode::OnlyOwner { organisation: "globex".to_owned() };
        let coordinator = ProblemCode::OnlyCoordinator { program: "community".to_owned() };
        assert_eq!(problems(&error), [("delete_password", &owner), ("delete_password", &coordinator)]);
        let error = leaving::erase_now(ctx, EMAIL).await.unwrap_err();
        assert_eq!(problems(&error), [("email", &owner), ("email", &coordinator)], "nor does an operator leave them without anybody");
        let shown = accounts::settings(ctx, &w.zeb).await.unwrap().leaving;
        assert_eq!((shown.owner_of[0].slug.as_str(), shown.coordinator_of[0].slug.as_str()), ("globex", "community"));

        w.stage.coordinator(&community, &w.mia).await;
        organisations::set_role(ctx, &w.zeb, "globex", w.pia.id, "owner").await.unwrap();
        w.ask().await;
        // Who is left can't leave them either.
        assert_eq!(refusal(organisations::set_role(ctx, &w.pia, "globex", w.pia.id, "member").await), Refusal::LastOwner);
        assert_eq!(refusal(programs::remove_coordinator(ctx, &w.mia, "community", w.mia.id).await), Refusal::LastCoordinator);
    }
}
