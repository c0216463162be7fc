//! The names of an actor beside the one it is shown by, and why each is taken for its.
//!
//! No name is joined to another without a reason, and no reason holds always: `Morel` is Jeanne
//! Morel's as long as no other Morel is about. Every alias therefore tells how it was joined and how
//! sure that is, so that an editor sees which one to look at, and the reader can mark it.

/// Below this an alias is shown as unsure, with a question mark.
pub const UNSURE: f32 = 0.7;

/// How a name was joined to its actor, most certain reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Join {
    /// The editor said so.
    Editor,
    /// The same letters, but for case, accents, hyphens and articles.
    Spelling,
    /// Another name of it in the program's tables, such as a state's in the other language.
    Synonym,
    /// An acronym, known or given in brackets behind its expansion.
    Acronym,
    /// A people that stands for its state: `les Danois`.
    Demonym,
    /// A last name that one person of the dossier has, or was last named by in full.
    LastName,
    /// A first name borrowed its last name from the name behind it: `Alain et Josiane Berthod`.
    SharedName,
    /// Another number or small word: `comité des sports`, `comité de sport`.
    Variant,
    /// The short form of the only name of the dossier that begins so: `le Dynamo`.
    ShortForm,
    /// One name has a middle name that the other leaves out.
    MiddleName,
    /// Two persons have the last name; `Mme` or `M.` tells which one it is.
    Title,
    /// A description that names the state of its holder: `le président estonien`.
    Nationality,
    /// A description that an outlet gives beside the name: `la directrice de l'école`.
    Apposition,
    /// The first name is cut to its initial.
    Initial,
    /// A capital that stands for its state.
    Capital,
    /// A first name alone.
    FirstName,
    /// First or last name is spelt nearly alike, as transliterations are.
    Likeness,
}

impl Join {
    /// Every reason, the most certain first.
    pub const ALL: [Self; 17] = [
        Self::Editor,
        Self::Spelling,
        Self::Synonym,
        Self::Acronym,
        Self::Demonym,
        Self::LastName,
        Self::SharedName,
        Self::Variant,
        Self::ShortForm,
        Self::MiddleName,
        Self::Title,
        Self::Nationality,
        Self::Apposition,
        Self::Initial,
        Self::Capital,
        Self::FirstName,
        Self::Likeness,
    ];

    /// The name in the JSON, and behind `join-` the key of its words in the messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::Spelling => "spelling",
            Self::Synonym => "synonym",
            Self::Acronym => "acronym",
            Self::Demonym => "demonym",
            Self::LastName => "last-name",
            Self::SharedName => "shared-name",
            Self::Variant => "variant",
            Self::ShortForm => "short-form",
            Self::MiddleName => "middle-name",
            Self::Title => "title",
            Self::Nationality => "nationality",
            Self::Apposition => "apposition",
            Self::Initial => "initial",
            Self::Capital => "capital",
            Self::FirstName => "first-name",
            Self::Likeness => "likeness",
        }
    }

    /// How sure the reason is by itself, from 0 to 1: an estimate, no measured frequency. Where the
    /// dossier offers two actors for one name the join is given less.
    pub const fn confidence(self) -> f32 {
        match self {
            Self::Editor => 1.0,
            Self::Spelling | Self::Synonym => 0.98,
            Self::Acronym | Self::Demonym | Self::LastName => 0.95,
            Self::SharedName | Self::Variant | Self::Nationality => 0.9,
            Self::ShortForm | Self::MiddleName | Self::Title | Self::Apposition => 0.85,
            Self::Initial | Self::Capital => 0.8,
            Self::FirstName => 0.75,
            Self::Likeness => 0.72,
        }
    }
}

/// A reason with how sure it is here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joined {
    /// The reason.
    pub by: Join,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
}

impl From<Join> for Joined {
    fn from(by: Join) -> Self {
        Self { by, confidence: by.confidence() }
    }
}

impl Joined {
    /// The reason, less sure than it is by itself.
    pub const fn at(by: Join, confidence: f32) -> Self {
        Self { by, confidence }
    }

    /// This reason on top of another: a chain is as sure as its links together.
    #[must_use]
    pub fn behind(self, earlier: Self) -> Self {
        Self { by: self.by, confidence: self.confidence * earlier.confidence }
    }
}

/// Another name of an actor, or a description that stands for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// As the outlets write it, white space evened out.
    pub name: String,
    /// How many mentions are written so.
    pub count: usize,
    /// How it came to be this actor's: the reason of most of its mentions.
    pub by: Join,
    /// How sure that is, from 0 to 1: the mean over its mentions.
    pub confidence: f32,
}

impl Alias {
    /// A name of one mention, as sure as its reason.
    pub fn by(name: &str, by: Join) -> Self {
        Self { name: name.to_owned(), count: 1, by, confidence: by.confidence() }
    }

    /// Whether the reader should look before believing it: its confidence is under [`UNSURE`].
    pub fn is_unsure(&self) -> bool {
        self.confidence < UNSURE
    }
}

/// The mentions of one name, being counted.
#[derive(Debug, Clone)]
pub(super) struct Count {
    pub name: String,
    pub count: usize,
    reasons: Vec<(Join, usize)>,
    sum: f32,
}

impl Count {
    /// A name without any mention yet.
    pub fn new(name: String) -> Self {
        Self { name, count: 0, reasons: Vec::new(), sum: 0.0 }
    }

    /// Counts a mention.
    pub fn add(&mut self, joined: Joined) {
        self.count += 1;
        self.sum += joined.confidence;
        match self.reasons.iter_mut().find(|(by, _)| *by == joined.by) {
            Some((_, count)) => *count += 1,
            None => self.reasons.push((joined.by, 1)),
        }
    }

    /// The alias, once all mentions are counted.
    pub fn alias(self) -> Alias {
        let by = self.reasons.iter().max_by_key(|(by, count)| (*count, std::cmp::Reverse(*by)));
        let (by, _) = by.copied().unwrap_or((Join::Spelling, 0));
        let confidence = if self.count == 0 { by.confidence() } else { self.sum / self.count as f32 };
        Alias { name: self.name, count: self.count, by, confidence }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_tells_the_reason_of_most_of_its_mentions_and_their_mean() {
        let mut count = Count::new("Morel".to_owned());
        for joined in [Join::LastName.into(), Joined::at(Join::Title, 0.45), Join::LastName.into()] {
            count.add(joined);
        }
        let alias = count.alias();
        assert_eq!((alias.by, alias.count), (Join::LastName, 3));
        assert!((alias.confidence - (0.95 + 0.45 + 0.95) / 3.0).abs() < 1e-6);
        assert!(!alias.is_unsure());
    }

    #[test]
    fn every_reason_has_a_name_of_its_own_and_a_confidence() {
        for (at, join) in Join::ALL.iter().enumerate() {
            assert!(Join::ALL[..at].iter().all(|other| other.name() != join.name()));
            assert!(join.confidence() > UNSURE && join.confidence() <= 1.0);
        }
    }
}
