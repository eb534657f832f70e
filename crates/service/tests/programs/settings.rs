//! Settings: saving, an address that is taken, and two people at the same form.

use super::{World, problem, refusal};
use domain::editing::{Conflict, Draft, Edit};
use domain::programs::{ProgramStatus, SettingsDraft, SettingsField};
use domain::{ProblemCode, Refusal};
use service::Error;
use service::programs;

impl World {
    /// The form as it is opened.
    async fn opened(&self) -> Edit<SettingsDraft> {
        let settings = programs::settings(&self.stage.ctx, &self.carla, "career").await.unwrap();
        Edit::new(settings.draft.clone(), settings.draft)
    }

    async fn saved(&self, edit: &Edit<SettingsDraft>) -> Result<String, Error> {
        programs::save(&self.stage.ctx, &self.carla, "career", edit).await
    }
}

fn with(mut edit: Edit<SettingsDraft>, field: SettingsField, value: &str) -> Edit<SettingsDraft> {
    edit.mine.set(field, value.to_owned());
    edit
}

fn versions(answer: Result<String, Error>) -> Conflict<SettingsDraft> {
    match answer.unwrap_err() {
        Error::Conflict(json) => serde_json::from_str(&json).unwrap(),
        other => panic!("{other:?}"),
    }
}

store::both! {
    async fn everything_can_be_changed(db) {
        let w = World::new(db).await;
        let mut edit = w.opened().await;
        edit.mine = SettingsDraft {
            name: "Paths".to_owned(),
            slug: "paths".to_owned(),
            summary: "One line.".to_owned(),
            description: "A paragraph.\n\nAnother.".to_owned(),
            starts_on: "2026-04-06".to_owned(),
            ends_on: "2026-12-18".to_owned(),
            length_weeks: "12".to_owned(),
            join_policy: "link".to_owned(),
            approval: "true".to_owned(),
            matching: "bulk".to_owned(),
            default_capacity: "4".to_owned(),
            max_open_requests: "3".to_owned(),
            request_days: "21".to_owned(),
            publish_as: "proposed".to_owned(),
            proposal_days: "10".to_owned(),
            agreement: "We meet.".to_owned(),
        };
        assert_eq!(w.saved(&edit).await.unwrap(), "paths");
        let saved = programs::settings(&w.stage.ctx, &w.carla, "paths").await.unwrap();
        assert_eq!(saved.draft, edit.mine);
        assert!(matches!(programs::settings(&w.stage.ctx, &w.carla, "career").await, Err(Error::NotFound)));
    }

    async fn a_save_that_changes_nothing_is_no_new_version(db) {
        let w = World::new(db).await;
        let before = w.row().await.version;
        w.saved(&w.opened().await).await.unwrap();
        assert_eq!(w.row().await.version, before);
        w.saved(&with(w.opened().await, SettingsField::Summary, "New.")).await.unwrap();
        assert_eq!(w.row().await.version, before + 1);
    }

    async fn an_address_that_another_program_has_is_taken(db) {
        let w = World::new(db).await;
        w.stage.program("theirs").open().await;
        let answer = w.saved(&with(w.opened().await, SettingsField::Slug, "theirs")).await;
        assert_eq!(problem(answer), ("slug".to_owned(), ProblemCode::Taken));
    }

    async fn changes_of_two_people_are_joined(db) {
        let w = World::new(db).await;
        let (mine, theirs) = (w.opened().await, w.opened().await);
        w.saved(&with(theirs, SettingsField::RequestDays, "21")).await.unwrap();
        w.saved(&with(mine, SettingsField::Name, "Paths")).await.unwrap();
        let row = w.row().await;
        assert_eq!((row.name.as_str(), row.request_days), ("Paths", 21));
    }

    async fn the_same_field_changed_twice_is_shown_in_both_versions(db) {
        let w = World::new(db).await;
        let (mine, theirs) = (w.opened().await, w.opened().await);
        w.saved(&with(theirs, SettingsField::Summary, "Theirs.")).await.unwrap();
        let mine = with(with(mine, SettingsField::Summary, "Mine."), SettingsField::Name, "Paths");
        let shown = versions(w.saved(&mine).await);
        assert_eq!((shown.fields.as_slice(), shown.mine.summary.as_str(), shown.theirs.summary.as_str()), (&[SettingsField::Summary][..], "Mine.", "Theirs."));
        assert_eq!(w.row().await.summary, "Theirs.", "nothing was written");
        // Mine wins, or theirs is kept; what fitted is saved either way.
        w.saved(&Edit::after(&shown, &[SettingsField::Summary])).await.unwrap();
        let row = w.row().await;
        assert_eq!((row.summary.as_str(), row.name.as_str()), ("Theirs.", "Paths"));
    }

    async fn a_program_that_is_over_stays_as_it_is(db) {
        let w = World::new(db).await;
        let edit = with(w.opened().await, SettingsField::Name, "Paths");
        w.stage.program_is(&w.program, ProgramStatus::Completed).await;
        assert_eq!(refusal(w.saved(&edit).await), Refusal::NotFromThisState);
    }
}
