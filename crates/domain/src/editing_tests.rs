//! Two people and one form.

use super::*;
use crate::goals::{GoalDraft, GoalField, MilestoneDraft, MilestoneField};
use proptest::prelude::*;

fn base() -> GoalDraft {
    GoalDraft {
        title: "Give a talk".to_owned(),
        why: "I want to be heard".to_owned(),
        success: String::new(),
        target_on: "2026-06-01".to_owned(),
        progress_mode: "milestones".to_owned(),
        progress: "0".to_owned(),
    }
}

fn with(changes: &[(GoalField, &str)]) -> GoalDraft {
    let mut draft = base();
    for (field, text) in changes {
        draft.set(*field, (*text).to_owned());
    }
    draft
}

#[test]
fn changes_of_different_fields_are_joined() {
    let mine = with(&[(GoalField::Title, "Give two talks")]);
    let theirs = with(&[(GoalField::Success, "Questions from the room")]);
    let joined = with(&[(GoalField::Title, "Give two talks"), (GoalField::Success, "Questions from the room")]);
    assert_eq!(merge(&base(), &mine, &theirs), Ok(joined));
}

#[test]
fn the_second_save_of_one_field_shows_both_versions_and_keeps_the_rest() {
    let mine = with(&[(GoalField::Title, "My title"), (GoalField::Progress, "20")]);
    let theirs = with(&[(GoalField::Title, "Their title"), (GoalField::TargetOn, "")]);
    let joined = with(&[(GoalField::Title, "Their title"), (GoalField::TargetOn, ""), (GoalField::Progress, "20")]);
    let expected = Conflict::new(theirs.clone(), mine.clone(), joined, vec![GoalField::Title]);
    assert_eq!(merge(&base(), &mine, &theirs), Err(Box::new(expected)));
}

#[test]
fn the_same_change_twice_is_no_conflict() {
    let same = with(&[(GoalField::Why, "")]);
    assert_eq!(merge(&base(), &same, &same), Ok(same));
}

#[test]
fn clearing_a_field_that_the_other_rewrote_is_a_conflict() {
    let theirs = with(&[(GoalField::Why, "It matters more now")]);
    let conflict = merge(&base(), &with(&[(GoalField::Why, "")]), &theirs).unwrap_err();
    assert_eq!(conflict.fields, [GoalField::Why]);
}

#[test]
fn the_answer_to_a_conflict_is_saved_on_their_version() {
    let mine = with(&[(GoalField::Title, "My title"), (GoalField::TargetOn, "2026-07-01")]);
    let theirs = with(&[(GoalField::Title, "Their title"), (GoalField::TargetOn, "2026-08-01")]);
    let conflict = merge(&base(), &mine, &theirs).unwrap_err();
    let second = Edit::after(&conflict, &[GoalField::Title]);
    let chosen = with(&[(GoalField::Title, "Their title"), (GoalField::TargetOn, "2026-07-01")]);
    assert_eq!(second.chosen(), chosen);
    assert_eq!(merge(&conflict.theirs, &second.chosen(), &theirs), Ok(chosen));
    // A form that doesn't tell its base has nothing to keep, and a field that isn't there is nobody's.
    let mut choices = second.choices;
    choices.insert("colour".to_owned(), Version::Theirs);
    assert_eq!(Edit { base: None, choices, mine: mine.clone() }.chosen(), mine);
}

#[test]
fn changes_are_named_with_before_and_after_in_the_order_of_the_form() {
    let after = with(&[(GoalField::Progress, "40"), (GoalField::Success, "A recording"), (GoalField::TargetOn, "")]);
    let change = |field, before: &str, after: &str| Change { field, before: before.to_owned(), after: after.to_owned() };
    let expected = [
        change(GoalField::Success, "", "A recording"),
        change(GoalField::TargetOn, "2026-06-01", ""),
        change(GoalField::Progress, "0", "40"),
    ];
    assert_eq!(changes(&base(), &after), expected);
    assert_eq!(changes(&base(), &base()), []);
}

#[test]
fn a_form_crosses_as_its_fields_with_the_base_beside_them() {
    let draft = |title: &str| MilestoneDraft { title: title.to_owned(), due_on: String::new() };
    let edit = Edit::new(draft("Outline"), draft("Rehearse"));
    let json = serde_json::to_value(&edit).unwrap();
    assert_eq!(json, serde_json::json!({ "title": "Rehearse", "due_on": "", "base": { "title": "Outline", "due_on": "" }, "choices": {} }));
    assert_eq!(serde_json::from_value::<Edit<MilestoneDraft>>(json).unwrap(), edit);
    let sparse: Edit<MilestoneDraft> = serde_json::from_str(r#"{ "title": "Outline" }"#).unwrap();
    assert_eq!(sparse, Edit { mine: draft("Outline"), base: None, choices: BTreeMap::new() });
    assert_eq!(MilestoneDraft::name(MilestoneField::DueOn), "due_on");
    assert_eq!(MilestoneDraft::base_name(MilestoneField::DueOn), "base[due_on]");
}

prop_compose! {
    fn any_draft()(title in "[ab]", why in "[ab]?", success in "[ab]?", target_on in "[ab]?", progress_mode in "[ab]", progress in "[ab]") -> GoalDraft {
        GoalDraft { title, why, success, target_on, progress_mode, progress }
    }
}

proptest! {
    /// Each field of the outcome is one of the two versions, and where they differ from each other and from the base, both are
    /// shown.
    #[test]
    fn nothing_is_lost(base in any_draft(), mine in any_draft(), theirs in any_draft()) {
        let (joined, conflicts) = match merge(&base, &mine, &theirs) {
            Ok(joined) => (joined, Vec::new()),
            Err(conflict) => {
                prop_assert_eq!((&conflict.mine, &conflict.theirs), (&mine, &theirs));
                (conflict.joined, conflict.fields)
            }
        };
        for field in GoalDraft::FIELDS.iter().copied() {
            let (b, m, t) = (base.get(field), mine.get(field), theirs.get(field));
            let both_changed = m != b && t != b && m != t;
            prop_assert_eq!(conflicts.contains(&field), both_changed);
            if !both_changed {
                prop_assert_eq!(joined.get(field), if m == b { t } else { m });
            }
        }
    }
}
