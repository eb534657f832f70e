//! What every section of the profile has: its name at the side, its form with the mark of what it was filled with, its button.

use super::section_saved;
use crate::AppError;
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Form, FormAction, Hidden, Post, Submit, use_form};
use domain::people::Missing;
use domain::people::views::{ChangedElsewhere, Saved};
use domain::shared::Named;
use i18n::{Key, m};
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// A section, with its name at the side.
#[component]
pub(super) fn Part(title: Key, about: Key, children: Children) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="settings__section">
            <div class="settings__about">
                <h2>{i18n.t(title)}</h2>
                <p>{i18n.t(about)}</p>
            </div>
            {children()}
        </section>
    }
}

/// The action of a section's form: whichever section it is, the answer is [`Saved`].
#[derive(Clone, Copy, Debug)]
pub(super) struct SaveAction(Post);

impl<S: ServerFn<Output = Saved, Error = AppError>> From<FormAction<S>> for SaveAction {
    fn from(action: FormAction<S>) -> Self {
        Self(action.post())
    }
}

/// A section's form. Each save brings the mark for the next one, and what is still missing in the profile.
#[component]
pub(super) fn SectionForm(
    /// The action of one of the server functions that save a section.
    #[prop(into)]
    action: SaveAction,
    mark: String,
    missing: RwSignal<Vec<Missing>>,
    children: Children,
) -> impl IntoView {
    let SaveAction(action) = action;
    let i18n = use_i18n();
    let saved = move || action.answer::<Saved>().and_then(Result::ok);
    // Without JavaScript what went wrong comes with the page, and the mark is that page's.
    let first = use_flash(action.url()).and_then(|flash| flash.error).as_ref().and_then(changed_elsewhere);
    let version = action.version();
    let elsewhere =
        Memo::new(move |_| if version.get() == 0 { first.clone() } else { action.error().as_ref().and_then(changed_elsewhere) });
    let mark = Memo::new(move |before: Option<&String>| {
        let told = saved().map(|saved| saved.mark).or_else(|| elsewhere.get().filter(|_| version.get() > 0).map(|now| now.mark));
        told.unwrap_or_else(|| before.cloned().unwrap_or_else(|| mark.clone()))
    });
    Effect::new(move |_| {
        if let Some(saved) = saved() {
            missing.set(saved.missing);
            section_saved(action.url());
        }
    });
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true section=true>
            <Elsewhere changed=elsewhere />
            <Hidden name="mark" value=mark />
            {children()}
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </Form>
    }
}

/// What was changed elsewhere, when that is what the error is.
fn changed_elsewhere(error: &AppError) -> Option<ChangedElsewhere> {
    match error {
        AppError::Conflict(json) => serde_json::from_str(json).ok(),
        _ => None,
    }
}

/// Says which fields were changed elsewhere while these were typed, and that the next save counts. Takes the focus when it
/// appears: the button that was pressed is a long way down.
#[component]
fn Elsewhere(changed: Memo<Option<ChangedElsewhere>>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if changed.with(Option::is_some)
            && let Some(div) = node.get()
        {
            let _ = div.focus();
        }
    });
    move || {
        changed.get().map(|changed| {
            let fields: Vec<String> = changed.fields.iter().filter_map(|name| form.label(name)).collect();
            let which =
                (!fields.is_empty()).then(|| view! { <p>{i18n.f(m::PEOPLE_ELSEWHERE_FIELDS, &[("fields", &i18n.list(&fields))])}</p> });
            view! {
                <div tabindex="-1" node_ref=node>
                    <Notice kind="bad">
                        <p>{i18n.t(m::PEOPLE_ELSEWHERE)}</p>
                        {which}
                        <p><a href="/profile" target="_blank" rel="external">{i18n.t(m::PEOPLE_ELSEWHERE_LOOK)}</a></p>
                    </Notice>
                </div>
            }
        })
    }
}

/// The values of a table, to choose from.
pub(super) fn options(named: Vec<Named>) -> Vec<crate::ui::form::Choice> {
    named.into_iter().map(|(value, label)| crate::ui::form::Choice::new(value, label)).collect()
}
