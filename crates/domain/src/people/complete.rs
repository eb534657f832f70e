//! What a profile lacks, the most helpful first.

/// What the judgement needs to know about a profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a field that is filled in or not")]
pub struct ProfileFacts {
    /// Offers mentoring in some program.
    pub offers: bool,
    /// Looks for a mentor in some program.
    pub looks: bool,
    /// Has a photo.
    pub photo: bool,
    /// Has a headline.
    pub headline: bool,
    /// Says something about themselves.
    pub about: bool,
    /// Says which languages they speak.
    pub languages: bool,
    /// Says which skills they offer.
    pub skills_offered: bool,
    /// Says which skills they want.
    pub skills_wanted: bool,
    /// Says how they help.
    pub help_offered: bool,
    /// Says how they want to be helped.
    pub help_wanted: bool,
    /// Says when they have time.
    pub week: bool,
    /// Says industry, role and years.
    pub work: bool,
    /// Says where they live.
    pub country: bool,
}

text_enum! {
    /// Something that a profile lacks.
    pub enum Missing {
        /// Languages: without one in common nobody is matched.
        Languages = "languages",
        /// Skills offered: what mentees search for.
        SkillsOffered = "skills_offered",
        /// Skills wanted: what mentors are suggested by.
        SkillsWanted = "skills_wanted",
        /// A photo: people answer faces.
        Photo = "photo",
        /// A headline: what is read first.
        Headline = "headline",
        /// Kinds of help offered.
        HelpOffered = "help_offered",
        /// Kinds of help wanted.
        HelpWanted = "help_wanted",
        /// Words about oneself.
        About = "about",
        /// A usual week: shared hours count in the fit.
        Week = "week",
        /// Industry, role and years.
        Work = "work",
        /// The country.
        Country = "country",
    }
}

/// What a profile lacks, the most helpful first. Which side counts follows from what the person does: mentors are asked
/// what they offer, mentees what they want, and somebody who does neither yet for one of the two.
#[must_use]
pub fn missing(facts: &ProfileFacts) -> Vec<Missing> {
    let undecided = !facts.offers && !facts.looks;
    let lacks_side = |mine: bool, side: bool, other: bool| if undecided { !side && !other } else { mine && !side };
    let lacks = |what: &Missing| match what {
        Missing::Languages => !facts.languages,
        Missing::SkillsOffered => !undecided && lacks_side(facts.offers, facts.skills_offered, facts.skills_wanted),
        Missing::SkillsWanted => lacks_side(facts.looks, facts.skills_wanted, facts.skills_offered),
        Missing::Photo => !facts.photo,
        Missing::Headline => !facts.headline,
        Missing::HelpOffered => !undecided && lacks_side(facts.offers, facts.help_offered, facts.help_wanted),
        Missing::HelpWanted => lacks_side(facts.looks, facts.help_wanted, facts.help_offered),
        Missing::About => !facts.about,
        Missing::Week => !facts.week,
        Missing::Work => !facts.work,
        Missing::Country => !facts.country,
    };
    Missing::ALL.iter().copied().filter(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts(bits: u16) -> ProfileFacts {
        let bit = |n: u16| bits & (1 << n) != 0;
        ProfileFacts {
            offers: bit(0),
            looks: bit(1),
            photo: bit(2),
            headline: bit(3),
            about: bit(4),
            languages: bit(5),
            skills_offered: bit(6),
            skills_wanted: bit(7),
            help_offered: bit(8),
            help_wanted: bit(9),
            week: bit(10),
            work: bit(11),
            country: bit(12),
        }
    }

    #[test]
    fn somebody_new_is_asked_for_everything_but_only_one_side() {
        use Missing as M;
        let new = missing(&facts(0));
        assert_eq!(new, [M::Languages, M::SkillsWanted, M::Photo, M::Headline, M::HelpWanted, M::About, M::Week, M::Work, M::Country]);
    }

    #[test]
    fn mentors_are_asked_what_they_offer_and_mentees_what_they_want() {
        let sides = |offers, looks| {
            let all = missing(&ProfileFacts { offers, looks, ..ProfileFacts::default() });
            (all.contains(&Missing::SkillsOffered), all.contains(&Missing::SkillsWanted))
        };
        assert_eq!(sides(true, false), (true, false));
        assert_eq!(sides(false, true), (false, true));
        assert_eq!(sides(true, true), (true, true));
    }

    proptest! {
        #[test]
        fn filling_in_a_field_never_makes_the_list_longer(bits in 0_u16..1 << 13, field in 2_u16..13) {
            let (before, after) = (missing(&facts(bits)), missing(&facts(bits | 1 << field)));
            prop_assert!(after.iter().all(|what| before.contains(what)));
        }

        #[test]
        fn a_full_profile_lacks_nothing_whatever_one_does(sides in 0_u16..4) {
            prop_assert_eq!(missing(&facts(0x1FFC | sides)), []);
        }
    }
}
