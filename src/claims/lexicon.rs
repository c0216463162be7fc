//! What is known of the words that attribute: the closed classes of a language and its verbs of
//! saying with all their forms, as `assets/lang/*/{function-words,cues,conjugation}.toml` give them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::conjugation::{self, EnglishIrregulars, FrenchModels, Tense};
use super::{Force, Polarity};
use crate::lang::{self, Language};

/// The closed classes, as bits, since a word may stand in several.
pub(super) mod class {
    pub const DETERMINER: u64 = 1;
    pub const PLURAL: u64 = 1 << 1;
    pub const FEMININE: u64 = 1 << 2;
    pub const MASCULINE: u64 = 1 << 3;
    pub const PREPOSITION: u64 = 1 << 4;
    pub const LINK: u64 = 1 << 5;
    pub const SUBJECT: u64 = 1 << 6;
    pub const STRONG: u64 = 1 << 7;
    pub const CLITIC: u64 = 1 << 8;
    pub const REFLEXIVE: u64 = 1 << 9;
    pub const RELATIVE: u64 = 1 << 10;
    pub const SUBORDINATOR: u64 = 1 << 11;
    pub const CONJUNCTION: u64 = 1 << 12;
    pub const BREAK: u64 = 1 << 13;
    pub const ADVERB: u64 = 1 << 14;
    pub const INSIDE: u64 = 1 << 15;
    pub const HAVE: u64 = 1 << 16;
    pub const BE: u64 = 1 << 17;
    pub const CONDITIONAL: u64 = 1 << 18;
    pub const PAST: u64 = 1 << 19;
    pub const NOT_FINITE: u64 = 1 << 20;
    pub const FINITE: u64 = 1 << 21;
    pub const CARRIER: u64 = 1 << 22;
    pub const DAY: u64 = 1 << 23;
    pub const NUMBER: u64 = 1 << 24;
    pub const TITLE: u64 = 1 << 25;
    pub const DOCUMENT: u64 = 1 << 26;
    pub const MEMBER: u64 = 1 << 27;
    pub const BODY: u64 = 1 << 28;
    pub const NOT_SOURCE: u64 = 1 << 29;
    pub const HEDGE: u64 = 1 << 30;
    pub const IMPERSONAL: u64 = 1 << 31;
    pub const GOVERNMENT: u64 = 1 << 32;
    pub const DEFINITE: u64 = 1 << 33;
    pub const PERSON: u64 = 1 << 34;
    pub const NEGATION: u64 = 1 << 35;
    pub const QUESTION: u64 = 1 << 36;
    pub const SPOKESPERSON: u64 = 1 << 37;
    pub const MEDIUM: u64 = 1 << 38;
    pub const CONTINUING: u64 = 1 << 39;
    pub const TELLING: u64 = 1 << 40;
    pub const DEGREE: u64 = 1 << 41;
    pub const UNREAL: u64 = 1 << 42;
    pub const UNSAID: u64 = 1 << 43;
    pub const SPEAKING: u64 = 1 << 44;
    pub const COMMENT: u64 = 1 << 45;
    pub const PROSPECT: u64 = 1 << 46;
    pub const BEING: u64 = 1 << 47;
    pub const INWARD: u64 = 1 << 48;
    pub const INERT: u64 = 1 << 49;
    pub const STANDING: u64 = 1 << 50;
    pub const NAMELESS: u64 = 1 << 51;
    pub const ISSUED: u64 = 1 << 52;
    /// The classes that say nothing about what part of speech a word is.
    pub const NEUTRAL: u64 = CONTINUING
        | TELLING
        | DEGREE
        | UNREAL
        | UNSAID
        | SPEAKING
        | COMMENT
        | PROSPECT
        | BEING
        | INWARD
        | INERT
        | STANDING
        | NAMELESS
        | ISSUED;
    /// The classes whose words are nouns all the same.
    pub const NOUN: u64 = DOCUMENT | MEMBER | BODY | GOVERNMENT | PERSON | SPOKESPERSON | MEDIUM;
}

