//! Pairing by hand: search on both sides, choose two, done.

use super::Pair;
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{Choice, Form, FormAction, Hidden, Select, Submit};
use domain::requests::views::{MatchingSearch, PairingChoice, PairingPage};
use i18n::m;
use leptos::prelude::*;

/// The form, with the search that narrows its lists.
#[component]
pub(super) fn Pairing(pairing: PairingPage, search: MatchingSearch, action: FormAction<Pair>) -> impl IntoView {
    let i18n = use_i18n();
    let PairingPage { program, mentees, mentees_total, mentors, mentors_total } = pairing;
    let searched = !search.mentee.is_empty() || !search.mentor.is_empty();
    let impossible = if searched {
        None
    } else if mentees_total == 0 {
        Some(m::REQUESTS_PAIR_NO_MENTEES)
    } else if mentors_total == 0 {
        Some(m::REQUESTS_PAIR_NO_MENTORS)
    } else {
        None
    };
    let body = match impossible {
        Some(why) => view! { <p class="muted">{i18n.t(why)}</p> }.into_any(),
        None => {
            let more_mentees = more(i18n, mentees.len(), mentees_total);
            let more_mentors = more(i18n, mentors.len(), mentors_total);
            let mentees = mentees.into_iter().map(|c| Choice::new(c.face.id.to_string(), named(&c))).collect();
            let mentors = mentors.into_iter().map(|c| Choice::new(c.face.id.to_string(), with_room(i18n, &c))).collect();
            view! {
                <form class="filters filters--row" role="search" method="get">
                    <SearchField name="find_mentee" label=i18n.t(m::REQUESTS_FIND_MENTEE) value=search.mentee />
                    <SearchField name="find_mentor" label=i18n.t(m::REQUESTS_FIND_MENTOR) value=search.mentor />
                    <button type="submit" class="button">{i18n.t(m::COMMON_SEARCH)}</button>
                </form>
                <Form action=action done=i18n.t(m::REQUESTS_PAIR_DONE)>
                    <Hidden name="slug" value=program.slug />
                    <div class="pair">
                        <div class="stack stack--s">
                        <Select
                            name="mentee"
                            label=i18n.t(m::REQUESTS_PAIR_MENTEE)
                            options=mentees
                            none=i18n.t(m::REQUESTS_PAIR_CHOOSE)
                            required=true
                        />
                        {more_mentees.map(|words| view! { <p class="small muted">{words}</p> })}
                        </div>
                        <Icon name="heart" />
                        <div class="stack stack--s">
                        <Select
                            name="mentor"
                            label=i18n.t(m::REQUESTS_PAIR_MENTOR)
                            options=mentors
                            none=i18n.t(m::REQUESTS_PAIR_CHOOSE)
                            required=true
                        />
                        {more_mentors.map(|words| view! { <p class="small muted">{words}</p> })}
                        </div>
                    </div>
                    <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_PAIR_SUBMIT) /></div>
                </Form>
            }
            .into_any()
        }
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::REQUESTS_PAIR_TITLE)}</h2></div>
            <div class="stack">
                <p class="muted">{i18n.t(m::REQUESTS_PAIR_ABOUT)}</p>
                {body}
            </div>
        </section>
    }
}

/// A field of the search; it goes into the address.
#[component]
fn SearchField(name: &'static str, label: &'static str, value: String) -> impl IntoView {
    view! {
        <div class="filters__search">
            <Icon name="search" />
            <input class="input" type="search" name=name aria-label=label placeholder=label value=value maxlength="80" />
        </div>
    }
}

fn named(choice: &PairingChoice) -> String {
    match &choice.face.headline {
        Some(headline) => format!("{} · {headline}", choice.face.name),
        None => choice.face.name.clone(),
    }
}

fn with_room(i18n: i18n::I18n, choice: &PairingChoice) -> String {
    i18n.n(m::REQUESTS_PAIR_ROOM, choice.room, &[("name", &named(choice))])
}

/// How many the list leaves out.
fn more(i18n: i18n::I18n, shown: usize, total: i64) -> Option<String> {
    let left = total - i64::try_from(shown).unwrap_or(i64::MAX);
    (left > 0).then(|| i18n.n(m::REQUESTS_PAIR_MORE, left, &[]))
}
