//! Knows: the table of a project's own figures.
//! Must not know: anything of them but what the export says.

use crate::report::Project;
use crate::web::components::layout::{RegionName, scrolls};
use crate::web::components::values::{target_text, value_text};
use leptos::prelude::*;

/// The figures of a project itself.
pub fn sub_measures(project: &Project) -> AnyView {
    let rows = project.sub_measures.iter().map(|sub| {
        view! {
            <tr>
                <th scope="row">{sub.name.clone()}</th>
                <td>{sub.period.map(|period| period.to_string())}</td>
                <td class="numeric">{value_text(&sub.value, &sub.unit)}</td>
                <td class="numeric">{target_text(sub.target.as_ref(), &sub.unit)}</td>
                <td>{crate::assess::rules::meets_own(sub).map(|met| if met { "Yes" } else { "No" })}</td>
            </tr>
        }
    });
    scrolls(
        RegionName::By("Figures of the project".to_string()),
        view! {
            <table>
                <caption>"The project’s own figures; they are not measures of the report"</caption>
                <thead>
                    <tr>
                        <th scope="col">"What"</th>
                        <th scope="col">"Period"</th>
                        <th scope="col" class="numeric">"Value"</th>
                        <th scope="col" class="numeric">"Target"</th>
                        <th scope="col">"Target met"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any(),
    )
}