/// What a verb of saying takes as its content, as bits.
pub(super) mod governs {
    /// `que` or `that` and a clause.
    pub const CLAUSE: u32 = 1;
    /// An indirect question.
    pub const QUESTION: u32 = 1 << 1;
    /// An infinitive, bare in French, with `to` in English.
    pub const INFINITIVE: u32 = 1 << 2;
    /// `de` and an infinitive.
    pub const DE: u32 = 1 << 3;
    /// `à` and an infinitive.
    pub const A: u32 = 1 << 4;
    /// A noun group that is a statement by itself.
    pub const NOUN: u32 = 1 << 5;
    /// A noun group, where it holds quoted words.
    pub const QUOTED: u32 = 1 << 6;
    /// Words between marks.
    pub const QUOTE: u32 = 1 << 7;
    /// An addressee before the content.
    pub const SOMEONE: u32 = 1 << 8;
    /// `qualifier X de Y`.
    pub const AS: u32 = 1 << 9;
    /// A participle after *être*: `est préoccupé par`.
    pub const FEELING: u32 = 1 << 10;
    /// A clause without *that*.
    pub const BARE: u32 = 1 << 11;
    /// A noun group after one of the verb's own prepositions.
    pub const AFTER: u32 = 1 << 12;
    /// What the subject says of itself: `se dit prêt à`.
    pub const ITSELF: u32 = 1 << 13;
    /// A noun group, where it holds a figure.
    pub const FIGURE: u32 = 1 << 14;
    /// A noun group and the adjective that judges it: `juge l'offre insuffisante`.
    pub const JUDGED: u32 = 1 << 15;
    /// A noun group for what may come: `écarte toute hausse`, `n'exclut pas un report`.
    pub const PROSPECT: u32 = 1 << 16;
}

/// A verb of saying.
#[derive(Debug)]
pub(super) struct Verb {
    /// Its infinitive, as the contract's `lemma`.
    pub lemma: String,
    /// What it takes; see [`governs`].
    pub governs: u32,
    /// The prepositions before a nominal complement.
    pub after: Vec<String>,
    /// What is done in saying it: say, deny, promise…
    pub force: Force,
    /// Whether it counts only with `se`.
    pub reflexive: bool,
    /// The words that follow its conjugated part: `en garde`, `savoir`, `out`.
    pub tail: Vec<String>,
    /// Whether what it reports is put forward, denied or left open.
    pub polarity: Polarity,
    /// Whether it says something in the negative only: `ne cache pas que`.
    pub negated: bool,
}

impl Verb {
    /// A verb of saying of which nothing else is known.
    pub const fn plain(governs: u32) -> Self {
        Self {
            lemma: String::new(),
            governs,
            after: Vec::new(),
            force: Force::Say,
            reflexive: false,
            tail: Vec::new(),
            polarity: Polarity::Affirmed,
            negated: false,
        }
    }

    pub fn takes(&self, what: u32) -> bool {
        self.governs & what != 0
    }
}

/// One reading of a word as a form of a verb of saying.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// Index in [`Lexicon::verbs`].
    pub verb: usize,
    pub tense: Tense,
}

/// The tables of one language, ready to look up.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub english: bool,
    pub verbs: Vec<Verb>,
    classes: HashMap<String, u64>,
    forms: HashMap<String, Vec<Form>>,
    /// `selon`, `according to`, `aux yeux de`: each cut into words.
    pub attributions: Vec<Vec<String>>,
    /// `cité par`, `in an interview with`: what leads to whoever relays words.
    pub relays: Vec<Vec<String>>,
    /// `auprès de`, `à`: what leads to whoever is told, a relay where it is a newspaper.
    pub addressees: Vec<Vec<String>>,
    /// `pour sa part`, `la veille`: phrases that stand where an adverb may, by their first word.
    adverbials: HashMap<String, Vec<Vec<String>>>,
    shapes: Shapes,
}

