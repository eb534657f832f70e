//! The people and things that the table speaks of, and how they are made.

use crate::harness::{PASSWORD, session};
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use service::goals::MilestoneRows;
use service::testing::Stage as People;
use service::{Actor, goals, requests};
use std::collections::BTreeMap;
use store::mentorships::Mentorship;
use store::programs::Program;

/// What a text field takes that wants some length.
pub const TEXT: &str = "I would like to learn how to lead a small team.";

/// A spreadsheet of somebody to invite.
pub const TABLE: &str = "Name,E-mail,Role\nNora,nora-new@example.org,mentee\n";

/// Ids of everything on the stage, as text.
#[derive(Clone, Default)]
pub struct Things {
    /// The organisation of the participant, the coordinator and the admin.
    pub organisation: String,
    /// The program of the organisation: running, members join, mentees ask.
    pub slug: String,
    /// Another one of the same organisation and people, where the mentorships are.
    pub buddies: String,
    /// The participant.
    pub participant: String,
    /// Another mentor, whom the participant hasn't asked.
    pub free_mentor: String,
    /// A question that the program asks.
    pub question: String,
    /// A pending request of the participant to a third mentor.
    pub request: String,
    /// The participant's mentorship, active, its agreement not signed.
    pub mentorship: String,
    /// Another one that was completed.
    pub completed: String,
    /// One that rests.
    pub paused: String,
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
    /// A mentorship proposed to the participant and a mentor; nobody has answered.
    pub proposal: String,
    /// An invitation into the organisation by mail, and the token in it.
    pub invitation: String,
    pub invitation_token: String,
    /// A file that the coordinator enrols people from; the admin has another one.
    pub import: String,
    /// Another device that the participant is signed in on.
    pub session: String,
    /// A one-time token that confirms the address of somebody else.
    pub verify_token: String,
    /// One that sets a password anew.
    pub reset_token: String,
    /// The marks of an empty profile's sections: everybody's here.
    pub marks: Marks,
    /// The cookies of those who are signed in, by their kind.
    pub cookies: BTreeMap<&'static str, String>,
}

/// The marks of a profile's sections.
#[derive(Clone, Default)]
pub struct Marks {
    pub about: String,
    pub work: String,
    pub skills: String,
    pub help: String,
    pub week: String,
    pub visibility: String,
}

/// Makes everything.
pub async fn things(people: &People) -> Things {
    let acme = people.organisation("acme").await;
    let program = people.program("career").of(acme).running().await;
    let (participant, coordinator) = (person(people, "Pia Participant").await, person(people, "Carla Coordinator").await);
    let (admin, outsider) = (person(people, "Ada Admin").await, person(people, "Otto Outsider").await);
    let [mentor, free_mentor, third_mentor] =
        [people.person("Max Mentor").await, people.person("Fay Free").await, people.person("Theo Third").await];
    for (who, role) in [(&participant, OrgRole::Member), (&coordinator, OrgRole::Member), (&admin, OrgRole::Owner)] {
        people.member(acme, who, role).await;
    }
    let buddies = people.program("buddies").of(acme).running().await;
    for program in [&program, &buddies] {
        people.coordinator(program, &coordinator).await;
        people.mentee(program, &participant).await;
    }
    for mentor in [&mentor, &free_mentor, &third_mentor] {
        people.member(acme, mentor, OrgRole::Member).await;
        people.mentor(&program, mentor, 5).await;
        people.mentor(&buddies, mentor, 5).await;
    }
    let other = other_organisation(people).await;

    let request = requests::ask(&people.ctx, &participant, &program.slug, third_mentor.id, TEXT).await.unwrap();
    let mentorship = mentorship_in(people, &buddies, &mentor, &participant, MentorshipStatus::Active).await;
    let (goal, milestone) = goal_in(people, &participant, &mentorship, "Lead a team").await;
    let (dropped_goal, _) = goal_in(people, &participant, &mentorship, "Learn the oboe").await;
    goals::drop_goal(&people.ctx, &participant, dropped_goal.parse().unwrap()).await.unwrap();
    let (proposed_goal, _) = goal_in(people, &mentor, &mentorship, "Give a talk").await;
    let device = people.ctx.now();
    let mut things = Things {
        organisation: acme.to_string(),
        slug: program.slug.clone(),
        buddies: buddies.slug.clone(),
        participant: participant.id.to_string(),
        free_mentor: free_mentor.id.to_string(),
        question: question_in(people, &coordinator, &program).await,
        request: request.to_string(),
        completed: mentorship_in(people, &buddies, &mentor, &participant, MentorshipStatus::Completed).await.to_string(),
        paused: mentorship_in(people, &buddies, &free_mentor, &participant, MentorshipStatus::Paused).await.to_string(),
        mentorship: mentorship.to_string(),
        goal,
        milestone,
        dropped_goal,
        proposed_goal,
        verify_token: token(people, domain::accounts::TokenPurpose::Verify).await,
        reset_token: token(people, domain::accounts::TokenPurpose::Reset).await,
        marks: marks(people, &outsider).await,
        run: run_in(people, &coordinator, &program).await,
        proposal: proposal_in(people, &coordinator, &buddies, &third_mentor, &participant).await,
        run_settings: serde_json::to_string(&domain::match_runs::RunSettings::for_template(domain::programs::ProgramTemplate::Career))
            .unwrap(),
        ..Things::default()
    };
    (things.invitation, things.invitation_token) = invitation_into(people, acme, &admin).await;
    things.import = import_by(people, &coordinator, &program).await;
    import_by(people, &admin, &program).await;
    session(people, &participant).await;
    let mut tx = people.ctx.read().await.unwrap();
    things.session = store::accounts::sessions::of_person(&mut tx, participant.id, device).await.unwrap()[0].id.to_string();
    drop(tx);
    for (kind, who) in [
        ("outsider", &outsider),
        ("other organisation", &other),
        ("participant", &participant),
        ("coordinator", &coordinator),
        ("admin", &admin),
    ] {
        things.cookies.insert(kind, session(people, who).await);
    }
    things
}

