//! Knows: which columns a list of measures has on the page.
//! Must not know: how a list is sorted or grouped.

use crate::explore::view_state::Column;

/// The columns, in their order.
pub const COLUMNS: [Column; 9] = [
    Column::Code,
    Column::Name,
    Column::Aim,
    Column::Value,
    Column::Target,
    Column::Variance,
    Column::Status,
    Column::Short,
    Column::Long,
];
