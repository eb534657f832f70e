//! A program's settings: everything that can be changed after it was made.

use super::coordinators::Coordinators;
use super::picture::PictureForms;
use super::setting::{Setting, setting_name, setting_words};
use super::{AddCoordinator, RemoveCoordinator, SaveSettings, load_settings};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::form::{ConflictFields, ConflictForm, Form, FormAction, Hidden, Submit, base_fields, returned_base, returned_conflict};
use crate::ui::{Crumb, Loaded, PageHead, done};
use domain::editing::Draft;
use domain::programs::views::Settings;
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
        let done = done(&[actions.save.post(), actions.add.post(), actions.remove.post()]);
        let data = Data::new(move || params.read().get("slug").unwrap_or_default(), load_settings).after(done);
        view! { <Loaded data let:settings> <SettingsView settings actions /> </Loaded> }.into_any()
    }
}

#[component]
fn SettingsView(settings: Settings, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = settings.slug.clone();
    let organisation = settings.organisation;
    // What came back with the page is over once something was saved on it.
    let fresh = actions.save.version().get_untracked() == 0;
    let conflict = RwSignal::new(returned_conflict(SaveSettings::url()).filter(|_| fresh));
    Effect::new(move |_| {
        if let Some(versions) = actions.save.error().and_then(|error| error.conflict()) {
            conflict.set(Some(versions));
        }
    });
    let crumbs = vec![Crumb::new(settings.name.clone(), format!("/admin/programs/{slug}"))];
    let address = slug.clone();
    let draft = StoredValue::new(settings.draft);
    let form = move || match conflict.get() {
        Some(conflict) => {
            let about = vec![("program", address.clone())];
            view! { <ConflictForm conflict fields=conflict_fields(organisation) about action=actions.save /> }.into_any()
        }
        None => view! { <EditForm slug=address.clone() draft=draft.get_value() organisation action=actions.save /> }.into_any(),
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

/// Both versions of the settings, in words and to change.
fn conflict_fields(organisation: bool) -> ConflictFields<SettingsDraft> {
    let input = move |field, value| view! { <Setting field value organisation /> }.into_any();
    ConflictFields { label: setting_name, words: setting_words, input: Box::new(input) }
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
fn EditForm(slug: String, draft: SettingsDraft, organisation: bool, action: FormAction<SaveSettings>) -> impl IntoView {
    let i18n = use_i18n();
    let base = if action.version().get_untracked() == 0 { returned_base(SaveSettings::url(), &draft) } else { draft.clone() };
    let groups = GROUPS
        .into_iter()
        .map(|(title, fields)| {
            let fields = fields
                .iter()
                .map(|field| view! { <Setting field=*field value=draft.get(*field).to_owned() organisation /> })
                .collect_view();
            view! { <fieldset class="form__section"><legend>{i18n.t(title)}</legend>{fields}</fieldset> }
        })
        .collect_view();
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Hidden name="program" value=slug />
            {base_fields(&base)}
            {groups}
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </Form>
    }
}
