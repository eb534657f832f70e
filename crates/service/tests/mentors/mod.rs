//! The use cases of finding a mentor, on both engines: who may, the search, the filters, the order, favourites.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod access;
mod favourites;
mod fit;
mod fresh;
mod searching;

use domain::fit::views::CardFit;
use domain::mentors::MentorSearch;
use domain::mentors::views::{MentorCard, MentorsPage};
use domain::people::{About, HelpKind};
use service::testing::Stage;
use service::{Actor, Error, mentors, search};
use store::people;
use store::programs::{self, Program};

/// A program with four mentors and a mentee who wants to learn to lead.
pub struct Fixture {
    pub stage: Stage,
    pub program: Program,
    pub mentee: Actor,
    pub noor: Actor,
    pub zoe: Actor,
    pub tam: Actor,
}

impl Fixture {
    /// Amara, the mentee, speaks English and French and lives in UTC. Noor leads teams; Zoë codes, far away; Tam speaks only
    /// German.
    pub async fn new(db: &store::Db) -> Self {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let mentee = stage.person("Amara").await;
        stage.mentee(&program, &mentee).await;
        let noor = stage.person("Noor Haddad").await;
        let zoe = stage.person_in("Zoë Wren", "en", "Pacific/Auckland").await;
        let tam = stage.person_in("Tam Albers", "de", "Europe/Berlin").await;
        for mentor in [&noor, &zoe, &tam] {
            stage.mentor(&program, mentor, 2).await;
        }
        let fixture = Self { stage, program, mentee, noor, zoe, tam };
        fixture
            .describe(
                &fixture.mentee,
                Profile { languages: &["en", "fr"], wanted: &["leading-a-team", "public-speaking"], ..Profile::default() },
            )
            .await;
        let headline = Some("Leads engineers");
        fixture
            .describe(
                &fixture.noor,
                Profile { languages: &["en", "fr"], offered: &["leading-a-team"], country: Some("LB"), headline, ..Profile::default() },
            )
            .await;
        fixture
            .describe(&fixture.zoe, Profile { zone: "Pacific/Auckland", offered: &["python"], country: Some("NZ"), ..Profile::default() })
            .await;
        fixture
            .describe(
                &fixture.tam,
                Profile { zone: "Europe/Berlin", languages: &["de"], offered: &["leading-a-team"], ..Profile::default() },
            )
            .await;
        fixture
    }

    /// Fills in somebody's profile as saving it does.
    pub async fn describe(&self, person: &Actor, profile: Profile<'_>) {
        let now = self.stage.ctx.now();
        let own = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
        let mut tx = self.stage.ctx.write().await.unwrap();
        let about = About {
            pronouns: None,
            headline: profile.headline.map(str::to_owned),
            about: profile.about.map(str::to_owned),
            country: profile.country.map(str::to_owned),
            zone: profile.zone.to_owned(),
            languages: own(profile.languages),
        };
        people::set_about(&mut tx, person.id, &about, now).await.unwrap();
        people::set_skills(&mut tx, person.id, &own(profile.offered), &own(profile.wanted), now).await.unwrap();
        people::set_help(&mut tx, person.id, profile.help, profile.help, now).await.unwrap();
        search::index_person(&mut tx, person.id).await.unwrap();
        programs::touch_rosters_of(&mut tx, person.id).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn list(&self, actor: &Actor, query: &str) -> Result<MentorsPage, Error> {
        mentors::list(&self.stage.ctx, actor, &self.program.slug, read(query)).await
    }

    /// The names that the mentee finds.
    pub async fn found(&self, query: &str) -> Vec<String> {
        names(&self.list(&self.mentee, query).await.unwrap())
    }

    pub async fn card(&self, actor: &Actor, mentor: &Actor) -> MentorCard {
        let page = self.list(actor, "").await.unwrap();
        page.cards.into_iter().find(|card| card.id == mentor.id).expect("is in the list")
    }
}

/// What is filled in.
pub struct Profile<'a> {
    pub zone: &'a str,
    pub languages: &'a [&'a str],
    pub offered: &'a [&'a str],
    pub wanted: &'a [&'a str],
    pub help: &'a [HelpKind],
    pub country: Option<&'a str>,
    pub headline: Option<&'a str>,
    pub about: Option<&'a str>,
}

impl Default for Profile<'_> {
    fn default() -> Self {
        Self { zone: "UTC", languages: &["en"], offered: &[], wanted: &[], help: &[], country: None, headline: None, about: None }
    }
}

/// A search out of an address's query.
pub fn read(query: &str) -> MentorSearch {
    MentorSearch::read(|name| {
        query.split('&').find_map(|pair| pair.split_once('=').filter(|(other, _)| *other == name).map(|(_, value)| value.replace('+', " ")))
    })
}

pub fn names(page: &MentorsPage) -> Vec<String> {
    page.cards.iter().map(|card| card.name.clone()).collect()
}

/// The sentence on a card, with stars around what stands out.
pub fn sentence(card: &MentorCard) -> String {
    match &card.fit {
        CardFit::Fits(fit) => fit.reasons.iter().map(|s| if s.strong { format!("*{}*", s.text) } else { s.text.clone() }).collect(),
        other => format!("{other:?}"),
    }
}
