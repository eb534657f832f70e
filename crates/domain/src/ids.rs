//! Identifiers: one UUIDv7 newtype per kind of thing, so that one kind can't be passed for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { Uuid::parse_str(s).map(Self) }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }

        #[cfg(feature = "sql")]
        impl<DB: sqlx::Database> sqlx::Type<DB> for $name where Uuid: sqlx::Type<DB> {
            fn type_info() -> DB::TypeInfo { <Uuid as sqlx::Type<DB>>::type_info() }
            fn compatible(ty: &DB::TypeInfo) -> bool { <Uuid as sqlx::Type<DB>>::compatible(ty) }
        }

        #[cfg(feature = "sql")]
        impl<'q, DB: sqlx::Database> sqlx::Encode<'q, DB> for $name where Uuid: sqlx::Encode<'q, DB> {
            fn encode_by_ref(&self, buf: &mut DB::ArgumentBuffer) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                <Uuid as sqlx::Encode<'q, DB>>::encode_by_ref(&self.0, buf)
            }
        }

        #[cfg(feature = "sql")]
        impl<'r, DB: sqlx::Database> sqlx::Decode<'r, DB> for $name where Uuid: sqlx::Decode<'r, DB> {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
                Ok(Self(<Uuid as sqlx::Decode<'r, DB>>::decode(value)?))
            }
        }
    )+};
}

ids! {
    /// Somebody with an account.
    PersonId,
    /// A signed-in device.
    SessionId,
    /// An organisation.
    OrganisationId,
    /// An invitation by mail or by link.
    InvitationId,
    /// A mentoring program.
    ProgramId,
    /// A question asked when enrolling.
    QuestionId,
    /// One person's enrolment in one program.
    EnrolmentId,
    /// A file that people are being enrolled from.
    ImportId,
    /// A mentee's request to a mentor.
    RequestId,
    /// One line of the conversation in a request.
    RequestMessageId,
    /// A match run.
    MatchRunId,
    /// A mentorship proposed to two people.
    ProposalId,
    /// A mentorship.
    MentorshipId,
    /// A space.
    SpaceId,
    /// A goal of a mentorship.
    GoalId,
    /// A milestone of a goal.
    MilestoneId,
    /// A comment on a goal.
    CommentId,
    /// An entry in the history of a goal.
    GoalChangeId,
    /// A stored picture.
    PictureId,
    /// A mail waiting to be sent, or sent.
    MailId,
    /// A notification.
    NotificationId,
    /// A one-time token sent by mail.
    TokenId,
}
