//! The words that `bookgraph.tag-why/1` and `bookgraph.tag/1` have for
//! verdicts, grounds and features.

use crate::query::{Attached, Cause, Doubt, Verdict};
use crate::tag::{Feature, Head, Rejection, Spacing};
use crate::text::tail::Tail;
use schemars::JsonSchema;
use serde::Serialize;

/// What was seen at a place that was accepted.
#[derive(Serialize, JsonSchema)]
pub(super) struct GroundsShape {
    spacing: &'static str,
    head: &'static str,
    before: String,
    tail: &'static str,
    after: String,
}

/// A verdict, taken apart.
pub(super) struct VerdictShape {
    pub(super) counts_for: &'static str,
    pub(super) reason: Option<&'static str>,
    pub(super) because_of: Option<String>,
    pub(super) grounds: Option<GroundsShape>,
}

pub(super) fn verdict(verdict: &Verdict) -> VerdictShape {
    match verdict {
        Verdict::Tagged(seen) => VerdictShape {
            counts_for: "tagged",
            reason: None,
            because_of: None,
            grounds: Some(grounds(seen)),
        },
        Verdict::Nested { inside, seen } => VerdictShape {
            counts_for: "nested",
            reason: Some("longer-name"),
            because_of: Some(inside.clone()),
            grounds: Some(grounds(seen)),
        },
        Verdict::Suggested {
            doubt: why,
            word,
            seen,
        } => VerdictShape {
            counts_for: "suggested",
            reason: Some(doubt(*why)),
            because_of: (*why != Doubt::WeakName).then(|| word.clone()),
            grounds: Some(grounds(seen)),
        },
        Verdict::Rejected(reason) => VerdictShape {
            counts_for: "rejected",
            reason: Some(cause(reason.cause)),
            because_of: reason.words.clone(),
            grounds: None,
        },
    }
}

pub(super) fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::WeakName => "weak-name",
        Doubt::UnknownTail => "unknown-tail",
        Doubt::ShortCompound => "short-compound",
    }
}

pub(super) fn feature(feature: Feature) -> &'static str {
    match feature {
        Feature::Mentions => "mentions",
        Feature::Share => "share",
        Feature::Rarity => "rarity",
        Feature::AsNamed => "as-named",
        Feature::Title => "title",
        Feature::Quoted => "quoted",
        Feature::Introduces => "introduces",
    }
}

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Rejected(Rejection::Spacing) => "spacing",
        Cause::Rejected(Rejection::InsideWord) => "inside-word",
        Cause::Rejected(Rejection::LongerWord) => "longer-word",
        Cause::Rejected(Rejection::Strict) => "strict",
        Cause::Rejected(Rejection::Case) => "case",
        Cause::Rejected(Rejection::Excluded) => "excluded",
        Cause::Rejected(Rejection::Guarded) => "guarded",
        Cause::Rejected(Rejection::Overlapped) => "overlapped",
        Cause::SameConcept => "same-concept",
        Cause::Refused => "refused",
        Cause::BookTitle => "book-title",
    }
}

fn grounds(seen: &Attached) -> GroundsShape {
    GroundsShape {
        spacing: match seen.grounds.spacing {
            Spacing::AsWritten => "as-written",
            Spacing::Joined => "joined",
            Spacing::Split => "split",
            Spacing::InnerParticle => "inner-particle",
        },
        head: match seen.grounds.head {
            Head::Clean => "clean",
            Head::Prefix => "prefix",
            Head::Grown => "grown",
        },
        before: seen.before.clone(),
        tail: match seen.grounds.tail {
            Tail::Clean => "clean",
            Tail::Inflected => "inflected",
            Tail::Verb => "verb",
            Tail::Compound => "compound",
            Tail::Unknown => "unknown",
        },
        after: seen.after.clone(),
    }
}
