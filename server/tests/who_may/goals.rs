//! Goals are for the two people of the mentorship; coordinators see the mentorship but not what is written there.

use super::row::{HIDDEN, NO, Row, SIGN_IN, YES, fields, row};

/// The mentee of the mentorship.
const MENTEE: [u16; 6] = [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO];

pub fn rows() -> Vec<Row> {
    vec![
        row("goals/list", |s| fields! { mentorship: s.mentorship }, MENTEE),
        row("goals/start", |s| fields! { mentorship: s.mentorship }, MENTEE),
        row("goals/create", |s| fields! { mentorship: s.mentorship, title: "Read more", why: "", success: "", target_on: "" }, MENTEE),
        row("goals/goal", |s| fields! { goal: s.goal }, MENTEE),
        row(
            "goals/edit",
            |s| {
                fields! {
                    goal: s.goal, version: 1, title: "Lead two teams", why: "", success: "", target_on: "",
                    progress_mode: "hand", progress: "10", "base[title]": "Lead a team", "base[why]": "", "base[success]": "",
                    "base[target_on]": "", "base[progress_mode]": "milestones", "base[progress]": "0",
                }
            },
            MENTEE,
        ),
        row("goals/progress", |s| fields! { goal: s.goal, progress: "40" }, MENTEE),
        row("goals/take", |s| fields! { goal: s.proposed_goal }, MENTEE),
        row("goals/achieve", |s| fields! { goal: s.goal }, MENTEE),
        row("goals/drop", |s| fields! { goal: s.goal }, MENTEE),
        row("goals/reopen", |s| fields! { goal: s.dropped_goal }, MENTEE),
        row("goals/comment", |s| fields! { goal: s.goal, body: "Well done." }, MENTEE),
        row("goals/add_milestone", |s| fields! { goal: s.goal, title: "Third", due_on: "" }, MENTEE),
        row("goals/edit_milestone", |s| fields! { goal: s.goal, milestone: s.milestone, title: "Other", due_on: "" }, MENTEE),
        row("goals/tick", |s| fields! { goal: s.goal, milestone: s.milestone, done: true }, MENTEE),
        row("goals/move_milestone", |s| fields! { goal: s.goal, milestone: s.milestone, direction: "up" }, MENTEE),
        row("goals/remove_milestone", |s| fields! { goal: s.goal, milestone: s.milestone }, MENTEE),
    ]
}
