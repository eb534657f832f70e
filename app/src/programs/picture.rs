//! A program's picture: putting one up, and taking it away. A fresh page follows.

use super::{RemovePicture, SetPicture};
use crate::lang::use_i18n;
use crate::ui::form::{FileField, Hidden, PICTURES, PlainForm, SavedBy, Submit};
use domain::PictureId;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

#[component]
pub(super) fn PictureForms(slug: String, picture: Option<PictureId>) -> impl IntoView {
    let i18n = use_i18n();
    let address = slug.clone();
    let shown = picture.map(|id| {
        view! {
            <img class="program__banner" src=format!("/pictures/{id}") alt="" width="1200" height="630" />
            <PlainForm url=RemovePicture::url()>
                <Hidden name="slug" value=address />
                <Submit label=i18n.t(m::PROGRAMS_PICTURE_REMOVE) class="button button--quiet button--danger" />
            </PlainForm>
        }
    });
    view! {
        <div class="stack">
            <SavedBy urls=[SetPicture::url(), RemovePicture::url()] />
            {shown}
            <PlainForm url=SetPicture::url() enctype="multipart/form-data">
                <Hidden name="slug" value=slug />
                <FileField name="picture" label=i18n.t(m::PROGRAMS_PICTURE_LABEL) accept=PICTURES />
                <div class="form__actions">
                    <Submit label=i18n.t(m::PROGRAMS_PICTURE_SAVE) class="button" />
                </div>
            </PlainForm>
        </div>
    }
}
