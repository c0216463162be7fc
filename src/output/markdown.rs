//! Prints a page as Markdown (CommonMark with the tables of GitHub), to paste into a note or a story.
//!
//! Whatever an article holds is text and nothing else: control characters are made visible and
//! markup is escaped, so that a title cannot become a link or a picture.

use std::io::{self, Write};

use super::page::{Line, Page, Part, SideBySide, Tone};
use crate::source::EXPORTED;
use crate::text::visible::neutralise;

/// Prints `page` to `out`, below the line that tells it from an article.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{EXPORTED}\n")?;
    parts(page, out)
}

fn parts(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let mut in_list = false;
    for (number, part) in page.parts.iter().enumerate() {
        let item = matches!(part, Part::Item(..));
        if number > 0 && !(item && in_list) {
            out.write_all(b"\n")?;
        }
        in_list = item;
        match part {
            Part::Heading(level, text) => {
                writeln!(out, "{} {}", "#".repeat(usize::from(*level).clamp(1, 6)), escaped(text))?;
            }
            Part::Paragraph(text) => writeln!(out, "{}", line(text))?,
            Part::Item(text, notes) => {
                writeln!(out, "- {}", line(text))?;
                notes.iter().try_for_each(|note| writeln!(out, "  - {}", line(note)))?;
            }
            Part::Stack(versions, why) => {
                for version in versions {
                    let sign =
                        if version.sign == ' ' { String::new() } else { format!(" {}", sign(version.sign)) };
                    let text = version.text.as_ref().map_or_else(|| "—".to_owned(), line);
                    writeln!(out, "- **{}**{sign} {text}", escaped(&version.outlet))?;
                }
                for why in why.lines() {
                    writeln!(out, "- *{}*", escaped(why))?;
                }
            }
            Part::Sides(names, rows) => sides(names, rows, out)?,
            Part::Grid(outlets, rows) => grid(outlets, rows, out)?,
        }
    }
    Ok(())
}

fn sides(names: &[String; 2], rows: &[SideBySide], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} | | {} | |", escaped(&names[0]), escaped(&names[1]))?;
    writeln!(out, "|---|:-:|---|---|")?;
    for row in rows {
        let side = |text: &Option<Line>| text.as_ref().map_or_else(|| "—".to_owned(), line);
        let (left, right) = (side(&row.left), side(&row.right));
        writeln!(out, "| {left} | {} | {right} | {} |", sign(row.sign), escaped(&row.why))?;
    }
    Ok(())
}

fn grid(outlets: &[String], rows: &[(Vec<char>, Line)], out: &mut dyn Write) -> io::Result<()> {
    let names: Vec<String> = outlets.iter().map(|outlet| escaped(outlet)).collect();
    writeln!(out, "| | {} |", names.join(" | "))?;
    writeln!(out, "|---|{}", ":-:|".repeat(outlets.len()))?;
    for (signs, text) in rows {
        let signs: Vec<String> = signs.iter().map(|&c| sign(c)).collect();
        writeln!(out, "| {} | {} |", line(text), signs.join(" | "))?;
    }
    Ok(())
}

fn sign(sign: char) -> String {
    escaped(&sign.to_string())
}

fn line(line: &Line) -> String {
    let mut out = String::new();
    // Plain pieces that touch are one: an address may begin in the first and go on in the second.
    for pieces in line.pieces.chunk_by(|(a, _), (b, _)| (a, b) == (&Tone::Plain, &Tone::Plain)) {
        let tone = pieces.first().map_or(Tone::Plain, |(tone, _)| *tone);
        let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
        let marks = match tone {
            Tone::Plain => "",
            Tone::Strong | Tone::Changed | Tone::Found => "**",
            Tone::Faint | Tone::Added => "*",
        };
        // Emphasis may not begin or end with a space.
        let inner = text.trim_matches(char::is_whitespace);
        if marks.is_empty() || inner.is_empty() {
            let rest = if out.is_empty() { escaped(&text) } else { escaped_inside(&text) };
            out.push_str(&rest);
            continue;
        }
        let start = text.len() - text.trim_start().len();
        let (before, rest) = text.split_at(start);
        let (_, after) = rest.split_at(inner.len());
        let before = if out.is_empty() { "" } else { before };
        let inner = escaped_inside(inner);
        out.push_str(&format!("{}{marks}{inner}{marks}{}", escaped_inside(before), escaped_inside(after)));
    }
    out
}

/// `text` at the start of a line, with every character that could be markup there escaped. CommonMark
/// lets any ASCII punctuation stand behind a backslash, and makes code of a line that is indented.
fn escaped(text: &str) -> String {
    let text = text.trim_start();
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let (number, behind) = text.split_at(text.len() - behind.len());
    let lists = (1..10).contains(&number.len()) && behind.starts_with(['.', ')']);
    let opens = number.is_empty() && behind.starts_with(['-', '+', '=', ':']);
    let escaped = escaped_inside(text);
    let (number, behind) = escaped.split_at(number.len());
    let mark = if (lists || opens) && !behind.starts_with('\\') { "\\" } else { "" };
    format!("{number}{mark}{behind}")
}

