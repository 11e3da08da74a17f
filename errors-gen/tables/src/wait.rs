//! How long to wait before a request is sent again.

use core::fmt;

/// How long to wait, or which part of a response says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wait<'t> {
    /// This many milliseconds.
    Millis(u64),
    /// The time that a part of the response says.
    Said {
        /// The kind of that part.
        by: WaitSource,
        /// The name of the header, field or parameter.
        name: &'t str,
        /// The unit of its number.
        unit: TimeUnit,
    },
}

/// The part of a response that says how long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WaitSource {
    /// A header.
    Header,
    /// A documented field of the error.
    Field,
    /// A parameter of the error's message.
    Parameter,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeUnit {
    /// Milliseconds.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
}

impl WaitSource {
    /// The word that catalogs use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Field => "field",
            Self::Parameter => "parameter",
        }
    }
}

impl TimeUnit {
    /// Every unit.
    pub const ALL: &'static [Self] = &[Self::Milliseconds, Self::Seconds, Self::Minutes];

    /// The word that catalogs use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Milliseconds => "milliseconds",
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
        }
    }

    /// The unit in milliseconds.
    #[must_use]
    pub const fn millis(self) -> u64 {
        match self {
            Self::Milliseconds => 1,
            Self::Seconds => 1_000,
            Self::Minutes => 60_000,
        }
    }
}

impl fmt::Display for Wait<'_> {
    /// `300ms`, `5s`, `header X-Wait` or `field retry_in (milliseconds)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Millis(millis) if millis % 60_000 == 0 => write!(f, "{}min", millis / 60_000),
            Self::Millis(millis) if millis % 1_000 == 0 => write!(f, "{}s", millis / 1_000),
            Self::Millis(millis) => write!(f, "{millis}ms"),
            Self::Said { by, name, unit } => {
                write!(f, "{} {name}", by.as_str())?;
                if unit == TimeUnit::Seconds { Ok(()) } else { write!(f, " ({})", unit.as_str()) }
            }
        }
    }
}
