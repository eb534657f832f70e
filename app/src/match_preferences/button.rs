//! The button that adds somebody to one's match preferences; once they are in, the place that they have. Without JavaScript the page comes
//! again and says the same. All buttons of a list share one form.

use super::AddPreference;
use crate::lang::use_i18n;
use crate::ui::form::{ActionForm, FormAction, HiddenAll};
use crate::ui::icon;
use domain::PersonId;
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::CardPreference;
use i18n::m;
use leptos::prelude::*;
use maud::html;

/// What all buttons of a page share.
#[derive(Clone, Copy)]
pub struct PreferenceActions {
    /// Adds somebody.
    pub add: FormAction<AddPreference>,
    /// The list as it is by now, once something has changed it.
    pub list: RwSignal<Option<Vec<PersonId>>>,
}

impl PreferenceActions {
    /// For a page whose lists change by adding alone.
    pub fn new() -> Self {
        let (add, list) = (FormAction::<AddPreference>::new(), RwSignal::new(None));
        Effect::new(move |_| {
            if let Some(Ok(now)) = add.answer() {
                list.set(Some(now.people.iter().map(|preferred| preferred.face.id).collect()));
            }
        });
        Self { add, list }
    }
}

/// The form that the buttons of one list send, for once on a page.
#[component]
pub fn PreferenceForm(
    actions: PreferenceActions,
    /// The program's name in addresses.
    slug: String,
    /// The list that it is about.
    side: PreferenceSide,
) -> impl IntoView {
    view! {
        <ActionForm action=actions.add id=form_id(side) hidden=true>
            <HiddenAll values=[("slug", slug), ("side", side.to_string())] />
        </ActionForm>
    }
}

fn form_id(side: PreferenceSide) -> String {
    format!("preference-{side}")
}

/// The button, the place, or why there is none.
#[component]
pub fn PreferenceButton(
    actions: PreferenceActions,
    /// The list that it is about; its form is elsewhere on the page.
    side: PreferenceSide,
    /// Whom one may name.
    id: PersonId,
    /// Their name.
    name: String,
    /// How it was when the page was made.
    before: CardPreference,
) -> impl IntoView {
    let i18n = use_i18n();
    let words =
        html! { (icon("star", "icon--s")) (i18n.t(m::MATCH_PREFERENCES_ADD)) span class="visually-hidden" { ": " (name) } }.into_string();
    let now = move || actions.list.with(|list| list.as_ref().map_or(before, |list| CardPreference::of(list, id)));
    (before != CardPreference::No).then_some(move || match now() {
        CardPreference::No => ().into_any(),
        CardPreference::Place(place) => {
            let words = i18n.f(m::MATCH_PREFERENCES_PLACE, &[("place", &i18n.number(place.into()))]);
            view! { <p class="cluster"><span class="badge badge--info">{words}</span></p> }.into_any()
        }
        CardPreference::Full => view! { <p class="muted small">{i18n.t(m::MATCH_PREFERENCES_CARD_FULL)}</p> }.into_any(),
        CardPreference::May => view! {
            <button
                type="submit"
                class="button button--small"
                form=form_id(side)
                name="person"
                value=id.to_string()
                inner_html=words.clone()
            ></button>
        }
        .into_any(),
    })
}
