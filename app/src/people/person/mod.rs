//! Somebody's page: who they are, what they can help with, when it is there, and what one can do next.

mod aside;
mod parts;

use super::load_person;
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{FitParts, Reasons};
use crate::ui::{Avatar, Loaded};
use aside::Aside;
use domain::PersonId;
use domain::people::views::PersonPage as Person;
use i18n::m;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};
use parts::Parts;

/// `/people/{id}`.
#[derive(Debug)]
pub struct PersonPage;

#[lazy_route]
impl LazyRoute for PersonPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let id = move || params.read().get("id").and_then(|id| id.parse::<PersonId>().ok());
        let data = Data::new(id, |id| async move {
            match id {
                Some(id) => load_person(id).await,
                None => Err(AppError::NotFound),
            }
        });
        view! { <Loaded data let:person> <PersonView person /> </Loaded> }.into_any()
    }
}

#[component]
fn PersonView(person: Person) -> impl IntoView {
    let i18n = use_i18n();
    let document = format!("{} · {}", person.name, i18n.t(m::COMMON_BRAND));
    let ask = person.programs.iter().find(|program| program.may_ask).map(|program| {
        let href = format!("/programs/{}/requests/new?mentor={}", program.slug, person.id);
        view! { <a class="button button--primary" href=href>{i18n.f(m::PEOPLE_ASK, &[("name", &person.name)])}</a> }
    });
    let fit = person.fit.clone().map(|fit| {
        view! {
            <div class="card card--flat">
                <Reasons reasons=fit.reasons.clone() />
                <FitParts fit name=person.name.clone() />
            </div>
        }
    });
    let edit = person.own.then(|| view! { <a class="button" href="/profile">{i18n.t(m::PEOPLE_EDIT)}</a> });
    let actions = (ask.is_some() || edit.is_some()).then(|| view! { <div class="profile__actions">{ask}{edit}</div> });
    view! {
        <Title text=document />
        <header class="profile">
            <Avatar id=person.id name=person.name.clone() picture=person.picture size="xl" />
            <div>
                <h1 class="profile__name">
                    <bdi>{person.name.clone()}</bdi>
                    {person.pronouns.clone().map(|pronouns| view! { <span class="profile__pronouns">{pronouns}</span> })}
                </h1>
                {person.headline.clone().map(|headline| view! { <p class="profile__headline" dir="auto">{headline}</p> })}
            </div>
            {actions}
        </header>
        {fit}
        <div class="split">
            <Parts person=person.clone() />
            <Aside person />
        </div>
    }
}
