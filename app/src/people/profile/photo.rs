//! The photo: putting one up, and taking it away. A fresh page follows, because one's face is on every page.

use crate::lang::use_i18n;
use crate::people::{RemovePhoto, SetPhoto};
use crate::ui::Avatar;
use crate::ui::form::{FileField, PICTURES, PlainForm, SavedBy, Submit};
use domain::{PersonId, PictureId};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub(super) fn PhotoForms(id: PersonId, name: String, picture: Option<PictureId>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="stack">
            <SavedBy urls=[SetPhoto::url(), RemovePhoto::url()] />
            <div class="photo">
                <Avatar id name picture size="xl" />
                <PlainForm url=SetPhoto::url() enctype="multipart/form-data">
                    <FileField name="picture" label=i18n.t(m::PEOPLE_PHOTO_LABEL) hint=i18n.t(m::PEOPLE_PHOTO_HINT) accept=PICTURES />
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
