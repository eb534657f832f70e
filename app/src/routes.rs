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
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_viewer();
    provide_toasts();
    view! {
        <Router>
            <Frame>
                <FlatRoutes fallback=|| view! { <ErrorView error=AppError::NotFound /> }>
                    // landing
                    <Route path=path!("/") view={WithWords::<LandingPage>::new()} ssr=SsrMode::Async />
                    // accounts
                    <Route path=path!("/signup") view={WithWords::<SignUpPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/login") view={WithWords::<LoginPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view={WithWords::<ForgotPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/reset/:token") view={WithWords::<ResetPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/verify/:token") view={WithWords::<VerifyPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings") view={WithWords::<SettingsPage>::new()} ssr=SsrMode::Async />

                    // organisations and administration
                    <Route path=path!("/invite/:token") view={WithWords::<InvitePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin") view={WithWords::<AdminPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/new") view={WithWords::<NewOrganisationPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/members") view={WithWords::<MembersPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/audit") view={WithWords::<AuditPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/settings") view={WithWords::<OrganisationSettingsPage>::new()} ssr=SsrMode::Async />

                    // programs and enrolments
                    <Route path=path!("/programs/:slug/join") view={WithWords::<JoinPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/participants") view={WithWords::<ParticipantsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/participants/import") view={WithWords::<ImportPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/questions") view={WithWords::<QuestionsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/explore") view={WithWords::<ExplorePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug") view={WithWords::<ProgramPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/new") view={WithWords::<NewProgramPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug") view={WithWords::<OverviewPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/settings") view={WithWords::<ProgramSettingsPage>::new()} ssr=SsrMode::Async />

                    // people and mentors
                    <Route path=path!("/profile") view={WithWords::<ProfilePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/people/:id") view={WithWords::<PersonPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/mentors") view={WithWords::<MentorsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/ranks") view={WithWords::<RanksPage>::new()} ssr=SsrMode::Async />

                    // requests
                    <Route path=path!("/programs/:slug/requests") view={WithWords::<RequestsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/requests/new") view={WithWords::<AskPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/programs/:slug/requests/:id") view={WithWords::<RequestPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/matching") view={WithWords::<MatchingPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/matching/compare") view={WithWords::<ComparePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/matching/runs/:number") view={WithWords::<RunPage>::new()} ssr=SsrMode::Async />

                    // proposals
                    <Route path=path!("/proposals/:id") view={WithWords::<ProposalPage>::new()} ssr=SsrMode::Async />

                    // mentorships and goals
                    <Route path=path!("/mentorships/:id") view={WithWords::<SpacePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/complete") view={WithWords::<CompletePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/goals") view={WithWords::<GoalsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/goals/new") view={WithWords::<NewGoalPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mentorships/:id/goals/:goal") view={WithWords::<GoalPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/programs/:slug/mentorships") view={WithWords::<MentorshipsPage>::new()} ssr=SsrMode::Async />

                    // home and notifications
                    <Route path=path!("/home") view={WithWords::<HomePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/notifications") view={WithWords::<NotificationsPage>::new()} ssr=SsrMode::Async />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}
