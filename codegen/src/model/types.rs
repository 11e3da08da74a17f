//! The declared types of a vendor: lookup by name, and resolution of aliases.

use std::collections::HashMap;
use std::ops::Deref;

use super::fields::{Field, TypeDef, TypeExpr, TypeShape};

/// The declared types, in the catalog's order. Lookup by name and resolution of an alias take constant time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Types {
    all: Vec<TypeDef>,
    by_name: HashMap<String, usize>,
    /// For each type, what it resolves to.
    ends: Vec<TypeExpr>,
}

impl Types {
    /// Indexes the types. Of several types with the same name, the first is used.
    #[must_use]
    pub fn new(all: Vec<TypeDef>) -> Self {
        let mut by_name = HashMap::new();
        for (index, ty) in all.iter().enumerate() {
            let _ = by_name.entry(ty.name.clone()).or_insert(index);
        }
        let ends = ends(&all, &by_name);
        Self { all, by_name, ends }
    }

    /// The declared type with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&TypeDef> {
        self.all.get(*self.by_name.get(name)?)
    }

    /// Resolves a type: follows aliases, except that of a union, which keeps its name. A name that is not declared, or
    /// that leads back to itself, resolves to `any`.
    #[must_use]
    pub fn resolved<'a>(&'a self, ty: &'a TypeExpr) -> &'a TypeExpr {
        let TypeExpr::Named(name) = ty else { return ty };
        let end = self.by_name.get(name).and_then(|index| self.ends.get(*index));
        end.unwrap_or(&TypeExpr::Any)
    }

    /// The members of an object type, or of the element type of an array of objects; `true` for the array. `None` for
    /// any other type.
    #[must_use]
    pub fn members<'a>(&'a self, ty: &'a TypeExpr) -> Option<(bool, &'a [Field])> {
        match self.resolved(ty) {
            TypeExpr::Named(name) => match &self.get(name)?.shape {
                TypeShape::Object(fields) => Some((false, fields)),
                TypeShape::Alias(_) | TypeShape::Texts(_) => None,
            },
            TypeExpr::List(element) => match self.resolved(element) {
                TypeExpr::List(_) => None,
                element => self.members(element).map(|(_, fields)| (true, fields)),
            },
            _ => None,
        }
    }

    /// The known texts of a type; `None` for any other type.
    #[must_use]
    pub fn texts<'a>(&'a self, ty: &'a TypeExpr) -> Option<impl Iterator<Item = &'a str> + Clone> {
        let TypeExpr::Named(name) = self.resolved(ty) else { return None };
        match &self.get(name)?.shape {
            TypeShape::Texts(texts) => Some(texts.iter().map(|known| known.text.as_str())),
            TypeShape::Object(_) | TypeShape::Alias(_) => None,
        }
    }
}

impl Deref for Types {
    type Target = [TypeDef];

    fn deref(&self) -> &[TypeDef] {
        &self.all
    }
}

/// Resolves all types, in time linear in their number.
fn ends(all: &[TypeDef], by_name: &HashMap<String, usize>) -> Vec<TypeExpr> {
    let mut ends: Vec<Option<TypeExpr>> = all.iter().map(|_| None).collect();
    for first in 0..all.len() {
        // The aliases from this one to a resolved type. An alias that leads back to itself resolves to `any`.
        let mut way = vec![first];
        let end = loop {
            let Some(here) = way.last().and_then(|index| Some((*index, all.get(*index)?))) else { break TypeExpr::Any };
            let (index, ty) = here;
            if let Some(Some(end)) = ends.get(index) {
                break end.clone();
            }
            match &ty.shape {
                TypeShape::Alias(TypeExpr::Named(name)) => match by_name.get(name) {
                    Some(next) if way.len() <= all.len() => way.push(*next),
                    _ => break TypeExpr::Any,
                },
                TypeShape::Alias(TypeExpr::Union(_)) | TypeShape::Object(_) | TypeShape::Texts(_) => {
                    break TypeExpr::Named(ty.name.clone());
                }
                TypeShape::Alias(end) => break end.clone(),
            }
        };
        for index in way {
            if let Some(known) = ends.get_mut(index) {
                *known = Some(end.clone());
            }
        }
    }
    ends.into_iter().map(|end| end.unwrap_or(TypeExpr::Any)).collect()
}

#[cfg(test)]
mod tests {
    use super::{TypeDef, TypeExpr, TypeShape, Types};

    fn named(name: &str) -> TypeExpr {
        TypeExpr::Named(name.to_owned())
    }

    fn alias(name: &str, ty: TypeExpr) -> TypeDef {
        TypeDef { name: name.to_owned(), shape: TypeShape::Alias(ty) }
    }

    #[test]
    fn names_stand_for_what_is_at_their_end() {
        let several = TypeExpr::Union(vec![TypeExpr::String, TypeExpr::Integer]);
        let types = Types::new(vec![
            alias("A", named("B")),
            alias("B", TypeExpr::List(Box::new(named("A")))),
            alias("C", named("D")),
            alias("D", several),
            alias("E", named("F")),
            alias("F", named("E")),
            alias("G", named("Nowhere")),
            TypeDef { name: "H".to_owned(), shape: TypeShape::Object(Vec::new()) },
        ]);
        let list = TypeExpr::List(Box::new(named("A")));
        let ends = ["A", "B", "C", "D", "E", "F", "G", "H"].map(|name| types.resolved(&named(name)).clone());
        let any = || TypeExpr::Any;
        assert_eq!(ends, [list.clone(), list, named("D"), named("D"), any(), any(), any(), named("H")]);
        assert_eq!((types.resolved(&named("I")), types.resolved(&TypeExpr::String)), (&any(), &TypeExpr::String));
    }

    #[test]
    fn a_long_chain_of_names_takes_no_longer_than_its_length() {
        // Where each name were followed to its end, this would take minutes.
        const LONG: usize = 200_000;
        let chain = (0..LONG).map(|index| alias(&format!("A{index}"), named(&format!("A{}", index + 1))));
        let types = Types::new(chain.chain([alias(&format!("A{LONG}"), TypeExpr::String)]).collect());
        assert!((0..LONG).all(|index| *types.resolved(&named(&format!("A{index}"))) == TypeExpr::String));
    }
}
