//! How likely a candidate is a concept.

use super::candidate::Candidate;

/// Particles that show a noun add this each, after the first.
const PER_PARTICLE: f64 = 0.3;
/// How far use inside of longer phrases counts against a name: the exponent of
/// the share of its sightings that stand alone.
const ALONE: f64 = 0.5;
/// What is taken away when all words say little; of few notes rarity cannot
/// tell, so the list of such words must.
const GENERIC: f64 = 0.4;
const GENERIC_IN_FEW: f64 = 0.8;
/// Of few notes, what they say only once.
const ONCE: f64 = 0.7;
/// Several words are seldom together by chance.
const SEVERAL_WORDS: f64 = 1.3;
/// The same of Korean, where the length factor is less.
const SEVERAL_KOREAN_WORDS: f64 = 1.4;
/// The exponent of 1 and the share of verbs and adjectives made of a name.
const VERBS: f64 = 0.35;
/// Names with `of` or `and` in them are often two names.
const WORDS_BETWEEN: f64 = 0.7;
/// A single English word that looks like an adjective or a participle.
const QUALIFIER: f64 = 0.7;
/// Most sightings are capitalised inside a sentence.
const CAPITALISED: f64 = 1.3;
/// Once quoted.
const QUOTED: f64 = 1.3;
/// Once beside a parenthesis that says it in other letters.
const GLOSSED: f64 = 2.0;
/// Once in a title; once a title by itself.
const IN_TITLE: f64 = 1.65;
const WHOLE_TITLE: f64 = 2.0;
/// The exponent of 1 and the notes with a line of nothing but the name.
const LINES: f64 = 0.5;
/// Of so many notes with such a line and more, and more than this share of all,
/// it is what a form repeats (요약, 인용), and says nothing.
const REPEATED: u32 = 5;
const REPEATED_SHARE: f64 = 0.2;
/// The exponent of the rarity among many notes.
const RARITY: f64 = 1.75;
/// Added for what was quoted, and for acronyms: it is these that find a name
/// among few notes that was written only once.
const QUOTE_BONUS: f64 = 3.0;
const ACRONYM_BONUS: f64 = 0.8;

/// A score and its parts:
/// `total = (use_ + particles) × alone × generic × form × verbs × marks × rarity + bonus`.
///
/// * `use_` is the number of distinct contexts times log₂(words + 1); in names
///   with Hangul times its root among few notes, and not among many: whether a
///   Korean compound is one word or two is often nothing but spelling. The second factor is the one of the C-value (K.
///   Frantzi, S. Ananiadou and H. Mima, "Automatic recognition of multi-word
///   terms: the C-value/NC-value method", IJDL 3(2), 2000). Distinct contexts
///   stand for its frequency less that of the longer terms around: fixed phrases
///   and boilerplate always have the same neighbours (the idea of H. Feng et al.,
///   "Accessor variety criteria for Chinese word extraction", Computational
///   Linguistics 30(1), 2004).
/// * `rarity` is ln(1 + D/df)^1.75, D notes of which df have the name, after K.
///   Spärck Jones, "A statistical interpretation of term specificity", J. Doc.
///   28(1), 1972; 1 for at most fifty notes.
/// * Titles count after H. Edmundson, "New methods in automatic extracting",
///   J. ACM 16(2), 1969.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// What candidates are ranked by; greater is likelier. No unit.
    pub total: f64,
    /// Distinct contexts × log₂(words + 1); less of the latter in Korean.
    pub use_: f64,
    /// Added for distinct particles.
    pub particles: f64,
    /// From standing alone or in longer phrases, 0 to 1.
    pub alone: f64,
    /// From words that say little, 0 to 1.
    pub generic: f64,
    /// From the form of its words.
    pub form: f64,
    /// From verbs and adjectives made of it, 1 and more: 혁신하는 is a use of 혁신.
    pub verbs: f64,
    /// From quotation marks, parentheses, titles and lines of its own, and of few
    /// notes from being said once.
    pub marks: f64,
    /// From being in few of many notes.
    pub rarity: f64,
    /// Added for quotation marks and acronyms.
    pub bonus: f64,
    /// The C-value itself, with log₂(words + 1) so that single words have one:
    /// for comparison, it is no part of the total.
    pub c_value: f64,
}

impl Score {
    /// Scores a candidate found in `notes` notes.
    pub(super) fn of(candidate: &Candidate, notes: usize, few: bool) -> Self {
        let frequency = f64::from(candidate.frequency());
        let length = libm::log2(f64::from(candidate.shape.words + 1));
        let (shape, nested) = (&candidate.shape, &candidate.nested);
        let around = f64::from(nested.total) / f64::from(nested.around.max(1));
        let weight = match (shape.korean, few) {
            (false, _) => length,
            // Most names are there once: that it has several words is much of what is known.
            (true, true) => length.sqrt(),
            (true, false) => 1.0,
        };
        let damping = if few { GENERIC_IN_FEW } else { GENERIC };
        let more_particles = candidate.particles.len().saturating_sub(1);
        let spread = 1.0 + notes as f64 / f64::from(candidate.notes.max(1));
        let when = |condition: bool, bonus: f64| if condition { bonus } else { 0.0 };
        let once = if few && frequency <= 1.0 { ONCE } else { 1.0 };
        let mut score = Self {
            total: 0.0,
            use_: f64::from(candidate.contexts) * weight,
            particles: PER_PARTICLE * more_particles as f64,
            alone: libm::pow((f64::from(candidate.free) + 0.5) / (frequency + 1.0), ALONE),
            generic: 1.0 - damping * shape.generic,
            form: form(candidate),
            verbs: libm::pow(1.0 + f64::from(candidate.verbs) / (frequency + 1.0), VERBS),
            marks: marks(candidate) * lines(candidate, notes) * once,
            rarity: if few {
                1.0
            } else {
                libm::pow(libm::log(spread), RARITY)
            },
            bonus: when(candidate.quoted > 0, QUOTE_BONUS)
                + when(is_acronym(candidate), ACRONYM_BONUS),
            c_value: length * (frequency - around),
        };
        score.total = (score.use_ + score.particles)
            * score.alone
            * score.generic
            * score.form
            * score.verbs
            * score.marks
            * score.rarity
            + score.bonus;
        score
    }
}

/// Whether most of its sightings are in capitals.
pub(super) fn is_acronym(candidate: &Candidate) -> bool {
    2 * candidate.acronym > candidate.frequency()
}

fn form(candidate: &Candidate) -> f64 {
    let shape = &candidate.shape;
    let several = if shape.korean {
        SEVERAL_KOREAN_WORDS
    } else {
        SEVERAL_WORDS
    };
    product([
        (shape.words > 1, several),
        (shape.has_between, WORDS_BETWEEN),
        (shape.qualifier, QUALIFIER),
        (2 * candidate.capital > candidate.frequency(), CAPITALISED),
    ])
}

fn marks(candidate: &Candidate) -> f64 {
    product([
        (candidate.quoted > 0, QUOTED),
        (candidate.glossed > 0, GLOSSED),
        (candidate.titled > 0, IN_TITLE),
        (candidate.whole_titles > 0, WHOLE_TITLE),
    ])
}

/// From lines of nothing but the name, 1 and more.
fn lines(candidate: &Candidate, notes: usize) -> f64 {
    let lines = candidate.lines;
    let repeated = lines >= REPEATED && f64::from(lines) > REPEATED_SHARE * notes as f64;
    libm::pow(1.0 + f64::from(if repeated { 0 } else { lines }), LINES)
}

fn product(factors: [(bool, f64); 4]) -> f64 {
    factors
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, factor)| factor)
        .product()
}
