//! What narrows a list: a plain form that asks for an address, so that it works without JavaScript and can be sent to others.

use crate::lang::use_i18n;
use crate::ui::{Icon, anew};
use i18n::m;
use leptos::prelude::*;
use maud::html;

/// A field for words.
#[derive(Clone, Debug)]
pub struct Search {
    /// The parameter of the address.
    pub name: &'static str,
    /// What is searched.
    pub label: &'static str,
    /// The words of now.
    pub words: String,
    /// So many characters at most.
    pub max: Option<&'static str>,
}

impl Search {
    /// A list's own search, `q`.
    #[must_use]
    pub const fn new(label: &'static str, words: String) -> Self {
        Self { name: "q", label, words, max: None }
    }
}

/// One of several values, or any.
#[derive(Clone, Debug)]
pub struct Pick {
    /// The parameter of the address, and the field's id.
    pub name: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// The values and their names; that of the empty value stands for any.
    pub options: Vec<(String, String)>,
    /// The value of now.
    pub chosen: String,
}

/// Above a list, in one row: words, choices, the button.
#[component]
pub fn FilterBar(
    /// The list's path; else the page's own.
    #[prop(optional, into)]
    action: Option<String>,
    /// What narrows the list besides and stays.
    #[prop(optional)]
    kept: Vec<(&'static str, String)>,
    /// The fields for words.
    #[prop(optional)]
    search: Vec<Search>,
    /// The choices.
    #[prop(optional)]
    picks: Vec<Pick>,
    /// The words on the button; else "Search".
    #[prop(optional)]
    submit: Option<&'static str>,
) -> impl IntoView {
    let i18n = use_i18n();
    // Another address is another form: what was typed for the one before isn't what this list shows.
    let values = kept.iter().map(|(_, value)| value).chain(search.iter().map(|one| &one.words)).chain(picks.iter().map(|one| &one.chosen));
    let key = values.map(String::as_str).collect::<Vec<_>>().join("\n");
    let role = (!search.is_empty()).then_some("search");
    let kept = kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let search = search.into_iter().map(|search| view! { <div class="filters__search"><SearchInput search /></div> }).collect_view();
    let picks = picks.into_iter().map(|pick| view! { <PickField pick /> }).collect_view();
    let form = view! {
        <form class="filters filters--row" role=role method="get" action=action>
            {kept} {search} {picks}
            <button class="button" type="submit">{submit.unwrap_or_else(|| i18n.t(m::COMMON_SEARCH))}</button>
        </form>
    };
    anew(key, form.into_any())
}

/// The field for words itself, with its icon.
#[component]
pub fn SearchInput(search: Search) -> impl IntoView {
    let Search { name, label, words, max } = search;
    view! {
        <Icon name="search" />
        <input class="input" type="search" name=name value=words aria-label=label placeholder=label maxlength=max />
    }
}

/// A choice with its label.
#[component]
pub fn PickField(pick: Pick) -> impl IntoView {
    let Pick { name, label, options, chosen } = pick;
    let options = html! {
        @for (value, words) in &options { option value=(value) selected[*value == chosen] { (words) } }
    };
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <select class="select" id=name name=name inner_html=options.into_string()></select>
        </div>
    }
}
