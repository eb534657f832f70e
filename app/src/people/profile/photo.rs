//! The photo: putting one up, and taking it away. A fresh page follows, because one's face is on every page.

use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::people::{RemovePhoto, SetPhoto};
use crate::ui::form::{FieldFrame, PlainForm, Submit, described_by, use_form};
use crate::ui::{Avatar, Notice};
use domain::{PersonId, PictureId};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What can be read on the server; browsers offer only such files.
const KINDS: &str = "image/jpeg,image/png,image/webp,image/gif";

#[component]
pub(super) fn PhotoForms(id: PersonId, name: String, picture: Option<PictureId>) -> impl IntoView {
    let i18n = use_i18n();
    let done = [SetPhoto::url(), RemovePhoto::url()].into_iter().any(|url| use_flash(url).is_some_and(|flash| flash.error.is_none()));
    view! {
        <div class="stack">
            {done.then(|| view! { <Notice kind="ok">{i18n.t(m::COMMON_SAVED)}</Notice> })}
            <div class="photo">
                <Avatar id name picture size="xl" />
                <PlainForm url=SetPhoto::url() enctype="multipart/form-data">
                    <PictureField />
                    <div class="form__actions">
                        <Submit label=i18n.t(m::PEOPLE_PHOTO_SAVE) />
                    </div>
                </PlainForm>
            </div>
            {picture
                .is_some()
                .then(|| {
                    view! {
                        <PlainForm url=RemovePhoto::url()>
                            <Submit label=i18n.t(m::PEOPLE_PHOTO_REMOVE) class="button button--quiet button--danger" />
                        </PlainForm>
                    }
                })}
        </div>
    }
}

#[component]
fn PictureField() -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let name = "picture";
    view! {
        <FieldFrame name label=i18n.t(m::PEOPLE_PHOTO_LABEL).to_owned() hint=Some(i18n.t(m::PEOPLE_PHOTO_HINT).to_owned()) required=true>
            <input
                class="input"
                type="file"
                id=name
                name=name
                accept=KINDS
                aria-invalid=move || form.problem(name).map(|_| "true")
                aria-describedby=described_by(name, true)
            />
        </FieldFrame>
    }
}
