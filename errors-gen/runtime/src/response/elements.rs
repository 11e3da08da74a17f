//! The answers in a batch.

use core::fmt;

use super::{Errors, Response};
use crate::json::Json;
use crate::read::{self, Outcome};
use crate::{AnyCode, Codes};

/// The answers in a batch, in order. See [`Response::elements`].
#[derive(Clone)]
pub struct Elements<'b, C = AnyCode<'b>> {
    readings: read::Elements<'b, 'b>,
    status: Option<u16>,
    whose: C,
}

/// One answer in a batch.
#[derive(Clone)]
pub struct Element<'b, C = AnyCode<'b>> {
    answer: read::Element<'b, 'b>,
    status: Option<u16>,
    whose: C,
}

impl<'b, 't, C: Codes<'t>> Response<'b, C> {
    /// The answers in a batch, each of which was read by itself; `None` where the body is a single answer.
    ///
    /// ```
    /// use errors_gen::{Outcome, abicart};
    ///
    /// let body = r#"[{"id": 1, "result": 7}, {"id": 2, "error": {"code": 9001, "message": "x"}}]"#;
    /// let response = abicart::read(200, body);
    /// assert_eq!(response.outcome(), Outcome::Partial);
    /// let failed = response.elements().unwrap().find(|element| element.outcome() == Outcome::Failed).unwrap();
    /// assert_eq!(failed.id().unwrap().as_str(), "2");
    /// assert!(failed.errors().all(|error| error.is("9001")));
    /// ```
    #[must_use]
    pub fn elements(&self) -> Option<Elements<'b, C>> {
        let elements = self.reading().elements()?;
        Some(Elements { readings: elements, status: self.status(), whose: self.whose() })
    }
}

impl<'b, 't, C: Codes<'t>> Iterator for Elements<'b, C> {
    type Item = Element<'b, C>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(Element { answer: self.readings.next()?, status: self.status, whose: self.whose })
    }
}

impl<'b, 't, C: Codes<'t>> Element<'b, C> {
    /// What became of the request that it answers. What fits none of the vendor's envelopes is a failure.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.answer.reading.outcome()
    }

    /// What tells which request it answers: the identifier in it, else the name of the member that it is.
    #[must_use]
    pub const fn id(&self) -> Option<Json<'b>> {
        self.answer.id
    }

    /// Its errors in order, which are also among those of the response. An answer that fits none of the vendor's envelopes
    /// has none, and is a failure all the same.
    #[must_use]
    pub fn errors(&self) -> Errors<'_, 'b, C> {
        let succeeded = self.outcome() == Outcome::Succeeded;
        Errors { items: self.answer.reading.items(), status: self.status, succeeded, whose: self.whose }
    }

    /// The answer as it stands in the body.
    #[must_use]
    pub fn json(&self) -> Json<'b> {
        Json::new(self.answer.reading.text())
    }
}

impl<'t, C: Codes<'t>> fmt::Debug for Element<'_, C> {
    /// The outcome and the errors, without [what may be sensitive](crate::log).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Element")
            .field("outcome", &self.outcome())
            .field("errors", &self.errors())
            .finish_non_exhaustive()
    }
}

impl<'t, C: Codes<'t>> fmt::Debug for Elements<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
