//! Members of an organisation, and inviting more.

use super::invitations::{Inviting, OpenInvitations};
use super::member::MemberItem;
use super::tabs::{OrgTab, OrgTabs};
use super::{InviteByLink, InviteByMail, RemoveMember, RevokeInvitation, SendInvitationAgain, SetRole, load_members};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::{ActionError, FormAction, successes};
use crate::ui::{Empty, Icon, Loaded, PageHead, Pagination, SkeletonKind, keyed};
use domain::organisations::views::MembersPage as Page;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/members`.
#[derive(Debug)]
pub struct MembersPage;

/// The actions of the page.
#[derive(Clone, Copy)]
pub(super) struct MemberActions {
    pub role: FormAction<SetRole>,
    pub remove: FormAction<RemoveMember>,
    pub mail: FormAction<InviteByMail>,
    pub link: FormAction<InviteByLink>,
    pub revoke: FormAction<RevokeInvitation>,
    pub again: FormAction<SendInvitationAgain>,
}

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
        let done = [
            successes(actions.role),
            successes(actions.remove),
            successes(actions.mail),
            successes(actions.link),
            successes(actions.revoke),
            successes(actions.again),
        ];
        let source = move || {
            let query = query.read();
            let page = query.get("page").and_then(|n| n.parse::<i64>().ok()).unwrap_or(1);
            let changes: usize = done.iter().map(|d| d.get()).sum();
            (query.get("org").unwrap_or_default(), query.get("q").unwrap_or_default(), page, changes)
        };
        let data = Data::new(source, |(org, words, page, _)| load_members(org, words, page));
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <MembersView page actions /> </Loaded> }.into_any()
    }
}

#[component]
fn MembersView(page: Page, actions: MemberActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.organisation.slug.clone();
    let at = |n: i64| format!("/admin/members?org={slug}&q={}&page={n}", leptos_router::location::Url::escape(&page.words));
    let (previous, next) = ((page.page > 1).then(|| at(page.page - 1)), (page.page < page.pages).then(|| at(page.page + 1)));
    let all = format!("/admin/members?org={slug}");
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
            <Pagination previous next />
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
                <form class="filters filters--row" role="search" method="get" action="/admin/members">
                    <input type="hidden" name="org" value=slug.clone() />
                    <div class="filters__search">
                        <Icon name="search" />
                        <input
                            class="input"
                            type="search"
                            name="q"
                            value=page.words
                            aria-label=i18n.t(m::ORGANISATIONS_SEARCH_MEMBERS)
                            placeholder=i18n.t(m::ORGANISATIONS_SEARCH_MEMBERS)
                        />
                    </div>
                    <button class="button" type="submit">{i18n.t(m::COMMON_SEARCH)}</button>
                </form>
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
