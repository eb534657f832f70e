//! Somebody else saved meanwhile: both versions of each field that doesn't fit, side by side, a choice, and one's own words
//! to work on. Nothing is lost, with JavaScript or without.

use super::EditGoal;
use super::edit::Base;
use super::fields::{ModeField, ProgressField};
use super::words::field_name;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Form, FormAction, Hidden, Submit, TextArea, TextField};
use domain::GoalId;
use domain::goals::views::GoalConflict;
use domain::goals::{FieldConflict, GoalDraft, GoalField};
use domain::limits::{GOAL_TEXT_MAX, GOAL_TITLE_MAX};
use i18n::m;
use leptos::prelude::*;

/// The second save, on the version that is saved by now.
#[component]
pub(super) fn ConflictForm(goal: GoalId, conflict: GoalConflict, action: FormAction<EditGoal>) -> impl IntoView {
    let i18n = use_i18n();
    let joined = GoalDraft::from(&conflict.joined);
    let mine = GoalDraft::from(&conflict.mine);
    let open: Vec<GoalField> = conflict.fields.iter().map(|c| c.field).collect();
    // What fits is sent along as it was joined.
    let rest = GoalField::ALL
        .iter()
        .filter(|field| !open.contains(field))
        .map(|field| view! { <Hidden name=field.as_str() value=value(&joined, *field) /> })
        .collect_view();
    let fields = conflict.fields.into_iter().map(|conflict| view! { <Field mine=value(&mine, conflict.field) conflict /> }).collect_view();
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Notice kind="warn">
                <p>{conflict.sentence}</p>
                <p>{i18n.t(m::GOALS_CONFLICT_TEXT)}</p>
            </Notice>
            <Hidden name="goal" value=goal.to_string() />
            <Hidden name="version" value=conflict.version.to_string() />
            <Base base=GoalDraft::from(&conflict.theirs) />
            {rest}
            {fields}
            <div class="form__actions">
                <Submit label=i18n.t(m::GOALS_CONFLICT_SAVE) />
            </div>
        </Form>
    }
}

/// A field's value as the form sends it.
fn value(draft: &GoalDraft, field: GoalField) -> String {
    let value = match field {
        GoalField::Title => &draft.title,
        GoalField::Why => &draft.why,
        GoalField::Success => &draft.success,
        GoalField::TargetOn => &draft.target_on,
        GoalField::ProgressMode => &draft.progress_mode,
        GoalField::Progress => &draft.progress,
    };
    value.clone()
}

/// One field of the goal, with mine to change.
#[component]
fn Field(conflict: FieldConflict, mine: String) -> impl IntoView {
    let i18n = use_i18n();
    let label = i18n.t(m::GOALS_CONFLICT_MINE);
    let own = match conflict.field {
        GoalField::Title => view! { <TextField name="title" label value=mine required=true maxlength=GOAL_TITLE_MAX /> }.into_any(),
        GoalField::Why => view! { <TextArea name="why" label value=mine rows=3 maxlength=GOAL_TEXT_MAX /> }.into_any(),
        GoalField::Success => view! { <TextArea name="success" label value=mine rows=3 maxlength=GOAL_TEXT_MAX /> }.into_any(),
        GoalField::TargetOn => view! { <TextField name="target_on" label kind="date" value=mine /> }.into_any(),
        GoalField::ProgressMode => view! { <ModeField value=mine /> }.into_any(),
        GoalField::Progress => view! { <ProgressField value=mine /> }.into_any(),
    };
    view! {
        <Versions name=conflict.field.as_str() title=i18n.t(field_name(conflict.field)) mine=conflict.mine theirs=conflict.theirs>
            {own}
        </Versions>
    }
}

/// Both versions of a field, which one to keep, and below them mine to change.
#[component]
pub(super) fn Versions(
    /// The field's name in the form.
    name: &'static str,
    /// What it is called.
    title: &'static str,
    /// What I want to save, in words.
    mine: Option<String>,
    /// What was saved meanwhile, in words.
    theirs: Option<String>,
    /// Mine to change.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = format!("choices[{name}]");
    let version = move |class, title, text: Option<String>| {
        let text = text.map_or_else(
            || view! { <p class="muted">{i18n.t(m::GOALS_CONFLICT_EMPTY)}</p> }.into_any(),
            |text| view! { <p class="version__text" dir="auto">{text}</p> }.into_any(),
        );
        view! { <div class=class><p class="small muted">{i18n.t(title)}</p>{text}</div> }
    };
    view! {
        <fieldset class="form__section">
            <legend>{title}</legend>
            <div class="versions">
                {version("version version--theirs", m::GOALS_CONFLICT_THEIRS, theirs)}
                {version("version", m::GOALS_CONFLICT_MINE, mine)}
            </div>
            <label class="check">
                <input type="radio" name=name.clone() value="theirs" />
                <span>{i18n.t(m::GOALS_CONFLICT_KEEP_THEIRS)}</span>
            </label>
            <label class="check">
                <input type="radio" name=name value="mine" checked=true />
                <span>{i18n.t(m::GOALS_CONFLICT_KEEP_MINE)}</span>
            </label>
            {children()}
        </fieldset>
    }
}
