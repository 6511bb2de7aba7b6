//! How English sentences tell who speaks.

/// What `I` does when the reader speaks of reading.
const THINKING: [&str; 42] = [
    "think",
    "thought",
    "feel",
    "felt",
    "believe",
    "believed",
    "find",
    "found",
    "like",
    "liked",
    "love",
    "loved",
    "enjoy",
    "enjoyed",
    "agree",
    "disagree",
    "suspect",
    "guess",
    "hope",
    "wish",
    "want",
    "would",
    "should",
    "will",
    "learned",
    "learnt",
    "realized",
    "realised",
    "realize",
    "noticed",
    "expected",
    "prefer",
    "doubt",
    "am",
    "was",
    "remember",
    "admire",
    "admired",
    "hated",
    "imagine",
    "appreciate",
    "appreciated",
];

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

/// What judges at the end of `was …` or `is …`.
const JUDGING: [&str; 20] = [
    "impressive",
    "interesting",
    "surprising",
    "memorable",
    "disappointing",
    "fascinating",
    "striking",
    "moving",
    "inspiring",
    "remarkable",
    "regrettable",
    "confusing",
    "boring",
    "convincing",
    "unconvincing",
    "thought-provoking",
    "touching",
    "brilliant",
    "refreshing",
    "a pity",
];

const BEING: [&str; 6] = ["is", "was", "are", "were", "seems", "seemed"];

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

pub(super) fn asks(own: &str) -> bool {
    let own = lower(own);
    own.trim_end().ends_with('?') || WONDERING.iter().any(|phrase| holds(&own, phrase))
}

pub(super) fn reflects(own: &str) -> bool {
    let text = lower(own);
    PHRASES.iter().any(|phrase| holds(&text, phrase))
        || first_person(own)
        || judges(&text)
        || [
            "it is a pity",
            "it's a pity",
            "it is a shame",
            "sadly,",
            "too bad",
        ]
        .iter()
        .any(|phrase| text.starts_with(phrase))
}

pub(super) fn answers(sentence: &str) -> bool {
    const STARTS: [&str; 10] = [
        "the answer",
        "because ",
        "it turns out",
        "the reason",
        "that is because",
        "that's because",
        "there are two reasons",
        "there are three reasons",
        "the secret",
        "yes, ",
    ];
    let sentence = lower(sentence);
    STARTS.iter().any(|start| sentence.starts_with(start))
}

/// Whether a sentence counts what follows.
pub(super) fn counts(sentence: &str) -> bool {
    let sentence = lower(sentence);
    [
        "two",
        "twofold",
        "three",
        "several",
        "following",
        "as follows",
    ]
    .iter()
    .any(|word| holds(&sentence, word))
}

/// `I`, and within three words after it what a reader does; not the numeral of
/// `World War I`.
fn first_person(own: &str) -> bool {
    let words: Vec<&str> = own
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’' || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let contracted =
            ["I'm", "I’m", "I'd", "I’d", "I've", "I’ve", "I'll", "I’ll"].contains(word);
        let next = words[at + 1..].iter().take(3);
        let thinks = |word: &&str| THINKING.contains(&word.to_ascii_lowercase().as_str());
        contracted || (*word == "I" && next.clone().any(thinks) && !is_numeral(&words, at))
    })
}

/// Whether `I` counts: it follows a name.
fn is_numeral(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| words[before]);
    before.is_some_and(|word| word.len() > 1 && word.starts_with(char::is_uppercase) && at > 1)
}

/// `was impressive`, `is really interesting`, at the end of a sentence.
fn judges(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    JUDGING.iter().any(|judgement| {
        let Some(before) = text.strip_suffix(judgement) else {
            return false;
        };
        let mut words = before.split_whitespace().rev();
        words.by_ref().take(2).any(|word| BEING.contains(&word))
    })
}

/// Whether a phrase stands in a text as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + phrase.len()..].chars().next())
    })
}

fn lower(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}
