//! What is left of somebody: a mark in every text that they write, and in every text about them. After erasing, those that are theirs
//! alone are nowhere, and those that they share with whoever they worked with are where they were, for that one to read.

use super::{EMAIL, NAME, World};
use crate::accounts::client;
use domain::goals::GoalDraft;
use domain::match_preferences::PreferenceSide;
use domain::match_runs::{RunNumbers, RunSettings, RunStatus};
use domain::mentorships::ReviewDraft;
use domain::people::{About, SkillSide, Work};
use domain::programs::questions::Question;
use domain::programs::{Answer, Audience, ProgramTemplate, QuestionKind};
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use domain::{GoalId, MentorshipId, RequestId};
use serde_json::{Value, json};
use service::goals::MilestoneRows;
use service::{accounts, goals, home, mentorships, organisations, requests};
use std::collections::BTreeSet;
use store::imports::{Import, Line};
use store::leaving::places::SHARED_TEXTS;
use store::match_runs::MatchRun;
use store::pictures::Picture;
use store::proposals::Proposal;
use store::skills::CustomSkill;
use store::testing::schema;
use store::{Json, Tx, bulk};

/// What Pia and the one who leaves have made together.
struct Shared {
    space: MentorshipId,
    goal: GoalId,
    request: RequestId,
}

fn private(what: &str) -> String {
    format!("private{what}mark")
}

fn shared(what: &str) -> String {
    format!("shared{what}mark of the two, long enough for a letter")
}

/// Everything that is theirs alone.
const PRIVATE: [&str; 16] = [
    "headline",
    "about",
    "pronouns",
    "role",
    "skill",
    "answer",
    "letter",
    "question",
    "no",
    "review",
    "flash",
    "file",
    "cell",
    "browser",
    "newaddress",
    "proposal",
];
/// Everything that they share with whoever they worked with.
const SHARED: [&str; 9] = ["letter", "question", "yes", "goal", "why", "success", "milestone", "comment", "end"];

async fn profile(w: &World, tx: &mut Tx) {
    let (ctx, zeb) = (&w.stage.ctx, w.zeb.id);
    let about = About {
        pronouns: Some(private("pronouns")),
        headline: Some(private("headline")),
        about: Some(private("about")),
        country: Some("FR".to_owned()),
        zone: "Europe/Paris".to_owned(),
        languages: vec!["en".to_owned()],
    };
    store::people::set_about(tx, zeb, &about, ctx.now()).await.unwrap();
    let work = Work { industry: Some("arts".to_owned()), role_title: Some(private("role")), experience_years: Some(7) };
    store::people::set_work(tx, zeb, &work, ctx.now()).await.unwrap();
    let skill = CustomSkill { id: "own-x".to_owned(), organisation_id: None, name: private("skill"), name_key: private("skill") };
    store::skills::insert(tx, &[skill], zeb, ctx.now()).await.unwrap();
    store::people::set_skills(tx, zeb, &["own-x".to_owned()], &[], ctx.now()).await.unwrap();
    let picture = Picture {
        id: ctx.id(),
        owner_id: Some(zeb),
        content_type: "image/jpeg".to_owned(),
        width: 1,
        height: 1,
        bytes: vec![1, 2, 3],
        created_at: ctx.now(),
    };
    store::pictures::insert(tx, &picture).await.unwrap();
    store::people::set_picture(tx, zeb, Some(picture.id), ctx.now()).await.unwrap();
    service::search::index_person(tx, zeb).await.unwrap();
    let session = store::accounts::sessions::Session {
        id: ctx.id(),
        person_id: zeb,
        user_agent: private("browser"),
        address: "192.0.2.9".to_owned(),
        created_at: ctx.now(),
        last_seen_at: ctx.now(),
        expires_at: ctx.now() + chrono::Duration::days(9),
    };
    store::accounts::sessions::insert(tx, &session, b"another device").await.unwrap();
    let token = store::accounts::tokens::Token {
        id: ctx.id(),
        person_id: zeb,
        purpose: domain::accounts::TokenPurpose::ChangeEmail,
        new_email: Some(private("newaddress")),
        created_at: ctx.now(),
        expires_at: ctx.now() + chrono::Duration::days(9),
    };
    store::accounts::tokens::insert(tx, &token, b"a token").await.unwrap();
    let soon = ctx.now() + chrono::Duration::minutes(5);
    store::flashes::insert_of(tx, zeb, (b"a form".as_slice(), &json!({ "typed": private("flash") })), soon, (9, 9_999)).await.unwrap();
}

