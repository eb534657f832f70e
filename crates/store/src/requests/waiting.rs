//! Who has waited for an answer for long: one definition for everybody who asks.

/// Open requests, by the condition `$scope`, in which it has been the asked's turn since before `$2`, and that are not out of time at `$3`:
/// `id`, `program_id`, `mentor_id`, `mentee_id`, and `since`, when the asker wrote last.
macro_rules! waiting {
    ($scope:literal) => {
        concat!(
            "(SELECT t.id, t.program_id, t.mentor_id, t.mentee_id, t.since
              FROM (SELECT r.id, r.program_id, r.mentor_id, r.mentee_id,
                        COALESCE((SELECT MAX(l.created_at) FROM request_messages l WHERE l.request_id = r.id), r.created_at) AS since
                    FROM match_requests r
                    WHERE r.status = 'pending' AND r.turn = 'asked' AND r.due_at > $3 AND r.created_at < $2 AND ",
            $scope,
            ") t WHERE t.since < $2)"
        )
    };
}
pub(crate) use waiting;
