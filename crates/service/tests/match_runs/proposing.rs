//! Proposals: what the two say, what time does, what a coordinator sees and takes back, and what the next run respects.

use super::{Desk, draft, names};
use chrono::Duration;
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::match_runs::{RunDraft, RunStatus};
use domain::mentorships::MentorshipStatus;
use domain::programs::{ProgramAction, PublishAs};
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use domain::requests::RequestStatus;
use service::match_runs::{self, Published};
use service::proposals::{self, Ticked};
use service::testing::{at_once, problems, refusal};
use service::{Actor, Error, enrolments, home, pairs, programs, requests};
use store::proposals::Proposal;

const TEXT: &str = "I would like to learn how to lead a small team.";

/// A run whose two pairs are proposed: Amara with Max and Mia with Noor.
async fn proposed(db: &store::Db) -> Desk {
    let desk = Desk::new(db).await;
    let number = desk.make_proposing().await;
    assert_eq!(desk.publish_all(number).await.unwrap(), Published { made: 2, refused: 0 });
    desk
}

async fn status(desk: &Desk, mentee: &Actor) -> ProposalStatus {
    desk.proposal(1, mentee).await.status
}

async fn roster_room(desk: &Desk) -> i64 {
    store::requests::count_mentors(&mut desk.stage.ctx.read().await.unwrap(), desk.program.id, "").await.unwrap()
}

