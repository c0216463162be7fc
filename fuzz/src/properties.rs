//! What must hold whatever is read, one function for each fuzz target.
//!
//! `cargo +nightly fuzz run NAME` looks for bytes that break one of them; `tests/fuzz.rs` holds them over what
//! was found so far, with the stable toolchain. A new one is a function here, its line in [`ALL`], a file
//! in `targets/` with its `[[bin]]`, and a folder of short invented texts in `corpus/`.

use std::borrow::Cow;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use recoupe::app::App;
use recoupe::app::action::Action;
use recoupe::app::keymap::{Keymap, Meaning};
use recoupe::article::{Article, Span, dates};
use recoupe::config::{Settings, THEMES};
use recoupe::dossier::Dossier;
use recoupe::lang::Language;
use recoupe::output::json;
use recoupe::search::in_text::Occurrences;
use recoupe::search::query::{Condition, LONGEST};
use recoupe::search::{Ask, Catalogue, Query, Search};
use recoupe::source::sidecar::{self, Correction, Sidecar, WriteError};
use recoupe::source::{Decoded, Reason, encoding};
use recoupe::text::Text;

/// Panics where what it stands for does not hold of these bytes.
pub type Property = fn(&[u8]);

/// Every property with the name of its target.
pub const ALL: [(&str, Property); 9] = [
    ("decoding", decoding),
    ("blocks", blocks),
    ("sentences", sentences),
    ("query", query),
    ("keymap", keymap),
    ("settings", settings),
    ("sidecar", sidecar),
    ("sidecar_writing", sidecar_writing),
    ("dossier", dossier),
];

/// Bytes become text or are refused; what was read and not mended reads the same in the encoding that is named
/// for it, and all of it once it is saved as UTF-8.
pub fn decoding(data: &[u8]) {
    for label in ["windows-1252", "utf-16le", "shift_jis", "iso-2022-jp", "gb18030"] {
        if let Ok(reading) = encoding::decode(data, encoding::named(label).ok()) {
            assert!(reading.decoded.text.len() <= 3 * data.len(), "{label} makes more of it than there is");
        }
    }
    let reading = match encoding::decode(data, None) {
        Ok(reading) => reading,
        Err(reason) => return assert!(matches!(reason, Reason::Empty | Reason::Binary), "{reason}"),
    };
    let text = &reading.decoded.text;
    assert!(!text.trim().is_empty() && text.len() <= 3 * data.len());
    let repairs = reading.repairs;
    assert!(repairs.broken <= text.matches('\u{fffd}').count());
    let (name, _) = encoding::parts(&reading.decoded.encoding);
    let asked = encoding::named(name).ok();
    let again = asked.and_then(|asked| encoding::decode(data, Some(asked)).ok());
    // An encoding that is asked for mends nothing.
    if repairs.foreign + repairs.doubled == 0 {
        assert!(again.is_some_and(|again| again.decoded.text == *text), "{name}");
    }
    // Control characters make a file binary, or UTF-16 where they are zeros; two marks are one too many.
    if !text.starts_with('\u{feff}') && text.chars().all(|c| !c.is_control() || c.is_whitespace()) {
        match encoding::decode(text.as_bytes(), None) {
            // What went through the wrong encoding more often than is undone at once is undone further.
            Ok(saved) => assert!(saved.decoded.text == *text || saved.repairs.doubled > 0, "{text:?}"),
            Err(reason) => assert_eq!(reason, Reason::Binary, "{text:?}"),
        }
    }
}

/// Blocks leave out nothing but white space, and dates are found in order.
pub fn blocks(data: &[u8]) {
    let article = article(text_of(data).into_owned());
    let whole = Span::new(0, article.text.len());
    tile(&article.text, whole, article.blocks.iter().map(|block| block.span), char::is_whitespace);
    tile(&article.text, whole, dates::find(&article.text, whole).iter().map(|date| date.span), |_| true);
    assert!(!article.label().is_empty() && !article.headline().is_empty());
}

