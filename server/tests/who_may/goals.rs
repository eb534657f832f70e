//! Goals are for the two people of the mentorship, and the mentee's to change; coordinators see the mentorship but not what is written
//! there. The complete table of states and acts is in `domain::goals`.

use super::row::{FunctionRow, MENTEE, PAIR, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("goals/list", |s| fields! { mentorship: s.mentorship }, PAIR),
        row("goals/start", |s| fields! { mentorship: s.mentorship }, PAIR),
        row("goals/create", |s| fields! { mentorship: s.mentorship, title: "Read more", why: "", success: "", target_on: "" }, PAIR),
        row("goals/goal", |s| fields! { goal: s.goal }, PAIR),
        row(
            "goals/edit",
            |s| {
                fields! {
                    goal: s.goal, title: "Lead two teams", why: "", success: "", target_on: "",
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
        row("goals/comment", |s| fields! { goal: s.goal, body: "Well done." }, PAIR),
        row("goals/add_milestone", |s| fields! { goal: s.goal, title: "Third", due_on: "" }, MENTEE),
        row("goals/edit_milestone", |s| fields! { goal: s.goal, milestone: s.milestone, title: "Other", due_on: "" }, MENTEE),
        row("goals/tick", |s| fields! { goal: s.goal, milestone: s.milestone, done: true }, MENTEE),
        row("goals/move_milestone", |s| fields! { goal: s.goal, milestone: s.milestone, direction: "up" }, MENTEE),
        row("goals/remove_milestone", |s| fields! { goal: s.goal, milestone: s.milestone }, MENTEE),
    ]
}
