//! The button that adds somebody to one's wishes; once they are in, the place that they have. Without JavaScript the page comes
//! again and says the same. All buttons of a list share one form.

use super::AddRank;
use crate::lang::use_i18n;
use crate::ui::form::{ActionForm, FormAction, HiddenAll};
use crate::ui::icon;
use domain::PersonId;
use domain::ranks::RankSide;
use domain::ranks::views::CardWish;
use i18n::m;
use leptos::prelude::*;
use maud::html;

/// What all buttons of a page share.
#[derive(Clone, Copy)]
pub struct WishActs {
    /// Adds somebody.
    pub add: FormAction<AddRank>,
    /// The list as it is by now, once something has changed it.
    pub list: RwSignal<Option<Vec<PersonId>>>,
}

impl WishActs {
    /// For a page whose lists change by adding alone.
    pub fn new() -> Self {
        let (add, list) = (FormAction::<AddRank>::new(), RwSignal::new(None));
        Effect::new(move |_| {
            if let Some(Ok(now)) = add.answer() {
                list.set(Some(now.people.iter().map(|wished| wished.face.id).collect()));
            }
        });
        Self { add, list }
    }
}

/// The form that the buttons of one list send, for once on a page.
#[component]
pub fn WishForm(
    acts: WishActs,
    /// The program's name in addresses.
    slug: String,
    /// The list that it is about.
    side: RankSide,
) -> impl IntoView {
    view! {
        <ActionForm action=acts.add id=form_id(side) hidden=true>
            <HiddenAll values=[("slug", slug), ("side", side.to_string())] />
        </ActionForm>
    }
}

fn form_id(side: RankSide) -> String {
    format!("wish-{side}")
}

/// The button, the place, or why there is none.
#[component]
pub fn WishButton(
    acts: WishActs,
    /// The list that it is about; its form is elsewhere on the page.
    side: RankSide,
    /// Whom one may wish for.
    id: PersonId,
    /// Their name.
    name: String,
    /// How it was when the page was made.
    before: CardWish,
) -> impl IntoView {
    let i18n = use_i18n();
    let words = html! { (icon("star", "icon--s")) (i18n.t(m::RANKS_ADD)) span class="visually-hidden" { ": " (name) } }.into_string();
    let now = move || acts.list.with(|list| list.as_ref().map_or(before, |list| CardWish::of(list, id)));
    (before != CardWish::No).then_some(move || match now() {
        CardWish::No => ().into_any(),
        CardWish::Place(place) => {
            let words = i18n.f(m::RANKS_PLACE, &[("place", &i18n.number(place.into()))]);
            view! { <p class="cluster"><span class="badge badge--info">{words}</span></p> }.into_any()
        }
        CardWish::Full => view! { <p class="muted small">{i18n.t(m::RANKS_CARD_FULL)}</p> }.into_any(),
        CardWish::May => view! {
            <button
                type="submit"
                class="button button--small"
                form=form_id(side)
                name="person"
                value=id.to_string()
                inner_html=words.clone()
            ></button>
        }
        .into_any(),
    })
}
