//! The list of checks.

/// A check that is run by hand.
pub(super) struct Check {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    /// The commands that get what it needs, and do nothing where it is there. Where one fails, the check is skipped.
    pub(super) needs: &'static [&'static str],
    /// The commands that must succeed.
    pub(super) runs: &'static [&'static str],
    pub(super) environment: &'static [(&'static str, &'static str)],
}

/// The oldest Rust that the published crates promise to build with.
macro_rules! oldest {
    ($before:literal, $after:literal) => {
        concat!($before, env!("CARGO_PKG_RUST_VERSION"), $after)
    };
}

/// The targets of the folder `fuzz`.
pub(super) const FUZZED: &[&str] = &["reading", "wordings", "writing", "headers", "catalogs"];

/// Fuzzes a target for a few seconds.
macro_rules! fuzz {
    ($target:literal) => {
        concat!("rustup run nightly cargo fuzz run --fuzz-dir fuzz ", $target, " -- -max_total_time=20")
    };
}

pub(super) const CHECKS: &[Check] = &[
    Check {
        name: "oldest",
        about: "the published crates build with the oldest Rust that they promise",
        needs: &[oldest!("rustup toolchain install ", " --profile minimal --no-self-update")],
        runs: &[oldest!(
            "rustup run ",
            " cargo check --locked --all-features -p errors-tables -p errors-runtime -p errors-codegen -p errors-gen"
        )],
        environment: &[],
    },
    Check {
        name: "bare",
        about: "errors-gen builds for a target without an operating system, with and without an allocator",
        needs: &["rustup target add thumbv7em-none-eabi"],
        runs: &[
            "cargo build --locked -p errors-gen --target thumbv7em-none-eabi --no-default-features",
            "cargo build --locked -p errors-gen --target thumbv7em-none-eabi",
        ],
        environment: &[],
    },
    Check {
        name: "features",
        about: "every combination of features compiles without warnings",
        needs: &["cargo install --quiet --locked cargo-hack --root {tools}"],
        runs: &[
            "cargo hack check --locked --feature-powerset --no-dev-deps -p errors-tables -p errors-runtime -p errors-gen \
                 -p errors-codegen -p errors-reqwest -p errors-cli",
        ],
        environment: &[("RUSTFLAGS", "-D warnings")],
    },
    Check {
        name: "miri",
        about: "the tests of the runtime and its tables, interpreted: nothing undefined, on 64 and 32 bits, little- and big-endian",
        needs: &["rustup component add miri rust-src --toolchain nightly"],
        runs: &[
            "rustup run nightly cargo miri test --locked -p errors-tables -p errors-runtime --lib",
            "rustup run nightly cargo miri test --locked -p errors-tables -p errors-runtime --lib --target i686-unknown-linux-gnu",
            "rustup run nightly cargo miri test --locked -p errors-tables -p errors-runtime --lib --target s390x-unknown-linux-gnu",
        ],
        environment: &[("MIRIFLAGS", "-Zmiri-disable-isolation"), ("PROPTEST_CASES", "4")],
    },
    Check {
        name: "fuzz",
        about: "each target of the folder `fuzz` for 20 seconds; `cargo xtask fuzz` runs them for longer",
        needs: &[
            "rustup toolchain install nightly --profile minimal --no-self-update",
            "cargo install --quiet --locked cargo-fuzz --root {tools}",
        ],
        runs: &[fuzz!("reading"), fuzz!("wordings"), fuzz!("writing"), fuzz!("headers"), fuzz!("catalogs")],
        environment: &[],
    },
];
