//! One's own profile, as its form shows it: every section with the mark of its state.

use super::mark::Mark;
use super::words;
use crate::{Actor, Ctx, Error, reference, skills};
use domain::PersonId;
use domain::people::views::{MyProfile, Section, Sides};
use domain::people::{AboutDraft, Missing, ProfileFacts, SkillSide, WorkDraft, missing, week};
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
    let names = skills::names(&mut tx, &mine.all_skills(), actor.locale).await?;
    let typed = |side| {
        let named = |id: &String| names.iter().find(|(other, _)| other == id).map(|(_, name)| name.as_str());
        mine.skills(side).iter().filter_map(named).collect::<Vec<_>>().join(", ")
    };
    let (form, locale) = (&mine.profile, actor.locale);
    Ok(MyProfile {
        id: form.id,
        name: form.name.clone(),
        picture: form.picture_id,
        missing: mine.missing(),
        about: Section { mark: mine.about_mark().to_string(), form: mine.about() },
        work: Section { mark: mine.work_mark().to_string(), form: mine.work() },
        skills: Section {
            mark: mine.skills_mark().to_string(),
            form: Sides { offered: typed(SkillSide::Offered), wanted: typed(SkillSide::Wanted) },
        },
        help: Section {
            mark: mine.help_mark().to_string(),
            form: Sides { offered: form.help_offered.0.clone(), wanted: form.help_wanted.0.clone() },
        },
        week: Section { mark: mine.week_mark().to_string(), form: week::ticked(&form.availability) },
        visibility: Section { mark: mine.visibility_mark().to_string(), form: form.visibility },
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

    fn all_skills(&self) -> Vec<String> {
        self.skills.iter().map(|(_, id)| id.clone()).collect()
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

    pub(super) fn about_mark(&self) -> Mark {
        Mark::of(&self.about())
    }

    pub(super) fn work_mark(&self) -> Mark {
        Mark::of(&self.work())
    }

    pub(super) fn skills_mark(&self) -> Mark {
        Mark::of(&self.skills)
    }

    pub(super) fn help_mark(&self) -> Mark {
        Mark::of(&(&self.profile.help_offered.0, &self.profile.help_wanted.0))
    }

    pub(super) fn week_mark(&self) -> Mark {
        Mark::of(&self.profile.availability.0)
    }

    pub(super) fn visibility_mark(&self) -> Mark {
        Mark::of(&self.profile.visibility)
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