/// Tokens and sentences leave out nothing that can be seen; quotations stand inside one another or apart.
pub fn sentences(data: &[u8]) {
    let mut article = article(text_of(data).into_owned());
    for language in [Language::French, Language::English] {
        article.language = Some(language);
        let cut = Text::read(&article);
        let mut tokens = 0;
        for (index, block) in article.blocks.iter().enumerate() {
            let inside = cut.tokens_in(block.span);
            tokens += inside.len();
            tile(&article.text, block.span, inside.iter().map(|token| token.span), is_unseen);
            let of_block = cut.sentences.iter().filter(|sentence| sentence.block == index);
            let spans: Vec<Span> = of_block.map(|sentence| sentence.span).collect();
            if block.kind.is_noise() {
                assert!(spans.is_empty(), "a sentence in noise");
            } else {
                tile(&article.text, block.span, spans, char::is_whitespace);
            }
        }
        assert_eq!(tokens, cut.tokens.len(), "a token outside of the blocks");
        for (index, sentence) in cut.sentences.iter().enumerate() {
            assert_eq!(cut.sentence_at(sentence.span.start), Some(index));
            assert_eq!(cut.sentence_at(sentence.span.end - 1), Some(index));
        }
        let mut around: Vec<Span> = Vec::new();
        for quote in &cut.quotes {
            fits(&article.text, quote.span);
            assert!(article.text.get(quote.inner.start..quote.inner.end).is_some());
            assert!(quote.span.covers(quote.inner));
            around.retain(|outer| outer.end > quote.span.start);
            assert!(around.iter().all(|outer| outer.covers(quote.span)), "two quotations cross");
            assert_eq!(usize::from(quote.depth), around.len().min(255));
            around.push(quote.span);
        }
    }
}

/// A small dossier to search in.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let texts = [
        ("Le Phare", "L’Élysée dément tout report\n\nLa maire Jeanne Morel a promis « un dialogue »."),
        (
            "L’Écho",
            "Grève au port\n\nQuelque 1 500 marins, l’œuvre de Sète, restent à quai, dit Karim Haddad.",
        ),
    ];
    Catalogue::new(&Dossier::of_texts("port", texts).analyse(&|_| {}), [])
});

/// A line is read in bounds; typing on finds what typing afresh finds; highlights are whole characters.
pub fn query(data: &[u8]) {
    let line = text_of(data);
    let typed: Vec<char> = line.chars().collect();
    let mut search = Search::default();
    let never = AtomicBool::new(false);
    for end in [typed.len() / 3, typed.len() * 2 / 3, typed.len()] {
        let query = Query::parse(&typed[..end].iter().collect::<String>());
        assert!(query.groups.iter().all(|group| !group.is_empty()));
        for term in query.groups.iter().flatten() {
            let (Condition::Fuzzy(text)
            | Condition::Exact(text)
            | Condition::Word(text)
            | Condition::Prefix(text)
            | Condition::Suffix(text)
            | Condition::Whole(text)) = &term.condition
            else {
                continue;
            };
            // No character folds to more than 18, U+FDFA being the longest.
            assert!(!text.is_empty() && text.chars().count() <= 18 * LONGEST);
        }
        let found = search.run(&CATALOGUE, &Ask::new(&query), &never);
        assert_eq!(found, Search::default().run(&CATALOGUE, &Ask::new(&query), &never));
        let Some(hits) = found else { panic!("nobody cancelled") };
        assert!(hits.shown.len() <= hits.total && hits.total <= hits.searched);
        for hit in &hits.shown {
            let Some(entry) = CATALOGUE.entry(hit.entry) else { panic!("no entry {}", hit.entry) };
            let lit =
                [(0, &hit.highlights)].into_iter().chain(hit.also.iter().map(|(part, lit)| (*part, lit)));
            for (part, spans) in lit {
                let text = CATALOGUE.part(entry, part);
                tile(text, Span::new(0, text.len()), spans.iter().copied(), |_| true);
            }
        }
    }
    // The first line is looked for in all the rest.
    let (typed, text) = line.split_once('\n').unwrap_or(("a", &line));
    tile(text, Span::new(0, text.len()), Occurrences::find(text, typed).spans().iter().copied(), |_| true);
}

/// Lines of an action and its keys, a tab between: a refused line changes nothing, and after the others
/// every key runs what the help says it runs.
pub fn keymap(data: &[u8]) {
    let mut keymap = Keymap::built_in();
    for line in text_of(data).lines().take(8) {
        let mut fields = line.split('\t');
        let action = fields.next().unwrap_or_default();
        let keys: Vec<String> = fields.map(str::to_owned).collect();
        let before = keymap.clone();
        match keymap.rebind(action, &keys) {
            Ok(()) => every_key_runs(&keymap),
            Err(_) => assert!(
                before.all().iter().map(|binding| &binding.keys).eq(keymap.all().iter().map(|b| &b.keys)),
                "a refused line changed something"
            ),
        }
    }
    for action in Action::ALL {
        keymap.clashes(*action);
    }
}

