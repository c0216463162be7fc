//! Prints a page as plain text, for terminals, pipes and screen readers.
//!
//! Rows are wrapped to a width, nothing is drawn with lines or boxes, and colour is never alone: a
//! sign or a mark says the same.

use std::io::{self, Write};

use super::page::{Line, Page, Part, SideBySide, Tone, Version};
use crate::article::Span;
use crate::text::visible::neutralise;
use crate::text::width::{fit, width};
use crate::text::wrap::wrap;

/// How plain text is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns that a row may take.
    pub columns: usize,
    /// Whether tones are set in colour and weight.
    pub colour: bool,
}

/// The narrowest column of a side-by-side view; below it the two sides are stacked.
const NARROWEST: usize = 28;

/// Prints `page` to `out`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(page: &Page, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut printer = Printer { style, out, numbered: Vec::new() };
    let mut previous: Option<&Part> = None;
    for part in &page.parts {
        let apart = match (previous, part) {
            (None, _) => false,
            (Some(Part::Heading(..)), Part::Heading(2.., _)) => true,
            (Some(Part::Heading(..)), _) => false,
            (_, Part::Heading(..) | Part::Stack(..) | Part::Sides(..)) => true,
            (Some(Part::Item(..)), Part::Item(..)) => false,
            _ => true,
        };
        if apart {
            printer.out.write_all(b"\n")?;
        }
        printer.part(part)?;
        previous = Some(part);
    }
    Ok(())
}

struct Printer<'a> {
    style: Style,
    out: &'a mut dyn Write,
    /// The outlets whose numbers were told last: grids of the same ones follow each other.
    numbered: Vec<String>,
}

