//! One member in the list, with role and removal.

use super::actions::MemberActions;
use crate::lang::use_i18n;
use crate::ui::Avatar;
use crate::ui::form::{ActionForm, Hidden};
use domain::organisations::OrgRole;
use domain::organisations::views::MemberRow;
use i18n::m;
use leptos::prelude::*;

/// A member. `role` is the reader's own: only owners make owners.
#[component]
pub(super) fn MemberItem(slug: String, member: MemberRow, role: OrgRole, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    let href = format!("/people/{}", member.face.id);
    let me = member.me.then(|| view! { <span class="badge badge--info">{i18n.t(m::ORGANISATIONS_YOU)}</span> });
    let coordinates = (!member.coordinates.is_empty())
        .then(|| view! { <span>{i18n.f(m::ORGANISATIONS_COORDINATES, &[("programs", &i18n.list(&member.coordinates))])}</span> });
    let changing = member.mine_to_change.then(|| view! { <Changing slug member=member.clone() role actions /> });
    view! {
        <li class="list__item participant">
            <div class="person">
                <Avatar id=member.face.id name=member.face.name.clone() picture=member.face.picture size="m" />
                <span class="person__text">
                    <a class="person__name" href=href dir="auto">{member.face.name.clone()}</a>
                    <span class="person__headline" dir="auto">{member.face.headline.clone()}</span>
                    <span class="person__headline">{member.email.clone()}</span>
                </span>
            </div>
            <p class="card__meta">
                <span class="badge badge--quiet">{i18n.t(wording::organisations::role(member.role))}</span>
                {me}
                <span>{i18n.f(m::ORGANISATIONS_SINCE, &[("date", &member.since)])}</span>
                {coordinates}
            </p>
            {changing}
        </li>
    }
}

#[component]
fn Changing(slug: String, member: MemberRow, role: OrgRole, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    let (slug, person, name) = (StoredValue::new(slug), StoredValue::new(member.face.id.to_string()), StoredValue::new(member.face.name));
    let options = OrgRole::ALL
        .iter()
        .filter(|r| **r != OrgRole::Owner || role == OrgRole::Owner)
        .map(|r| {
            let selected = *r == member.role;
            view! { <option value=r.as_str() selected=selected>{i18n.t(wording::organisations::role(*r))}</option> }
        })
        .collect_view();
    let label = i18n.f(m::ORGANISATIONS_ROLE_OF, &[("name", &name.get_value())]);
    view! {
        <div class="participant__acts">
            <ActionForm action=actions.role class="cluster">
                <Hidden name="org" value=slug.get_value() />
                <Hidden name="person" value=person.get_value() />
                <select class="select input--short" name="role" aria-label=label>{options}</select>
                <button type="submit" class="button button--small button--quiet">
                    {i18n.t(m::ORGANISATIONS_SAVE_ROLE)} <span class="visually-hidden">": " {name.get_value()}</span>
                </button>
            </ActionForm>
            <details class="disclosure">
                <summary>{i18n.t(m::ORGANISATIONS_REMOVE)} <span class="visually-hidden">": " {name.get_value()}</span></summary>
                <div class="disclosure__body">
                    <ActionForm action=actions.remove class="stack stack--s">
                        <p>{i18n.t(m::ORGANISATIONS_REMOVE_WHAT)}</p>
                        <Hidden name="org" value=slug.get_value() />
                        <Hidden name="person" value=person.get_value() />
                        <div class="cluster">
                            <button type="submit" class="button button--small button--danger">
                                {i18n.t(m::ORGANISATIONS_REMOVE)} <span class="visually-hidden">": " {name.get_value()}</span>
                            </button>
                        </div>
                    </ActionForm>
                </div>
            </details>
        </div>
    }
}
