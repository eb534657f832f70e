//! Somebody's wishes in a program.

use super::found::Found;
use super::list::{Acts, Wishes};
use super::load_ranks;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Crumb, Loaded, Notice, PageHead};
use domain::ranks::RankSide;
use domain::ranks::views::RanksPage as Page;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/ranks`, with `q` for a part of a mentee's name.
#[derive(Debug)]
pub struct RanksPage;

#[lazy_route]
impl LazyRoute for RanksPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let asked = move || (params.read().get("slug").unwrap_or_default(), query.read().get("q").unwrap_or_default());
        let data = Data::new(asked, |(slug, words)| load_ranks(slug, words));
        view! { <Loaded data let:page> <RanksView page /> </Loaded> }.into_any()
    }
}

#[component]
fn RanksView(page: Page) -> impl IntoView {
    let i18n = use_i18n();
    let Page { program, over, paused, mentors, mentees, found } = page;
    let base = format!("/programs/{}", program.slug);
    let crumbs = vec![Crumb::new(program.name, base.clone())];
    let slug = StoredValue::new(program.slug.clone());
    let note = if over { Some(m::RANKS_OVER) } else { paused.then_some(m::RANKS_PAUSED) };
    let mentors = mentors.map(|list| {
        let acts = Acts::new(RankSide::Mentors, slug, !over, list);
        let find = (!over).then(|| view! { <p><a class="button" href=format!("{base}/mentors")>{i18n.t(m::MENTORS_TITLE)}</a></p> });
        view! {
            <Wishes acts title=i18n.t(m::RANKS_MENTORS) empty=i18n.t(m::RANKS_MENTORS_EMPTY) />
            {find}
        }
    });
    let mentees = mentees.map(|list| {
        let acts = Acts::new(RankSide::Mentees, slug, !over, list);
        view! {
            <Wishes acts title=i18n.t(m::RANKS_MENTEES) empty=i18n.t(m::RANKS_MENTEES_EMPTY) />
            {(!over).then(|| view! { <Found found slug=program.slug acts /> })}
        }
    });
    view! {
        <PageHead title=i18n.t(m::RANKS_TITLE) lead=i18n.t(m::RANKS_LEAD) crumbs=crumbs />
        <div class="stack stack--l">
            {note.map(|note| view! { <Notice>{i18n.t(note)}</Notice> })}
            <p class="muted">{i18n.t(m::RANKS_PRIVATE)}</p>
            {mentors}
            {mentees}
        </div>
    }
}