/// How forms of verbs the tables do not hold are told from nouns, by their endings.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Shapes {
    finite_endings: Vec<String>,
    finite_lookalikes: HashSet<String>,
    infinitive_endings: Vec<String>,
    infinitives: HashSet<String>,
    infinitive_lookalikes: HashSet<String>,
    conditional_endings: Vec<String>,
    conditional_lookalikes: HashSet<String>,
    judging_endings: Vec<String>,
}

impl Lexicon {
    /// The tables of `language`; all but English are read with the French ones.
    pub fn of(language: Option<Language>) -> &'static Self {
        static FRENCH: LazyLock<Lexicon> = LazyLock::new(french);
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(english);
        if language.is_some_and(Language::is_english) { &ENGLISH } else { &FRENCH }
    }

    /// The classes of a word in lower case.
    pub fn classes(&self, word: &str) -> u64 {
        self.classes.get(word).copied().unwrap_or_default()
    }

    /// How many words the longest adverbial phrase that opens with `first` has, 0 where none does.
    /// `low` gives the words behind it.
    pub fn adverbial<'w>(&self, first: &str, low: impl Fn(usize) -> &'w str) -> usize {
        let fits = |phrase: &&Vec<String>| {
            phrase.iter().enumerate().skip(1).all(|(offset, piece)| low(offset) == piece)
        };
        self.adverbials.get(first).into_iter().flatten().filter(fits).map(Vec::len).max().unwrap_or_default()
    }

    /// Whether a word in lower case ends like a finite verb: `travaillait`, `tiendra`.
    pub fn looks_finite(&self, word: &str) -> bool {
        word.len() > 4
            && self.shapes.finite_endings.iter().any(|ending| word.ends_with(ending.as_str()))
            && !self.shapes.finite_lookalikes.contains(word)
    }

    /// Whether a word in lower case ends like a conditional that may tell hearsay: `verserait`.
    pub fn looks_conditional(&self, word: &str) -> bool {
        word.len() > 5
            && self.shapes.conditional_endings.iter().any(|ending| word.ends_with(ending.as_str()))
            && !self.shapes.conditional_lookalikes.contains(word)
    }

    /// Whether a word in lower case ends like an adjective that judges: `insuffisante`, `inutile`.
    pub fn looks_judging(&self, word: &str) -> bool {
        word.len() > 4 && self.shapes.judging_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word in lower case is, or ends like, an infinitive.
    pub fn looks_infinitive(&self, word: &str) -> bool {
        self.shapes.infinitives.contains(word)
            || (word.len() > 3
                && self.shapes.infinitive_endings.iter().any(|ending| word.ends_with(ending.as_str()))
                && !self.shapes.infinitive_lookalikes.contains(word))
    }

    /// The readings of a word in lower case as a verb of saying.
    pub fn forms(&self, word: &str) -> &[Form] {
        self.forms.get(word).map_or(&[], Vec::as_slice)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    force: Force,
    #[serde(default)]
    polarity: Polarity,
    #[serde(default)]
    negated: bool,
    governs: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    verbs: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    group: Vec<Group>,
}

type FunctionWords = HashMap<String, Vec<String>>;

const CLASSES: [(&str, u64); 53] = [
    ("determiners", class::DETERMINER),
    ("plural", class::PLURAL),
    ("feminine", class::FEMININE),
    ("masculine", class::MASCULINE),
    ("prepositions", class::PREPOSITION),
    ("links", class::LINK),
    ("subject_pronouns", class::SUBJECT),
    ("strong_pronouns", class::STRONG),
    ("clitics", class::CLITIC),
    ("reflexive", class::REFLEXIVE),
    ("relatives", class::RELATIVE),
    ("subordinators", class::SUBORDINATOR),
    ("conjunctions", class::CONJUNCTION),
    ("breaks", class::BREAK),
    ("adverbs", class::ADVERB),
    ("inside_verbs", class::INSIDE),
    ("have", class::HAVE),
    ("be", class::BE),
    ("conditional_auxiliaries", class::CONDITIONAL),
    ("past_auxiliaries", class::PAST),
    ("not_finite", class::NOT_FINITE),
    ("finite", class::FINITE),
    ("carriers", class::CARRIER),
    ("days", class::DAY),
    ("numbers", class::NUMBER),
    ("titles", class::TITLE),
    ("documents", class::DOCUMENT),
    ("members", class::MEMBER),
    ("bodies", class::BODY),
    ("not_sources", class::NOT_SOURCE),
    ("hedges", class::HEDGE),
    ("impersonal", class::IMPERSONAL),
    ("governments", class::GOVERNMENT),
    ("definite", class::DEFINITE),
    ("persons", class::PERSON),
    ("negations", class::NEGATION),
    ("questions", class::QUESTION),
    ("spokespeople", class::SPOKESPERSON),
    ("media", class::MEDIUM),
    ("continuing_verbs", class::CONTINUING),
    ("telling_verbs", class::TELLING),
    ("degree_adverbs", class::DEGREE),
    ("unreal_participles", class::UNREAL),
    ("unsaid", class::UNSAID),
    ("speaking_nouns", class::SPEAKING),
    ("comment_nouns", class::COMMENT),
    ("prospect_nouns", class::PROSPECT),
    ("being_participles", class::BEING),
    ("inward_verbs", class::INWARD),
    ("inert_nouns", class::INERT),
    ("standing_bodies", class::STANDING),
    ("nameless_nouns", class::NAMELESS),
    ("issued_documents", class::ISSUED),
];

const GOVERNMENTS: [(&str, u32); 16] = [
    ("clause", governs::CLAUSE),
    ("question", governs::QUESTION),
    ("infinitive", governs::INFINITIVE),
    ("de", governs::DE),
    ("a", governs::A),
    ("noun", governs::NOUN),
    ("quoted", governs::QUOTED),
    ("quote", governs::QUOTE),
    ("someone", governs::SOMEONE),
    ("as", governs::AS),
    ("feeling", governs::FEELING),
    ("bare", governs::BARE),
    ("self", governs::ITSELF),
    ("figure", governs::FIGURE),
    ("judged", governs::JUDGED),
    ("prospect", governs::PROSPECT),
];

fn french() -> Lexicon {
    let models: FrenchModels = lang::table(include_str!("../../assets/lang/fr/conjugation.toml"));
    build(
        false,
        lang::table(include_str!("../../assets/lang/fr/function-words.toml")),
        lang::table(include_str!("../../assets/lang/fr/cues.toml")),
        lang::table(include_str!("../../assets/lang/fr/verb-shapes.toml")),
        |head| conjugation::french(head, &models),
    )
}

fn english() -> Lexicon {
    let irregulars: EnglishIrregulars = lang::table(include_str!("../../assets/lang/en/conjugation.toml"));
    build(
        true,
        lang::table(include_str!("../../assets/lang/en/function-words.toml")),
        lang::table(include_str!("../../assets/lang/en/cues.toml")),
        lang::table(include_str!("../../assets/lang/en/verb-shapes.toml")),
        |head| conjugation::english(head, &irregulars),
    )
}

fn build(
    english: bool,
    words: FunctionWords,
    cues: Cues,
    shapes: Shapes,
    conjugate: impl Fn(&str) -> Vec<(String, Tense)>,
) -> Lexicon {
    let mut classes: HashMap<String, u64> = HashMap::new();
    for (name, bit) in CLASSES {
        for word in words.get(name).into_iter().flatten() {
            *classes.entry(word.clone()).or_default() |= bit;
        }
    }
    let phrases = |name: &str| -> Vec<Vec<String>> {
        words.get(name).into_iter().flatten().map(|phrase| pieces(phrase)).collect()
    };
    let (attributions, relays, addressees) =
        (phrases("attributions"), phrases("relays"), phrases("addressees"));
    let mut adverbials: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for phrase in phrases("adverbial_phrases") {
        adverbials.entry(phrase[0].clone()).or_default().push(phrase);
    }
    let mut verbs: Vec<Verb> = Vec::new();
    for group in cues.group {
        let bits = group
            .governs
            .iter()
            .filter_map(|name| GOVERNMENTS.iter().find(|(known, _)| known == name))
            .fold(0, |bits, (_, bit)| bits | bit);
        // A complement that needs a preposition is another construction than a bare one.
        let bits = if bits & governs::NOUN != 0 && !group.after.is_empty() {
            (bits & !governs::NOUN) | governs::AFTER
        } else {
            bits
        };
        for lemma in group.verbs {
            if let Some(known) = verbs.iter_mut().find(|verb| verb.lemma == lemma) {
                known.governs |= bits;
                known.after.extend(group.after.iter().cloned());
                if group.polarity != Polarity::default() {
                    known.polarity = group.polarity;
                }
                continue;
            }
            let bare = lemma.strip_prefix("se ").or_else(|| lemma.strip_prefix("s'")).unwrap_or(&lemma);
            let tail = pieces(bare).split_off(1);
            let reflexive = !english && bare.len() < lemma.len();
            let after = group.after.clone();
            let Group { force, polarity, negated, .. } = group;
            verbs.push(Verb { governs: bits, after, force, reflexive, tail, lemma, polarity, negated });
        }
    }
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    for (index, verb) in verbs.iter().enumerate() {
        let bare = verb.lemma.strip_prefix("se ").or_else(|| verb.lemma.strip_prefix("s'"));
        let head = pieces(bare.unwrap_or(&verb.lemma)).swap_remove(0);
        for (form, tense) in conjugate(&head) {
            let readings = forms.entry(form).or_default();
            if !readings.iter().any(|known| known.verb == index && known.tense == tense) {
                readings.push(Form { verb: index, tense });
            }
        }
    }
    Lexicon { english, verbs, classes, forms, attributions, relays, addressees, adverbials, shapes }
}

/// Cuts a phrase of a table as the tokens of an article are cut: `d'après` is `d'` and `après`.
fn pieces(phrase: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in phrase.split(' ') {
        let mut rest = word;
        while let Some(at) = rest.find('\'').filter(|at| at + 1 < rest.len()) {
            pieces.push(rest[..=at].to_owned());
            rest = &rest[at + 1..];
        }
        pieces.push(rest.to_owned());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_parse_and_are_whole() {
        let french = Lexicon::of(Some(Language::French));
        let english = Lexicon::of(Some(Language::English));
        assert!(french.verbs.len() >= 300, "{} French verbs", french.verbs.len());
        assert!(english.verbs.len() >= 150, "{} English verbs", english.verbs.len());
        for lexicon in [french, english] {
            assert!(lexicon.verbs.iter().all(|verb| verb.governs != 0));
            assert!(lexicon.attributions.len() >= 4);
            for (name, bit) in CLASSES {
                let french_only = ["clitics", "reflexive", "unreal_participles", "being_participles"];
                if !lexicon.english || !french_only.contains(&name) {
                    assert!(lexicon.classes.values().any(|bits| bits & bit != 0), "{name} is empty");
                }
            }
        }
    }

    #[test]
    fn a_form_leads_to_its_verb() {
        let french = Lexicon::of(None);
        let lemmas = |form: &str| -> Vec<&str> {
            french.forms(form).iter().map(|form| french.verbs[form.verb].lemma.as_str()).collect()
        };
        assert_eq!(lemmas("annonçait"), ["annoncer"]);
        assert!(lemmas("mis").contains(&"mettre en garde"));
        assert!(lemmas("dément").contains(&"démentir"));
    }
}
