//! Publishing and taking back.

use super::{Desk, draft, names};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::match_runs::RunStatus;
use domain::mentorships::MentorshipStatus;
use domain::people::About;
use domain::programs::ProgramStatus;
use domain::requests::RequestStatus;
use service::match_runs::{self, Published};
use service::testing::{problems, refusal};
use service::{Actor, mentorships, pairs, proposals, requests};

const TEXT: &str = "I would like to learn how to lead a small team.";

fn made(made: usize, refused: usize) -> Published {
    Published { made, refused }
}

store::both! {
    async fn the_table_does_not_tell_how_to_reach_who_left(db) {
        let desk = Desk::new(db).await;
        let number = desk.make().await;
        let written = async || {
            let table = match_runs::pairs_table(&desk.stage.ctx, &desk.carla, "career", number).await.unwrap();
            table.rows.iter().flatten().map(service::exports::Cell::written).collect::<Vec<_>>().join(" | ")
        };
        assert!(written().await.contains("noor@example.org"));
        for status in [EnrolmentStatus::Left, EnrolmentStatus::Removed] {
            desk.stage.enrolment_is(&desk.program, &desk.noor, status).await;
            let written = written().await;
            assert!(!written.contains("noor@example.org") && written.contains("max@example.org") && written.contains("Noor"), "{status}");
        }
    }

    async fn published_pairs_begin_and_everybody_concerned_hears_of_it(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        desk.make().await;
        let to_noor = requests::ask(ctx, &desk.amara, "career", desk.noor.id, TEXT).await.unwrap();
        let to_max = requests::ask(ctx, &desk.amara, "career", desk.max.id, TEXT).await.unwrap();
        assert_eq!(desk.publish_all(1).await.unwrap(), made(2, 0));
        let view = desk.view(1).await;
        assert_eq!((view.card.status, view.published, view.unpublished, view.untouched), (RunStatus::Published, 2, 0, 2));
        let mut tx = ctx.read().await.unwrap();
        for pair in desk.rows(1).await {
            let mentorship = store::mentorships::by_id(&mut tx, pair.mentorship_id.unwrap()).await.unwrap().unwrap();
            assert_eq!((mentorship.status, mentorship.started_on), (MentorshipStatus::Active, Some(ctx.now().date_naive())));
        }
        for request in [to_noor, to_max] {
            let request = store::requests::by_id(&mut tx, request).await.unwrap().unwrap();
            assert_eq!(request.status, RequestStatus::Withdrawn, "closed: the mentee has a mentor");
        }
        drop(tx);
        assert_eq!(desk.stage.told(&desk.amara).await, ["paired_with_mentor"]);
        assert_eq!(desk.stage.told(&desk.max).await, ["paired_with_mentee", "request_received"], "the new mentor hears it once");
        assert!(desk.stage.told(&desk.noor).await.contains(&"request_mentee_placed".to_owned()));
        assert!(desk.stage.mailed(&desk.mia).await.contains(&"Noor is your mentor in career.".to_owned()));
        assert_eq!(desk.publish_all(1).await.unwrap(), made(0, 0), "twice changes nothing");
        assert_eq!(refusal(match_runs::change(ctx, &desk.carla, "career", 1, &draft()).await), Refusal::NotFromThisState);
    }

    async fn a_published_pair_begins_on_the_mentees_day(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        let about = About { zone: "Pacific/Honolulu".to_owned(), languages: vec!["en".to_owned()], ..About::default() };
        store::people::set_about(&mut tx, desk.amara.id, &about, ctx.now()).await.unwrap();
        tx.commit().await.unwrap();
        desk.make().await;
        assert_eq!(desk.publish_all(1).await.unwrap(), made(2, 0));
        let mut tx = ctx.read().await.unwrap();
        for pair in desk.rows(1).await {
            let begun = store::mentorships::by_id(&mut tx, pair.mentorship_id.unwrap()).await.unwrap().unwrap().started_on;
            // 09:00 UTC on 2 March is 23:00 on 1 March in Honolulu.
            let day = if pair.mentee_id == desk.amara.id { "2026-03-01" } else { "2026-03-02" };
            assert_eq!(begun, day.parse().ok());
        }
    }

    async fn some_pairs_are_published_and_the_rest_later(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let ctx = &desk.stage.ctx;
        let carla = &desk.carla;
        let publish = |chosen: Vec<String>| async move { match_runs::publish(ctx, carla, "career", 1, &chosen, false).await };
        assert_eq!(problems(publish(Vec::new()).await), ["pairs"]);
        assert_eq!(problems(publish(vec!["nobody".to_owned()]).await), ["pairs"]);
        let chosen = vec![format!("{}:{}", desk.mia.id, desk.noor.id), format!("{}:{}", desk.mia.id, desk.max.id)];
        assert_eq!(publish(chosen).await.unwrap(), made(1, 0), "a pair that isn't in the run is nobody's");
        assert_eq!((desk.taken(desk.noor.id).await, desk.taken(desk.max.id).await), (1, 0));
        assert_eq!(desk.publish_all(1).await.unwrap(), made(1, 0));
    }

    async fn a_proposal_begins_with_two_yeses_and_a_no_is_respected(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        let number = desk.make_proposing().await;
        let open = requests::ask(ctx, &desk.mia, "career", desk.max.id, TEXT).await.unwrap();
        desk.publish_all(number).await.unwrap();
        assert_eq!(desk.stage.told(&desk.amara).await, ["proposed_mentor"]);
        assert!(desk.stage.told(&desk.max).await.contains(&"proposed_mentee".to_owned()));
        let request = store::requests::by_id(&mut ctx.read().await.unwrap(), open).await.unwrap().unwrap();
        assert_eq!(request.status, RequestStatus::Pending, "nothing has begun yet");
        let of_mia = desk.proposal(number, &desk.mia).await.id;
        for who in [&desk.mia, &desk.noor] {
            proposals::say_yes(ctx, Some(who), of_mia).await.unwrap();
        }
        let of_amara = desk.proposal(number, &desk.amara).await.id;
        proposals::say_no(ctx, Some(&desk.max), of_amara, "too_close", "We worked together before.").await.unwrap();
        desk.make().await;
        let view = desk.view(2).await;
        assert_eq!((view.numbers.mentees, view.numbers.matched), (1, 0), "Mia is placed, Max said no, Noor is full");
        assert!(view.left_out[0].words.contains("1 mentor meets the conditions and is full"), "{}", view.left_out[0].words);
    }

    async fn what_became_impossible_is_told_and_the_rest_is_made(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        desk.make().await;
        let zoe = desk.another_mentee("Zoe").await;
        pairs::pair(ctx, &desk.carla, "career", &zoe.id.to_string(), &desk.noor.id.to_string()).await.unwrap();
        assert_eq!(desk.publish_all(1).await.unwrap(), made(1, 1));
        let view = desk.view(1).await;
        let refused: Vec<_> = view.pairs.iter().filter_map(|pair| pair.refusal).collect();
        assert_eq!((refused, view.unpublished), (vec![Refusal::MentorFull], 1));
        assert!(desk.stage.told(&desk.mia).await.is_empty());
        desk.stage.program_is(&desk.program, ProgramStatus::Completed).await;
        assert_eq!(refusal(desk.publish_all(1).await), Refusal::ProgramNotActive);
    }

    async fn places_that_the_run_gave_become_the_enrolment_s(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        desk.adjust(1, "forbid", &desk.amara, &desk.max, "").await.unwrap();
        desk.adjust(1, "places", &desk.amara, &desk.noor, "3").await.unwrap();
        assert_eq!(desk.pairs(1).await, names(&[("Amara", "Noor"), ("Mia", "Noor")]));
        assert_eq!(desk.publish_all(1).await.unwrap(), made(2, 0));
        let enrolment = store::enrolments::of(&mut desk.stage.ctx.read().await.unwrap(), desk.program.id, desk.noor.id).await.unwrap().unwrap();
        assert_eq!((enrolment.capacity, desk.taken(desk.noor.id).await), (3, 2));
    }

    async fn a_publication_is_taken_back_until_somebody_acts(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        desk.make().await;
        assert_eq!(refusal(match_runs::undo(ctx, &desk.carla, "career", 1).await), Refusal::NothingToTakeBack);
        desk.publish_all(1).await.unwrap();
        let rows = desk.rows(1).await;
        let of_mia = rows.iter().find(|pair| pair.mentee_id == desk.mia.id).unwrap().mentorship_id.unwrap();
        mentorships::sign_agreement(ctx, &desk.mia, of_mia).await.unwrap();
        assert_eq!(desk.view(1).await.untouched, 1);
        assert_eq!(match_runs::undo(ctx, &desk.carla, "career", 1).await.unwrap(), 1);
        assert_eq!((desk.taken(desk.max.id).await, desk.taken(desk.noor.id).await), (0, 1));
        assert_eq!(desk.stage.told(&desk.amara).await, ["paired_with_mentor", "pairing_taken_back"]);
        let links = async |who: &Actor| {
            let mut tx = ctx.read().await.unwrap();
            let told = store::notifications::newest(&mut tx, who.id, 10).await.unwrap();
            told.into_iter().map(|told| told.link).collect::<Vec<_>>()
        };
        assert!(links(&desk.amara).await.iter().all(|link| link == "/programs/career"), "the space is gone");
        assert_eq!(links(&desk.mia).await, [format!("/mentorships/{of_mia}")], "this one isn't");
        assert!(!desk.stage.told(&desk.mia).await.contains(&"pairing_taken_back".to_owned()));
        assert_eq!(desk.view(1).await.card.status, RunStatus::Published);
        assert_eq!(refusal(match_runs::undo(ctx, &desk.carla, "career", 1).await), Refusal::NothingToTakeBack);
        assert_eq!(desk.publish_all(1).await.unwrap(), made(1, 0), "what was taken back may be published again");
    }

    async fn a_run_that_is_taken_back_wholly_is_over(db) {
        let desk = Desk::new(db).await;
        let number = desk.make_proposing().await;
        desk.publish_all(number).await.unwrap();
        assert_eq!(match_runs::undo(&desk.stage.ctx, &desk.carla, "career", number).await.unwrap(), 2);
        assert_eq!(desk.view(number).await.card.status, RunStatus::Undone);
        assert_eq!(refusal(desk.publish_all(number).await), Refusal::NotFromThisState);
        desk.make().await;
        assert_eq!(desk.pairs(2).await, names(&[("Amara", "Max"), ("Mia", "Noor")]), "it is as if nothing had been");
    }

    async fn requests_that_publishing_closed_are_open_again_when_it_is_taken_back(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        desk.make().await;
        let asked = requests::ask(ctx, &desk.amara, "career", desk.noor.id, TEXT).await.unwrap();
        let of_mia = requests::ask(ctx, &desk.mia, "career", desk.max.id, TEXT).await.unwrap();
        assert_eq!((desk.view(1).await.closing, desk.view(1).await.reopening), (2, 0));
        desk.publish_all(1).await.unwrap();
        assert_eq!((desk.view(1).await.closing, desk.view(1).await.reopening), (0, 2));
        let status = async |id| store::requests::by_id(&mut ctx.read().await.unwrap(), id).await.unwrap().unwrap().status;
        assert_eq!((status(asked).await, status(of_mia).await), (RequestStatus::Withdrawn, RequestStatus::Withdrawn));
        // Mia acts: hers stays, and so does what it closed.
        let rows = desk.rows(1).await;
        let begun = rows.iter().find(|pair| pair.mentee_id == desk.mia.id).unwrap().mentorship_id.unwrap();
        mentorships::sign_agreement(ctx, &desk.mia, begun).await.unwrap();
        match_runs::undo(ctx, &desk.carla, "career", 1).await.unwrap();
        assert_eq!((status(asked).await, status(of_mia).await), (RequestStatus::Pending, RequestStatus::Withdrawn));
        assert!(desk.stage.told(&desk.noor).await.contains(&"request_reopened".to_owned()));
        assert!(!desk.stage.told(&desk.max).await.contains(&"request_reopened".to_owned()));
    }
}
