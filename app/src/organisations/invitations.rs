//! Inviting by mail or by link, and the invitations that are open.

use super::actions::MemberActions;
use crate::lang::use_i18n;
use crate::ui::form::{ActionForm, Choice, Form, Hidden, Select, Submit, TextArea};
use crate::ui::{CopyField, keyed};
use domain::organisations::OrgRole;
use domain::organisations::views::InvitationRow;
use i18n::m;
use leptos::prelude::*;

/// The two ways to invite.
#[component]
pub(super) fn Inviting(slug: String, role: OrgRole, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = StoredValue::new(slug);
    let roles = [OrgRole::Member, OrgRole::Admin, OrgRole::Owner].into_iter().filter(|r| *r != OrgRole::Owner || role == OrgRole::Owner);
    let options: Vec<Choice> = roles.map(|r| Choice::new(r.as_str(), i18n.t(wording::organisations::role(r)))).collect();
    view! {
        <section class="card card--flat stack">
            <h2 class="card__title">{i18n.t(m::ORGANISATIONS_INVITE)}</h2>
            <Form action=actions.mail reset=true done=i18n.t(m::ORGANISATIONS_INVITED)>
                <Hidden name="org" value=slug.get_value() />
                <TextArea name="emails" label=i18n.t(m::ORGANISATIONS_EMAILS) hint=i18n.t(m::ORGANISATIONS_EMAILS_HINT) required=true rows=3 />
                <Select name="role" label=i18n.t(m::ORGANISATIONS_AS_ROLE) options required=true />
                <div class="form__actions"><Submit label=i18n.t(m::ORGANISATIONS_SEND_INVITATIONS) /></div>
            </Form>
            <Form action=actions.link class="stack stack--s">
                <p class="muted">{i18n.t(m::ORGANISATIONS_LINK_WHAT)}</p>
                <Hidden name="org" value=slug.get_value() />
                <div class="cluster"><Submit label=i18n.t(m::ORGANISATIONS_MAKE_LINK) class="button" /></div>
            </Form>
        </section>
    }
}

/// What is open, with revoking and sending again.
#[component]
pub(super) fn OpenInvitations(slug: String, invitations: Vec<InvitationRow>, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    (!invitations.is_empty()).then(|| {
        let rows =
            keyed(invitations.into_iter().map(|row| (row.id.to_string(), view! { <Open slug=slug.clone() row actions /> }.into_any())));
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::ORGANISATIONS_INVITATIONS)}</h2></div>
                <ul class="list">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Open(slug: String, row: InvitationRow, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    let (slug, id) = (StoredValue::new(slug), StoredValue::new(row.id.to_string()));
    let by_mail = row.email.is_some();
    let title = StoredValue::new(row.email.unwrap_or_else(|| i18n.t(m::ORGANISATIONS_BY_LINK).to_owned()));
    let link = row.link.map(|link| view! { <CopyField value=link label=i18n.t(m::ORGANISATIONS_BY_LINK) /> });
    let again = by_mail.then(|| {
        view! {
            <Form action=actions.again class="cluster" done=i18n.t(m::ORGANISATIONS_SENT_AGAIN)>
                <Hidden name="org" value=slug.get_value() />
                <Hidden name="invitation" value=id.get_value() />
                <button type="submit" class="button button--small">
                    {i18n.t(m::ORGANISATIONS_SEND_AGAIN)} <span class="visually-hidden">": " {title.get_value()}</span>
                </button>
            </Form>
        }
    });
    view! {
        <li class="list__item participant">
            <span class="list__title">{title.get_value()}</span>
            {link}
            <p class="card__meta">
                <span class="badge badge--quiet">{i18n.t(wording::organisations::role(row.role))}</span>
                <span>{i18n.f(m::ORGANISATIONS_UNTIL, &[("date", &row.until)])}</span>
            </p>
            <div class="cluster">
                {again}
                <ActionForm action=actions.revoke>
                    <Hidden name="org" value=slug.get_value() />
                    <Hidden name="invitation" value=id.get_value() />
                    <button type="submit" class="button button--small button--quiet">
                        {i18n.t(m::ORGANISATIONS_REVOKE)} <span class="visually-hidden">": " {title.get_value()}</span>
                    </button>
                </ActionForm>
            </div>
        </li>
    }
}
