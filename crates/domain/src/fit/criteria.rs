//! What counts in the fit, and how much.

use crate::programs::ProgramTemplate;

text_enum! {
    /// What counts in the fit. Nothing demographic is in here, so nothing demographic can be given a weight.
    pub enum Criterion {
        /// The mentor offers the skills that the mentee wants.
        Skills = "skills",
        /// The mentor gives the kinds of help that the mentee looks for.
        Aims = "aims",
        /// Free hours in common; as long as those aren't known, a little for waking hours.
        Availability = "availability",
        /// The same industry.
        Industry = "industry",
        /// The mentor is some years ahead.
        Experience = "experience",
        /// Like answers to the program's counted questions.
        Questions = "questions",
        /// Languages beyond the one that they must share.
        Languages = "languages",
        /// The mentee names the mentor ([`crate::match_preferences`]). Counts in match runs alone.
        MenteePreference = "mentee_wish",
        /// The mentor names the mentee. Counts in match runs alone.
        MentorPreference = "mentor_wish",
    }
}

/// How many criteria there are.
pub const CRITERIA: usize = Criterion::ALL.len();

impl Criterion {
    /// What a mentee can rank when they enrol: what lies in the two people. Preferences for people are an order already.
    pub const RANKABLE: &'static [Self] =
        &[Self::Skills, Self::Aims, Self::Availability, Self::Industry, Self::Experience, Self::Questions, Self::Languages];
}

/// By what a criterion's weight is multiplied, in percent, when the mentee ranks it first, second and so on. Further
/// ranks change nothing.
pub const RANK_FACTORS: [u16; 4] = [300, 220, 160, 130];

/// How much each criterion counts, in relation to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Weights([u16; CRITERIA]);

/// Weights that were written before a criterion came to be are shorter: it had no weight then and gets none now, so that an old
/// run comes out as it did.
impl<'de> serde::Deserialize<'de> for Weights {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = <Vec<u16> as serde::Deserialize>::deserialize(deserializer)?;
        if !(Criterion::RANKABLE.len()..=CRITERIA).contains(&written.len()) {
            return Err(serde::de::Error::invalid_length(written.len(), &"a weight for each criterion"));
        }
        let mut weights = Self::NOTHING;
        for (slot, weight) in weights.0.iter_mut().zip(written) {
            *slot = weight;
        }
        Ok(weights)
    }
}

impl Default for Weights {
    /// What counts when nobody says otherwise.
    ///
    /// Mentees are served best by somebody like them under the surface, in values, interests and aims; that matters far
    /// more than likeness of background or demographics (Eby et al., *Psychological Bulletin* 139(2), 2013). Hence aims
    /// and the program's questions weigh most together. What the mentee comes for, the skills, weighs most alone.
    /// A say in the matching comes next (Allen, Eby and Lentz, *Journal of Applied Psychology* 91(3), 2006): the
    /// mentee's own ranking multiplies, see [`RANK_FACTORS`]. Industry and years are likeness of background: little.
    /// Preferences for people have no weight here, see [`Weights::with_preferences`].
    fn default() -> Self {
        Self::NOTHING
            .with(Criterion::Skills, 300)
            .with(Criterion::Aims, 250)
            .with(Criterion::Questions, 200)
            .with(Criterion::Availability, 100)
            .with(Criterion::Industry, 50)
            .with(Criterion::Experience, 50)
            .with(Criterion::Languages, 50)
    }
}

impl Weights {
    /// Nothing counts.
    pub const NOTHING: Self = Self([0; CRITERIA]);

    /// The weights that a program of this kind starts with: in a reverse or a peer program nobody needs to be ahead, a
    /// buddy for newcomers above all has time, the rest takes the default.
    #[must_use]
    pub fn for_template(template: ProgramTemplate) -> Self {
        let default = Self::default();
        match template {
            ProgramTemplate::Career | ProgramTemplate::Group => default,
            ProgramTemplate::Onboarding => default.with(Criterion::Availability, 200),
            ProgramTemplate::Reverse | ProgramTemplate::Peer => default.with(Criterion::Experience, 0),
        }
    }

    /// The same with the weights that preferences have in a match run unless somebody says otherwise.
    ///
    /// The mentee's own say comes second to likeness under the surface, aims and the program's questions together, and weighs
    /// more than anything alone; the mentor's say counts as well, but less (Allen, Eby and Lentz 2006; Eby et al. 2013). Only
    /// match runs have these: where mentees look for somebody themselves, a preference would raise whoever it was made for, and a
    /// mentor's preference would show.
    #[must_use]
    pub fn with_preferences(self) -> Self {
        self.with(Criterion::MenteePreference, 350).with(Criterion::MentorPreference, 150)
    }

