//! A mentor for one reader: what stands on the card, and whether they can be asked.

use super::ranking::Ranking;
use super::roster::{Mentor, Roster};
use crate::access::ProgramAccess;
use crate::{Actor, Ctx, Error, reference, requests};
use domain::enrolments::EnrolmentStatus;
use domain::mentors::views::{CardAsk, CardFit, MentorCard, MentorsNote};
use domain::programs::MatchingMode;
use domain::ranks::RankSide;
use domain::ranks::views::CardWish;
use domain::{PersonId, RequestId};
use i18n::I18n;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use store::requests::open_mentors_of;
use store::{Tx, favourites, mentorships, ranks};

/// So many skills stand on a card.
const SKILLS: usize = 4;

/// The one who looks, and what they are to the mentors.
pub(super) struct Reader {
    /// Their language.
    pub i18n: I18n,
    /// The mentors in their order, if they look for one.
    pub ranking: Option<Arc<Ranking>>,
    /// Their favourites.
    pub favourites: HashSet<PersonId>,
    /// What must be said before anything else.
    pub note: Option<MentorsNote>,
    /// The mentors whom they wish for, if they can wish for any.
    wishes: Option<Vec<PersonId>>,
    person: PersonId,
    asked: HashMap<PersonId, RequestId>,
}

impl Reader {
    /// What is known of the reader: a fixed number of statements, each by an index.
    pub(super) async fn read(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &ProgramAccess, roster: &Arc<Roster>) -> Result<Self, Error> {
        let program = &access.program;
        let mut reader = Self {
            i18n: I18n::of(actor.locale),
            ranking: None,
            favourites: favourites::of(tx, program.id, actor.id).await?.into_iter().collect(),
            note: None,
            wishes: None,
            person: actor.id,
            asked: HashMap::new(),
        };
        let Some(enrolment) = access.participant() else { return Ok(reader) };
        if enrolment.as_mentee {
            reader.ranking = Some(ctx.rosters.ranking(ctx, tx, program, roster, enrolment).await?);
            reader.asked =
                open_mentors_of(tx, program.id, actor.id, ctx.now()).await?.into_iter().map(|(id, mentor)| (mentor, id)).collect();
        }
        if enrolment.as_mentee && !program.status.is_over() {
            reader.wishes = Some(ranks::ids(tx, program.id, actor.id, RankSide::Mentors).await?);
        }
        let open = i64::try_from(reader.asked.len()).unwrap_or(i64::MAX);
        reader.note = if enrolment.status == EnrolmentStatus::Paused {
            Some(MentorsNote::YouPause)
        } else if !enrolment.as_mentee {
            None
        } else if program.matching != MatchingMode::MenteesAsk {
            Some(MentorsNote::CoordinatorPairs)
        } else if !program.status.accepts_requests() {
            Some(MentorsNote::NotOpen)
        } else if mentorships::mentee_is_placed(tx, program.id, actor.id).await? {
            Some(MentorsNote::YouHaveAMentor)
        } else if open >= i64::from(program.max_open_requests) {
            Some(MentorsNote::NoMoreRequests)
        } else {
            None
        };
        Ok(reader)
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
            wish: self.wish(mentor),
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

    fn wish(&self, mentor: &Mentor) -> CardWish {
        let Some(wishes) = self.wishes.as_ref().filter(|_| mentor.id != self.person) else { return CardWish::No };
        CardWish::of(wishes, mentor.id)
    }

    /// A few skills, those that the reader wants first.
    fn skills(&self, roster: &Roster, mentor: &Mentor) -> Vec<String> {
        let names = roster.names(self.i18n);
        let wanted = |id: &&String| self.ranking.as_ref().is_some_and(|ranking| ranking.wants(id));
        let (first, rest): (Vec<&String>, Vec<&String>) = mentor.skills.iter().partition(wanted);
        first.into_iter().chain(rest).filter_map(|id| names.skill(id)).take(SKILLS).collect()
    }
}
