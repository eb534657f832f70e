//! The mentors of a program.

use super::card::Cards;
use super::filters::{Chosen, Filters, Order};
use super::{address, load_mentors};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::match_preferences::PreferenceActions;
use crate::ui::form::ActionError;
use crate::ui::{Crumb, Empty, Loaded, Notice, PageHead, Pagination, SkeletonKind};
use domain::mentors::MentorSearch;
use domain::mentors::views::{ChosenFilter, MentorsNote, MentorsPage as Page};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/mentors`, with what is looked for in the query.
#[derive(Debug)]
pub struct MentorsPage;

#[lazy_route]
impl LazyRoute for MentorsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let preferences = PreferenceActions::new();
        let asked = move || {
            let query = query.read();
            (params.read().get("slug").unwrap_or_default(), MentorSearch::read(|name| query.get(name)))
        };
        let data = Data::new(asked, |(slug, search)| load_mentors(slug, search));
        view! { <Loaded data skeleton=SkeletonKind::Cards let:page> <MentorsView page preferences /> </Loaded> }.into_any()
    }
}

#[component]
fn MentorsView(page: Page, preferences: PreferenceActions) -> impl IntoView {
    let i18n = use_i18n();
    let program = format!("/programs/{}", page.program.slug);
    let base = format!("{program}/mentors");
    let crumbs = vec![Crumb::new(page.program.name.clone(), program.clone())];
    let as_mentee = page.as_mentee;
    let body = if page.total == 0 {
        view! {
            <Empty icon="people" title=i18n.t(m::MENTORS_EMPTY_TITLE) text=i18n.f(m::MENTORS_EMPTY, &[("program", &page.program.name)])>
                <a class="button button--primary" href="/profile">{i18n.t(m::MENTORS_EMPTY_PROFILE)}</a>
            </Empty>
        }
        .into_any()
    } else {
        view! {
            <div class="stack">
                <Filters search=page.search.clone() order=page.order choices=page.choices.clone() base=base.clone() />
                <Chosen chosen=page.chosen.clone() search=page.search.clone() base=base.clone() />
                <Found page preferences base />
            </div>
        }
        .into_any()
    };
    view! {
        <PageHead title=i18n.t(m::MENTORS_TITLE) crumbs=crumbs>
            {as_mentee.then(|| view! { <a class="button" href=format!("{program}/preferences")>{i18n.t(m::MATCH_PREFERENCES_TITLE)}</a> })}
            <a class="button" href=format!("{program}/requests")>{i18n.t(m::MENTORS_TO_REQUESTS)}</a>
        </PageHead>
        {body}
    }
}

/// What was found.
#[component]
fn Found(page: Page, preferences: PreferenceActions, base: String) -> impl IntoView {
    let i18n = use_i18n();
    let note = page.note.map(|note| view! { <Notice>{i18n.t(note_words(note))}</Notice> });
    if page.cards.is_empty() {
        return view! { {note} <NobodyFound chosen=page.chosen search=page.search base /> }.into_any();
    }
    let number = |n: i64| i18n.number(n);
    let last = page.first.saturating_add(i64::try_from(page.cards.len()).unwrap_or(i64::MAX)) - 1;
    let place = i18n.f(m::MENTORS_PLACE, &[("first", &number(page.first)), ("last", &number(last)), ("found", &number(page.found))]);
    let pages = address(&base, &page.search).pages(&page.pages, "before", "after");
    view! {
        {note}
        <section class="stack">
            <div class="found">
                <h2 class="found__count">{i18n.n(m::MENTORS_FOUND, page.found, &[])}</h2>
                {page.as_mentee.then(|| view! { <Order search=page.search.clone() order=page.order base=base.clone() /> })}
            </div>
            <ActionError action=preferences.add />
            <Cards cards=page.cards slug=page.program.slug preferences />
            <Pagination pages place />
        </section>
    }
    .into_any()
}

/// Nobody matches: what to leave out.
#[component]
fn NobodyFound(chosen: Vec<ChosenFilter>, search: MentorSearch, base: String) -> impl IntoView {
    let i18n = use_i18n();
    let links = chosen
        .into_iter()
        .filter_map(|one| {
            let count = one.without.filter(|count| *count > 0)?;
            let href = address(&base, &search.without(one.filter)).whole();
            let words = i18n.n(m::MENTORS_NONE_WITHOUT, count, &[("filter", &one.label)]);
            Some(view! { <li><a class="button" href=href>{words}</a></li> })
        })
        .collect_view();
    view! {
        <Empty icon="search" title=i18n.t(m::MENTORS_NONE_TITLE) text=i18n.t(m::MENTORS_NONE)>
            <ul class="cluster center" role="list">{links}</ul>
            <a class="button button--quiet" href=base>{i18n.t(m::MENTORS_CLEAR)}</a>
        </Empty>
    }
}

const fn note_words(note: MentorsNote) -> i18n::Key {
    match note {
        MentorsNote::YouPause => m::MENTORS_NOTE_PAUSED,
        MentorsNote::YouHaveAMentor => m::MENTORS_NOTE_PLACED,
        MentorsNote::CoordinatorPairs => m::MENTORS_NOTE_COORDINATOR,
        MentorsNote::NotOpen => m::MENTORS_NOTE_NOT_OPEN,
        MentorsNote::NoMoreRequests => m::MENTORS_NOTE_NO_MORE,
    }
}