    /// The weight of a criterion.
    #[must_use]
    pub fn of(&self, criterion: Criterion) -> u16 {
        self.0.get(criterion as usize).copied().unwrap_or(0)
    }

    /// The weights in the order of [`Criterion::ALL`].
    pub(super) const fn all(&self) -> &[u16; CRITERIA] {
        &self.0
    }

    /// The same with another weight for one criterion, at most 1000.
    #[must_use]
    pub fn with(mut self, criterion: Criterion, weight: u16) -> Self {
        if let Some(slot) = self.0.get_mut(criterion as usize) {
            *slot = weight.min(1000);
        }
        self
    }

    /// The same for a mentee who ranks what matters, most important first. The first mention of a criterion counts, and
    /// what has no weight gets none: a rank can't bring in what a program leaves out.
    #[must_use]
    pub fn ranked(self, ranking: &[Criterion]) -> Self {
        let mut ranked = self;
        let mut seen = [false; CRITERIA];
        let mut factors = RANK_FACTORS.iter();
        for criterion in ranking {
            let Some(seen) = seen.get_mut(*criterion as usize).filter(|seen| !**seen) else {
                continue;
            };
            *seen = true;
            let Some(factor) = factors.next() else { break };
            let weight = u32::from(self.of(*criterion)) * u32::from(*factor) / 100;
            if let Some(slot) = ranked.0.get_mut(*criterion as usize) {
                *slot = u16::try_from(weight).unwrap_or(u16::MAX);
            }
        }
        ranked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_under_the_surface_weighs_most_and_background_least() {
        let weights = Weights::default();
        let of = |criterion| weights.of(criterion);
        assert!(of(Criterion::Aims) + of(Criterion::Questions) > of(Criterion::Skills));
        let least = [Criterion::Industry, Criterion::Experience, Criterion::Languages];
        assert!(least.into_iter().all(|criterion| of(criterion) < of(Criterion::Availability)));
        assert_eq!(Criterion::ALL.iter().map(|criterion| of(*criterion)).sum::<u16>(), 1000);
    }

    #[test]
    fn the_mentee_s_preference_comes_second_and_only_where_preferences_count() {
        let (usual, weights) = (Weights::default(), Weights::default().with_preferences());
        assert_eq!((usual.of(Criterion::MenteePreference), usual.of(Criterion::MentorPreference)), (0, 0));
        let preference = weights.of(Criterion::MenteePreference);
        assert!(weights.of(Criterion::Aims) + weights.of(Criterion::Questions) > preference);
        assert!(Criterion::RANKABLE.iter().all(|criterion| weights.of(*criterion) < preference));
        assert!((1..preference).contains(&weights.of(Criterion::MentorPreference)));
    }

    #[test]
    fn weights_from_before_there_were_preferences_have_none_for_them() {
        let read = |text: &str| serde_json::from_str::<Weights>(text).ok();
        assert_eq!(read("[300,250,100,50,50,200,50]"), Some(Weights::default()));
        let all = Weights::default().with_preferences();
        assert_eq!(read(&serde_json::to_string(&all).unwrap_or_default()), Some(all));
        assert_eq!((read("[1,2]"), read("[1,2,3,4,5,6,7,8,9,10]"), read("{}")), (None, None, None));
    }

    #[test]
    fn all_but_preferences_can_be_ranked() {
        assert_eq!(Criterion::RANKABLE, &Criterion::ALL[..7]);
    }

    #[test]
    fn what_the_mentee_ranks_first_weighs_three_times_as_much() {
        let ranking = [Criterion::Industry, Criterion::Skills, Criterion::Industry];
        let ranked = Weights::default().ranked(&ranking);
        assert_eq!(ranked.of(Criterion::Industry), 150, "mentioned twice, counted once");
        assert_eq!(ranked.of(Criterion::Skills), 660);
        assert_eq!(ranked.of(Criterion::Aims), Weights::default().of(Criterion::Aims));
        assert_eq!(Weights::default().ranked(&[]), Weights::default());
    }

    #[test]
    fn a_rank_brings_in_nothing_that_the_program_leaves_out() {
        let peers = Weights::for_template(ProgramTemplate::Peer);
        assert_eq!(peers.ranked(&[Criterion::Experience]).of(Criterion::Experience), 0);
    }

    #[test]
    fn ranking_everything_raises_the_first_four() {
        let ranked = Weights::default().ranked(Criterion::ALL);
        let raised = |criterion: &&Criterion| ranked.of(**criterion) > Weights::default().of(**criterion);
        assert_eq!(Criterion::ALL.iter().filter(raised).count(), 4);
    }
}
