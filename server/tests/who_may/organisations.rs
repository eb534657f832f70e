//! Organisations. The table of roles and acts is in `crates/service/tests/organisations/roles.rs`.

use super::row::{ANYBODY, FunctionRow, HIDDEN, MANAGERS, REFUSED, SIGN_IN, SIGNED_IN, YES, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("organisations/admin", |_| fields! { org: "acme" }, MANAGERS),
        row("organisations/create", |_| fields! { name: "Initech" }, SIGNED_IN),
        row("organisations/members", |_| fields! { org: "acme" }, MANAGERS),
        row("organisations/set_role", |s| fields! { org: "acme", person: s.free_mentor, role: "admin" }, MANAGERS),
        row("organisations/remove", |s| fields! { org: "acme", person: s.free_mentor }, MANAGERS),
        // The last owner stays.
        row("organisations/leave", |_| fields! { org: "acme" }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES, YES, REFUSED]),
        row("organisations/invite_by_mail", |_| fields! { org: "acme", emails: "new@example.org", role: "member" }, MANAGERS),
        row("organisations/invite_by_link", |_| fields! { org: "acme" }, MANAGERS),
        row("organisations/revoke", |s| fields! { org: "acme", invitation: s.invitation }, MANAGERS),
        row("organisations/send_again", |s| fields! { org: "acme", invitation: s.invitation }, MANAGERS),
        // Whoever has the link sees what it is about.
        row("organisations/invitation", |s| fields! { invitation: s.invitation_token }, ANYBODY),
        row("organisations/accept", |s| fields! { invitation: s.invitation_token }, SIGNED_IN),
        row("organisations/settings", |_| fields! { org: "acme" }, MANAGERS),
        row("organisations/save", |_| fields! { org: "acme", name: "Acme Works" }, MANAGERS),
        row("organisations/audit", |_| fields! { org: "acme" }, MANAGERS),
    ]
}
