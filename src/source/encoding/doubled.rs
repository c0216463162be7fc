//! Mends text that was UTF-8, was read as Windows-1252, and was then saved as UTF-8 again: `dÃ©putÃ©`.
//!
//! Hardly any text that is meant leads back to UTF-8 by chance; still, `IRMÃ` is Portuguese, and an article
//! may show what such text looks like. So a line is mended where all of it leads back and makes more sense
//! then; a line that holds sound letters as well only where what is mended makes sense in a word. All other
//! lines stay as they are.

use encoding_rs::WINDOWS_1252;

use super::sense::{Around, Sense};

/// How often text may have gone through it; every time makes its letters about twice as long.
const TIMES: usize = 3;

/// Places that a whole line may lead back from to letters beyond French: fewer could be chance.
const BEYOND_FRENCH: usize = 3;

/// `text` with every certain place mended, and how many these are; none where there is none.
pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    if !text.chars().zip(text.chars().skip(1)).any(|(c, next)| opens(c) && !next.is_ascii()) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut places = 0;
    for line in text.split_inclusive('\n') {
        match mended(line) {
            Some((line, count)) => {
                out.push_str(&line);
                places += count;
            }
            None => out.push_str(line),
        }
    }
    (places > 0).then_some((out, places))
}

/// A run of characters beyond ASCII, or what stood there before.
struct Run {
    start: usize,
    end: usize,
    text: String,
    /// Whether no character of it was lost on the way.
    whole: bool,
}

fn mended(line: &str) -> Option<(String, usize)> {
    let mut found = Vec::new();
    let mut all = true;
    let mut rest = 0;
    while let Some(at) = line[rest..].find(|c: char| !c.is_ascii()) {
        let start = rest + at;
        let end = line[start..].find(|c: char| c.is_ascii()).map_or(line.len(), |length| start + length);
        let run = Run { start, end, text: line[start..end].to_owned(), whole: true };
        match undone(line, run) {
            Some(run) => found.push(run),
            None => all = false,
        }
        rest = end;
    }
    let whole = found.iter().filter(|run| run.whole).count();
    if whole == 0 {
        return None;
    }
    let after = joined(line, &found);
    let sense = Sense::of(&after);
    if all && sense.score > Sense::of(line).score && (sense.odd == 0 || whole >= BEYOND_FRENCH) {
        return Some((after, found.len()));
    }
    // Sound letters stand beside: only what makes sense by itself.
    found.retain(|run| run.makes_sense(line));
    let certain = found.iter().any(|run| run.whole && run.in_word(line));
    certain.then(|| (joined(line, &found), found.len()))
}

impl Run {
    /// Whether all of its text makes sense in its place in `line`.
    fn makes_sense(&self, line: &str) -> bool {
        let mut around = Around::default();
        let before: Vec<char> = line[..self.start].chars().rev().take(2).collect();
        before.iter().rev().for_each(|c| around.pass(*c));
        let mut chars = self.text.chars();
        while let Some(c) = chars.next() {
            around.ahead(chars.clone().chain(line[self.end..].chars()));
            if around.weight(c) < 0 {
                return false;
            }
            around.pass(c);
        }
        true
    }

    /// Whether it touches a letter.
    fn in_word(&self, line: &str) -> bool {
        line[..self.start].ends_with(char::is_alphabetic) || line[self.end..].starts_with(char::is_alphabetic)
    }
}

fn joined(line: &str, runs: &[Run]) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = 0;
    for run in runs {
        out.push_str(&line[rest..run.start]);
        out.push_str(&run.text);
        rest = run.end;
    }
    out.push_str(&line[rest..]);
    out
}

/// Whether `c` is what Windows-1252 has for a byte that opens a sequence of UTF-8.
fn opens(c: char) -> bool {
    matches!(c, '\u{c2}'..='\u{f4}')
}

/// What `run` was before it went through Windows-1252, once or more often; none where it is sound.
fn undone(line: &str, run: Run) -> Option<Run> {
    if run.makes_sense(line) {
        return None;
    }
    let Some(mut text) = once(&run.text) else { return torn(line, &run) };
    for _ in 1..TIMES {
        // What Windows-1252 has no letter for has been through it no more: `é »` would become `頻`.
        match once(&text).filter(|back| back.chars().all(|c| byte(c).is_some())) {
            Some(back) => text = back,
            None => break,
        }
    }
    Some(Run { text, ..run })
}

fn once(run: &str) -> Option<String> {
    if !run.starts_with(opens) {
        return None;
    }
    let bytes: Option<Vec<u8>> = run.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// The byte for `c` in Windows-1252, in ISO-8859-1 where the former leaves a hole or the latter was used.
fn byte(c: char) -> Option<u8> {
    u8::try_from(c).ok().or_else(|| {
        let mut buffer = [0; 4];
        let (bytes, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
        (!lost).then(|| bytes.first().copied()).flatten()
    })
}

/// The two letters that lose a character on the way: `à`, whose no-break space was made a space, and the
/// closing mark `”`, whose last byte stands for nothing in Windows-1252.
fn torn(line: &str, run: &Run) -> Option<Run> {
    let rest = &line[run.end..];
    let (text, spaces) = match run.text.as_str() {
        // Where the space between the words is there as well, it stays.
        "Ã" if rest.starts_with("  ") => ("à", 1),
        "Ã" if rest.starts_with(' ') => ("à", 0),
        "â€" => ("”", 0),
        _ => return None,
    };
    Some(Run { end: run.end + spaces, text: text.to_owned(), whole: false, ..*run })
}
