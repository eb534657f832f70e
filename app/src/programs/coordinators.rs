//! Who coordinates a program: faces, one field to name somebody, and a way to leave.

use super::{AddCoordinator, RemoveCoordinator};
use crate::lang::use_i18n;
use crate::ui::Avatar;
use crate::ui::form::{ActionError, ActionForm, Form, FormAction, Hidden, Submit, TextField};
use domain::programs::views::Coordinator;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn Coordinators(
    slug: String,
    coordinators: Vec<Coordinator>,
    add: FormAction<AddCoordinator>,
    remove: FormAction<RemoveCoordinator>,
) -> impl IntoView {
    let i18n = use_i18n();
    let address = slug.clone();
    let faces = coordinators
        .into_iter()
        .map(|coordinator| {
            let (face, address) = (coordinator.face, address.clone());
            let label = if coordinator.me { m::PROGRAMS_COORDINATOR_LEAVE } else { m::COMMON_REMOVE };
            view! {
                <li class="list__item">
                    <div class="person">
                        <Avatar id=face.id name=face.name.clone() picture=face.picture />
                        <span class="person__text">
                            <a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name.clone()}</a>
                            {face.headline.map(|h| view! { <span class="person__headline" dir="auto">{h}</span> })}
                        </span>
                    </div>
                    <span class="list__end">
                        <ActionForm action=remove>
                            <input type="hidden" name="slug" value=address />
                            <input type="hidden" name="person" value=face.id.to_string() />
                            <button class="button button--small button--quiet" type="submit">
                                {i18n.t(label)} <span class="visually-hidden">": " {face.name}</span>
                            </button>
                        </ActionForm>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="stack">
            <ActionError action=remove />
            <ul class="list" role="list">{faces}</ul>
            <Form action=add done=i18n.t(m::COMMON_SAVED) reset=true>
                <Hidden name="slug" value=slug />
                <TextField name="email" label=i18n.t(m::PROGRAMS_COORDINATOR_EMAIL) hint=i18n.t(m::PROGRAMS_COORDINATOR_EMAIL_HINT) kind="email" required=true />
                <div class="form__actions">
                    <Submit label=i18n.t(m::PROGRAMS_COORDINATOR_ADD) class="button" />
                </div>
            </Form>
        </div>
    }
}
