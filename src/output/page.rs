//! A page of findings, before it is known whether it is printed as plain text or as Markdown.
//!
//! Text in a page is raw: it may hold anything that an article holds. The two printers neutralise it.

/// How a stretch of text is set off from its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Not at all.
    Plain,
    /// A name, a number: what the eye looks for first.
    Strong,
    /// What can be passed over: places, reasons, dates.
    Faint,
    /// Words that the passage opposite has others for. Marked even where there is no colour.
    Changed,
    /// Words that the passage opposite has nothing for. Marked even where there is no colour.
    Added,
    /// What a query found.
    Found,
}

/// A run of text in several tones; breaks into as many rows as the width asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The stretches in order.
    pub pieces: Vec<(Tone, String)>,
}

impl Line {
    /// A line with nothing on it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The line with `text` in `tone` after it.
    #[must_use]
    pub fn then(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.push(tone, text);
        self
    }

    /// The line with plain `text` after it.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.then(Tone::Plain, text)
    }

    /// The line with `text` after it that the eye looks for first.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.then(Tone::Strong, text)
    }

    /// The line with `text` after it that can be passed over.
    #[must_use]
    pub fn faint(self, text: impl Into<String>) -> Self {
        self.then(Tone::Faint, text)
    }

    /// Puts `text` at the end.
    pub fn push(&mut self, tone: Tone, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.pieces.push((tone, text));
        }
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// One outlet's version of a passage, in a stack of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Who has it.
    pub outlet: String,
    /// How it stands to the first of the stack; a space for the first itself.
    pub sign: char,
    /// What it says; none where no match was found.
    pub text: Option<Line>,
}

/// Two passages side by side; at least one is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    /// The first article's passage.
    pub left: Option<Line>,
    /// How the two stand to each other.
    pub sign: char,
    /// The second article's passage.
    pub right: Option<Line>,
    /// Why they were matched; empty where there is no match.
    pub why: String,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A title; level 1 is the page's own.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Line),
    /// An entry of a list, with smaller lines under it.
    Item(Line, Vec<Line>),
    /// Passages of several outlets under each other, and why they were matched, a line for each.
    Stack(Vec<Version>, String),
    /// Two articles beside each other: their names and their passages.
    Sides([String; 2], Vec<SideBySide>),
    /// Facts against outlets: the outlets' names, then a sign per outlet and what it is about.
    Grid(Vec<String>, Vec<(Vec<char>, Line)>),
}

/// What one command has to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Its parts from top to bottom.
    pub parts: Vec<Part>,
}

impl Page {
    /// Puts a title at the end.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.parts.push(Part::Heading(level, text.into()));
    }

    /// Puts a paragraph at the end.
    pub fn paragraph(&mut self, line: Line) {
        self.parts.push(Part::Paragraph(line));
    }

    /// Puts an entry of a list at the end, with smaller lines under it.
    pub fn item(&mut self, line: Line, notes: impl IntoIterator<Item = Line>) {
        self.parts.push(Part::Item(line, notes.into_iter().filter(|note| !note.is_empty()).collect()));
    }

    /// Puts another page's parts at the end, its titles one level lower.
    pub fn under(&mut self, other: Self) {
        self.parts.extend(other.parts.into_iter().map(|part| match part {
            Part::Heading(level, text) => Part::Heading(level + 1, text),
            part => part,
        }));
    }
}
