//! Why somebody fits: the sentence, and what it is made of. Nothing in it does anything, and a list shows it two dozen
//! times: what is inside is written as text, which costs a server a fraction of what components cost, and a phone that
//! wakes the page up nothing.

use crate::lang::use_i18n;
use domain::fit::Criterion;
use domain::fit::views::{Certainty, FitPart, FitView, Span};
use i18n::{I18n, Key, m};
use leptos::prelude::*;
use maud::{Markup, html};

/// The sentence, with what matters in it standing out.
#[component]
pub fn Reasons(
    /// Its pieces.
    reasons: Vec<Span>,
) -> impl IntoView {
    view! { <p class="fit" inner_html=sentence(&reasons).into_string()></p> }
}

/// The sentence as text.
pub(crate) fn sentence(reasons: &[Span]) -> Markup {
    html! {
        @for span in reasons {
            @if span.strong { em { (span.text) } } @else { (span.text) }
        }
    }
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
    #[prop(default = wording::mentors::criterion)]
    called: fn(Criterion) -> Key,
) -> impl IntoView {
    view! { <details class="disclosure" inner_html=parts(use_i18n(), &fit, &name, called).into_string()></details> }
}

/// Total and parts as text: what is inside `<details>`. Where little is known, that is what it says, and not a number.
pub(crate) fn parts(i18n: I18n, fit: &FitView, name: &str, called: fn(Criterion) -> Key) -> Markup {
    let (percent, known) = (i18n.number(fit.total.into()), i18n.number(fit.known.into()));
    let args = [("percent", percent.as_str()), ("known", known.as_str())];
    let (total, about) = match Certainty::of(fit.known) {
        Certainty::Little => (i18n.t(m::MENTORS_TOTAL_LITTLE).to_owned(), i18n.f(m::MENTORS_PARTS_LITTLE, &args)),
        Certainty::AtLeast => (i18n.f(m::MENTORS_TOTAL_LEAST, &args), i18n.f(m::MENTORS_PARTS_SOME, &args)),
        Certainty::All => (i18n.f(m::MENTORS_TOTAL, &args), i18n.t(m::MENTORS_PARTS).to_owned()),
    };
    let open = fit.parts.iter().filter(|part| part.known == 0);
    let open: Vec<&str> = open.map(|part| i18n.t(part_name(part, called))).collect();
    html! {
        summary { (total) }
        div class="disclosure__body" {
            p class="muted small" { (about) }
            @if open.len() < fit.parts.len() {
                ul class="fitbars" role="list" {
                    @for part in fit.parts.iter().filter(|part| part.known > 0) { (bar(i18n, part, name, called)) }
                }
            }
            @if !open.is_empty() { p class="muted small" { (i18n.f(m::MENTORS_PARTS_OPEN, &[("parts", &open.join(" · "))])) } }
        }
    }
}

fn bar(i18n: I18n, part: &FitPart, name: &str, called: fn(Criterion) -> Key) -> Markup {
    let label = i18n.t(part_name(part, called));
    let number = |n: u8| i18n.number(n.into());
    let words = if part.known < 100 { m::MENTORS_PART_WORDS_SOME } else { m::MENTORS_PART_WORDS };
    let words = i18n.f(words, &[("score", &number(part.score)), ("share", &number(part.share))]);
    html! {
        li class="fitbars__part" {
            span class="fitbars__label" { (label) }
            meter class="meter" min="0" max="100" value=(part.score) aria-label=(format_args!("{name}: {label}")) {}
            span class="fitbars__words" { (words) }
        }
    }
}

/// What a part is called. Whoever doesn't say when they are free is compared by when they are awake, and it is called that.
fn part_name(part: &FitPart, called: fn(Criterion) -> Key) -> Key {
    match (part.criterion, part.known) {
        (Criterion::Availability, 1..100) => m::MENTORS_PART_WAKING,
        (criterion, _) => called(criterion),
    }
}
