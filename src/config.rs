//! Settings: what somebody may choose, where that is written, and what to say where it is wrong.
//!
//! The file is TOML at `recoupe/config.toml` in the system's place for settings. It never stops the
//! reading: what cannot be understood keeps its default and leaves a [`Remark`] with its line, in
//! data; whoever shows it words it in the interface's language.
//!
//! A new setting is a field of [`Settings`], an entry of [`SETTINGS`] and a description under
//! `config-NAME` in `assets/i18n`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::source::encoding;
use crate::source::regular::{self, Obstacle};
use crate::text::fold;

/// The interface's language as it may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LanguageChoice {
    /// What the system says: `LC_ALL`, `LC_MESSAGES`, `LANG`.
    #[default]
    System,
    /// French.
    French,
    /// English.
    English,
}

impl LanguageChoice {
    /// The words that the file and `--lang` know.
    pub const NAMES: [&str; 3] = ["system", "fr", "en"];

    /// The choice that one of [`Self::NAMES`] stands for.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "system" => Some(Self::System),
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// Everything that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The interface's language.
    pub language: LanguageChoice,
    /// The theme's name, one of [`THEMES`].
    pub theme: String,
    /// Whether the reader takes mouse clicks and the wheel.
    pub mouse: bool,
    /// Whether the side panel is open at the start.
    pub side_panel: bool,
    /// Empty columns at either side of the text, from 0 to 20.
    pub margin: u16,
    /// The widest line of the text, in columns, from 20 to 240.
    pub text_width: u16,
    /// The encoding to read every file in; told from the bytes where it is none.
    pub encoding: Option<String>,
    /// Keys by action: what the file says instead of the built-in keymap.
    pub keys: BTreeMap<String, Vec<String>>,
    /// What was wrong with the file, by line.
    pub remarks: Vec<Remark>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: LanguageChoice::System,
            theme: "terminal".to_owned(),
            mouse: true,
            side_panel: true,
            margin: 1,
            text_width: 80,
            encoding: None,
            keys: BTreeMap::new(),
            remarks: Vec::new(),
        }
    }
}

/// Something in the file that was left out, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct Remark {
    /// Counted from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a settings file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file is there and cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(Obstacle),
    /// It is no TOML.
    #[error("{0}")]
    Syntax(String),
    /// No setting has that name.
    #[error("no setting is called {name}")]
    UnknownName {
        /// The name in the file.
        name: String,
        /// The setting whose name comes nearest.
        nearest: Option<&'static str>,
    },
    /// The value is of another kind than the setting's.
    #[error("{name} takes {expected}")]
    WrongValue {
        /// The setting.
        name: String,
        /// What it takes.
        expected: Expected,
    },
}

/// What a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    /// `true` or `false`.
    #[error("true or false")]
    Switch,
    /// Any text.
    #[error("text between quotation marks")]
    Text,
    /// One of a few words.
    #[error("one of {}", .0.join(", "))]
    OneOf(&'static [&'static str]),
    /// A whole number between two bounds, both included.
    #[error("a whole number from {0} to {1}")]
    Number(u16, u16),
    /// The name of an encoding.
    #[error("the name of an encoding")]
    Encoding,
    /// A table of actions and their keys.
    #[error("a table of actions and keys")]
    Keys,
}

/// One setting as the file knows it.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// Its default as TOML, for the commented file that `recoupe config default` prints.
    pub default: &'static str,
    /// What it takes.
    pub expected: Expected,
}

/// The names of the built-in themes, the default one first.
pub const THEMES: [&str; 3] = ["terminal", "plain", "paper"];

/// Every setting, in the order of the commented file.
pub const SETTINGS: &[Setting] = &[
    Setting { name: "language", default: "\"system\"", expected: Expected::OneOf(&LanguageChoice::NAMES) },
    Setting { name: "theme", default: "\"terminal\"", expected: Expected::OneOf(&THEMES) },
    Setting { name: "mouse", default: "true", expected: Expected::Switch },
    Setting { name: "side-panel", default: "true", expected: Expected::Switch },
    Setting { name: "margin", default: "1", expected: Expected::Number(0, 20) },
    Setting { name: "text-width", default: "80", expected: Expected::Number(20, 240) },
    Setting { name: "encoding", default: "\"windows-1252\"", expected: Expected::Encoding },
    Setting { name: "keys", default: "{}", expected: Expected::Keys },
];

