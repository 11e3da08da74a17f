//! What has one word, or is told in few.

use serde_core::ser::SerializeMap;
use serde_core::{Serialize, Serializer};

use super::value::Text;
use crate::decide::{Basis, Decision, Next};
use crate::log::Label;

/// As the word that exports and metrics use.
macro_rules! words {
    ($($name:ty)+) => {$(
        #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+};
}

words!(Basis Next);

/// As `{"next": "retry_after", "wait_ms": 7000, "because": "...", "basis": "status"}`.
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl Serialize for Decision<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("next", &self.next)?;
        map.serialize_entry("wait_ms", &self.wait.and_then(|wait| u64::try_from(wait.as_millis()).ok()))?;
        map.serialize_entry("because", self.because)?;
        map.serialize_entry("basis", &self.basis)?;
        map.end()
    }
}

/// As one text: `omnicart.already_exists.124101`.
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
impl Serialize for Label<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Text(self).serialize(serializer)
    }
}
