//! A new organisation.

use super::CreateOrganisation;
use crate::AppError;
use crate::lang::use_i18n;
use crate::ui::form::{PlainForm, Submit, TextArea, TextField};
use crate::ui::{Crumb, ErrorView, PageHead};
use crate::viewer::use_viewer;
use domain::limits::{NAME_MAX, TEXT_MAX};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/new`.
#[derive(Debug)]
pub struct NewOrganisationPage;

#[lazy_route]
impl LazyRoute for NewOrganisationPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        if use_viewer().person.is_none() {
            return view! { <ErrorView error=AppError::SignInNeeded /> }.into_any();
        }
        let i18n = use_i18n();
        let crumbs = vec![Crumb::new(i18n.t(m::ORGANISATIONS_MANAGE), "/admin")];
        view! {
            <div class="page--narrow">
                <PageHead title=i18n.t(m::ORGANISATIONS_NEW_TITLE) lead=i18n.t(m::ORGANISATIONS_NEW_LEAD) crumbs />
                // Posted plainly: the navigation of the next page shows what one manages now.
                <PlainForm url=CreateOrganisation::url()>
                    <TextField name="name" label=i18n.t(m::ORGANISATIONS_NAME) required=true maxlength=NAME_MAX autocomplete="organization" />
                    <TextField name="slug" label=i18n.t(m::ORGANISATIONS_SLUG) hint=i18n.t(m::ORGANISATIONS_SLUG_HINT) />
                    <TextArea name="about" label=i18n.t(m::ORGANISATIONS_ABOUT) maxlength=TEXT_MAX />
                    <div class="form__actions"><Submit label=i18n.t(m::ORGANISATIONS_CREATE) /></div>
                </PlainForm>
            </div>
        }
        .into_any()
    }
}
