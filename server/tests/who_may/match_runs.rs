//! Match runs: a coordinator's business alone.

use super::row::{COORDINATORS, FunctionRow, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("match_runs/desk", |s| fields! { slug: s.slug }, COORDINATORS),
        row(
            "match_runs/make",
            |s| {
                fields! {
                    slug: s.slug, objective: "fair", weight_skills: "300", weight_aims: "0", weight_availability: "0", weight_industry: "0",
                    weight_experience: "0", weight_questions: "0", weight_languages: "0", weight_mentee_preference: "0", weight_mentor_preference: "0",
                    organisation: "any", publish_as: "begun"
                }
            },
            COORDINATORS,
        ),
        row("match_runs/view", |s| fields! { slug: s.slug, number: s.run, by: "country" }, COORDINATORS),
        row(
            "match_runs/change",
            |s| {
                fields! {
                    slug: s.slug, number: s.run, objective: "total", weight_skills: "0", weight_aims: "10", weight_availability: "0",
                    weight_industry: "0", weight_experience: "0", weight_questions: "0", weight_languages: "0", weight_mentee_preference: "10",
                    weight_mentor_preference: "0", organisation: "same", publish_as: "proposed"
                }
            },
            COORDINATORS,
        ),
        row("match_runs/adjust", |s| fields! { slug: s.slug, number: s.run, act: "pin_all" }, COORDINATORS),
        row(
            "match_runs/adjust_named",
            |s| fields! { slug: s.slug, number: s.run, act: "pin", mentee: "Pia Participant", mentor: "Max Mentor" },
            COORDINATORS,
        ),
        row("match_runs/save", |s| fields! { slug: s.slug, number: s.run, version: 1, settings: s.run_settings }, COORDINATORS),
        row("match_runs/publish", |s| fields! { slug: s.slug, number: s.run, all: true }, COORDINATORS),
        row("match_runs/undo", |s| fields! { slug: s.published, number: s.published_run }, COORDINATORS),
        row("match_runs/progress", |s| fields! { slug: s.slug }, COORDINATORS),
        row("match_runs/stop", |s| fields! { slug: s.slug }, COORDINATORS),
        row("match_runs/compare", |s| fields! { slug: s.slug }, COORDINATORS),
        row("match_runs/reasons", |s| fields! { slug: s.slug }, COORDINATORS),
        row("match_runs/people", |s| fields! { slug: s.slug }, COORDINATORS),
    ]
}
