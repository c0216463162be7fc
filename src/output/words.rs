//! The words that pages are made with, in the interface's language.

use std::path::Path;

use fluent_bundle::FluentValue;
use jiff::civil::Date;

use crate::actors::ActorKind;
use crate::align::{Copied, Reason, Relation, equal, listed};
use crate::article::Article;
use crate::claims::{Claim, ClaimKind, Force};
use crate::config::Remark;
use crate::dossier::coverage::Apart;
use crate::dossier::{self, Dossier};
use crate::i18n::{Locale, Messages};
use crate::source::regular::Obstacle;
use crate::source::sidecar::{Problem, WriteError};
use crate::source::{self, Repairs, SourceError};
use crate::text::width::fit;

/// Messages, and the small formats that depend on the language: dates, numbers, colons.
#[derive(Debug)]
pub struct Words {
    messages: Messages,
}

impl Words {
    /// The words of `locale`.
    pub fn new(locale: Locale) -> Self {
        Self { messages: Messages::new(locale) }
    }

    /// The language these words are in.
    pub fn locale(&self) -> Locale {
        self.messages.locale()
    }

    /// The message named `key`.
    pub fn get(&self, key: &str) -> String {
        self.messages.get(key)
    }

    /// The message named `key` with texts filled in.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, FluentValue<'_>)> =
            values.iter().map(|&(name, value)| (name, FluentValue::from(value))).collect();
        self.messages.with(key, &values)
    }

    /// The message named `key` with `count` filled in, in the singular or plural it asks for.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.messages.with(key, &[("count", FluentValue::from(count))])
    }

    /// A colon with the spaces that the language sets around it.
    pub fn colon(&self) -> &'static str {
        match self.locale() {
            Locale::French => "\u{a0}: ",
            Locale::English => ": ",
        }
    }

    /// What stands between two remarks on one line: a semicolon with its spaces.
    pub fn separator(&self) -> &'static str {
        match self.locale() {
            Locale::French => "\u{a0}; ",
            Locale::English => "; ",
        }
    }

    /// A date as it is said: `4 septembre 2025`, `4 September 2025`.
    pub fn date(&self, date: Date) -> String {
        let month = self.get(MONTHS[usize::from(date.month().unsigned_abs()).saturating_sub(1).min(11)]);
        match (self.locale(), date.day()) {
            (Locale::French, 1) => format!("1er {month} {}", date.year()),
            (_, day) => format!("{day} {month} {}", date.year()),
        }
    }

    /// The encoding that an article was read in, how it was told, and what was mended.
    pub fn encoding(&self, article: &Article) -> String {
        let (name, told) = source::encoding::parts(&article.encoding);
        let Repairs { foreign, foreign_encoding, broken, doubled } = article.repairs;
        let mut said = vec![name.to_owned()];
        said.extend(told.map(|key| self.get(key)));
        if foreign > 0 {
            let values = [("count", foreign.into()), ("encoding", foreign_encoding.into())];
            said.push(self.messages.with("encoding-foreign", &values));
        }
        said.extend((broken > 0).then(|| self.count("encoding-broken", broken)));
        said.extend((doubled > 0).then(|| self.count("encoding-doubled", doubled)));
        said.join(", ")
    }

    /// A number with its thousands set apart: `80 000 000` with narrow no-break spaces in French,
    /// `80,000,000` in English; at most three decimals.
    pub fn number(&self, value: f64) -> String {
        let (group, point) = match self.locale() {
            Locale::French => ('\u{202f}', ','),
            Locale::English => (',', '.'),
        };
        let plain = format!("{:.3}", value.abs());
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let decimals = decimals.trim_end_matches('0');
        let mut out = String::from(if value < 0.0 { "−" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                out.push(group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(point);
            out.push_str(decimals);
        }
        out
    }

    /// A share or a strength to two decimals: `0,50`.
    pub fn decimal(&self, value: f32) -> String {
        let text = format!("{value:.2}");
        if self.locale() == Locale::French { text.replace('.', ",") } else { text }
    }

    /// That two articles print the same words, how many, and whose they are as far as that is known.
    pub fn copied(&self, copied: &Copied) -> String {
        let words = FluentValue::from(copied.words);
        match &copied.wire {
            Some(wire) => self
                .messages
                .with("out-copied-wire", &[("count", words), ("wire", FluentValue::from(wire.as_str()))]),
            None => self.messages.with("out-copied", &[("count", words)]),
        }
    }

    /// A number as it is said: in millions or in milliards from there on, `12 millions`, `2,4
    /// milliards`; below, as [`Self::number`].
    pub fn amount(&self, value: f64) -> String {
        let (key, size) = match value.abs() {
            large if large >= 1e9 => ("amount-billion", 1e9),
            large if large >= 1e6 => ("amount-million", 1e6),
            _ => return self.number(value),
        };
        // What three decimals would round is written out.
        if ((value / size * 1e3).round() * (size / 1e3) - value).abs() > 0.5 {
            return self.number(value);
        }
        let number = self.number(value / size);
        let several = (value / size).abs() >= if self.locale() == Locale::French { 2.0 } else { 1.0 };
        self.messages.with(
            key,
            &[("number", FluentValue::from(number)), ("several", if several { "yes" } else { "no" }.into())],
        )
    }

    /// A unit as it is said: a currency by its name, anything else as it is.
    pub fn unit(&self, unit: &str) -> String {
        let key = format!("unit-{unit}");
        let name = self.get(&key);
        if name == key { unit.to_owned() } else { name }
    }

    /// What is done in saying a claim: `affirme`, `dément`.
    pub fn force(&self, force: Force) -> String {
        self.get(&format!("force-{}", force.name()))
    }

    /// What an actor of this kind is called, in the plural, as a heading.
    pub fn actor_kind(&self, kind: ActorKind) -> String {
        self.get(match kind {
            ActorKind::Person => "out-persons",
            ActorKind::Organisation => "out-organisations",
            ActorKind::Place => "out-places",
            ActorKind::Event => "out-events",
            ActorKind::Other => "out-others",
        })
    }

    /// How a claim is told: `direct`, `mixte`, `indirect`.
    pub fn claim_kind(&self, kind: ClaimKind) -> String {
        self.get(match kind {
            ClaimKind::Direct => "claim-direct",
            ClaimKind::Mixed => "claim-mixed",
            ClaimKind::Indirect => "claim-indirect",
        })
    }

    /// How two passages stand to each other.
    pub fn relation(&self, relation: Relation) -> String {
        self.get(match relation {
            Relation::SameQuote => "out-same-quote",
            Relation::SameFact => "out-same-fact",
            Relation::Partial => "out-partial",
            Relation::Conflict => "out-conflict",
        })
    }

    /// Why two passages were matched, in one line.
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        reasons.iter().map(|reason| self.reason(reason)).collect::<Vec<_>>().join(" · ")
    }

    /// How far apart the tellings of a fact are: that they agree, or what they differ on.
    pub fn apart(&self, apart: &Apart) -> String {
        match apart {
            Apart::Agree => self.get("out-apart-agree"),
            Apart::Reworded => self.get("out-apart-reworded"),
            Apart::Differ(reason) => self.with("out-apart-differ", &[("what", &self.reason(reason))]),
        }
    }

    fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Quote(words) => self.count("out-why-quote", *words),
            Reason::Figure(a, b) => self.with("out-why-figure", &[("figure", &equal(a, b))]),
            Reason::Actors(names) => self.with("out-why-actors", &[("names", &names.join(", "))]),
            Reason::Words(words) => self.with("out-why-words", &[("words", &listed(words))]),
            Reason::Day(a, b) => self.with("out-why-day", &[("day", &equal(a, b))]),
            Reason::Part(Some(a), Some(b)) => self.with("out-why-parts", &[("a", a), ("b", b)]),
            Reason::Part(a, b) => {
                let part = a.as_ref().or(b.as_ref()).map_or("", String::as_str);
                self.with("out-why-part", &[("part", part)])
            }
            Reason::Drift(words, of) => {
                let values = [("count", FluentValue::from(*words)), ("of", FluentValue::from(*of))];
                self.messages.with("out-why-drift", &values)
            }
            Reason::Differ(slot, a, b) => {
                let key = format!("out-why-differ-{}", slot.name());
                self.with(&key, &[("a", a), ("b", b)])
            }
            Reason::Outlets(count) => self.count("out-why-outlets", *count),
        }
    }

    /// An article as a title: who published it, and what it is called, cut where it is a whole text.
    pub fn title(&self, article: &Article) -> String {
        format!("{} — {}", article.label(), fit(article.headline(), TITLE))
    }

    /// Why a file could not be read, and what to do about it.
    pub fn unread(&self, reason: &source::Reason) -> String {
        match reason {
            source::Reason::Failed(what) => self.with(reason.key(), &[("what", what)]),
            _ => self.get(reason.key()),
        }
    }

    /// Why nothing at all could be read, and what to do about it.
    pub fn source_error(&self, error: &SourceError) -> String {
        match error {
            SourceError::Missing(path) | SourceError::EmptyFolder(path) | SourceError::NoArticles(path) => {
                self.with(error.key(), &[("path", path)])
            }
            SourceError::UnknownEncoding { label, nearest } => {
                self.with(error.key(), &[("label", label), ("nearest", nearest)])
            }
        }
    }

    /// What should be known about the files, with the place and the remedy.
    pub fn remark(&self, remark: &dossier::Remark) -> String {
        let remark = match remark {
            dossier::Remark::Undecoded { file, places } => {
                let values = [("file", file.as_str().into()), ("places", (*places).into())];
                return self.messages.with("remark-undecoded", &values);
            }
            dossier::Remark::Foreign { file, characters, encoding } => {
                let file = file.as_str().into();
                let values =
                    [("file", file), ("count", (*characters).into()), ("encoding", (*encoding).into())];
                return self.messages.with("remark-foreign", &values);
            }
            dossier::Remark::Doubled { file, places } => {
                let values = [("file", file.as_str().into()), ("places", (*places).into())];
                return self.messages.with("remark-doubled", &values);
            }
            dossier::Remark::Unanalysed { file, analysed, all } => {
                let (analysed, all) = (self.number(*analysed as f64), self.number(*all as f64));
                return self
                    .with("remark-unanalysed", &[("file", file), ("analysed", &analysed), ("all", &all)]);
            }
            dossier::Remark::Printed { passages, first } => {
                return self.with(
                    "remark-printed",
                    &[("passages", &passages.to_string()), ("first", &first.to_string())],
                );
            }
            dossier::Remark::Sidecar(remark) => remark,
        };
        let what = match &remark.problem {
            Problem::Unreadable(obstacle) => {
                let key = if obstacle.key().is_some() { "remark-refused" } else { "remark-unreadable" };
                self.with(key, &[("what", &self.obstacle(obstacle))])
            }
            Problem::Syntax(what) => self.with("remark-syntax", &[("what", what)]),
            Problem::UnknownKey { key, nearest } => {
                self.with("remark-unknown-key", &[("key", key), ("nearest", nearest)])
            }
            Problem::WrongType { key, .. } => self.with("remark-wrong-type", &[("key", key)]),
            Problem::NotADate(date) => self.with("remark-no-date", &[("date", date)]),
            Problem::NoFile => self.get("remark-no-file"),
            Problem::NoCorrection => self.get("remark-no-correction"),
            Problem::NoPartner { key, partner } => {
                self.with("remark-no-partner", &[("key", key), ("partner", partner)])
            }
            Problem::NotAKind(kind) => self.with("remark-no-kind", &[("kind", kind)]),
            Problem::NoSuchActor { actor, nearest: Some(nearest) } => {
                self.with("remark-nearest-actor", &[("actor", actor), ("nearest", nearest)])
            }
            Problem::NoSuchActor { actor, nearest: None } => {
                self.with("remark-no-such-actor", &[("actor", actor)])
            }
            Problem::NoSuchName { alias, actor } => {
                self.with("remark-no-such-name", &[("alias", alias), ("actor", actor)])
            }
            Problem::LeadsOut(file) => self.with("remark-leads-out", &[("file", file)]),
            Problem::NoSuchFile { file, nearest: Some(nearest) } => {
                self.with("remark-nearest-file", &[("file", file), ("nearest", nearest)])
            }
            Problem::NoSuchFile { file, nearest: None } => {
                self.with("remark-no-such-file", &[("file", file)])
            }
        };
        format!("{}:{}{}{what}", remark.path.display(), remark.line, self.colon())
    }

    /// Why a sidecar could not be written, and what to do about it.
    pub fn write_error(&self, error: &WriteError) -> String {
        let path = |path: &Path| path.display().to_string();
        match error {
            WriteError::Broken { path: file, line } => {
                self.with("sidecar-broken", &[("path", &path(file)), ("line", &line.to_string())])
            }
            WriteError::Obstacle { path: file, obstacle } => {
                let key = if obstacle.key().is_some() { "sidecar-refused" } else { "sidecar-unwritable" };
                self.with(key, &[("path", &path(file)), ("what", &self.obstacle(obstacle))])
            }
            WriteError::LeadsOut { path: sidecar, file } => {
                self.with("sidecar-leads-out", &[("path", &path(sidecar)), ("file", file)])
            }
        }
    }

    /// Why a file is neither read nor written.
    pub fn obstacle(&self, obstacle: &Obstacle) -> String {
        self.messages.obstacle(obstacle)
    }

    /// A mistake in the settings file with its place and the remedy.
    pub fn settings_remark(&self, remark: &Remark, file: &Path) -> String {
        self.messages.settings_remark(remark, file)
    }

    /// Who said a claim: the actors' names, else the source as written, else that it is not named.
    pub fn speaker(&self, dossier: &Dossier, claim: &Claim) -> String {
        let names: Vec<&str> = claim
            .speakers
            .iter()
            .filter_map(|&at| dossier.actors.get(at))
            .map(|actor| actor.name.as_str())
            .collect();
        if !names.is_empty() {
            return names.join(", ");
        }
        let text = dossier.articles.get(claim.article).map_or("", |article| article.text.as_str());
        match claim.speaker_text.map(|span| span.of(text)).filter(|source| !source.is_empty()) {
            Some(source) => source.to_owned(),
            None => self.get("out-source-unnamed"),
        }
    }
}

