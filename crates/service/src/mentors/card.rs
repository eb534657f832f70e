//! A mentor for one reader: what stands on the card, and whether they can be asked.

use super::ranking::Ranking;
use super::roster::{Mentor, Roster};
use crate::access::ProgramAccess;
use crate::{Actor, Ctx, Error, reference, requests};
use domain::enrolments::EnrolmentStatus;
use domain::fit::views::CardFit;
use domain::match_preferences::views::CardPreference;
use domain::mentors::views::{CardAsk, MentorCard, MentorsNote};
use domain::programs::MatchingMode;
use domain::{PersonId, RequestId};
use i18n::I18n;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use store::enrolments::Enrolment;
use store::mentors::of_mentee;
use store::programs::Program;
use store::{Tx, favourites};

/// So many skills stand on a card.
const SKILLS: usize = 4;

/// The one who looks, and what they are to the mentors.
pub(super) struct Viewer {
    /// Their language.
    pub i18n: I18n,
    /// The mentors in their order, if they look for one.
    pub ranking: Option<Arc<Ranking>>,
    /// Their favourites.
    pub favourites: HashSet<PersonId>,
    /// What must be said before anything else.
    pub note: Option<MentorsNote>,
    /// The mentors whom they name, if they can name any.
    preferences: Option<Vec<PersonId>>,
    person: PersonId,
    asked: HashMap<PersonId, RequestId>,
}

impl Viewer {
    /// What is known of the reader: one statement.
    pub(super) async fn read(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &ProgramAccess, roster: &Arc<Roster>) -> Result<Self, Error> {
        let program = &access.program;
        let mut viewer = Self {
            i18n: actor.i18n(),
            ranking: None,
            favourites: HashSet::new(),
            note: None,
            preferences: None,
            person: actor.id,
            asked: HashMap::new(),
        };
        let Some(enrolment) = access.participant().filter(|enrolment| enrolment.as_mentee) else {
            viewer.favourites = favourites::of(tx, program.id, actor.id).await?.into_iter().collect();
            viewer.note = access.participant().and_then(paused);
            return Ok(viewer);
        };
        viewer.ranking = Some(ctx.rosters.ranking(ctx, tx, program, roster, enrolment).await?);
        let own = of_mentee(tx, program.id, actor.id, ctx.now()).await?;
        viewer.favourites = own.favourites.into_iter().collect();
        viewer.asked = own.asked.into_iter().map(|(request, mentor)| (mentor, request)).collect();
        viewer.note = paused(enrolment).or_else(|| closed(program, viewer.asked.len(), own.placed));
        viewer.preferences = (!program.status.is_over()).then_some(own.preferences);
        Ok(viewer)
    }

    /// A mentor's card.
    pub(super) fn card(&self, roster: &Roster, mentor: &Mentor) -> MentorCard {
        let fit = match &self.ranking {
            Some(ranking) => ranking.fit(mentor, self.i18n),
            None if mentor.id == self.person => CardFit::Own,
            None => CardFit::NotAsked,
        };
        let country = mentor.country.as_deref().and_then(|code| reference::country_name(code, self.i18n.locale));
        MentorCard {
            id: mentor.id,
            name: mentor.name.clone(),
            headline: mentor.headline.clone(),
            picture: mentor.picture,
            country: country.map(crate::tables::alone),
            skills: self.skills(roster, mentor),
            room: mentor.room,
            usual_reply: mentor.reply.map(|speed| requests::reply_speed(self.i18n, speed, &mentor.name)),
            favourite: (mentor.id != self.person).then(|| self.favourites.contains(&mentor.id)),
            ask: self.ask(mentor, &fit),
            preference: self.preference(mentor),
            fit,
        }
    }

    fn ask(&self, mentor: &Mentor, fit: &CardFit) -> CardAsk {
        match self.asked.get(&mentor.id) {
            Some(request) => CardAsk::Asked(*request),
            None if matches!(fit, CardFit::Fits(_)) && mentor.room > 0 && self.note.is_none() => CardAsk::May,
            None => CardAsk::No,
        }
    }

    fn preference(&self, mentor: &Mentor) -> CardPreference {
        let Some(preferences) = self.preferences.as_ref().filter(|_| mentor.id != self.person) else { return CardPreference::No };
        CardPreference::of(preferences, mentor.id)
    }

    /// A few skills, those that the reader wants first.
    fn skills(&self, roster: &Roster, mentor: &Mentor) -> Vec<String> {
        let names = roster.names(self.i18n);
        let wanted = |id: &&String| self.ranking.as_ref().is_some_and(|ranking| ranking.wants(id));
        let (first, rest): (Vec<&String>, Vec<&String>) = mentor.skills.iter().partition(wanted);
        first.into_iter().chain(rest).filter_map(|id| names.skill(id)).take(SKILLS).collect()
    }
}

fn paused(enrolment: &Enrolment) -> Option<MentorsNote> {
    (enrolment.status == EnrolmentStatus::Paused).then_some(MentorsNote::YouPause)
}

/// Why a mentee can't ask anybody, if they can't.
fn closed(program: &Program, open: usize, placed: bool) -> Option<MentorsNote> {
    let open = i64::try_from(open).unwrap_or(i64::MAX);
    if program.matching != MatchingMode::MenteesAsk {
        Some(MentorsNote::CoordinatorPairs)
    } else if !program.status.accepts_requests() {
        Some(MentorsNote::NotOpen)
    } else if placed {
        Some(MentorsNote::YouHaveAMentor)
    } else if open >= i64::from(program.max_open_requests) {
        Some(MentorsNote::NoMoreRequests)
    } else {
        None
    }
}
