//! Names in generated code that do not come from catalogs. `emit` writes them, and `check` refuses catalogs that use
//! them for other items.

/// Declares the methods of `Code`, each with its documentation and name.
macro_rules! methods {
    ($($(#[doc = $doc:literal])+ $method:ident = $name:literal,)+) => {
        /// A method of the generated `Code`. The documentation of a variant is that of the method.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Method {
            $($(#[doc = $doc])+ $method,)+
        }

        impl Method {
            /// Every method, in the order in which they are written.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$method),+];

            /// Its name.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$method => $name,)+
                }
            }

            /// The lines of its documentation.
            pub(crate) const fn doc(self) -> &'static [&'static str] {
                match self {
                    $(Self::$method => &[$($doc),+],)+
                }
            }
        }
    };
}

methods! {
    /// The code as the vendor sends it.
    AsStr = "as_str",
    /// The name of the variant.
    Name = "name",
    /// The section of the vendor's page.
    Section = "section",
    /// What it means.
    Meaning = "meaning",
    /// What to do about it.
    Action = "action",
    /// Where it is documented.
    Link = "link",
    /// The canonical kind.
    Kind = "kind",
    /// The topic: what the error is about for a shop.
    Topic = "topic",
    /// Whether and how to send the request again.
    Retry = "retry",
    /// Who can do something about it.
    Audience = "audience",
    /// Since when and why it is deprecated; `None` if it is not.
    Deprecated = "deprecated",
    /// The code that replaces it.
    ReplacedBy = "replaced_by",
    /// The documented HTTP statuses.
    Statuses = "statuses",
    /// The documented values of the item's own status member, which can differ from the HTTP status of the response.
    ItemStatuses = "item_statuses",
    /// The first documented HTTP status.
    Status = "status",
    /// The wordings of its message.
    Messages = "messages",
    /// What it means with some statuses or wordings.
    Variants = "variants",
    /// The parameters of a message of this code, such as one from a log; `None` if it matches none of the code's
    /// wordings.
    ParametersIn = "parameters_in",
    /// Its documented fields.
    Fields = "fields",
    /// The names of its fields, and of the placeholders of its message, that can hold personal or secret data.
    Sensitive = "sensitive",
    /// The code that the vendor sends as this text; `None` if it is not listed.
    FromWire = "from_wire",
    /// The codes documented with this HTTP status, ascending.
    WithStatus = "with_status",
    /// The code as a number.
    Number = "number",
    /// The code with this number; `None` if it is not listed.
    FromNumber = "from_number",
    /// The API calls that can fail with it, ascending; `None` if the vendor does not say.
    Operations = "operations",
    /// The HTTP status documented for a call; `None` if the call cannot fail with this code, or if no status is
    /// documented.
    StatusFor = "status_for",
    /// The narrowest named range that contains it.
    Range = "range",
}

/// Methods of `Code` from traits and from macros of the runtime.
const METHODS_ELSEWHERE: &[&str] = &[
    "as_ref",
    "clone",
    "cmp",
    "detail",
    "detail_code",
    "eq",
    "fmt",
    "from_index",
    "from_str",
    "hash",
    "index",
    "into",
    "render",
    "success",
    "to_string",
    "try_from",
];

/// Whether every generated `Code` has a method with this name.
pub(crate) fn is_method(name: &str) -> bool {
    METHODS_ELSEWHERE.contains(&name) || Method::ALL.iter().any(|method| method.name() == name)
}

/// The constant of a generated enum that holds every variant.
pub(crate) const ALL: &str = "ALL";

/// The name of the view of errors without fields of their own, and of the variant for values of none of several types.
pub(crate) const OTHER: &str = "Other";

/// Types of every generated module.
pub(crate) const MODULE_TYPES: &[&str] =
    &["Code", "Detail", "DetailCode", "ErrorItem", "Operation", "Range", "Response"];

/// Methods that every generated view has, from a macro of the runtime.
pub(crate) const VIEW_METHODS: &[&str] = &["extra", "fields"];

#[cfg(test)]
mod tests {
    use super::{METHODS_ELSEWHERE, Method, is_method};

    #[test]
    fn a_method_is_listed_once() {
        let mut names: Vec<_> =
            Method::ALL.iter().map(|method| method.name()).chain(METHODS_ELSEWHERE.to_vec()).collect();
        assert!(names.iter().all(|name| is_method(name)) && !is_method("outcome"));
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
