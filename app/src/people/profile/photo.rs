//! The photo: putting one up, and taking it away. A fresh page follows, because one's face is on every page; what else the form
//! holds is sent along and stands there again.

use crate::lang::use_i18n;
use crate::people::{RemovePhoto, SetPhoto};
use crate::ui::Avatar;
use crate::ui::form::{FileField, PICTURES, SavedBy};
use domain::{PersonId, PictureId};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The id of the button that sends the picture.
const SEND: &str = "use-picture";

#[component]
pub(super) fn PhotoFields(id: PersonId, name: String, picture: Option<PictureId>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SavedBy urls=[SetPhoto::url(), RemovePhoto::url()] />
        <div class="photo">
            <Avatar id name picture size="xl" />
            <div class="photo__choice">
                <FileField name="picture" label=i18n.t(m::PEOPLE_PHOTO_LABEL) hint=i18n.t(m::PEOPLE_PHOTO_HINT) accept=PICTURES />
                <div class="form__actions">
                    <button type="submit" id=SEND class="button" formaction=SetPhoto::url() formenctype="multipart/form-data">
                        {i18n.t(m::PEOPLE_PHOTO_SAVE)}
                    </button>
                    {picture
                        .is_some()
                        .then(|| {
                            view! {
                                <button type="submit" class="button button--quiet button--danger" formaction=RemovePhoto::url()>
                                    {i18n.t(m::PEOPLE_PHOTO_REMOVE)}
                                </button>
                            }
                        })}
                </div>
            </div>
        </div>
    }
}

/// Sends a picture that was chosen, when all else has been saved.
pub(super) fn send_chosen() {
    let field = document().get_element_by_id("picture").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let button = document().get_element_by_id(SEND).and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button.filter(|_| field.is_some_and(|field| !field.value().is_empty())) {
        button.click();
    }
}
