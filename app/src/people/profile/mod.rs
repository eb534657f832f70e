//! One's own profile, in sections that are saved one by one.

mod about;
mod languages;
mod missing;
mod photo;
mod section;
mod skills;
mod visibility;
mod week;
mod work;

use super::{SaveAbout, SaveHelp, SaveSkills, SaveVisibility, SaveWeek, SaveWork, load_profile};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::FormAction;
use crate::ui::{Loaded, PageHead};
use about::AboutForm;
use domain::people::views::MyProfile;
use i18n::m;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use missing::MissingList;
use photo::PhotoForms;
use section::Part;
use skills::{HelpForm, SkillsForm};
use visibility::VisibilityForm;
use week::WeekForm;
use work::WorkForm;

/// What can be saved here, each on its own.
#[derive(Clone, Copy)]
struct Actions {
    about: FormAction<SaveAbout>,
    work: FormAction<SaveWork>,
    skills: FormAction<SaveSkills>,
    help: FormAction<SaveHelp>,
    week: FormAction<SaveWeek>,
    visibility: FormAction<SaveVisibility>,
}

/// `/profile`.
#[derive(Debug)]
pub struct ProfilePage;

#[lazy_route]
impl LazyRoute for ProfilePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let actions = Actions {
            about: FormAction::new(),
            work: FormAction::new(),
            skills: FormAction::new(),
            help: FormAction::new(),
            week: FormAction::new(),
            visibility: FormAction::new(),
        };
        // Loaded once: fetching anew after each save would make the other sections' forms anew and lose what is typed there.
        let data = Data::new(|| (), |()| load_profile());
        view! {
            <PageHead title=i18n.t(m::PEOPLE_PROFILE_TITLE) lead=i18n.t(m::PEOPLE_PROFILE_LEAD) />
            <Loaded data=data children=move |profile| view! { <Sections profile actions /> } />
        }
        .into_any()
    }
}

#[component]
fn Sections(profile: MyProfile, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let missing = RwSignal::new(profile.missing);
    let page = format!("/people/{}", profile.id);
    view! {
        <div class="stack stack--l">
            <MissingList missing />
            <div class="cluster">
                <a class="button" href=page>{i18n.t(m::PEOPLE_SEE_PAGE)}</a>
                <a class="button button--quiet" href="/settings">{i18n.t(m::PEOPLE_NAME_IN_SETTINGS)}</a>
            </div>
            <div class="settings">
                <Part title=m::PEOPLE_PHOTO_TITLE about=m::PEOPLE_PHOTO_ABOUT>
                    <PhotoForms id=profile.id name=profile.name picture=profile.picture />
                </Part>
                <Part title=m::PEOPLE_ABOUT_TITLE about=m::PEOPLE_ABOUT_ABOUT>
                    <AboutForm section=profile.about countries=profile.countries languages=profile.languages action=actions.about missing />
                </Part>
                <Part title=m::PEOPLE_SKILLS_TITLE about=m::PEOPLE_SKILLS_ABOUT>
                    <SkillsForm section=profile.skills action=actions.skills missing />
                </Part>
                <Part title=m::PEOPLE_HELP_TITLE about=m::PEOPLE_HELP_ABOUT>
                    <HelpForm section=profile.help action=actions.help missing />
                </Part>
                <Part title=m::PEOPLE_WEEK_TITLE about=m::PEOPLE_WEEK_ABOUT>
                    <WeekForm section=profile.week action=actions.week missing />
                </Part>
                <Part title=m::PEOPLE_WORK_TITLE about=m::PEOPLE_WORK_ABOUT>
                    <WorkForm section=profile.work industries=profile.industries action=actions.work missing />
                </Part>
                <Part title=m::PEOPLE_VISIBILITY_TITLE about=m::PEOPLE_VISIBILITY_ABOUT>
                    <VisibilityForm section=profile.visibility action=actions.visibility missing />
                </Part>
            </div>
        </div>
    }
}
