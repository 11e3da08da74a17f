//! How long to wait before a request is sent again.

use core::time::Duration;

use super::retry_after::LONGEST;
use super::{Attempt, RetryAfter, date};
use crate::json::Text;
use crate::table::{TimeUnit, Wait, WaitSource};
use crate::{Codes, ErrorItem, Response, Retry};

/// Numbers of seconds from this one on (a time in 2001) are points in time, not durations.
const FIRST_MOMENT: u64 = 1_000_000_000;

/// The longest times to wait that were found so far.
#[derive(Clone, Copy, Default)]
struct Waits {
    /// The longest one in the response.
    named: Option<Duration>,
    /// The longest one in the catalog.
    given: Option<Duration>,
}

impl<'t, C: Codes<'t>> Response<'_, C> {
    /// How long to wait: the longest time in the response's headers and in the errors that the advice takes into
    /// account, else the longest time in the catalog for these errors.
    pub(super) fn wait(&self, attempt: &Attempt<'_>) -> Option<Duration> {
        let head = self.head();
        let now = head.date.and_then(|date| date::parse(date.trim(), None)).or_else(|| attempt.now_seconds());
        let after = [attempt.retry_after_value(), head.retry_after];
        let after = after.into_iter().flatten().filter_map(|value| RetryAfter::parse(value, now)?.wait(now));
        let vendors = head.wait.and_then(|value| read(value, TimeUnit::Seconds, now));
        let mut waits = Waits { named: after.chain(vendors).max(), given: None };
        let mut errors = self.that_count().peekable();
        if errors.peek().is_none() {
            self.take(&mut waits, &self.without_errors(), None, now);
        }
        for error in errors {
            self.take(&mut waits, &error.retry(), Some(&error), now);
        }
        waits.named.or(waits.given)
    }

    /// Adds the wait of some advice.
    fn take(&self, waits: &mut Waits, retry: &Retry<'_>, error: Option<&ErrorItem<'_, C>>, now: Option<u64>) {
        match retry.wait {
            None => {}
            Some(Wait::Millis(millis)) => waits.given = waits.given.max(Some(Duration::from_millis(millis))),
            Some(Wait::Said { by, name, unit }) => {
                let said = match by {
                    WaitSource::Header => self.head().code_wait(&self.reading().reader().headers, name),
                    // Text with escapes is neither a number nor a date.
                    WaitSource::Field => error.and_then(|error| field(error, name)?.as_str()),
                    WaitSource::Parameter => error.and_then(|error| error.parameters()?.get(name)?.as_str()),
                };
                waits.named = waits.named.max(said.and_then(|value| read(value, unit, now)));
            }
        }
    }
}

/// The text of a documented field of an error, under any of its names.
fn field<'b, 't, C: Codes<'t>>(error: &ErrorItem<'b, C>, name: &str) -> Option<Text<'b>> {
    let documented = error.code().map_or(&[][..], C::fields);
    let (_, value) = error.fields().documented(documented).find(|(field, _)| field.name == name)?;
    value.scalar()
}

/// Parses a time to wait: a number in this unit, possibly with a fraction; such a number since the start of 1970; or a
/// date.
fn read(value: &str, unit: TimeUnit, now: Option<u64>) -> Option<Duration> {
    let value = value.trim_matches([' ', '\t']);
    let wait = match millis(value, unit) {
        Some(millis) if millis / 1_000 >= FIRST_MOMENT => millis.saturating_sub(now?.saturating_mul(1_000)),
        Some(millis) => millis,
        None => {
            let moment = date::parse(value, now).or_else(|| date::rfc_3339(value))?;
            moment.saturating_sub(now?).saturating_mul(1_000)
        }
    };
    Some(Duration::from_millis(wait).min(Duration::from_secs(LONGEST)))
}

/// Converts a decimal number to milliseconds, rounded up; `u64::MAX` if it is too large.
fn millis(number: &str, unit: TimeUnit) -> Option<u64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let (mut parts, mut scale) = (0, 1);
    for digit in fraction.bytes().take(9) {
        parts = parts * 10 + u64::from(digit - b'0');
        scale *= 10;
    }
    let whole = whole.parse().unwrap_or(u64::MAX);
    Some(unit.millis().saturating_mul(whole).saturating_add((unit.millis() * parts).div_ceil(scale)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_moments_and_dates() {
        let now = Some(1_795_305_600); // 2026-11-22
        let wait = |value, unit| read(value, unit, now).map(|wait| wait.as_millis());
        for (value, unit, millis) in [
            ("0", TimeUnit::Seconds, 0),
            (" 7 ", TimeUnit::Seconds, 7_000),
            ("1.5", TimeUnit::Seconds, 1_500),
            ("0.0001", TimeUnit::Seconds, 1),
            ("300", TimeUnit::Milliseconds, 300),
            ("2", TimeUnit::Minutes, 120_000),
            ("1795305630", TimeUnit::Seconds, 30_000),
            ("1795305600500", TimeUnit::Milliseconds, 500),
            ("1795305500", TimeUnit::Seconds, 0),
            ("Sun, 22 Nov 2026 00:00:09 GMT", TimeUnit::Seconds, 9_000),
            ("2026-11-22T00:00:09Z", TimeUnit::Milliseconds, 9_000),
            ("99999999999999999999", TimeUnit::Seconds, 366 * 86_400_000),
        ] {
            assert_eq!(wait(value, unit), Some(millis), "{value}");
        }
        for value in ["", "soon", "-1", "+1", "1.", ".5", "1e3", "1,5", "5s"] {
            assert_eq!(wait(value, TimeUnit::Seconds), None, "{value}");
        }
        assert_eq!(read("1795305630", TimeUnit::Seconds, None), None, "nobody says what time it is");
    }
}
