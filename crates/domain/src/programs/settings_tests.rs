//! Settings: what passes, what doesn't, and two people at the same form.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::*;
use crate::editing::{Draft, changes};

fn draft() -> SettingsDraft {
    SettingsDraft {
        name: "Career mentoring".to_owned(),
        slug: "career".to_owned(),
        summary: "One line.".to_owned(),
        description: "A paragraph.".to_owned(),
        starts_on: "2026-04-06".to_owned(),
        ends_on: String::new(),
        length_weeks: "26".to_owned(),
        join_policy: "everyone".to_owned(),
        approval: String::new(),
        matching: "mentees_ask".to_owned(),
        default_capacity: "2".to_owned(),
        max_open_requests: "5".to_owned(),
        request_days: "14".to_owned(),
        publish_as: "begun".to_owned(),
        proposal_days: "7".to_owned(),
        agreement: String::new(),
    }
}

fn with(field: SettingsField, value: &str) -> SettingsDraft {
    let mut draft = draft();
    draft.set(field, value.to_owned());
    draft
}

#[test]
fn what_passes_comes_back_as_it_was() {
    let fields = draft().check(false).unwrap();
    assert_eq!(SettingsDraft::from(&fields), draft());
    assert!(with(SettingsField::Approval, "on").check(false).unwrap().approval);
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    use ProblemCode as C;
    use SettingsField as F;
    for (field, value, code) in [
        (F::Name, "", C::Required),
        (F::Name, "ab", C::TooShort { min: 3 }),
        (F::Slug, "Two words", C::NotASlug),
        (F::StartsOn, "soon", C::NotADate),
        (F::EndsOn, "2026-04-06", C::EndsBeforeItStarts),
        (F::LengthWeeks, "0", C::OutOfRange { min: 1, max: 104 }),
        (F::JoinPolicy, "nobody", C::NotAChoice),
        (F::JoinPolicy, "members", C::NotAChoice),
        (F::Matching, "", C::Required),
        (F::DefaultCapacity, "many", C::NotANumber),
        (F::MaxOpenRequests, "51", C::OutOfRange { min: 1, max: 50 }),
        (F::RequestDays, "", C::Required),
        (F::PublishAs, "later", C::NotAChoice),
        (F::ProposalDays, "0", C::OutOfRange { min: 1, max: 60 }),
        (F::ProposalDays, "61", C::OutOfRange { min: 1, max: 60 }),
    ] {
        let problems = with(field, value).check(false).unwrap_err();
        assert_eq!(problems, Problems::one(field.as_str(), code), "{field} {value}");
    }
    assert!(with(F::JoinPolicy, "members").check(true).is_ok());
    assert_eq!(SettingsDraft::default().check(true).unwrap_err().0.len(), 10);
}

#[test]
fn two_changes_of_different_fields_are_joined() {
    let mine = with(SettingsField::Name, "Career");
    let joined = merge_settings(&draft(), &mine, &with(SettingsField::RequestDays, "21")).unwrap();
    assert_eq!((joined.name.as_str(), joined.request_days.as_str()), ("Career", "21"));
}

#[test]
fn two_changes_of_one_field_are_both_shown() {
    let mut mine = with(SettingsField::Name, "Career");
    mine.approval = "true".to_owned();
    let theirs = with(SettingsField::Name, "Paths");
    let conflict = merge_settings(&draft(), &mine, &theirs).unwrap_err();
    assert!(conflict.joined.approval == "true" && conflict.joined.name == "Paths");
    assert_eq!(conflict.fields, [SettingsField::Name]);
    assert_eq!(merge_settings(&draft(), &theirs, &theirs), Ok(theirs), "the same change twice is no conflict");
}

#[test]
fn dates_that_do_not_fit_together_are_both_shown() {
    let mine = with(SettingsField::EndsOn, "2026-05-01");
    let theirs = with(SettingsField::StartsOn, "2026-06-01");
    let conflict = merge_settings(&draft(), &mine, &theirs).unwrap_err();
    assert_eq!(conflict.fields, [SettingsField::StartsOn, SettingsField::EndsOn]);
    assert_eq!(conflict.joined, theirs);
}

#[test]
fn what_changed_is_told_by_field() {
    let changed = changes(&draft(), &with(SettingsField::Agreement, "We meet."));
    assert_eq!(changed.iter().map(|c| c.field).collect::<Vec<_>>(), [SettingsField::Agreement]);
}