/// The largest settings file that is read, in bytes; with every key bound it has a few thousand.
const LARGEST: u64 = 1024 * 1024;

/// Where the settings are written, whether or not the file is there; none without a home folder.
pub fn path() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("recoupe").join("config.toml"))
}

/// The name among `names` that somebody most likely meant by `given`.
///
/// Damerau-Levenshtein distance over folded names, at most a third of the given one's length.
pub fn nearest<'a>(given: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = fold(given);
    let limit = (given.chars().count() / 3).max(1);
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&given, &fold(name)), name))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

impl Settings {
    /// The settings written at [`path`]; the defaults where there is no file.
    pub fn load() -> Self {
        path().map(|path| Self::load_from(&path)).unwrap_or_default()
    }

    /// The settings written in `file`; the defaults where it does not exist.
    pub fn load_from(file: &Path) -> Self {
        match regular::read(file, LARGEST) {
            Ok(bytes) => Self::read(&String::from_utf8_lossy(&bytes)),
            Err(obstacle) if obstacle.is_absence() => Self::default(),
            Err(obstacle) => {
                let remark = Remark { line: 0, problem: Problem::Unreadable(obstacle) };
                Self { remarks: vec![remark], ..Self::default() }
            }
        }
    }

    /// The settings written in `toml`. What is wrong in it goes to [`Settings::remarks`].
    pub fn read(toml: &str) -> Self {
        let mut settings = Self::default();
        let (table, errors) = DeTable::parse_recoverable(toml);
        for error in errors {
            let line = error.span().map_or(0, |span| line_of(toml, span.start));
            let message = error.message().replace('\n', " ");
            settings.remarks.push(Remark { line, problem: Problem::Syntax(message) });
        }
        for (key, value) in table.get_ref().iter() {
            let name = key.get_ref().as_ref();
            if let Err(problem) = settings.set(name, value.get_ref()) {
                settings.remarks.push(Remark { line: line_of(toml, key.span().start), problem });
            }
        }
        settings.remarks.sort_by_key(|remark| remark.line);
        settings
    }

    fn set(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), Problem> {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            let nearest = nearest(name, SETTINGS.iter().map(|setting| setting.name));
            return Err(Problem::UnknownName { name: name.to_owned(), nearest });
        };
        let wrong = || Problem::WrongValue { name: name.to_owned(), expected: setting.expected };
        match name {
            "language" => {
                self.language = value.as_str().and_then(LanguageChoice::of).ok_or_else(wrong)?;
            }
            "theme" => {
                let known = value.as_str().filter(|name| THEMES.contains(name));
                self.theme = known.ok_or_else(wrong)?.to_owned();
            }
            "mouse" => self.mouse = value.as_bool().ok_or_else(wrong)?,
            "side-panel" => self.side_panel = value.as_bool().ok_or_else(wrong)?,
            "margin" => self.margin = number(value, setting.expected).ok_or_else(wrong)?,
            "text-width" => self.text_width = number(value, setting.expected).ok_or_else(wrong)?,
            "encoding" => {
                let label =
                    value.as_str().filter(|label| encoding::named(label).is_ok()).ok_or_else(wrong)?;
                self.encoding = Some(label.to_owned());
            }
            _ => {
                for (action, keys) in value.as_table().ok_or_else(wrong)?.iter() {
                    let action = action.get_ref().as_ref();
                    let keys = key_names(keys.get_ref()).ok_or_else(|| Problem::WrongValue {
                        name: format!("keys.{action}"),
                        expected: Expected::Text,
                    })?;
                    self.keys.insert(action.to_owned(), keys);
                }
            }
        }
        Ok(())
    }
}

/// The file with every setting commented out; `describe` words a setting by its name.
pub fn commented(describe: impl Fn(&str) -> String) -> String {
    let mut file = String::new();
    for setting in SETTINGS {
        for line in describe(setting.name).lines() {
            file.push_str(&format!("# {line}\n"));
        }
        // A table of its own comes last and is easier to fill in than one between braces.
        if matches!(setting.expected, Expected::Keys) {
            file.push_str(&format!("# [{}]\n", setting.name));
        } else {
            file.push_str(&format!("# {} = {}\n\n", setting.name, setting.default));
        }
    }
    file
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&b| b == b'\n').count() + 1
}

