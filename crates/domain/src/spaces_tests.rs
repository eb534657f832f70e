//! Who reads and writes: at each side of each moment, and for any moments at all.

use super::*;
use proptest::prelude::*;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

const END: i64 = 1_800_000_000;
const DAY: i64 = 24 * 60 * 60;

#[test]
fn who_is_in_a_space_reads_and_writes_everything() {
    // A mentor whose other mentees have left, and somebody who came back.
    for last_end in [None, Some(at(END))] {
        let presence = Presence::of(true, last_end);
        assert_eq!(presence, Some(Presence::Current));
        assert!(
            presence.is_some_and(|here| here.until().is_none() && here.writes(at(END * 2)) && here.reads(at(0)) && here.reads(at(END * 2)))
        );
    }
}

#[test]
fn who_was_never_in_it_has_no_time_there() {
    assert_eq!(Presence::of(false, None), None);
}

#[test]
fn after_the_end_there_are_fourteen_days_to_write_and_what_comes_later_is_not_theirs() {
    let ended = Presence::Ended(at(END));
    assert_eq!(Presence::of(false, Some(at(END))), Some(ended));
    let left = END + 14 * DAY;
    assert_eq!(ended.until(), Some(at(left)));
    for (moment, inside) in [(END - 1, true), (END, true), (END + 1, true), (left - 1, true), (left, false), (left + 1, false)] {
        assert_eq!(ended.writes(at(moment)), inside, "{}", at(moment));
        assert_eq!(ended.reads(at(moment)), inside, "{}", at(moment));
    }
}

#[test]
fn an_end_beyond_the_calendar_never_comes() {
    assert!(Presence::Ended(DateTime::<Utc>::MAX_UTC).writes(at(END)));
}

#[test]
fn a_programs_kind_is_that_of_its_spaces() {
    for kind in ProgramKind::ALL.iter().copied() {
        assert_eq!(SpaceKind::from(kind).as_str(), kind.as_str());
    }
    let mentorship = MentorshipId(uuid::Uuid::from_u128(7));
    assert_eq!(SpaceId::of_pair(mentorship).to_string(), mentorship.to_string());
}

/// One mentorship in a space: whether it has begun, and when it ended if it has.
type Mentorship = (bool, Option<i64>);

/// What a reader of these mentorships is in their space, as `store::spaces` sums them up.
fn presence(mentorships: &[Mentorship]) -> Option<Presence> {
    let begun = || mentorships.iter().filter(|(begun, _)| *begun).map(|(_, end)| *end);
    Presence::of(begun().any(|end| end.is_none()), begun().flatten().max().map(at))
}

fn moment() -> impl Strategy<Value = i64> {
    0..4_000_000_000_i64
}

fn mentorships() -> impl Strategy<Value = Vec<Mentorship>> {
    proptest::collection::vec((any::<bool>(), proptest::option::of(moment())), 0..6)
}

proptest! {
    #[test]
    fn whoever_may_write_now_may_read_what_is_written_now(all in mentorships(), now in moment()) {
        if let Some(presence) = presence(&all) {
            prop_assert_eq!(presence.writes(at(now)), presence.reads(at(now)));
        }
    }

    #[test]
    fn what_was_closed_to_somebody_stays_closed(all in mentorships(), earlier in moment(), later in moment()) {
        let (earlier, later) = (earlier.min(later), earlier.max(later));
        if let Some(presence) = presence(&all) {
            prop_assert!(presence.writes(at(earlier)) || !presence.writes(at(later)));
            prop_assert!(presence.reads(at(earlier)) || !presence.reads(at(later)));
        }
    }

    #[test]
    fn another_mentorship_never_takes_anything_away(all in mentorships(), another in (any::<bool>(), proptest::option::of(moment())), when in moment()) {
        let before = presence(&all).is_some_and(|presence| presence.reads(at(when)));
        let with = all.into_iter().chain([another]).collect::<Vec<_>>();
        prop_assert!(!before || presence(&with).is_some_and(|presence| presence.reads(at(when))));
    }

    #[test]
    fn only_a_mentorship_that_began_opens_a_space(ends in proptest::collection::vec(proptest::option::of(moment()), 0..6)) {
        let proposed: Vec<Mentorship> = ends.into_iter().map(|end| (false, end)).collect();
        prop_assert_eq!(presence(&proposed), None);
    }

    #[test]
    fn the_last_end_counts(ends in proptest::collection::vec(moment(), 1..6)) {
        let all: Vec<Mentorship> = ends.iter().map(|end| (true, Some(*end))).collect();
        let last = ends.iter().max().map(|end| at(*end + 14 * DAY));
        prop_assert_eq!(presence(&all).and_then(Presence::until), last);
    }
}
