//! English words that name nothing by themselves.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What an English word may be in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// No part of a name: pronouns, auxiliaries, adverbs, common verbs.
    Outside,
    /// Between two words of a name: division of labor.
    Between,
    /// In a name, but saying little: new, system, way.
    Generic,
    /// Anything else.
    Plain,
}

/// The role of a lower-case word.
pub(super) fn role(word: &str) -> Role {
    let outside = if is_adverb(word) {
        Role::Outside
    } else {
        Role::Plain
    };
    ROLES.get(word).copied().unwrap_or(outside)
}

/// The first list that holds a word decides.
static ROLES: LazyLock<HashMap<&'static str, Role>> = LazyLock::new(|| {
    let lists: [(&[&'static str], Role); 3] = [
        (&BETWEEN, Role::Between),
        (&OUTSIDE, Role::Outside),
        (&GENERIC, Role::Generic),
    ];
    let mut roles = HashMap::new();
    for (lines, role) in lists {
        for word in lines.iter().flat_map(|line| line.split(' ')) {
            roles.entry(word).or_insert(role);
        }
    }
    roles
});

/// Whether a lower-case word looks like an adjective or a participle, which
/// seldom names anything without a noun: empirical, isolated.
pub(super) fn is_qualifier(word: &str) -> bool {
    const ENDINGS: [&str; 13] = [
        "al", "ive", "ic", "ous", "ful", "ible", "able", "ary", "less", "ian", "ish", "ed", "ing",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word looks like an adverb in -ly.
fn is_adverb(word: &str) -> bool {
    const NOUNS: &str = "family assembly supply reply monopoly anomaly italy july fly ally rally bully belly jelly lily";
    word.len() > 4 && word.ends_with("ly") && !NOUNS.split(' ').any(|noun| noun == word)
}

const BETWEEN: [&str; 1] = ["of and to in for on the by with from as at & or"];

const OUTSIDE: [&str; 35] = [
    "a an the this that these those my your his her its our their whose every each another no some any",
    "i me mine myself we us ours ourselves you yours yourself yourselves he him himself she hers herself it itself they them theirs themselves one ones oneself",
    "who whom which what whoever whatever whichever somebody someone something anybody anyone anything nobody none nothing everybody everyone everything",
    "am is are was were be been being have has had having do does did doing done can could will would shall should may might must ought cannot can't won't",
    "not nor but yet so if then else than though although because since unless until while whereas whether when whenever where wherever why how however",
    "about above across after against along among amongst around before behind below beneath beside besides between beyond despite down during except inside into like",
    "near off onto opposite out outside over past per regarding round through throughout toward towards under underneath unlike up upon via within without concerning",
    "again ago almost already also altogether always anyway apart aside away back else enough especially even ever far fast forth further furthermore hence here herein",
    "indeed instead just later least less likewise little long maybe meanwhile more moreover most much nearly neither never nevertheless next nonetheless now nowhere",
    "often once only otherwise perhaps quite rather really seldom sometimes somewhat soon still such there thereby therefore thus together too twice very well yes",
    "all both few fewer many several other others own same either certain various whole half zero two three four five six seven eight nine ten hundred thousand million billion first second third fourth fifth last",
    "able available common different difficult easy entire equal exact final following full general given good great better best hard high higher highest important large larger largest big bigger small smaller short particular possible impossible",
    "likely unlikely main major minor necessary new newer old older open original previous proper ready real recent relevant sure true false useful unable usual specific similar single simple significant special strong complex clear low lower right wrong bad worse worst early late",
    "accept accepted achieve achieved add added adding adds affect affected agree allow allowed allowing allows appear appears applied apply applying arise ask asked asking asks avoid avoided",
    "became become becomes becoming began begin beginning begins begun believe believed believes bring bringing brings brought build building builds built call called calling calls came care carried carry cause caused causes",
    "choose chose chosen come comes coming compare compared consider considered considering consist consists contain contained containing contains continue continued continues create created creates creating",
    "decide decided define defined defines depend depends derived describe described describes designed determine determined develop developed developing differ discuss discussed draw drawn",
    "enable enabled enables encourage ensure ensures enter exist existed existing exists expect expected explain explained extend fail failed fails feel feels felt find finding finds follow followed follows form formed found",
    "gave get gets getting give gives giving go goes going gone got grew grow growing grown handle happen happened happens held help helped helping helps hold holding holds",
    "imagine improve include included includes including increase increased increases increasing indicate indicated indicates introduced involve involved involves",
    "keep keeping keeps kept knew know knowing known knows lead leading leads learn learned leave leaves led left let lets let's look looked looking looks lose lost made maintain make makes making mean means meant",
    "meet met move moved moving need needed needs note noted occur occurs occurred offer offered offering offers opened paid pay perform performed play played prevent produce produced produces provide provided provides providing put puts",
    "ran reach reached read reading receive received receives recognize recognized reduce reduced refer referred refers related relating remain remains remember represent represented represents require required requires requiring result resulted resulting results return returned returns rise run running runs",
    "said sat saw say saying says see seeing seek seem seemed seems seen sell selling send sent serve set sets setting share shared show showed showing shown shows sit sold speak speaking specified specify spend spent stand start started starting starts stop stopped stood suggest suggested suggests suppose supposed",
    "take taken takes taking talk talked talking talks matters tell telling tells tend tends think thinking thinks thought told took tried tries try trying turn turned turns understand understanding understood use used uses useful using usually",
    "want wanted wants watch went wish work worked working works write writes writing written wrote worth would-be yet",
    "e.g i.e etc vs cf ibid et al pp fig figure table chapter section page pages example examples listing footnote appendix edition vol note notes figs mr mrs ms dr st jr inc co llc ltd",
    "i'm i've i'd i'll you're you've you'll we're we've we'll they're they've he's she's it's that's there's what's who's don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't couldn't wouldn't shouldn't mustn't",
    "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec am pm today tomorrow yesterday",
    "according accordingly additionally along alongside amid anywhere elsewhere everywhere somehow someday etcetera thereof whereby wherein whatsoever nowadays hereby",
    "http https www com org html pdf true null none void var const int str",
    "associated based concerned connected considered followed limited needed obtained placed presented regarded respect said stated supported understood",
    "actual additional alternative appropriate basic broad complete considerable corresponding current easier essential frequent greater greatest initial key longer multiple numerous obvious ordinary overall perfect potential primary principal regular sufficient typical valid vast whole wide",
    "able-bodied ahead aware bound due eager far-reaching glad happy keen kind nice prone alike alone asleep awake everyday",
    "thank thanks please welcome hello dear oh ah ok okay hey",
];

const GENERIC: [&str; 12] = [
    "ability act action activity addition advantage age aim amount answer approach area aspect attempt attention author basis benefit body book bit case center chance change character choice circumstance class collection column combination concern condition consequence content context control copy course data date day deal decision degree design detail development difference difficulty direction discussion effect effort element end environment event evidence exercise existence experience explanation extent",
    "fact factor feature field file form fact function future goal group growth guide hand head help history home hour house idea illustration impact importance individual information input instance interest issue item job kind knowledge level life light like limit line list local look loss lot majority man manner matter meaning means measure member men method mind minute mode model moment money month morning movement name nature need night number object objective occasion opinion opportunity option order organization origin outcome output",
    "pair paper part party passage past path pattern people percent period person perspective picture piece place plan point position possibility practice presence present pressure principle problem procedure process product program progress project property purpose quality quantity question range rate reader reason record reference relation relationship report request requirement research resource rest result role room rule sale scale school scope sense sentence series service set setting shape share side sign situation size skill society solution sort source space speed stage standard state statement step story strategy structure student study style subject success suggestion sum support system",
    "talk task team technique technology tendency term test text theory thing thought time tool topic total town trade training truth turn type understanding unit use user value variety version view voice water way week whole woman women word work worker world year",
    "accident apparatus child children boy girl father mother son daughter friend family country city public private company business human natural national international social political local modern mental physical personal",
    "button click code command default directory documentation file folder input key link menu option output page parameter path screen setting string syntax url user value variable version window website web site online",
    "beginner expert reviewer owner customer employee manager leader leadership director president professor teacher",
    "cost price income effort outcome failure loss gain risk goal",
    "back front top bottom side middle center left right north south east west",
    "usage usefulness ease lack presence absence amount majority minority plenty",
    "conclusion introduction summary overview preface contents review exercise question further reading bibliography index glossary",
    "today yesterday century decade moment morning evening summer winter spring autumn",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles() {
        for (word, expected) in [
            ("of", Role::Between),
            ("the", Role::Between),
            ("their", Role::Outside),
            ("quickly", Role::Outside),
            ("assembly", Role::Plain),
            ("system", Role::Generic),
            ("flywheel", Role::Plain),
        ] {
            assert_eq!(role(word), expected, "{word}");
        }
    }
}
