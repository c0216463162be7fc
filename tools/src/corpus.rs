//! WiNER-fr (Dupont 2019): French Wikinews of 2016 to 2018 with the names in it, split by month.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::ValueEnum;
use recoupe::actors::ActorKind;
use recoupe::actors::features::Sheet;
use recoupe::actors::tagger::KINDS;
use recoupe::article::{Article, Block, BlockKind, Span};
use recoupe::lang::Language;
use recoupe::source::Decoded;
use recoupe::text::Text;
use serde::Deserialize;

/// A part of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// 2016-01 to 2017-05, and 2018-12
    Training,
    /// 2017-06 to 2017-12
    #[value(name = "dev")]
    Development,
    /// 2018-01 to 2018-11
    Test,
}

impl Part {
    /// The part that a month, given as `2016-01`, belongs to.
    pub fn of_month(month: &str) -> Self {
        if month <= "2017-05" || month == "2018-12" {
            Self::Training
        } else if month <= "2017-12" {
            Self::Development
        } else {
            Self::Test
        }
    }
}

/// A name as the annotators marked it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Gold {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it names.
    pub kind: ActorKind,
}

/// An article with its names.
pub struct Annotated {
    /// Its number in the corpus.
    pub id: String,
    /// Which part it belongs to.
    pub part: Part,
    /// The article, each line of it a paragraph.
    pub article: Article,
    /// The article, cut up.
    pub text: Text,
    /// Its names, in order.
    pub names: Vec<Gold>,
}

/// All articles.
pub struct Corpus {
    /// In the order of the file.
    pub articles: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    month: String,
    text: String,
    entities: Vec<(usize, usize, String)>,
}

impl Corpus {
    /// Reads `winer-fr.jsonl` in `folder`.
    ///
    /// # Errors
    ///
    /// Names the line that is not as described in the data's README.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("winer-fr.jsonl");
        let content =
            fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
        let articles = content
            .lines()
            .enumerate()
            .map(|(at, line)| {
                let line: Line =
                    serde_json::from_str(line).with_context(|| format!("{}:{}", path.display(), at + 1))?;
                Ok(Annotated::new(line))
            })
            .collect::<Result<_>>()?;
        Ok(Self { articles })
    }

    /// The articles of one part.
    pub fn part(&self, part: Part) -> impl Iterator<Item = &Annotated> {
        self.articles.iter().filter(move |article| article.part == part)
    }
}

impl Annotated {
    fn new(line: Line) -> Self {
        let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(line.text.len());
        let at = |point: usize| bytes.get(point).copied().unwrap_or(line.text.len());
        let names = line
            .entities
            .iter()
            .filter_map(|(start, end, label)| {
                Some(Gold { span: Span::new(at(*start), at(*end)), kind: kind_of(label)? })
            })
            .collect();
        let article = paragraphs(&line.id, &line.text);
        let text = Text::read(&article);
        Self { part: Part::of_month(&line.month), id: line.id, article, text, names }
    }

    /// An article of a test: `names` are given as `Brive/Location`, in order.
    #[cfg(test)]
    pub fn invented(month: &str, text: &str, names: &[&str]) -> Self {
        let mut from = 0;
        let entities = names.iter().map(|name| {
            let (name, label) = name.split_once('/').unwrap();
            let start = from + text[from..].find(name).unwrap();
            from = start + name.len();
            let points = |byte: usize| text[..byte].chars().count();
            (points(start), points(from), label.to_owned())
        });
        let entities = entities.collect();
        Self::new(Line { id: text.to_owned(), month: month.to_owned(), text: text.to_owned(), entities })
    }

    /// The label of every place of `sheet`, as training wants it: a token belongs to a name that it
    /// overlaps.
    pub fn labels(&self, sheet: &Sheet) -> Vec<u8> {
        let mut names = self.names.iter().peekable();
        let mut last = None;
        (0..sheet.len())
            .map(|at| {
                let span = sheet.span(at);
                while names.next_if(|name| name.span.end <= span.start).is_some() {}
                let Some(name) = names.peek().filter(|name| name.span.overlaps(span)) else {
                    last = None;
                    return 0;
                };
                let kind = KINDS.iter().position(|kind| *kind == name.kind).unwrap_or_default();
                let inside = last == Some(name.span) && !sheet.starts_sentence(at);
                last = Some(name.span);
                u8::try_from(1 + 2 * kind + usize::from(inside)).unwrap_or_default()
            })
            .collect()
    }
}

/// A French article of which every line is a paragraph: Wikinews has no noise around its text.
pub fn paragraphs(id: &str, text: &str) -> Article {
    let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() };
    let mut article = Article::read(id.to_owned(), id.to_owned(), None, decoded);
    article.language = Some(Language::French);
    let mut start = 0;
    article.blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            article.blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
        start += line.len();
    }
    article
}

fn kind_of(label: &str) -> Option<ActorKind> {
    match label {
        "Person" => Some(ActorKind::Person),
        "Organization" => Some(ActorKind::Organisation),
        "Location" => Some(ActorKind::Place),
        "Event" => Some(ActorKind::Event),
        "Product" => Some(ActorKind::Other),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use recoupe::actors::lexicon::Lexicon;

    #[test]
    fn months_are_parted_as_agreed() {
        for (month, part) in [
            ("2016-01", Part::Training),
            ("2017-05", Part::Training),
            ("2018-12", Part::Training),
            ("2017-06", Part::Development),
            ("2017-12", Part::Development),
            ("2018-01", Part::Test),
            ("2018-11", Part::Test),
        ] {
            assert_eq!(Part::of_month(month), part, "{month}");
        }
    }

    #[test]
    fn a_token_belongs_to_the_name_it_overlaps() {
        let annotated = Annotated::invented(
            "2016-01",
            "À Brive, Jeanne Morel parle.",
            &["Brive/Location", "Jeanne Morel/Person"],
        );
        let sheet = Sheet::read(&annotated.article, &annotated.text, &Lexicon::default());
        assert_eq!(annotated.labels(&sheet), [0, 5, 0, 1, 2, 0, 0]);
    }
}
