//! Requests with their conversations, and mentorships with their signatures and reviews.

use super::writer;
use crate::match_runs::RunPair;
use crate::mentorships::{Mentorship, Review, Signature};
use crate::proposals::Proposal;
use crate::requests::{Line, Request};
use crate::spaces::Space;
use domain::MentorshipId;

/// A signature, and under what.
#[derive(Debug, Clone)]
pub struct MentorshipSignature {
    /// The mentorship.
    pub mentorship_id: MentorshipId,
    /// Who and when.
    pub signature: Signature,
}

/// A review, and of what.
#[derive(Debug, Clone)]
pub struct MentorshipReview {
    /// The mentorship.
    pub mentorship_id: MentorshipId,
    /// How it went.
    pub review: Review,
}

writer! {
    /// Writes requests.
    requests("match_requests", r: Request) {
        id: r.id,
        program_id: r.program_id,
        mentee_id: r.mentee_id,
        mentor_id: r.mentor_id,
        status: r.status,
        turn: r.turn,
        body: &r.body,
        due_at: r.due_at,
        remaining_seconds: r.remaining_seconds,
        extended: r.extended,
        reminded: r.reminded,
        close_reason: r.close_reason,
        closing_word: &r.closing_word,
        created_at: r.created_at,
        first_reply_at: r.first_reply_at,
        ended_at: r.ended_at,
        version: r.version,
    }
}

writer! {
    /// Writes lines of the conversations in requests.
    messages("request_messages", l: Line) {
        id: l.id,
        request_id: l.request_id,
        author_id: l.author_id,
        body: &l.body,
        created_at: l.created_at,
    }
}

writer! {
    /// Writes spaces.
    spaces("spaces", s: Space) {
        id: s.id,
        program_id: s.program_id,
        kind: s.kind,
        name: &s.name,
        created_at: s.created_at,
        closed_at: s.closed_at,
    }
}

writer! {
    /// Writes mentorships. Their spaces are there already.
    mentorships("mentorships", m: Mentorship) {
        id: m.id,
        program_id: m.program_id,
        space_id: m.space_id,
        mentor_id: m.mentor_id,
        mentee_id: m.mentee_id,
        request_id: m.request_id,
        status: m.status,
        agreement: &m.agreement,
        started_on: m.started_on,
        ends_on: m.ends_on,
        ended_at: m.ended_at,
        end_reason: &m.end_reason,
        ended_by: m.ended_by,
        version: m.version,
        created_at: m.created_at,
    }
}

writer! {
    /// Writes signatures.
    signatures("agreement_signatures", s: MentorshipSignature) {
        mentorship_id: s.mentorship_id,
        person_id: s.signature.person_id,
        signed_at: s.signature.signed_at,
    }
}

writer! {
    /// Writes reviews.
    reviews("mentorship_reviews", r: MentorshipReview) {
        mentorship_id: r.mentorship_id,
        person_id: r.review.person_id,
        rating: r.review.rating,
        sentence: &r.review.sentence,
        created_at: r.review.created_at,
    }
}

writer! {
    /// Writes proposals.
    proposals("proposals", p: Proposal) {
        id: p.id,
        program_id: p.program_id,
        run_id: p.run_id,
        mentee_id: p.mentee_id,
        mentor_id: p.mentor_id,
        status: p.status,
        mentee_answer: p.mentee_answer,
        mentee_answered_at: p.mentee_answered_at,
        mentor_answer: p.mentor_answer,
        mentor_answered_at: p.mentor_answered_at,
        reason: p.reason,
        word: &p.word,
        due_at: p.due_at,
        reminded_at: p.reminded_at,
        mentorship_id: p.mentorship_id,
        created_at: p.created_at,
        ended_at: p.ended_at,
        version: p.version,
    }
}

writer! {
    /// Writes pairs of match runs.
    match_run_pairs("match_run_pairs", p: RunPair) {
        run_id: p.run_id,
        mentee_id: p.mentee_id,
        mentor_id: p.mentor_id,
        score: p.score,
        pinned: p.pinned,
        parts: &p.parts,
        mentorship_id: p.mentorship_id,
        refusal: &p.refusal,
    }
}
