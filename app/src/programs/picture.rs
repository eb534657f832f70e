//! A program's picture: putting one up, and taking it away. A fresh page follows.

use super::{RemovePicture, SetPicture};
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{FieldFrame, Hidden, PlainForm, Submit, described_by, use_form};
use domain::PictureId;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What can be read on the server; browsers offer only such files.
const KINDS: &str = "image/jpeg,image/png,image/webp,image/gif";

#[component]
pub(super) fn PictureForms(slug: String, picture: Option<PictureId>) -> impl IntoView {
    let i18n = use_i18n();
    let done = [SetPicture::url(), RemovePicture::url()].into_iter().any(|url| use_flash(url).is_some_and(|flash| flash.error.is_none()));
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
            {done.then(|| view! { <Notice kind="ok">{i18n.t(m::COMMON_SAVED)}</Notice> })}
            {shown}
            <PlainForm url=SetPicture::url() enctype="multipart/form-data">
                <Hidden name="slug" value=slug />
                <PictureField />
                <div class="form__actions">
                    <Submit label=i18n.t(m::PROGRAMS_PICTURE_SAVE) class="button" />
                </div>
            </PlainForm>
        </div>
    }
}

#[component]
fn PictureField() -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let name = "picture";
    view! {
        <FieldFrame name label=i18n.t(m::PROGRAMS_PICTURE_LABEL).to_owned() hint=None required=true>
            <input
                class="input"
                type="file"
                id=name
                name=name
                accept=KINDS
                aria-invalid=move || form.problem(name).map(|_| "true")
                aria-describedby=described_by(name, false)
            />
        </FieldFrame>
    }
}
