//! Phrases that tell by themselves.

use crate::text::phrases::Phrases;
use std::sync::LazyLock;

/// Words of the reader wherever they stand.
const PHRASES: [&str; 22] = [
    "in my opinion",
    "in my view",
    "in my experience",
    "to me",
    "for me",
    "struck me",
    "strikes me",
    "surprised me",
    "surprises me",
    "reminded me",
    "reminds me",
    "made me",
    "makes me",
    "moved me",
    "impressed me",
    "inspired me",
    "my own",
    "my favourite",
    "my favorite",
    "my takeaway",
    "stuck with me",
    "stayed with me",
];

const WONDERING: [&str; 16] = [
    "i wonder",
    "i wondered",
    "i was wondering",
    "i am wondering",
    "i'm wondering",
    "i am curious",
    "i'm curious",
    "i was curious",
    "i am not sure",
    "i'm not sure",
    "i was not sure",
    "i wasn't sure",
    "unclear to me",
    "makes me wonder",
    "made me wonder",
    "i don't understand",
];

/// Words that count what follows.
const COUNTING: [&str; 6] = [
    "two",
    "twofold",
    "three",
    "several",
    "following",
    "as follows",
];

/// What a phrase tells of a sentence that it stands in as whole words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Reflecting,
    Wondering,
    Counting,
}

pub(super) static CUES: LazyLock<Phrases<Cue>> = LazyLock::new(|| {
    let all =
        |phrases: &'static [&str], tells: Cue| phrases.iter().map(move |phrase| (phrase, tells));
    all(&PHRASES, Cue::Reflecting)
        .chain(all(&WONDERING, Cue::Wondering))
        .chain(all(&COUNTING, Cue::Counting))
        .collect()
});
