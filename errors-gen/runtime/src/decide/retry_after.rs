//! The `Retry-After` header.

use core::time::Duration;

use super::date;

/// The longest wait, one year in seconds. Longer ones are reduced to it, so that adding one to a clock does not
/// overflow.
pub(super) const LONGEST: u64 = 366 * 86_400;

/// The value of a `Retry-After` header.
///
/// ```
/// use core::time::Duration;
/// use errors_gen::decide::RetryAfter;
///
/// assert_eq!(RetryAfter::parse("120", None), Some(RetryAfter::Seconds(120)));
/// let date = RetryAfter::parse("Sun, 06 Nov 1994 08:49:37 GMT", None).unwrap();
/// assert_eq!(date, RetryAfter::At(784_111_777));
/// assert_eq!(date.wait(Some(784_111_770)), Some(Duration::from_secs(7)));
/// assert_eq!(RetryAfter::parse("soon", None), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RetryAfter {
    /// A number of seconds; `u64::MAX` if it is larger.
    Seconds(u64),
    /// A point in time, in seconds since the start of 1970.
    At(u64),
}

impl RetryAfter {
    /// Parses a value: a number of seconds, or a date in one of the three forms of RFC 9110 (IMF-fixdate, RFC 850,
    /// asctime). `now`, in seconds since the start of 1970, only determines the century of a year of two digits;
    /// without it, the years 70 to 99 are 1970 to 1999.
    #[must_use]
    pub fn parse(value: &str, now: Option<u64>) -> Option<Self> {
        let value = value.trim_matches([' ', '\t']);
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::Seconds(value.parse().unwrap_or(u64::MAX)));
        }
        date::parse(value, now).map(Self::At)
    }

    /// How long to wait from `now`, in seconds since the start of 1970: zero if the time has passed, and a year at
    /// most. `None` for a point in time if `now` is not known.
    #[must_use]
    pub fn wait(self, now: Option<u64>) -> Option<Duration> {
        let seconds = match self {
            Self::Seconds(seconds) => seconds,
            Self::At(moment) => moment.saturating_sub(now?),
        };
        Some(Duration::from_secs(seconds.min(LONGEST)))
    }
}
