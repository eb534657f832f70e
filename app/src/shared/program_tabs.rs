//! The parts of a program, for its coordinator: a row of tabs on each of their pages.

use crate::lang::use_i18n;
use i18n::{Key, m};
use leptos::prelude::*;

/// A coordinator's page about a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramTab {
    /// At a glance.
    Overview,
    /// Who takes part.
    Participants,
    /// Requests, and pairing by hand.
    Matching,
    /// Mentorships.
    Mentorships,
    /// What is asked when somebody enrols.
    Questions,
    /// What can be changed.
    Settings,
}

impl ProgramTab {
    const ALL: [Self; 6] = [Self::Overview, Self::Participants, Self::Matching, Self::Mentorships, Self::Questions, Self::Settings];

    const fn label(self) -> Key {
        match self {
            Self::Overview => m::PROGRAMS_TAB_OVERVIEW,
            Self::Participants => m::PROGRAMS_TAB_PARTICIPANTS,
            Self::Matching => m::PROGRAMS_TAB_MATCHING,
            Self::Mentorships => m::PROGRAMS_TAB_MENTORSHIPS,
            Self::Questions => m::PROGRAMS_TAB_QUESTIONS,
            Self::Settings => m::PROGRAMS_TAB_SETTINGS,
        }
    }

    const fn page(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Participants => "/participants",
            Self::Matching => "/matching",
            Self::Mentorships => "/mentorships",
            Self::Questions => "/questions",
            Self::Settings => "/settings",
        }
    }
}

/// The tabs; put them right under the page's head.
#[component]
pub fn ProgramTabs(
    /// The program's name in addresses.
    #[prop(into)]
    slug: String,
    /// The page they stand on.
    current: ProgramTab,
) -> impl IntoView {
    let i18n = use_i18n();
    let tabs = ProgramTab::ALL
        .map(|tab| {
            let href = format!("/admin/programs/{slug}{}", tab.page());
            view! { <li><a href=href aria-current=(tab == current).then_some("page")>{i18n.t(tab.label())}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=i18n.t(m::PROGRAMS_TABS)><ul>{tabs}</ul></nav> }
}