store::both! {
    async fn two_yeses_begin_a_mentorship_at_once(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        let of_mia = desk.proposal(1, &desk.mia).await.id;
        assert_eq!(proposals::say_yes(ctx, Some(&desk.mia), of_mia).await.unwrap(), None);
        assert_eq!(desk.stage.told(&desk.noor).await, ["proposal_yes", "proposed_mentee"]);
        assert_eq!(refusal(proposals::say_yes(ctx, Some(&desk.mia), of_mia).await), Refusal::AlreadyAnswered);
        let begun = proposals::say_yes(ctx, Some(&desk.noor), of_mia).await.unwrap().unwrap();
        let row = desk.proposal(1, &desk.mia).await;
        assert_eq!((row.status, row.mentorship_id), (ProposalStatus::Accepted, Some(begun)));
        assert_eq!((row.mentee_answer, row.mentor_answer), (Some(ProposalAnswer::Yes), Some(ProposalAnswer::Yes)));
        let mentorship = store::mentorships::by_id(&mut ctx.read().await.unwrap(), begun).await.unwrap().unwrap();
        assert_eq!((mentorship.status, mentorship.started_on), (MentorshipStatus::Active, Some(ctx.now().date_naive())));
        assert!(desk.stage.told(&desk.mia).await.contains(&"proposal_accepted".to_owned()));
        let view = desk.view(1).await;
        let pair = view.pairs.iter().find(|pair| pair.mentee.name == "Mia").unwrap();
        assert_eq!((pair.mentorship, pair.published), (Some(begun), true));
        assert_eq!(refusal(proposals::say_no(ctx, Some(&desk.noor), of_mia, "other", "").await), Refusal::ProposalEnded);
    }

    async fn a_no_is_told_without_its_reason_and_the_coordinator_reads_it(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        let id = desk.proposal(1, &desk.amara).await.id;
        assert_eq!(problems(proposals::say_no(ctx, Some(&desk.max), id, "", "").await), ["reason"]);
        assert_eq!(problems(proposals::say_no(ctx, Some(&desk.max), id, "other", &"a".repeat(501)).await), ["word"]);
        proposals::say_yes(ctx, Some(&desk.amara), id).await.unwrap();
        proposals::say_no(ctx, Some(&desk.max), id, "too_close", "She is my sister.").await.unwrap();
        assert_eq!(desk.stage.told(&desk.amara).await, ["proposal_declined", "proposed_mentor"]);
        let hers = proposals::view(ctx, &desk.amara, id).await.unwrap();
        assert_eq!((hers.status, hers.reason, hers.word, hers.answers.len()), (ProposalStatus::Declined, None, None, 0));
        assert!(!hers.can_say_yes && !hers.can_say_no);
        let seen = proposals::view(ctx, &desk.carla, id).await.unwrap();
        assert_eq!((seen.reason, seen.word.as_deref(), seen.run), (Some(NoReason::TooClose), Some("She is my sister."), Some(1)));
        assert_eq!(seen.answers.iter().map(|a| a.answer).collect::<Vec<_>>(), [Some(ProposalAnswer::Yes), Some(ProposalAnswer::No)]);
        let view = desk.view(1).await;
        let words = view.pairs.iter().find_map(|pair| pair.proposal.clone().filter(|p| p.status == ProposalStatus::Declined)).unwrap().words;
        assert_eq!(words, "Max has said no: “We know each other too closely”");
    }

    async fn the_next_run_respects_a_no_and_forgets_silence(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        proposals::say_no(ctx, Some(&desk.amara), desk.proposal(1, &desk.amara).await.id, "no_time", "").await.unwrap();
        desk.stage.clock.advance(Duration::days(7));
        assert_eq!(proposals::tick(ctx).await.unwrap(), Ticked { expired: 1, reminded: 0 });
        assert_eq!(status(&desk, &desk.mia).await, ProposalStatus::Expired);
        desk.make().await;
        assert_eq!(desk.pairs(2).await, names(&[("Amara", "Noor"), ("Mia", "Max")]), "whoever said no is not proposed again");
        desk.adjust(2, "forbid", &desk.amara, &desk.noor, "").await.unwrap();
        let view = desk.view(2).await;
        assert_eq!((view.numbers.matched, view.left_out[0].mentee.name.as_str()), (1, "Amara"));
        assert!(view.left_out[0].words.contains("said no"), "{}", view.left_out[0].words);
    }

    async fn a_draft_made_before_a_no_cannot_publish_the_pair(db) {
        let desk = Desk::new(db).await;
        let (first, second) = (desk.make_proposing().await, desk.make_proposing().await);
        desk.publish_all(first).await.unwrap();
        let ctx = &desk.stage.ctx;
        proposals::say_no(ctx, Some(&desk.amara), desk.proposal(first, &desk.amara).await.id, "other", "").await.unwrap();
        assert_eq!(desk.publish_all(second).await.unwrap(), Published { made: 0, refused: 2 });
        let view = desk.view(second).await;
        let refusals: Vec<_> = view.pairs.iter().filter_map(|pair| pair.refusal).collect();
        assert!(refusals.contains(&Refusal::SaidNoBefore), "{refusals:?}");
    }

    async fn a_proposal_holds_its_places(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        let before = requests::ask(ctx, &desk.mia, "career", desk.max.id, TEXT).await.unwrap();
        assert_eq!(roster_room(&desk).await, 2);
        let number = desk.make_proposing().await;
        desk.publish_all(number).await.unwrap();
        assert_eq!(roster_room(&desk).await, 0);
        let zoe = desk.another_mentee("Zoe").await;
        assert_eq!(refusal(requests::ask(ctx, &zoe, "career", desk.max.id, TEXT).await), Refusal::MentorFull);
        let by_hand = pairs::pair(ctx, &desk.carla, "career", &zoe.id.to_string(), &desk.noor.id.to_string()).await;
        assert_eq!(refusal(by_hand), Refusal::MentorFull);
        assert_eq!(refusal(requests::accept(ctx, Some(&desk.max), before, "").await), Refusal::MenteeHasProposal);
        desk.make().await;
        let view = desk.view(2).await;
        assert_eq!((view.numbers.mentees, view.numbers.places), (1, 0), "only Zoe waits, and nobody has room");
        // A no gives both places back.
        proposals::say_no(ctx, Some(&desk.max), desk.proposal(1, &desk.amara).await.id, "no_time", "").await.unwrap();
        requests::ask(ctx, &zoe, "career", desk.max.id, TEXT).await.unwrap();
    }

    async fn a_request_between_the_two_makes_the_proposal_true(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        let asked = requests::ask(ctx, &desk.mia, "career", desk.noor.id, TEXT).await.unwrap();
        let number = desk.make_proposing().await;
        desk.publish_all(number).await.unwrap();
        let begun = requests::accept(ctx, Some(&desk.noor), asked, "").await.unwrap();
        let row = desk.proposal(number, &desk.mia).await;
        assert_eq!((row.status, row.mentorship_id), (ProposalStatus::Accepted, Some(begun)));
        let request = store::requests::by_id(&mut ctx.read().await.unwrap(), asked).await.unwrap().unwrap();
        assert_eq!(request.status, RequestStatus::Accepted);
    }

    async fn whoever_waits_is_reminded_once_and_then_it_expires(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        proposals::say_yes(ctx, Some(&desk.mia), desk.proposal(1, &desk.mia).await.id).await.unwrap();
        let mut done = Vec::new();
        for day in 1..=8 {
            desk.stage.clock.advance(Duration::days(1));
            for _ in 0..2 {
                let now = proposals::tick(ctx).await.unwrap();
                if now != Ticked::default() {
                    done.push((day, now.reminded, now.expired));
                }
            }
        }
        assert_eq!(done, [(5, 2, 0), (7, 0, 2)]);
        assert_eq!(desk.stage.told(&desk.mia).await, ["proposal_expired", "proposed_mentor"], "who has answered is not reminded");
        assert_eq!(desk.stage.told(&desk.noor).await, ["proposal_expired", "proposal_reminder", "proposal_yes", "proposed_mentee"]);
        let row = desk.proposal(1, &desk.mia).await;
        assert_eq!((row.status, row.ended_at), (ProposalStatus::Expired, Some(row.due_at)));
        assert_eq!(refusal(proposals::say_yes(ctx, Some(&desk.noor), row.id).await), Refusal::ProposalEnded);
        assert_eq!(desk.view(1).await.unpublished, 2, "what nobody answered may be published again");
        assert_eq!(desk.publish_all(1).await.unwrap().made, 2);
    }

    async fn several_servers_remind_and_expire_once(db) {
        let desk = proposed(db).await;
        let all = async || {
            let tasks = (0..4).map(|_| { let ctx = desk.stage.ctx.clone(); async move { proposals::tick(&ctx).await } }).collect();
            let done: Vec<Ticked> = at_once(tasks).await.into_iter().map(Result::unwrap).collect();
            (done.iter().map(|d| d.reminded).sum::<usize>(), done.iter().map(|d| d.expired).sum::<usize>())
        };
        desk.stage.clock.advance(Duration::days(6));
        assert_eq!(all().await, (2, 0));
        desk.stage.clock.advance(Duration::days(2));
        assert_eq!(all().await, (0, 2));
        assert_eq!(desk.stage.told(&desk.amara).await, ["proposal_expired", "proposal_reminder", "proposed_mentor"]);
    }

    async fn a_proposal_too_late_is_over_before_anybody_has_written_it_down(db) {
        let desk = proposed(db).await;
        desk.stage.clock.advance(Duration::days(7));
        let ctx = &desk.stage.ctx;
        let id = desk.proposal(1, &desk.mia).await.id;
        assert_eq!(proposals::view(ctx, &desk.mia, id).await.unwrap().status, ProposalStatus::Expired);
        assert_eq!(refusal(proposals::say_yes(ctx, Some(&desk.mia), id).await), Refusal::ProposalEnded);
        assert!(home::day(ctx, &desk.mia).await.unwrap().proposals.is_empty());
    }

    async fn of_two_for_the_last_place_exactly_one_begins(db) {
        for _ in 0..3 {
            let test = store::testing::fresh(db.engine()).await;
            let desk = Desk::new(&test.db).await;
            let ctx = &desk.stage.ctx;
            let number = desk.make_proposing().await;
            desk.adjust(number, "forbid", &desk.amara, &desk.max, "").await.unwrap();
            desk.adjust(number, "places", &desk.amara, &desk.noor, "2").await.unwrap();
            assert_eq!(desk.publish_all(number).await.unwrap().made, 2, "both with Noor, who has two places now");
            let ids = [desk.proposal(number, &desk.amara).await.id, desk.proposal(number, &desk.mia).await.id];
            for id in ids {
                proposals::say_yes(ctx, Some(&desk.noor), id).await.unwrap();
            }
            // She takes one place back.
            let mut tx = ctx.write().await.unwrap();
            store::match_runs::publishing::set_capacities(&mut tx, desk.program.id, &[(desk.noor.id, 1)], ctx.now()).await.unwrap();
            tx.commit().await.unwrap();
            let actions = [(&desk.amara, ids[0]), (&desk.mia, ids[1])].map(|(who, id)| {
                let (ctx, who) = (ctx.clone(), who.clone());
                async move { proposals::say_yes(&ctx, Some(&who), id).await }
            });
            let answers = at_once(actions.into_iter().collect()).await;
            assert_eq!(answers.iter().filter(|answer| matches!(answer, Ok(Some(_)))).count(), 1, "{answers:?}");
            assert_eq!(answers.iter().filter(|answer| matches!(answer, Err(Error::Refused(Refusal::MentorFull)))).count(), 1, "{answers:?}");
            assert_eq!(desk.taken(desk.noor.id).await, 1);
        }
    }

    async fn what_nobody_answered_is_taken_back_and_the_rest_stays(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        proposals::say_yes(ctx, Some(&desk.mia), desk.proposal(1, &desk.mia).await.id).await.unwrap();
        assert_eq!(desk.view(1).await.untouched, 1);
        assert_eq!(match_runs::undo(ctx, &desk.carla, "career", 1).await.unwrap(), 1);
        assert_eq!((status(&desk, &desk.amara).await, status(&desk, &desk.mia).await), (ProposalStatus::TakenBack, ProposalStatus::Proposed));
        assert_eq!(desk.stage.told(&desk.amara).await, ["pairing_taken_back", "proposed_mentor"]);
        assert_eq!(desk.view(1).await.card.status, RunStatus::Published);
        proposals::say_yes(ctx, Some(&desk.noor), desk.proposal(1, &desk.mia).await.id).await.unwrap();
        assert_eq!(refusal(match_runs::undo(ctx, &desk.carla, "career", 1).await), Refusal::NothingToTakeBack, "two yeses are an act");
        assert_eq!(desk.publish_all(1).await.unwrap().made, 1, "what was taken back may be published again");
    }

    async fn who_answers_while_it_is_taken_back_has_answered_or_finds_it_over(db) {
        for _ in 0..3 {
            let test = store::testing::fresh(db.engine()).await;
            let desk = proposed(&test.db).await;
            let id = desk.proposal(1, &desk.mia).await.id;
            let (ctx, mia) = (desk.stage.ctx.clone(), desk.mia.clone());
            let yes: crate::match_runs::races::Act = Box::pin(async move { proposals::say_yes(&ctx, Some(&mia), id).await.map(|_| 0) });
            let (ctx, carla) = (desk.stage.ctx.clone(), desk.carla.clone());
            let undo: crate::match_runs::races::Act = Box::pin(async move { match_runs::undo(&ctx, &carla, "career", 1).await });
            let answers = at_once(vec![yes, undo]).await;
            let said = answers.iter().any(|answer| matches!(answer, Ok(0)));
            let back = answers.iter().find_map(|answer| answer.as_ref().ok().filter(|n| **n > 0)).copied();
            let expected = if said { ProposalStatus::Proposed } else { ProposalStatus::TakenBack };
            assert_eq!((status(&desk, &desk.mia).await, back), (expected, Some(if said { 1 } else { 2 })), "{answers:?}");
        }
    }

    async fn a_pause_and_the_end_of_the_program_take_proposals_back(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        enrolments::pause(ctx, &desk.max, "career").await.unwrap();
        assert_eq!(status(&desk, &desk.amara).await, ProposalStatus::TakenBack);
        assert_eq!(status(&desk, &desk.mia).await, ProposalStatus::Proposed);
        programs::advance(ctx, &desk.carla, "career", ProgramAction::Complete).await.unwrap();
        assert_eq!(status(&desk, &desk.mia).await, ProposalStatus::TakenBack);
        assert!(desk.stage.told(&desk.noor).await.contains(&"pairing_taken_back".to_owned()));
    }

    async fn the_program_says_how_its_runs_publish_and_how_long_people_have(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        let before = programs::settings(ctx, &desk.carla, "career").await.unwrap();
        let mut mine = before.draft.clone();
        (mine.publish_as, mine.proposal_days) = ("proposed".to_owned(), "3".to_owned());
        let edit = domain::editing::Edit::new(before.draft, mine);
        programs::save(ctx, &desk.carla, "career", &edit).await.unwrap();
        assert_eq!(match_runs::desk(ctx, &desk.carla, "career").await.unwrap().settings.publish_as, PublishAs::Proposed);
        let number = desk.make_proposing().await;
        desk.publish_all(number).await.unwrap();
        let row: Proposal = desk.proposal(number, &desk.mia).await;
        assert_eq!(row.due_at, ctx.now() + Duration::days(3));
        // A run may still differ from the program.
        let begun = RunDraft { publish_as: "begun".to_owned(), ..draft() };
        match_runs::make(ctx, &desk.carla, "career", &begun).await.unwrap();
        assert_eq!(desk.view(2).await.settings.publish_as, PublishAs::Begun);
        assert_eq!(match_runs::desk(ctx, &desk.carla, "career").await.unwrap().settings.publish_as, PublishAs::Proposed);
    }

    async fn the_day_of_both_has_a_card_that_says_why(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        let hers = home::day(ctx, &desk.mia).await.unwrap();
        let card = &hers.proposals[0];
        assert_eq!((card.other.name.as_str(), card.my_turn, hers.is_quiet()), ("Noor", true, false));
        let said: String = card.reasons.iter().map(|span| span.text.as_str()).collect();
        assert!(said.contains("English"), "{said}");
        proposals::say_yes(ctx, Some(&desk.mia), card.id).await.unwrap();
        assert!(!home::day(ctx, &desk.mia).await.unwrap().proposals[0].my_turn);
        let theirs = home::day(ctx, &desk.noor).await.unwrap();
        assert_eq!(theirs.proposals[0].state, "Mia has said yes. There is time to answer until 9 March 2026.");
    }

    async fn only_the_two_answer_and_only_they_and_coordinators_see_it(db) {
        let desk = proposed(db).await;
        let ctx = &desk.stage.ctx;
        let id = desk.proposal(1, &desk.mia).await.id;
        let stranger = desk.stage.person("Otto").await;
        assert!(matches!(proposals::say_yes(ctx, None, id).await, Err(Error::SignInNeeded)));
        assert!(matches!(proposals::say_no(ctx, None, id, "other", "").await, Err(Error::SignInNeeded)));
        for who in [&desk.amara, &desk.max, &stranger] {
            assert!(matches!(proposals::view(ctx, who, id).await, Err(Error::NotFound)));
            assert!(matches!(proposals::say_yes(ctx, Some(who), id).await, Err(Error::NotFound)));
            assert!(matches!(proposals::say_no(ctx, Some(who), id, "other", "").await, Err(Error::NotFound)));
        }
        assert!(proposals::view(ctx, &desk.carla, id).await.is_ok());
        assert!(matches!(proposals::say_yes(ctx, Some(&desk.carla), id).await, Err(Error::Forbidden)));
        assert!(matches!(proposals::say_no(ctx, Some(&desk.carla), id, "other", "").await, Err(Error::Forbidden)));
        desk.stage.enrolment_is(&desk.program, &desk.mia, EnrolmentStatus::Active).await;
        assert_eq!(status(&desk, &desk.mia).await, ProposalStatus::Proposed, "nothing was said");
    }
}
