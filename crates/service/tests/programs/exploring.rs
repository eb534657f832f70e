//! Exploring, the start page, and one's own programs.

use super::World;
use domain::enrolments::EnrolmentStatus;
use domain::programs::{NextStep, ProgramStatus};
use service::{Actor, programs};

impl World {
    async fn found(&self, who: Option<&Actor>, words: &str) -> Vec<String> {
        let page = programs::explore(&self.stage.ctx, who, words, None).await.unwrap();
        page.found.into_iter().map(|card| card.slug).collect()
    }
}

store::both! {
    async fn everybody_finds_what_they_may_join_and_nothing_else(db) {
        let w = World::new(db).await;
        w.stage.program("community").open().await;
        w.stage.program("draft").draft().await;
        let over = w.stage.program("over").open().await;
        w.stage.program_is(&over, ProgramStatus::Completed).await;
        assert_eq!(w.found(None, "").await, ["community"]);
        assert_eq!(w.found(Some(&w.outsider), "").await, ["community"]);
        assert_eq!(w.found(Some(&w.other), "").await, ["community"]);
        assert_eq!(w.found(Some(&w.member), "").await, ["community", "career"]);
        let front = programs::front(&w.stage.ctx).await.unwrap();
        assert_eq!(front.into_iter().map(|card| card.slug).collect::<Vec<_>>(), ["community"]);
    }

    async fn words_find_programs_and_what_one_is_in_stands_apart(db) {
        let w = World::new(db).await;
        w.stage.program("community").open().await;
        assert_eq!(w.found(Some(&w.member), "CAREER").await, ["career"]);
        assert_eq!(w.found(Some(&w.member), "acme").await, ["career"], "by its organisation");
        assert!(w.found(Some(&w.member), "nothing").await.is_empty());
        w.stage.mentee(&w.program, &w.member).await;
        let page = programs::explore(&w.stage.ctx, Some(&w.member), "", None).await.unwrap();
        assert_eq!(page.found.into_iter().map(|card| card.slug).collect::<Vec<_>>(), ["community"]);
        assert_eq!(page.mine.into_iter().map(|p| (p.slug, p.next.step)).collect::<Vec<_>>(), [("career".to_owned(), NextStep::FindMentor)]);
    }

    async fn many_come_in_pages(db) {
        let w = World::new(db).await;
        for n in 0..26 {
            w.stage.clock.advance(chrono::Duration::seconds(1));
            w.stage.program(&format!("program-{n:02}")).open().await;
        }
        let first = programs::explore(&w.stage.ctx, None, "program", None).await.unwrap();
        assert_eq!((first.found.len(), first.found[0].slug.as_str()), (24, "program-25"));
        let rest = programs::explore(&w.stage.ctx, None, "program", first.pages.next).await.unwrap();
        assert_eq!(rest.found.iter().map(|card| card.slug.as_str()).collect::<Vec<_>>(), ["program-01", "program-00"]);
        assert_eq!(rest.pages.next, None);
    }

    async fn ones_own_programs_say_what_comes_next(db) {
        let w = World::new(db).await;
        let steps = async |who: &Actor| {
            let mine = programs::mine(&w.stage.ctx, who).await.unwrap();
            mine.into_iter().map(|p| (p.slug, p.next.step)).collect::<Vec<_>>()
        };
        let career = |step| vec![("career".to_owned(), step)];
        assert_eq!(steps(&w.carla).await, career(NextStep::Manage));
        assert_eq!(steps(&w.admin).await, [], "a manager takes no part by that alone");
        w.stage.mentee(&w.program, &w.member).await;
        w.stage.mentor(&w.program, &w.admin, 1).await;
        assert_eq!(steps(&w.member).await, career(NextStep::FindMentor));
        assert_eq!(steps(&w.admin).await, career(NextStep::WaitForRequests));
        let text = "I would like to learn how to lead a small team.";
        let request = service::requests::ask(&w.stage.ctx, &w.member, "career", w.admin.id, text).await.unwrap();
        assert_eq!(steps(&w.member).await, career(NextStep::SeeRequests));
        assert_eq!(steps(&w.admin).await, career(NextStep::AnswerRequests));
        let space = service::requests::accept(&w.stage.ctx, Some(&w.admin), request, "").await.unwrap();
        let mine = programs::mine(&w.stage.ctx, &w.member).await.unwrap();
        assert_eq!((mine[0].next.step, mine[0].next.mentorship), (NextStep::OpenMentorship, Some(space)));
        w.stage.enrolment_is(&w.program, &w.member, EnrolmentStatus::Left).await;
        assert_eq!(steps(&w.member).await, []);
    }
}
