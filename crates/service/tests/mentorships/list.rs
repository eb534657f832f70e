//! A program's mentorships, for its coordinator.

use super::*;
use domain::mentorships::MentorshipStatus as S;
use domain::mentorships::views::MentorshipList;
use service::mentorships::{ListFilter, PAGE, list};
use store::both;

async fn listed(fixture: &Fixture, filter: ListFilter) -> MentorshipList {
    list(&fixture.stage.ctx, &fixture.coordinator, "career", filter).await.unwrap()
}

fn mentees(list: &MentorshipList) -> Vec<&str> {
    list.rows.iter().map(|r| r.mentee.name.as_str()).collect()
}

both! {
    async fn it_shows_state_progress_and_last_activity_but_no_words(db) {
        let fixture = fixture(db).await;
        let goal = fixture.goal("Give a talk", &["Outline", "Rehearse"]).await;
        let step = service::goals::view(&fixture.stage.ctx, &fixture.mentee, goal).await.unwrap().milestones[0].id;
        service::goals::tick(&fixture.stage.ctx, &fixture.mentee, goal, step, true).await.unwrap();
        fixture.stage.clock.advance(chrono::Duration::days(3));
        let seen = listed(&fixture, ListFilter::default()).await;
        let row = &seen.rows[0];
        assert_eq!((row.mentor.name.as_str(), row.mentee.name.as_str(), row.status), ("Amara Okafor", "Chidi Eze", S::Active));
        assert_eq!((row.progress.percent, row.progress.open, row.last_activity.as_str(), row.may_end), (50, 1, "3 days ago", true));
        assert!(seen.counts.contains(&(S::Active, 1)) && seen.counts.contains(&(S::Completed, 0)));
        let text = serde_json::to_string(&seen).unwrap();
        assert!(!text.contains("Give a talk") && !text.contains("Outline"), "{text}");
    }

    async fn it_is_found_by_names_and_states(db) {
        let fixture = fixture(db).await;
        let zoe = fixture.stage.person("Zoë Müller").await;
        mentorship(&fixture.stage, &fixture.program, &fixture.mentor, &zoe, S::Paused).await;
        let words = |words: &str| ListFilter { words: words.to_owned(), ..ListFilter::default() };
        assert_eq!(mentees(&listed(&fixture, words("zoe")).await), ["Zoë Müller"]);
        assert_eq!(mentees(&listed(&fixture, words("MULLER amara")).await), ["Zoë Müller"], "both people count");
        assert_eq!(mentees(&listed(&fixture, words("nobody")).await), [""; 0]);
        let paused = ListFilter { status: Some(S::Paused), ..words("amara") };
        assert_eq!(mentees(&listed(&fixture, paused).await), ["Zoë Müller"]);
        let active = ListFilter { status: Some(S::Active), ..ListFilter::default() };
        assert_eq!(mentees(&listed(&fixture, active).await), ["Chidi Eze"]);
    }

    async fn it_pages_both_ways_with_and_without_words(db) {
        let fixture = fixture(db).await;
        for i in 0..PAGE {
            // The clock moves so that ids keep the order in which they were made.
            fixture.stage.clock.advance(chrono::Duration::milliseconds(2));
            let status = if i % 2 == 0 { S::Completed } else { S::EndedEarly };
            mentorship(&fixture.stage, &fixture.program, &fixture.mentor, &fixture.participant, status).await;
        }
        for words in ["", "okafor"] {
            let filter = ListFilter { words: words.to_owned(), ..ListFilter::default() };
            let first = listed(&fixture, filter.clone()).await;
            assert_eq!((first.rows.len(), first.pages.previous), (PAGE, None));
            let last = listed(&fixture, ListFilter { after: first.pages.next, ..filter.clone() }).await;
            assert_eq!((mentees(&last), last.pages.next), (vec!["Chidi Eze"], None), "the oldest");
            let back = listed(&fixture, ListFilter { before: last.pages.previous, ..filter }).await;
            assert_eq!((back.rows.iter().map(|r| r.id).collect::<Vec<_>>(), back.pages.previous), (first.rows.iter().map(|r| r.id).collect(), None));
            assert!(back.pages.next.is_some());
        }
    }

    async fn only_coordinators_see_it(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        for participant in [&fixture.mentor, &fixture.mentee, &fixture.participant] {
            assert_eq!(answer(list(ctx, participant, "career", ListFilter::default()).await), Answer::Forbidden);
        }
        assert_eq!(answer(list(ctx, &fixture.outsider, "career", ListFilter::default()).await), Answer::NotFound);
        assert_eq!(answer(list(ctx, &fixture.coordinator, "nowhere", ListFilter::default()).await), Answer::NotFound);
    }
}
