//! Why reading stopped.

use std::fmt;

/// What a visitor did not take, although the reader gave it what it asked for.
///
/// Whatever a catalog may get wrong is a finding, and reading goes on.
#[derive(Debug)]
pub(super) struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}
