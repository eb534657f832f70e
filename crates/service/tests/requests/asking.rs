//! Who may ask whom, where and when.

use super::{Pair, TEXT, refusal, word};
use domain::enrolments::EnrolmentStatus;
use domain::programs::{MatchingMode, ProgramStatus};
use domain::requests::{RequestStatus, Turn};
use domain::{PersonId, ProblemCode, Refusal};
use service::testing::Stage;
use service::{Actor, Error, requests};
use store::testing::changes;
use uuid::Uuid;

store::both! {
    async fn a_mentee_asks_and_the_mentor_is_told(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        let row = p.row(id).await;
        assert_eq!((row.status, row.turn), (RequestStatus::Pending, Turn::Asked));
        assert_eq!(row.due_at, Some(p.stage.ctx.now() + chrono::Duration::days(14)));
        assert_eq!(p.stage.told(&p.mentor).await, ["request_received"]);
        assert_eq!(p.stage.mailed(&p.mentor).await, ["Amara asks you to be their mentor in career."]);
        assert!(p.stage.told(&p.mentee).await.is_empty());
        let events = store::events::of_program(&mut p.stage.ctx.read().await.unwrap(), p.program.id, 10).await.unwrap();
        assert_eq!((events[0].kind.as_str(), events[0].actor_id, events[0].subject_id), ("request.asked", Some(p.mentee.id), Some(id.0)));
    }

    async fn the_text_has_twenty_to_two_thousand_characters(db) {
        let p = Pair::new(db).await;
        for (text, code) in [
            ("   ".to_owned(), ProblemCode::Required),
            ("x".repeat(19), ProblemCode::TooShort { min: 20 }),
            ("x".repeat(2001), ProblemCode::TooLong { max: 2000 }),
        ] {
            let Err(Error::Invalid(problems)) = requests::ask(&p.stage.ctx, &p.mentee, "career", p.mentor.id, &text).await else { panic!() };
            assert_eq!((problems.0[0].field.as_str(), &problems.0[0].code), ("body", &code));
        }
        requests::ask(&p.stage.ctx, &p.mentee, "career", p.mentor.id, &"é".repeat(2000)).await.unwrap();
    }

    async fn nobody_asks_themselves(db) {
        let p = Pair::new(db).await;
        let both = p.stage.person("Bo").await;
        p.stage.mentor_and_mentee(&p.program, &both, 3).await;
        assert_eq!(refusal(p.ask(&both, &both).await), Refusal::AskingYourself);
    }

    async fn only_an_active_mentee_asks(db) {
        let p = Pair::new(db).await;
        let visitor = p.stage.person("Vera").await;
        assert_eq!(refusal(p.ask(&visitor, &p.mentor).await), Refusal::NotAMentee);
        let other_mentor = p.another_mentor("Olu").await;
        assert_eq!(refusal(p.ask(&other_mentor, &p.mentor).await), Refusal::NotAMentee);
        for status in [EnrolmentStatus::Pending, EnrolmentStatus::Paused, EnrolmentStatus::Left, EnrolmentStatus::Removed] {
            p.stage.enrolment_is(&p.program, &p.mentee, status).await;
            assert_eq!(refusal(p.ask(&p.mentee, &p.mentor).await), Refusal::NotAMentee, "{status}");
        }
    }

    async fn only_an_active_mentor_of_the_same_program_is_asked(db) {
        let p = Pair::new(db).await;
        let mentee = p.another_mentee("Mia").await;
        assert_eq!(refusal(p.ask(&p.mentee, &mentee).await), Refusal::NotAMentor);
        let elsewhere = p.stage.program("elsewhere").open().await;
        let foreign = p.stage.person("Fern").await;
        p.stage.mentor(&elsewhere, &foreign, 3).await;
        assert_eq!(refusal(p.ask(&p.mentee, &foreign).await), Refusal::NotAMentor);
        let nobody = requests::ask(&p.stage.ctx, &p.mentee, "career", PersonId(Uuid::from_u128(77)), TEXT).await;
        assert_eq!(refusal(nobody), Refusal::NotAMentor);
        for status in [EnrolmentStatus::Pending, EnrolmentStatus::Paused, EnrolmentStatus::Left, EnrolmentStatus::Removed] {
            p.stage.enrolment_is(&p.program, &p.mentor, status).await;
            assert_eq!(refusal(p.ask(&p.mentee, &p.mentor).await), Refusal::NotAMentor, "{status}");
        }
    }

    async fn only_while_the_program_is_open_or_running(db) {
        let p = Pair::new(db).await;
        for status in [ProgramStatus::Completed, ProgramStatus::Cancelled] {
            p.stage.program_is(&p.program, status).await;
            assert_eq!(refusal(p.ask(&p.mentee, &p.mentor).await), Refusal::ProgramNotActive, "{status}");
        }
        p.stage.program_is(&p.program, ProgramStatus::Draft).await;
        assert_eq!(word(&p.ask(&p.mentee, &p.mentor).await), "not found");
        p.stage.program_is(&p.program, ProgramStatus::Running).await;
        p.ask(&p.mentee, &p.mentor).await.unwrap();
    }

    async fn not_where_coordinators_make_the_pairs(db) {
        let stage = Stage::new(db);
        for mode in [MatchingMode::CoordinatorPairs, MatchingMode::Bulk] {
            let program = stage.program(mode.as_str()).matching(mode).open().await;
            let (mentor, mentee) = (stage.person(&format!("Noor {mode}")).await, stage.person(&format!("Amara {mode}")).await);
            stage.mentor(&program, &mentor, 1).await;
            stage.mentee(&program, &mentee).await;
            let answer = requests::ask(&stage.ctx, &mentee, &program.slug, mentor.id, TEXT).await;
            assert_eq!(refusal(answer), Refusal::CoordinatorMakesPairs);
        }
    }

    async fn outside_an_organisation_its_program_does_not_exist(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let (mentor, outsider) = (stage.person("Noor").await, stage.person("Otto").await);
        stage.mentor(&program, &mentor, 1).await;
        assert_eq!(word(&requests::ask(&stage.ctx, &outsider, "career", mentor.id, TEXT).await), "not found");
        assert_eq!(word(&requests::ask_page(&stage.ctx, &outsider, "career", mentor.id).await), "not found");
        assert_eq!(word(&requests::list(&stage.ctx, &outsider, "career", None).await), "not found");
    }

    async fn only_with_a_confirmed_address(db) {
        let p = Pair::new(db).await;
        let unsure = Actor { verified: false, ..p.mentee.clone() };
        assert_eq!(refusal(p.ask(&unsure, &p.mentor).await), Refusal::EmailNotVerified);
        let page = requests::ask_page(&p.stage.ctx, &unsure, "career", p.mentor.id).await.unwrap();
        assert_eq!(page.refusal, Some(Refusal::EmailNotVerified));
    }

    async fn one_open_request_to_each_mentor_and_so_many_in_all(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").asking_at_most(2).open().await;
        let mentee = stage.person("Amara").await;
        stage.mentee(&program, &mentee).await;
        let mut mentors = Vec::new();
        for name in ["Noor", "Olu", "Pia"] {
            let mentor = stage.person(name).await;
            stage.mentor(&program, &mentor, 1).await;
            mentors.push(mentor);
        }
        let ask = async |mentor: &Actor| requests::ask(&stage.ctx, &mentee, "career", mentor.id, TEXT).await;
        let first = ask(&mentors[0]).await.unwrap();
        assert_eq!(refusal(ask(&mentors[0]).await), Refusal::AlreadyAsked);
        ask(&mentors[1]).await.unwrap();
        assert_eq!(refusal(ask(&mentors[2]).await), Refusal::TooManyOpenRequests);
        let page = requests::ask_page(&stage.ctx, &mentee, "career", mentors[0].id).await.unwrap();
        assert_eq!((page.refusal, page.open), (Some(Refusal::AlreadyAsked), Some(first)));
        requests::withdraw(&stage.ctx, Some(&mentee), first).await.unwrap();
        ask(&mentors[2]).await.unwrap();
    }

    async fn whoever_takes_a_request_back_gives_it_a_day(db) {
        let p = Pair::new(db).await;
        let olu = p.another_mentor("Olu").await;
        let first = p.asked().await;
        p.stage.clock.advance(chrono::Duration::minutes(1));
        requests::withdraw(&p.stage.ctx, Some(&p.mentee), first).await.unwrap();
        for _ in 0..25 {
            assert_eq!(refusal(p.ask(&p.mentee, &p.mentor).await), Refusal::WithdrewLately);
        }
        let mails = p.stage.mailed(&p.mentor).await;
        assert_eq!(mails.iter().filter(|mail| mail.contains("asks you")).count(), 1, "{mails:?}");
        let page = requests::ask_page(&p.stage.ctx, &p.mentee, "career", p.mentor.id).await.unwrap();
        assert_eq!(page.refusal, Some(Refusal::WithdrewLately), "it is said before anything is typed");
        p.ask(&p.mentee, &olu).await.unwrap();
        let mia = p.another_mentee("Mia").await;
        p.ask(&mia, &p.mentor).await.unwrap();
        // Nor does another program with the same mentor help.
        let other = p.stage.program("elsewhere").open().await;
        p.stage.mentor(&other, &p.mentor, 3).await;
        p.stage.mentee(&other, &p.mentee).await;
        let elsewhere = async || requests::ask(&p.stage.ctx, &p.mentee, "elsewhere", p.mentor.id, TEXT).await;
        assert_eq!(refusal(elsewhere().await), Refusal::WithdrewLately);
        p.days_pass(1);
        p.asked().await;
        elsewhere().await.unwrap();
    }

    async fn so_many_are_asked_in_a_day(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").asking_at_most(2).open().await;
        let mentee = stage.person("Amara").await;
        stage.mentee(&program, &mentee).await;
        let ask = async |n: usize| {
            let mentor = stage.person(&format!("Mentor {n}")).await;
            stage.mentor(&program, &mentor, 1).await;
            requests::ask(&stage.ctx, &mentee, "career", mentor.id, TEXT).await
        };
        for n in 0..10 {
            let request = ask(n).await.unwrap();
            stage.clock.advance(chrono::Duration::minutes(1));
            requests::withdraw(&stage.ctx, Some(&mentee), request).await.unwrap();
        }
        assert_eq!(refusal(ask(10).await), Refusal::AskedEnoughToday);
        // The first of the ten is a day old.
        stage.clock.advance(chrono::Duration::hours(24) - chrono::Duration::minutes(10));
        ask(11).await.unwrap();
        assert_eq!(refusal(ask(12).await), Refusal::AskedEnoughToday);
    }

    async fn a_mentor_without_room_is_not_asked(db) {
        let p = Pair::new(db).await;
        requests::accept(&p.stage.ctx, Some(&p.mentor), p.asked().await, "").await.unwrap();
        let mia = p.another_mentee("Mia").await;
        assert_eq!(refusal(p.ask(&mia, &p.mentor).await), Refusal::MentorFull);
        let mut tx = p.stage.ctx.write().await.unwrap();
        changes::has_room_for(&mut tx, p.program.id, p.mentor.id, 2).await;
        tx.commit().await.unwrap();
        p.ask(&mia, &p.mentor).await.unwrap();
    }

    async fn who_has_a_mentor_does_not_ask(db) {
        let p = Pair::new(db).await;
        requests::accept(&p.stage.ctx, Some(&p.mentor), p.asked().await, "").await.unwrap();
        let olu = p.another_mentor("Olu").await;
        assert_eq!(refusal(p.ask(&p.mentee, &olu).await), Refusal::MenteeHasMentor);
    }

    async fn two_without_a_shared_language_cannot_talk(db) {
        let p = Pair::new(db).await;
        p.stage.speaks(&p.mentor, &["fr", "ar"]).await;
        assert_eq!(refusal(p.ask(&p.mentee, &p.mentor).await), Refusal::NoSharedLanguage);
        p.stage.speaks(&p.mentee, &["en", "ar"]).await;
        p.ask(&p.mentee, &p.mentor).await.unwrap();
    }

    async fn one_may_ask_again_after_a_no_and_after_the_time_was_over(db) {
        let p = Pair::new(db).await;
        requests::decline(&p.stage.ctx, Some(&p.mentor), p.asked().await, "").await.unwrap();
        let second = p.asked().await;
        p.days_pass(14);
        // Nobody has written down yet that the second one expired; asking again does.
        let third = p.asked().await;
        assert_eq!((p.status(second).await, p.status(third).await), (RequestStatus::Expired, RequestStatus::Pending));
        assert!(p.stage.told(&p.mentee).await.contains(&"request_expired".to_owned()));
    }

    async fn who_lets_requests_expire_is_not_said_to_answer_soon(db) {
        let p = Pair::new(db).await;
        for answered in [true, false, true, false, false] {
            let id = p.asked().await;
            if answered {
                requests::decline(&p.stage.ctx, Some(&p.mentor), id, "").await.unwrap();
            } else {
                p.days_pass(14);
                requests::tick(&p.stage.ctx).await.unwrap();
                assert_eq!(p.status(id).await, RequestStatus::Expired);
            }
        }
        let page = requests::ask_page(&p.stage.ctx, &p.mentee, "career", p.mentor.id).await.unwrap();
        assert_eq!(page.usual_reply.as_deref(), Some("Noor usually takes more than a week to answer."));
    }

    async fn the_page_to_ask_on_shows_the_mentor_and_how_fast_they_answer(db) {
        let p = Pair::new(db).await;
        let page = requests::ask_page(&p.stage.ctx, &p.mentee, "career", p.mentor.id).await.unwrap();
        assert_eq!((page.mentor.name.as_str(), page.refusal, page.usual_reply), ("Noor", None, None));
        for _ in 0..3 {
            let id = p.asked().await;
            p.stage.clock.advance(chrono::Duration::hours(30));
            requests::decline(&p.stage.ctx, Some(&p.mentor), id, "").await.unwrap();
        }
        let page = requests::ask_page(&p.stage.ctx, &p.mentee, "career", p.mentor.id).await.unwrap();
        assert_eq!(page.usual_reply.as_deref(), Some("Noor usually answers within three days."));
        let visitor = p.stage.person("Vera").await;
        assert_eq!(word(&requests::ask_page(&p.stage.ctx, &visitor, "career", p.mentor.id).await), "forbidden");
        assert_eq!(word(&requests::ask_page(&p.stage.ctx, &p.mentee, "career", visitor.id).await), "not found");
    }
}
