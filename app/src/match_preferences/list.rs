//! One list of preferences: moved and taken out in place.

use super::{MovePreference, PreferenceActions, RemovePreference};
use crate::lang::use_i18n;
use crate::ui::form::{ActionError, ActionForm, FormAction, Hidden, Post};
use crate::ui::{Avatar, Icon};
use domain::PersonId;
use domain::match_preferences::views::{PreferenceList, Preferred};
use domain::match_preferences::{PREFERENCES_MAX, PreferenceSide};
use domain::shared::Direction;
use i18n::m;
use leptos::prelude::*;

/// What can be done to one list, and what it is by now.
#[derive(Clone, Copy)]
pub(super) struct PreferenceListActions {
    side: PreferenceSide,
    slug: StoredValue<String>,
    /// Whether the list can be changed.
    open: bool,
    list: RwSignal<Vec<Preferred>>,
    pub preference: PreferenceActions,
    remove: FormAction<RemovePreference>,
    shift: FormAction<MovePreference>,
}

impl PreferenceListActions {
    /// For a list as the page brought it.
    pub fn new(side: PreferenceSide, slug: StoredValue<String>, open: bool, list: Vec<Preferred>) -> Self {
        let ids = |list: &[Preferred]| list.iter().map(|preferred| preferred.face.id).collect::<Vec<_>>();
        let preference = PreferenceActions { add: FormAction::new(), list: RwSignal::new(Some(ids(&list))) };
        let actions = Self { side, slug, open, list: RwSignal::new(list), preference, remove: FormAction::new(), shift: FormAction::new() };
        let take = move |answer: Option<Result<PreferenceList, crate::AppError>>| {
            if let Some(Ok(now)) = answer {
                actions.preference.list.set(Some(ids(&now.people)));
                actions.list.set(now.people);
            }
        };
        let answers: [Post; 3] = [actions.preference.add.post(), actions.remove.post(), actions.shift.post()];
        for post in answers {
            Effect::new(move |_| take(post.answer()));
        }
        actions
    }
}

/// The list.
#[component]
pub(super) fn Preferences(
    actions: PreferenceListActions,
    /// What it is called.
    title: &'static str,
    /// What it says when nobody is in it.
    empty: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let ids = Memo::new(move |_| actions.list.with(|list| list.iter().map(|preferred| preferred.face.id).collect::<Vec<_>>()));
    let heading = format!("{}-title", actions.side);
    let labelled = heading.clone();
    view! {
        <section class="section" aria-labelledby=labelled>
            <div class="section__head"><h2 id=heading>{title}</h2></div>
            <ActionError action=actions.preference.add />
            <ActionError action=actions.shift />
            <ActionError action=actions.remove />
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="muted">{empty}</p> })}
            <ol class="list" role="list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <PreferenceRow actions id />
                </For>
            </ol>
            {move || {
                let full = actions.open && ids.with(|ids| ids.len() >= PREFERENCES_MAX);
                full.then(|| view! { <p class="muted">{i18n.t(m::MATCH_PREFERENCES_FULL)}</p> })
            }}
        </section>
    }
}

/// One preference. The row stays while its place changes, so that the focus stays where it is.
#[component]
fn PreferenceRow(actions: PreferenceListActions, id: PersonId) -> impl IntoView {
    let i18n = use_i18n();
    let preferred = actions.list.with_untracked(|list| list.iter().find(|preferred| preferred.face.id == id).cloned())?;
    let place = Memo::new(move |_| {
        actions.list.with(|list| (list.iter().position(|preferred| preferred.face.id == id).unwrap_or_default(), list.len()))
    });
    let number = move || i18n.number(i64::try_from(place.get().0 + 1).unwrap_or_default());
    let Preferred { face, paused } = preferred;
    let name = StoredValue::new(face.name.clone());
    let buttons = actions.open.then(|| {
        view! {
            <div class="list__end">
                <Move actions id name direction=Direction::Up disabled=Signal::derive(move || place.get().0 == 0) />
                <Move actions id name direction=Direction::Down disabled=Signal::derive(move || place.get().0 + 1 >= place.get().1) />
                <ActionForm action=actions.remove>
                    <Fields actions id />
                    <button
                        type="submit"
                        class="icon-button icon-button--small"
                        aria-label=i18n.f(m::MATCH_PREFERENCES_REMOVE, &[("name", &name.get_value())])
                    >
                        <Icon name="trash" />
                    </button>
                </ActionForm>
            </div>
        }
    });
    Some(view! {
        <li class="list__item">
            <span class="count">{number}</span>
            <div class="person">
                <Avatar id name=face.name.clone() picture=face.picture />
                <span class="person__text">
                    <a class="person__name" href=format!("/people/{id}") dir="auto">{face.name.clone()}</a>
                    {face.headline.map(|headline| view! { <span class="person__headline" dir="auto">{headline}</span> })}
                </span>
            </div>
            {paused.then(|| view! { <span class="badge badge--quiet">{i18n.t(m::ENROLMENTS_STATUS_PAUSED)}</span> })}
            {buttons}
        </li>
    })
}

/// Whose list it is about, and whom.
#[component]
fn Fields(actions: PreferenceListActions, id: PersonId) -> impl IntoView {
    view! {
        <Hidden name="slug" value=actions.slug.get_value() />
        <Hidden name="side" value=actions.side.to_string() />
        <Hidden name="person" value=id.to_string() />
    }
}

#[component]
fn Move(
    actions: PreferenceListActions,
    id: PersonId,
    name: StoredValue<String>,
    direction: Direction,
    disabled: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (icon, key) = match direction {
        Direction::Up => ("arrow-up", m::MATCH_PREFERENCES_MOVE_UP),
        Direction::Down => ("arrow-down", m::MATCH_PREFERENCES_MOVE_DOWN),
    };
    view! {
        <ActionForm action=actions.shift>
            <Fields actions id />
            <Hidden name="direction" value=direction.to_string() />
            <button
                type="submit"
                class="icon-button icon-button--small"
                disabled=move || disabled.get()
                aria-label=i18n.f(key, &[("name", &name.get_value())])
            >
                <Icon name=icon />
            </button>
        </ActionForm>
    }
}
