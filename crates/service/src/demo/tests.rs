//! What the demo tells could have happened: its rows keep the rules that use cases keep, also those of the crowd.

use super::data::Data;
use super::play;
use super::rows::Rows;
use crate::reference::{country_name, industry_name, language_name};
use crate::tables::{self, ReferenceRow};
use crate::testing::Stage;
use chrono::{DateTime, Duration, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::goals::{GoalDraft, GoalStatus, MilestoneDraft};
use domain::match_preferences::{PREFERENCES_MAX, PreferenceSide};
use domain::mentorships::{MentorshipStatus, ReviewDraft, end_reason};
use domain::people::{AboutDraft, Code, WorkDraft};
use domain::programs::{Answer, ProgramKind, QuestionKind};
use domain::requests::{RequestStatus, Turn};
use domain::{PersonId, ProgramId, SpaceId, accounts, limits, requests};
use i18n::Locale;
use std::collections::{BTreeMap, BTreeSet};
use store::enrolments::Enrolment;

async fn rows(people: usize) -> (Rows, DateTime<Utc>) {
    let test = store::testing::fresh(store::Engine::Sqlite).await;
    let ctx = Stage::new(&test.db).ctx;
    (play(&ctx, &Data::load().unwrap(), people, "none".to_owned()).unwrap(), ctx.now())
}

/// Whether a form would take a code.
fn known(code: Code<'_>) -> bool {
    match code {
        Code::Country(code) => country_name(code, Locale::En).is_some(),
        Code::Language(code) => language_name(code, Locale::En).is_some(),
        Code::Industry(id) => industry_name(id, Locale::En).is_some(),
        Code::Zone(zone) => accounts::zones::is_offered(zone) && zone.parse::<chrono_tz::Tz>().is_ok(),
    }
}

fn enrolment(rows: &Rows, program: ProgramId, person: PersonId) -> &Enrolment {
    rows.enrolments.iter().find(|e| e.program_id == program && e.person_id == person).expect("an enrolment")
}

#[tokio::test]
async fn people_could_have_written_their_profiles() {
    let (rows, now) = rows(300).await;
    assert_eq!(rows.people.len(), 300);
    for person in &rows.people {
        let name = &person.name;
        assert_eq!(accounts::email(&person.email).as_ref(), Ok(&person.email));
        assert_eq!(accounts::name(name).as_ref(), Ok(name));
        let spoken = rows.languages.iter().filter(|l| l.person_id == person.id).map(|l| l.language.clone());
        let about = AboutDraft {
            pronouns: person.pronouns.clone().unwrap_or_default(),
            headline: person.headline.clone().unwrap_or_default(),
            about: person.about.clone().unwrap_or_default(),
            country: person.country.clone().unwrap_or_default(),
            zone: person.zone.clone(),
            languages: spoken.collect(),
        };
        let kept = about.check(known).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        assert_eq!((&kept.headline, &kept.about, &kept.languages), (&person.headline, &person.about, &about.languages), "{name}");
        assert!(!kept.languages.is_empty(), "{name}");
        let work = WorkDraft {
            industry: person.industry.clone().unwrap_or_default(),
            role_title: person.role_title.clone().unwrap_or_default(),
            experience_years: person.experience_years.map(|years| years.to_string()).unwrap_or_default(),
        };
        assert!(work.check(known).is_ok(), "{name}");
        assert!(person.availability.iter().all(|slot| slot.weekday < 7 && slot.from < slot.to && slot.to <= 1440), "{name}");
        assert!(person.created_at < now);
    }
}

#[tokio::test]
async fn skills_are_of_the_taxonomy_and_each_is_there_once() {
    let (rows, _) = rows(300).await;
    let taxonomy: Vec<ReferenceRow> = tables::read("skills.csv", include_str!("../../data/skills.csv"));
    let taxonomy: BTreeSet<&String> = taxonomy.iter().map(|row| &row.id).collect();
    let mut seen = BTreeMap::new();
    for skill in &rows.skills {
        assert!(taxonomy.contains(&skill.skill_id), "{}", skill.skill_id);
        let side: &mut BTreeSet<_> = seen.entry((skill.person_id, skill.side)).or_default();
        assert!(side.insert(&skill.skill_id) && side.len() <= limits::SKILLS_MAX, "{}", skill.skill_id);
    }
}

#[tokio::test]
async fn enrolments_answer_what_they_must() {
    let (rows, now) = rows(300).await;
    for enrolment in &rows.enrolments {
        assert!(enrolment.as_mentor || enrolment.as_mentee);
        assert_eq!(enrolment.capacity > 0, enrolment.as_mentor);
        assert!(enrolment.created_at <= now);
        let asked = rows.questions.iter().filter(|q| q.program_id == enrolment.program_id);
        let asked = asked.filter(|q| q.audience.asks(enrolment.as_mentor, enrolment.as_mentee));
        for question in asked {
            let given = rows.answers.iter().find(|a| a.enrolment_id == enrolment.id && a.question_id == question.id);
            assert!(given.is_some() || !question.required, "{}", question.prompt);
            let options = question.options.len();
            match (question.kind, given.map(|given| &given.body)) {
                (_, None) => {}
                (QuestionKind::Short | QuestionKind::Long, Some(Answer::Text(text))) => assert!(!text.is_empty()),
                (QuestionKind::OneOf, Some(Answer::Choice(n))) => assert!(usize::from(*n) < options),
                (QuestionKind::SeveralOf, Some(Answer::Choices(chosen))) => {
                    assert!(chosen.is_sorted() && chosen.iter().all(|n| usize::from(*n) < options));
                }
                (QuestionKind::Skills, Some(Answer::Skills(skills))) => assert!(!skills.is_empty() && skills.len() <= limits::SKILLS_MAX),
                (kind, other) => panic!("{kind}: {other:?}"),
            }
        }
    }
}

#[tokio::test]
async fn requests_keep_their_rules() {
    let (rows, now) = rows(300).await;
    let languages = |person| rows.languages.iter().filter(|l| l.person_id == person).map(|l| &l.language).collect::<BTreeSet<_>>();
    let mut open: BTreeMap<(ProgramId, PersonId), i32> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    for request in &rows.requests {
        let program = rows.programs.iter().find(|p| p.id == request.program_id).unwrap();
        assert!(requests::opening(&request.body).is_ok(), "{}", request.body);
        assert!(request.created_at < now && program.created_at < request.created_at);
        assert!(languages(request.mentee_id).intersection(&languages(request.mentor_id)).next().is_some(), "{}", request.body);
        let (mentee, mentor) = (enrolment(&rows, program.id, request.mentee_id), enrolment(&rows, program.id, request.mentor_id));
        assert!(mentee.as_mentee && mentor.as_mentor && mentee.person_id != mentor.person_id);
        let clock = request.clock();
        assert_eq!(clock.due_at.is_some(), clock.turn == Turn::Asked);
        assert_eq!(clock.remaining.is_some(), clock.turn == Turn::Asker);
        assert_eq!(request.ended_at.is_some(), request.status.is_over());
        assert_eq!(clock.status_at(request.status, now), request.status, "{}", request.body);
        if request.status == RequestStatus::Pending {
            assert_eq!((mentee.status, mentor.status), (EnrolmentStatus::Active, EnrolmentStatus::Active));
            assert!(clock.due_reminder(now, program.request_days).is_none(), "somebody would be reminded at once");
            assert!(pairs.insert((program.id, mentee.person_id, mentor.person_id)), "asked twice");
            let count = open.entry((program.id, mentee.person_id)).or_default();
            *count += 1;
            assert!(*count <= program.max_open_requests);
            let placed =
                rows.mentorships.iter().any(|m| m.program_id == program.id && m.mentee_id == mentee.person_id && m.status.takes_a_place());
            assert!(!placed, "{}: has a mentor", request.body);
        }
    }
    for line in &rows.lines {
        let request = rows.requests.iter().find(|r| r.id == line.request_id).unwrap();
        assert!(requests::reply(&line.body).is_ok());
        assert!(request.created_at < line.created_at && line.created_at < request.ended_at.unwrap_or(now));
    }
    for word in rows.requests.iter().filter_map(|r| r.closing_word.as_ref()) {
        assert!(requests::closing_word(word).is_ok());
    }
    assert!(RequestStatus::ALL.iter().all(|status| rows.requests.iter().any(|r| r.status == *status)));
}

#[tokio::test]
async fn mentorships_keep_their_rules() {
    let (rows, now) = rows(600).await;
    let mut taken: BTreeMap<(ProgramId, PersonId), i32> = BTreeMap::new();
    let mut placed = BTreeSet::new();
    for m in &rows.mentorships {
        let (mentor, mentee) = (enrolment(&rows, m.program_id, m.mentor_id), enrolment(&rows, m.program_id, m.mentee_id));
        assert!(mentor.as_mentor && mentee.as_mentee && m.mentor_id != m.mentee_id);
        assert!(mentor.created_at < m.created_at && mentee.created_at < m.created_at && m.created_at < now);
        assert_eq!(m.started_on.is_some(), m.status != MentorshipStatus::Proposed);
        assert_eq!(m.ended_at.is_some(), m.status.is_over());
        assert!(m.ended_at.is_none_or(|ended| m.created_at < ended && ended <= now));
        assert!(m.end_reason.as_deref().is_none_or(|reason| end_reason(reason).is_ok()));
        assert_eq!(m.end_reason.is_some(), m.status == MentorshipStatus::EndedEarly);
        if m.status.takes_a_place() {
            assert!(placed.insert((m.program_id, m.mentee_id)), "two mentors at once");
            let count = taken.entry((m.program_id, m.mentor_id)).or_default();
            *count += 1;
            assert!(*count <= mentor.capacity, "a mentor beyond their room");
        }
        if let Some(request) = m.request_id {
            let request = rows.requests.iter().find(|r| r.id == request).unwrap();
            assert_eq!((request.status, request.mentor_id, request.mentee_id), (RequestStatus::Accepted, m.mentor_id, m.mentee_id));
        }
    }
    assert!(MentorshipStatus::ALL.iter().all(|status| rows.mentorships.iter().any(|m| m.status == *status)));
    for signature in &rows.signatures {
        assert!(signature.signature.signed_at <= now);
    }
    for review in &rows.reviews {
        let draft = ReviewDraft { rating: review.review.rating.to_string(), sentence: review.review.sentence.clone() };
        assert!(draft.check().is_ok() && review.review.created_at <= now);
    }
}

#[tokio::test]
async fn goals_keep_their_rules() {
    let (rows, now) = rows(600).await;
    for goal in &rows.goals {
        let mentorship = rows.mentorships.iter().find(|m| m.id == goal.mentorship_id).unwrap();
        let draft = GoalDraft::from(&goal.fields());
        assert_eq!(draft.check(mentorship.started_on), Ok(goal.fields()), "{}", goal.title);
        assert!(mentorship.status != MentorshipStatus::Proposed);
        assert!(mentorship.created_at <= goal.created_at && goal.created_at <= goal.updated_at && goal.updated_at <= now, "{}", goal.title);
        assert_eq!(goal.closed_at.is_some(), goal.status.is_over(), "{}", goal.title);
        let until = mentorship.ended_at.unwrap_or(now);
        assert!(goal.closed_at.is_none_or(|closed| goal.created_at <= closed && closed <= until), "{}", goal.title);
        for step in rows.milestones.iter().filter(|m| m.goal_id == goal.id) {
            let draft = MilestoneDraft { title: step.title.clone(), due_on: step.due_on.unwrap().to_string() };
            assert!(draft.check().is_ok(), "{}", step.title);
            assert!(step.done_at.is_none_or(|done| goal.created_at <= done && done <= goal.closed_at.unwrap_or(until)), "{}", step.title);
        }
    }
    assert!(GoalStatus::ALL.iter().all(|status| rows.goals.iter().any(|g| g.status == *status)));
    for comment in &rows.comments {
        assert!(domain::goals::comment(&comment.body).is_ok() && comment.created_at <= now);
    }
    for change in &rows.changes {
        assert!(change.change.at <= now);
    }
}

#[tokio::test]
async fn nothing_is_told_before_it_happened_and_old_news_were_read() {
    let (rows, now) = rows(60).await;
    assert!(rows.notifications.iter().any(|n| n.read_at.is_none()) && rows.notifications.iter().any(|n| n.read_at.is_some()));
    for told in &rows.notifications {
        assert!(told.created_at <= now && told.link.starts_with('/'));
        assert!(told.read_at.is_none_or(|read| told.created_at < read && read <= now));
    }
    assert!(rows.events.iter().all(|event| event.at <= now && now - event.at < Duration::days(366)));
}

#[tokio::test]
async fn preferences_keep_their_rules() {
    let (rows, now) = rows(60).await;
    let mut lists: BTreeMap<_, Vec<i32>> = BTreeMap::new();
    for preference in &rows.match_preferences {
        let (person, ranked) = (
            enrolment(&rows, preference.program_id, preference.person_id),
            enrolment(&rows, preference.program_id, preference.preferred_id),
        );
        assert!(person.status.takes_part() && ranked.status.takes_part() && preference.created_at <= now);
        match preference.side {
            PreferenceSide::Mentors => assert!(person.as_mentee && ranked.as_mentor),
            PreferenceSide::Mentees => assert!(person.as_mentor && ranked.as_mentee),
        }
        lists.entry((preference.program_id, preference.person_id, preference.side)).or_default().push(preference.place);
    }
    for (list, places) in &lists {
        let expected: Vec<i32> = (1..).take(places.len()).collect();
        assert!(*places == expected && places.len() <= PREFERENCES_MAX, "{list:?}: {places:?}");
    }
    assert!(
        lists.keys().any(|(_, _, side)| *side == PreferenceSide::Mentees) && lists.values().any(|places| places.len() == PREFERENCES_MAX)
    );
}

#[tokio::test]
async fn each_mentorship_has_a_space_of_its_own() {
    let (rows, _) = rows(300).await;
    assert!(rows.programs.iter().all(|program| program.kind == ProgramKind::Pair), "in a program of groups spaces would be shared");
    assert!(rows.mentorships.iter().all(|row| row.space_id == SpaceId::of_pair(row.id)));
}
