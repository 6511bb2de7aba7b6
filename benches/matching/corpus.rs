//! Notes and names that are made up: words of random syllables, some common
//! and most rare, as in a language.

/// A small generator of pseudo-random numbers (xorshift64*), so that every run
/// sees the same corpus.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

const STEMS: usize = 20_000;
const SYLLABLES: &str = "가각간감강개거건검게격견결경계고곡골공과관광교구국군권규그극근금급기길나난남내너네노논농누능니다단담당대덕도독동두드등디라락란람량력련렬령로론류르리마만말망매면명모목무문물미민바박반발방배백번법변별병보복본부북분비빈사산상색생서석선설성세소속손수숙술스습승시식신실심아안알암압액야약양어억언업에역연열영예오온와완왕외요용우운원위유육은음응의이인일임입자작잔장재저적전절점접정제조족존종좌주준중증지직진질집차착찬참창책처천철첨청체초총최추축출충측치칙친침카코크타탁탄탐태터테토통투트특파판패편평포표품풍프피하학한함합항해행향험혁현형호혼화환활황회획효후";
const PARTICLES: [&str; 10] = [
    "은", "는", "이", "가", "을", "를", "의", "에서", "으로", "에게",
];
const ENGLISH: [&str; 12] = [
    "metric",
    "review",
    "leader",
    "press",
    "release",
    "narrative",
    "service",
    "cloud",
    "team",
    "input",
    "output",
    "flywheel",
];

fn stem(index: usize) -> String {
    let syllables: Vec<char> = SYLLABLES.chars().collect();
    let mut random = Random(index as u64 * 0x9E37_79B9 + 1);
    if index % 9 == 8 {
        let word = ENGLISH[random.below(ENGLISH.len())];
        return format!("{word}{}", index % 97);
    }
    let length = 2 + random.below(3);
    (0..length)
        .map(|_| syllables[random.below(syllables.len())])
        .collect()
}

/// Notes of some 400 characters. Common words come often: the rank of a word
/// is a random number squared.
pub(crate) fn notes(count: usize) -> Vec<String> {
    let stems: Vec<String> = (0..STEMS).map(stem).collect();
    let mut random = Random(42);
    let note = |_| {
        let mut note = String::new();
        for word in 0..90 {
            let spread = random.below(STEMS) * random.below(STEMS) / STEMS;
            note.push_str(&stems[spread]);
            if random.below(3) > 0 {
                note.push_str(PARTICLES[random.below(PARTICLES.len())]);
            }
            note.push_str(if word % 12 == 11 { ". " } else { " " });
        }
        note
    };
    (0..count).map(note).collect()
}

/// Names of one to three of the same words, the more the rarer.
pub(crate) fn aliases(count: usize) -> Vec<String> {
    let mut random = Random(7);
    let alias = |index: usize| {
        let words = if index.is_multiple_of(10) {
            1
        } else {
            2 + index % 2
        };
        let words = (0..words).map(|_| stem(random.below(STEMS)));
        words.collect::<Vec<_>>().join(" ")
    };
    (0..count).map(alias).collect()
}
