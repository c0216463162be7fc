//! Why two passages were aligned, and what they differ on.

use crate::text::fold;

/// How many letters two forms of one word share at least.
const FORM: usize = 3;

/// A question that has one answer, on which two passages may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// How many, how much.
    Quantity,
    /// On what day.
    Date,
    /// At what time of day.
    Hour,
    /// Where.
    Place,
    /// By what medium: on the phone, by letter, in person.
    Medium,
    /// Who said these words.
    Speaker,
    /// Planned or done.
    Stage,
    /// Affirmed or denied.
    Truth,
    /// In a list or out of it.
    Member,
}

impl Slot {
    /// Every slot.
    pub const ALL: [Self; 9] = [
        Self::Quantity,
        Self::Date,
        Self::Hour,
        Self::Place,
        Self::Medium,
        Self::Speaker,
        Self::Stage,
        Self::Truth,
        Self::Member,
    ];

    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Date => "date",
            Self::Hour => "hour",
            Self::Place => "place",
            Self::Medium => "medium",
            Self::Speaker => "speaker",
            Self::Stage => "stage",
            Self::Truth => "truth",
            Self::Member => "member",
        }
    }
}

/// Why two passages were aligned, for the line beside the pair.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// They quote the same words, so many of them.
    Quote(usize),
    /// They quote one utterance in other words: how many words stand in both, of how many that the
    /// longer one has.
    Drift(usize, usize),
    /// They share a figure, as either writes it.
    Figure(String, String),
    /// They name the same actors.
    Actors(Vec<String>),
    /// They name the same day, as either writes it.
    Day(String, String),
    /// They share rare words, or words that newsrooms use for one another, as either writes them.
    Words(Vec<(String, String)>),
    /// Of one passage or of both, a part matches rather than the whole: its words, the middle of a
    /// longer one left out.
    Part(Option<String>, Option<String>),
    /// They differ on a slot: the words of either side, or the names of two speakers.
    Differ(Slot, String, String),
    /// Both agree with a passage of a third outlet.
    Outlets(usize),
}

impl Reason {
    /// The same reason as the other passage sees it.
    #[must_use]
    pub fn swapped(&self) -> Self {
        match self {
            Self::Differ(slot, a, b) => Self::Differ(*slot, b.clone(), a.clone()),
            Self::Figure(a, b) => Self::Figure(b.clone(), a.clone()),
            Self::Day(a, b) => Self::Day(b.clone(), a.clone()),
            Self::Words(words) => Self::Words(words.iter().map(|(a, b)| (b.clone(), a.clone())).collect()),
            Self::Part(a, b) => Self::Part(b.clone(), a.clone()),
            other => other.clone(),
        }
    }
}

/// Shared words in a line: a word that the other passage has in another form once, two that stand for
/// one another with what each passage writes.
pub fn listed(words: &[(String, String)]) -> String {
    words.iter().map(|(a, b)| equal(a, b)).collect::<Vec<_>>().join(", ")
}

/// What two passages write for one thing: once where they write it alike.
pub fn equal(a: &str, b: &str) -> String {
    if alike(a, b) { a.to_owned() } else { format!("{a} = {b}") }
}

/// Whether two words are forms of one, for a reader.
fn alike(a: &str, b: &str) -> bool {
    // "92%" and "92 %" are set otherwise, not written otherwise.
    let [a, b] = [a, b].map(|word| fold(word).replace(char::is_whitespace, ""));
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    a == b || shared >= FORM && shared * 2 >= a.chars().count().max(b.chars().count())
}

impl std::fmt::Display for Reason {
    /// The form that the JSON carries, in English; the reader words it in its own language.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Quote(words) => write!(f, "quote {words} words"),
            Self::Drift(words, of) => write!(f, "drift {words} of {of} words"),
            Self::Figure(a, b) => write!(f, "figure {}", equal(a, b)),
            Self::Actors(names) => write!(f, "actors {}", names.join(", ")),
            Self::Day(a, b) => write!(f, "day {}", equal(a, b)),
            Self::Words(words) => write!(f, "words {}", listed(words)),
            Self::Part(a, b) => {
                let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "all".to_owned());
                write!(f, "part {} | {}", part(a), part(b))
            }
            Self::Differ(slot, a, b) => write!(f, "differ {} {a} | {b}", slot.name()),
            Self::Outlets(count) => write!(f, "outlets {count}"),
        }
    }
}
