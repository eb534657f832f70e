//! The proposals on somebody's day, each with its answer, as HTML.

#![cfg(feature = "ssr")]

use super::answering::Actions;
use super::answering::Answering;
use crate::lang::use_i18n;
use crate::shared::Reasons;
use crate::ui::form::{ActionError, ActionForm, Hidden};
use crate::ui::{Avatar, Icon};
use domain::proposals::views::{ProposalCard, ProposalSide};
use i18n::m;
use leptos::prelude::*;

/// The section; nothing when nobody is proposed.
#[component]
pub fn Proposed(
    /// The proposals, those with the least time first.
    cards: Vec<ProposalCard>,
) -> impl IntoView {
    let i18n = use_i18n();
    let actions = Actions::new();
    let any = !cards.is_empty();
    // A field's id is its name: the form of a no is here when there is one, else it is on the proposal's own page.
    let alone = cards.iter().filter(|card| card.my_turn).count() == 1;
    let errors = (!alone).then(|| view! { <ActionError action=actions.yes /> });
    let rows = cards
        .into_iter()
        .map(|card| {
            let key = card.id.to_string();
            view! { <li data-key=key><Card card alone actions /></li> }
        })
        .collect_view();
    any.then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PROPOSALS_HOME)}</h2></div>
                {errors}
                <ul class="stack" role="list">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Card(card: ProposalCard, alone: bool, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let ProposalCard { id, program, side, other, reasons, state, my_turn } = card;
    let words = if side == ProposalSide::Mentor { m::PROPOSALS_AS_MENTEE } else { m::PROPOSALS_AS_MENTOR };
    let name = other.name.clone();
    let href = format!("/proposals/{id}");
    let page = href.clone();
    let answer = if my_turn && alone {
        view! { <Answering id=id.to_string() name=name.clone() yes=true no=true refused=None actions /> }.into_any()
    } else if my_turn {
        let (of_yes, of_no) = (name.clone(), name.clone());
        view! {
            <div class="cluster">
                <ActionForm action=actions.yes>
                    <Hidden name="proposal" value=id.to_string() />
                    <button type="submit" class="button button--primary">
                        {i18n.t(m::PROPOSALS_YES)} <span class="visually-hidden">": " {of_yes}</span>
                    </button>
                </ActionForm>
                <a class="button button--quiet" href=page>{i18n.t(m::PROPOSALS_NO)} <span class="visually-hidden">": " {of_no}</span></a>
            </div>
        }
        .into_any()
    } else {
        let of = name.clone();
        view! { <a class="button button--small" href=page>{i18n.t(m::PROPOSALS_LOOK)} <span class="visually-hidden">": " {of}</span></a> }
            .into_any()
    };
    view! {
        <article class="card proposal">
            <p class="card__meta">{i18n.t(m::PROPOSALS_TITLE)}</p>
            <div class="person">
                <Avatar id=other.id name=other.name.clone() picture=other.picture />
                <div class="person__text">
                    <h3 class="card__title"><a href=href>{i18n.f(words, &[("name", &name)])}</a></h3>
                    <p class="card__meta" dir="auto">{program.name}</p>
                </div>
            </div>
            <Reasons reasons />
            <p class="turn" class:turn--mine=my_turn><Icon name="clock" class="icon--s" /><span>{state}</span></p>
            {answer}
        </article>
    }
}
