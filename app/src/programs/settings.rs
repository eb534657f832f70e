//! A program's settings: everything that can be changed after it was made.

use super::conflict::ConflictForm;
use super::coordinators::Coordinators;
use super::picture::PictureForms;
use super::setting::{Base, Setting, base_name};
use super::{AddCoordinator, ProgramTab, ProgramTabs, RemoveCoordinator, SaveSettings, load_settings};
use crate::AppError;
use crate::data::Data;
use crate::flash::{Flash, use_flash};
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit, successes};
use crate::ui::{Crumb, Loaded, PageHead};
use domain::programs::views::{Settings, SettingsVersions};
use domain::programs::{SettingsDraft, SettingsField};
use i18n::{Key, m};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/settings`.
#[derive(Debug)]
pub struct ProgramSettingsPage;

/// What can be done on this page.
#[derive(Clone, Copy)]
struct Actions {
    save: FormAction<SaveSettings>,
    add: FormAction<AddCoordinator>,
    remove: FormAction<RemoveCoordinator>,
}

#[lazy_route]
impl LazyRoute for ProgramSettingsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let actions = Actions { save: FormAction::new(), add: FormAction::new(), remove: FormAction::new() };
        let done = (successes(actions.save), successes(actions.add), successes(actions.remove));
        let asked = move || (params.read().get("slug").unwrap_or_default(), done.0.get(), done.1.get(), done.2.get());
        let data = Data::new(asked, |(slug, ..)| load_settings(slug));
        view! { <Loaded data let:settings> <SettingsView settings actions /> </Loaded> }.into_any()
    }
}

#[component]
fn SettingsView(settings: Settings, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = settings.slug.clone();
    let organisation = settings.organisation;
    let conflict = RwSignal::new(failed(actions.save).and_then(|flash| flash.error).as_ref().and_then(versions));
    Effect::new(move |_| {
        if let Some(error) = actions.save.error()
            && let Some(versions) = versions(&error)
        {
            conflict.set(Some(versions));
        }
    });
    let crumbs = vec![Crumb::new(settings.name.clone(), format!("/admin/programs/{slug}"))];
    let address = slug.clone();
    let (draft, version) = (StoredValue::new(settings.draft), settings.version);
    let form = move || match conflict.get() {
        Some(versions) => view! { <ConflictForm slug=address.clone() organisation versions action=actions.save /> }.into_any(),
        None => view! { <EditForm slug=address.clone() draft=draft.get_value() version organisation action=actions.save /> }.into_any(),
    };
    view! {
        <PageHead title=i18n.t(m::PROGRAMS_SETTINGS) lead=i18n.t(m::PROGRAMS_SETTINGS_LEAD) crumbs />
        <ProgramTabs slug=slug.clone() current=ProgramTab::Settings />
        <div class="settings">
            <section class="settings__section">
                <div class="settings__about">
                    <h2>{i18n.t(m::PROGRAMS_PICTURE)}</h2>
                    <p>{i18n.t(m::PROGRAMS_PICTURE_HINT)}</p>
                </div>
                <PictureForms slug=slug.clone() picture=settings.picture />
            </section>
            <section class="settings__section">
                <div class="settings__about">
                    <h2>{i18n.t(m::PROGRAMS_COORDINATORS)}</h2>
                    <p>{i18n.t(m::PROGRAMS_COORDINATORS_HINT)}</p>
                </div>
                <Coordinators slug coordinators=settings.coordinators add=actions.add remove=actions.remove />
            </section>
            <section class="settings__section">
                <div class="settings__about">
                    <h2>{i18n.t(m::PROGRAMS_DETAILS)}</h2>
                </div>
                <div>{form}</div>
            </section>
        </div>
    }
}

/// Both versions, when that is what the error is.
fn versions(error: &AppError) -> Option<SettingsVersions> {
    match error {
        AppError::Conflict(json) => serde_json::from_str(json).ok(),
        _ => None,
    }
}

/// The form as it was posted without JavaScript, when it could not be saved.
fn failed(save: FormAction<SaveSettings>) -> Option<Flash> {
    use_flash(SaveSettings::url()).filter(|flash| flash.error.is_some() && save.version().get_untracked() == 0)
}

const GROUPS: [(Key, &[SettingsField]); 3] = [
    (
        m::PROGRAMS_GROUP_ABOUT,
        &[
            SettingsField::Name,
            SettingsField::Slug,
            SettingsField::Summary,
            SettingsField::Description,
            SettingsField::StartsOn,
            SettingsField::EndsOn,
        ],
    ),
    (
        m::PROGRAMS_GROUP_RULES,
        &[
            SettingsField::JoinPolicy,
            SettingsField::Approval,
            SettingsField::Matching,
            SettingsField::MaxOpenRequests,
            SettingsField::RequestDays,
            SettingsField::PublishAs,
            SettingsField::ProposalDays,
        ],
    ),
    (m::PROGRAMS_TAB_MENTORSHIPS, &[SettingsField::DefaultCapacity, SettingsField::LengthWeeks, SettingsField::Agreement]),
];

#[component]
fn EditForm(slug: String, draft: SettingsDraft, version: i32, organisation: bool, action: FormAction<SaveSettings>) -> impl IntoView {
    let i18n = use_i18n();
    // A form that comes back goes on from where it began, not from what is saved by now.
    let before = failed(action).map(|flash| flash.values).unwrap_or_default();
    let from = |name: &str, otherwise: &str| {
        before.iter().find(|(n, _)| n == name).map_or_else(|| otherwise.to_owned(), |(_, value)| value.clone())
    };
    let version = from("version", &version.to_string());
    let mut base = draft.clone();
    for field in SettingsField::ALL {
        base.set(*field, from(base_name(*field), draft.value(*field)));
    }
    let groups = GROUPS
        .into_iter()
        .map(|(title, fields)| {
            let fields = fields
                .iter()
                .map(|field| view! { <Setting field=*field value=draft.value(*field).to_owned() organisation /> })
                .collect_view();
            view! { <fieldset class="form__section"><legend>{i18n.t(title)}</legend>{fields}</fieldset> }
        })
        .collect_view();
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Hidden name="program" value=slug />
            <Hidden name="version" value=version />
            <Base base />
            {groups}
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </Form>
    }
}
