//! Stencils that vendors share, whichever thread makes them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::stencil::Stencil;

/// Stencils of one sort, each by what tells its code from that of the others. Vendors share them.
pub(super) struct Stencils<const BLANKS: usize>(Mutex<HashMap<String, Arc<Stencil<BLANKS>>>>);

impl<const BLANKS: usize> Default for Stencils<BLANKS> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<const BLANKS: usize> Stencils<BLANKS> {
    /// The stencil of this name, which is made where it is not there yet.
    ///
    /// # Errors
    ///
    /// It cannot be made.
    pub(super) fn get(
        &self,
        name: String,
        make: impl FnOnce() -> syn::Result<Stencil<BLANKS>>,
    ) -> syn::Result<Arc<Stencil<BLANKS>>> {
        if let Some(stencil) = self.lock().get(&name) {
            return Ok(Arc::clone(stencil));
        }
        // Others are not kept waiting for it. At worst, one of them makes the same.
        let stencil = Arc::new(make()?);
        self.lock().insert(name, Arc::clone(&stencil));
        Ok(stencil)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Stencil<BLANKS>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use quote::quote;

    use super::{Stencil, Stencils};

    #[test]
    fn a_stencil_is_made_once() {
        let stencils = Stencils::default();
        let a = stencils
            .get("a".to_owned(), || {
                Stencil::new(
                    quote!(
                        struct NAME;
                    ),
                    0,
                    ["NAME"],
                )
            })
            .unwrap();
        let again = stencils
            .get("a".to_owned(), || {
                Stencil::new(
                    quote!(
                        fn NAME() {}
                    ),
                    0,
                    ["NAME"],
                )
            })
            .unwrap();
        let b = stencils.get("b".to_owned(), || Stencil::new(quote!(struct "b";), 0, ["NAME"]));
        assert!(Arc::ptr_eq(&a, &again) && b.is_err());
    }
}
