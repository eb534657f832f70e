//! One's own profile, as its form shows it, with the mark of what it shows.

use super::mark::mark;
use super::words;
use crate::{Actor, Ctx, Error, reference, skills};
use domain::PersonId;
use domain::people::views::{MyProfile, Sides};
use domain::people::week::WeekCell;
use domain::people::{About, AboutDraft, HelpKind, Missing, ProfileFacts, SkillSide, Visibility, Work, WorkDraft, missing, week};
use i18n::Locale;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::people::{self, Profile};
use use_case::use_case;

/// One's own profile.
///
/// # Errors
/// The account is gone.
#[use_case]
pub async fn profile(ctx: &Ctx, actor: &Actor) -> Result<MyProfile, Error> {
    let mut tx = ctx.read().await?;
    let mine = Mine::load(&mut tx, actor.id).await?;
    let names = mine.skill_names(&mut tx, actor.locale).await?;
    let (form, locale) = (&mine.profile, actor.locale);
    Ok(MyProfile {
        id: form.id,
        name: form.name.clone(),
        picture: form.picture_id,
        missing: mine.missing(),
        mark: mark(&mine.content()),
        about: mine.about(),
        work: mine.work(),
        skills: Sides { offered: names.offered.join(", "), wanted: names.wanted.join(", ") },
        help: Sides { offered: form.help_offered.0.clone(), wanted: form.help_wanted.0.clone() },
        week: week::ticked(&form.availability),
        visibility: form.visibility,
        countries: words::owned(reference::countries(locale)),
        languages: words::owned(reference::languages(locale)),
        industries: words::owned(reference::industries(locale)),
    })
}

/// What one's own profile lacks, the most helpful first.
///
/// # Errors
/// The account is gone.
#[use_case]
pub async fn missing_in_profile(ctx: &Ctx, actor: &Actor) -> Result<Vec<Missing>, Error> {
    Ok(Mine::load(&mut ctx.read().await?, actor.id).await?.missing())
}

/// What the form of a profile holds, after it was checked: the fields as they are compared and joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Content {
    #[serde(flatten)]
    pub about: About,
    #[serde(flatten)]
    pub work: Work,
    /// The ids of skills.
    pub skills_offered: Vec<String>,
    pub skills_wanted: Vec<String>,
    pub help_offered: Vec<HelpKind>,
    pub help_wanted: Vec<HelpKind>,
    pub week: Vec<WeekCell>,
    pub visibility: Visibility,
}

impl Content {
    /// Boxes have no order: they are compared in one.
    pub(super) fn in_order(mut self) -> Self {
        self.help_offered.sort_unstable();
        self.help_wanted.sort_unstable();
        self.week.sort_unstable();
        self
    }
}

/// Everything that is stored about a person's profile.
#[derive(Debug, Clone)]
pub(super) struct Mine {
    pub profile: Profile,
    pub languages: Vec<String>,
    skills: Vec<(SkillSide, String)>,
    offers: bool,
    looks: bool,
}

impl Mine {
    /// Reads it.
    pub(super) async fn load(tx: &mut Tx, person: PersonId) -> Result<Self, Error> {
        let profile = people::by_id(tx, person).await?.ok_or(Error::SignInNeeded)?;
        Self::around(tx, profile).await
    }

    /// Reads it and holds it until the transaction ends.
    pub(super) async fn lock(tx: &mut Tx, person: PersonId) -> Result<Self, Error> {
        let profile = people::lock(tx, person).await?.ok_or(Error::SignInNeeded)?;
        Self::around(tx, profile).await
    }

    async fn around(tx: &mut Tx, profile: Profile) -> Result<Self, Error> {
        let languages = people::languages(tx, profile.id).await?;
        let skills = people::skills(tx, profile.id).await?;
        let (offers, looks) = people::sides(tx, profile.id).await?;
        Ok(Self { profile, languages, skills, offers, looks })
    }

    /// The ids of the skills of one side.
    pub(super) fn skills(&self, side: SkillSide) -> Vec<String> {
        self.skills.iter().filter(|(other, _)| *other == side).map(|(_, id)| id.clone()).collect()
    }

    /// The names of the skills of both sides, as the form shows them.
    pub(super) async fn skill_names(&self, tx: &mut Tx, locale: Locale) -> Result<Sides<Vec<String>>, Error> {
        let all: Vec<String> = self.skills.iter().map(|(_, id)| id.clone()).collect();
        let names = skills::names(tx, &all, locale).await?;
        let of = |side| {
            let named = |id: &String| names.iter().find(|(other, _)| other == id).map(|(_, name)| name.clone());
            self.skills(side).iter().filter_map(named).collect()
        };
        Ok(Sides { offered: of(SkillSide::Offered), wanted: of(SkillSide::Wanted) })
    }

    fn about(&self) -> AboutDraft {
        let form = &self.profile;
        AboutDraft {
            pronouns: form.pronouns.clone().unwrap_or_default(),
            headline: form.headline.clone().unwrap_or_default(),
            about: form.about.clone().unwrap_or_default(),
            country: form.country.clone().unwrap_or_default(),
            zone: form.zone.clone(),
            languages: self.languages.clone(),
        }
    }

    fn work(&self) -> WorkDraft {
        let form = &self.profile;
        WorkDraft {
            industry: form.industry.clone().unwrap_or_default(),
            role_title: form.role_title.clone().unwrap_or_default(),
            experience_years: form.experience_years.map(|years| years.to_string()).unwrap_or_default(),
        }
    }

    /// What the form holds.
    pub(super) fn content(&self) -> Content {
        let form = &self.profile;
        let content = Content {
            about: About {
                pronouns: form.pronouns.clone(),
                headline: form.headline.clone(),
                about: form.about.clone(),
                country: form.country.clone(),
                zone: form.zone.clone(),
                languages: self.languages.clone(),
            },
            work: Work { industry: form.industry.clone(), role_title: form.role_title.clone(), experience_years: form.experience_years },
            skills_offered: self.skills(SkillSide::Offered),
            skills_wanted: self.skills(SkillSide::Wanted),
            help_offered: form.help_offered.0.clone(),
            help_wanted: form.help_wanted.0.clone(),
            week: week::ticked(&form.availability),
            visibility: form.visibility,
        };
        content.in_order()
    }

    /// What is missing, the most helpful first.
    pub(super) fn missing(&self) -> Vec<Missing> {
        let form = &self.profile;
        missing(&ProfileFacts {
            offers: self.offers,
            looks: self.looks,
            photo: form.picture_id.is_some(),
            headline: form.headline.is_some(),
            about: form.about.is_some(),
            languages: !self.languages.is_empty(),
            skills_offered: !self.skills(SkillSide::Offered).is_empty(),
            skills_wanted: !self.skills(SkillSide::Wanted).is_empty(),
            help_offered: !form.help_offered.is_empty(),
            help_wanted: !form.help_wanted.is_empty(),
            week: !form.availability.is_empty(),
            work: form.industry.is_some() && form.role_title.is_some() && form.experience_years.is_some(),
            country: form.country.is_some(),
        })
    }
}
