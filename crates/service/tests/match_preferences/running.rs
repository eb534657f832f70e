//! What a match run makes of preferences, and who learns of them.

use super::Fixture;
use domain::enrolments::EnrolmentStatus;
use domain::fit::views::CardFit;
use domain::fit::{Criterion, Weights};
use domain::match_preferences::PreferenceSide::Mentees;
use domain::match_runs::{Granted, RunDraft};
use domain::mentors::MentorSearch;
use service::{match_runs, mentors};

/// Only preferences count, or something that everybody has alike and no preferences.
fn draft(preferences: bool) -> RunDraft {
    let weight = |criterion: &Criterion| match criterion {
        Criterion::Availability => "100",
        Criterion::MenteePreference if preferences => "350",
        Criterion::MentorPreference if preferences => "150",
        _ => "0",
    };
    RunDraft {
        objective: "coverage".to_owned(),
        weights: Criterion::ALL.iter().map(|criterion| weight(criterion).to_owned()).collect(),
        ranked: true,
        organisation: "any".to_owned(),
        again: false,
        publish_as: "begun".to_owned(),
    }
}

store::both! {
    async fn preferences_decide_are_told_to_the_coordinator_and_counted(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        fixture.preference(&fixture.amara, &[&fixture.zoe, &fixture.max]).await;
        fixture.preference(&fixture.mia, &[&fixture.zoe]).await;
        fixture.add(&fixture.max, Mentees, fixture.amara.id).await.unwrap();
        match_runs::make(ctx, &fixture.carla, "career", &draft(true)).await.unwrap();
        let run = match_runs::view(ctx, &fixture.carla, "career", 1, 0).await.unwrap();
        let pair = |name: &str| run.pairs.iter().find(|pair| pair.mentee.name == name).unwrap();
        assert_eq!((pair("Amara").mentor.name.as_str(), pair("Mia").mentor.name.as_str()), ("Max", "Zoe"));
        let said: String = pair("Amara").reasons.iter().map(|span| span.text.as_str()).collect();
        assert!(said.ends_with(" Max is preference number 2 of Amara. Amara is preference number 1 of Max."), "{said}");
        let part = |criterion| pair("Amara").parts.iter().find(|part| part.criterion == criterion).map(|part| part.score);
        assert_eq!((part(Criterion::MenteePreference), part(Criterion::MentorPreference)), (Some(80), Some(100)));
        assert_eq!(run.numbers.preferences.mentees, Granted { with_preferences: 2, any: 2, first: 1 });
        assert_eq!(run.numbers.preferences.mentors, Granted { with_preferences: 1, any: 1, first: 1 });
        let people = match_runs::people(ctx, &fixture.carla, "career").await.unwrap();
        let here = pairing::Board::remembering(people).run(&run.settings).unwrap();
        assert_eq!(here.numbers, run.numbers, "the browser's answer is the server's");
    }

    async fn without_a_weight_nothing_changes_and_a_break_keeps_its_place(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        match_runs::make(ctx, &fixture.carla, "career", &draft(false)).await.unwrap();
        let before = match_runs::view(ctx, &fixture.carla, "career", 1, 0).await.unwrap();
        fixture.preference(&fixture.amara, &[&fixture.noor, &fixture.zoe]).await;
        match_runs::change(ctx, &fixture.carla, "career", 1, &draft(false)).await.unwrap();
        let after = match_runs::view(ctx, &fixture.carla, "career", 1, 0).await.unwrap();
        let pairs = |run: &domain::match_runs::views::RunView| run.pairs.iter().map(|p| (p.mentee.id, p.mentor.id, p.score)).collect::<Vec<_>>();
        assert_eq!(pairs(&after), pairs(&before));
        fixture.stage.enrolment_is(&fixture.program, &fixture.noor, EnrolmentStatus::Paused).await;
        match_runs::change(ctx, &fixture.carla, "career", 1, &draft(true)).await.unwrap();
        let run = match_runs::view(ctx, &fixture.carla, "career", 1, 0).await.unwrap();
        let amara = run.pairs.iter().find(|pair| pair.mentee.name == "Amara").unwrap();
        assert_eq!(amara.mentor.name, "Zoe");
        assert_eq!(run.numbers.preferences.mentees, Granted { with_preferences: 1, any: 1, first: 0 }, "Zoe is the second wish, as on Amara's page");
    }

    async fn find_a_mentor_says_nothing_of_preferences(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        let fit = async || {
            let page = mentors::list(ctx, &fixture.amara, "career", MentorSearch::default()).await.unwrap();
            page.cards.into_iter().find(|card| card.id == fixture.max.id).map(|card| card.fit).unwrap()
        };
        let before = fit().await;
        fixture.add(&fixture.max, Mentees, fixture.amara.id).await.unwrap();
        fixture.preference(&fixture.amara, &[&fixture.max]).await;
        fixture.stage.enrolment_is(&fixture.program, &fixture.max, EnrolmentStatus::Active).await;
        assert_eq!(fit().await, before);
        let CardFit::Fits(fit) = before else { panic!("{before:?}") };
        assert!(fit.parts.iter().all(|part| Weights::default().of(part.criterion) > 0));
    }
}
