//! Requests that end because somebody pauses or the program ends.

use super::Pair;
use domain::RequestId;
use domain::requests::{CloseReason, RequestStatus};
use service::{pairs, requests};

async fn pause(p: &Pair, person: &service::Actor) {
    let mut tx = p.stage.ctx.write().await.unwrap();
    pairs::close_as_mentor(&p.stage.ctx, &mut tx, &p.program, person.id).await.unwrap();
    pairs::close_as_mentee(&p.stage.ctx, &mut tx, &p.program, person.id).await.unwrap();
    tx.commit().await.unwrap();
}

async fn end(p: &Pair, id: RequestId) -> (RequestStatus, Option<CloseReason>) {
    let row = p.row(id).await;
    (row.status, row.close_reason)
}

store::both! {
    async fn a_mentor_who_pauses_has_open_requests_closed_with_a_word_to_the_askers(db) {
        let p = Pair::new(db).await;
        let (mia, olu) = (p.another_mentee("Mia").await, p.another_mentor("Olu").await);
        let (first, second) = (p.asked().await, p.ask(&mia, &p.mentor).await.unwrap());
        let to_another = p.ask(&mia, &olu).await.unwrap();
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), second, "Why?").await.unwrap();
        pause(&p, &p.mentor).await;
        for id in [first, second] {
            assert_eq!(end(&p, id).await, (RequestStatus::Declined, Some(CloseReason::MentorPaused)));
        }
        assert_eq!(p.status(to_another).await, RequestStatus::Pending);
        assert_eq!(p.stage.told(&p.mentee).await, ["request_mentor_paused"]);
        assert_eq!(p.stage.mailed(&p.mentee).await, ["Noor is taking a break. Your request in career is closed."]);
        let view = requests::view(&p.stage.ctx, &p.mentee, "career", first).await.unwrap();
        assert_eq!(view.state, "Noor took a break, so this request was closed on 2 March 2026.");
    }

    async fn a_mentee_who_pauses_frees_their_mentors(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        pause(&p, &p.mentee).await;
        assert_eq!(end(&p, id).await, (RequestStatus::Withdrawn, Some(CloseReason::MenteePaused)));
        assert_eq!(p.stage.told(&p.mentor).await, ["request_mentee_paused", "request_received"]);
        assert!(p.stage.told(&p.mentee).await.is_empty());
    }

    async fn somebody_who_gives_up_one_side_keeps_the_other(db) {
        let p = Pair::new(db).await;
        let bo = p.stage.person("Bo").await;
        p.stage.mentor_and_mentee(&p.program, &bo, 1).await;
        let (to_bo, of_bo) = (p.ask(&p.mentee, &bo).await.unwrap(), p.ask(&bo, &p.mentor).await.unwrap());
        let mut tx = p.stage.ctx.write().await.unwrap();
        pairs::close_as_mentor(&p.stage.ctx, &mut tx, &p.program, bo.id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(p.status(to_bo).await, RequestStatus::Declined);
        assert_eq!(p.status(of_bo).await, RequestStatus::Pending);
    }

    async fn the_end_of_a_program_closes_all_and_tells_both(db) {
        let p = Pair::new(db).await;
        let mia = p.another_mentee("Mia").await;
        let (id, late) = (p.asked().await, p.ask(&mia, &p.mentor).await.unwrap());
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "Why?").await.unwrap();
        p.days_pass(14);
        let mut tx = p.stage.ctx.write().await.unwrap();
        pairs::close_for_program(&p.stage.ctx, &mut tx, &p.program).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(end(&p, id).await, (RequestStatus::Declined, Some(CloseReason::ProgramEnded)));
        assert_eq!(end(&p, late).await, (RequestStatus::Expired, None), "as everybody has seen it since it was out of time");
        assert_eq!(p.stage.told(&p.mentee).await, ["request_program_ended", "request_question"]);
        assert_eq!(p.stage.told(&mia).await, ["request_expired"]);
        assert_eq!(p.stage.told(&p.mentor).await, ["request_missed", "request_program_ended", "request_received", "request_received"]);
    }

    async fn nothing_is_written_when_the_caller_gives_up(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        let mut tx = p.stage.ctx.write().await.unwrap();
        pairs::close_as_mentor(&p.stage.ctx, &mut tx, &p.program, p.mentor.id).await.unwrap();
        pairs::close_as_mentee(&p.stage.ctx, &mut tx, &p.program, p.mentor.id).await.unwrap();
        drop(tx);
        assert_eq!(p.status(id).await, RequestStatus::Pending);
        assert!(p.stage.told(&p.mentee).await.is_empty());
    }
}
