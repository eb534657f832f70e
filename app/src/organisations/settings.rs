//! An organisation's name, address and text. When somebody else changed them meanwhile, both versions are shown.

use super::tabs::{OrgTab, OrgTabs};
use super::{LeaveOrganisation, SaveOrganisation, load_organisation};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::{
    ConflictFields, ConflictForm, Form, FormAction, Hidden, Submit, TextArea, TextField, base_fields, returned_base, returned_conflict,
};
use crate::ui::{Dialog, Loaded, PageHead, done};
use domain::editing::Draft;
use domain::limits::{NAME_MAX, TEXT_MAX};
use domain::organisations::views::OrganisationSettings;
use domain::organisations::{OrganisationDraft, OrganisationField};
use i18n::{Key, m};
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
        let data = Data::new(move || query.read().get("org").unwrap_or_default(), load_organisation).after(done(&[save.post()]));
        view! { <Loaded data let:settings> <SettingsView settings save leave /> </Loaded> }.into_any()
    }
}

#[component]
fn SettingsView(settings: OrganisationSettings, save: FormAction<SaveOrganisation>, leave: FormAction<LeaveOrganisation>) -> impl IntoView {
    let i18n = use_i18n();
    let slug = StoredValue::new(settings.organisation.slug.clone());
    // What came back with the page is over once something was saved on it.
    let fresh = save.version().get_untracked() == 0;
    let conflict = RwSignal::new(returned_conflict(SaveOrganisation::url()).filter(|_| fresh));
    Effect::new(move |_| {
        if let Some(versions) = save.error().and_then(|error| error.conflict()) {
            conflict.set(Some(versions));
        }
    });
    let draft = StoredValue::new(settings.draft);
    let form = move || match conflict.get() {
        Some(conflict) => {
            let about = vec![("org", slug.get_value())];
            view! { <ConflictForm conflict fields=conflict_fields() about action=save /> }.into_any()
        }
        None => {
            let draft = draft.get_value();
            let base = if fresh { returned_base(SaveOrganisation::url(), &draft) } else { draft.clone() };
            let inputs = move || OrganisationDraft::FIELDS.iter().map(|field| input(*field, draft.get(*field).to_owned())).collect_view();
            view! {
                <Form action=save own_conflict=true done=i18n.t(m::COMMON_SAVED)>
                    <Hidden name="org" value=slug.get_value() />
                    {base_fields(&base)}
                    {inputs()}
                    <div class="form__actions"><Submit label=i18n.t(m::ORGANISATIONS_SAVE) /></div>
                </Form>
            }
            .into_any()
        }
    };
    view! {
        <PageHead title=settings.organisation.name.clone() lead=i18n.t(m::ORGANISATIONS_SETTINGS_LEAD) />
        <OrgTabs slug=slug.get_value() current=OrgTab::Settings />
        <div class="stack stack--l page--narrow">
            {form}
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

/// What a field is called.
const fn field_name(field: OrganisationField) -> Key {
    match field {
        OrganisationField::Name => m::ORGANISATIONS_NAME,
        OrganisationField::Slug => m::ORGANISATIONS_SLUG,
        OrganisationField::About => m::ORGANISATIONS_ABOUT,
    }
}

/// The input of a field.
fn input(field: OrganisationField, value: String) -> AnyView {
    let i18n = use_i18n();
    let label = i18n.t(field_name(field));
    match field {
        OrganisationField::Name => view! { <TextField name="name" label value required=true maxlength=NAME_MAX /> }.into_any(),
        OrganisationField::Slug => view! { <TextField name="slug" label hint=i18n.t(m::ORGANISATIONS_SLUG_HINT) value /> }.into_any(),
        OrganisationField::About => view! { <TextArea name="about" label value maxlength=TEXT_MAX /> }.into_any(),
    }
}

/// Both versions, as they are written and to change.
fn conflict_fields() -> ConflictFields<OrganisationDraft> {
    ConflictFields { label: field_name, words: |_, _, text| text.to_owned(), input: Box::new(input) }
}
