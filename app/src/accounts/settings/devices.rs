//! Where the person is signed in.

use crate::accounts::{SignOutDevice, SignOutOthers};
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{ActionForm, Form, FormAction, Hidden, Submit};
use domain::accounts::Device;
use i18n::m;
use leptos::prelude::*;

/// The devices, each with a button that signs it out, and one button for all others.
#[component]
pub(super) fn DeviceList(devices: Vec<Device>, device: FormAction<SignOutDevice>, others: FormAction<SignOutOthers>) -> impl IntoView {
    let i18n = use_i18n();
    let several = devices.len() > 1;
    let rows = devices.into_iter().map(|d| view! { <DeviceRow shown=d action=device /> }).collect_view();
    view! {
        <div class="stack">
            <ul class="list" role="list">{rows}</ul>
            {several
                .then(|| {
                    view! {
                        <Form action=others done=i18n.t(m::ACCOUNTS_OTHERS_SIGNED_OUT)>
                            <div class="form__actions">
                                <Submit label=i18n.t(m::ACCOUNTS_SIGN_OUT_OTHERS) class="button" />
                            </div>
                        </Form>
                    }
                })}
        </div>
    }
}

#[component]
fn DeviceRow(shown: Device, action: FormAction<SignOutDevice>) -> impl IntoView {
    let i18n = use_i18n();
    let Device { id, name, handheld, address, last_seen, current } = shown;
    let named = name.clone();
    let (about, end) = if current {
        (view! { <bdi>{address}</bdi> }.into_any(), view! { <span class="badge badge--ok">{last_seen}</span> }.into_any())
    } else {
        let form = view! {
            <ActionForm action=action>
                <Hidden name="session" value=id.to_string() />
                <button type="submit" class="button button--small">
                    {i18n.t(m::ACCOUNTS_SIGN_OUT_THERE)}
                    <span class="visually-hidden">": " {named}</span>
                </button>
            </ActionForm>
        };
        (view! { <bdi>{address}</bdi> " · " {last_seen} }.into_any(), form.into_any())
    };
    view! {
        <li class="list__item">
            <Icon name=if handheld { "device" } else { "monitor" } />
            <div class="list__main">
                <p class="list__title">{name}</p>
                <p class="list__meta">{about}</p>
            </div>
            <span class="list__end">{end}</span>
        </li>
    }
}