fn every_key_runs(keymap: &Keymap) {
    for binding in keymap.all() {
        for keys in &binding.keys {
            assert!(!keys.is_empty(), "{} runs by itself", binding.action);
            for context in &binding.contexts {
                assert_eq!(keymap.meaning(&[*context], keys), Meaning::Run(binding.action), "{keys:?}");
                assert!(!context.types() || keys.iter().all(|key| key.typed().is_none()), "{keys:?}");
            }
            for key in keys {
                assert_eq!(key.to_string().parse(), Ok(*key), "the help shows another key");
            }
        }
    }
}

/// Whatever the file says, the settings are ones that the reader can work with.
pub fn settings(data: &[u8]) {
    let text = text_of(data);
    let settings = Settings::read(&text);
    assert!(settings.margin <= 20 && (20..=240).contains(&settings.text_width));
    assert!(THEMES.contains(&settings.theme.as_str()));
    assert!(settings.encoding.as_deref().is_none_or(|label| encoding::named(label).is_ok()));
    let lines: Vec<usize> = settings.remarks.iter().map(|remark| remark.line).collect();
    assert!(lines.is_sorted() && lines.iter().all(|line| (1..=lines_of(&text)).contains(line)), "{lines:?}");
    assert!(lines.len() <= 4 * text.len());
    every_key_runs(&App::keymap_of(&settings).0);
}

/// What is understood of a sidecar is whole, and the rest is told with its line.
pub fn sidecar(data: &[u8]) {
    let text = text_of(data);
    let read = Sidecar::parse(Path::new(sidecar::FILE), &text);
    let lines: Vec<usize> = read.remarks.iter().map(|remark| remark.line).collect();
    let said =
        read.entries.iter().map(|entry| entry.line).chain(read.corrections.iter().map(|(line, _)| *line));
    assert!(lines.is_sorted() && lines.len() <= 4 * text.len());
    assert!(lines.iter().copied().chain(said).all(|line| (1..=lines_of(&text)).contains(&line)), "{read:?}");
    for entry in &read.entries {
        let told = [&entry.outlet, &entry.title, &entry.address, &entry.language].into_iter().flatten();
        let mut told = told.chain(&entry.authors).chain([&entry.file]);
        assert!(told.all(|text| !text.is_empty() && text.trim() == text), "{entry:?}");
    }
    let mut told = read.corrections.iter().flat_map(|(_, correction)| correction.pairs());
    assert!(told.all(|(_, text)| !text.is_empty() && text.trim() == text), "{read:?}");
}

/// The first line is a name that is set by hand in the sidecar made of the others: it is then read from
/// there, taken back again, and everything else stays.
pub fn sidecar_writing(data: &[u8]) {
    const ARTICLE: &str = "a.txt";
    let text = text_of(data);
    let (name, text) = text.split_once('\n').unwrap_or((&text, ""));
    let name = name.trim();
    let Ok(folder) = tempfile::tempdir() else { return };
    let file = folder.path().join(sidecar::FILE);
    let held = || std::fs::read_to_string(&file).unwrap_or_default();
    let read = || Sidecar::parse(Path::new(sidecar::FILE), &held());
    if std::fs::write(&file, text).is_err() {
        return;
    }
    let before = read();
    match sidecar::set_outlet(folder.path(), ARTICLE, name) {
        Ok(()) => {
            let after = read();
            let mut set = after.entries.iter().rev().filter(|entry| is_it(&entry.file, ARTICLE));
            assert_eq!(set.next().and_then(|entry| entry.outlet.as_deref()).unwrap_or_default(), name);
            assert_eq!(others(&after, ARTICLE), others(&before, ARTICLE));
            assert_eq!(after.title, before.title);
            assert_eq!(corrections(&after), corrections(&before));
            assert!(after.remarks.len() <= before.remarks.len(), "{:?}", after.remarks);
        }
        Err(error) => {
            assert!(matches!(error, WriteError::Broken { .. }), "{error}");
            assert_eq!(held(), text, "a refused change changed something");
        }
    }
    let (before, was) = (read(), held());
    let old = corrections(&before);
    let mut new = old.clone();
    new.push(Correction::Hide { actor: if name.is_empty() { "x".to_owned() } else { name.to_owned() } });
    match sidecar::set_corrections(folder.path(), &old, &new) {
        Ok(_) => {
            assert_eq!(corrections(&read()), new);
            assert_eq!(others(&read(), ""), others(&before, ""));
            // A text over several lines may hold what looks like a header; then it is refused to take one away.
            let back = sidecar::set_corrections(folder.path(), &new, &old).is_ok();
            assert_eq!(corrections(&read()), if back { old } else { new });
            assert_eq!(others(&read(), ""), others(&before, ""));
        }
        Err(error) => {
            assert!(matches!(error, WriteError::Broken { .. }), "{error}");
            assert_eq!(held(), was, "a refused change changed something");
        }
    }
}

