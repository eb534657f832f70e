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
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use missing::MissingList;
use photo::PhotoForms;
use section::Part;
use skills::{HelpForm, SkillsForm};
use std::time::Duration;
use visibility::VisibilityForm;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement};
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

/// The mark of a section's form, and what it says once something was changed in it that isn't saved.
pub(super) const SECTION: &str = "data-section";
const CHANGED: &str = "changed";

/// Notes that something in a section was typed, ticked or taken out.
fn touched(event: impl AsRef<web_sys::Event>) {
    let event = event.as_ref();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // Of clicks, those that take a skill out count.
    let counts = |target: &Element| event.type_() != "click" || target.closest("[data-chip]").ok().flatten().is_some();
    let form = target.filter(counts).and_then(|target| target.closest(&format!("form[{SECTION}]")).ok().flatten());
    if let Some(form) = form {
        let _ = form.set_attribute(SECTION, CHANGED);
    }
}

/// The forms of the sections in which something isn't saved.
fn changed_sections() -> Vec<HtmlFormElement> {
    let Ok(found) = document().query_selector_all(&format!("form[{SECTION}={CHANGED}]")) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// The section that is saved at this address holds nothing unsaved any more.
pub(super) fn section_saved(url: &str) {
    if let Ok(Some(form)) = document().query_selector(&format!("form[action='{url}']")) {
        let _ = form.set_attribute(SECTION, "");
    }
}

#[component]
fn Sections(profile: MyProfile, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let missing = RwSignal::new(profile.missing);
    let page = format!("/people/{}", profile.id);
    let saving = StoredValue::new(false);
    // People see one page: whichever button they press, all that they changed is saved.
    let save_all = move |event: SubmitEvent| {
        let pressed = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let posted = pressed.as_ref().is_some_and(|form| form.has_attribute(SECTION));
        if saving.get_value() || !posted {
            return;
        }
        saving.set_value(true);
        let others: Vec<HtmlFormElement> = changed_sections().into_iter().filter(|form| Some(form) != pressed.as_ref()).collect();
        // After this event: a handler can't be called while it runs.
        let send = move || {
            for form in others {
                let _ = form.request_submit();
            }
            // The page may be gone by now.
            let _gone = saving.try_set_value(false);
        };
        set_timeout(send, Duration::ZERO);
    };
    view! {
        <div class="stack stack--l">
            <MissingList missing />
            <div class="cluster">
                <a class="button" href=page>{i18n.t(m::PEOPLE_SEE_PAGE)}</a>
                <a class="button button--quiet" href="/settings">{i18n.t(m::PEOPLE_NAME_IN_SETTINGS)}</a>
            </div>
            <div class="settings" on:input=touched on:change=touched on:click=touched on:submit=save_all>
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
