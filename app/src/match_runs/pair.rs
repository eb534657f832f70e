//! One pair of a run: who, why, what it is made of, who would come next, and what can be done with it.

#![cfg(feature = "ssr")]

use super::proposal::Proposal;
use super::run_text::PUBLISH;
use super::text_actions::{RunFormActions, Which};
use crate::error_words;
use crate::lang::use_i18n;
use crate::shared::Who;
use crate::shared::{FitParts, Reasons};
use crate::ui::form::{ActionForm, Hidden};
use crate::ui::{Icon, Notice, keyed};
use domain::PersonId;
use domain::fit::views::{Certainty, FitPart, FitView};
use domain::match_runs::views::{NextView, PairView};
use i18n::m;
use leptos::prelude::*;

/// A pair.
#[component]
pub(super) fn PairCard(
    pair: PairView,
    which: Which,
    actions: RunFormActions,
    /// The pairs on the page, each as `mentee:mentor` and in words: to swap with.
    others: StoredValue<Vec<(String, String)>>,
    /// Whether the run can still be changed.
    draft: bool,
    /// Whether it can still be published.
    open: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let names = [("mentee", pair.mentee.name.as_str()), ("mentor", pair.mentor.name.as_str())];
    let both = StoredValue::new(i18n.f(m::MATCH_RUNS_WITH, &names));
    let choose = (open && !pair.published).then(|| {
        let value = format!("{}:{}", pair.mentee.id, pair.mentor.id);
        let label = i18n.f(m::MATCH_RUNS_CHOOSE, &names);
        view! {
            <label class="check">
                <input type="checkbox" form=PUBLISH name="pairs[]" value=value aria-label=label />
                <span aria-hidden="true">{i18n.t(m::MATCH_RUNS_PUBLISH)}</span>
            </label>
        }
    });
    let mentorship = pair.mentorship.map(|id| {
        view! {
            <a class="button button--small" href=format!("/mentorships/{id}")>
                {i18n.t(m::MATCH_RUNS_OPEN_MENTORSHIP)} <span class="visually-hidden">": " {both.get_value()}</span>
            </a>
        }
    });
    let proposal = pair.proposal.map(|proposal| view! { <Proposal proposal both=both.get_value() /> });
    let refusal = pair.refusal.map(|refusal| view! { <Notice kind="warn">{error_words::refusal(i18n, refusal)}</Notice> });
    let fit = FitView { total: pair.score, known: FitPart::known(&pair.parts), reasons: Vec::new(), parts: pair.parts };
    let buttons = draft.then(|| {
        let (act, label) = if pair.pinned { ("free", m::MATCH_RUNS_FREE) } else { ("pin", m::MATCH_RUNS_PIN) };
        view! {
            <Adjust which=which.clone() actions mentee=pair.mentee.id mentor=pair.mentor.id>
                <button type="submit" class="button button--small" name="act" value=act>
                    {i18n.t(label)} <span class="visually-hidden">": " {both.get_value()}</span>
                </button>
                <button type="submit" class="button button--small button--quiet" name="act" value="forbid">
                    {i18n.t(m::MATCH_RUNS_FORBID)} <span class="visually-hidden">": " {both.get_value()}</span>
                </button>
            </Adjust>
        }
    });
    let (mentee, mentor) = (pair.mentee.id, pair.mentor.id);
    let for_mentee = next(&pair.mentee.name, pair.next_mentors, |other| (mentee, other), &which, actions, draft);
    let for_mentor = next(&pair.mentor.name, pair.next_mentees, |other| (other, mentor), &which, actions, draft);
    let own = format!("{mentee}:{mentor}");
    let own_key = own.clone();
    let swap = (draft && others.with_value(|others| others.len() > 1)).then(|| {
        let id = format!("swap-{mentee}-{mentor}");
        let options = others.with_value(|others| {
            let others = others.iter().filter(|(value, _)| *value != own);
            keyed(others.map(|(value, words)| (value.clone(), view! { <option value=value.clone()>{words.clone()}</option> }.into_any())))
        });
        view! {
            <Adjust which=which.clone() actions mentee mentor>
                <label class="field__label" for=id.clone()>{i18n.t(m::MATCH_RUNS_SWAP_WITH)}</label>
                <select class="select" id=id name="with">{options}</select>
                <button type="submit" class="button button--small" name="act" value="swap">
                    {i18n.t(m::MATCH_RUNS_SWAP)} <span class="visually-hidden">": " {both.get_value()}</span>
                </button>
            </Adjust>
        }
    });
    view! {
        <li class="card run-pair" data-key=own_key>
            <div class="run-pair__who">
                <Who face=pair.mentee.clone() />
                <Icon name="heart" />
                <Who face=pair.mentor.clone() />
                {pair.pinned.then(|| view! { <span class="badge badge--info">{i18n.t(m::MATCH_RUNS_KEPT)}</span> })}
            </div>
            <Reasons reasons=pair.reasons />
            {proposal}
            {refusal}
            <FitParts fit name=both.get_value() called=wording::match_runs::criterion />
            {(for_mentee.is_some() || for_mentor.is_some() || swap.is_some()).then(|| view! {
                <details class="disclosure">
                    <summary>{i18n.t(m::MATCH_RUNS_MORE)} <span class="visually-hidden">": " {both.get_value()}</span></summary>
                    <div class="disclosure__body stack stack--s">{for_mentee} {for_mentor} {swap}</div>
                </details>
            })}
            <div class="cluster cluster--apart">{buttons} {choose} {mentorship}</div>
        </li>
    }
}

