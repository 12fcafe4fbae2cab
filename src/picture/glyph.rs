//! Knows: the small shapes that stand for statuses, trends and the like. Each is drawn around its own centre.
//! Must not know: where they stand.

use crate::report::{Keyword, Movement, Status, Trend};

/// A small shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// The shape of a status.
    Status(Status),
    /// An arrow for better or worse, not for up or down.
    Trend(Trend),
    /// The same, small, as a tail of a mark.
    Tail(Trend),
    /// The course of a score: a step down, up or none. Not an arrow, which stands for better or worse.
    Course(Movement),
    /// A point of a line.
    Dot,
    /// Where a score would be if nothing were done.
    Inherent,
    /// Where a score is now.
    Now,
    /// The last point of a line, with the colour and shape of its status.
    Last(Status),
    /// What lies further to the left than the picture reaches.
    BeyondLeft,
    /// What lies further to the right.
    BeyondRight,
    /// What lies further up.
    BeyondTop,
    /// What lies further down.
    BeyondBottom,
    /// Another area's value, to be compared with.
    Other,
    /// Another area's value that may not be compared, such as one of another period.
    Apart,
}

impl Glyph {
    /// Its outline, as the `d` of a path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Status(status) => of_status(status),
            Self::Trend(trend) => of_trend(trend),
            Self::Tail(Trend::Improving) => "M0-4 4 1H1.2V4H-1.2V1H-4Z",
            Self::Tail(Trend::Deteriorating) => "M0 4-4-1H-1.2V-4H1.2V-1H4Z",
            Self::Tail(Trend::Static) => "M-4-1.2H4V1.2H-4Z",
            Self::Tail(Trend::None) => "M-1.2-.7H1.2V.7H-1.2Z",
            Self::Course(Movement::Down) => "M-7-5H1V3H7V5H-1V-3H-7Z",
            Self::Course(Movement::Up) => "M-7 3H-1V-5H7V-3H1V5H-7Z",
            Self::Course(Movement::Level) => "M-7-1H7V1H-7Z",
            Self::Course(Movement::Mixed) => "M-7-5H1V3H7V5H-1V-3H-7ZM-7 5V3H-1V-5H7V-3H1V5Z",
            Self::Dot => "M-2 0A2 2 0 1 0 2 0A2 2 0 1 0-2 0Z",
            Self::Inherent => "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0-7 0Z",
            Self::Now => "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z",
            Self::Last(Status::Green) => "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z",
            Self::Last(Status::Amber) => "M0-4.5 4.5 4H-4.5Z",
            Self::Last(Status::Red) => "M-3.5-3.5H3.5V3.5H-3.5Z",
            Self::Last(Status::Blue) => "M0-4.5 4.5 0 0 4.5-4.5 0Z",
            Self::Last(Status::Grey) => "M-4-1.8H4V1.8H-4Z",
            Self::Last(Status::None) => "M-3 0A3 3 0 1 0 3 0A3 3 0 1 0-3 0Z",
            Self::BeyondLeft => "M-5 0 1-5V5Z",
            Self::BeyondRight => "M5 0-1-5V5Z",
            Self::BeyondTop => "M0-5 5 1H-5Z",
            Self::BeyondBottom => "M0 5-5-1H5Z",
            Self::Other => "M0-5.5 5.5 0 0 5.5-5.5 0Z",
            Self::Apart => "M0-5 5 0 0 5-5 0Z",
        }
    }

    /// Its classes, which decide colour and line.
    pub fn class(self) -> String {
        match self {
            Self::Status(status) | Self::Last(status) => format!("shape-{}", status.word()),
            Self::Trend(trend) | Self::Tail(trend) => format!("arrow arrow-{}", trend.word()),
            Self::Course(movement) => format!("course course-{}", movement.word()),
            Self::Dot => "dot".to_string(),
            Self::Inherent => "inherent".to_string(),
            Self::Now => "now".to_string(),
            Self::BeyondLeft | Self::BeyondRight | Self::BeyondTop | Self::BeyondBottom => "beyond".to_string(),
            Self::Other => "other".to_string(),
            Self::Apart => "apart".to_string(),
        }
    }
}

fn of_status(status: Status) -> &'static str {
    match status {
        Status::Green => "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0-7 0Z",
        Status::Amber => "M0-7 7.5 7H-7.5Z",
        Status::Red => "M-6.5-6.5H6.5V6.5H-6.5Z",
        Status::Blue => "M0-7.5 7.5 0 0 7.5-7.5 0Z",
        Status::Grey => "M-7-2.5H7V2.5H-7Z",
        // A ring: its class draws the outline alone.
        Status::None => "M-6 0A6 6 0 1 0 6 0A6 6 0 1 0-6 0Z",
    }
}

fn of_trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "M0-6 6 1H2V6H-2V1H-6Z",
        Trend::Deteriorating => "M0 6-6-1H-2V-6H2V-1H6Z",
        Trend::Static => "M-6-2H6V2H-6Z",
        Trend::None => "M-2-1H2V1H-2Z",
    }
}
