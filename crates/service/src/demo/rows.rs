//! Everything that will be written, table by table.

use domain::PersonId;
use store::bulk;
use store::enrolments::Enrolment;
use store::events::NewEvent;
use store::goals::{Goal, Milestone};
use store::mentorships::Mentorship;
use store::notifications::Notification;
use store::programs::Program;
use store::requests::{Line, Request};
use store::spaces::Space;
use store::{StoreError, Tx};
use use_case::use_case;

/// The rows, in the order in which they were made.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub people: Vec<bulk::Person>,
    pub languages: Vec<bulk::Language>,
    pub skills: Vec<bulk::Skill>,
    pub organisations: Vec<bulk::Organisation>,
    pub memberships: Vec<bulk::Membership>,
    pub programs: Vec<Program>,
    pub coordinators: Vec<bulk::Coordinator>,
    pub questions: Vec<bulk::Question>,
    pub enrolments: Vec<Enrolment>,
    pub answers: Vec<bulk::Answered>,
    pub favourites: Vec<bulk::Favourite>,
    pub match_preferences: Vec<bulk::MatchPreference>,
    pub requests: Vec<Request>,
    pub lines: Vec<Line>,
    pub mentorships: Vec<Mentorship>,
    pub signatures: Vec<bulk::MentorshipSignature>,
    pub reviews: Vec<bulk::MentorshipReview>,
    pub goals: Vec<Goal>,
    pub milestones: Vec<Milestone>,
    pub comments: Vec<bulk::GoalComment>,
    pub changes: Vec<bulk::GoalHistory>,
    pub notifications: Vec<Notification>,
    pub events: Vec<NewEvent>,
}

impl Rows {
    /// Adds somebody's languages, the first language first.
    pub fn speaks(&mut self, person_id: PersonId, languages: &[String]) {
        let languages = (0_i32..).zip(languages);
        self.languages.extend(languages.map(|(position, code)| bulk::Language { person_id, language: code.clone(), position }));
    }

    /// Adds somebody's skills on one side, the most important first.
    pub fn knows(&mut self, person_id: PersonId, side: domain::people::SkillSide, skills: &[String]) {
        let skills = (0_i32..).zip(skills);
        self.skills.extend(skills.map(|(position, id)| bulk::Skill { person_id, side, skill_id: id.clone(), position }));
    }

    /// Writes them, what others refer to first, and events by their time.
    #[use_case]
    pub async fn write(mut self, tx: &mut Tx) -> Result<(), StoreError> {
        self.events.sort_by_key(|event| event.at);
        bulk::people(tx, &self.people).await?;
        bulk::languages(tx, &self.languages).await?;
        bulk::skills(tx, &self.skills).await?;
        bulk::organisations(tx, &self.organisations).await?;
        bulk::memberships(tx, &self.memberships).await?;
        bulk::programs(tx, &self.programs).await?;
        bulk::coordinators(tx, &self.coordinators).await?;
        bulk::questions(tx, &self.questions).await?;
        bulk::enrolments(tx, &self.enrolments).await?;
        bulk::answers(tx, &self.answers).await?;
        bulk::favourites(tx, &self.favourites).await?;
        bulk::match_preferences(tx, &self.match_preferences).await?;
        bulk::requests(tx, &self.requests).await?;
        bulk::messages(tx, &self.lines).await?;
        // No program of the demo has groups.
        bulk::spaces(tx, &self.mentorships.iter().map(Space::of_pair).collect::<Vec<_>>()).await?;
        bulk::mentorships(tx, &self.mentorships).await?;
        bulk::signatures(tx, &self.signatures).await?;
        bulk::reviews(tx, &self.reviews).await?;
        bulk::goals(tx, &self.goals).await?;
        bulk::milestones(tx, &self.milestones).await?;
        bulk::comments(tx, &self.comments).await?;
        bulk::history(tx, &self.changes).await?;
        bulk::notifications(tx, &self.notifications).await?;
        bulk::events(tx, &self.events).await
    }
}