/// `text` inside a line, with every character that could be markup escaped.
///
/// GitHub also makes links of bare addresses. A backslash stops it where it reads `://` and `www.`, but it
/// looks for e-mail addresses in the finished text, where neither a backslash nor an entity is left to see:
/// only an empty comment parts the name, or `mailto:`, from its `@`.
fn escaped_inside(text: &str) -> String {
    let text = neutralise(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let behind = &text[at + c.len_utf8()..];
        let markup = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => true,
            '!' => behind.starts_with('['),
            ':' => behind.starts_with("//"),
            '.' => at >= 3 && text.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"www"),
            _ => false,
        };
        if markup {
            out.push('\\');
        } else if c == '@' && !before.is_whitespace() && behind.starts_with(|c: char| !c.is_whitespace()) {
            out.push_str("<!-- -->");
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::page::Version;
    use super::*;

    fn printed(part: Part) -> String {
        let mut out = Vec::new();
        parts(&Page { parts: vec![part] }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn markup_in_an_article_stays_text() {
        let hostile = Line::new().plain("![x](http://a.example) <script> **b** | c\u{1b}[2J");
        assert_eq!(
            printed(Part::Paragraph(hostile)),
            "\\!\\[x\\](http\\://a.example) \\<script\\> \\*\\*b\\*\\* \\| c␛\\[2J\n"
        );
    }

    /// What a reader of the export sees of `text`, as GitHub's Markdown shows it; tags where it is more
    /// than text.
    fn seen(line: Line) -> String {
        let mut options = comrak::Options::default();
        options.render.r#unsafe = true;
        let extension = &mut options.extension;
        (extension.autolink, extension.table, extension.strikethrough) = (true, true, true);
        (extension.tasklist, extension.footnotes, extension.math_dollars) = (true, true, true);
        let html = comrak::markdown_to_html(&printed(Part::Paragraph(line)), &options);
        let html = html.trim_end().trim_start_matches("<p>").trim_end_matches("</p>").replace("<!-- -->", "");
        html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    #[test]
    fn no_line_of_an_article_is_more_than_text() {
        for text in [
            "Le site www.example.org, WWW.EXAMPLE.ORG et http://a.example/b ou ftp://a.example.org",
            "Écrire à marie.durand@example.org, a_b+c-@example.org, mailto:a@b.example",
            "![photo](http://a.example/p.png) [lien](javascript:x) [x]: http://a.example <http://a.example>",
            "    quatre espaces",
            "\tune tabulation",
            "# Titre #",
            "Titre\n===\nSous-titre\n---",
            "```sh\nrm\n```",
            "~~~\nrm\n~~~ et `code` et $x$",
            "<script>alert(1)</script><!-- x --><img src=x onerror=y>&lt;b&gt;&#65;&copy;",
            "> citation",
            "12) douze",
            "+ plus - moins * fois",
            "- [x] fait",
            "| a | b |\n|---|---|\n| c | d |",
            "~~barré~~ **gras** __gras__ *i* _i_ [^1]",
            "un retour\\\ndeux  \ntrois",
            "***",
            "@nom #12 a@ @b c@-d",
            "://a.example",
            "12@a.example",
            "mailto:@a.example xmpp:b@a.example --@.example",
        ] {
            assert_eq!(seen(Line::new().plain(text)), neutralise(text).trim(), "{text:?}");
        }
        let parts = Line::new().plain("www").plain(".example.org, marie").plain("@example.org");
        assert_eq!(seen(parts), "www.example.org, marie@example.org");
    }

    proptest! {
        #[test]
        fn any_mix_of_markup_is_seen_as_it_was(
            pieces in proptest::collection::vec(proptest::sample::select(MARKUP), 0..14)
        ) {
            let text = pieces.concat();
            let shown = neutralise(&text);
            prop_assert_eq!(seen(Line::new().plain(text.as_str())), shown.trim());
        }
    }

    const MARKUP: &[&str] = &[
        "a",
        "b.example",
        "1",
        " ",
        "    ",
        "\n",
        "\t",
        "#",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "|",
        "-",
        "--",
        "+",
        "=",
        ">",
        "<",
        "<b>",
        "</b>",
        "!",
        "[",
        "]",
        "(",
        ")",
        "[x]",
        "]:",
        "&",
        "&amp;",
        ";",
        "$",
        "\\",
        ":",
        "//",
        "http://",
        "www.",
        "www",
        ".",
        "@",
        "é",
        "»",
        "^",
        "<!--",
        "-->",
        "<?",
        "mailto:",
        "1.",
        "2)",
        "\"",
        "'",
    ];

    #[test]
    fn a_paragraph_cannot_open_a_list_or_a_title() {
        assert_eq!(printed(Part::Paragraph(Line::new().plain("1. Un"))), "1\\. Un\n");
        assert_eq!(printed(Part::Paragraph(Line::new().plain("- Un"))), "\\- Un\n");
        assert_eq!(printed(Part::Heading(2, "# Un".to_owned())), "## \\# Un\n");
    }

    #[test]
    fn what_opens_nothing_inside_a_line_is_left_as_it_is() {
        let text = Line::new().strong("Anne Roussel").plain(": oui").plain("- 1. non");
        assert_eq!(printed(Part::Paragraph(text)), "**Anne Roussel**: oui- 1. non\n");
    }

    #[test]
    fn emphasis_keeps_its_spaces_outside() {
        let text = Line::new().strong("Anne Roussel ").plain("parle");
        assert_eq!(printed(Part::Paragraph(text)), "**Anne Roussel** parle\n");
    }

    #[test]
    fn a_stack_is_a_list() {
        let version = Version { outlet: "Nord".to_owned(), sign: '≠', text: None };
        assert_eq!(printed(Part::Stack(vec![version], String::new())), "- **Nord** ≠ —\n");
    }

    #[test]
    fn a_grid_is_a_table() {
        let grid = Part::Grid(vec!["Nord|Sud".to_owned()], vec![(vec!['●'], Line::new().plain("neuf"))]);
        assert_eq!(printed(grid), "| | Nord\\|Sud |\n|---|:-:|\n| neuf | ● |\n");
    }
}
