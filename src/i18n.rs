//! The interface's own words, in French and English.
//!
//! Messages live in `assets/i18n/{fr,en}.ftl` in Project Fluent's format; a test holds that both
//! files have the same keys.

use crate::config::LanguageChoice;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

mod settings;

/// A language the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// French.
    #[default]
    French,
    /// English.
    English,
}

impl Locale {
    /// The locale that was chosen; where the system is to say, the one in `LC_ALL`, `LC_MESSAGES` or
    /// `LANG`, the first of them that says anything.
    pub fn chosen(choice: LanguageChoice) -> Self {
        match choice {
            LanguageChoice::French => Self::French,
            LanguageChoice::English => Self::English,
            LanguageChoice::System => ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|value| !value.is_empty())
                .map_or_else(|| Self::of(""), |value| Self::of(&value)),
        }
    }

    /// The code of its language.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The locale that a `LANG`-like value asks for: French for `fr`, for `C`, `POSIX` and nothing,
    /// English for everything else.
    pub fn of(value: &str) -> Self {
        let name = value.split(['.', '@', '_']).next().unwrap_or_default();
        match name {
            "" | "C" | "POSIX" | "fr" => Self::French,
            _ => Self::English,
        }
    }
}

/// The messages of one locale.
pub struct Messages {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Messages {
    /// The built-in messages of `locale`.
    pub fn new(locale: Locale) -> Self {
        let (source, id) = match locale {
            Locale::French => (include_str!("../assets/i18n/fr.ftl"), "fr"),
            Locale::English => (include_str!("../assets/i18n/en.ftl"), "en"),
        };
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(id.parse::<LanguageIdentifier>().into_iter().collect());
        // Isolation marks are bidirectional controls, which never go to the terminal.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        for (name, contracts) in [("DE", false), ("DU", true)] {
            // A name that is taken would be one of these two.
            let _ = bundle.add_function(name, move |values, _| match values.first() {
                Some(FluentValue::String(name)) => FluentValue::from(with_de(name, contracts)),
                _ => FluentValue::Error,
            });
        }
        Self { locale, bundle }
    }

    /// The locale these messages are in.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The message named `key`; the key itself where there is none.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// Keys as the keymap writes them, such as `Ctrl-d PageDown`, with their names in this language:
    /// `Ctrl-d PgSuiv`.
    pub fn keys(&self, written: &str) -> String {
        let named = |key: &str| {
            let (held, name) = key.rsplit_once('-').map_or(("", key), |(held, name)| {
                // In `Shift-Tab` the whole is the name; in `Ctrl--` the name is the hyphen.
                if name.is_empty() || held == "Shift" { ("", key) } else { (held, name) }
            });
            let message = format!("key-{}", name.to_ascii_lowercase());
            let told = match self.get(&message) {
                told if name.chars().count() < 3 || told == message => name.to_owned(),
                told => told,
            };
            if held.is_empty() { told } else { format!("{held}-{told}") }
        };
        let parts = |keys: &str| keys.split('/').map(named).collect::<Vec<_>>().join("/");
        written.split(' ').map(parts).collect::<Vec<_>>().join(" ")
    }

    /// The message named `key` with its variables filled in.
    pub fn with(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// A French name behind `de`: `d’Anne Roussel`, `de Karim Haddad`. With `contracts`, as for outlets, the
/// article melts into it: `du Monde`, `des Échos`; a person's `Le` is no article.
fn with_de(name: &str, contracts: bool) -> String {
    for (article, melted) in [("Le ", "du "), ("Les ", "des "), ("le ", "du "), ("les ", "des ")] {
        if let Some(rest) = name.strip_prefix(article).filter(|_| contracts) {
            return format!("{melted}{rest}");
        }
    }
    let folded = crate::text::fold(name);
    let mut letters = folded.chars();
    let elides = match letters.next() {
        Some('a' | 'e' | 'i' | 'o' | 'u') => true,
        // `d’Yves`, but `de Yann`.
        Some('y') => letters.next().is_some_and(|next| !"aeiou".contains(next)),
        _ => false,
    };
    if elides { format!("d’{name}") } else { format!("de {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_is_spoken_where_nothing_else_is_asked_for() {
        for value in ["fr_FR.UTF-8", "fr", "C", "POSIX", ""] {
            assert_eq!(Locale::of(value), Locale::French, "{value}");
        }
        assert_eq!(Locale::of("C.UTF-8"), Locale::French);
        assert_eq!(Locale::of("en_GB.UTF-8"), Locale::English);
        assert_eq!(Locale::of("de_DE@euro"), Locale::English);
    }

    #[test]
    fn both_files_are_whole() {
        for source in [include_str!("../assets/i18n/fr.ftl"), include_str!("../assets/i18n/en.ftl")] {
            let problems = FluentResource::try_new(source.to_owned()).err().map(|(_, problems)| problems);
            assert!(problems.is_none(), "{problems:?}");
        }
    }

    #[test]
    fn de_is_elided_and_melts_into_the_article_of_an_outlet() {
        for (name, told) in [
            ("Anne Roussel", "d’Anne Roussel"),
            ("Étienne", "d’Étienne"),
            ("Yves Lenoir", "d’Yves Lenoir"),
            ("Yann Morel", "de Yann Morel"),
            ("Le Bihan", "de Le Bihan"),
        ] {
            assert_eq!(with_de(name, false), told);
        }
        let missing = |outlet: &str| {
            Messages::new(Locale::French).with("coverage-missing", &[("outlet", outlet.into())])
        };
        assert_eq!(missing("Le Courrier"), "absent du Courrier");
        assert_eq!(missing("Les Nouvelles"), "absent des Nouvelles");
        assert_eq!(missing("Agence Nord"), "absent d’Agence Nord");
        assert_eq!(missing("La Gazette"), "absent de La Gazette");
    }

    #[test]
    fn keys_have_the_names_that_are_printed_on_them() {
        let french = Messages::new(Locale::French);
        for (written, told) in [
            ("Enter", "Entrée"),
            ("Ctrl-d PageDown", "Ctrl-d PgSuiv"),
            ("Shift-Tab", "Maj-Tab"),
            ("j/k", "j/k"),
            ("/", "/"),
            ("Ctrl-Space", "Ctrl-Espace"),
            ("-", "-"),
        ] {
            assert_eq!(french.keys(written), told);
        }
        assert_eq!(Messages::new(Locale::English).keys("Esc ↓ gg"), "Esc ↓ gg");
    }

    #[test]
    fn a_message_that_is_missing_shows_its_key() {
        assert_eq!(Messages::new(Locale::English).get("no-such-message"), "no-such-message");
    }

    #[test]
    fn numbers_take_the_plural_of_their_language() {
        let count = |locale, count: usize| {
            Messages::new(locale).with("out-articles", &[("count", FluentValue::from(count))])
        };
        assert_eq!(count(Locale::French, 0), "0 article");
        assert_eq!(count(Locale::English, 0), "0 articles");
    }
}
