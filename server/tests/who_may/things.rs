//! The people and things that the table speaks of.

use super::making::{Cast, goal_in, import_by, invitation_into, joined_by_link, mentorship_in, proposal_in, question_in, run_in, token};
use crate::harness::session;
use domain::accounts::TokenPurpose;
use domain::mentorships::MentorshipStatus;
use domain::{PersonId, enrolments::EnrolmentStatus};
use service::testing::Stage as People;
use service::{goals, match_runs, pairs, requests};
use std::collections::BTreeMap;

/// What a text field takes that wants some length.
pub const TEXT: &str = "I would like to learn how to lead a small team.";

/// A spreadsheet of somebody to invite.
pub const TABLE: &str = "Name,E-mail,Role\nNora,nora-new@example.org,mentee\n";

/// Ids of everything on the stage, as text.
#[derive(Clone, Default)]
pub struct Things {
    /// The organisation of the bystander, the participant, the mentor, the coordinator and the admin.
    pub organisation: String,
    /// The program of the organisation: running, members join, mentees ask. The others are of the same organisation and people.
    pub slug: String,
    /// Where the mentorships are, all of the participant and the mentor.
    pub buddies: String,
    /// Where the mentorship rests, and where the bystander takes a break.
    pub rested: String,
    /// Where the mentor has asked the participant back.
    pub asked: String,
    /// Where a coordinator has paired the two, who haven't done anything yet.
    pub paired: String,
    /// Where the pairs of a match run were published.
    pub published: String,
    /// Where people join who have the link.
    pub linked: String,
    /// The participant.
    pub participant: String,
    /// Another mentor, whom the participant hasn't asked.
    pub free_mentor: String,
    /// Somebody who coordinates the program as well.
    pub second_coordinator: String,
    /// A question that the program asks.
    pub question: String,
    /// A pending request of the participant to the mentor.
    pub request: String,
    /// One to the same, who has asked back.
    pub asked_request: String,
    /// The mentorship of the participant and the mentor, active, its agreement not signed.
    pub mentorship: String,
    /// Another one that was completed.
    pub completed: String,
    /// One that rests.
    pub paused: String,
    /// One that a coordinator made by hand.
    pub by_hand: String,
    /// A goal of the participant in `mentorship`, with two milestones.
    pub goal: String,
    pub milestone: String,
    /// A goal that was dropped.
    pub dropped_goal: String,
    /// A goal that the mentor proposed.
    pub proposed_goal: String,
    /// A match run of the program, a draft, and its settings.
    pub run: String,
    pub run_settings: String,
    /// The one whose pairs were published.
    pub published_run: String,
    /// A mentorship proposed to the participant and the mentor; nobody has answered.
    pub proposal: String,
    /// An invitation into the organisation by mail, and the token in it.
    pub invitation: String,
    pub invitation_token: String,
    /// What the link to join `linked` ends with.
    pub join_token: String,
    /// A file that the coordinator enrols people from; the admin has another one.
    pub import: String,
    /// Another device that the participant is signed in on.
    pub session: String,
    /// A one-time token that confirms the address of somebody else.
    pub verify_token: String,
    /// One that sets a password anew.
    pub reset_token: String,
    /// A portrait of somebody who takes part in the programs.
    pub portrait: String,
    /// The picture of `buddies`.
    pub banner: String,
    /// The mark of an empty profile: everybody's here.
    pub profile_mark: String,
    /// The cookies of those who are signed in, by their kind.
    pub cookies: BTreeMap<&'static str, String>,
    /// Everybody who may be told something, by what they are here.
    pub people: Vec<(&'static str, PersonId)>,
}

/// Makes everything.
pub async fn things(people: &People) -> Things {
    let cast = Cast::enter(people).await;
    let (participant, mentor, coordinator) = (&cast.participant, &cast.mentor, &cast.coordinator);
    let mut things = Things {
        organisation: cast.acme.to_string(),
        participant: participant.id.to_string(),
        free_mentor: cast.free_mentor.id.to_string(),
        second_coordinator: cast.second_coordinator.id.to_string(),
        verify_token: token(people, TokenPurpose::Verify).await,
        reset_token: token(people, TokenPurpose::Reset).await,
        profile_mark: service::people::profile(&people.ctx, &cast.outsider).await.unwrap().mark,
        portrait: cast.portrait(people).await,
        run_settings: serde_json::to_string(&match_settings()).unwrap(),
        people: cast.everybody(),
        ..Things::default()
    };

    let career = cast.program(people, "career").await;
    people.coordinator(&career, &cast.second_coordinator).await;
    things.slug.clone_from(&career.slug);
    things.question = question_in(people, coordinator, &career).await;
    things.request = requests::ask(&people.ctx, participant, &career.slug, mentor.id, TEXT).await.unwrap().to_string();
    things.run = run_in(people, coordinator, &career).await;
    things.import = import_by(people, coordinator, &career).await;
    import_by(people, &cast.admin, &career).await;

    let buddies = cast.program(people, "buddies").await;
    things.buddies.clone_from(&buddies.slug);
    things.banner = cast.banner(people, &buddies).await;
    let mentorship = mentorship_in(people, &buddies, mentor, participant, MentorshipStatus::Active).await;
    things.mentorship = mentorship.to_string();
    things.completed = mentorship_in(people, &buddies, mentor, participant, MentorshipStatus::Completed).await.to_string();
    (things.goal, things.milestone) = goal_in(people, participant, &mentorship, "Lead a team").await;
    (things.dropped_goal, _) = goal_in(people, participant, &mentorship, "Learn the oboe").await;
    goals::drop_goal(&people.ctx, participant, things.dropped_goal.parse().unwrap()).await.unwrap();
    (things.proposed_goal, _) = goal_in(people, mentor, &mentorship, "Give a talk").await;

    let rested = cast.program(people, "rested").await;
    things.rested.clone_from(&rested.slug);
    things.paused = mentorship_in(people, &rested, mentor, participant, MentorshipStatus::Paused).await.to_string();
    people.enrolment_is(&rested, &cast.bystander, EnrolmentStatus::Paused).await;

    let asked = cast.program(people, "asked").await;
    things.asked.clone_from(&asked.slug);
    let request = requests::ask(&people.ctx, participant, &asked.slug, mentor.id, TEXT).await.unwrap();
    requests::ask_back(&people.ctx, Some(mentor), request, TEXT).await.unwrap();
    things.asked_request = request.to_string();
    things.proposal = proposal_in(people, coordinator, &asked, mentor, participant).await;

    let paired = cast.program(people, "paired").await;
    things.paired.clone_from(&paired.slug);
    let (mentee, by) = (participant.id.to_string(), mentor.id.to_string());
    things.by_hand = pairs::pair(&people.ctx, coordinator, &paired.slug, &mentee, &by).await.unwrap().to_string();

    let published = cast.program(people, "published").await;
    things.published.clone_from(&published.slug);
    things.published_run = run_in(people, coordinator, &published).await;
    let run = things.published_run.parse().unwrap();
    match_runs::publish(&people.ctx, coordinator, &published.slug, run, &[], true).await.unwrap();

    let linked = cast.program(people, "linked").await;
    things.linked.clone_from(&linked.slug);
    things.join_token = joined_by_link(people, linked).await;

    (things.invitation, things.invitation_token) = invitation_into(people, cast.acme, &cast.admin).await;
    sign_everybody_in(people, &cast, &mut things).await;
    things
}

/// A session for each kind of person, and another one of the participant.
async fn sign_everybody_in(people: &People, cast: &Cast, things: &mut Things) {
    let device = people.ctx.now();
    session(people, &cast.participant).await;
    let mut tx = people.ctx.read().await.unwrap();
    things.session = store::accounts::sessions::of_person(&mut tx, cast.participant.id, device).await.unwrap()[0].id.to_string();
    drop(tx);
    for (kind, who) in cast.signed_in() {
        things.cookies.insert(kind, session(people, who).await);
    }
}

fn match_settings() -> domain::match_runs::RunSettings {
    domain::match_runs::RunSettings::for_template(domain::programs::ProgramTemplate::Career)
}
