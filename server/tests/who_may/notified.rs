//! What the calls of the table told people: each notification is for whom its kind is for, and each link in a mail leads to an
//! address that there is.

use super::addresses::leads_to;
use super::stage::Stage;
use domain::notifications::{Audience, NotificationKind};
use std::collections::BTreeSet;
use store::{mails, notifications};

/// The mentors and the mentees of the programs.
const MENTORS: [&str; 3] = ["mentor", "free mentor", "third mentor"];
const MENTEES: [&str; 2] = ["bystander", "participant"];
/// Who coordinates them, or is about to.
const COORDINATORS: [&str; 4] = ["coordinator", "second coordinator", "next coordinator", "admin"];

/// What was heard so far.
#[derive(Default)]
pub struct Notified {
    kinds: BTreeSet<NotificationKind>,
    links: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Notified {
    /// Looks at what a call has told people.
    pub async fn hear(&mut self, stage: &Stage, function: &str, who: &str) {
        let ctx = &stage.server.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        for (what, person) in &stage.people {
            for told in notifications::newest(&mut tx, *person, 100).await.unwrap().into_iter().filter(|n| n.created_at >= ctx.now()) {
                let kind: NotificationKind = told.kind.parse().unwrap();
                self.kinds.insert(kind);
                if *what == who || !is_for(kind, what) {
                    self.wrong.push(format!("{function} by {who} tells the {what} of {kind}"));
                }
            }
        }
        let far = ctx.now() + chrono::Duration::days(10_000);
        for mail in mails::claim(&mut tx, far, far, 1_000).await.unwrap() {
            let links = mail.body_text.split_whitespace().filter_map(|word| word.strip_prefix(ctx.settings.base_url.as_str()));
            // The site's own address may end a sentence.
            self.links.extend(links.map(|link| link.trim_end_matches('.')).filter(|link| !link.is_empty()).map(str::to_owned));
        }
    }

    /// What was wrong with it all.
    pub fn wrong(self, stage: &Stage) -> Vec<String> {
        let mut wrong = self.wrong;
        let addresses = server::router::addresses(stage.server.state.clone());
        let mut led: BTreeSet<&str> = BTreeSet::new();
        for link in &self.links {
            match leads_to(&addresses, link) {
                Some(address) => drop(led.insert(address)),
                None => wrong.push(format!("a mail leads to {link}, where nothing is")),
            }
        }
        for address in ["/verify/{token}", "/reset/{token}", "/invite/{token}", "/mentorships/{id}", "/programs/{slug}/requests/{id}"] {
            if !led.contains(address) {
                wrong.push(format!("no mail leads to {address}: are they all looked at? {led:?}"));
            }
        }
        if self.kinds.len() < 30 {
            wrong.push(format!("few kinds of notifications were written: are they all looked at? {:?}", self.kinds));
        }
        wrong
    }
}

/// Whether a kind of notification may be for one of the people of the table.
fn is_for(kind: NotificationKind, what: &str) -> bool {
    match kind.audience() {
        Audience::Mentor => MENTORS.contains(&what),
        Audience::Mentee => MENTEES.contains(&what),
        Audience::Pair | Audience::Participants => MENTORS.contains(&what) || MENTEES.contains(&what),
        Audience::Coordinator => COORDINATORS.contains(&what),
    }
}
