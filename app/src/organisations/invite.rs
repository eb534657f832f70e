//! An invitation, for whoever opens its link.

use super::{AcceptInvitation, load_invitation};
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::{Hidden, PlainForm, Submit};
use crate::ui::{Loaded, Notice, PageHead};
use domain::organisations::views::InvitationPage as Page;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/invite/{token}`.
#[derive(Debug)]
pub struct InvitePage;

#[lazy_route]
impl LazyRoute for InvitePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let token = Memo::new(move |_| params.read().get("token").unwrap_or_default());
        let data = Data::new(
            move || token.get(),
            |token| async move {
                let page = load_invitation(token.clone()).await?;
                Ok::<_, AppError>((page, token))
            },
        );
        view! { <Loaded data let:loaded> <Invitation page=loaded.0 token=loaded.1 /> </Loaded> }.into_any()
    }
}

#[component]
fn Invitation(page: Page, token: String) -> impl IntoView {
    let i18n = use_i18n();
    let here = format!("/invite/{token}");
    let next = leptos_router::location::Url::escape(&here);
    let from = page.from.as_ref().map(|name| view! { <p>{i18n.f(m::ORGANISATIONS_INVITE_FROM, &[("name", name)])} " " <span class="badge badge--quiet">{i18n.t(wording::organisations::role(page.role))}</span></p> });
    let actions = match (page.signed_in, page.member) {
        (_, true) => view! {
            <Notice kind="ok">{i18n.t(m::ORGANISATIONS_ALREADY)}</Notice>
            <a class="button button--primary" href="/explore">{i18n.t(m::ORGANISATIONS_GO_EXPLORE)}</a>
        }
        .into_any(),
        (true, false) => view! {
            // Posted plainly: the navigation of the next page shows that one's address is confirmed and what one manages now.
            <PlainForm url=AcceptInvitation::url()>
                <Hidden name="invitation" value=token />
                <div class="form__actions"><Submit label=i18n.t(m::ORGANISATIONS_ACCEPT) /></div>
            </PlainForm>
        }
        .into_any(),
        (false, false) => view! {
            <p>{i18n.t(m::ORGANISATIONS_INVITE_SIGN_IN)}</p>
            <div class="cluster">
                <a class="button button--primary" href=format!("/login?next={next}")>{i18n.t(m::NAV_SIGN_IN)}</a>
                <a class="button" href=format!("/signup?next={next}")>{i18n.t(m::NAV_SIGN_UP)}</a>
            </div>
        }
        .into_any(),
    };
    let program = page.program.as_ref().map(|name| view! { <p>{i18n.f(m::ORGANISATIONS_INVITE_PROGRAM, &[("program", name)])}</p> });
    let about = (!page.about.is_empty()).then(|| view! { <p class="prose">{page.about.clone()}</p> });
    view! {
        <div class="page--narrow stack">
            <PageHead title=i18n.f(m::ORGANISATIONS_INVITE_TITLE, &[("organisation", &page.organisation)]) />
            {from}
            {program}
            {about}
            {actions}
        </div>
    }
}
