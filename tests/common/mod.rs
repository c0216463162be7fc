//! A small test language for the reader: open something, press keys, look at what came of it.
//!
//! A [`Desk`] is the reader's state without a terminal and without threads: what the runtime would do
//! with a search or a new analysis is done on the spot, every other effect is kept for the test to look at. Nothing
//! depends on the environment: the language and the theme are named.

#![allow(dead_code, reason = "every test program uses its own part of the language")]

use std::fmt::Write as _;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use recoupe::app::effect::{Effect, Event, Mouse, MouseKind};
use recoupe::app::{App, Key};
use recoupe::config::{LanguageChoice, Settings};
use recoupe::demo;
use recoupe::dossier::Dossier;
use recoupe::search::{Ask, Search};
use recoupe::term::catalogue;
use recoupe::text::width::width;
use recoupe::ui;
use recoupe::ui::theme::Theme;

/// The built-in demo, analysed once for all tests of a program.
pub static DEMO: LazyLock<Dossier> = LazyLock::new(|| demo::load().analyse(&|_| {}));

/// Three invented accounts of one invented event.
pub static CABLE_CAR: LazyLock<Dossier> = LazyLock::new(|| analysed(CABLE_CAR_TEXTS));

/// What they say: an agency, its near copy with another figure, and a paper that goes its own way.
pub const CABLE_CAR_TEXTS: &[(&str, &str)] = &[
    (
        "agence.txt",
        "Brévenne : le téléphérique à l’arrêt\n\n\
         Le téléphérique de Brévenne est à l’arrêt depuis lundi soir, a annoncé la préfète Jeanne Morel.\n\n\
         Quelque 340 passagers ont été évacués par hélicoptère dans la nuit de lundi à mardi.\n\n\
         « Personne n’a passé la nuit dans une cabine », a déclaré le directeur de la régie, Karim Haddad.\n\n\
         La réouverture n’est pas prévue avant vendredi, selon la préfecture.\n\n\
         Anne Roussel, qui dirige l’école de ski, a réclamé « des câbles neufs avant l’hiver prochain ».\n",
    ),
    (
        "quotidien.txt",
        "Brévenne : 500 passagers évacués du téléphérique\n\n\
         Le téléphérique de Brévenne est à l’arrêt depuis lundi soir, a indiqué la préfète Jeanne Morel.\n\n\
         Près de 500 passagers ont été évacués par hélicoptère dans la nuit de lundi à mardi.\n\n\
         « Personne n’a passé la nuit dans une cabine », a assuré Karim Haddad, le directeur de la régie.\n\n\
         Les hôteliers de la vallée chiffrent leurs pertes à 90 000 euros.\n",
    ),
    (
        "gazette.txt",
        "Une panne de plus à Brévenne\n\n\
         Le vieux câble grinçait depuis des mois, racontent les commerçants de la place du marché.\n\n\
         « Personne n’a passé la nuit dans une cabine », a répété mardi Karim Haddad.\n",
    ),
];

/// A dossier of texts in memory, analysed.
pub fn analysed(texts: &[(&str, &str)]) -> Dossier {
    Dossier::of_texts("Brévenne", texts.iter().copied()).analyse(&|_| {})
}

/// Settings that do not depend on who runs the tests.
pub fn settings(language: LanguageChoice) -> Settings {
    Settings { language, ..Settings::default() }
}

/// The reader without a terminal.
pub struct Desk {
    /// Its state.
    pub app: App,
    /// What the last keys asked for, searches and analyses aside: those are answered at once.
    pub effects: Vec<Effect>,
    search: Search,
    theme: Theme,
}

impl Desk {
    /// A reader that has just been started and has begun to load.
    pub fn starting(language: LanguageChoice) -> Self {
        let settings = settings(language);
        let theme = Theme::named(&settings.theme);
        let mut app = App::new(settings, (120, 40));
        let effects = app.load();
        Self { app, effects, search: Search::default(), theme }
    }

