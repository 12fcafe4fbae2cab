//! Knows: what readers are told of a rating that is not published: that it is worked out here, or that there is none.
//! Must not know: how a rating is worked out, or where the words stand.

use crate::report::{Rating, RatingWord};

/// What is said of a rating that its report does not publish; none of a published one.
fn remark<W: RatingWord>(rating: Rating<W>) -> Option<&'static str> {
    match rating {
        Rating::Published(_) => None,
        Rating::WorkedOut(_) => Some("worked out here, not published"),
        Rating::Unknown => Some("not published"),
    }
}

/// The same where there is little room, in the cell of a list.
pub fn short_remark<W: RatingWord>(rating: Rating<W>) -> Option<&'static str> {
    match rating {
        Rating::WorkedOut(_) => Some("worked out here"),
        other => remark(other),
    }
}

/// What is said beside a rating, in brackets.
pub fn in_brackets<W: RatingWord>(rating: Rating<W>) -> Option<String> {
    remark(rating).map(|remark| format!("({remark})"))
}

/// A label, with what is said beside it.
pub fn with_remark<W: RatingWord>(label: &str, rating: Rating<W>) -> String {
    in_brackets(rating).map_or_else(|| label.to_string(), |remark| format!("{label} {remark}"))
}

/// Where a rating comes from, as words for programs.
pub const WORDS: [&str; 3] = [PUBLISHED, WORKED_OUT, NOT_PUBLISHED];
const PUBLISHED: &str = "published";
const WORKED_OUT: &str = "worked_out";
const NOT_PUBLISHED: &str = "not_published";

/// The one of these words for a rating.
pub fn word<W: RatingWord>(rating: Rating<W>) -> &'static str {
    match rating {
        Rating::Published(_) => PUBLISHED,
        Rating::WorkedOut(_) => WORKED_OUT,
        Rating::Unknown => NOT_PUBLISHED,
    }
}

#[cfg(test)]
mod tests {
    use super::{short_remark, with_remark, word};
    use crate::report::{Rating, Status};

    #[test]
    fn each_origin_has_its_words() {
        for (rating, expected) in [
            (Rating::Published(Status::Red), "published: Red | "),
            // A report may publish that there is no status: then nothing is said beside it.
            (Rating::Published(Status::None), "published: No status | "),
            (Rating::WorkedOut(Status::Red), "worked_out: Red (worked out here, not published) | worked out here"),
            (Rating::Unknown, "not_published: No status (not published) | not published"),
        ] {
            let label = with_remark(rating.word().label(), rating);
            assert_eq!(format!("{}: {label} | {}", word(rating), short_remark(rating).unwrap_or_default()), expected);
        }
    }
}
