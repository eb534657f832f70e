//! Why somebody fits: the sentence, and what it is made of.

use crate::lang::use_i18n;
use domain::fit::Criterion;
use domain::mentors::views::{FitPart, FitView, Span};
use i18n::{Key, m};
use leptos::prelude::*;

/// The sentence, with what matters in it standing out.
#[component]
pub fn Reasons(
    /// Its pieces.
    reasons: Vec<Span>,
) -> impl IntoView {
    let pieces = reasons
        .into_iter()
        .map(|span| if span.strong { view! { <em>{span.text}</em> }.into_any() } else { span.text.into_any() })
        .collect_view();
    view! { <p class="fit">{pieces}</p> }
}

/// The total, and under it the parts with their weights, folded away.
#[component]
pub fn FitParts(
    /// The fit.
    fit: FitView,
    /// Of whom: it tells the bars of several people apart for those who hear them.
    #[prop(into)]
    name: String,
    /// What a criterion is called, for the one who reads: the mentee, if nothing else is said.
    #[prop(default = criterion_name)]
    called: fn(Criterion) -> Key,
) -> impl IntoView {
    let i18n = use_i18n();
    let total = i18n.f(m::MENTORS_TOTAL, &[("percent", &i18n.number(fit.total.into()))]);
    let parts = fit.parts.into_iter().map(|part| view! { <Part part name=name.clone() called /> }).collect_view();
    view! {
        <details class="disclosure">
            <summary>{total}</summary>
            <div class="disclosure__body">
                <p class="muted small">{i18n.t(m::MENTORS_PARTS)}</p>
                <ul class="fitbars" role="list">{parts}</ul>
            </div>
        </details>
    }
}

#[component]
fn Part(part: FitPart, name: String, called: fn(Criterion) -> Key) -> impl IntoView {
    let i18n = use_i18n();
    let label = i18n.t(called(part.criterion));
    let number = |n: u8| i18n.number(n.into());
    let words = i18n.f(m::MENTORS_PART_WORDS, &[("score", &number(part.score)), ("share", &number(part.share))]);
    view! {
        <li class="fitbars__part">
            <span class="fitbars__label">{label}</span>
            <meter class="meter" min="0" max="100" value=part.score.to_string() aria-label=format!("{name}: {label}")></meter>
            <span class="fitbars__words">{words}</span>
        </li>
    }
}

/// What a criterion is called, to a mentee.
pub(crate) const fn criterion_name(criterion: Criterion) -> Key {
    match criterion {
        Criterion::Skills => m::MENTORS_PART_SKILLS,
        Criterion::Aims => m::MENTORS_PART_AIMS,
        Criterion::Availability => m::MENTORS_PART_AVAILABILITY,
        Criterion::Industry => m::MENTORS_PART_INDUSTRY,
        Criterion::Experience => m::MENTORS_PART_EXPERIENCE,
        Criterion::Questions => m::MENTORS_PART_QUESTIONS,
        Criterion::Languages => m::MENTORS_PART_LANGUAGES,
        Criterion::MenteeWish => m::MENTORS_PART_MENTEE_WISH,
        Criterion::MentorWish => m::MENTORS_PART_MENTOR_WISH,
    }
}
