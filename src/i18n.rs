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
