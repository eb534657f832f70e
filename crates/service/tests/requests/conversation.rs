//! The short conversation in a request, and whose turn it is.

use super::{Pair, TEXT, refusal};
use chrono::Duration;
use domain::requests::{RequestAction, RequestStatus, Turn};
use domain::{ProblemCode, Refusal};
use service::{Error, requests};

store::both! {
    async fn a_question_back_stops_the_clock_and_its_answer_lets_it_run_on(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        p.days_pass(4);
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "What have you tried?").await.unwrap();
        let row = p.row(id).await;
        assert_eq!((row.turn, row.due_at, row.remaining_seconds), (Turn::Asker, None, Some(10 * 86_400)));
        assert_eq!(p.stage.told(&p.mentee).await, ["request_question"]);
        p.days_pass(100);
        assert_eq!(requests::tick(&p.stage.ctx).await.unwrap(), requests::Ticked::default(), "the clock stands still");
        requests::answer(&p.stage.ctx, Some(&p.mentee), id, "Two books and a course.").await.unwrap();
        let row = p.row(id).await;
        assert_eq!((row.turn, row.due_at), (Turn::Asked, Some(p.stage.ctx.now() + Duration::days(10))));
        assert_eq!(p.stage.told(&p.mentor).await, ["request_answered", "request_received"]);
        let view = requests::view(&p.stage.ctx, &p.mentor, "career", id).await.unwrap();
        let said: Vec<_> = view.lines.iter().map(|l| (l.mine, l.body.as_str())).collect();
        assert_eq!(said, [(false, TEXT), (true, "What have you tried?"), (false, "Two books and a course.")]);
    }

    async fn each_speaks_in_their_turn(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        assert_eq!(refusal(requests::answer(&p.stage.ctx, Some(&p.mentee), id, "Hello?").await), Refusal::NotYourTurn);
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "Why me?").await.unwrap();
        assert_eq!(refusal(requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "Well?").await), Refusal::NotYourTurn);
        assert_eq!(refusal(requests::extend(&p.stage.ctx, Some(&p.mentor), id).await), Refusal::NotYourTurn);
        let Err(Error::Invalid(problems)) = requests::answer(&p.stage.ctx, Some(&p.mentee), id, "  ").await else { panic!() };
        assert_eq!((problems.0[0].field.as_str(), &problems.0[0].code), ("body", &ProblemCode::Required));
        requests::accept(&p.stage.ctx, Some(&p.mentor), id, "").await.unwrap();
        assert_eq!(refusal(requests::answer(&p.stage.ctx, Some(&p.mentee), id, "Too late").await), Refusal::RequestEnded);
    }

    async fn more_time_is_taken_once_with_one_tap(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        p.days_pass(13);
        requests::extend(&p.stage.ctx, Some(&p.mentor), id).await.unwrap();
        let row = p.row(id).await;
        assert_eq!((row.due_at, row.extended), (Some(p.stage.ctx.now() + Duration::days(15)), true));
        assert_eq!(p.stage.told(&p.mentee).await, ["request_extended"]);
        assert_eq!(refusal(requests::extend(&p.stage.ctx, Some(&p.mentor), id).await), Refusal::AlreadyExtended);
        let view = requests::view(&p.stage.ctx, &p.mentor, "career", id).await.unwrap();
        assert_eq!(view.actions, [RequestAction::Accept, RequestAction::Decline, RequestAction::AskBack]);
        p.days_pass(15);
        assert_eq!(refusal(requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "Why?").await), Refusal::RequestEnded);
    }

    async fn each_is_shown_what_they_can_do(db) {
        use RequestAction::{Accept, Answer, AskBack, Decline, Extend, Withdraw};
        let p = Pair::new(db).await;
        let carla = p.stage.person("Carla").await;
        p.stage.coordinator(&p.program, &carla).await;
        let id = p.asked().await;
        let actions = async |who| requests::view(&p.stage.ctx, who, "career", id).await.unwrap().actions;
        assert_eq!(actions(&p.mentor).await, [Accept, Decline, AskBack, Extend]);
        assert_eq!(actions(&p.mentee).await, [Withdraw]);
        assert_eq!(actions(&carla).await, []);
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "Why?").await.unwrap();
        assert_eq!(actions(&p.mentor).await, [Accept, Decline]);
        assert_eq!(actions(&p.mentee).await, [Withdraw, Answer]);
    }

    async fn the_asker_sees_where_it_stands_at_each_moment(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        let state = async || requests::view(&p.stage.ctx, &p.mentee, "career", id).await.unwrap().state;
        assert_eq!(state().await, "Noor has until 16 March 2026 to answer.");
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), id, "Why?").await.unwrap();
        assert_eq!(state().await, "Your turn: Noor asked you something. The clock stands still until you answer.");
        requests::answer(&p.stage.ctx, Some(&p.mentee), id, "Because.").await.unwrap();
        p.days_pass(14);
        let view = requests::view(&p.stage.ctx, &p.mentee, "career", id).await.unwrap();
        assert_eq!(view.status, RequestStatus::Expired, "before anybody wrote it down");
        assert_eq!(view.state, "Noor did not answer by 16 March 2026, so this request expired.");
        requests::tick(&p.stage.ctx).await.unwrap();
        assert_eq!(state().await, view.state);
    }
}