/// What they say in programs, and what is kept of them by coordinators.
async fn programs(w: &World, tx: &mut Tx) {
    let (ctx, zeb, program) = (&w.stage.ctx, w.zeb.id, w.program.id);
    let question = Question {
        id: ctx.id(),
        position: 1,
        kind: QuestionKind::Short,
        audience: Audience::Both,
        prompt: "Why?".to_owned(),
        options: Vec::new(),
        required: false,
        counted: false,
    };
    store::questions::insert(tx, program, &question).await.unwrap();
    let enrolment = store::enrolments::of(tx, program, zeb).await.unwrap().unwrap();
    store::questions::replace_answers(tx, enrolment.id, &[(question.id, Answer::Text(private("answer")))]).await.unwrap();
    store::favourites::add(tx, program, w.pia.id, zeb, ctx.now()).await.unwrap();
    store::match_preferences::replace(tx, program, w.mia.id, PreferenceSide::Mentors, &[zeb], ctx.now()).await.unwrap();
    store::match_preferences::replace(tx, program, zeb, PreferenceSide::Mentees, &[w.mia.id], ctx.now()).await.unwrap();
    let import = |person, cells: [String; 2]| Import {
        id: ctx.id(),
        program_id: program,
        person_id: person,
        file: private("file"),
        header: Json(vec!["Name".to_owned(), "Email".to_owned()]),
        lines: Json(vec![
            Line { line: 2, ragged: None, cells: cells.to_vec() },
            Line { line: 3, ragged: None, cells: vec!["Else".to_owned(), "else@example.org".to_owned()] },
        ]),
        targets: Json(vec!["name".to_owned(), "email".to_owned()]),
        side: String::new(),
        encoding: String::new(),
        keep_rows: false,
        notes: Json(Vec::new()),
        done: None,
        created_at: ctx.now(),
        expires_at: ctx.now() + chrono::Duration::days(1),
    };
    store::imports::replace(tx, &import(zeb, [private("cell"), "a@example.org".to_owned()])).await.unwrap();
    let by_cora = Import { file: "people.csv".to_owned(), ..import(w.cora.id, [NAME.to_owned(), EMAIL.to_uppercase()]) };
    store::imports::replace(tx, &by_cora).await.unwrap();
    store::imports::keep_bytes(tx, by_cora.id, Some(EMAIL.as_bytes())).await.unwrap();
    let run = MatchRun {
        id: ctx.id(),
        program_id: program,
        number: 1,
        status: RunStatus::Published,
        settings: Json(RunSettings::for_template(ProgramTemplate::Career)),
        numbers: Json(RunNumbers::default()),
        left_out: Json(Vec::new()),
        created_by: Some(zeb),
        created_at: ctx.now(),
        published_at: None,
        version: 1,
    };
    store::match_runs::insert(tx, &run).await.unwrap();
    let proposal = Proposal {
        id: ctx.id(),
        program_id: program,
        run_id: run.id,
        mentee_id: w.mia.id,
        mentor_id: zeb,
        status: ProposalStatus::Declined,
        mentee_answer: None,
        mentee_answered_at: None,
        mentor_answer: Some(ProposalAnswer::No),
        mentor_answered_at: Some(ctx.now()),
        reason: Some(NoReason::Other),
        word: Some(private("proposal")),
        due_at: ctx.now() + chrono::Duration::days(7),
        reminded_at: None,
        mentorship_id: None,
        created_at: ctx.now(),
        ended_at: Some(ctx.now()),
        version: 1,
    };
    bulk::proposals(tx, &[proposal]).await.unwrap();
}