    /// A reader on an analysed dossier, in French, at 120×40.
    pub fn on(dossier: &Dossier) -> Self {
        Self::speaking(LanguageChoice::French, dossier)
    }

    /// A reader on an analysed dossier in a language.
    pub fn speaking(language: LanguageChoice, dossier: &Dossier) -> Self {
        let mut desk = Self::starting(language);
        let generation = desk.app.generation();
        desk.happen(Event::Loaded(generation, Box::new(dossier.clone())));
        desk.analysed(generation, dossier);
        desk
    }

    /// A reader on the demo.
    pub fn demo() -> Self {
        Self::on(&DEMO)
    }

    /// A reader on the three accounts of [`CABLE_CAR_TEXTS`].
    pub fn cable_car() -> Self {
        Self::on(&CABLE_CAR)
    }

    /// The same with another theme.
    pub fn in_theme(mut self, name: &str) -> Self {
        self.theme = Theme::named(name);
        self
    }

    /// The same at another size.
    pub fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.app.fit(columns, rows);
        self
    }

    /// The same after some keys.
    pub fn after(mut self, keys: &str) -> Self {
        self.press(keys);
        self
    }

    /// Tells that the analysis of `dossier` is there, as the worker does.
    pub fn analysed(&mut self, generation: u64, dossier: &Dossier) {
        let catalogue = catalogue(dossier, &self.app.settings);
        self.happen(Event::Analysed(generation, Box::new(dossier.clone()), Box::new(catalogue)));
    }

    /// Presses keys by their names, as in the keymap: `"l 3 j ="`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.effects.clear();
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap();
            self.happen(Event::Key(key));
        }
        self
    }

    /// Types text, a key for every character.
    pub fn type_in(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.happen(Event::Key(Key::char(c)));
        }
        self
    }

    /// Lets the state settle after a test changed it by hand.
    pub fn settle(&mut self) {
        // An answer that nobody waits for.
        self.happen(Event::Found(u64::MAX, Box::default()));
    }

    /// Lets something happen; searches it leads to are answered at once.
    pub fn happen(&mut self, mut event: Event) {
        if let Event::Mouse(mouse) = &mut event {
            mouse.on = ui::spot::under(&self.app, &self.theme, mouse.column, mouse.row);
        }
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.app.update(event) {
                if let Effect::Analyse { generation, dossier, corrections } = effect {
                    let corrected = corrections.map(|corrections| dossier.with_corrections(corrections));
                    let first =
                        corrected.clone().map(|dossier| Event::Corrected(generation, Box::new(dossier)));
                    let again = corrected.unwrap_or_else(|| Dossier::clone(&dossier)).analyse_again(&|_| {});
                    let found = Box::new(catalogue(&again, &self.app.settings));
                    events.push(Event::Analysed(generation, Box::new(again), found));
                    // What is put last happens first.
                    events.extend(first);
                    continue;
                }
                if let Effect::Cut { dossier, cut } = effect {
                    let again = Box::new(Dossier::clone(&dossier).recut(cut));
                    events.push(Event::Cut(dossier, Ok(again)));
                    continue;
                }
                let Effect::Search { generation, catalogue, question } = effect else {
                    self.effects.push(effect);
                    continue;
                };
                let ask = Ask {
                    query: &question.query,
                    scope: question.scope,
                    limit: question.limit,
                    marks: Some(&question.marks),
                };
                let hits = self.search.run(&catalogue, &ask, &AtomicBool::new(false)).unwrap();
                events.push(Event::Found(generation, Box::new(hits)));
            }
        }
    }

    /// Clicks on the first place of the screen that shows `text`.
    pub fn click(&mut self, text: &str) -> &mut Self {
        self.effects.clear();
        let screen = self.screen();
        let found = screen.lines().zip(0u16..).find_map(|(line, row)| Some((line.find(text)?, line, row)));
        let (at, line, row) = found.unwrap_or_else(|| panic!("no {text:?} on the screen:\n{screen}"));
        let column = u16::try_from(width(&line[..at])).unwrap();
        self.happen(Event::Mouse(Mouse::new(MouseKind::Press, column, row)));
        self
    }

    /// The name of the article shown.
    pub fn article(&self) -> &str {
        let at = self.app.article().expect("an article is shown");
        &self.app.dossier.articles[at].id
    }

    /// The words of the passage under the cursor.
    pub fn passage(&self) -> &str {
        let at = self.app.article().expect("an article is shown");
        let passage = self.app.reader.passage().expect("a passage is under the cursor");
        passage.of(&self.app.dossier.articles[at].text)
    }

    /// The line that tells the reader something; empty when there is none.
    pub fn note(&self) -> &str {
        self.app.note.as_ref().map_or("", |note| &note.text)
    }

    /// The text that was put on the clipboard by the last keys.
    pub fn copied(&self) -> &str {
        let copied = self.effects.iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.as_str()),
            _ => None,
        });
        copied.expect("something was copied")
    }

    /// Whether the last keys left the program.
    pub fn quits(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::Quit))
    }

    /// What a terminal of the reader's size would hold.
    pub fn buffer(&self) -> Buffer {
        let (columns, rows) = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| ui::draw(frame, &self.app, &self.theme)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text, one line a row, without the blanks at the ends.
    pub fn screen(&self) -> String {
        text_of(&self.buffer())
    }

    /// The screen as text, and below it what is styled and how.
    pub fn picture(&self) -> String {
        let buffer = self.buffer();
        format!("{}\n--- styles\n{}", text_of(&buffer), styles_of(&buffer))
    }
}

