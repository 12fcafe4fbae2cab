//! The tools that scenarios are written with.

pub mod axe;
pub mod clipboard;
mod console;
pub mod driver;
pub mod element;
mod elsewhere;
pub mod evidence;
pub mod facts;
pub mod faulty;
pub mod files;
mod firefox;
mod keys;
pub mod lists;
mod media;
pub mod page;
pub mod pdf;
pub mod process;
pub mod qr;
pub mod site;
pub mod wait;
mod webkit;

pub use driver::{Kind, Setup, kind};
pub use element::Element;
pub use page::{Page, visit, visit_with};
pub use site::{Instead, Site};
pub use wait::{until, until_equal};
