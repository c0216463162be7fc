//! Puts the rules to work on one article: stretch by stretch, attribution by attribution, then what
//! is left between quotation marks.

use std::ops::Range;

use super::according::{self, Attribution};
use super::clause::{self, Scene};
use super::cues::{self, CueVerb, Shape};
use super::lexicon::governs;
use super::speaker::{Speaker, Stage};
use super::subject::{self, Subject};
use super::words::{Reading, Stretch};
use super::{Claim, ClaimKind, Cue, Force, direct, hedge, reported};
use crate::article::{BlockKind, Span};

/// A claim before its source is looked up.
#[derive(Debug)]
struct Draft {
    content: Range<usize>,
    cue: Option<Attributed>,
    source: Source,
    direct: bool,
    hedged: bool,
}

/// The words that attribute, with what is known of them.
#[derive(Debug)]
struct Attributed {
    words: Range<usize>,
    lemma: String,
    force: Force,
}

impl Attributed {
    fn by(cue: &CueVerb) -> Self {
        Self { words: cue.words.clone(), lemma: cue.verb.lemma.clone(), force: cue.verb.force }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    Words(Range<usize>),
    /// Whoever spoke before.
    Previous,
}

/// The claims of an article, in order. Ids are given later.
pub(super) fn claims(index: usize, reading: &Reading, stage: &mut Stage) -> Vec<Claim> {
    let named_ends = named_ends(reading, stage);
    let named = |at: usize| {
        named_ends.binary_search_by_key(&at, |&(first, _)| first).ok().map(|found| named_ends[found].1)
    };
    let mut claims: Vec<Claim> = Vec::new();
    // Whether the stretch before, in the same block or the one above, reported somebody's words.
    let mut open: Option<Open> = None;
    for stretch in &reading.stretches {
        let cues = cues::find(reading, stretch);
        let verbs: Vec<Range<usize>> = cues.iter().map(|cue| cue.words.clone()).collect();
        let attributions = according::find(reading, stretch, &verbs, &named);
        let scene = Scene { reading, words: stretch.words.clone(), cues, verbs, attributions, named: &named };
        let drafts = drafts(&scene, stretch, open);
        open = None;
        for draft in drafts {
            let (claim, direct) = settle(index, reading, stage, &draft, &claims);
            let hearsay = draft.hedged
                || (draft.cue.as_ref().is_some_and(|cue| cue.force == Force::Say) && !direct && claim.hedged);
            open = Some(Open { direct, hearsay, block: stretch.block });
            claims.push(claim);
        }
    }
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    claims.dedup_by(|later, earlier| later.span == earlier.span);
    claims
}

/// What the stretch before left open for this one to go on with.
#[derive(Debug, Clone, Copy)]
struct Open {
    direct: bool,
    hearsay: bool,
    block: usize,
}

/// Where names start and end, in words.
fn named_ends(reading: &Reading, stage: &Stage) -> Vec<(usize, usize)> {
    let mut ends: Vec<(usize, usize)> = Vec::with_capacity(stage.mentions.len());
    for mention in stage.mentions {
        let first = reading.words.partition_point(|word| word.span.start < mention.span.start);
        let end = reading.words.partition_point(|word| word.span.start < mention.span.end);
        if first < end && ends.last().is_none_or(|last| last.0 < first) {
            ends.push((first, end));
        }
    }
    ends
}

fn drafts(scene: &Scene, stretch: &Stretch, open: Option<Open>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Content before this word has been given to somebody already.
    let mut taken = scene.words.start;
    for attribution in &scene.attributions {
        if let Some(draft) = by_preposition(scene, attribution) {
            taken = taken.max(attribution.words.start);
            drafts.push(draft);
        }
    }
    let mut taken =
        if drafts.iter().any(|draft| draft.content.start < taken) { taken } else { scene.words.start };
    for cue in &scene.cues {
        if cue.words.start < taken {
            continue;
        }
        if let Some(found) = closing(scene, cue, taken) {
            taken = found.end;
            drafts.extend(found.drafts);
            continue;
        }
        if let Some(draft) = opening(scene, cue, &drafts) {
            taken = taken.max(draft.content.start);
            drafts.push(draft);
        }
    }
    floating(scene, stretch, open, &mut drafts);
    drafts.sort_by_key(|draft| {
        (
            draft.cue.as_ref().map_or(draft.content.start, |cue| cue.words.start.min(draft.content.start)),
            draft.content.start,
        )
    });
    drafts
}

/// `Selon X, …`, `…, selon X.`, `…, selon X, …`.
fn by_preposition(scene: &Scene, attribution: &Attribution) -> Option<Draft> {
    let reading = scene.reading;
    let words = &attribution.words;
    let mut source_end = words.end;
    let mut source = attribution.source.clone();
    // `selon la ministre, Jeanne Morel, …`
    if reading.low(source_end) == ","
        && words.start > scene.words.start
        && let Some(apposed) = scene.group_after(source_end + 1)
        && reading.word(apposed.start).is_some_and(|word| word.capital)
    {
        source = source.start..apposed.end;
        source_end = apposed.end;
    }
    let leads = words.start == scene.words.start
        || (words.start == scene.words.start + 2 && reading.low(words.start - 1) == ",")
        || matches!(reading.low(words.start.saturating_sub(1)), "mais" | "et" | "but" | "and");
    let content = if leads {
        // What stands between the source and the comma is more of the source.
        let comma = (source_end..scene.words.end.min(source_end + 30)).find(|&at| {
            reading.low(at) == "," && reading.word(at).is_some_and(|word| word.quote.is_none())
        })?;
        comma + 1..clause::end(scene, comma + 1, false)
    } else {
        let first = scene.words.start;
        let tail = reading.low(source_end) == "," && source_end + 1 < scene.words.end;
        let end = if tail { clause::end(scene, source_end + 1, false) } else { words.start };
        // An aside in mid-sentence leaves one statement around it.
        let resumes = tail && !matches!(reading.low(source_end + 1), "qui" | "dont" | "who" | "which");
        let end = if resumes { end } else { clause::trim(scene, first, words.start) };
        first..end
    };
    if reading.count(content.clone()) < 3 {
        return None;
    }
    let lemma = reading.span(&attribution.cue).of(reading.text).to_lowercase();
    let hedged = hedge::is_hearsay(reading, content.clone());
    Some(Draft {
        content,
        cue: Some(Attributed { words: attribution.cue.clone(), lemma, force: Force::Say }),
        source: Source::Words(source),
        direct: false,
        hedged,
    })
}

struct Closing {
    drafts: Vec<Draft>,
    /// Where the source ends.
    end: usize,
}

/// A cue behind its content: `« … », a dit X`, `…, a-t-il ajouté`, `"…," X said`.
fn closing(scene: &Scene, cue: &CueVerb, taken: usize) -> Option<Closing> {
    let reading = scene.reading;
    if cue.shape != Shape::Finite || cue.verb.takes(governs::FEELING | governs::ITSELF) {
        return None;
    }
    let (start, source, end) = closing_place(scene, cue)?;
    let previous = start.checked_sub(1).filter(|&previous| previous >= taken)?;
    let after_quote = reading.quote_before(start).is_some();
    let comma = matches!(reading.low(previous), "," | "–" | "—" | "-" | ":");
    if !after_quote && !comma {
        return None;
    }
    // `Jeudi, déclare X, …` has nothing before the cue to be its content.
    let contents = direct::contents_before(scene, taken, previous + usize::from(!comma));
    let enough = contents.iter().any(|content| {
        reading.count(content.clone()) >= 3 || direct::quotes_in(scene, content.start, content.end).len() == 1
    });
    if contents.is_empty() || !enough {
        return None;
    }
    let mut drafts: Vec<Draft> = contents
        .into_iter()
        .map(|content| {
            let quotes = direct::quotes_in(scene, content.start, content.end);
            let direct = quotes.first().is_some_and(|quote| *quote == content);
            Draft {
                content,
                cue: Some(Attributed::by(cue)),
                source: Source::Words(source.clone()),
                direct,
                hedged: cue.conditional,
            }
        })
        .collect();
    drafts.extend(resumed(scene, end));
    Some(Closing { drafts, end })
}

/// Where a closing attribution starts, its source, and where it ends.
fn closing_place(scene: &Scene, cue: &CueVerb) -> Option<(usize, Range<usize>, usize)> {
    let reading = scene.reading;
    if let Some(source) = subject::behind(scene, cue) {
        // What follows a subject behind its verb is a stop, a comma, a preposition, never a verb.
        let next = scene.skip_adverbs(source.end.max(cue.words.end));
        if scene.is_verb(next)
            && !scene.cues.iter().any(|other| other.words.start == next && other.shape == Shape::Gerund)
        {
            return None;
        }
        return Some((cue.words.start, source.clone(), source.end.max(cue.words.end)));
    }
    if !reading.lexicon.english {
        return None;
    }
    // English keeps the order: `"…," the mayor said.`
    let Subject::Here(source) = subject::before(scene, cue) else { return None };
    let start = source.start;
    let closes = reading.quote_before(start).is_some() || reading.low(start.checked_sub(1)?) == ",";
    let next = scene.skip_adverbs(cue.words.end);
    let stops = next >= scene.words.end
        || reading
            .word(next)
            .is_some_and(|word| !word.is_word() || word.is(super::lexicon::class::PREPOSITION));
    (closes && stops).then_some((start, source, cue.words.end))
}

/// What goes on behind a closing attribution: `« … », a dit X, « … »`.
fn resumed(scene: &Scene, end: usize) -> Vec<Draft> {
    let reading = scene.reading;
    let next_cue =
        scene.cues.iter().map(|cue| cue.words.start).find(|&start| start >= end).unwrap_or(scene.words.end);
    let quotes = direct::quotes_in(scene, end, next_cue);
    let (Some(first), Some(last)) = (quotes.first(), quotes.last()) else { return Vec::new() };
    let joined = (end..first.start).all(|at| !reading.word(at).is_some_and(super::words::Word::is_word));
    let (content, direct) = if joined && quotes.len() == 1 {
        (first.clone(), true)
    } else {
        let Some(comma) = (end..first.start).find(|&at| matches!(reading.low(at), "," | "–" | ":")) else {
            return Vec::new();
        };
        let stop = clause::end(scene, comma + 1, false).max(last.end);
        if next_cue < scene.words.end {
            return Vec::new();
        }
        (comma + 1..stop, false)
    };
    if reading.count(content.clone()) < 3 {
        return Vec::new();
    }
    vec![Draft { content, cue: None, source: Source::Previous, direct, hedged: false }]
}

/// A cue before its content: `X a dit que…`, `X : « … »`, `« L'ampleur » de… inquiète X`.
fn opening(scene: &Scene, cue: &CueVerb, drafts: &[Draft]) -> Option<Draft> {
    let reading = scene.reading;
    if let Some(draft) = worry(scene, cue) {
        return Some(draft);
    }
    let content = reported::after(scene, cue)?;
    let nested = drafts.iter().any(|draft| {
        draft.content.start <= cue.words.start
            && cue.words.end <= draft.content.end
            && draft.cue.as_ref().is_some_and(|outer| outer.words.start < draft.content.start)
            && !scene
                .attributions
                .iter()
                .any(|attribution| Some(&attribution.cue) == draft.cue.as_ref().map(|cue| &cue.words))
    });
    if nested || reading.count(content.words.clone()) == 0 {
        return None;
    }
    let source = match subject::before(scene, cue) {
        Subject::Here(words) => Source::Words(words),
        Subject::Shared if !drafts.is_empty() => Source::Previous,
        Subject::Shared | Subject::Unknown => match first_subject(scene, cue) {
            Some(words) => Source::Words(words),
            None => return None,
        },
    };
    Some(Draft {
        content: content.words,
        cue: Some(Attributed::by(cue)),
        source,
        direct: content.direct,
        hedged: cue.conditional,
    })
}

/// The first noun group of the stretch that a verb follows, for a verb whose own subject is not beside it.
fn first_subject(scene: &Scene, cue: &CueVerb) -> Option<Range<usize>> {
    let mut at = scene.words.start;
    while at < cue.words.start {
        if let Some(group) = scene.group_after(at) {
            let governed =
                at > scene.words.start && scene.reading.is(at - 1, super::lexicon::class::PREPOSITION);
            let verb = scene.skip_adverbs(group.end);
            if !governed
                && (scene.is_verb(verb) || scene.reading.low(group.end) == ",")
                && group.end <= cue.words.start
            {
                return Some(group);
            }
            at = group.end;
        } else {
            at += 1;
        }
    }
    None
}

/// `« L'ampleur » de la fraude inquiète la commission`: the subject is the content, the object speaks.
fn worry(scene: &Scene, cue: &CueVerb) -> Option<Draft> {
    let reading = scene.reading;
    let active = cue.shape == Shape::Finite && !reading.is(cue.words.start, super::lexicon::class::BE);
    if !cue.verb.takes(governs::FEELING) || cue.words.len() > 2 || !active {
        return None;
    }
    let content = scene.words.start..cue.words.start;
    let source = scene.group_after(scene.skip_adverbs(cue.words.end))?;
    if direct::quotes_in(scene, content.start, content.end).is_empty() {
        return None;
    }
    Some(Draft {
        content,
        cue: Some(Attributed::by(cue)),
        source: Source::Words(source),
        direct: false,
        hedged: false,
    })
}

/// Quotations that no verb has claimed.
fn floating(scene: &Scene, stretch: &Stretch, open: Option<Open>, drafts: &mut Vec<Draft>) {
    let reading = scene.reading;
    let words = &scene.words;
    let free: Vec<Range<usize>> = direct::quotes_in(scene, words.start, words.end)
        .into_iter()
        .filter(|quote| {
            !drafts.iter().any(|draft| draft.content.start < quote.end && quote.start < draft.content.end)
        })
        .collect();
    let end = clause::trim(scene, words.start, words.end);
    for quote in &free {
        let whole = quote.start == words.start && quote.end >= end;
        let headline = matches!(stretch.kind, BlockKind::Headline | BlockKind::Heading);
        // `« … » : la ministre répond`, `La ministre : « … »`
        let colon_after = reading.low(quote.end) == ":";
        let colon_before = quote.start > words.start && reading.low(quote.start - 1) == ":";
        let utterance = direct::is_utterance(scene, quote);
        let source = if colon_after && quote.start == words.start {
            scene.group_after(quote.end + 1).map(Source::Words)
        } else if colon_before && utterance {
            let group =
                scene.group_after(words.start).or_else(|| scene.group_before(words.start, quote.start - 1));
            group.map(Source::Words)
        } else if whole && utterance && !headline {
            open.filter(|open| open.direct || open.block == stretch.block || open.block + 1 == stretch.block)
                .map(|_| Source::Previous)
        } else {
            None
        };
        if let Some(source) = source {
            drafts.push(Draft { content: quote.clone(), cue: None, source, direct: true, hedged: false });
        }
    }
    // A sentence of the outlet's that goes on in the words of whoever spoke in the one before.
    let Some(open) = open.filter(|open| open.block == stretch.block && drafts.is_empty()) else { return };
    let quoted = free.iter().any(|quote| reading.count(quote.clone()) >= 4);
    let hearsay = open.hearsay || hedge::is_hearsay(reading, words.clone());
    if scene.cues.is_empty()
        && (quoted || (hearsay && !free.is_empty() && hedge::is_hearsay(reading, words.clone())))
    {
        drafts.push(Draft {
            content: words.start..end,
            cue: None,
            source: Source::Previous,
            direct: false,
            hedged: hedge::is_hearsay(reading, words.clone()),
        });
    }
}

/// Looks up a draft's source and makes a claim of it.
fn settle(
    index: usize,
    reading: &Reading,
    stage: &mut Stage,
    draft: &Draft,
    before: &[Claim],
) -> (Claim, bool) {
    let (speaker, text) = match &draft.source {
        Source::Words(words) => {
            let speaker = stage.resolve(reading, words);
            stage.spoke(reading, Some(words), &speaker);
            (speaker, Some(reading.span(words)))
        }
        Source::Previous => {
            let speaker: Speaker = stage.last().cloned().unwrap_or_default();
            let text = before.last().and_then(|claim| claim.speaker_text);
            (speaker, text)
        }
    };
    let span = reading.span(&draft.content);
    let quoted =
        reading.words.get(draft.content.clone()).unwrap_or_default().iter().any(|word| word.quote.is_some());
    let kind = match (draft.direct, quoted) {
        (true, _) => ClaimKind::Direct,
        (false, true) => ClaimKind::Mixed,
        (false, false) => ClaimKind::Indirect,
    };
    let cue = draft.cue.as_ref().map(|cue| Cue {
        span: reading.span(&cue.words),
        lemma: cue.lemma.clone(),
        force: cue.force,
    });
    let hedged = draft.hedged || hedge::is_marked(reading, draft.content.clone());
    let claim = Claim {
        id: String::new(),
        article: index,
        span,
        kind,
        speakers: speaker.actors,
        speaker_text: text.filter(|span: &Span| !span.is_empty()),
        cue,
        via: None,
        hedged,
    };
    (claim, draft.direct)
}
