//! Mistakes in the settings file, worded for the status line and standard error.

use std::path::Path;

use fluent_bundle::FluentValue;

use super::{Locale, Messages};
use crate::config::{Expected, Problem, Remark};
use crate::source::regular::Obstacle;

impl Messages {
    /// A mistake in the settings `file`, with its line and what to do about it.
    pub fn settings_remark(&self, remark: &Remark, file: &Path) -> String {
        let problem = match &remark.problem {
            Problem::Unreadable(obstacle) => {
                self.filled("config-unreadable", &[("what", &self.obstacle(obstacle))])
            }
            Problem::Syntax(what) => self.filled("config-syntax", &[("what", what)]),
            Problem::UnknownName { name, nearest: Some(nearest) } => {
                self.filled("config-unknown-nearest", &[("name", name), ("nearest", nearest)])
            }
            Problem::UnknownName { name, nearest: None } => self.filled("config-unknown", &[("name", name)]),
            Problem::WrongValue { name, expected } => {
                self.filled("config-value", &[("name", name), ("expected", &self.taken(*expected))])
            }
        };
        let colon = match self.locale() {
            Locale::French => "\u{a0}: ",
            Locale::English => ": ",
        };
        match remark.line {
            0 => format!("{}{colon}{problem}", file.display()),
            line => format!("{}:{line}{colon}{problem}", file.display()),
        }
    }

    /// Why a file is neither read nor written.
    pub fn obstacle(&self, obstacle: &Obstacle) -> String {
        let what = match obstacle {
            Obstacle::TooLarge(bytes) => (bytes >> 20).to_string(),
            Obstacle::LeadsOut(target) => target.display().to_string(),
            Obstacle::System(_, what) => what.clone(),
            Obstacle::NotRegular | Obstacle::NotText => String::new(),
        };
        obstacle.key().map_or_else(|| what.clone(), |key| self.filled(key, &[("what", &what)]))
    }

    fn taken(&self, expected: Expected) -> String {
        match expected {
            Expected::Switch => self.get("config-takes-switch"),
            Expected::Text => self.get("config-takes-text"),
            Expected::OneOf(names) => self.filled("config-takes-one", &[("names", &names.join(", "))]),
            Expected::Number(low, high) => {
                self.filled("config-takes-number", &[("low", &low.to_string()), ("high", &high.to_string())])
            }
            Expected::Encoding => self.get("config-takes-encoding"),
            Expected::Keys => self.get("config-takes-keys"),
        }
    }

    fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, FluentValue<'_>)> =
            values.iter().map(|&(name, value)| (name, FluentValue::from(value))).collect();
        self.with(key, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    fn worded(locale: Locale, toml: &str) -> String {
        let settings = Settings::read(toml);
        Messages::new(locale).settings_remark(&settings.remarks[0], Path::new("config.toml"))
    }

    #[test]
    fn a_mistake_is_told_with_its_place_and_the_nearest_name() {
        let french = worded(Locale::French, "\nmarge = 2\nmargn = 3");
        assert!(french.starts_with("config.toml:2\u{a0}: "), "{french}");
        assert!(worded(Locale::English, "margn = 3").contains("did you mean “margin”"));
    }

    #[test]
    fn what_a_setting_takes_is_told() {
        assert!(worded(Locale::French, "margin = 'un'").contains("un nombre entier de 0 à 20"));
        assert!(worded(Locale::English, "keys = 3").contains("a table of actions"));
    }
}
