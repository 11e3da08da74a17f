//! The `Retry-After` header.

use core::time::Duration;

use super::date;

/// The longest wait that is given, one year: longer ones are cut to it, so that adding it to a clock is safe.
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
    /// A number of seconds; one that is too large for its type is its largest value.
    Seconds(u64),
    /// A moment, in seconds since the start of 1970.
    At(u64),
}

impl RetryAfter {
    /// Reads a value: a number of seconds, or a date in one of the three forms of RFC 9110 (IMF-fixdate, RFC 850,
    /// asctime). `now`, in seconds since the start of 1970, only tells the century of a year of two digits; without it,
    /// 70 to 99 are years of the last century.
    #[must_use]
    pub fn parse(value: &str, now: Option<u64>) -> Option<Self> {
        let value = value.trim_matches([' ', '\t']);
        if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::Seconds(value.parse().unwrap_or(u64::MAX)));
        }
        date::parse(value, now).map(Self::At)
    }

    /// How long to wait from `now` on, in seconds since the start of 1970; nothing of a moment that has passed, a year
    /// at most. `None` of a moment where `now` is not known.
    #[must_use]
    pub fn wait(self, now: Option<u64>) -> Option<Duration> {
        let seconds = match self {
            Self::Seconds(seconds) => seconds,
            Self::At(moment) => moment.saturating_sub(now?),
        };
        Some(Duration::from_secs(seconds.min(LONGEST)))
    }
}
