//! Why two passages were aligned, and what they differ on.

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
    /// They share a figure, as the first passage writes it.
    Figure(String),
    /// They name the same actors.
    Actors(Vec<String>),
    /// They share rare words, as the first passage writes them.
    Words(Vec<String>),
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
            other => other.clone(),
        }
    }
}

impl std::fmt::Display for Reason {
    /// The form that the JSON carries, in English; the reader words it in its own language.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Quote(words) => write!(f, "quote {words} words"),
            Self::Drift(words, of) => write!(f, "drift {words} of {of} words"),
            Self::Figure(text) => write!(f, "figure {text}"),
            Self::Actors(names) => write!(f, "actors {}", names.join(", ")),
            Self::Words(words) => write!(f, "words {}", words.join(", ")),
            Self::Differ(slot, a, b) => write!(f, "differ {} {a} | {b}", slot.name()),
            Self::Outlets(count) => write!(f, "outlets {count}"),
        }
    }
}