/// A question of a program that need not be answered.
async fn question_in(people: &People, coordinator: &Actor, program: &Program) -> String {
    let draft = domain::programs::questions::QuestionDraft {
        kind: "scale".to_owned(),
        audience: "both".to_owned(),
        prompt: "How patient are you?".to_owned(),
        ..Default::default()
    };
    service::enrolments::add_question(&people.ctx, coordinator, &program.slug, &draft).await.unwrap();
    let mut tx = people.ctx.read().await.unwrap();
    store::questions::of_program(&mut tx, program.id).await.unwrap()[0].id.to_string()
}

/// A match run, and its number.
async fn run_in(people: &People, coordinator: &Actor, program: &Program) -> String {
    let draft = domain::match_runs::RunDraft {
        objective: "coverage".to_owned(),
        weights: vec!["100".to_owned(); domain::fit::CRITERIA],
        organisation: "any".to_owned(),
        publish_as: "begun".to_owned(),
        ..Default::default()
    };
    service::match_runs::make(&people.ctx, coordinator, &program.slug, &draft).await.unwrap().to_string()
}

/// A pair of a match run that is proposed to both.
async fn proposal_in(people: &People, coordinator: &Actor, program: &Program, mentor: &Actor, mentee: &Actor) -> String {
    let number = run_in(people, coordinator, program).await.parse().unwrap();
    let mut tx = people.ctx.write().await.unwrap();
    let run = store::match_runs::by_number(&mut tx, program.id, number).await.unwrap().unwrap();
    let row = store::proposals::Proposal {
        id: people.ctx.id(),
        program_id: program.id,
        run_id: run.id,
        mentee_id: mentee.id,
        mentor_id: mentor.id,
        status: domain::proposals::ProposalStatus::Proposed,
        mentee_answer: None,
        mentee_answered_at: None,
        mentor_answer: None,
        mentor_answered_at: None,
        reason: None,
        word: None,
        due_at: people.ctx.now() + chrono::Duration::days(7),
        reminded_at: None,
        mentorship_id: None,
        created_at: people.ctx.now(),
        ended_at: None,
        version: 1,
    };
    store::bulk::proposals(&mut tx, std::slice::from_ref(&row)).await.unwrap();
    tx.commit().await.unwrap();
    row.id.to_string()
}

