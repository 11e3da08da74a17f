//! Prints values of the tables as expressions.
//!
//! Each type is destructured here with all its fields, so that a new field is a compile error until it is printed.

use std::collections::BTreeSet;

use errors_tables as tables;

use super::expression::Expression;
use super::tokens::integer;

/// The names of the types that were printed, to be imported.
pub(super) type Names = BTreeSet<&'static str>;

/// A value that can be printed as an expression.
pub(super) trait Print {
    /// The name of the type, with the lifetime `'static`.
    fn ty(names: &mut Names) -> String;

    /// The expression of the value.
    fn print(&self, names: &mut Names) -> Expression;
}

/// Prints numbers, with `_` between groups of three digits if they are long.
macro_rules! numbers {
    ($($name:ident)*) => { $(
        impl Print for $name {
            fn ty(_: &mut Names) -> String {
                stringify!($name).to_owned()
            }

            fn print(&self, _: &mut Names) -> Expression {
                Expression::word(integer(self))
            }
        }
    )* };
}

numbers! { u8 u16 u32 u64 i64 }

impl Print for bool {
    fn ty(_: &mut Names) -> String {
        "bool".to_owned()
    }

    fn print(&self, _: &mut Names) -> Expression {
        Expression::word(self.to_string())
    }
}

impl Print for &str {
    fn ty(_: &mut Names) -> String {
        "&str".to_owned()
    }

    fn print(&self, _: &mut Names) -> Expression {
        Expression::word(format!("{self:?}"))
    }
}

impl<T: Print> Print for Option<T> {
    fn ty(names: &mut Names) -> String {
        format!("Option<{}>", T::ty(names))
    }

    fn print(&self, names: &mut Names) -> Expression {
        match self {
            Some(value) => Expression::call("Some", vec![value.print(names)]),
            None => Expression::word("None"),
        }
    }
}

impl<T: Print> Print for &[T] {
    fn ty(names: &mut Names) -> String {
        format!("&[{}]", T::ty(names))
    }

    fn print(&self, names: &mut Names) -> Expression {
        Expression::slice(self.iter().map(|entry| entry.print(names)).collect())
    }
}

/// Implements [`Print::ty`] for the type with this name.
macro_rules! ty {
    ($name:ident $(<$lifetime:lifetime>)?) => {
        fn ty(names: &mut Names) -> String {
            names.insert(stringify!($name));
            let lifetimes: &[&str] = &[$(stringify!($lifetime))?];
            if lifetimes.is_empty() { stringify!($name).to_owned() } else { concat!(stringify!($name), "<'static>").to_owned() }
        }
    };
}

/// Implements [`Print`] for vocabularies.
macro_rules! words {
    ($($name:ident)*) => { $(
        impl Print for tables::$name {
            ty!($name);

            fn print(&self, names: &mut Names) -> Expression {
                names.insert(stringify!($name));
                Expression::word(format!("{}::{self:?}", stringify!($name)))
            }
        }
    )* };
}

words! { Advice Audience Effect Kind KeyBytes Successes TimeUnit Topic WaitSource }

/// Implements [`Print`] for structs. Some have a constant, from which the fields that are equal are taken with `..`.
macro_rules! structs {
    ($($name:ident $(<$lifetime:lifetime>)? { $($field:ident,)* } $(| $base:ident)?)*) => { $(
        impl Print for tables::$name $(<$lifetime>)? {
            ty!($name $(<$lifetime>)?);

            fn print(&self, names: &mut Names) -> Expression {
                names.insert(stringify!($name));
                let print = |value: &Self, names: &mut Names| {
                    let Self { $($field,)* } = value;
                    Expression::structure(stringify!($name), vec![$((stringify!($field), $field.print(names)),)*])
                };
                let value = print(self, names);
                $(
                    // Types that are only in the constant need no import.
                    let base = print(&Self::$base, &mut Names::new());
                    let value = value.based_on(&base, concat!(stringify!($name), "::", stringify!($base)));
                )?
                value
            }
        }
    )* };
}

