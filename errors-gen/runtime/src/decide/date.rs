//! Parses dates of HTTP (RFC 9110, section 5.6.7) and RFC 3339.

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const LONG_DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// Parses a date of HTTP to seconds since the start of 1970. There are three formats: `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`. The day of the week is not checked.
pub(super) fn parse(text: &str, now: Option<u64>) -> Option<u64> {
    let Some((day_name, rest)) = text.split_once(", ") else {
        return asctime(text);
    };
    let (date, time) = rest.strip_suffix(" GMT")?.rsplit_once(' ')?;
    let time = seconds_of_day(time)?;
    if DAYS.contains(&day_name) {
        let (day, date) = date.split_once(' ')?;
        let (month, year) = date.split_once(' ')?;
        return at(number(year, 4)?, month, number(day, 2)?, time);
    }
    if !LONG_DAYS.contains(&day_name) {
        return None;
    }
    let (day, date) = date.split_once('-')?;
    let (month, year) = date.split_once('-')?;
    let (year, day) = (number(year, 2)?, number(day, 2)?);
    // RFC 9110: a year of two digits that would be more than 50 years in the future is in the past.
    let Some(now) = now else {
        return at(if year < 70 { 2000 + year } else { 1900 + year }, month, day, time);
    };
    let this_year = 1970 + now / 31_556_952;
    let latest = this_year + 50;
    let year = latest - (latest % 100 + 100 - year) % 100;
    at(year, month, day, time)
}

/// Parses a date of RFC 3339 to seconds since the start of 1970: `1994-11-06T08:49:37Z`, `1994-11-06T09:49:37.5+01:00`.
/// Fractions of a second are dropped.
pub(super) fn rfc_3339(text: &str) -> Option<u64> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let (year, date) = date.split_once('-')?;
    let (month, day) = date.split_once('-')?;
    let month = usize::try_from(number(month, 2)?).ok()?.checked_sub(1)?;
    let (clock, zone) = time.split_at_checked(8)?;
    let moment = at(number(year, 4)?, MONTHS.get(month)?, number(day, 2)?, seconds_of_day(clock)?)?;
    let zone =
        zone.strip_prefix('.').map_or(zone, |rest| rest.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    if matches!(zone, "Z" | "z") {
        return Some(moment);
    }
    let (sign, offset) = zone.split_at_checked(1)?;
    let (hours, minutes) = offset.split_once(':')?;
    let offset = number(hours, 2)? * 3600 + number(minutes, 2)? * 60;
    match sign {
        "+" => moment.checked_sub(offset),
        "-" => moment.checked_add(offset),
        _ => None,
    }
}

fn asctime(text: &str) -> Option<u64> {
    let (day_name, rest) = text.split_once(' ')?;
    let (month, rest) = rest.split_once(' ')?;
    let (day, rest) = rest.split_at_checked(2)?;
    let (time, year) = rest.strip_prefix(' ')?.split_once(' ')?;
    let day = match day.strip_prefix(' ') {
        Some(digit) => number(digit, 1)?,
        None => number(day, 2)?,
    };
    if !DAYS.contains(&day_name) {
        return None;
    }
    at(number(year, 4)?, month, day, seconds_of_day(time)?)
}

/// Parses a time such as `08:49:37`. A leap second is the start of the next minute.
fn seconds_of_day(text: &str) -> Option<u64> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let (hour, minute, second) = (number(hour, 2)?, number(minute, 2)?, number(second, 2)?);
    (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)
}

/// Parses a number of exactly this many digits, four at most.
fn number(text: &str, digits: usize) -> Option<u64> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// The seconds since the start of 1970; `None` for a day that does not exist, or that is before 1970 or after 9999.
fn at(year: u64, month: &str, day: u64, seconds: u64) -> Option<u64> {
    let month = MONTHS.iter().position(|name| *name == month)?;
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let lengths = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if !(1970..=9999).contains(&year) || day == 0 || day > *lengths.get(month)? {
        return None;
    }
    let before = year - 1;
    // The leap days of all years before this one, minus those before 1970.
    let leap_days = (before / 4 - before / 100 + before / 400) - 477;
    let days = (year - 1970) * 365 + leap_days + lengths.iter().take(month).sum::<u64>() + day - 1;
    Some(days * 86_400 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Option<u64> = Some(1_795_305_600); // 2026-11-22

    #[test]
    fn all_three_forms_of_one_moment() {
        for now in [None, NOW] {
            assert_eq!(parse("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(784_111_777));
            assert_eq!(parse("Sunday, 06-Nov-94 08:49:37 GMT", now), Some(784_111_777));
            assert_eq!(parse("Sun Nov  6 08:49:37 1994", now), Some(784_111_777));
        }
        assert_eq!(parse("Wed Nov 16 08:49:37 1994", None), Some(784_111_777 + 10 * 86_400));
    }

    #[test]
    fn dates_of_bodies() {
        for text in [
            "1994-11-06T08:49:37Z",
            "1994-11-06t08:49:37.123z",
            "1994-11-06T09:49:37+01:00",
            "1994-11-06 03:19:37.5-05:30",
        ] {
            assert_eq!(rfc_3339(text), Some(784_111_777), "{text}");
        }
        for text in ["", "1994-11-06", "1994-11-06T08:49:37", "1994-13-06T08:49:37Z", "1994-00-06T08:49:37Z", "T", "é"]
        {
            assert_eq!(rfc_3339(text), None, "{text}");
        }
    }

    #[test]
    fn the_calendar() {
        assert_eq!(parse("Thu, 01 Jan 1970 00:00:00 GMT", None), Some(0));
        assert_eq!(parse("Tue, 29 Feb 2000 23:59:60 GMT", None), Some(951_868_800));
        assert_eq!(parse("Sun, 22 Nov 2026 00:00:00 GMT", None), NOW);
        assert_eq!(parse("Sat, 01 Mar 2400 00:00:00 GMT", None), Some(13_574_649_600));
        assert_eq!(parse("Fri, 31 Dec 9999 23:59:59 GMT", None), Some(253_402_300_799));
    }

    #[test]
    fn two_digits_of_a_year_are_near() {
        // 76 is fifty years ahead of 2026, 77 is forty-nine behind.
        assert_eq!(parse("Sunday, 22-Nov-76 00:00:00 GMT", NOW), parse("Sun, 22 Nov 2076 00:00:00 GMT", None));
        assert_eq!(parse("Sunday, 22-Nov-77 00:00:00 GMT", NOW), parse("Sun, 22 Nov 1977 00:00:00 GMT", None));
        assert_eq!(parse("Sunday, 22-Nov-26 00:00:00 GMT", NOW), NOW);
        assert_eq!(parse("Sunday, 22-Nov-26 00:00:00 GMT", None), NOW);
        for far in [400_000_000_000, u64::MAX] {
            assert_eq!(parse("Sunday, 22-Nov-99 00:00:00 GMT", Some(far)), None, "a year after 9999");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            ",",
            ", ",
            "Sun",
            "Sun, ",
            "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 29 Feb 2100 08:49:37 GMT",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT",
            "Sun, 06 Nov 1969 08:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT",
            "Xyz, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06-Nov-94 08:49:37 GMT",
            "sun, 06 nov 1994 08:49:37 gmt",
            "Sun Nov 6 08:49:37 1994",
            "Sun Nov é6 08:49:37 1994",
            "Sun, 06 Nov +994 08:49:37 GMT",
        ] {
            assert_eq!(parse(text, NOW), None, "{text}");
        }
    }
}