/// Who would come next for somebody, each with a button that keeps that pair instead.
fn next(
    name: &str,
    others: Vec<NextView>,
    couple: impl Fn(PersonId) -> (PersonId, PersonId),
    which: &Which,
    actions: RunFormActions,
    draft: bool,
) -> Option<AnyView> {
    let i18n = use_i18n();
    let entry = |next: &NextView| {
        let words = match Certainty::of(next.known) {
            Certainty::Little => m::MATCH_RUNS_NEXT_ONE_LITTLE,
            Certainty::AtLeast => m::MATCH_RUNS_NEXT_ONE_LEAST,
            Certainty::All => m::MATCH_RUNS_NEXT_ONE,
        };
        i18n.f(words, &[("name", &next.name), ("score", &i18n.number(next.score.into()))])
    };
    let people: Vec<String> = others.iter().map(entry).collect();
    let words = i18n.f(m::MATCH_RUNS_NEXT_MENTORS, &[("name", name), ("people", &i18n.list(&people))]);
    let buttons = others
        .iter()
        .filter(|_| draft)
        .map(|next| {
            let (mentee, mentor) = couple(next.id);
            let other = next.name.clone();
            view! {
                <Adjust which=which.clone() actions mentee mentor>
                    <button type="submit" class="button button--small button--quiet" name="act" value="pin">
                        {i18n.t(m::MATCH_RUNS_PIN)} ": " {other}
                    </button>
                </Adjust>
            }
        })
        .collect_view();
    (!others.is_empty()).then(|| view! { <p class="small">{words}</p> <div class="cluster">{buttons}</div> }.into_any())
}

/// A small form about a pair; the button says what is done.
#[component]
pub(super) fn Adjust(which: Which, actions: RunFormActions, mentee: PersonId, mentor: PersonId, children: Children) -> impl IntoView {
    view! {
        <ActionForm action=actions.adjust class="cluster">
            <Hidden name="slug" value=which.slug />
            <Hidden name="number" value=which.number.to_string() />
            <Hidden name="mentee" value=mentee.to_string() />
            <Hidden name="mentor" value=mentor.to_string() />
            {children()}
        </ActionForm>
    }
}
