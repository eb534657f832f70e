//! The fields of a goal: what each is called, how it is filled in and how it reads. A new goal's form, the form of a change, both
//! versions after a save that didn't fit and the goal's page are made of this.

use crate::lang::use_i18n;
use crate::ui::form::{Choice, Select, TextArea, TextField};
use domain::editing::Draft;
use domain::goals::{GoalDraft, GoalField, ProgressMode};
use domain::limits::{GOAL_TEXT_MAX, GOAL_TITLE_MAX};
use i18n::{I18n, Key, m};
use leptos::prelude::*;

/// What a field is filled in with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Input {
    /// The goal in a line.
    Title,
    /// A few sentences.
    Text,
    /// A day.
    Day,
    /// How progress is told.
    Mode,
    /// Progress by hand.
    Percent,
}

/// What a field is called, what it is filled in with and, if it needs one, a sentence of help.
const fn form(field: GoalField) -> (Key, Input, Option<Key>) {
    match field {
        GoalField::Title => (m::GOALS_FIELD_TITLE, Input::Title, Some(m::GOALS_HINT_TITLE)),
        GoalField::Why => (m::GOALS_FIELD_WHY, Input::Text, Some(m::GOALS_HINT_WHY)),
        GoalField::Success => (m::GOALS_FIELD_SUCCESS, Input::Text, Some(m::GOALS_HINT_SUCCESS)),
        GoalField::TargetOn => (m::GOALS_FIELD_TARGET_ON, Input::Day, None),
        GoalField::ProgressMode => (m::GOALS_FIELD_PROGRESS_MODE, Input::Mode, None),
        GoalField::Progress => (m::GOALS_FIELD_PROGRESS, Input::Percent, Some(m::GOALS_HINT_PROGRESS)),
    }
}

/// The label of a field.
pub(super) const fn field_name(field: GoalField) -> Key {
    form(field).0
}

/// The fields with this input, in the order of the form.
pub(super) fn with_input(input: Input) -> impl Iterator<Item = GoalField> {
    GoalField::ALL.iter().copied().filter(move |field| form(*field).1 == input)
}

/// A field's text in words.
pub(super) fn field_words(i18n: I18n, field: GoalField, text: &str) -> String {
    let known = match form(field).1 {
        Input::Day => text.parse().ok().map(|day| i18n.date(day)),
        Input::Mode => text.parse().ok().map(|mode| i18n.t(wording::goals::progress_mode(mode)).to_owned()),
        Input::Percent => text.parse().ok().map(|percent| i18n.f(m::GOALS_PERCENT, &[("percent", &i18n.number(percent))])),
        Input::Title | Input::Text => None,
    };
    known.unwrap_or_else(|| text.to_owned())
}

/// What somebody says about a goal themselves: the fields of a new one.
#[component]
pub(super) fn GoalFieldset(draft: GoalDraft) -> impl IntoView {
    let said = |field: &&GoalField| matches!(form(**field).1, Input::Title | Input::Text | Input::Day);
    let field = |field: &GoalField| view! { <GoalInput field=*field value=draft.get(*field).to_owned() /> };
    GoalField::ALL.iter().filter(said).map(field).collect_view()
}

/// How progress is told, and how far it is by hand.
#[component]
pub(super) fn ProgressFieldset(draft: GoalDraft) -> impl IntoView {
    view! {
        <div class="field-row">
            <GoalInput field=GoalField::ProgressMode value=draft.progress_mode />
            <GoalInput field=GoalField::Progress value=draft.progress />
        </div>
    }
}

/// One field. Where it is one's own version of a text beside somebody else's, it is called so.
#[component]
pub(super) fn GoalInput(field: GoalField, value: String, #[prop(optional)] mine: bool) -> impl IntoView {
    let i18n = use_i18n();
    let (key, input, hint) = form(field);
    let name = field.as_str();
    let own = mine && matches!(input, Input::Title | Input::Text | Input::Day);
    let label = i18n.t(if own { m::COMMON_CONFLICT_MINE } else { key });
    let hint = hint.filter(|_| !own).map(|key| i18n.t(key));
    match (input, hint) {
        (Input::Title, Some(hint)) => view! { <TextField name label hint value required=true maxlength=GOAL_TITLE_MAX /> }.into_any(),
        (Input::Title, None) => view! { <TextField name label value required=true maxlength=GOAL_TITLE_MAX /> }.into_any(),
        (Input::Text, hint) => {
            view! { <TextArea name label hint=hint.unwrap_or_default() value rows=3 maxlength=GOAL_TEXT_MAX /> }.into_any()
        }
        (Input::Day, _) => view! { <TextField name label kind="date" value /> }.into_any(),
        (Input::Mode, _) => {
            let options = ProgressMode::ALL
                .iter()
                .map(|mode| Choice::new(mode.as_str(), i18n.t(wording::goals::progress_mode(*mode))))
                .collect::<Vec<_>>();
            view! { <Select name label options value required=true /> }.into_any()
        }
        (Input::Percent, hint) => {
            view! { <TextField name label hint=hint.unwrap_or_default() kind="number" inputmode="numeric" value /> }.into_any()
        }
    }
}
