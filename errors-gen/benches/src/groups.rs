//! All groups of variants.

use crate::group::Group;
use crate::{codes, messages, reading};

/// Every group there is.
#[must_use]
pub fn all() -> Vec<Group> {
    [reading::groups(), reading::details(), messages::groups(), codes::groups()].into_iter().flatten().collect()
}
