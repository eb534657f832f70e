//! What the pages about mentors show. Sentences come in the reader's language.

use super::{MentorFilter, MentorOrder, MentorSearch};
use crate::fit::views::CardFit;
use crate::ids::{PersonId, PictureId, RequestId};
use crate::match_preferences::views::CardPreference;
use crate::shared::{Named, Pages, ProgramRef};
use serde::{Deserialize, Serialize};

/// Whether the reader may ask a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardAsk {
    /// Yes.
    May,
    /// They have, and it is open.
    Asked(RequestId),
    /// No, or not now.
    No,
}

/// A mentor in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorCard {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// One line about them.
    pub headline: Option<String>,
    /// Their photo.
    pub picture: Option<PictureId>,
    /// The name of their country.
    pub country: Option<String>,
    /// A few of the skills on offer, those that the reader wants first.
    pub skills: Vec<String>,
    /// How they fit.
    pub fit: CardFit,
    /// How many more mentees they can take.
    pub room: i32,
    /// How fast they usually answer, in a sentence.
    pub usual_reply: Option<String>,
    /// Whether the reader keeps them as a favourite; nothing for oneself.
    pub favourite: Option<bool>,
    /// Whether the reader may ask them.
    pub ask: CardAsk,
    /// Whether the reader can name them, and does.
    pub preference: CardPreference,
}

/// A filter that narrows the list, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenFilter {
    /// Which.
    pub filter: MentorFilter,
    /// What it asks for.
    pub label: String,
    /// How many there would be without it; told only when nobody is found.
    pub without: Option<i64>,
}

/// What the filters offer: what mentors of this program have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilterChoices {
    /// Skills, the most offered ones.
    pub skills: Vec<Named>,
    /// Languages.
    pub languages: Vec<Named>,
    /// Countries.
    pub countries: Vec<Named>,
}

/// What stands above the list for this reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MentorsNote {
    /// The reader takes a break, and can't ask meanwhile.
    YouPause,
    /// The reader has a mentor here.
    YouHaveAMentor,
    /// Mentees don't ask here: a coordinator brings people together.
    CoordinatorPairs,
    /// The program isn't open for requests.
    NotOpen,
    /// As many requests are open as may be.
    NoMoreRequests,
}

/// The mentors of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorsPage {
    /// The program.
    pub program: ProgramRef,
    /// Whether the reader looks for a mentor here: then there is a fit.
    pub as_mentee: bool,
    /// Whether the reader coordinates the program.
    pub coordinator: bool,
    /// What must be said first.
    pub note: Option<MentorsNote>,
    /// What was looked for.
    pub search: MentorSearch,
    /// In which order they come.
    pub order: MentorOrder,
    /// The filters chosen.
    pub chosen: Vec<ChosenFilter>,
    /// What the filters offer.
    pub choices: FilterChoices,
    /// How many mentors there are in all.
    pub total: i64,
    /// How many were found.
    pub found: i64,
    /// The place of the first card in what was found, from 1.
    pub first: i64,
    /// A page of them.
    pub cards: Vec<MentorCard>,
    /// Where the parts before and after begin.
    pub pages: Pages<String>,
}

/// Mentors whom somebody might ask next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// In which program.
    pub program: ProgramRef,
    /// Those who fit best.
    pub cards: Vec<MentorCard>,
}
