//! Every address of the site and the page that answers it. Each page is a lazy route: a phone loads the code of what it shows.
//!
//! All pages are rendered whole (`SsrMode::Async`): the status is right, nothing jumps, and a page is complete without
//! JavaScript; the database is beside the server, so there is nothing to stream while waiting (docs/decisions.md).

use crate::AppError;
use crate::accounts::{ForgotPage, LoginPage, ResetPage, SettingsPage, SignUpPage, VerifyPage};
use crate::enrolments::{JoinPage, ParticipantsPage, QuestionsPage};
use crate::goals::{GoalPage, GoalsPage, NewGoalPage};
use crate::home::{HomePage, NotificationsPage};
use crate::imports::ImportPage;
use crate::landing::LandingPage;
use crate::lang::AnyPage;
use crate::match_preferences::MatchPreferencesPage;
use crate::match_runs::{ComparePage, RunPage};
use crate::mentors::MentorsPage;
use crate::mentorships::{CompletePage, MentorshipsPage, SpacePage};
use crate::nav::Frame;
use crate::organisations::{AdminPage, AuditPage, InvitePage, MembersPage, NewOrganisationPage, SettingsPage as OrganisationSettingsPage};
use crate::people::{PersonPage, ProfilePage};
use crate::programs::{ExplorePage, NewProgramPage, OverviewPage, ProgramPage, ProgramSettingsPage};
use crate::proposals::ProposalPage;
use crate::requests::{AskPage, MatchingPage, RequestPage, RequestsPage};
use crate::ui::{ErrorView, provide_toasts};
use crate::viewer::provide_viewer;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
#[cfg(feature = "ssr")]
use leptos_axum::AxumRouteListing;
use leptos_meta::provide_meta_context;
#[cfg(feature = "ssr")]
use leptos_router::MatchNestedRoutes;
use leptos_router::components::{FlatRoutes, Router};
#[cfg(not(feature = "ssr"))]
use leptos_router::{ChooseView, MatchInterface, RouteDefs};
use leptos_router::{IntoChooseViewMaybeErased, LazyRoute, NestedRoute, PartialPathMatch, PathSegment, PossibleRouteMatch, SsrMode};
use std::borrow::Cow;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_viewer();
    provide_toasts();
    view! {
        <Router>
            <Frame>
                <FlatRoutes fallback=|| view! { <ErrorView error=AppError::NotFound /> } children=ToChildren::to_children(routes) />
            </Frame>
        </Router>
    }
}

/// A page and its address. One type for all: what a router does with a route is in the client once, not for each page.
type Route = NestedRoute<Address, (), (), <AnyPage as IntoChooseViewMaybeErased>::Output>;

/// An address such as `/programs/:slug/requests/:id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address(pub &'static str);

impl Address {
    fn segments(self) -> impl Iterator<Item = &'static str> {
        self.0.split('/').filter(|segment| !segment.is_empty())
    }
}

impl PossibleRouteMatch for Address {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let within = path.strip_suffix('/').unwrap_or(path);
        let mut given = within.split('/');
        // What is before the first slash.
        if given.next() != Some("") {
            return None;
        }
        let mut params = Vec::new();
        for segment in self.segments() {
            let part = given.next()?;
            match segment.strip_prefix(':') {
                Some(name) if !part.is_empty() => params.push((Cow::Borrowed(name), part.to_owned())),
                None if part == segment => {}
                _ => return None,
            }
        }
        given.next().is_none().then(|| PartialPathMatch::new("", params, path))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.extend(self.segments().map(|segment| match segment.strip_prefix(':') {
            Some(name) => PathSegment::Param(name.into()),
            None => PathSegment::Static(segment.into()),
        }));
    }
}

