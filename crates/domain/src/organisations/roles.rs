//! Who may give whom which role: there is always an owner, and only owners make and unmake owners.

use super::OrgRole;

/// Why a role stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleDenied {
    /// It isn't the actor's to change.
    NotYours,
    /// It would leave the organisation without an owner.
    LastOwner,
}

/// Whether somebody with the role `actor` may change a member's role from `before` to `after`; `None` means that the member
/// goes. Leaving oneself needs no role. `owners` counts the owners before the change.
///
/// # Errors
/// Why not.
pub const fn may_set_role(actor: OrgRole, own: bool, before: OrgRole, after: Option<OrgRole>, owners: i64) -> Result<(), RoleDenied> {
    let leaves = own && after.is_none();
    let touches_owner = matches!(before, OrgRole::Owner) || matches!(after, Some(OrgRole::Owner));
    if !leaves && (!actor.manages() || (touches_owner && !matches!(actor, OrgRole::Owner))) {
        return Err(RoleDenied::NotYours);
    }
    if matches!(before, OrgRole::Owner) && !matches!(after, Some(OrgRole::Owner)) && owners <= 1 {
        return Err(RoleDenied::LastOwner);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrgRole::{Admin, Member, Owner};
    use RoleDenied::{LastOwner, NotYours};

    #[test]
    fn every_cell_with_two_owners() {
        // Actor; member's role; to owner, to admin, to member, gone.
        let (yes, no) = (Ok(()), Err(NotYours));
        let table = [
            (Owner, Owner, [yes, yes, yes, yes]),
            (Owner, Admin, [yes, yes, yes, yes]),
            (Owner, Member, [yes, yes, yes, yes]),
            (Admin, Owner, [no, no, no, no]),
            (Admin, Admin, [no, yes, yes, yes]),
            (Admin, Member, [no, yes, yes, yes]),
            (Member, Owner, [no, no, no, no]),
            (Member, Admin, [no, no, no, no]),
            (Member, Member, [no, no, no, no]),
        ];
        for (actor, before, expected) in table {
            for (after, expected) in [Some(Owner), Some(Admin), Some(Member), None].into_iter().zip(expected) {
                assert_eq!(may_set_role(actor, false, before, after, 2), expected, "{actor} changes {before} to {after:?}");
            }
        }
    }

    #[test]
    fn the_last_owner_stays() {
        for after in [Some(Admin), Some(Member), None] {
            assert_eq!(may_set_role(Owner, true, Owner, after, 1), Err(LastOwner));
        }
        assert_eq!(may_set_role(Owner, true, Owner, Some(Owner), 1), Ok(()));
    }

    #[test]
    fn everybody_else_may_leave() {
        for role in [Admin, Member] {
            assert_eq!(may_set_role(role, true, role, None, 1), Ok(()));
        }
        assert_eq!(may_set_role(Owner, true, Owner, None, 2), Ok(()));
        assert_eq!(may_set_role(Member, true, Member, Some(Admin), 2), Err(NotYours), "nobody promotes themselves");
    }
}
