//! What everything looks like: a style for every role, read from `assets/themes`.
//!
//! The default theme uses the terminal's own 16 colours, so it fits light and dark backgrounds alike.
//! The plain theme sets no colour at all; [`crate::term`] takes it under `NO_COLOR`. Colour is never the only
//! sign: every state also has a character, a weight or an underline.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

macro_rules! roles {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// What a stretch of the screen stands for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Role {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Role {
            /// Every role there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in a theme's file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    /// Running text.
    Text = "text",
    /// What matters less: dates, counts, hints.
    Dim = "dim",
    /// What was set aside as noise.
    Noise = "noise",
    /// The border of a pane.
    Border = "border",
    /// The border of the pane that has the keys.
    Focus = "focus",
    /// A pane's title, an outlet's name.
    Title = "title",
    /// An article's headline.
    Headline = "headline",
    /// A heading inside the text.
    Heading = "heading",
    /// A person's name.
    Person = "person",
    /// An organisation's name.
    Organisation = "organisation",
    /// A place's name.
    Place = "place",
    /// Another name.
    Name = "name",
    /// The content of a claim.
    Content = "content",
    /// The source of a claim, as written.
    Source = "source",
    /// The words that attribute a claim.
    Cue = "cue",
    /// A figure.
    Figure = "figure",
    /// The bar beside the passage under the cursor.
    Cursor = "cursor",
    /// The entry under the cursor where the keys are.
    Selected = "selected",
    /// The entry under the cursor elsewhere.
    Chosen = "chosen",
    /// A match of a search.
    Match = "match",
    /// Told alike.
    Same = "same",
    /// Told in other words.
    Reworded = "reworded",
    /// Told otherwise.
    Differs = "differs",
    /// Told only here.
    Only = "only",
    /// Not told.
    Absent = "absent",
    /// A word that the other passage has another one for.
    Changed = "changed",
    /// A word that the other passage has nothing for.
    Added = "added",
    /// The current tab or scope.
    Current = "current",
    /// A key in a hint.
    Key = "key",
    /// A line that says something went wrong.
    Error = "error",
}

/// A style as a theme's file has it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Look {
    fg: Option<String>,
    bg: Option<String>,
    bold: bool,
    dim: bool,
    italic: bool,
    underlined: bool,
    reversed: bool,
}

/// The styles of all roles.
#[derive(Debug, Clone)]
pub struct Theme {
    styles: Vec<Style>,
}

/// The name of the theme without colour.
pub const PLAIN: &str = "plain";

/// The built-in themes, the default one first.
const THEMES: [(&str, &str); 3] = [
    ("terminal", include_str!("../../assets/themes/terminal.toml")),
    (PLAIN, include_str!("../../assets/themes/plain.toml")),
    ("paper", include_str!("../../assets/themes/paper.toml")),
];

impl Theme {
    /// The theme of that name, or the default one.
    pub fn named(name: &str) -> Self {
        let toml = THEMES.iter().find(|(known, _)| *known == name).unwrap_or(&THEMES[0]).1;
        Self::read(toml)
    }

    fn read(toml: &str) -> Self {
        let looks: BTreeMap<String, Look> = crate::lang::table(toml);
        let styles =
            Role::ALL.iter().map(|role| looks.get(role.name()).map(style).unwrap_or_default()).collect();
        Self { styles }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

fn style(look: &Look) -> Style {
    let colour = |name: &Option<String>| name.as_ref().and_then(|name| name.parse::<Color>().ok());
    let mut style = Style { fg: colour(&look.fg), bg: colour(&look.bg), ..Style::default() };
    for (on, modifier) in [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underlined, Modifier::UNDERLINED),
        (look.reversed, Modifier::REVERSED),
    ] {
        if on {
            style = style.add_modifier(modifier);
        }
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_know_every_theme() {
        assert_eq!(THEMES.map(|(name, _)| name), crate::config::THEMES);
    }

    #[test]
    fn every_theme_styles_every_role() {
        for (name, toml) in THEMES {
            let looks: BTreeMap<String, Look> = toml::from_str(toml).unwrap();
            for role in Role::ALL {
                assert!(looks.contains_key(role.name()), "{name} lacks {}", role.name());
            }
            assert_eq!(looks.len(), Role::ALL.len(), "{name} styles a role that is none");
        }
    }

    #[test]
    fn the_plain_theme_sets_no_colour() {
        let plain = Theme::read(THEMES[1].1);
        assert!(Role::ALL.iter().all(|role| {
            let style = plain.style(*role);
            style.fg.is_none() && style.bg.is_none()
        }));
    }

    #[test]
    fn every_colour_in_a_theme_is_one() {
        for (name, toml) in THEMES {
            let looks: BTreeMap<String, Look> = toml::from_str(toml).unwrap();
            for (role, look) in looks {
                for colour in [look.fg, look.bg].into_iter().flatten() {
                    assert!(colour.parse::<Color>().is_ok(), "{name}: {role} = {colour}");
                }
            }
        }
    }
}
