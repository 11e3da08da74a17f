//! The names of HTTP statuses.

/// The name that RFC 9110 and its kin give a status: `Bad Gateway`.
pub(crate) fn of(status: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(status).ok()?.canonical_reason()
}