/// An invitation for whoever has its token, and that token.
async fn invitation_into(people: &People, organisation: domain::OrganisationId, owner: &Actor) -> (String, String) {
    let token = service::tokens::new(&people.ctx);
    let invitation = store::organisations::invitations::Invitation {
        id: people.ctx.id(),
        organisation_id: organisation,
        program_id: None,
        role: OrgRole::Member,
        email: Some("invited@example.org".to_owned()),
        link_token: None,
        created_by: Some(owner.id),
        created_at: people.ctx.now(),
        expires_at: people.ctx.now() + chrono::Duration::days(14),
        revoked_at: None,
        accepted_at: None,
    };
    let id = invitation.id;
    let mut tx = people.ctx.write().await.unwrap();
    store::bulk::invitations(&mut tx, &[store::bulk::Invited { invitation, token_hash: token.hash }]).await.unwrap();
    tx.commit().await.unwrap();
    (id.to_string(), token.secret)
}

/// A file that somebody enrols people from.
async fn import_by(people: &People, who: &Actor, program: &Program) -> String {
    service::imports::upload(&people.ctx, who, &program.slug, "people.csv", TABLE.replace(",Role", ",What").as_bytes()).await.unwrap();
    service::imports::page(&people.ctx, who, &program.slug).await.unwrap().draft.unwrap().id.to_string()
}

/// Somebody with a password.
async fn person(people: &People, name: &str) -> Actor {
    let person = people.person(name).await;
    let hash = people.ctx.hasher.hash(&people.ctx, PASSWORD).await.unwrap();
    let mut tx = people.ctx.write().await.unwrap();
    store::accounts::set_password_hash(&mut tx, person.id, &hash, people.ctx.now()).await.unwrap();
    tx.commit().await.unwrap();
    person
}

async fn marks(people: &People, person: &Actor) -> Marks {
    let profile = service::people::profile(&people.ctx, person).await.unwrap();
    Marks {
        about: profile.about.mark,
        work: profile.work.mark,
        skills: profile.skills.mark,
        help: profile.help.mark,
        week: profile.week.mark,
        visibility: profile.visibility.mark,
    }
}

/// Somebody who may do everything, in another organisation.
async fn other_organisation(people: &People) -> Actor {
    let globex = people.organisation("globex").await;
    let theirs = people.program("theirs").of(globex).running().await;
    let other = person(people, "Olga Other").await;
    people.member(globex, &other, OrgRole::Owner).await;
    people.coordinator(&theirs, &other).await;
    people.mentor_and_mentee(&theirs, &other, 3).await;
    other
}

async fn mentorship_in(
    people: &People,
    program: &Program,
    mentor: &Actor,
    mentee: &Actor,
    status: MentorshipStatus,
) -> domain::MentorshipId {
    let id = people.ctx.id();
    let row = Mentorship {
        id,
        program_id: program.id,
        space_id: domain::SpaceId::of_pair(id),
        mentor_id: mentor.id,
        mentee_id: mentee.id,
        request_id: None,
        status,
        agreement: "We meet every fortnight.".to_owned(),
        started_on: Some("2026-03-02".parse().unwrap()),
        ends_on: Some("2026-08-31".parse().unwrap()),
        ended_at: status.is_over().then(|| people.ctx.now()),
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: people.ctx.now(),
    };
    let mut tx = people.ctx.write().await.unwrap();
    store::testing::rows::mentorship(&mut tx, &row).await;
    tx.commit().await.unwrap();
    row.id
}

/// A goal with two milestones, and the second of these.
async fn goal_in(people: &People, author: &Actor, mentorship: &domain::MentorshipId, title: &str) -> (String, String) {
    let draft = domain::goals::GoalDraft { title: title.to_owned(), ..Default::default() };
    let rows = MilestoneRows { titles: vec!["First".to_owned(), "Second".to_owned()], days: Vec::new() };
    let goal = goals::create(&people.ctx, author, *mentorship, &draft, &rows).await.unwrap();
    let milestones = store::goals::milestones(&mut people.ctx.read().await.unwrap(), goal).await.unwrap();
    (goal.to_string(), milestones[1].id.to_string())
}

/// A one-time token of somebody who plays no other part.
async fn token(people: &People, purpose: domain::accounts::TokenPurpose) -> String {
    let person = person(people, &format!("Tess {purpose:?}")).await;
    let new = service::tokens::new(&people.ctx);
    let token = store::accounts::tokens::Token {
        id: people.ctx.id(),
        person_id: person.id,
        purpose,
        new_email: None,
        created_at: people.ctx.now(),
        expires_at: people.ctx.now() + chrono::Duration::hours(1),
    };
    let mut tx = people.ctx.write().await.unwrap();
    store::accounts::tokens::insert(&mut tx, &token, &new.hash).await.unwrap();
    tx.commit().await.unwrap();
    new.secret
}
