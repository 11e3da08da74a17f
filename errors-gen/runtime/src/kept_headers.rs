//! The headers of a response that matter for errors.

use errors_tables::Headers;

/// The values of the headers that matter for errors, as `&str` or owned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head<T> {
    /// `Retry-After`.
    pub(crate) retry_after: Option<T>,
    /// `Date`.
    pub(crate) date: Option<T>,
    /// The first of the vendor's own headers that say how long to wait.
    pub(crate) wait: Option<T>,
    /// The first header with the id of the request.
    pub(crate) request_id: Option<T>,
    /// The first header that says whether the request can be sent again.
    pub(crate) verdict: Option<T>,
    /// The headers that say how long to wait for some codes only, in the order of the table.
    pub(crate) code_waits: [Option<T>; Headers::MOST_CODE_WAITS],
}

impl<'b> Head<&'b str> {
    /// No headers.
    pub(crate) const NONE: Self = Self {
        retry_after: None,
        date: None,
        wait: None,
        request_id: None,
        verdict: None,
        code_waits: [None; Headers::MOST_CODE_WAITS],
    };

    /// Reads the headers that a vendor's catalog names. `get` is called once for each name.
    pub(crate) fn of(names: &Headers<'_>, mut get: impl FnMut(&str) -> Option<&'b str>) -> Self {
        let mut code_waits = [None; Headers::MOST_CODE_WAITS];
        for (value, name) in code_waits.iter_mut().zip(names.code_waits) {
            *value = get(name);
        }
        let mut first =
            |names: &[&str]| names.iter().find_map(|name| get(name).filter(|value| !value.trim().is_empty()));
        Self {
            retry_after: first(&["Retry-After"]),
            date: first(&["Date"]),
            wait: first(names.wait),
            request_id: first(names.request_id).map(str::trim),
            verdict: first(names.retry_verdict),
            code_waits,
        }
    }

    /// The value of a header that says how long to wait for some codes only.
    pub(crate) fn code_wait(&self, names: &Headers<'_>, name: &str) -> Option<&'b str> {
        let index = names.code_waits.iter().position(|known| known.eq_ignore_ascii_case(name))?;
        *self.code_waits.get(index)?
    }

    /// Whether the request can be sent again, as the vendor's header says: `true` or `false` in any case; `None` for
    /// any other value.
    pub(crate) fn can_be_sent_again(&self) -> Option<bool> {
        let verdict = self.verdict?.trim();
        [("true", true), ("false", false)]
            .into_iter()
            .find_map(|(word, says)| verdict.eq_ignore_ascii_case(word).then_some(says))
    }
}

#[cfg(feature = "alloc")]
impl<T> Head<T> {
    /// The headers with each value converted.
    pub(crate) fn map<'a, U>(&'a self, value: impl Fn(&'a T) -> U + Copy) -> Head<U> {
        let each = |known: &'a Option<T>| known.as_ref().map(value);
        Head {
            retry_after: each(&self.retry_after),
            date: each(&self.date),
            wait: each(&self.wait),
            request_id: each(&self.request_id),
            verdict: each(&self.verdict),
            code_waits: self.code_waits.each_ref().map(each),
        }
    }
}