fn number(value: &DeValue<'_>, expected: Expected) -> Option<u16> {
    let Expected::Number(low, high) = expected else { return None };
    let number = value.as_integer()?;
    let number = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
    (low..=high).contains(&number).then_some(number)
}

fn key_names(value: &DeValue<'_>) -> Option<Vec<String>> {
    match value {
        DeValue::String(key) => Some(vec![key.as_ref().to_owned()]),
        DeValue::Array(keys) => keys.iter().map(|key| key.get_ref().as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(toml: &str) -> Vec<String> {
        Settings::read(toml).remarks.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn nothing_written_means_the_defaults() {
        assert_eq!(Settings::read(""), Settings::default());
    }

    #[test]
    fn every_setting_can_be_chosen() {
        let settings = Settings::read(
            "language = 'en'\ntheme = 'paper'\nmouse = false\nside-panel = false\nmargin = 0\n\
             text-width = 100\nencoding = 'latin1'\n[keys]\nquit = ['q', 'x']\nhelp = 'F1'\n",
        );
        assert_eq!(settings.remarks, []);
        assert_eq!(settings.language, LanguageChoice::English);
        assert_eq!((settings.mouse, settings.side_panel), (false, false));
        assert_eq!((settings.margin, settings.text_width), (0, 100));
        assert_eq!(settings.encoding.as_deref(), Some("latin1"));
        assert_eq!(settings.keys["quit"], ["q", "x"]);
        assert_eq!(settings.keys["help"], ["F1"]);
    }

    #[test]
    fn an_unknown_name_tells_its_line_and_the_nearest_one() {
        let settings = Settings::read("mouse = false\nlangage = 'fr'\n");
        assert!(!settings.mouse);
        assert_eq!(
            settings.remarks,
            [Remark {
                line: 2,
                problem: Problem::UnknownName { name: "langage".to_owned(), nearest: Some("language") }
            }]
        );
    }

    #[test]
    fn a_wrong_value_keeps_the_default_and_says_what_is_taken() {
        assert_eq!(problems("mouse = 3"), ["line 1: mouse takes true or false"]);
        assert_eq!(problems("margin = 21"), ["line 1: margin takes a whole number from 0 to 20"]);
        assert_eq!(problems("margin = -1"), ["line 1: margin takes a whole number from 0 to 20"]);
        assert_eq!(problems("theme = 'papier'"), ["line 1: theme takes one of terminal, plain, paper"]);
        assert_eq!(problems("language = 'de'"), ["line 1: language takes one of system, fr, en"]);
        assert_eq!(problems("encoding = 'utf-9'"), ["line 1: encoding takes the name of an encoding"]);
        assert_eq!(problems("[keys]\nquit = 4"), ["line 1: keys.quit takes text between quotation marks"]);
    }

    #[test]
    fn broken_toml_keeps_what_could_be_read() {
        let settings = Settings::read("mouse = false\ntheme = \n");
        assert!(!settings.mouse);
        assert_eq!(settings.remarks[0].line, 2);
    }

    #[test]
    fn the_commented_file_holds_the_defaults() {
        let file = commented(|name| format!("About {name}."));
        assert_eq!(Settings::read(&file), Settings::default());
        let live: String = file
            .lines()
            .filter(|line| !line.starts_with("# encoding"))
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.contains(" = ") || rest.starts_with('[') => format!("{rest}\n"),
                _ => String::new(),
            })
            .collect();
        assert_eq!(live.lines().count(), SETTINGS.len() - 1);
        assert_eq!(Settings::read(&live), Settings::default());
    }

    #[test]
    fn a_file_that_is_not_there_is_no_mistake() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::load_from(&folder.path().join("none.toml")), Settings::default());
        assert_eq!(Settings::load_from(folder.path()).remarks.len(), 1);
    }

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("Thème", ["theme", "mouse"]), Some("theme"));
        assert_eq!(nearest("colour-scheme", ["theme", "mouse"]), None);
    }
}