/// Everything that somebody can write, written. What is shared is Pia's too.
async fn write_everywhere(w: &World) -> Shared {
    let ctx = &w.stage.ctx;
    let mut tx = w.write().await;
    profile(w, &mut tx).await;
    programs(w, &mut tx).await;
    tx.commit().await.unwrap();
    // A request that came to nothing, as the asked and as the asker; and one that led to a mentorship.
    let letter = "Would you be my mentor, please?";
    let other = requests::ask(ctx, &w.mia, "career", w.zeb.id, letter).await.unwrap();
    requests::ask_back(ctx, Some(&w.zeb), other, &private("question")).await.unwrap();
    requests::answer(ctx, Some(&w.mia), other, "Because.").await.unwrap();
    requests::decline(ctx, Some(&w.zeb), other, &private("no")).await.unwrap();
    let max = w.stage.person("Max").await;
    let second = w.stage.program("second").running().await;
    w.stage.mentor(&second, &max, 2).await;
    w.stage.mentee(&second, &w.zeb).await;
    requests::ask(ctx, &w.zeb, "second", max.id, &format!("{} and more of it", private("letter"))).await.unwrap();
    let third = w.stage.program("third").running().await;
    w.stage.mentor(&third, &max, 2).await;
    w.stage.mentee(&third, &w.zeb).await;
    let came = requests::ask(ctx, &w.zeb, "third", max.id, &shared("letter")).await.unwrap();
    let ended = requests::accept(ctx, Some(&max), came, "").await.unwrap();
    mentorships::end_early(ctx, &w.zeb, ended, &shared("end")).await.unwrap();
    mentorships::review(ctx, &w.zeb, ended, &ReviewDraft { rating: "3".to_owned(), sentence: private("review") }).await.unwrap();

    let request = requests::ask(ctx, &w.pia, "career", w.zeb.id, letter).await.unwrap();
    requests::ask_back(ctx, Some(&w.zeb), request, &shared("question")).await.unwrap();
    requests::answer(ctx, Some(&w.pia), request, "Because.").await.unwrap();
    let space = requests::accept(ctx, Some(&w.zeb), request, &shared("yes")).await.unwrap();
    let draft = GoalDraft { title: shared("goal"), why: shared("why"), success: shared("success"), ..GoalDraft::default() };
    let rows = MilestoneRows { titles: vec![shared("milestone")], days: Vec::new() };
    let goal = goals::create(ctx, &w.zeb, space, &draft, &rows).await.unwrap();
    goals::take(ctx, &w.pia, goal).await.unwrap();
    goals::comment(ctx, &w.zeb, goal, &shared("comment")).await.unwrap();
    goals::comment(ctx, &w.pia, goal, "Thank you!").await.unwrap();
    mentorships::sign_agreement(ctx, &w.zeb, space).await.unwrap();
    mentorships::complete(ctx, &w.pia, space).await.unwrap();
    // What is about them elsewhere: an invitation, mails to them and about them, where they signed in from.
    organisations::invite_by_mail(ctx, &w.olga, "acme", EMAIL, "member").await.unwrap();
    accounts::forgot(ctx, &client(), EMAIL).await.unwrap();
    Shared { space, goal, request }
}

/// Where a text is found: table and column of each.
async fn places(tx: &mut Tx, needle: &str) -> BTreeSet<(String, String)> {
    let needle = needle.to_lowercase();
    let mut found = BTreeSet::new();
    for (table, column, text) in schema::columns(tx).await {
        if text && schema::texts(tx, &table, &column).await.iter().any(|text| text.to_lowercase().contains(&needle)) {
            found.insert((table, column));
        }
    }
    found
}

