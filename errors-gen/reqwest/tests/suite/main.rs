//! The middleware against a server on this machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod client;
mod deciding;
mod hooks;
mod intact;
mod json;
mod lost;
mod never_twice;
mod redirects;
mod server;
#[cfg(feature = "reqwest-retry")]
mod strategy;
mod waits;
