//! Which mentors of a roster are meant by a search.

use super::roster::{Mentor, Roster};
use crate::fit::utc_offset;
use crate::{Actor, Ctx, Error, reference, search, tables};
use domain::fit::waking_overlap;
use domain::mentors::{MentorFilter, MentorSearch};
use domain::{PersonId, ProgramId};
use i18n::{I18n, m};
use std::collections::HashSet;
use store::Tx;

/// A search, ready to be asked of each mentor. A value that no mentor has is a number that none has.
pub(super) struct Filter<'a> {
    search: &'a MentorSearch,
    found: HashSet<PersonId>,
    favourites: &'a HashSet<PersonId>,
    skill: Option<u16>,
    language: Option<u16>,
    utc_offset: Option<i32>,
    /// The filters that ask for something: the others need not be asked of thousands of mentors.
    active: Vec<MentorFilter>,
}

impl<'a> Filter<'a> {
    /// Looks up what is searched for.
    pub(super) async fn make(
        ctx: &Ctx,
        tx: &mut Tx,
        actor: &Actor,
        program: ProgramId,
        roster: &Roster,
        search: &'a MentorSearch,
        favourites: &'a HashSet<PersonId>,
    ) -> Result<Self, Error> {
        let found = search::find(tx, program, &search.words).await?;
        Ok(Self {
            search,
            found: found.into_iter().map(|(person, _)| person).collect(),
            favourites,
            skill: search.skill.as_ref().and_then(|id| roster.vocabulary.skills.get(id)),
            language: search.language.as_ref().and_then(|code| roster.vocabulary.languages.get(code)),
            utc_offset: utc_offset(&actor.zone, ctx.now()),
            active: search.chosen(),
        })
    }

    /// Whether a mentor is meant, perhaps leaving out one of the filters.
    pub(super) fn fits(&self, mentor: &Mentor, leave_out: Option<MentorFilter>) -> bool {
        self.active.iter().filter(|filter| leave_out != Some(**filter)).all(|filter| self.fits_one(mentor, *filter))
    }

    /// Whether a mentor is meant by one filter, which is active.
    fn fits_one(&self, mentor: &Mentor, filter: MentorFilter) -> bool {
        let features = &mentor.features;
        match filter {
            MentorFilter::Words => self.found.contains(&mentor.id),
            MentorFilter::Skill => self.skill.is_some_and(|skill| features.offered.contains(skill)),
            MentorFilter::Language => self.language.is_some_and(|number| features.languages.contains(usize::from(number))),
            MentorFilter::Hours => self.search.hours.is_none_or(|hours| {
                let offsets = self.utc_offset.zip(features.utc_offset);
                offsets.is_some_and(|(mine, theirs)| waking_overlap(mine, theirs) >= u32::from(hours) * 60)
            }),
            MentorFilter::Country => self.search.country == mentor.country,
            MentorFilter::Room => mentor.room > 0,
            MentorFilter::Favourites => self.favourites.contains(&mentor.id),
        }
    }
}

/// What a chosen filter asks for, in words.
pub(super) fn label(roster: &Roster, i18n: I18n, search: &MentorSearch, filter: MentorFilter) -> String {
    let own = |value: &Option<String>| value.clone().unwrap_or_default();
    match filter {
        MentorFilter::Words => i18n.f(m::MENTORS_CHOSEN_WORDS, &[("words", &search.words)]),
        MentorFilter::Skill => {
            let name = search.skill.as_ref().and_then(|id| roster.names(i18n).skill(id));
            name.map_or_else(|| own(&search.skill), |name| tables::alone(&name))
        }
        MentorFilter::Language => {
            let name = search.language.as_deref().and_then(|code| reference::language_name(code, i18n.locale));
            name.map_or_else(|| own(&search.language), tables::alone)
        }
        MentorFilter::Hours => i18n.n(m::MENTORS_CHOSEN_HOURS, search.hours.unwrap_or_default().into(), &[]),
        MentorFilter::Country => {
            let name = search.country.as_deref().and_then(|code| reference::country_name(code, i18n.locale));
            name.map_or_else(|| own(&search.country), tables::alone)
        }
        MentorFilter::Room => i18n.t(m::MENTORS_FILTER_ROOM).to_owned(),
        MentorFilter::Favourites => i18n.t(m::MENTORS_FILTER_FAVOURITES).to_owned(),
    }
}