/// Articles with a form feed between: all that is found in them stands in their text, and is told in JSON.
pub fn dossier(data: &[u8]) {
    let text = text_of(data);
    let texts = text.split('\u{c}').take(3).zip(["Le Phare", "L’Écho", "Radio Brève"]);
    let dossier = Dossier::of_texts("essai", texts.map(|(text, name)| (name, text))).analyse(&|_| {});
    let spans = |article: usize, spans: &mut dyn Iterator<Item = Span>| {
        let Some(article) = dossier.articles.get(article) else { panic!("no article {article}") };
        spans.for_each(|span| fits(&article.text, span));
    };
    for actor in &dossier.actors {
        assert!(!actor.name.is_empty() && !actor.mentions.is_empty(), "{actor:?}");
        actor.mentions.iter().for_each(|mention| spans(mention.article, &mut [mention.span].into_iter()));
        actor.roles.iter().for_each(|role| spans(role.article, &mut [role.span].into_iter()));
    }
    for claim in &dossier.claims {
        let cue = claim.cue.as_ref().map(|cue| cue.span);
        spans(claim.article, &mut [claim.span].into_iter().chain(cue).chain(claim.speaker_text));
        assert!(claim.speakers.iter().all(|speaker| *speaker < dossier.actors.len()));
    }
    for figure in &dossier.figures {
        spans(figure.article, &mut [figure.span].into_iter());
    }
    for alignment in dossier.alignments.iter().chain(&dossier.loose) {
        for (side, part) in [alignment.a, alignment.b].into_iter().zip(alignment.parts) {
            spans(side.article, &mut [side.span].into_iter().chain(part));
        }
        assert!((0.0..=1.0).contains(&alignment.score), "{}", alignment.score);
    }
    let mut written = Vec::new();
    assert!(json::write(&dossier, &mut written).is_ok());
    assert!(serde_json::from_slice::<serde_json::Value>(&written).is_ok());
}

fn text_of(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

fn article(text: String) -> Article {
    Article::read("essai.txt".into(), "essai.txt".into(), None, Decoded { text, encoding: "UTF-8".into() })
}

/// How many lines an editor shows, the empty one behind the last line end included.
fn lines_of(text: &str) -> usize {
    1 + text.matches('\n').count()
}

/// Holds that `span` is some whole characters of `text`.
fn fits(text: &str, span: Span) {
    assert!(!span.is_empty() && text.get(span.start..span.end).is_some(), "{span:?} of {text:?}");
}

/// Holds that `spans` fit `text` in order and apart, and that nothing but what `may_be_left_out` stands
/// between them and the ends of `whole`.
fn tile(
    text: &str,
    whole: Span,
    spans: impl IntoIterator<Item = Span>,
    may_be_left_out: impl Fn(char) -> bool,
) {
    let mut at = whole.start;
    for span in spans.into_iter().chain([Span::new(whole.end, whole.end)]) {
        assert!(span.is_empty() == (span.start == whole.end), "{span:?} is empty");
        let between = text.get(at..span.start);
        assert!(
            between.is_some_and(|left| left.chars().all(&may_be_left_out)),
            "{at}..{span:?}: {between:?}"
        );
        assert!(text.is_char_boundary(span.end) && span.end <= whole.end);
        at = span.end;
    }
}

/// White space and what no screen shows.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether two paths from the sidecar's folder are one.
fn is_it(a: &str, b: &str) -> bool {
    a.trim_start_matches("./").replace('\\', "/") == b
}

/// What a sidecar says about all articles but one, wherever it stands.
fn others(sidecar: &Sidecar, but: &str) -> Vec<sidecar::Entry> {
    let others = sidecar.entries.iter().filter(|entry| !is_it(&entry.file, but));
    others.map(|entry| sidecar::Entry { line: 0, ..entry.clone() }).collect()
}

fn corrections(sidecar: &Sidecar) -> Vec<Correction> {
    sidecar.corrections.iter().map(|(_, correction)| correction.clone()).collect()
}
