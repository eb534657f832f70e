//! The people, and the organisation that half of them belong to.

use super::data::Person;
use super::scene::Scene;
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
pub(super) fn enter(scene: &mut Scene<'_>) -> Result<(), Error> {
    let data = scene.data;
    let organisation: OrganisationId = scene.ctx.id();
    let founded = scene.ago(WEEKS_AGO);
    let owner = scene.person(&data.texts.organisation.owner)?.id;
    scene.rows.organisations.push(bulk::Organisation {
        id: organisation,
        slug: data.texts.organisation.slug.clone(),
        name: data.texts.organisation.name.clone(),
        about: data.texts.organisation.about.clone(),
        created_at: founded,
    });
    scene.rows.events.push(NewEvent {
        at: founded,
        kind: EventKind::OrganisationCreated,
        actor: Some(owner),
        organisation: Some(organisation),
        program: None,
        subject: Some(organisation.0),
        body: json!({}),
    });
    for (n, player) in (0_i32..).zip(scene.people.clone()) {
        let person = player.data;
        let since = founded + Duration::hours(i64::from(n) * 3);
        let email = email(person);
        scene.rows.people.push(bulk::Person {
            id: player.id,
            email_key: email_key(&email),
            email,
            password_hash: scene.password_hash.clone(),
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
        scene.rows.speaks(player.id, &person.place.languages);
        scene.rows.knows(player.id, SkillSide::Offered, &person.offers.skills);
        scene.rows.knows(player.id, SkillSide::Wanted, &person.wants.skills);
        if person.who.organisation {
            let role = role(&data.texts.organisation, &person.who.email);
            scene.rows.memberships.push(bulk::Membership { organisation_id: organisation, person_id: player.id, role, joined_at: since });
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
