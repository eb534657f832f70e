//! The coordinator: all requests of the program, and pairing by hand.

use super::{Pair, refusal, word};
use domain::enrolments::EnrolmentStatus;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::programs::{MatchingMode, ProgramStatus};
use domain::requests::views::MatchingSearch;
use domain::requests::{CloseReason, RequestStatus};
use domain::{MentorshipId, Refusal};
use service::testing::Stage;
use service::{Actor, Error, pairs, requests};

struct Desk {
    p: Pair,
    carla: Actor,
}

impl Desk {
    async fn new(db: &store::Db) -> Self {
        let p = Pair::new(db).await;
        let carla = p.stage.person("Carla").await;
        p.stage.coordinator(&p.program, &carla).await;
        Self { p, carla }
    }

    async fn pair(&self, mentor: &Actor, mentee: &Actor) -> Result<MentorshipId, Error> {
        pairs::pair(&self.p.stage.ctx, &self.carla, "career", &mentee.id.to_string(), &mentor.id.to_string()).await
    }
}

fn named(mentee: &str, mentor: &str) -> MatchingSearch {
    MatchingSearch { mentee: mentee.to_owned(), mentor: mentor.to_owned(), ..MatchingSearch::default() }
}

store::both! {
    async fn a_coordinator_sees_all_requests_by_state_in_pages(db) {
        let Desk { p, carla } = Desk::new(db).await;
        for _ in 0..25 {
            requests::withdraw(&p.stage.ctx, Some(&p.mentee), p.asked().await).await.unwrap();
            p.stage.clock.advance(chrono::Duration::days(1));
        }
        let open = p.asked().await;
        let all = requests::of_program(&p.stage.ctx, &carla, "career", None, None).await.unwrap();
        assert_eq!((all.cards.len(), all.cards[0].id, all.pages.next.is_some()), (24, open, true));
        let rest = requests::of_program(&p.stage.ctx, &carla, "career", None, all.pages.next).await.unwrap();
        assert_eq!((rest.cards.len(), rest.pages.next), (2, None));
        let counts: Vec<_> = all.counts.iter().map(|c| (c.status, c.count)).collect();
        assert_eq!(counts[..4], [(RequestStatus::Pending, 1), (RequestStatus::Accepted, 0), (RequestStatus::Declined, 0), (RequestStatus::Withdrawn, 25)]);
        let pending = requests::of_program(&p.stage.ctx, &carla, "career", Some(RequestStatus::Pending), None).await.unwrap();
        assert_eq!(pending.cards.iter().map(|c| c.id).collect::<Vec<_>>(), [open]);
        assert_eq!(pending.cards[0].state, "Noor has until 10 April 2026 to answer.");
        assert!(!pending.cards[0].my_turn);
    }

    async fn only_coordinators_see_them_and_pair(db) {
        let Desk { p, carla } = Desk::new(db).await;
        let outsider = p.stage.person("Otto").await;
        for (who, answer) in [(&p.mentor, "forbidden"), (&p.mentee, "forbidden"), (&outsider, "forbidden"), (&carla, "done")] {
            assert_eq!(word(&requests::of_program(&p.stage.ctx, who, "career", None, None).await), answer, "{}", who.name);
            assert_eq!(word(&pairs::pairing(&p.stage.ctx, who, "career", &MatchingSearch::default()).await), answer, "{}", who.name);
            assert_eq!(word(&pairs::pair(&p.stage.ctx, who, "career", &p.mentee.id.to_string(), &p.mentor.id.to_string()).await), answer, "{}", who.name);
        }
        let (acme, other) = (p.stage.organisation("acme").await, p.stage.organisation("other").await);
        p.stage.program("inside").of(acme).open().await;
        p.stage.member(other, &outsider, OrgRole::Owner).await;
        assert_eq!(word(&requests::of_program(&p.stage.ctx, &outsider, "inside", None, None).await), "not found");
        assert_eq!(word(&pairs::pairing(&p.stage.ctx, &outsider, "inside", &MatchingSearch::default()).await), "not found");
        assert_eq!(word(&pairs::pair(&p.stage.ctx, &outsider, "inside", &p.mentee.id.to_string(), &p.mentor.id.to_string()).await), "not found");
    }

    async fn pairing_makes_a_mentorship_at_once_and_tells_everybody(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let olu = p.another_mentor("Olu").await;
        let (to_noor, to_olu) = (p.asked().await, p.ask(&p.mentee, &olu).await.unwrap());
        let made = d.pair(&p.mentor, &p.mentee).await.unwrap();
        let m = store::mentorships::by_id(&mut p.stage.ctx.read().await.unwrap(), made).await.unwrap().unwrap();
        assert_eq!((m.status, m.request_id, m.mentor_id, m.mentee_id), (MentorshipStatus::Active, None, p.mentor.id, p.mentee.id));
        for id in [to_noor, to_olu] {
            let row = p.row(id).await;
            assert_eq!((row.status, row.close_reason), (RequestStatus::Withdrawn, Some(CloseReason::MenteePlaced)));
        }
        assert_eq!(p.stage.told(&p.mentee).await, ["paired_with_mentor"]);
        assert_eq!(p.stage.told(&p.mentor).await, ["paired_with_mentee", "request_received"]);
        assert_eq!(p.stage.told(&olu).await, ["request_mentee_placed", "request_received"]);
        assert_eq!(p.stage.mailed(&p.mentee).await, ["Noor is your mentor in career."]);
    }

    async fn pairing_keeps_the_rules(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let mia = p.another_mentee("Mia").await;
        let olu = p.another_mentor("Olu").await;
        let bo = p.stage.person("Bo").await;
        p.stage.mentor_and_mentee(&p.program, &bo, 2).await;
        let stranger = p.stage.person("Sam").await;
        assert_eq!(refusal(d.pair(&bo, &bo).await), Refusal::AskingYourself);
        assert_eq!(refusal(d.pair(&p.mentor, &olu).await), Refusal::NotAMentee);
        assert_eq!(refusal(d.pair(&p.mentor, &stranger).await), Refusal::NotAMentee);
        assert_eq!(refusal(d.pair(&mia, &p.mentee).await), Refusal::NotAMentor);
        assert_eq!(refusal(d.pair(&stranger, &p.mentee).await), Refusal::NotAMentor);
        d.pair(&p.mentor, &p.mentee).await.unwrap();
        assert_eq!(refusal(d.pair(&p.mentor, &mia).await), Refusal::MentorFull);
        assert_eq!(refusal(d.pair(&olu, &p.mentee).await), Refusal::MenteeHasMentor);
        p.stage.enrolment_is(&p.program, &olu, EnrolmentStatus::Paused).await;
        assert_eq!(refusal(d.pair(&olu, &mia).await), Refusal::NotAMentor);
        p.stage.program_is(&p.program, ProgramStatus::Completed).await;
        assert_eq!(refusal(d.pair(&bo, &mia).await), Refusal::ProgramNotActive);
    }

    async fn two_must_be_chosen(db) {
        let d = Desk::new(db).await;
        let answer = pairs::pair(&d.p.stage.ctx, &d.carla, "career", "", "Noor").await;
        let Err(Error::Invalid(problems)) = answer else { panic!("{answer:?}") };
        assert_eq!(problems.0.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["mentee", "mentor"]);
    }

    async fn the_page_of_matching_shows_both(db) {
        let d = Desk::new(db).await;
        let id = d.p.asked().await;
        let search = MatchingSearch { status: Some(RequestStatus::Pending), mentor: "zzz".to_owned(), ..MatchingSearch::default() };
        let page = requests::matching(&d.p.stage.ctx, &d.carla, "career", &search).await.unwrap();
        assert_eq!(page.requests.cards.iter().map(|c| c.id).collect::<Vec<_>>(), [id]);
        assert_eq!((page.pairing.mentees.len(), page.pairing.mentors.len()), (1, 0));
        assert_eq!(word(&requests::matching(&d.p.stage.ctx, &d.p.mentor, "career", &search).await), "forbidden");
    }

    async fn pairing_by_hand_works_however_matching_happens(db) {
        let stage = Stage::new(db);
        let carla = stage.person("Carla").await;
        for mode in MatchingMode::ALL {
            let program = stage.program(mode.as_str()).matching(*mode).running().await;
            stage.coordinator(&program, &carla).await;
            let (mentor, mentee) = (stage.person(&format!("Noor {mode}")).await, stage.person(&format!("Amara {mode}")).await);
            stage.mentor(&program, &mentor, 1).await;
            stage.mentee(&program, &mentee).await;
            let pair = pairs::pair(&stage.ctx, &carla, &program.slug, &mentee.id.to_string(), &mentor.id.to_string()).await.unwrap();
            let pair = store::mentorships::by_id(&mut stage.ctx.read().await.unwrap(), pair).await.unwrap().unwrap();
            assert_eq!((pair.mentor_id, pair.mentee_id, pair.status), (mentor.id, mentee.id, MentorshipStatus::Active), "{mode}");
        }
    }

    async fn the_choice_is_of_those_who_can_be_paired(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let (mia, olu) = (p.another_mentee("Mia 100%").await, p.another_mentor("Olu").await);
        let paused = p.another_mentor("Pia").await;
        p.stage.enrolment_is(&p.program, &paused, EnrolmentStatus::Paused).await;
        let names = async |mentee: &str, mentor: &str| {
            let page = pairs::pairing(&p.stage.ctx, &d.carla, "career", &named(mentee, mentor)).await.unwrap();
            let list = |l: &[domain::requests::views::PairingChoice]| l.iter().map(|c| c.face.name.clone()).collect::<Vec<_>>();
            assert_eq!((page.mentees.len() as i64, page.mentors.len() as i64), (page.mentees_total, page.mentors_total));
            (list(&page.mentees), list(&page.mentors))
        };
        assert_eq!(names("", "").await, (vec!["Amara".to_owned(), "Mia 100%".to_owned()], vec!["Noor".to_owned(), "Olu".to_owned()]));
        assert_eq!(names("MIA", "lu").await, (vec!["Mia 100%".to_owned()], vec!["Olu".to_owned()]));
        assert_eq!(names("0%", "%").await, (vec!["Mia 100%".to_owned()], vec![]), "a per cent sign is no wildcard");
        d.pair(&olu, &mia).await.unwrap();
        assert_eq!(names("", "").await, (vec!["Amara".to_owned()], vec!["Noor".to_owned()]));
        let page = pairs::pairing(&p.stage.ctx, &d.carla, "career", &MatchingSearch::default()).await.unwrap();
        assert_eq!(page.mentors[0].room, 1);
    }

    async fn two_are_looked_at_before_they_are_a_pair(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let olu = p.another_mentor("Olu").await;
        p.ask(&p.mentee, &olu).await.unwrap();
        let look = async |mentee: &Actor, mentor: &Actor| {
            let search = MatchingSearch { chosen_mentee: Some(mentee.id), chosen_mentor: Some(mentor.id), ..MatchingSearch::default() };
            pairs::pairing(&p.stage.ctx, &d.carla, "career", &search).await.unwrap().chosen
        };
        let chosen = look(&p.mentee, &p.mentor).await.unwrap();
        assert_eq!((chosen.mentee.name.as_str(), chosen.mentor.name.as_str(), chosen.refusal, chosen.closing), ("Amara", "Noor", None, 1));
        let told = chosen.fit.fits().unwrap().reasons.into_iter().map(|span| span.text).collect::<String>();
        assert_eq!(told, "They have 15 waking hours a day in common and both speak English.");
        assert_eq!(look(&olu, &p.mentor).await.unwrap().refusal, Some(Refusal::NotAMentee));
        let outsider = p.stage.person("Otto").await;
        assert_eq!(look(&outsider, &p.mentor).await, None, "nobody's name is told who takes no part");
        d.pair(&p.mentor, &p.mentee).await.unwrap();
        assert_eq!(look(&p.mentee, &p.mentor).await.unwrap().refusal, Some(Refusal::MenteeHasMentor));
    }

    async fn a_pair_made_by_hand_is_taken_back_and_the_mentees_requests_are_open_again(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let (olu, ben) = (p.another_mentor("Olu").await, p.another_mentor("Ben").await);
        let (to_olu, to_ben) = (p.ask(&p.mentee, &olu).await.unwrap(), p.ask(&p.mentee, &ben).await.unwrap());
        let due = p.row(to_olu).await.due_at;
        let made = d.pair(&p.mentor, &p.mentee).await.unwrap();
        let lately = async || pairs::pairing(&p.stage.ctx, &d.carla, "career", &MatchingSearch::default()).await.unwrap().lately;
        let shown: Vec<_> = lately().await.into_iter().map(|made| (made.id, made.mentee, made.mentor)).collect();
        assert_eq!(shown, [(made, "Amara".to_owned(), "Noor".to_owned())]);
        // Who takes no part any more can't be asked.
        p.stage.enrolment_is(&p.program, &ben, EnrolmentStatus::Paused).await;
        pairs::unpair(&p.stage.ctx, &d.carla, "career", made).await.unwrap();
        let row = p.row(to_olu).await;
        assert_eq!((row.status, row.close_reason, row.ended_at, row.due_at), (RequestStatus::Pending, None, None, due));
        assert_eq!(p.status(to_ben).await, RequestStatus::Withdrawn);
        assert_eq!(p.stage.told(&olu).await, ["request_mentee_placed", "request_received", "request_reopened"]);
        assert!(p.stage.told(&p.mentee).await.contains(&"pairing_taken_back".to_owned()));
        assert_eq!((p.places_taken(p.mentor.id).await, lately().await), (0, vec![]));
        requests::accept(&p.stage.ctx, Some(&olu), to_olu, "").await.unwrap();
    }

    async fn a_request_that_is_open_again_leaves_at_least_a_day(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let olu = p.another_mentor("Olu").await;
        let to_olu = p.ask(&p.mentee, &olu).await.unwrap();
        p.days_pass(13);
        let made = d.pair(&p.mentor, &p.mentee).await.unwrap();
        p.days_pass(5);
        pairs::unpair(&p.stage.ctx, &d.carla, "career", made).await.unwrap();
        assert_eq!(p.row(to_olu).await.due_at, Some(p.stage.ctx.now() + chrono::Duration::days(1)));
    }

    async fn nothing_is_taken_back_that_somebody_has_acted_on_or_that_they_agreed_on(db) {
        let d = Desk::new(db).await;
        let p = &d.p;
        let unpair = async |who: &Actor, id| pairs::unpair(&p.stage.ctx, who, "career", id).await;
        let made = d.pair(&p.mentor, &p.mentee).await.unwrap();
        for (who, answer) in [(&p.mentor, "forbidden"), (&p.mentee, "forbidden")] {
            assert_eq!(word(&unpair(who, made).await), answer);
        }
        let acme = p.stage.organisation("acme").await;
        let other = p.stage.program("inside").of(acme).open().await;
        p.stage.coordinator(&other, &d.carla).await;
        assert_eq!(word(&pairs::unpair(&p.stage.ctx, &d.carla, "inside", made).await), "not found", "of another program");
        service::mentorships::sign_agreement(&p.stage.ctx, &p.mentee, made).await.unwrap();
        assert_eq!(refusal(unpair(&d.carla, made).await), Refusal::NothingToTakeBack);

        let (mia, olu) = (p.another_mentee("Mia").await, p.another_mentor("Olu").await);
        let asked = p.ask(&mia, &olu).await.unwrap();
        let agreed = requests::accept(&p.stage.ctx, Some(&olu), asked, "").await.unwrap();
        assert_eq!(refusal(unpair(&d.carla, agreed).await), Refusal::NothingToTakeBack);
    }
}
