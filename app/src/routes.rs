//! Every address of the site and the page that answers it. Each page is a lazy route: a phone loads the code of what it shows.
//!
//! All pages are rendered whole (`SsrMode::Async`): the status is right, nothing jumps, and a page is complete without
//! JavaScript; the database is beside the server, so there is nothing to stream while waiting (docs/decisions.md).

use crate::AppError;
use crate::accounts::{ForgotPage, LoginPage, ResetPage, SettingsPage, SignUpPage, VerifyPage};
use crate::enrolments::{JoinPage, ParticipantsPage, QuestionsPage};
use crate::flash::provide_flash;
use crate::goals::{GoalPage, GoalsPage, NewGoalPage};
use crate::home::{HomePage, NotificationsPage};
use crate::imports::ImportPage;
use crate::landing::LandingPage;
use crate::match_runs::RunPage;
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
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{Lazy, SsrMode, path};

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_viewer();
    provide_flash();
    provide_toasts();
    view! {
        <Router>
            <Frame>
                <FlatRoutes fallback=|| view! { <ErrorView error=AppError::NotFound /> }>
                    // landing
                    <Route path=path!("/") view={Lazy::<LandingPage>::new()} ssr=SsrMode::Async />
                    // accounts
                    <Route path=path!("/signup") view={Lazy::<SignUpPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/login") view={Lazy::<LoginPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view={Lazy::<ForgotPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/reset/:token") view={Lazy::<ResetPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/verify/:token") view={Lazy::<VerifyPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings") view={Lazy::<SettingsPage>::new()} ssr=SsrMode::Async />

                    // organisations and administration
                    <Route path=path!("/invite/:token") view={Lazy::<InvitePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin") view={Lazy::<AdminPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/new") view={Lazy::<NewOrganisationPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/members") view={Lazy::<MembersPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/audit") view={Lazy::<AuditPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/settings") view={Lazy::<OrganisationSettingsPage>::new()} ssr=SsrMode::Async />

                    // programs and enrolments
                    <Route path=path!("/programs/:slug/join") view={Lazy::<JoinPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/participants") view={Lazy::<ParticipantsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/participants/import") view={Lazy::<ImportPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/questions") view={Lazy::<QuestionsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/explore") view={Lazy::<ExplorePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug") view={Lazy::<ProgramPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/new") view={Lazy::<NewProgramPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug") view={Lazy::<OverviewPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/settings") view={Lazy::<ProgramSettingsPage>::new()} ssr=SsrMode::Async />

                    // people and mentors
                    <Route path=path!("/profile") view={Lazy::<ProfilePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people/:id") view={Lazy::<PersonPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/mentors") view={Lazy::<MentorsPage>::new()} ssr=SsrMode::Async />

                    // requests
                    <Route path=path!("/programs/:slug/requests") view={Lazy::<RequestsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/requests/new") view={Lazy::<AskPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/requests/:id") view={Lazy::<RequestPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/matching") view={Lazy::<MatchingPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/matching/runs/:number") view={Lazy::<RunPage>::new()} ssr=SsrMode::Async />

                    // proposals
                    <Route path=path!("/proposals/:id") view={Lazy::<ProposalPage>::new()} ssr=SsrMode::Async />

                    // mentorships and goals
                    <Route path=path!("/mentorships/:id") view={Lazy::<SpacePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/complete") view={Lazy::<CompletePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/goals") view={Lazy::<GoalsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/goals/new") view={Lazy::<NewGoalPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/goals/:goal") view={Lazy::<GoalPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/mentorships") view={Lazy::<MentorshipsPage>::new()} ssr=SsrMode::Async />

                    // home and notifications
                    <Route path=path!("/home") view={Lazy::<HomePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/notifications") view={Lazy::<NotificationsPage>::new()} ssr=SsrMode::Async />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}
