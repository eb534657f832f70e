//! How the people and things that the table speaks of are made.

use super::stage::png;
use super::things::TABLE;
use crate::harness::PASSWORD;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::programs::JoinPolicy;
use domain::{OrganisationId, PersonId};
use service::goals::MilestoneRows;
use service::testing::Stage as People;
use service::{Actor, goals};
use store::mentorships::Mentorship;
use store::programs::Program;
use store::testing::rows;

/// Everybody.
pub struct Cast {
    pub acme: OrganisationId,
    pub outsider: Actor,
    pub other: Actor,
    pub bystander: Actor,
    pub participant: Actor,
    pub mentor: Actor,
    pub coordinator: Actor,
    pub admin: Actor,
    /// Mentors of the programs whom nobody has asked, one of them with a portrait.
    pub free_mentor: Actor,
    pub third_mentor: Actor,
    pub second_coordinator: Actor,
    /// A member who is about to coordinate.
    pub next_coordinator: Actor,
}

impl Cast {
    /// People who can sign in, and their place in the organisation.
    pub async fn enter(people: &People) -> Self {
        let acme = people.organisation("acme").await;
        let cast = Self {
            acme,
            outsider: person(people, "Otto Outsider").await,
            other: other_organisation(people).await,
            bystander: person(people, "Bea Bystander").await,
            participant: person(people, "Pia Participant").await,
            mentor: person(people, "Max Mentor").await,
            coordinator: person(people, "Carla Coordinator").await,
            admin: person(people, "Ada Admin").await,
            free_mentor: people.person("Fay Free").await,
            third_mentor: people.person("Theo Third").await,
            second_coordinator: people.person("Cora Coordinator").await,
            next_coordinator: people.person("Nia Next").await,
        };
        let members = [&cast.bystander, &cast.participant, &cast.mentor, &cast.coordinator, &cast.free_mentor, &cast.third_mentor];
        for member in members.into_iter().chain([&cast.second_coordinator, &cast.next_coordinator]) {
            people.member(acme, member, OrgRole::Member).await;
        }
        people.member(acme, &cast.admin, OrgRole::Owner).await;
        cast
    }

    /// A program that is under way: three mentors, and the bystander and the participant as mentees.
    pub async fn program(&self, people: &People, slug: &str) -> Program {
        let program = people.program(slug).of(self.acme).running().await;
        people.coordinator(&program, &self.coordinator).await;
        for mentee in [&self.bystander, &self.participant] {
            people.mentee(&program, mentee).await;
        }
        for mentor in [&self.mentor, &self.free_mentor, &self.third_mentor] {
            people.mentor(&program, mentor, 5).await;
        }
        program
    }

    /// Those of the table's columns who are signed in.
    pub fn signed_in(&self) -> [(&'static str, &Actor); 7] {
        [
            ("outsider", &self.outsider),
            ("other organisation", &self.other),
            ("bystander", &self.bystander),
            ("participant", &self.participant),
            ("mentor", &self.mentor),
            ("coordinator", &self.coordinator),
            ("admin", &self.admin),
        ]
    }

    /// Everybody, by what they are.
    pub fn everybody(&self) -> Vec<(&'static str, PersonId)> {
        let others = [
            ("free mentor", &self.free_mentor),
            ("third mentor", &self.third_mentor),
            ("second coordinator", &self.second_coordinator),
            ("next coordinator", &self.next_coordinator),
        ];
        self.signed_in().into_iter().chain(others).map(|(what, who)| (what, who.id)).collect()
    }

    /// The portrait of a mentor.
    pub async fn portrait(&self, people: &People) -> String {
        service::people::set_photo(&people.ctx, &self.third_mentor, png()).await.unwrap();
        let mut tx = people.ctx.write().await.unwrap();
        store::people::lock(&mut tx, self.third_mentor.id).await.unwrap().unwrap().picture_id.unwrap().to_string()
    }

    /// The picture of a program.
    pub async fn banner(&self, people: &People, program: &Program) -> String {
        service::programs::set_picture(&people.ctx, &self.coordinator, &program.slug, png()).await.unwrap();
        let mut tx = people.ctx.read().await.unwrap();
        store::programs::by_id(&mut tx, program.id).await.unwrap().unwrap().picture_id.unwrap().to_string()
    }
}

/// A question of a program that need not be answered.
pub async fn question_in(people: &People, coordinator: &Actor, program: &Program) -> String {
    let draft = domain::programs::questions::QuestionDraft {
        kind: "scale".to_owned(),
        audience: "both".to_owned(),
        prompt: "How patient are you?".to_owned(),
        ..Default::default()
    };
    service::questions::add(&people.ctx, coordinator, &program.slug, &draft).await.unwrap();
    let mut tx = people.ctx.read().await.unwrap();
    store::questions::of_program(&mut tx, program.id).await.unwrap()[0].id.to_string()
}

/// A match run, and its number.
pub async fn run_in(people: &People, coordinator: &Actor, program: &Program) -> String {
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
pub async fn proposal_in(people: &People, coordinator: &Actor, program: &Program, mentor: &Actor, mentee: &Actor) -> String {
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
pub async fn invitation_into(people: &People, organisation: OrganisationId, owner: &Actor) -> (String, String) {
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
pub async fn import_by(people: &People, who: &Actor, program: &Program) -> String {
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

pub async fn mentorship_in(
    people: &People,
    program: &Program,
    mentor: &Actor,
    mentee: &Actor,
    status: MentorshipStatus,
) -> domain::MentorshipId {
    let row = Mentorship {
        agreement: "We meet every fortnight.".to_owned(),
        started_on: Some("2026-03-02".parse().unwrap()),
        ends_on: Some("2026-08-31".parse().unwrap()),
        ..rows::pair(people.ctx.id(), program.id, mentor.id, mentee.id, status, people.ctx.now())
    };
    let mut tx = people.ctx.write().await.unwrap();
    rows::mentorship(&mut tx, &row).await;
    tx.commit().await.unwrap();
    row.id
}

/// A goal with two milestones, and the second of these.
pub async fn goal_in(people: &People, author: &Actor, mentorship: &domain::MentorshipId, title: &str) -> (String, String) {
    let draft = domain::goals::GoalDraft { title: title.to_owned(), ..Default::default() };
    let rows = MilestoneRows { titles: vec!["First".to_owned(), "Second".to_owned()], days: Vec::new() };
    let goal = goals::create(&people.ctx, author, *mentorship, &draft, &rows).await.unwrap();
    let milestones = store::goals::milestones(&mut people.ctx.read().await.unwrap(), goal).await.unwrap();
    (goal.to_string(), milestones[1].id.to_string())
}

/// A one-time token of somebody who plays no other part.
pub async fn token(people: &People, purpose: domain::accounts::TokenPurpose) -> String {
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

/// Lets people join who have the link, and gives what the link ends with.
pub async fn joined_by_link(people: &People, program: Program) -> String {
    let mut tx = people.ctx.write().await.unwrap();
    let linked = Program { join_policy: JoinPolicy::Link, ..program };
    assert!(store::programs::update(&mut tx, &linked).await.unwrap());
    tx.commit().await.unwrap();
    linked.join_token
}
