//! Checks detail codes: those of the whole file, and those that refine one code.

use super::context::{Context, Once};
use super::names::Names;
use super::{advised, wire};
use crate::model::{CodeForm, DetailCode, Envelope};
use crate::schema::{Advises as _, DetailEntry, Spanned, Table};

/// Checks detail codes, and collects them.
pub(crate) struct DetailCodes<'a> {
    envelopes: &'a [Envelope],
    names: Names,
    read: Vec<DetailCode>,
}

impl<'a> DetailCodes<'a> {
    /// No detail codes. The envelopes tell whether errors can have any.
    pub(crate) fn new(envelopes: &'a [Envelope]) -> Self {
        let names = Names::variants("detail code", "add `name:` with a name such as `InsufficientFunds`");
        Self { envelopes, names, read: Vec::new() }
    }

    /// Checks the detail codes of a code; without one, those that mean the same with every code.
    pub(crate) fn read(&mut self, context: &mut Context<'_>, table: &Table<DetailEntry>, code: Option<&str>) {
        let mut items = self.envelopes.iter().flat_map(|envelope| &envelope.items);
        if let Some((_, first)) = table.0.first()
            && items.all(|items| items.detail_code.is_empty())
        {
            let help = "say in `items` where it stands: `detail_code: decline_code`";
            context.report(first.span.key(), "no error has a detail code", "read nowhere", help);
        }
        let mut once = Once::new("detail code");
        for (text, entry) in table {
            let new = once.add(context, text, entry.span.key());
            let detail = self.detail(context, text, entry, code, new);
            self.read.push(detail);
        }
    }

    fn detail(
        &mut self,
        context: &mut Context<'_>,
        text: &str,
        entry: &Spanned<DetailEntry>,
        code: Option<&str>,
        new: bool,
    ) -> DetailCode {
        let key = entry.span.key();
        wire::check(context, key, text, CodeForm::Text);
        context.quoted_key(entry.span, "detail code", text);
        let ident = match &entry.name {
            _ if !new || text.is_empty() => String::new(),
            Some(name) => self.names.given(context, name, text, name.span),
            None => self.names.derive(context, text, key),
        };
        context.filled("`meaning`", &entry.meaning);
        if let Some(action) = &entry.action {
            context.filled("`action`", action);
        }
        let (kind, topic, audience) = (entry.kind.as_ref(), entry.topic.as_ref(), entry.audience.as_ref());
        let mut advised = advised::read(context, kind, topic, &entry.retry_keys(), audience);
        advised.action = entry.action.as_ref().map(|action| action.value.clone());
        DetailCode {
            wire: text.to_owned(),
            ident,
            code: code.map(str::to_owned),
            meaning: entry.meaning.value.clone(),
            advised,
        }
    }

    /// All detail codes.
    pub(crate) fn finish(self) -> Vec<DetailCode> {
        self.read
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{expect, model};
    use crate::model::{Advice, Kind};

    const PLACE: (&str, &str) =
        ("        message: message\n", "        message: message\n        detail_code: reason\n");
    const FILE: &str = "detail_codes:\n  no_funds: { meaning: M., audience: customer }\ndefaults:\n";
    const OWN: &str = "        kind: not_found\n        detail_codes:\n          gone: { meaning: G., retry: never, action: B., kind: aborted }\n";

    #[test]
    fn detail_codes_stand_in_the_file_and_under_codes() {
        let vendor =
            model(&[PLACE, ("defaults:\n  topic", &format!("{FILE}  topic")), ("        kind: not_found\n", OWN)]);
        let [file, own] = vendor.detail_codes.as_slice() else { panic!("{:?}", vendor.detail_codes) };
        assert_eq!((file.ident.as_str(), file.code.as_deref(), file.advised.kind), ("NoFunds", None, None));
        assert_eq!((own.ident.as_str(), own.code.as_deref()), ("Gone", Some("OUT_OF_STOCK")));
        assert_eq!(own.advised.retry.as_ref().map(|retry| retry.advice), Some(Advice::Never));
        assert_eq!((own.advised.kind, own.advised.action.as_deref()), (Some(Kind::Aborted), Some("B.")));
    }

    #[test]
    fn what_is_wrong_with_detail_codes_is_reported() {
        let told = |entries: &str, wanted: &[&str]| {
            let entries = format!("        kind: not_found\n        detail_codes:\n{entries}");
            expect(&[PLACE, ("        kind: not_found\n", &entries)], wanted);
        };
        told(
            "          a_b: { meaning: M. }\n          a.b: { meaning: M. }\n",
            &["detail code `a.b` has the Rust name `AB` of `a_b` too"],
        );
        told("          a: { meaning: M. }\n          a: { meaning: M. }\n", &["duplicate detail code `a`"]);
        told("          a: { meaning: ' ' }\n", &["`meaning` is empty"]);
        told("          a: { meaning: M., because: R. }\n", &["`because` without `retry`"]);
        told("          404: { meaning: M., name: A }\n", &["detail code `404` stands without quotes"]);
        expect(&[("        kind: not_found\n", OWN)], &["no error has a detail code"]);
    }
}
