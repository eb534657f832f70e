//! Somebody's preferences in a program.

use super::found::Found;
use super::list::{PreferenceListActions, Preferences};
use super::load_match_preferences;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Crumb, Loaded, Notice, PageHead};
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::MatchPreferencesPage as Page;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/preferences`, with `q` for a part of a mentee's name.
#[derive(Debug)]
pub struct MatchPreferencesPage;

#[lazy_route]
impl LazyRoute for MatchPreferencesPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let asked = move || (params.read().get("slug").unwrap_or_default(), query.read().get("q").unwrap_or_default());
        let data = Data::new(asked, |(slug, words)| load_match_preferences(slug, words));
        view! { <Loaded data let:page> <MatchPreferencesView page /> </Loaded> }.into_any()
    }
}

#[component]
fn MatchPreferencesView(page: Page) -> impl IntoView {
    let i18n = use_i18n();
    let Page { program, over, paused, mentors, mentees, found } = page;
    let base = format!("/programs/{}", program.slug);
    let crumbs = vec![Crumb::new(program.name, base.clone())];
    let slug = StoredValue::new(program.slug.clone());
    let note = if over { Some(m::MATCH_PREFERENCES_OVER) } else { paused.then_some(m::MATCH_PREFERENCES_PAUSED) };
    let mentors = mentors.map(|list| {
        let actions = PreferenceListActions::new(PreferenceSide::Mentors, slug, !over, list);
        let find = (!over).then(|| view! { <p><a class="button" href=format!("{base}/mentors")>{i18n.t(m::MENTORS_TITLE)}</a></p> });
        view! {
            <Preferences actions title=i18n.t(m::MATCH_PREFERENCES_MENTORS) empty=i18n.t(m::MATCH_PREFERENCES_MENTORS_EMPTY) />
            {find}
        }
    });
    let mentees = mentees.map(|list| {
        let actions = PreferenceListActions::new(PreferenceSide::Mentees, slug, !over, list);
        view! {
            <Preferences actions title=i18n.t(m::MATCH_PREFERENCES_MENTEES) empty=i18n.t(m::MATCH_PREFERENCES_MENTEES_EMPTY) />
            {(!over).then(|| view! { <Found found slug=program.slug actions /> })}
        }
    });
    view! {
        <PageHead title=i18n.t(m::MATCH_PREFERENCES_TITLE) lead=i18n.t(m::MATCH_PREFERENCES_LEAD) crumbs=crumbs />
        <div class="stack stack--l">
            {note.map(|note| view! { <Notice>{i18n.t(note)}</Notice> })}
            <p class="muted">{i18n.t(m::MATCH_PREFERENCES_PRIVATE)}</p>
            {mentors}
            {mentees}
        </div>
    }
}