/// What Pia sees, page by page.
async fn pages(w: &World, s: &Shared) -> Vec<Value> {
    let ctx = &w.stage.ctx;
    let shown = |page: Result<Value, serde_json::Error>| page.unwrap();
    vec![
        shown(serde_json::to_value(mentorships::space(ctx, &w.pia, s.space).await.unwrap())),
        shown(serde_json::to_value(goals::list(ctx, &w.pia, s.space).await.unwrap())),
        shown(serde_json::to_value(goals::view(ctx, &w.pia, s.goal).await.unwrap())),
        shown(serde_json::to_value(requests::view(ctx, &w.pia, "career", s.request).await.unwrap())),
        shown(serde_json::to_value(requests::list(ctx, &w.pia, "career", None).await.unwrap())),
        shown(serde_json::to_value(home::day(ctx, &w.pia).await.unwrap().mentorships)),
        shown(serde_json::to_value(home::notifications(ctx, &w.pia, None).await.unwrap())),
    ]
}

/// The same, with the name of the one who leaves said as of somebody who left, and without their face.
fn without_the_name(page: &mut Value, id: &str) {
    match page {
        Value::String(text) => *text = text.replace(NAME, "Someone who left"),
        Value::Array(list) => list.iter_mut().for_each(|one| without_the_name(one, id)),
        Value::Object(fields) => {
            if fields.get("id").and_then(Value::as_str) == Some(id) {
                fields.remove("headline");
                fields.remove("picture");
            }
            fields.values_mut().for_each(|one| without_the_name(one, id));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

store::both! {
    async fn nothing_of_theirs_is_left_but_what_is_the_others_too(db) {
        let w = World::new(db).await;
        write_everywhere(&w).await;
        let mut tx = w.read().await;
        for what in PRIVATE {
            assert!(!places(&mut tx, &private(what)).await.is_empty(), "{what} was written");
        }
        for needle in [NAME, EMAIL, "markwort", "192.0.2.9"] {
            assert!(!places(&mut tx, needle).await.is_empty(), "{needle} was there");
        }
        let mut before = Vec::new();
        for what in SHARED {
            before.push(places(&mut tx, &format!("shared{what}mark")).await);
        }
        drop(tx);
        w.erase().await;
        let mut tx = w.read().await;
        for needle in PRIVATE.iter().map(|what| private(what)).chain([NAME, EMAIL, "markwort", "zebulon", "192.0.2.9", "192.0.2.7"].map(str::to_owned)) {
            let left = places(&mut tx, &needle).await;
            assert!(left.is_empty(), "{needle} is left in {left:?}");
        }
        let may: BTreeSet<(String, String)> = SHARED_TEXTS.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect();
        for (what, before) in SHARED.iter().zip(before) {
            let left = places(&mut tx, &format!("shared{what}mark")).await;
            assert!(!left.is_empty() && left.is_subset(&may), "{what} is in {left:?}");
            let lost: Vec<_> = before.difference(&left).filter(|place| may.contains(*place)).collect();
            assert!(lost.is_empty(), "{what} was in {lost:?}, too");
        }
        let import = store::imports::of(&mut tx, w.program.id, w.cora.id, w.stage.ctx.now()).await.unwrap().unwrap();
        assert_eq!(import.lines.iter().map(|line| line.line).collect::<Vec<_>>(), [3], "others stay in a coordinator's file");
        assert_eq!(store::imports::bytes(&mut tx, import.id).await.unwrap(), None);
        assert!(store::people::skills(&mut tx, w.zeb.id).await.unwrap().iter().all(|(side, _)| *side != SkillSide::Offered));
    }

    async fn a_partners_pages_are_as_before_but_for_the_name(db) {
        let w = World::new(db).await;
        let s = write_everywhere(&w).await;
        let mut before = pages(&w, &s).await;
        w.erase().await;
        let mut after = pages(&w, &s).await;
        let id = w.zeb.id.to_string();
        for (before, after) in before.iter_mut().zip(&mut after) {
            without_the_name(before, &id);
            without_the_name(after, &id);
            assert_eq!(before, after);
        }
    }
}
