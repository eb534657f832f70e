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
use crate::lang::WithWords;
use crate::match_runs::{ComparePage, RunPage};
use crate::mentors::MentorsPage;
use crate::mentorships::{CompletePage, MentorshipsPage, SpacePage};
use crate::nav::Frame;
use crate::organisations::{AdminPage, AuditPage, InvitePage, MembersPage, NewOrganisationPage, SettingsPage as OrganisationSettingsPage};
use crate::people::{PersonPage, ProfilePage};
use crate::programs::{ExplorePage, NewProgramPage, OverviewPage, ProgramPage, ProgramSettingsPage};
use crate::proposals::ProposalPage;
use crate::ranks::RanksPage;
use crate::requests::{AskPage, MatchingPage, RequestPage, RequestsPage};
use crate::ui::{ErrorView, provide_toasts};
use crate::viewer::provide_viewer;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
#[cfg(feature = "ssr")]
use leptos_axum::AxumRouteListing;
use leptos_meta::provide_meta_context;
use leptos_router::any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute};
use leptos_router::components::{FlatRoutes, Router};
#[cfg(not(feature = "ssr"))]
use leptos_router::{ChooseView, MatchInterface, RouteDefs};
use leptos_router::{LazyRoute, NestedRoute, PossibleRouteMatch, SsrMode, path};
#[cfg(feature = "ssr")]
use leptos_router::{MatchNestedRoutes, PathSegment};
use std::fmt::Debug;

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

/// The pages and their addresses; the first that matches counts.
fn routes() -> StaticVec<AnyNestedRoute> {
    let all = vec![
        // landing
        page::<LandingPage>(path!("/")),
        // accounts
        page::<SignUpPage>(path!("/signup")),
        page::<LoginPage>(path!("/login")),
        page::<ForgotPage>(path!("/forgot")),
        page::<ResetPage>(path!("/reset/:token")),
        page::<VerifyPage>(path!("/verify/:token")),
        page::<SettingsPage>(path!("/settings")),
        // organisations and administration
        page::<InvitePage>(path!("/invite/:token")),
        page::<AdminPage>(path!("/admin")),
        page::<NewOrganisationPage>(path!("/admin/new")),
        page::<MembersPage>(path!("/admin/members")),
        page::<AuditPage>(path!("/admin/audit")),
        page::<OrganisationSettingsPage>(path!("/admin/settings")),
        // programs and enrolments
        page::<JoinPage>(path!("/programs/:slug/join")),
        page::<ParticipantsPage>(path!("/admin/programs/:slug/participants")),
        page::<ImportPage>(path!("/admin/programs/:slug/participants/import")),
        page::<QuestionsPage>(path!("/admin/programs/:slug/questions")),
        page::<ExplorePage>(path!("/explore")),
        page::<ProgramPage>(path!("/programs/:slug")),
        page::<NewProgramPage>(path!("/admin/programs/new")),
        page::<OverviewPage>(path!("/admin/programs/:slug")),
        page::<ProgramSettingsPage>(path!("/admin/programs/:slug/settings")),
        // people and mentors
        page::<ProfilePage>(path!("/profile")),
        page::<PersonPage>(path!("/people/:id")),
        page::<MentorsPage>(path!("/programs/:slug/mentors")),
        page::<RanksPage>(path!("/programs/:slug/ranks")),
        // requests
        page::<RequestsPage>(path!("/programs/:slug/requests")),
        page::<AskPage>(path!("/programs/:slug/requests/new")),
        page::<RequestPage>(path!("/programs/:slug/requests/:id")),
        page::<MatchingPage>(path!("/admin/programs/:slug/matching")),
        page::<ComparePage>(path!("/admin/programs/:slug/matching/compare")),
        page::<RunPage>(path!("/admin/programs/:slug/matching/runs/:number")),
        // proposals
        page::<ProposalPage>(path!("/proposals/:id")),
        // mentorships and goals
        page::<SpacePage>(path!("/mentorships/:id")),
        page::<CompletePage>(path!("/mentorships/:id/complete")),
        page::<GoalsPage>(path!("/mentorships/:id/goals")),
        page::<NewGoalPage>(path!("/mentorships/:id/goals/new")),
        page::<GoalPage>(path!("/mentorships/:id/goals/:goal")),
        page::<MentorshipsPage>(path!("/admin/programs/:slug/mentorships")),
        // home and notifications
        page::<HomePage>(path!("/home")),
        page::<NotificationsPage>(path!("/notifications")),
    ];
    all.into()
}

fn page<P: LazyRoute + Send + Sync>(path: impl PossibleRouteMatch + Debug + Clone + Send + Sync + 'static) -> AnyNestedRoute {
    NestedRoute::new(path, WithWords::<P>::new()).ssr_mode(SsrMode::Async).into_any_nested_route()
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
        PathSegment::Unit => String::new(),
        PathSegment::Static(name) => match name.trim_start_matches('/') {
            "" => String::new(),
            name => format!("/{name}"),
        },
        PathSegment::Param(name) | PathSegment::OptionalParam(name) => format!("/{{{name}}}"),
        PathSegment::Splat(name) => format!("/{{*{name}}}"),
    }
}
