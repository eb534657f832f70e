//! The mentors of a program in the order in which they fit one mentee.

use super::roster::{Mentor, Roster};
use crate::fit::{Facts, view, weights};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::fit::views::CardFit;
use domain::fit::{Features, Weights, total_only};
use i18n::I18n;
use std::cmp::Reverse;
use std::sync::Arc;
use store::enrolments::Enrolment;
use store::mentors::Whom;
use store::programs::Program;
use store::{StoreError, Tx};

/// Mentors in one mentee's order.
#[derive(Debug)]
pub(super) struct Ranking {
    roster: Arc<Roster>,
    mentee: PersonId,
    enrolment_version: i32,
    features: Features,
    weights: Weights,
    /// For each mentor how far up they stand, see [`Ranking::score`].
    scores: Vec<u16>,
    /// The places of the mentors, the best first.
    pub order: Vec<u32>,
}

impl Ranking {
    /// Compares a mentee with every mentor. A change of the mentee's profile raises the program's roster version too.
    pub(super) async fn make(ctx: &Ctx, tx: &mut Tx, program: &Program, roster: &Arc<Roster>, mentee: &Enrolment) -> Result<Self, Error> {
        let facts = Facts::read(tx, Whom::Two(program.id, mentee.person_id, mentee.person_id)).await?;
        let row = facts.row(mentee.person_id).ok_or(StoreError::Inconsistent("a participant who is nobody"))?;
        // What only the mentee has gets numbers that no mentor has.
        let features = facts.features(&mut roster.vocabulary.clone(), row, ctx.now(), true);
        let weights = weights(program, row);
        let score = |mentor: &Mentor| {
            let total = total_only(&features, &mentor.features, &weights).filter(|_| mentor.id != mentee.person_id);
            // Among equals, those with room first. Nobody is put first for their name: the rest is by id.
            total.map_or(0, |total| (u16::from(total) + 1) * 2 + u16::from(mentor.room > 0))
        };
        let scores: Vec<u16> = roster.mentors.iter().map(score).collect();
        let order = order(&scores);
        Ok(Self { roster: roster.clone(), mentee: mentee.person_id, enrolment_version: mentee.version, features, weights, scores, order })
    }

    /// A ranking with these scores.
    #[cfg(test)]
    pub(super) fn of(roster: &Arc<Roster>, scores: Vec<u16>) -> Self {
        Self {
            roster: roster.clone(),
            mentee: PersonId(uuid::Uuid::max()),
            enrolment_version: 1,
            features: Features::default(),
            weights: Weights::default(),
            order: order(&scores),
            scores,
        }
    }

    /// Whether this is still how it is.
    pub(super) fn holds_for(&self, roster: &Arc<Roster>, mentee: &Enrolment) -> bool {
        Arc::ptr_eq(&self.roster, roster) && self.enrolment_version == mentee.version
    }

    /// How far up a mentor stands: the total, then whether they have room; 0 for oneself and without a shared language.
    pub(super) fn score(&self, place: u32) -> u16 {
        at(&self.scores, place)
    }

    /// How a mentor fits, in words.
    pub(super) fn fit(&self, mentor: &Mentor, i18n: I18n) -> CardFit {
        if mentor.id == self.mentee {
            return CardFit::Own;
        }
        view(self.roster.names(i18n), &self.features, &mentor.features, &self.weights, &mentor.name)
    }

    /// The skills that the mentee wants, by their number.
    pub(super) fn wants(&self, skill: &str) -> bool {
        self.roster.vocabulary.skills.get(&skill.to_owned()).is_some_and(|number| self.features.wanted.contains(&number))
    }
}

/// The best first. Mentors stand by id in the roster, and sorting leaves equals as they were.
fn order(scores: &[u16]) -> Vec<u32> {
    let mut order: Vec<u32> = (0_u32..).zip(scores).map(|(place, _)| place).collect();
    order.sort_by_key(|place| Reverse(at(scores, *place)));
    order
}

fn at(scores: &[u16], place: u32) -> u16 {
    usize::try_from(place).ok().and_then(|place| scores.get(place)).copied().unwrap_or(0)
}
