//! Members of an organisation, and inviting more.

use super::actions::MemberActions;
use super::invitations::{Inviting, OpenInvitations};
use super::load_members;
use super::member::MemberItem;
use super::tabs::{OrgTab, OrgTabs};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::{ActionError, FormAction};
use crate::ui::{Empty, FilterBar, ListAddress, Loaded, PageHead, Pagination, Search, SkeletonKind, done, keyed};
use domain::organisations::views::MembersPage as Page;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/members`.
#[derive(Debug)]
pub struct MembersPage;

#[lazy_route]
impl LazyRoute for MembersPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let query = use_query_map();
        let actions = MemberActions {
            role: FormAction::new(),
            remove: FormAction::new(),
            mail: FormAction::new(),
            link: FormAction::new(),
            revoke: FormAction::new(),
            again: FormAction::new(),
        };
        let done = done(&[
            actions.role.post(),
            actions.remove.post(),
            actions.mail.post(),
            actions.link.post(),
            actions.revoke.post(),
            actions.again.post(),
        ]);
        let source = move || {
            let query = query.read();
            let page = query.get("page").and_then(|n| n.parse::<i64>().ok()).unwrap_or(1);
            (query.get("org").unwrap_or_default(), query.get("q").unwrap_or_default(), page)
        };
        let data = Data::new(source, |(org, words, page)| load_members(org, words, page)).after(done);
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <MembersView page actions /> </Loaded> }.into_any()
    }
}

#[component]
fn MembersView(page: Page, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.organisation.slug.clone();
    let everybody = ListAddress::new("/admin/members").with("org", &slug);
    let pages = everybody.clone().with("q", &page.words).pages(&page.pages, "page", "page");
    let all = everybody.whole();
    let list = if page.members.is_empty() {
        view! {
            <Empty icon="search" title=i18n.t(m::ORGANISATIONS_NONE_FOUND) text=i18n.t(m::ORGANISATIONS_NONE_FOUND_TEXT)>
                <a class="button" href=all>{i18n.t(m::ORGANISATIONS_SHOW_ALL)}</a>
            </Empty>
        }
        .into_any()
    } else {
        let role = page.role;
        let rows = keyed(page.members.into_iter().map(|member| {
            let key = format!("{} {}", member.face.id, member.role);
            (key, view! { <MemberItem slug=slug.clone() member role actions /> }.into_any())
        }));
        view! {
            <ul class="list">{rows}</ul>
            <Pagination pages />
        }
        .into_any()
    };
    view! {
        <PageHead title=page.organisation.name.clone() lead=i18n.t(m::ORGANISATIONS_MEMBERS_LEAD) />
        <OrgTabs slug=slug.clone() current=OrgTab::Members />
        <div class="split">
            <div class="stack">
                <ActionError action=actions.role />
                <ActionError action=actions.remove />
                <FilterBar
                    action="/admin/members"
                    kept=vec![("org", slug.clone())]
                    search=vec![Search::new(i18n.t(m::ORGANISATIONS_SEARCH_MEMBERS), page.words)]
                />
                <p class="muted">{i18n.n(m::ORGANISATIONS_N_MEMBERS, page.total, &[])}</p>
                {list}
            </div>
            <aside class="stack">
                <Inviting slug=slug.clone() role=page.role actions />
                <ActionError action=actions.revoke />
                <ActionError action=actions.again />
                <OpenInvitations slug invitations=page.invitations actions />
            </aside>
        </div>
    }
}
