//! One's own profile: one page, one form, one button that saves it.

mod about;
mod form;
mod languages;
mod missing;
mod options;
mod photo;
mod skills;
mod visibility;
mod week;
mod work;

use super::{SaveProfile, load_profile};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::{FormAction, Submit};
use crate::ui::{Loaded, PageHead};
use about::AboutFields;
use domain::people::views::MyProfile;
use form::ProfileForm;
use i18n::{Key, m};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use missing::MissingList;
use photo::PhotoFields;
use skills::{HelpFields, SkillFields};
use visibility::VisibilityFields;
use week::WeekTable;
use work::WorkFields;

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
        let action = FormAction::<SaveProfile>::new();
        // Loaded once: what is typed while a save is on its way must not be lost by making the form anew.
        let data = Data::new(|| (), |()| load_profile());
        view! {
            <PageHead title=i18n.t(m::PEOPLE_PROFILE_TITLE) lead=i18n.t(m::PEOPLE_PROFILE_LEAD) />
            <Loaded data=data children=move |profile| view! { <Sections profile action /> } />
        }
        .into_any()
    }
}

#[component]
fn Sections(profile: MyProfile, action: FormAction<SaveProfile>) -> impl IntoView {
    let i18n = use_i18n();
    let missing = RwSignal::new(profile.missing);
    let page = format!("/people/{}", profile.id);
    view! {
        <ProfileForm action mark=profile.mark missing>
            <MissingList missing />
            <div class="cluster">
                <a class="button" href=page>{i18n.t(m::PEOPLE_SEE_PAGE)}</a>
                <a class="button button--quiet" href="/settings">{i18n.t(m::PEOPLE_NAME_IN_SETTINGS)}</a>
            </div>
            <div class="settings">
                <Part title=m::PEOPLE_PHOTO_TITLE about=m::PEOPLE_PHOTO_ABOUT>
                    <PhotoFields id=profile.id name=profile.name picture=profile.picture />
                </Part>
                <Part title=m::PEOPLE_ABOUT_TITLE about=m::PEOPLE_ABOUT_ABOUT>
                    <AboutFields about=profile.about countries=profile.countries languages=profile.languages />
                </Part>
                <Part title=m::PEOPLE_SKILLS_TITLE about=m::PEOPLE_SKILLS_ABOUT>
                    <SkillFields skills=profile.skills />
                </Part>
                <Part title=m::PEOPLE_HELP_TITLE about=m::PEOPLE_HELP_ABOUT>
                    <HelpFields help=profile.help />
                </Part>
                <Part title=m::PEOPLE_WEEK_TITLE about=m::PEOPLE_WEEK_ABOUT>
                    <WeekTable ticked=profile.week />
                </Part>
                <Part title=m::PEOPLE_WORK_TITLE about=m::PEOPLE_WORK_ABOUT>
                    <WorkFields work=profile.work industries=profile.industries />
                </Part>
                <Part title=m::PEOPLE_VISIBILITY_TITLE about=m::PEOPLE_VISIBILITY_ABOUT>
                    <VisibilityFields visibility=profile.visibility />
                </Part>
            </div>
            <div class="savebar">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </ProfileForm>
    }
}

/// A section of the page, with its name at the side.
#[component]
fn Part(title: Key, about: Key, children: Children) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="settings__section">
            <div class="settings__about">
                <h2>{i18n.t(title)}</h2>
                <p>{i18n.t(about)}</p>
            </div>
            <div class="form">{children()}</div>
        </section>
    }
}
