//! Two people and one goal.

use super::*;
use crate::goals::{GoalFields, ProgressMode};
use chrono::NaiveDate;
use proptest::prelude::*;

fn base() -> GoalFields {
    GoalFields {
        title: "Give a talk".to_owned(),
        why: "I want to be heard".to_owned(),
        success: String::new(),
        target_on: NaiveDate::from_ymd_opt(2026, 6, 1),
        progress_mode: ProgressMode::Milestones,
        progress: 0,
    }
}

#[test]
fn changes_of_different_fields_are_joined() {
    let mine = GoalFields { title: "Give two talks".to_owned(), ..base() };
    let theirs = GoalFields { success: "Questions from the room".to_owned(), ..base() };
    let joined = GoalFields { title: "Give two talks".to_owned(), success: "Questions from the room".to_owned(), ..base() };
    assert_eq!(merge(&base(), &mine, &theirs), Merge::Clean(joined));
}

#[test]
fn the_second_save_of_one_field_shows_both_versions_and_keeps_the_rest() {
    let mine = GoalFields { title: "My title".to_owned(), progress: 20, ..base() };
    let theirs = GoalFields { title: "Their title".to_owned(), target_on: None, ..base() };
    let expected = Merge::Conflict {
        joined: GoalFields { title: "Their title".to_owned(), target_on: None, progress: 20, ..base() },
        fields: vec![FieldConflict { field: GoalField::Title, mine: Some("My title".to_owned()), theirs: Some("Their title".to_owned()) }],
    };
    assert_eq!(merge(&base(), &mine, &theirs), expected);
}

#[test]
fn the_same_change_twice_is_no_conflict() {
    let same = GoalFields { why: String::new(), ..base() };
    assert_eq!(merge(&base(), &same, &same), Merge::Clean(same));
}

#[test]
fn clearing_a_field_that_the_other_rewrote_is_a_conflict() {
    let mine = GoalFields { why: String::new(), ..base() };
    let theirs = GoalFields { why: "It matters more now".to_owned(), ..base() };
    let Merge::Conflict { fields, .. } = merge(&base(), &mine, &theirs) else {
        unreachable!("both changed it");
    };
    let theirs = Some("It matters more now".to_owned());
    assert_eq!(fields, [FieldConflict { field: GoalField::Why, mine: None, theirs }]);
}

#[test]
fn the_history_names_each_field_with_before_and_after() {
    let after =
        GoalFields { success: "A recording".to_owned(), target_on: None, progress_mode: ProgressMode::Hand, progress: 40, ..base() };
    let change = |field, before: Option<&str>, after: Option<&str>| FieldChange {
        field,
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    let expected = [
        change(GoalField::Success, None, Some("A recording")),
        change(GoalField::TargetOn, Some("2026-06-01"), None),
        change(GoalField::ProgressMode, Some("milestones"), Some("hand")),
        change(GoalField::Progress, Some("0"), Some("40")),
    ];
    assert_eq!(changes(&base(), &after), expected);
    assert_eq!(changes(&base(), &base()), []);
}

prop_compose! {
    fn any_fields()(title in "[ab]", why in "[ab]?", success in "[ab]?", day in 1..4u32, hand: bool,
        progress in 0..3) -> GoalFields {
        let progress_mode = if hand { ProgressMode::Hand } else { ProgressMode::Milestones };
        let target_on = NaiveDate::from_ymd_opt(2026, 6, day).filter(|_| day > 1);
        GoalFields { title, why, success, target_on, progress_mode, progress }
    }
}

proptest! {
    /// Each field of the outcome is one of the two versions, and where they differ from each other and from the
    /// base, both are shown.
    #[test]
    fn nothing_is_lost(base in any_fields(), mine in any_fields(), theirs in any_fields()) {
        let (joined, conflicts) = match merge(&base, &mine, &theirs) {
            Merge::Clean(joined) => (joined, Vec::new()),
            Merge::Conflict { joined, fields } => (joined, fields),
        };
        for field in GoalField::ALL.iter().copied() {
            let (b, m, t) = (base.shown(field), mine.shown(field), theirs.shown(field));
            let conflict = conflicts.iter().find(|conflict| conflict.field == field);
            if m != b && t != b && m != t {
                prop_assert_eq!(conflict, Some(&FieldConflict { field, mine: m, theirs: t }));
            } else {
                prop_assert_eq!(conflict, None);
                let expected = if m == b { t } else { m };
                prop_assert_eq!(joined.shown(field), expected);
            }
        }
    }
}
