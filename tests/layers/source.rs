//! Knows: how to read one source file: its modules, the names it imports, the paths and words in its code.
//! Must not know: other files, or any rule.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Meta, UseTree, Visibility};

/// A path in parts, from the root of the crate or as written: `["report", "measure"]`.
pub type Names = Vec<String>;

/// An import, or a path in the code.
pub struct Mention {
    /// The module that it is in.
    pub module: Names,
    /// The path as written: `["super", "Measure"]`.
    pub path: Names,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A private `use`.
    Import,
    /// `pub use`, `pub(super) use`.
    ReExport,
    /// `use path::*`.
    Glob,
    /// A path in code, in a type or in the tokens of a macro.
    Code,
}

/// What a file holds besides its tests.
#[derive(Default)]
pub struct Source {
    /// The modules whose code is in this file: its own, and those inside it.
    pub modules: BTreeSet<Names>,
    /// The modules in other files that are only compiled for tests.
    pub test_modules: BTreeSet<Names>,
    /// What each module imports: its name there, and the path as written.
    pub imports: BTreeMap<(Names, String), Names>,
    pub mentions: Vec<Mention>,
    /// Every word of the code, without comments and strings.
    pub words: BTreeSet<String>,
    /// Whether there is a raw pointer.
    pub has_pointer: bool,
    module: Names,
}

impl Source {
    /// Reads a file; `module` is the module that it is.
    pub fn read(module: Names, text: &str) -> syn::Result<Self> {
        let file = syn::parse_file(text)?;
        let mut source = Self { module: module.clone(), ..Self::default() };
        source.modules.insert(module);
        source.visit_file(&file);
        Ok(source)
    }

    fn mention(&mut self, path: Names, kind: Kind) {
        self.words.extend(path.iter().cloned());
        self.mentions.push(Mention { module: self.module.clone(), path, kind });
    }

    fn read_use(&mut self, before: &[String], tree: &UseTree, kind: Kind) {
        let with = |name: String| before.iter().cloned().chain([name]).collect::<Names>();
        let (name, path) = match tree {
            UseTree::Path(path) => return self.read_use(&with(path.ident.to_string()), &path.tree, kind),
            UseTree::Group(group) => return group.items.iter().for_each(|tree| self.read_use(before, tree, kind)),
            UseTree::Glob(_) => return self.mention(before.to_vec(), Kind::Glob),
            UseTree::Name(name) if name.ident == "self" => (before.last().cloned(), before.to_vec()),
            UseTree::Name(name) => (Some(name.ident.to_string()), with(name.ident.to_string())),
            UseTree::Rename(rename) if rename.ident == "self" => (Some(rename.rename.to_string()), before.to_vec()),
            UseTree::Rename(rename) => (Some(rename.rename.to_string()), with(rename.ident.to_string())),
        };
        self.imports.insert((self.module.clone(), name.unwrap_or_default()), path.clone());
        self.mention(path, kind);
    }

    /// The paths and words in the tokens of a macro, such as the elements of a `view!`.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let mut colons = 0;
        let mut is_field = false;
        let mut is_pointer = false;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    let ident = ident.to_string();
                    self.has_pointer |= is_pointer && (ident == "const" || ident == "mut");
                    is_pointer = false;
                    if colons != 2 {
                        self.end_of_path(&mut path);
                    }
                    colons = 0;
                    self.words.insert(ident.clone());
                    if !is_field {
                        path.push(ident);
                    }
                    is_field = false;
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() && colons < 2 => {
                    colons += 1;
                    continue;
                }
                TokenTree::Punct(punct) => {
                    is_field = punct.as_char() == '.';
                    is_pointer = punct.as_char() == '*';
                }
                TokenTree::Group(group) => {
                    let is_list = colons == 2 && group.delimiter() == Delimiter::Brace;
                    assert!(!is_list, "an import inside a macro cannot be read: {path:?}");
                    self.end_of_path(&mut path);
                    self.read_tokens(group.stream());
                }
                TokenTree::Literal(_) => {}
            }
            colons = 0;
            self.end_of_path(&mut path);
        }
        self.end_of_path(&mut path);
    }

    fn end_of_path(&mut self, path: &mut Names) {
        if !path.is_empty() {
            self.mention(std::mem::take(path), Kind::Code);
        }
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

impl<'a> Visit<'a> for Source {
    fn visit_item(&mut self, item: &'a Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        } else if let Item::Mod(item) = item {
            let name = item.ident.to_string();
            self.test_modules.insert(self.module.iter().cloned().chain([name]).collect());
        }
    }

    fn visit_impl_item(&mut self, item: &'a ImplItem) {
        if !matches!(item, ImplItem::Fn(function) if is_for_tests(&function.attrs)) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if let Some((_, items)) = &item.content {
            self.module.push(item.ident.to_string());
            self.modules.insert(self.module.clone());
            items.iter().for_each(|item| self.visit_item(item));
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        let kind = if matches!(item.vis, Visibility::Inherited) { Kind::Import } else { Kind::ReExport };
        self.read_use(&[], &item.tree, kind);
    }

    fn visit_item_static(&mut self, item: &'a syn::ItemStatic) {
        if matches!(item.mutability, syn::StaticMutability::Mut(_)) {
            self.words.insert("static mut".into());
        }
        visit::visit_item_static(self, item);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        if path.leading_colon.is_none() {
            self.mention(path.segments.iter().map(|segment| segment.ident.to_string()).collect(), Kind::Code);
        }
        visit::visit_path(self, path);
    }

    fn visit_visibility(&mut self, _: &'a Visibility) {}

    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        self.visit_path(attribute.path());
    }

    fn visit_macro(&mut self, item: &'a syn::Macro) {
        self.visit_path(&item.path);
        self.read_tokens(item.tokens.clone());
    }

    fn visit_ident(&mut self, ident: &'a proc_macro2::Ident) {
        self.words.insert(ident.to_string());
    }

    fn visit_type_ptr(&mut self, pointer: &'a syn::TypePtr) {
        self.has_pointer = true;
        visit::visit_type_ptr(self, pointer);
    }
}
