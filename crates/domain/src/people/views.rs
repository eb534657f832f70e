//! What the pages of a profile show: one's own to work on, and somebody else's as far as one may see it. Sentences come in
//! the reader's language.

use super::week::WeekCell;
use super::{AboutDraft, HelpKind, Missing, Visibility, WorkDraft};
use crate::fit::views::FitView;
use crate::ids::{PersonId, PictureId};
use crate::shared::Named;
use serde::{Deserialize, Serialize};

/// The two sides of something: offered and wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sides<T> {
    /// What somebody can give.
    pub offered: T,
    /// What somebody looks for.
    pub wanted: T,
}

/// One's own profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyProfile {
    /// Oneself.
    pub id: PersonId,
    /// One's name.
    pub name: String,
    /// One's photo.
    pub picture: Option<PictureId>,
    /// What is missing, the most helpful first.
    pub missing: Vec<Missing>,
    /// The mark of what the form was filled with: it goes back with the change, so that two changes at the same time don't
    /// overwrite each other unseen.
    pub mark: String,
    /// Who and where.
    pub about: AboutDraft,
    /// Work.
    pub work: WorkDraft,
    /// Skills, as names between commas.
    pub skills: Sides<String>,
    /// Kinds of help.
    pub help: Sides<Vec<HelpKind>>,
    /// The ticked boxes of the usual week.
    pub week: Vec<WeekCell>,
    /// Who sees the personal part.
    pub visibility: Visibility,
    /// Countries to choose from.
    pub countries: Vec<Named>,
    /// Languages to choose from.
    pub languages: Vec<Named>,
    /// Industries to choose from.
    pub industries: Vec<Named>,
}

/// One's profile was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// The mark of what the form holds, for the next save.
    pub mark: String,
    /// What is still missing in the profile.
    pub missing: Vec<Missing>,
}

/// The same fields were changed elsewhere since the form was filled: nothing was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedElsewhere {
    /// The mark with which the next save counts.
    pub mark: String,
    /// The fields that were changed in both places, by their names in the form.
    pub fields: Vec<String>,
}

/// A person as the reader may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPage {
    /// The person.
    pub id: PersonId,
    /// Whether it is the reader.
    pub own: bool,
    /// Their name.
    pub name: String,
    /// Their photo.
    pub picture: Option<PictureId>,
    /// Their pronouns.
    pub pronouns: Option<String>,
    /// One line about them.
    pub headline: Option<String>,
    /// Their country.
    pub country: Option<String>,
    /// The time of day where they are, in a sentence.
    pub local_time: Option<String>,
    /// Their languages in a sentence, if they say.
    pub speaks: Option<String>,
    /// Skills that they offer.
    pub skills_offered: Vec<String>,
    /// Skills that they want.
    pub skills_wanted: Vec<String>,
    /// Kinds of help that they offer.
    pub help_offered: Vec<HelpKind>,
    /// Kinds of help that they look for.
    pub help_wanted: Vec<HelpKind>,
    /// The personal part; nothing when it isn't for the reader.
    pub personal: Option<Personal>,
    /// The programs that both take part in.
    pub programs: Vec<SharedProgram>,
    /// Why they would be a fitting mentor for the reader, in the first program where they may be asked.
    pub fit: Option<FitView>,
}

/// The personal part of a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// Words about themselves.
    pub about: Option<String>,
    /// What they work as.
    pub role_title: Option<String>,
    /// Their industry.
    pub industry: Option<String>,
    /// Years of experience.
    pub experience_years: Option<i32>,
    /// Their usual week: a weekday, and the hours of it.
    pub week: Vec<(u8, String)>,
}

/// A program that both take part in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedProgram {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Whether the person offers mentoring in it.
    pub as_mentor: bool,
    /// Whether the person looks for a mentor in it.
    pub as_mentee: bool,
    /// Whether the reader may ask the person for mentoring here.
    pub may_ask: bool,
}