structs! {
    Advised<'_> { kind, topic, retry, audience, action, }
    Batch<'_> { each, reader, id, }
    Each<'_> { path, object, }
    Class<'_> { name, meaning, by, outranks, values, }
    ClassValue<'_> { text, name, meaning, success, note, advised, }
    DetailCode<'_> { wire, name, code, meaning, advised, }
    Envelope<'_> { name, when, status, items, batch, success, partial, keep, write, }
    Field<'_> { name, also, ty, required, sensitive, shown, }
    Headers<'_> { wait, request_id, retry_verdict, idempotency_key, code_waits, } | NONE
    ItemPlaces<'_> { all, bits, single, any_note, }
    Kept<'_> { name, slot, }
    Node<'_> {
        members, any_member, element, slot, name_slot, clears, restarts, places, probes, tested,
    } | EMPTY
    Operation<'_> { key, title, }
    Place<'_> {
        steps, node, when, text, note, rooted, outside, unless, code, detail_code, parent_code, message, status, id,
        field, fields, classes, usual,
    } | EMPTY
    Retry<'_> { advice, reason, stated, effect, wait, }
    StatusRule<'_> { http, operations, }
    TransportError<'_> { http, name, meaning, action, kind, topic, retry, audience, }
    Variant<'_> { http, messages, meaning, advised, }
    Wording<'_> { text, parts, }
    Write<'_> { code, fields_at, preferred, members, each, } | EMPTY
    WrittenIn<'_> { envelope, at, }
    WriteMember<'_> { path, value, }
}

/// Implements [`Print`] for enums whose variants have fields.
macro_rules! enums {
    ($($name:ident $(<$lifetime:lifetime>)? {
        $($variant:ident $({ $($field:ident),* })? $(($value:ident))?,)*
    })*) => { $(
        impl Print for tables::$name $(<$lifetime>)? {
            ty!($name $(<$lifetime>)?);

            fn print(&self, names: &mut Names) -> Expression {
                names.insert(stringify!($name));
                match self {
                    $(Self::$variant $({ $($field),* })? $(($value))? => {
                        let name = concat!(stringify!($name), "::", stringify!($variant));
                        $(return Expression::structure(name, vec![$((stringify!($field), $field.print(names))),*]);)?
                        $(return Expression::call(name, vec![$value.print(names)]);)?
                        #[allow(unreachable_code, reason = "for variants without values")]
                        Expression::word(name)
                    })*
                }
            }
        }
    )* };
}

enums! {
    ClassBy<'_> { Digits { width, start, len }, Range { from, to }, Prefix(prefix), Member(member), }
    CodeForm { Text, Integer, Digits { width }, }
    CodePath<'_> { Value(path), LastSegment(path), Pair { namespace, code, separator }, }
    ItemPath { Value(slot), Name(slot), }
    Part<'_> { Literal(text), Hole(name), Again(name), }
    Step<'_> { Member(name), EachElement, EachMember, }
    ItemRule<'_> {
        Sentinels(codes), Digits { start, digits, answer }, Range { from, to, answer }, Prefix { prefix, answer },
        Member { class, text, answer },
    }
    Statuses<'_> { Error, OneOf(all), }
    Test<'_> { Value { slot, test }, Counted { place }, Http { statuses, told }, }
    ValueTest<'_> { Exists, String, Number, Boolean, Object, List, Scalar, Equals(text), }
    Wait<'_> { Millis(millis), Said { by, name, unit }, }
    WriteValue<'_> { Status, Message, Code, Null, Text(text), }
}

// Types whose other fields are computed by a constructor.

impl Print for tables::Condition<'_> {
    ty!(Condition<'_>);

    fn print(&self, names: &mut Names) -> Expression {
        names.insert("Condition");
        let Self { any_of, slots: _, places: _, enough: _ } = self;
        Expression::call("Condition::new", vec![any_of.print(names)])
    }
}

impl Print for tables::Members<'_> {
    ty!(Members<'_>);

    fn print(&self, names: &mut Names) -> Expression {
        names.insert("Members");
        let Self { all, starts: _ } = self;
        Expression::call("Members::new", vec![all.print(names)])
    }
}

impl Print for tables::Member<'_> {
    ty!(Member<'_>);

    fn print(&self, names: &mut Names) -> Expression {
        names.insert("Member");
        let Self { name, head: _, mask: _, node, slot } = self;
        let new = Expression::call("Member::new", vec![name.print(names), node.print(names)]).flat();
        let kept = if *slot == Self::NESTED { String::new() } else { format!(".kept_in({slot})") };
        Expression::word(new + &kept)
    }
}

impl Print for tables::Usual {
    ty!(Usual);

    fn print(&self, names: &mut Names) -> Expression {
        names.insert("Usual");
        let Self { code, message, fields, needs: _, without } = self;
        let arguments = vec![code.print(names), message.print(names), fields.print(names), without.print(names)];
        Expression::call("Usual::new", arguments)
    }
}
