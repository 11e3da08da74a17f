//! Fields and their types.

/// A documented field of an error.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// The key on the wire.
    pub name: String,
    /// Other keys for the same field, in order of preference.
    pub also: Vec<String>,
    /// The name of its accessor in Rust, checked: `duplicate_value`.
    pub ident: String,
    /// Its type.
    pub ty: TypeExpr,
    /// Whether it is always present; `None` if the vendor does not say.
    pub required: Option<bool>,
    /// What it is about.
    pub meaning: Option<String>,
}

/// A type declared by the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeDef {
    /// The catalog's name, which is a checked Rust name: `ErrorByExtension`.
    pub name: String,
    /// What it is.
    pub shape: TypeShape,
}

/// What a declared type is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeShape {
    /// An object with these members and possibly others.
    Object(Vec<Field>),
    /// An alias of a type.
    Alias(TypeExpr),
    /// One of these known texts, or another text.
    Texts(Vec<KnownText>),
}

/// A known text of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownText {
    /// The text in the body, unescaped.
    pub text: String,
    /// The Rust name of its variant, checked.
    pub ident: String,
    /// What it means.
    pub meaning: Option<String>,
}

/// A type as a catalog writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeExpr {
    /// `string`
    String,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `datetime`
    DateTime,
    /// `object`
    Object,
    /// `any`
    Any,
    /// A declared type, by its name; aliases are not followed.
    Named(String),
    /// `T[]`
    List(Box<TypeExpr>),
    /// `map<T>`
    Map(Box<TypeExpr>),
    /// `A or B`
    Union(Vec<TypeExpr>),
}

impl TypeExpr {
    /// The Rust name of this type among several: `String`, `Variant`, `VariantList`, `StringMap`.
    #[must_use]
    pub fn variant(&self) -> String {
        match self {
            Self::String => "String".to_owned(),
            Self::Integer => "Integer".to_owned(),
            Self::Number => "Number".to_owned(),
            Self::Boolean => "Boolean".to_owned(),
            Self::DateTime => "DateTime".to_owned(),
            Self::Object => "Object".to_owned(),
            Self::Any => "Any".to_owned(),
            Self::Named(name) => name.clone(),
            Self::List(element) => format!("{}List", element.variant()),
            Self::Map(value) => format!("{}Map", value.variant()),
            Self::Union(types) => types.iter().map(Self::variant).collect::<Vec<_>>().join("Or"),
        }
    }
}

impl std::fmt::Display for TypeExpr {
    /// The type in the catalog's syntax.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::String => f.write_str("string"),
            Self::Integer => f.write_str("integer"),
            Self::Number => f.write_str("number"),
            Self::Boolean => f.write_str("boolean"),
            Self::DateTime => f.write_str("datetime"),
            Self::Object => f.write_str("object"),
            Self::Any => f.write_str("any"),
            Self::Named(name) => f.write_str(name),
            Self::List(element) => write!(f, "{element}[]"),
            Self::Map(value) => write!(f, "map<{value}>"),
            Self::Union(types) => {
                for (index, ty) in types.iter().enumerate() {
                    if index > 0 {
                        f.write_str(" or ")?;
                    }
                    write!(f, "{ty}")?;
                }
                Ok(())
            }
        }
    }
}
