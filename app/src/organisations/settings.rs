//! An organisation's name, address and text. When somebody else changed them meanwhile, both versions are shown.

use super::tabs::{OrgTab, OrgTabs};
use super::{LeaveOrganisation, SaveOrganisation, load_organisation};
use crate::AppError;
use crate::data::Data;
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit, TextArea, TextField, successes};
use crate::ui::{Dialog, Loaded, Notice, PageHead};
use domain::limits::{NAME_MAX, TEXT_MAX};
use domain::organisations::OrganisationVersions;
use domain::organisations::views::OrganisationSettings;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/settings`.
#[derive(Debug)]
pub struct SettingsPage;

#[lazy_route]
impl LazyRoute for SettingsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let query = use_query_map();
        let save = FormAction::<SaveOrganisation>::new();
        let leave = FormAction::<LeaveOrganisation>::new();
        let saved = successes(save);
        let source = move || (query.read().get("org").unwrap_or_default(), saved.get());
        let data = Data::new(source, |(org, _)| load_organisation(org));
        view! { <Loaded data let:settings> <SettingsView settings save leave /> </Loaded> }.into_any()
    }
}

/// The other one's version, from an error of the form.
fn versions(error: Option<&AppError>) -> Option<OrganisationVersions> {
    match error {
        Some(AppError::Conflict(json)) => serde_json::from_str(json).ok(),
        _ => None,
    }
}

#[component]
fn SettingsView(settings: OrganisationSettings, save: FormAction<SaveOrganisation>, leave: FormAction<LeaveOrganisation>) -> impl IntoView {
    let i18n = use_i18n();
    let slug = StoredValue::new(settings.organisation.slug.clone());
    let before = versions(use_flash(SaveOrganisation::url()).and_then(|flash| flash.error).as_ref());
    let conflict = Memo::new(move |_| if save.version().get() == 0 { before.clone() } else { versions(save.error().as_ref()) });
    // Once both versions were shown, saving again means it.
    let version = Signal::derive(move || conflict.with(|c| c.as_ref().map_or(settings.version, |c| c.version)).to_string());
    let theirs = move || {
        conflict.get().map(|c| {
            view! {
                <Notice kind="warn">
                    <p>{i18n.t(m::ORGANISATIONS_CHANGED_MEANWHILE)}</p>
                    <dl class="definition">
                        <div><dt>{i18n.t(m::ORGANISATIONS_NAME)}</dt><dd dir="auto">{c.theirs.name}</dd></div>
                        <div><dt>{i18n.t(m::ORGANISATIONS_SLUG)}</dt><dd>{c.theirs.slug}</dd></div>
                        <div><dt>{i18n.t(m::ORGANISATIONS_ABOUT)}</dt><dd dir="auto">{c.theirs.about}</dd></div>
                    </dl>
                    <a class="button button--small" href=format!("/admin/settings?org={}", slug.get_value()) rel="external">{i18n.t(m::ORGANISATIONS_DISCARD)}</a>
                </Notice>
            }
        })
    };
    let label =
        Signal::derive(move || i18n.t(if conflict.with(Option::is_some) { m::ORGANISATIONS_SAVE_MINE } else { m::ORGANISATIONS_SAVE }));
    let draft = settings.draft;
    view! {
        <PageHead title=settings.organisation.name.clone() lead=i18n.t(m::ORGANISATIONS_SETTINGS_LEAD) />
        <OrgTabs slug=slug.get_value() current=OrgTab::Settings />
        <div class="stack stack--l page--narrow">
            {theirs}
            <Form action=save own_conflict=true done=i18n.t(m::COMMON_SAVED)>
                <Hidden name="org" value=slug.get_value() />
                <Hidden name="version" value=version />
                <TextField name="name" label=i18n.t(m::ORGANISATIONS_NAME) value=draft.name.clone() required=true maxlength=NAME_MAX />
                <TextField name="slug" label=i18n.t(m::ORGANISATIONS_SLUG) hint=i18n.t(m::ORGANISATIONS_SLUG_HINT) value=draft.slug.clone() />
                <TextArea name="about" label=i18n.t(m::ORGANISATIONS_ABOUT) value=draft.about.clone() maxlength=TEXT_MAX />
                <div class="form__actions">{move || view! { <Submit label=label.get() /> }}</div>
            </Form>
            <div>
                <Dialog id="leave" open_label=i18n.t(m::ORGANISATIONS_LEAVE) button_class="button button--quiet" title=i18n.t(m::ORGANISATIONS_LEAVE) sends=LeaveOrganisation::url()>
                    <Form action=leave>
                        <p>{i18n.t(m::ORGANISATIONS_LEAVE_WHAT)}</p>
                        <Hidden name="org" value=slug.get_value() />
                        <div class="form__actions"><Submit label=i18n.t(m::ORGANISATIONS_LEAVE) class="button button--danger" /></div>
                    </Form>
                </Dialog>
            </div>
        </div>
    }
}