/// The pages and their addresses; the first that matches counts.
fn routes() -> StaticVec<Route> {
    let all = vec![
        // landing
        page::<LandingPage>("/"),
        // accounts
        page::<SignUpPage>("/signup"),
        page::<LoginPage>("/login"),
        page::<ForgotPage>("/forgot"),
        page::<ResetPage>("/reset/:token"),
        page::<VerifyPage>("/verify/:token"),
        page::<SettingsPage>("/settings"),
        // organisations and administration
        page::<InvitePage>("/invite/:token"),
        page::<AdminPage>("/admin"),
        page::<NewOrganisationPage>("/admin/new"),
        page::<MembersPage>("/admin/members"),
        page::<AuditPage>("/admin/audit"),
        page::<OrganisationSettingsPage>("/admin/settings"),
        // programs and enrolments
        page::<JoinPage>("/programs/:slug/join"),
        page::<ParticipantsPage>("/admin/programs/:slug/participants"),
        page::<ImportPage>("/admin/programs/:slug/participants/import"),
        page::<QuestionsPage>("/admin/programs/:slug/questions"),
        page::<ExplorePage>("/explore"),
        page::<ProgramPage>("/programs/:slug"),
        page::<NewProgramPage>("/admin/programs/new"),
        page::<OverviewPage>("/admin/programs/:slug"),
        page::<ProgramSettingsPage>("/admin/programs/:slug/settings"),
        // people and mentors
        page::<ProfilePage>("/profile"),
        page::<PersonPage>("/people/:id"),
        page::<MentorsPage>("/programs/:slug/mentors"),
        page::<MatchPreferencesPage>("/programs/:slug/preferences"),
        // requests
        page::<RequestsPage>("/programs/:slug/requests"),
        page::<AskPage>("/programs/:slug/requests/new"),
        page::<RequestPage>("/programs/:slug/requests/:id"),
        page::<MatchingPage>("/admin/programs/:slug/matching"),
        page::<ComparePage>("/admin/programs/:slug/matching/compare"),
        page::<RunPage>("/admin/programs/:slug/matching/runs/:number"),
        // proposals
        page::<ProposalPage>("/proposals/:id"),
        // mentorships and goals
        page::<SpacePage>("/mentorships/:id"),
        page::<CompletePage>("/mentorships/:id/complete"),
        page::<GoalsPage>("/mentorships/:id/goals"),
        page::<NewGoalPage>("/mentorships/:id/goals/new"),
        page::<GoalPage>("/mentorships/:id/goals/:goal"),
        page::<MentorshipsPage>("/admin/programs/:slug/mentorships"),
        // home and notifications
        page::<HomePage>("/home"),
        page::<NotificationsPage>("/notifications"),
    ];
    all.into()
}

fn page<P: LazyRoute>(address: &'static str) -> Route {
    NestedRoute::new(Address(address), AnyPage::of::<P>()).ssr_mode(SsrMode::Async)
}

/// Loads what the page at an address needs, so that it can be hydrated at one go.
#[cfg(not(feature = "ssr"))]
pub async fn load_page(path: &str) {
    if let Some(found) = RouteDefs::new(routes()).match_route(path) {
        let (page, _) = found.into_view_and_child();
        page.preload().await;
    }
}

/// The addresses of all pages, as axum writes them. Read from the list, not found out by rendering the application.
#[cfg(feature = "ssr")]
#[must_use]
pub fn addresses() -> Vec<AxumRouteListing> {
    let routes = routes();
    let all = routes.iter().flat_map(MatchNestedRoutes::generate_routes);
    all.map(|route| {
        let address: String = route.segments.iter().map(segment).collect();
        let address = if address.is_empty() { "/".to_owned() } else { address };
        AxumRouteListing::new(address, route.ssr_mode, route.methods, route.regenerate)
    })
    .collect()
}

#[cfg(feature = "ssr")]
fn segment(segment: &PathSegment) -> String {
    match segment {
        PathSegment::Static(name) => format!("/{name}"),
        PathSegment::Param(name) => format!("/{{{name}}}"),
        // No address of ours has another kind.
        PathSegment::Unit | PathSegment::OptionalParam(_) | PathSegment::Splat(_) => String::new(),
    }
}
