//! Headers: any value is read or ignored, and no wait is longer than a year.

use std::time::Duration;

use errors_gen::decide::{Attempt, RetryAfter};

use crate::vendors::subject;

/// The longest wait.
const YEAR: Duration = Duration::from_secs(366 * 86_400);

/// A byte for the vendor, one for the status, one for the request, then the values of headers, separated by line breaks.
pub fn headers(data: &[u8]) {
    let [vendor, status, request, rest @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let values: Vec<&str> = text.split('\n').collect();
    let subject = subject(*vendor);
    let header = |name: &str| values.get(name.len() % 7).copied();
    let response = subject.tables.read_with_headers(200 + u16::from(*status) * 2, header, b"{}");
    let sent = [values.first().copied().unwrap_or_default()];
    let mut attempt = Attempt::new().sent_headers(&sent).method(["GET", "POST"][usize::from(request & 1)]);
    if request & 2 != 0 {
        attempt = attempt.now(u64::from(*request) << 24);
    }
    if let Some(value) = values.get(1) {
        attempt = attempt.retry_after(value);
    }
    let decision = response.decide(&attempt);
    assert!(decision.wait.is_none_or(|wait| wait <= YEAR), "{decision}");
    let shown = format!("{response} {response:?} {decision}");
    assert!(!shown.contains('\n'), "{shown:?}");
    for value in values {
        for now in [None, Some(0), Some(1_795_305_600), Some(u64::MAX)] {
            let wait = RetryAfter::parse(value, now).and_then(|after| after.wait(now));
            assert!(wait.is_none_or(|wait| wait <= YEAR), "{value:?}");
        }
    }
}
