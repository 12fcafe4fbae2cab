//! Knows: the table of a project's own figures.
//! Must not know: anything of them but what the export says.

use crate::output::project_figures::project_figures;
use crate::report::Project;
use crate::web::components::document::table;
use leptos::prelude::AnyView;

/// The figures of a project itself.
pub fn sub_measures(project: &Project) -> AnyView {
    table(&project_figures(project))
}