/// The cells of a row that begin a character, with their columns.
fn cells(buffer: &Buffer, row: u16) -> impl Iterator<Item = (u16, &Cell)> {
    let mut column = 0;
    std::iter::from_fn(move || {
        let cell = (column < buffer.area.width).then(|| &buffer[(column, row)])?;
        let at = column;
        // A wide character takes the next cell too.
        column += u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
        Some((at, cell))
    })
}

/// A buffer as text, one line a row, without the blanks at the ends.
pub fn text_of(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in 0..buffer.area.height {
        let line: String = cells(buffer, row).map(|(_, cell)| cell.symbol()).collect();
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Every run of a buffer that has a style, one line a row: `row│ column style “text”`.
///
/// A picture in text hides a wrong highlight; this shows it. Vertical lines are left out, since the
/// corners above them have the same style.
pub fn styles_of(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in 0..buffer.area.height {
        let mut runs: Vec<(u16, String, String)> = Vec::new();
        for (column, cell) in cells(buffer, row) {
            let look = look(cell);
            match runs.last_mut() {
                // A bare blank parts nothing.
                Some((_, style, text)) if *style == look || (look.is_empty() && cell.symbol() == " ") => {
                    text.push_str(cell.symbol());
                }
                _ => runs.push((column, look, cell.symbol().to_owned())),
            }
        }
        runs.retain(|(_, look, _)| !look.is_empty());
        if !runs.is_empty() {
            let _ = write!(out, "{row:>2}│");
            for (column, look, text) in runs {
                let _ = write!(out, " {column} {look} “{}”", text.trim_end());
            }
            out.push('\n');
        }
    }
    out
}

/// A cell's style in words: `bold yellow on-blue`; nothing for the terminal's own.
fn look(cell: &Cell) -> String {
    let mut words: Vec<String> = cell.modifier.iter_names().map(|(name, _)| name.to_lowercase()).collect();
    let mut colour = |colour: Color, before: &str| {
        if colour != Color::Reset {
            words.push(format!("{before}{}", colour.to_string().to_lowercase()));
        }
    };
    colour(cell.fg, "");
    colour(cell.bg, "on-");
    // A blank shows a background, a line or the reverse, but no weight and no colour.
    let shows = cell.bg != Color::Reset
        || cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT);
    if [" ", "│", "┃"].contains(&cell.symbol()) && !shows { String::new() } else { words.join(" ") }
}
