//! Organisations. The table of roles and acts is in `crates/service/tests/organisations/roles.rs`.

use super::row::{HIDDEN, NO, REFUSED, Row, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<Row> {
    let manage = [SIGN_IN, HIDDEN, HIDDEN, NO, NO, YES];
    let everybody = [SIGN_IN, YES, YES, YES, YES, YES];
    vec![
        row("organisations/admin", |_| fields! { org: "acme" }, manage),
        row("organisations/create", |_| fields! { name: "Initech" }, everybody),
        row("organisations/members", |_| fields! { org: "acme" }, manage),
        row("organisations/set_role", |s| fields! { org: "acme", person: s.free_mentor, role: "admin" }, manage),
        row("organisations/remove", |s| fields! { org: "acme", person: s.free_mentor }, manage),
        // The last owner stays.
        row("organisations/leave", |_| fields! { org: "acme" }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, REFUSED]),
        row("organisations/invite_by_mail", |_| fields! { org: "acme", emails: "new@example.org", role: "member" }, manage),
        row("organisations/invite_by_link", |_| fields! { org: "acme" }, manage),
        row("organisations/revoke", |s| fields! { org: "acme", invitation: s.invitation }, manage),
        row("organisations/send_again", |s| fields! { org: "acme", invitation: s.invitation }, manage),
        // Whoever has the link sees what it is about.
        row("organisations/invitation", |s| fields! { invitation: s.invitation_token }, [YES; 6]),
        row("organisations/accept", |s| fields! { invitation: s.invitation_token }, everybody),
        row("organisations/settings", |_| fields! { org: "acme" }, manage),
        row("organisations/save", |_| fields! { org: "acme", version: "1", name: "Acme Works" }, manage),
        row("organisations/audit", |_| fields! { org: "acme" }, manage),
    ]
}