impl Printer<'_> {
    fn part(&mut self, part: &Part) -> io::Result<()> {
        match part {
            Part::Heading(_, text) => self.rows(&Line::new().strong(text.as_str()), "", ""),
            Part::Paragraph(line) => self.rows(line, "", ""),
            Part::Item(line, notes) => {
                self.rows(line, "  ", "    ")?;
                notes.iter().try_for_each(|note| self.rows(note, "      ", "      "))
            }
            Part::Stack(versions, why) => self.stack(versions, why),
            Part::Sides(names, rows) => self.sides(names, rows),
            Part::Grid(outlets, rows) => self.grid(outlets, rows),
        }
    }

    /// Prints `line` with `first` before its first row and `rest` before the others.
    fn rows(&mut self, line: &Line, first: &str, rest: &str) -> io::Result<()> {
        let room = self.style.columns.saturating_sub(width(rest).max(width(first)));
        for (number, row) in self.broken(line, room).into_iter().enumerate() {
            let indent = if number == 0 { first } else { rest };
            writeln!(self.out, "{indent}{}", row.text)?;
        }
        Ok(())
    }

    fn stack(&mut self, versions: &[Version], why: &str) -> io::Result<()> {
        let names = versions.iter().map(|version| width(&neutralise(&version.outlet))).max().unwrap_or(0);
        let names = names.min(self.style.columns / 4).max(6);
        for version in versions {
            let name = padded(&neutralise(&version.outlet), names);
            let sign = self.sign(version.sign);
            let first = format!("  {name} {sign}  ");
            // Escape codes take no columns, so the first row's indent is measured without them.
            let rest = " ".repeat(names + 6);
            let absent = Line::new().faint("—");
            let room = self.style.columns.saturating_sub(names + 6);
            let rows = self.broken(version.text.as_ref().unwrap_or(&absent), room);
            for (number, row) in rows.into_iter().enumerate() {
                writeln!(self.out, "{}{}", if number == 0 { &first } else { &rest }, row.text)?;
            }
        }
        why.lines().try_for_each(|why| self.rows(&Line::new().faint(why), "  ", "    "))
    }

    fn sides(&mut self, names: &[String; 2], rows: &[SideBySide]) -> io::Result<()> {
        let column = self.style.columns.saturating_sub(5) / 2;
        if column < NARROWEST {
            return self.sides_stacked(names, rows);
        }
        let [left, right] = names;
        let titles = SideBySide {
            left: Some(Line::new().strong(left.as_str())),
            sign: ' ',
            right: Some(Line::new().strong(right.as_str())),
            why: String::new(),
        };
        let absent = Line::new().faint("—");
        for row in std::iter::once(&titles).chain(rows) {
            let left = self.broken(row.left.as_ref().unwrap_or(&absent), column);
            let right = self.broken(row.right.as_ref().unwrap_or(&absent), column);
            for number in 0..left.len().max(right.len()) {
                let (text, columns) = left.get(number).map_or(("", 0), |row| (&row.text, row.columns));
                let sign = if number == 0 { self.sign(row.sign) } else { " ".to_owned() };
                let opposite = right.get(number).map_or("", |row| row.text.as_str());
                let pad = " ".repeat(column.saturating_sub(columns));
                writeln!(self.out, "{}", format!("{text}{pad}  {sign}  {opposite}").trim_end())?;
            }
            if !row.why.is_empty() {
                self.rows(&Line::new().faint(row.why.as_str()), "  ", "  ")?;
            }
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn sides_stacked(&mut self, names: &[String; 2], rows: &[SideBySide]) -> io::Result<()> {
        for row in rows {
            let left = Version {
                outlet: names[0].clone(),
                sign: if row.right.is_none() { row.sign } else { ' ' },
                text: row.left.clone(),
            };
            let right = Version {
                outlet: names[1].clone(),
                sign: if row.right.is_none() { ' ' } else { row.sign },
                text: row.right.clone(),
            };
            self.stack(&[left, right], &row.why)?;
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn grid(&mut self, outlets: &[String], rows: &[(Vec<char>, Line)]) -> io::Result<()> {
        let indent = 2 + 3 * outlets.len() + 2;
        if indent + NARROWEST > self.style.columns {
            return self.grid_named(outlets, rows);
        }
        if self.numbered != outlets {
            for (number, outlet) in outlets.iter().enumerate() {
                self.rows(
                    &Line::new().strong(format!("{}", number + 1)).plain("  ").plain(outlet),
                    "  ",
                    "      ",
                )?;
            }
            self.out.write_all(b"\n")?;
            self.numbered = outlets.to_vec();
        }
        let numbers: String = (1..=outlets.len()).map(|number| format!("{number:>3}")).collect();
        writeln!(self.out, "  {numbers}")?;
        for (signs, line) in rows {
            let mut first = String::from("  ");
            for &sign in signs {
                first.push_str("  ");
                first.push_str(&self.sign(sign));
            }
            let rest = " ".repeat(indent);
            for (number, row) in self.broken(line, self.style.columns - indent).into_iter().enumerate() {
                if number == 0 {
                    writeln!(self.out, "{first}  {}", row.text)?;
                } else {
                    writeln!(self.out, "{rest}{}", row.text)?;
                }
            }
        }
        Ok(())
    }

    /// Where a row has no room for a column per outlet, those that have the fact are named under it.
    fn grid_named(&mut self, outlets: &[String], rows: &[(Vec<char>, Line)]) -> io::Result<()> {
        for (signs, line) in rows {
            self.rows(line, "  ", "    ")?;
            for sign in ['●', '◐', '≠'] {
                let names: Vec<&str> = outlets
                    .iter()
                    .zip(signs)
                    .filter(|&(_, &given)| given == sign)
                    .map(|(outlet, _)| outlet.as_str())
                    .collect();
                if !names.is_empty() {
                    self.rows(
                        &Line::new().plain(format!("{sign} {}", names.join(", "))),
                        "      ",
                        "        ",
                    )?;
                }
            }
        }
        Ok(())
    }

    fn sign(&self, sign: char) -> String {
        let code = match sign {
            '=' | '●' => "32",
            '~' | '◐' => "33",
            '≠' => "1;31",
            '+' => "36",
            _ => return sign.to_string(),
        };
        if self.style.colour { format!("\x1b[{code}m{sign}\x1b[0m") } else { sign.to_string() }
    }

    /// `line` made harmless and broken into rows of at most `room` columns; at least one.
    fn broken(&self, line: &Line, room: usize) -> Vec<Row> {
        let mut text = String::new();
        let mut runs = Vec::with_capacity(line.pieces.len());
        for (tone, piece) in &line.pieces {
            let start = text.len();
            let (before, after) = match tone {
                Tone::Changed if !self.style.colour => ("{", "}"),
                Tone::Added if !self.style.colour => ("{+", "}"),
                _ => ("", ""),
            };
            text.push_str(before);
            text.push_str(&neutralise(piece));
            text.push_str(after);
            runs.push((*tone, Span::new(start, text.len())));
        }
        let rows = wrap(&text, Span::new(0, text.len()), room.max(1));
        let rows: Vec<Row> = rows
            .into_iter()
            .map(|span| Row { columns: width(span.of(&text)), text: self.toned(&text, span, &runs) })
            .collect();
        if rows.is_empty() { vec![Row { text: String::new(), columns: 0 }] } else { rows }
    }

    fn toned(&self, text: &str, row: Span, runs: &[(Tone, Span)]) -> String {
        if !self.style.colour {
            return row.of(text).to_owned();
        }
        let mut out = String::with_capacity(row.len() + 16);
        let from = runs.partition_point(|(_, span)| span.end <= row.start);
        for (tone, span) in runs.iter().skip(from).take_while(|(_, span)| span.start < row.end) {
            let part = Span::new(span.start.max(row.start), span.end.min(row.end)).of(text);
            match tone {
                Tone::Plain => out.push_str(part),
                Tone::Strong => out.push_str(&format!("\x1b[1m{part}\x1b[0m")),
                Tone::Faint => out.push_str(&format!("\x1b[2m{part}\x1b[0m")),
                Tone::Changed => out.push_str(&format!("\x1b[1;4m{part}\x1b[0m")),
                Tone::Added => out.push_str(&format!("\x1b[3;4m{part}\x1b[0m")),
                Tone::Found => out.push_str(&format!("\x1b[7m{part}\x1b[0m")),
            }
        }
        out
    }
}

/// One row as it is printed, and the columns it takes without its escape codes.
struct Row {
    text: String,
    columns: usize,
}

fn padded(text: &str, columns: usize) -> String {
    let cut = fit(text, columns);
    let pad = columns.saturating_sub(width(&cut));
    format!("{cut}{}", " ".repeat(pad))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::visible::visible;

    fn printed(part: Part, columns: usize) -> String {
        let mut out = Vec::new();
        let page = Page { parts: vec![part] };
        write(&page, Style { columns, colour: false }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn line(text: &str) -> Line {
        Line::new().plain(text)
    }

    #[test]
    fn an_item_hangs_under_its_first_row() {
        let text = printed(Part::Item(line("Les pêcheurs bloquent le port"), vec![line("à Brest")]), 20);
        assert_eq!(text, "  Les pêcheurs\n    bloquent le port\n      à Brest\n");
    }

    #[test]
    fn sides_stand_beside_each_other_with_their_sign_between() {
        let row = SideBySide {
            left: Some(line("Neuf bateaux sont à quai")),
            sign: '≠',
            right: Some(line("Douze bateaux restent à quai ce matin")),
            why: String::new(),
        };
        let text = printed(Part::Sides(["A".to_owned(), "B".to_owned()], vec![row]), 65);
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows[2], "Neuf bateaux sont à quai        ≠  Douze bateaux restent à quai");
        assert_eq!(rows[3], "                                   ce matin");
    }

    #[test]
    fn narrow_sides_are_stacked() {
        let row = SideBySide { left: Some(line("Oui")), sign: '+', right: None, why: String::new() };
        let text = printed(Part::Sides(["Nord".to_owned(), "Sud".to_owned()], vec![row]), 40);
        assert_eq!(text, "  Nord   +  Oui\n  Sud       —\n\n");
    }

    #[test]
    fn changed_words_are_marked_without_colour() {
        let text =
            printed(Part::Paragraph(line("il y a ").then(Tone::Changed, "neuf").plain(" bateaux")), 40);
        assert_eq!(text, "il y a {neuf} bateaux\n");
    }

    #[test]
    fn what_an_article_holds_cannot_command_the_terminal() {
        let text = printed(Part::Heading(1, "a\u{1b}]0;x\u{7}\u{202e}b\u{9b}2J".to_owned()), 40);
        assert!(text.trim_end().chars().all(|c| visible(c) == c), "{text:?}");
        assert!(text.starts_with('a') && text.contains("]0;x"), "{text:?}");
    }

    #[test]
    fn colour_closes_on_every_row() {
        let mut out = Vec::new();
        let page = Page { parts: vec![Part::Paragraph(Line::new().strong("un deux trois"))] };
        write(&page, Style { columns: 8, colour: true }, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[1mun deux\x1b[0m\n\x1b[1mtrois\x1b[0m\n");
    }

    #[test]
    fn a_grid_without_room_for_its_columns_names_the_outlets() {
        let grid = Part::Grid(
            vec!["Nord".to_owned(), "Sud".to_owned()],
            vec![(vec!['●', '·'], line("neuf bateaux"))],
        );
        assert_eq!(printed(grid, 30), "  neuf bateaux\n      ● Nord\n");
    }

    #[test]
    fn a_grid_numbers_its_outlets() {
        let grid = Part::Grid(
            vec!["Nord".to_owned(), "Sud".to_owned()],
            vec![(vec!['●', '·'], line("neuf bateaux"))],
        );
        assert_eq!(printed(grid, 60), "  1  Nord\n  2  Sud\n\n    1  2\n    ●  ·  neuf bateaux\n");
    }

    proptest! {
        #[test]
        fn any_text_is_harmless_and_keeps_to_its_columns(text in "(\\PC|\\s|[\u{0}-\u{9f}\u{202e}])*", columns in 20usize..90) {
            for part in [
                Part::Item(line(&text), vec![line(&text)]),
                Part::Stack(vec![Version { outlet: text.clone(), sign: '=', text: Some(line(&text)) }], text.clone()),
                Part::Grid(vec![text.clone()], vec![(vec!['●'], line(&text))]),
                Part::Sides([text.clone(), text.clone()], vec![SideBySide {
                    left: Some(line(&text)), sign: '=', right: Some(line(&text)), why: text.clone(),
                }]),
            ] {
                for row in printed(part, columns).lines() {
                    prop_assert!(row.chars().all(|c| visible(c) == c), "{row:?}");
                    prop_assert!(width(row) <= columns, "{row:?}");
                }
            }
        }
    }
}
