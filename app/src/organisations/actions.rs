//! What can be done on the page of members: made once for the page, used by its parts.

use super::{InviteByLink, InviteByMail, RemoveMember, RevokeInvitation, SendInvitationAgain, SetRole};
use crate::ui::form::FormAction;

/// The actions of the page.
#[derive(Clone, Copy)]
pub(super) struct MemberActions {
    pub role: FormAction<SetRole>,
    pub remove: FormAction<RemoveMember>,
    pub mail: FormAction<InviteByMail>,
    pub link: FormAction<InviteByLink>,
    pub revoke: FormAction<RevokeInvitation>,
    pub again: FormAction<SendInvitationAgain>,
}