/// The longest title that is shown, in columns: an article without one lends its first paragraph.
const TITLE: usize = 160;

/// The messages of the months.
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_set_as_the_language_sets_them() {
        let (french, english) = (Words::new(Locale::French), Words::new(Locale::English));
        assert_eq!(french.number(80_000_000_000.0), "80\u{202f}000\u{202f}000\u{202f}000");
        assert_eq!(french.number(2.4), "2,4");
        assert_eq!(english.number(-1450.5), "−1,450.5");
        assert_eq!(english.number(26.0), "26");
    }

    #[test]
    fn large_numbers_are_said_in_millions_and_milliards() {
        let (french, english) = (Words::new(Locale::French), Words::new(Locale::English));
        assert_eq!(french.amount(12_000_000.0), "12\u{a0}millions");
        assert_eq!(french.amount(1_500_000.0), "1,5\u{a0}million");
        assert_eq!(french.amount(80_000_000_000.0), "80\u{a0}milliards");
        assert_eq!(english.amount(2_400_000.0), "2.4\u{a0}million");
        assert_eq!(english.amount(1_234_567.0), "1,234,567");
        assert_eq!(french.amount(1_450.0), "1\u{202f}450");
    }

    #[test]
    fn currencies_are_called_by_their_names() {
        assert_eq!(Words::new(Locale::French).unit("GBP"), "livres sterling");
        assert_eq!(Words::new(Locale::English).unit("habitants"), "habitants");
    }

    #[test]
    fn every_force_has_a_word() {
        for locale in [Locale::French, Locale::English] {
            let words = Words::new(locale);
            assert!(Force::ALL.iter().all(|force| !words.force(*force).starts_with("force-")));
        }
    }

    #[test]
    fn dates_are_said_as_the_language_says_them() {
        let date = jiff::civil::date(2024, 8, 1);
        assert_eq!(Words::new(Locale::French).date(date), "1er août 2024");
        assert_eq!(Words::new(Locale::English).date(date), "1 August 2024");
    }

    #[test]
    fn every_month_has_a_word() {
        for locale in [Locale::French, Locale::English] {
            let words = Words::new(locale);
            assert!(MONTHS.iter().all(|key| words.get(key) != *key));
        }
    }
}
