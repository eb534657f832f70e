//! Settings: name, language and time zone, address, password, devices, colours, one's data, leaving.

mod basics;
mod devices;
mod email;
mod leaving;
mod password;

use super::{ChangeEmail, ChangePassword, SignOutDevice, SignOutOthers, load_settings};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::FormAction;
use crate::ui::{Loaded, Notice, PageHead, done};
use basics::{AppearanceForm, BasicsForm};
use devices::DeviceList;
use domain::accounts::AccountSettings;
use email::EmailSection;
use i18n::m;
use leaving::{CopySection, KeepNotice, LeaveSection};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};
use password::PasswordForm;

/// What can be done here without a fresh page.
#[derive(Clone, Copy)]
struct Actions {
    email: FormAction<ChangeEmail>,
    password: FormAction<ChangePassword>,
    device: FormAction<SignOutDevice>,
    others: FormAction<SignOutOthers>,
}

/// `/settings`; `done` says what led here.
#[derive(Debug)]
pub struct SettingsPage;

#[lazy_route]
impl LazyRoute for SettingsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let actions =
            Actions { email: FormAction::new(), password: FormAction::new(), device: FormAction::new(), others: FormAction::new() };
        let changes = [actions.email.post(), actions.password.post(), actions.device.post(), actions.others.post()];
        let data = Data::new(|| (), |()| load_settings()).after(done(&changes));
        let done = use_query_map().read_untracked().get("done");
        let word = match done.as_deref() {
            Some("confirmed") => Some(m::ACCOUNTS_CONFIRMED),
            Some("saved") => Some(m::COMMON_SAVED),
            Some("staying") => Some(m::LEAVING_KEPT),
            _ => None,
        };
        view! {
            <PageHead title=i18n.t(m::NAV_SETTINGS) />
            <div class="stack stack--l">
                {word.map(|w| view! { <Notice kind="ok">{i18n.t(w)}</Notice> })}
                <Loaded data=data children=move |settings| view! { <Sections settings actions /> } />
            </div>
        }
        .into_any()
    }
}

#[component]
fn Sections(settings: AccountSettings, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let AccountSettings { basics, email, pending_email, devices, leaving } = settings;
    let keep = leaving.on.clone().map(|on| view! { <KeepNotice on /> });
    view! {
        {keep}
        <div class="settings">
            <Section title=i18n.t(m::ACCOUNTS_BASICS_TITLE) about=i18n.t(m::ACCOUNTS_BASICS_ABOUT)>
                <BasicsForm basics />
            </Section>
            <Section title=i18n.t(m::ACCOUNTS_APPEARANCE_TITLE) about=i18n.t(m::ACCOUNTS_APPEARANCE_ABOUT)>
                <AppearanceForm />
            </Section>
            <Section title=i18n.t(m::ACCOUNTS_EMAIL) about=i18n.t(m::ACCOUNTS_EMAIL_ABOUT)>
                <EmailSection email pending_email change=actions.email />
            </Section>
            <Section title=i18n.t(m::ACCOUNTS_PASSWORD) about=i18n.t(m::ACCOUNTS_PASSWORD_ABOUT)>
                <PasswordForm action=actions.password />
            </Section>
            <Section title=i18n.t(m::ACCOUNTS_DEVICES_TITLE) about=i18n.t(m::ACCOUNTS_DEVICES_ABOUT)>
                <DeviceList devices device=actions.device others=actions.others />
            </Section>
            <Section title=i18n.t(m::ORGANISATIONS_NEW_TITLE) about=i18n.t(m::ORGANISATIONS_NEW_LEAD)>
                <p><a class="button" href="/admin/new">{i18n.t(m::ORGANISATIONS_CREATE)}</a></p>
            </Section>
            <Section title=i18n.t(m::LEAVING_COPY_TITLE) about=i18n.t(m::LEAVING_COPY_ABOUT)>
                <CopySection />
            </Section>
            <Section title=i18n.t(m::LEAVING_TITLE) about=i18n.t(m::LEAVING_ABOUT)>
                <LeaveSection leaving />
            </Section>
        </div>
    }
}

/// One part of the settings, with its name at the side.
#[component]
fn Section(title: &'static str, about: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="settings__section">
            <div class="settings__about">
                <h2>{title}</h2>
                <p>{about}</p>
            </div>
            {children()}
        </section>
    }
}
