//! One list of wishes: moved and taken out in place.

use super::{RemoveRank, ShiftRank, WishActs};
use crate::lang::use_i18n;
use crate::ui::form::{ActionError, ActionForm, FormAction, Hidden, Post};
use crate::ui::{Avatar, Icon};
use domain::PersonId;
use domain::goals::Direction;
use domain::ranks::views::{WishList, Wished};
use domain::ranks::{RANKS_MAX, RankSide};
use i18n::m;
use leptos::prelude::*;

/// What can be done to one list, and what it is by now.
#[derive(Clone, Copy)]
pub(super) struct Acts {
    side: RankSide,
    slug: StoredValue<String>,
    /// Whether the list can be changed.
    open: bool,
    list: RwSignal<Vec<Wished>>,
    pub wish: WishActs,
    remove: FormAction<RemoveRank>,
    shift: FormAction<ShiftRank>,
}

impl Acts {
    /// For a list as the page brought it.
    pub fn new(side: RankSide, slug: StoredValue<String>, open: bool, list: Vec<Wished>) -> Self {
        let ids = |list: &[Wished]| list.iter().map(|wished| wished.face.id).collect::<Vec<_>>();
        let wish = WishActs { add: FormAction::new(), list: RwSignal::new(Some(ids(&list))) };
        let acts = Self { side, slug, open, list: RwSignal::new(list), wish, remove: FormAction::new(), shift: FormAction::new() };
        let take = move |answer: Option<Result<WishList, crate::AppError>>| {
            if let Some(Ok(now)) = answer {
                acts.wish.list.set(Some(ids(&now.people)));
                acts.list.set(now.people);
            }
        };
        let answers: [Post; 3] = [acts.wish.add.post(), acts.remove.post(), acts.shift.post()];
        for post in answers {
            Effect::new(move |_| take(post.answer()));
        }
        acts
    }
}

/// The list.
#[component]
pub(super) fn Wishes(
    acts: Acts,
    /// What it is called.
    title: &'static str,
    /// What it says when nobody is in it.
    empty: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let ids = Memo::new(move |_| acts.list.with(|list| list.iter().map(|wished| wished.face.id).collect::<Vec<_>>()));
    let heading = format!("{}-title", acts.side);
    let labelled = heading.clone();
    view! {
        <section class="section" aria-labelledby=labelled>
            <div class="section__head"><h2 id=heading>{title}</h2></div>
            <ActionError action=acts.wish.add />
            <ActionError action=acts.shift />
            <ActionError action=acts.remove />
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="muted">{empty}</p> })}
            <ol class="list" role="list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <Row acts id />
                </For>
            </ol>
            {move || {
                let full = acts.open && ids.with(|ids| ids.len() >= RANKS_MAX);
                full.then(|| view! { <p class="muted">{i18n.t(m::RANKS_FULL)}</p> })
            }}
        </section>
    }
}

/// One wish. The row stays while its place changes, so that the focus stays where it is.
#[component]
fn Row(acts: Acts, id: PersonId) -> impl IntoView {
    let i18n = use_i18n();
    let wished = acts.list.with_untracked(|list| list.iter().find(|wished| wished.face.id == id).cloned())?;
    let place =
        Memo::new(move |_| acts.list.with(|list| (list.iter().position(|wished| wished.face.id == id).unwrap_or_default(), list.len())));
    let number = move || i18n.number(i64::try_from(place.get().0 + 1).unwrap_or_default());
    let Wished { face, paused } = wished;
    let name = StoredValue::new(face.name.clone());
    let buttons = acts.open.then(|| {
        view! {
            <div class="list__end">
                <Move acts id name direction=Direction::Up disabled=Signal::derive(move || place.get().0 == 0) />
                <Move acts id name direction=Direction::Down disabled=Signal::derive(move || place.get().0 + 1 >= place.get().1) />
                <ActionForm action=acts.remove>
                    <Fields acts id />
                    <button
                        type="submit"
                        class="icon-button icon-button--small"
                        aria-label=i18n.f(m::RANKS_REMOVE, &[("name", &name.get_value())])
                    >
                        <Icon name="trash" />
                    </button>
                </ActionForm>
            </div>
        }
    });
    Some(view! {
        <li class="list__item">
            <span class="count">{number}</span>
            <div class="person">
                <Avatar id name=face.name.clone() picture=face.picture />
                <span class="person__text">
                    <a class="person__name" href=format!("/people/{id}") dir="auto">{face.name.clone()}</a>
                    {face.headline.map(|headline| view! { <span class="person__headline" dir="auto">{headline}</span> })}
                </span>
            </div>
            {paused.then(|| view! { <span class="badge badge--quiet">{i18n.t(m::ENROLMENTS_STATUS_PAUSED)}</span> })}
            {buttons}
        </li>
    })
}

/// Whose list it is about, and whom.
#[component]
fn Fields(acts: Acts, id: PersonId) -> impl IntoView {
    view! {
        <Hidden name="slug" value=acts.slug.get_value() />
        <Hidden name="side" value=acts.side.to_string() />
        <Hidden name="person" value=id.to_string() />
    }
}

#[component]
fn Move(acts: Acts, id: PersonId, name: StoredValue<String>, direction: Direction, disabled: Signal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (icon, key) = match direction {
        Direction::Up => ("arrow-up", m::RANKS_MOVE_UP),
        Direction::Down => ("arrow-down", m::RANKS_MOVE_DOWN),
    };
    view! {
        <ActionForm action=acts.shift>
            <Fields acts id />
            <Hidden name="direction" value=direction.to_string() />
            <button
                type="submit"
                class="icon-button icon-button--small"
                disabled=move || disabled.get()
                aria-label=i18n.f(key, &[("name", &name.get_value())])
            >
                <Icon name=icon />
            </button>
        </ActionForm>
    }
}
