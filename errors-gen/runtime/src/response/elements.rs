//! The answers in a batch.

use core::fmt;

use super::{Errors, Response};
use crate::json::Json;
use crate::read;
use crate::{AnyCode, Codes, Outcome};

/// The answers in a batch, in order. See [`Response::elements`].
#[derive(Clone)]
pub struct Elements<'b, C = AnyCode<'b>> {
    readings: read::Elements<'b, 'b>,
    whose: C,
}

/// One answer in a batch.
#[derive(Clone)]
pub struct Element<'b, C = AnyCode<'b>> {
    answer: read::Element<'b, 'b>,
    whose: C,
}

impl<'b, 't, C: Codes<'t>> Response<'b, C> {
    /// The answers in a batch, each of which has been read separately; `None` if the body is a single answer.
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
        Some(Elements { readings: elements, whose: self.whose() })
    }
}

impl<'b, 't, C: Codes<'t>> Iterator for Elements<'b, C> {
    type Item = Element<'b, C>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(Element { answer: self.readings.next()?, whose: self.whose })
    }
}

impl<'b, 't, C: Codes<'t>> Element<'b, C> {
    /// The outcome of the request that it answers. An answer with none of the vendor's envelopes is a failure.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.answer.reading.outcome()
    }

    /// The id of the request that it answers: the one in the answer, else its key in the object of answers.
    #[must_use]
    pub const fn id(&self) -> Option<Json<'b>> {
        self.answer.id
    }

    /// The catalog's name for the envelope of the answer; `None` where it fits none.
    #[must_use]
    pub fn envelope(&self) -> Option<&'b str> {
        self.answer.reading.envelope()
    }

    /// The HTTP status of the answer: the one that it tells, else that of the whole batch.
    #[must_use]
    pub const fn status(&self) -> Option<u16> {
        self.answer.reading.status_or_told()
    }

    /// Its errors in order, which are also among those of the response. An answer that fits none of the vendor's envelopes
    /// is one error as a whole, without a code.
    #[must_use]
    pub fn errors(&self) -> Errors<'_, 'b, C> {
        let succeeded = self.outcome() == Outcome::Succeeded;
        Errors { items: self.answer.reading.items(), succeeded, whose: self.whose }
    }

    /// The answer as JSON.
    #[must_use]
    pub fn json(&self) -> Json<'b> {
        Json::new(self.answer.reading.text())
    }
}

impl<'t, C: Codes<'t>> fmt::Debug for Element<'_, C> {
    /// Shows the outcome and the errors, with [sensitive data](crate::log) masked.
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
