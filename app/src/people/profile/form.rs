//! The form of the whole profile. It carries the mark of what it was filled with, and tells what was changed elsewhere meanwhile.
//!
//! The photo's buttons stand in this form, too, and send it to functions of their own: without JavaScript a browser sends what is in
//! the button's form and nothing else, and the page that follows shows it again (`app::server::BESIDE`).

use super::photo;
use crate::AppError;
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::people::{RemovePhoto, SaveProfile, SetPhoto};
use crate::ui::Notice;
use crate::ui::form::{Form, FormAction, Hidden, use_form};
use domain::people::Missing;
use domain::people::views::{ChangedElsewhere, Saved};
use i18n::m;
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The form. Each save brings the mark for the next one, and what is still missing in the profile.
#[component]
pub(super) fn ProfileForm(
    action: FormAction<SaveProfile>,
    mark: String,
    missing: RwSignal<Vec<Missing>>,
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let beside = vec![SetPhoto::url(), RemovePhoto::url()];
    // Without JavaScript what went wrong comes with the page, and so does the mark of what the fields that come back were filled with.
    let flash = beside.iter().copied().chain([SaveProfile::url()]).find_map(use_flash);
    let first = flash.as_ref().and_then(|flash| flash.error.as_ref()).and_then(changed_elsewhere);
    let returned = flash.and_then(|flash| flash.values.into_iter().find_map(|(name, value)| (name == "mark").then_some(value)));
    let mark = first.as_ref().map(|elsewhere| elsewhere.mark.clone()).or(returned).unwrap_or(mark);
    let saved = move || action.answer().and_then(Result::ok);
    let version = action.version();
    let elsewhere =
        Memo::new(move |_| if version.get() == 0 { first.clone() } else { action.error().as_ref().and_then(changed_elsewhere) });
    let mark = Memo::new(move |before: Option<&String>| {
        let told = saved().map(|saved: Saved| saved.mark).or_else(|| elsewhere.get().filter(|_| version.get() > 0).map(|now| now.mark));
        told.unwrap_or_else(|| before.cloned().unwrap_or_else(|| mark.clone()))
    });
    Effect::new(move |_| {
        if let Some(saved) = saved() {
            missing.set(saved.missing);
            photo::send_chosen();
        }
    });
    view! {
        <Form action class="stack stack--l" done=i18n.t(m::COMMON_SAVED) own_conflict=true beside>
            // The first button of a form is the one that Enter presses: not one of the photo's.
            <button type="submit" hidden></button>
            <Elsewhere changed=elsewhere />
            <Hidden name="mark" value=mark />
            {children()}
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
