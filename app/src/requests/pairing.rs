//! Pairing by hand: search on both sides, choose two, look at how they fit, and only then make them a pair.
//!
//! Choosing goes into the address, so it works without JavaScript, and the button that pairs stands under the two it is about.

use super::{Pair, Unpair};
use crate::error_words;
use crate::lang::use_i18n;
use crate::shared::Who;
use crate::shared::{FitParts, Reasons};
use crate::ui::form::{ActionError, Choice, Form, FormAction, Hidden, Select, Submit};
use crate::ui::{Dialog, FilterBar, Icon, Notice, Search, anew, keyed};
use domain::fit::views::CardFit;
use domain::requests::views::{ChosenPair, MatchingSearch, PairMade, PairingChoice, PairingPage};
use i18n::m;
use leptos::prelude::*;

/// What brings two together, and what takes it back.
#[derive(Clone, Copy)]
pub(super) struct ByHand {
    pub pair: FormAction<Pair>,
    pub unpair: FormAction<Unpair>,
}

/// The choice, with the search that narrows its lists; the two who were chosen; and whom one has brought together lately.
#[component]
pub(super) fn Pairing(pairing: PairingPage, search: MatchingSearch, by_hand: ByHand) -> impl IntoView {
    let i18n = use_i18n();
    let PairingPage { program, mentees, mentees_total, mentors, mentors_total, chosen, lately } = pairing;
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
    let slug = program.slug;
    let body = match (chosen, impossible) {
        (Some(pair), _) => {
            let key = format!("{} {}", pair.mentee.id, pair.mentor.id);
            anew(key, view! { <Chosen slug=slug.clone() pair action=by_hand.pair /> }.into_any()).into_any()
        }
        (None, Some(why)) => view! { <p class="muted">{i18n.t(why)}</p> }.into_any(),
        (None, None) => {
            let more_mentees = more(i18n, mentees.len(), mentees_total);
            let more_mentors = more(i18n, mentors.len(), mentors_total);
            let mentees: Vec<Choice> = mentees.into_iter().map(|c| Choice::new(c.face.id.to_string(), named(&c))).collect();
            let mentors: Vec<Choice> = mentors.into_iter().map(|c| Choice::new(c.face.id.to_string(), with_room(i18n, &c))).collect();
            // Who is on offer changes with each pair: then nobody is chosen.
            let key =
                [&mentees, &mentors].map(|list| list.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>().join(" ")).join(" ");
            let choosing = view! {
                <form class="form" method="get">
                    <input type="hidden" name="find_mentee" value=search.mentee.clone() />
                    <input type="hidden" name="find_mentor" value=search.mentor.clone() />
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
                    <div class="form__actions"><button type="submit" class="button">{i18n.t(m::REQUESTS_PAIR_LOOK)}</button></div>
                </form>
            };
            view! {
                <FilterBar search=vec![
                    Search { name: "find_mentee", label: i18n.t(m::REQUESTS_FIND_MENTEE), words: search.mentee, max: Some("80") },
                    Search { name: "find_mentor", label: i18n.t(m::REQUESTS_FIND_MENTOR), words: search.mentor, max: Some("80") },
                ] />
                {anew(key, choosing.into_any())}
            }
            .into_any()
        }
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::REQUESTS_PAIR_TITLE)}</h2></div>
            <div class="stack">
                <p class="muted">{i18n.t(m::REQUESTS_PAIR_ABOUT)}</p>
                <Lately slug lately action=by_hand.unpair />
                {body}
            </div>
        </section>
    }
}

/// The two, how they fit and why, and the button.
#[component]
fn Chosen(slug: String, pair: ChosenPair, action: FormAction<Pair>) -> impl IntoView {
    let i18n = use_i18n();
    let ChosenPair { mentee, mentor, fit, refusal, closing } = pair;
    let others = format!("/admin/programs/{slug}/matching");
    let names = i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &mentee.name), ("mentor", &mentor.name)]);
    let fit = match fit {
        CardFit::Fits(fit) => view! {
            <Reasons reasons=fit.reasons.clone() />
            <FitParts fit name=names.clone() called=wording::match_runs::criterion />
        }
        .into_any(),
        CardFit::NoSharedLanguage => view! { <Notice kind="warn">{i18n.t(m::REFUSALS_NO_SHARED_LANGUAGE)}</Notice> }.into_any(),
        CardFit::NotAsked | CardFit::Own => ().into_any(),
    };
    let act = match refusal {
        Some(refusal) => view! {
            <Notice kind="warn">{error_words::refusal(i18n, refusal)}</Notice>
            <div class="cluster"><a class="button" href=others>{i18n.t(m::REQUESTS_PAIR_OTHERS)}</a></div>
        }
        .into_any(),
        None => {
            let closes = (closing > 0).then(|| view! { <p>{i18n.n(m::REQUESTS_PAIR_CLOSES, closing, &[("name", &mentee.name)])}</p> });
            view! {
                <Form action done=i18n.t(m::REQUESTS_PAIR_DONE)>
                    <Hidden name="slug" value=slug />
                    <Hidden name="mentee" value=mentee.id.to_string() />
                    <Hidden name="mentor" value=mentor.id.to_string() />
                    <p>{i18n.t(m::REQUESTS_PAIR_MAILS)}</p>
                    {closes}
                    <div class="form__actions cluster">
                        <Submit label=i18n.t(m::REQUESTS_PAIR_SUBMIT) />
                        <a class="button button--quiet" href=others>{i18n.t(m::REQUESTS_PAIR_OTHERS)}</a>
                    </div>
                </Form>
            }
            .into_any()
        }
    };
    view! {
        <div class="card run-pair">
            <div class="run-pair__who"><Who face=mentee.clone() /> <Icon name="heart" /> <Who face=mentor.clone() /></div>
            {fit}
            {act}
        </div>
    }
}

/// The pairs of the last day on which nobody has acted: a slip of the hand is put right here.
#[component]
fn Lately(slug: String, lately: Vec<PairMade>, action: FormAction<Unpair>) -> impl IntoView {
    let i18n = use_i18n();
    let any = !lately.is_empty();
    let slug = StoredValue::new(slug);
    let rows = keyed(lately.into_iter().map(|made| {
        let id = made.id.to_string();
        let both = StoredValue::new(i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &made.mentee), ("mentor", &made.mentor)]));
        let key = id.clone();
        let mentorship = StoredValue::new(id.clone());
        let row = view! {
            <li class="list__item">
                <span class="list__main"><a class="list__title" href=format!("/mentorships/{id}")>{both.get_value()}</a></span>
                <span class="list__end">
                    <Dialog
                        id=format!("unpair-{id}")
                        open_label=i18n.t(m::REQUESTS_PAIR_UNDO)
                        of=both.get_value()
                        button_class="button button--small"
                        title=i18n.t(m::REQUESTS_PAIR_UNDO)
                    >
                        <Form action done=i18n.t(m::REQUESTS_PAIR_UNDONE)>
                            <Hidden name="slug" value=slug.get_value() />
                            <Hidden name="mentorship" value=mentorship.get_value() />
                            <p>{both.get_value()}</p>
                            <p>{i18n.t(m::REQUESTS_PAIR_UNDO_WHAT)}</p>
                            <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_PAIR_UNDO_NOW) class="button button--danger" /></div>
                        </Form>
                    </Dialog>
                </span>
            </li>
        };
        (key, row.into_any())
    }));
    view! {
        <ActionError action />
        {any.then(|| view! { <p class="small muted">{i18n.t(m::REQUESTS_PAIR_LATELY)}</p> <ul class="list">{rows}</ul> })}
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
