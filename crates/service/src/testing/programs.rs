//! Programs for tests: `stage.program("career").of(acme).asking_at_most(2).open().await`.

use super::Stage;
use domain::OrganisationId;
use domain::limits::{OPEN_REQUESTS_DEFAULT, REQUEST_DAYS_DEFAULT};
use domain::programs::{MatchingMode, ProgramKind, ProgramStatus};
use store::programs::{self, Program};
use store::testing::{changes, rows};

/// A program about to be written. It belongs to the open community and mentees ask, unless something else is said.
#[derive(Debug)]
pub struct ProgramBuilder<'a> {
    stage: &'a Stage,
    slug: &'a str,
    organisation: Option<OrganisationId>,
    kind: ProgramKind,
    matching: MatchingMode,
    max_open_requests: i32,
    request_days: i32,
}

impl Stage {
    /// A program, by the name in its address.
    #[must_use]
    pub fn program<'a>(&'a self, slug: &'a str) -> ProgramBuilder<'a> {
        ProgramBuilder {
            stage: self,
            slug,
            organisation: None,
            kind: ProgramKind::Pair,
            matching: MatchingMode::MenteesAsk,
            max_open_requests: OPEN_REQUESTS_DEFAULT,
            request_days: REQUEST_DAYS_DEFAULT,
        }
    }

    /// Puts a program in another state, whatever the rules say.
    pub async fn program_is(&self, program: &Program, status: ProgramStatus) {
        let mut tx = self.ctx.write().await.unwrap();
        changes::program_is(&mut tx, program.id, status).await;
        tx.commit().await.unwrap();
    }
}

impl ProgramBuilder<'_> {
    /// A program of this organisation.
    #[must_use]
    pub fn of(mut self, organisation: OrganisationId) -> Self {
        self.organisation = Some(organisation);
        self
    }

    /// All mentees of a mentor share one space.
    #[must_use]
    pub fn in_groups(mut self) -> Self {
        self.kind = ProgramKind::Group;
        self
    }

    /// How pairs come about.
    #[must_use]
    pub fn matching(mut self, matching: MatchingMode) -> Self {
        self.matching = matching;
        self
    }

    /// How many open requests a mentee may have.
    #[must_use]
    pub fn asking_at_most(mut self, requests: i32) -> Self {
        self.max_open_requests = requests;
        self
    }

    /// How many days a mentor has to answer.
    #[must_use]
    pub fn answering_within(mut self, days: i32) -> Self {
        self.request_days = days;
        self
    }

    /// Only coordinators see it.
    pub async fn draft(self) -> Program {
        self.write(ProgramStatus::Draft).await
    }

    /// People enrol and ask.
    pub async fn open(self) -> Program {
        self.write(ProgramStatus::Open).await
    }

    /// Under way.
    pub async fn running(self) -> Program {
        self.write(ProgramStatus::Running).await
    }

    async fn write(self, status: ProgramStatus) -> Program {
        let ctx = &self.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        let id = rows::program(&mut tx, ctx.uuid().as_u128(), self.slug, self.organisation).await;
        changes::program_is(&mut tx, id, status).await;
        changes::program_kind(&mut tx, id, self.kind).await;
        changes::program_asks(&mut tx, id, self.matching, self.max_open_requests, self.request_days).await;
        let program = programs::by_id(&mut tx, id).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        program
    }
}
