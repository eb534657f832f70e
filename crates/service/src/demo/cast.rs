//! The people, and the organisation that half of them belong to.

use super::builder::DemoBuilder;
use super::data::Person;
use crate::Error;
use chrono::Duration;
use domain::OrganisationId;
use domain::accounts::email_key;
use domain::events::EventKind;
use domain::organisations::OrgRole;
use domain::people::{SkillSide, Visibility};
use serde_json::json;
use store::bulk;
use store::events::NewEvent;

/// When the first of them signed up.
const WEEKS_AGO: i64 = 50;

/// Somebody's address. The domains are set aside for examples, so that no mail goes anywhere.
pub(super) fn email(person: &Person) -> String {
    format!("{}@{}", person.who.email, if person.who.organisation { "northwind.example" } else { "example.org" })
}

/// Everybody signs up, and those of the organisation join it.
pub(super) fn enter(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    let data = builder.data;
    let organisation: OrganisationId = builder.ctx.id();
    let founded = builder.ago(WEEKS_AGO);
    let owner = builder.person(&data.texts.organisation.owner)?.id;
    builder.rows.organisations.push(bulk::Organisation {
        id: organisation,
        slug: data.texts.organisation.slug.clone(),
        name: data.texts.organisation.name.clone(),
        about: data.texts.organisation.about.clone(),
        created_at: founded,
    });
    builder.rows.events.push(NewEvent {
        at: founded,
        kind: EventKind::OrganisationCreated,
        actor: Some(owner),
        organisation: Some(organisation),
        program: None,
        subject: Some(organisation.0),
        body: json!({}),
    });
    for (n, demo_person) in (0_i32..).zip(builder.people.clone()) {
        let person = demo_person.data;
        let since = founded + Duration::hours(i64::from(n) * 3);
        let email = email(person);
        builder.rows.people.push(bulk::Person {
            id: demo_person.id,
            email_key: email_key(&email),
            email,
            password_hash: builder.password_hash.clone(),
            name: person.who.name.clone(),
            locale: person.place.locale.as_str().to_owned(),
            zone: person.place.zone.clone(),
            pronouns: person.who.pronouns.clone(),
            headline: Some(person.work.headline.clone()),
            about: Some(person.about.clone()),
            country: Some(person.place.country.clone()),
            industry: Some(person.work.industry.clone()),
            role_title: Some(person.work.role.clone()),
            experience_years: Some(person.work.years),
            help_offered: person.offers.help.clone(),
            help_wanted: person.wants.help.clone(),
            availability: person.week.iter().map(super::data::Slot::weekly).collect::<Result<_, _>>()?,
            visibility: Visibility::Shared,
            created_at: since,
        });
        builder.rows.speaks(demo_person.id, &person.place.languages);
        builder.rows.knows(demo_person.id, SkillSide::Offered, &person.offers.skills);
        builder.rows.knows(demo_person.id, SkillSide::Wanted, &person.wants.skills);
        if person.who.organisation {
            let role = role(&data.texts.organisation, &person.who.email);
            builder.rows.memberships.push(bulk::Membership {
                organisation_id: organisation,
                person_id: demo_person.id,
                role,
                joined_at: since,
            });
        }
    }
    Ok(())
}

fn role(organisation: &super::data::Organisation, handle: &str) -> OrgRole {
    if organisation.owner == handle {
        OrgRole::Owner
    } else if organisation.admins.iter().any(|admin| admin == handle) {
        OrgRole::Admin
    } else {
        OrgRole::Member
    }
}
