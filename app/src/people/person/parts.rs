//! What somebody says: skills, kinds of help, words about themselves, work.

use crate::lang::use_i18n;
use crate::ui::{Icon, Paragraphs};
use domain::people::HelpKind;
use domain::people::views::{PersonPage, Personal};
use i18n::{Key, m};
use leptos::prelude::*;

#[component]
pub(super) fn Parts(person: PersonPage) -> impl IntoView {
    let i18n = use_i18n();
    let offers = !person.skills_offered.is_empty() || !person.help_offered.is_empty();
    let wants = !person.skills_wanted.is_empty() || !person.help_wanted.is_empty();
    let nothing = !offers && !wants;
    let name = person.name;
    let personal = match person.personal {
        Some(personal) => view! { <PersonalParts personal /> }.into_any(),
        None => view! { <p class="muted"><Icon name="lock" class="icon--s" /> {i18n.f(m::PEOPLE_PERSONAL_HIDDEN, &[("name", &name)])}</p> }
            .into_any(),
    };
    view! {
        <div>
            {offers.then(|| view! { <Side title=m::PEOPLE_OFFERS skills=person.skills_offered help=person.help_offered accent=true /> })}
            {wants.then(|| view! { <Side title=m::PEOPLE_WANTS skills=person.skills_wanted help=person.help_wanted accent=false /> })}
            {nothing.then(|| view! { <p class="muted">{i18n.f(m::PEOPLE_SAYS_NOTHING, &[("name", &name)])}</p> })}
            {personal}
        </div>
    }
}

/// What somebody gives, or looks for.
#[component]
fn Side(title: Key, skills: Vec<String>, help: Vec<HelpKind>, accent: bool) -> impl IntoView {
    let i18n = use_i18n();
    let chip = if accent { "chip chip--accent" } else { "chip" };
    let skills = (!skills.is_empty()).then(|| {
        let chips = skills.into_iter().map(|skill| view! { <li class=chip>{skill}</li> }).collect_view();
        view! { <ul class="cluster chips" role="list">{chips}</ul> }
    });
    let help = (!help.is_empty()).then(|| {
        let kinds: Vec<&str> = help.into_iter().map(|kind| i18n.t(wording::people::help(kind))).collect();
        view! { <p>{kinds.join(" · ")}</p> }
    });
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(title)}</h2></div>
            <div class="stack stack--s">
                {skills}
                {help}
            </div>
        </section>
    }
}

#[component]
fn PersonalParts(personal: Personal) -> impl IntoView {
    let i18n = use_i18n();
    let Personal { about, role_title, industry, experience_years, .. } = personal;
    let years = experience_years.map(|years| i18n.n(m::PEOPLE_YEARS_OF_EXPERIENCE, years.into(), &[]));
    let work: Vec<String> = [role_title, industry, years].into_iter().flatten().collect();
    let about = about.map(|about| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PEOPLE_ABOUT)}</h2></div>
                <div class="prose"><Paragraphs text=about /></div>
            </section>
        }
    });
    let work = (!work.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PEOPLE_WORK_TITLE)}</h2></div>
                <p>{work.join(" · ")}</p>
            </section>
        }
    });
    view! {
        {about}
        {work}
    }
}
