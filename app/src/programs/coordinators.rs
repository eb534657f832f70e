//! Who coordinates a program: faces, one field to name somebody, and a way to leave.

use super::{AddCoordinator, RemoveCoordinator};
use crate::lang::use_i18n;
use crate::ui::form::{ActionError, ActionForm, Form, FormAction, Hidden, Submit, TextField};
use crate::ui::{Avatar, Dialog, keyed};
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
    let address = StoredValue::new(slug.clone());
    let faces = coordinators.into_iter().map(|coordinator| {
        let face = coordinator.face;
        let (label, what) = if coordinator.me {
            (m::PROGRAMS_COORDINATOR_LEAVE, m::PROGRAMS_COORDINATOR_LEAVE_WHAT)
        } else {
            (m::COMMON_REMOVE, m::PROGRAMS_COORDINATOR_REMOVE_WHAT)
        };
        let question = StoredValue::new(i18n.f(what, &[("name", &face.name)]));
        let key = face.id.to_string();
        let id = StoredValue::new(key.clone());
        let row = view! {
            <li class="list__item">
                <div class="person">
                    <Avatar id=face.id name=face.name.clone() picture=face.picture />
                    <span class="person__text">
                        <a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name.clone()}</a>
                        {face.headline.map(|h| view! { <span class="person__headline" dir="auto">{h}</span> })}
                    </span>
                </div>
                <span class="list__end">
                    <Dialog
                        id=format!("coordinator-{}", face.id)
                        open_label=i18n.t(label)
                        of=face.name.clone()
                        button_class="button button--small button--quiet"
                        title=i18n.t(label)
                    >
                        <ActionForm action=remove class="stack">
                            <input type="hidden" name="slug" value=address.get_value() />
                            <input type="hidden" name="person" value=id.get_value() />
                            <p>{question.get_value()}</p>
                            <div><button class="button button--danger" type="submit">{i18n.t(label)}</button></div>
                        </ActionForm>
                    </Dialog>
                </span>
            </li>
        };
        (key, row.into_any())
    });
    let faces = keyed(faces);
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
