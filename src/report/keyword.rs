//! Knows: how an enum of keywords is spelt in exports and addresses.
//! Must not know: what any of them means for a reader.

/// An enum whose variants each have one fixed spelling, used in exports and in addresses alike.
pub trait Keyword: Copy + Eq + Sized + 'static {
    /// What the words stand for, in messages: "a status".
    const WHAT: &'static str;
    /// Every variant, in the order in which they are offered.
    const ALL: &'static [Self];
    /// The spellings, in the same order.
    const WORDS: &'static [&'static str];
    /// The first variant.
    #[allow(
        clippy::indexing_slicing,
        reason = "evaluated at compile time; an enum of keywords has at least one variant"
    )]
    const FIRST: Self = Self::ALL[0];
    /// The spelling.
    fn word(self) -> &'static str;
    /// The variant with this spelling, if there is one.
    fn from_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.word() == text)
    }
}

/// Declares an enum of keywords: variants, spellings, JSON Schema, and a label for readers (`=> "…"`) for all variants or
/// for none.
macro_rules! keyword_enum {
    ($(#[$doc:meta])* $name:ident, $what:literal {
        $($(#[$vdoc:meta])* $variant:ident = $word:literal => $label:literal,)+
    }) => {
        $crate::report::keyword::keyword_enum! {
            $(#[$doc])* $name, $what { $($(#[$vdoc])* $variant = $word,)+ }
        }
        impl $name {
            /// What readers see.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }
        impl $crate::report::keyword::Keyword for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}
pub(crate) use keyword_enum;
