//! Puts the rules to work on one article: stretch by stretch, attribution by attribution, then what
//! is left between quotation marks.

use std::ops::Range;

use super::clause::{self, Scene};
use super::cues::{self, CueVerb, Shape};
use super::draft::{Attributed, Draft, Source};
use super::floating::{Open, Waiting};
use super::lexicon::{class, governs};
use super::speaker::{Speaker, Stage};
use super::subject::{self, Subject};
use super::words::{Reading, Stretch};
use super::{
    Claim, ClaimKind, Cue, Force, according, behalf, closing, direct, floating, hedge, participle, passive,
    relay, reported,
};
use crate::article::{BlockKind, Span};
use crate::text::{TokenKind, fold};

/// The claims of an article, in order. Ids are given later.
pub(super) fn claims(index: usize, reading: &Reading, stage: &mut Stage) -> Vec<Claim> {
    let named_ends = named_ends(reading, stage);
    let named = |at: usize| {
        named_ends.binary_search_by_key(&at, |&(first, _)| first).ok().map(|found| named_ends[found].1)
    };
    let mut claims: Vec<Claim> = Vec::new();
    // Whether the stretch before, in the same block or the one above, reported somebody's words.
    let mut open: Option<Open> = None;
    // A quotation that no one has claimed yet.
    let mut waiting: Option<Waiting> = None;
    for (at, stretch) in reading.stretches.iter().enumerate() {
        let cues = cues::find(reading, stretch);
        let verbs: Vec<Range<usize>> = cues.iter().map(|cue| cue.words.clone()).collect();
        let attributions = according::find(reading, stretch, &verbs, &named);
        let scene = Scene { reading, words: stretch.words.clone(), cues, verbs, attributions, named: &named };
        // `« … »`, and in the paragraph below: `— Jeanne Morel, maire de Lanvers`.
        let signed = reading
            .stretches
            .get(at + 1)
            .filter(|next| next.block == stretch.block + 1 || next.block == stretch.block)
            .filter(|_| reading.quote_at(stretch.words.start).is_some())
            .and_then(|next| floating::signature(reading, next.words.clone(), &named));
        let drafts = drafts(&scene, stretch, open.as_ref(), signed.as_ref());
        open = scene.cues.first().and_then(|cue| left_open(&scene, stretch, cue)).or_else(|| {
            let subject = scene.opening_group();
            subject
                .filter(|group| scene.names_somebody(group))
                .map(|subject| Open::subject(stretch.block, subject))
        });
        // `La maire a durci le ton : « … », a-t-elle dit`: she is the one who speaks.
        if drafts.iter().any(|draft| draft.is_introduced(reading))
            && let Some(words) = scene.opening_group().filter(|group| scene.names_somebody(group))
        {
            stage.notice(reading, &words);
        }
        // `La boulangère Jeanne Morel n'est pas pressée. « … », glisse-t-elle`: whoever a sentence without
        // claims is about may be the one who speaks in the next.
        if drafts.is_empty()
            && let Some(words) = scene.opening_group()
        {
            if scene.names_somebody(&words) {
                stage.notice_people(reading, &words);
            } else {
                stage.notice_nobody(reading, &words);
            }
        }
        if let Some(quote) = waiting.take() {
            let is_person = |words: &Range<usize>| stage.names_person(reading, words);
            if let Some(draft) = floating::answered(&scene, stretch, &quote, &is_person) {
                claims.push(settle(index, &scene, stage, &draft, &claims));
                open = Some(Open { claimed: true, direct: true, ..Open::subject(stretch.block, 0..0) });
            }
        }
        waiting = floating::waiting(&scene, stretch, &drafts);
        let companion = companion(&scene);
        for draft in drafts {
            let draft = draft.asked(reading);
            let mut claim = settle(index, &scene, stage, &draft, &claims);
            if let (Some((with, comma)), Source::Words(source)) = (&companion, &draft.source)
                && source.start == comma + 1
            {
                for actor in stage.resolve(reading, with).actors {
                    if !claim.speakers.contains(&actor) {
                        claim.speakers.push(actor);
                    }
                }
            }
            let said = draft.cue.as_ref().is_some_and(|cue| cue.force == Force::Say);
            let hearsay = draft.hedged || (said && claim.hedged);
            open = Some(Open {
                claimed: true,
                direct: draft.direct,
                hearsay,
                block: stretch.block,
                subject: None,
            });
            claims.push(claim);
        }
    }
    echoes(index, reading, &mut claims);
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    claims.dedup_by(|later, earlier| later.span == earlier.span);
    claims
}

/// Who speaks along with the subject, and the comma before that: `Avec le préfet, Karim Haddad, elle
/// demande`. Nothing where the phrase names nobody.
fn companion(scene: &Scene) -> Option<(Range<usize>, usize)> {
    let reading = scene.reading;
    let first = scene.words.start;
    if !matches!(reading.low(first), "avec" | "with") {
        return None;
    }
    let group = scene.group_after(first + 1)?;
    let named = subject::with_name(scene, group);
    (scene.names_somebody(&named) && reading.low(named.end) == ",").then(|| (named.clone(), named.end))
}

/// Quotations in the headline or the lede whose speaker the body names: what is printed above a text
/// is most often cut from a quotation in it.
fn echoes(index: usize, reading: &Reading, claims: &mut Vec<Claim>) {
    // Made once something above the text is quoted that no claim holds; few articles need them.
    let mut folded: Option<Vec<String>> = None;
    let mut found = Vec::new();
    for stretch in &reading.stretches {
        if !matches!(stretch.kind, BlockKind::Headline | BlockKind::Lede) {
            continue;
        }
        for at in stretch.words.clone() {
            let Some(quote) = reading.quote_at(at).filter(|quote| reading.count(quote.first..quote.end) >= 5)
            else {
                continue;
            };
            if claims.iter().any(|claim| claim.span.overlaps(quote.span)) {
                continue;
            }
            let inner = reading.span(&(quote.first + 1..quote.end.saturating_sub(1)));
            let words = fold(inner.of(reading.text));
            let folded = folded.get_or_insert_with(|| {
                claims.iter().map(|claim| fold(claim.span.of(reading.text))).collect()
            });
            let body = folded.iter().position(|claim| !words.is_empty() && claim.contains(&words));
            if let Some(body) = body {
                found.push(Claim {
                    id: String::new(),
                    article: index,
                    span: quote.span,
                    kind: ClaimKind::Direct,
                    speakers: claims[body].speakers.clone(),
                    speaker_text: None,
                    cue: None,
                    via: None,
                    on_behalf_of: claims[body].on_behalf_of.clone(),
                    hedged: false,
                });
            }
        }
    }
    claims.append(&mut found);
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

/// A verb of saying that has no content in its own sentence: `La maire s'inquiète. « … »`.
fn left_open(scene: &Scene, stretch: &Stretch, cue: &CueVerb) -> Option<Open> {
    match subject::before(scene, cue) {
        Subject::Here(words) => Some(Open::subject(stretch.block, words)),
        _ => None,
    }
}

fn drafts(
    scene: &Scene,
    stretch: &Stretch,
    open: Option<&Open>,
    signed: Option<&Range<usize>>,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Content before this word has been given to somebody already.
    let mut taken = scene.words.start;
    // Where the last attribution that closes its content ended.
    let mut closed_at = scene.words.start;
    let mut attributions = scene.attributions.iter().peekable();
    for cue in &scene.cues {
        while let Some(attribution) = attributions.next_if(|next| next.words.start < cue.words.start) {
            drafts.extend(according::read(scene, attribution));
        }
        if cue.words.start < taken {
            continue;
        }
        // Where what stands before it has been given away, a closing cue says who relays it.
        let hearsay = drafts.last().is_some_and(|last| last.hedged && last.content.start >= closed_at);
        let whole = hearsay.then(|| closing::read(scene, cue, closed_at)).flatten();
        let closed = whole
            .or_else(|| closing::read(scene, cue, taken))
            .or_else(|| closing::read(scene, cue, closed_at).filter(|closed| closed.is_relayed(scene)));
        if let Some(closed) = closed {
            taken = closed.end;
            closed_at = closed.end;
            for draft in closed.drafts {
                relay::add(scene, draft, &mut drafts);
            }
        } else if let Some(draft) = opening(scene, cue, &drafts) {
            taken = taken.max(draft.content.start);
            let gapped = gapped(scene, &draft);
            drafts.push(draft);
            drafts.extend(gapped);
        }
    }
    for attribution in attributions {
        if let Some(draft) = according::read(scene, attribution) {
            relay::add(scene, draft, &mut drafts);
        }
    }
    relay::fold_leads(scene, &mut drafts);
    let taken = |draft: &Draft| {
        drafts
            .iter()
            .any(|other| other.content.start < draft.content.end && draft.content.start < other.content.end)
    };
    let passive: Vec<Draft> = passive::find(scene).into_iter().filter(|draft| !taken(draft)).collect();
    drafts.extend(passive);
    floating::read(scene, stretch, open, signed, &mut drafts);
    drafts.sort_by_key(|draft| {
        let first = draft.cue.as_ref().map_or(draft.content.start, |cue| cue.words.start);
        (first.min(draft.content.start), draft.content.start)
    });
    for draft in &mut drafts {
        if draft.via.is_none() {
            draft.via = relay::named_near(scene, draft);
        }
    }
    drafts
}

/// A cue before its content: `X a dit que…`, `X : « … »`, `« L'ampleur » de… inquiète X`.
fn opening(scene: &Scene, cue: &CueVerb, drafts: &[Draft]) -> Option<Draft> {
    let reading = scene.reading;
    if let Some(draft) = worry(scene, cue) {
        return Some(draft);
    }
    let mut content = reported::after(scene, cue)?;
    if participle::leads(scene, cue) {
        content.words.end = clause::main_comma(scene, &content.words);
    }
    if !content.direct
        && (is_relative(scene, cue, &content.words) || is_no_statement(scene, cue, &content.words))
    {
        return None;
    }
    // A cue inside reported content is part of what was said there.
    let nested = drafts.iter().any(|draft| {
        draft.content.start <= cue.words.start
            && cue.words.end <= draft.content.end
            && draft.cue.as_ref().is_some_and(|outer| {
                outer.words.start < draft.content.start && outer.force != Force::Say
                    || draft.cue.as_ref().is_some_and(|outer| {
                        outer.words.start < draft.content.start && outer.words.end + 1 >= draft.content.start
                    })
            })
    });
    if nested || reading.count(content.words.clone()) == 0 {
        return None;
    }
    // `Faux, rétorque l'ingénieur Karim Haddad : « … »`.
    let behind = subject::behind(scene, cue).filter(|group| {
        content.direct
            && reading.low(cue.words.start.saturating_sub(1)) == ","
            && group.end <= content.words.start
            && scene.names_somebody(group)
    });
    let source = match subject::before(scene, cue) {
        Subject::Here(words) if !scene.names_somebody(&words) && behind.is_some() => Source::Words(behind?),
        // `In a post, it said: "…"`: there the pronoun is a body.
        Subject::Here(words)
            if reading.is(words.start, class::IMPERSONAL)
                && words.len() == 1
                && !(content.direct && reading.low(words.start) == "it") =>
        {
            return None;
        }
        // `De source judiciaire, on indique que`; alone, `on` is nobody: `on peut penser que`.
        Subject::Here(words) if words.len() == 1 && reading.low(words.start) == "on" => {
            let lead = closing::informant(scene, scene.words.start);
            Source::Words(lead.filter(|lead| lead.end < words.start && reading.low(lead.end) == ",")?)
        }
        Subject::Here(words) if !content.direct && participle::is_inert(scene, &words) => return None,
        Subject::Here(words) => Source::Words(words),
        // `un bail de 1998 et qui promettait…`: nobody knows who.
        Subject::Unknown
            if cue.words.start > 0 && matches!(reading.low(cue.words.start - 1), "qui" | "which") =>
        {
            return None;
        }
        Subject::Shared if participle::is_own_participle(scene, cue) => {
            Source::Words(participle::owner(scene, cue)?)
        }
        Subject::Shared if !drafts.is_empty() => Source::Previous,
        Subject::Shared if participle::leads(scene, cue) => {
            Source::Words(participle::subject_behind(scene, content.words.end)?)
        }
        // `Et d'ajouter : « … »`.
        Subject::Shared if cue.words.start == scene.words.start + 1 => Source::Previous,
        // `Aussi promettent-elles de revenir`.
        Subject::Shared | Subject::Unknown => match (cue.inverted, first_subject(scene, cue)) {
            (Some(pronoun), _) => Source::Words(pronoun..pronoun + 1),
            (None, Some(words)) => Source::Words(words),
            (None, None) => return None,
        },
    };
    let mut words = content.words;
    while words.start < words.end && reading.low(words.start) == "," {
        words.start += 1;
    }
    Some(Draft {
        content: words.clone(),
        cue: Some(Attributed::by(reading, cue)),
        source,
        direct: content.direct,
        // Behind a verb in the present, a conditional cannot be a future told from the past.
        hedged: cue.conditional
            || is_hedged(reading, cue)
            || (in_the_present(scene, cue) && hedge::is_hearsay(reading, words.clone())),
        via: None,
    })
}

/// `reportedly offered`, `aurait, selon toute vraisemblance, promis`: a word of hedging at the verb itself.
fn is_hedged(reading: &Reading, cue: &CueVerb) -> bool {
    (cue.words.start.saturating_sub(1)..cue.words.end)
        .any(|at| reading.is(at, class::HEDGE) && reading.lexicon.forms(reading.low(at)).is_empty())
}

/// The clause of another speaker for which the verb of `draft` stands as well.
fn gapped(scene: &Scene, draft: &Draft) -> Option<Draft> {
    let comma = draft.content.end;
    let source = (scene.reading.low(comma) == ",").then(|| clause::gapped(scene, comma)).flatten()?;
    let start = source.end + 1;
    let cue = draft.cue.clone()?;
    let content = start..clause::end(scene, start, false);
    (!content.is_empty()).then_some(Draft {
        content,
        cue: Some(cue),
        source: Source::Words(source),
        direct: false,
        hedged: false,
        via: None,
    })
}

fn in_the_present(scene: &Scene, cue: &CueVerb) -> bool {
    let compound = cue.words.clone().any(|at| scene.reading.is(at, class::HAVE | class::BE));
    cue.shape == Shape::Finite && !cue.past && !compound
}

/// Whether the verb stands in a relative clause, whose object or complement is what the clause hangs
/// on: `dont il promet les conclusions`, `ce que dément l'exploitant`.
fn is_relative(scene: &Scene, cue: &CueVerb, content: &Range<usize>) -> bool {
    let reading = scene.reading;
    let follows =
        content.start == scene.skip_adverbs(cue.words.end) && reading.quote_at(content.start).is_none();
    let before = match subject::before(scene, cue) {
        Subject::Here(subject) if subject.end <= cue.words.start => subject.start,
        _ => cue.words.start,
    };
    let relative = |at: usize| matches!(reading.low(at), "dont" | "que" | "qu'" | "which" | "whom");
    follows
        && before > scene.words.start
        && (relative(before - 1) || relative(cue.words.start.saturating_sub(1)))
        && (reading.low(before - 1) == "dont"
            || reading.is(content.start, class::DETERMINER)
            || before >= 2 && reading.low(before - 2) == "ce")
}

/// Whether what follows the verb says nothing by itself: a sentence of a court, a list of words held at
/// arm's length, or something said before that is not confirmed.
fn is_no_statement(scene: &Scene, cue: &CueVerb, content: &Range<usize>) -> bool {
    let reading = scene.reading;
    // `condamné le trésorier à deux ans de prison`, `à payer`.
    let sentenced = cue.verb.lemma == "condamner"
        && content.clone().take(30).any(|at| {
            reading.low(at) == "à"
                && (reading.is(at + 1, class::NUMBER)
                    || reading.word(at + 1).is_some_and(|word| word.kind == TokenKind::Number)
                    || reading.lexicon.looks_infinitive(reading.low(at + 1))
                    || reading.low(at + 2) == "peine")
        });
    let quotes = direct::quotes_in(scene, content.start, content.end);
    let listed = quotes.len() > 1
        && quotes
            .iter()
            .all(|quote| reading.count(quote.clone()) <= 3 && !direct::is_utterance(scene, quote))
        && content.clone().all(|at| {
            reading
                .word(at)
                .is_none_or(|word| word.quote.is_some() || !word.is_word() || word.is(class::CONJUNCTION))
        });
    // `n'a pas confirmé cette information`.
    let negated = cue.words.clone().any(|at| matches!(reading.low(at), "ne" | "n'"));
    let unconfirmed = negated
        && matches!(cue.verb.force, Force::Assert | Force::Announce)
        && matches!(reading.low(content.start), "ce" | "cet" | "cette" | "ces");
    // `qui requiert l'anonymat`: what is asked of the outlet.
    let unsaid =
        reading.count(content.clone()) <= 2 && content.clone().any(|at| reading.is(at, class::UNSAID));
    sentenced || listed || unconfirmed || unsaid
}

/// The first noun group of the stretch that a verb follows, for a verb whose own subject is not beside it.
fn first_subject(scene: &Scene, cue: &CueVerb) -> Option<Range<usize>> {
    let mut at = scene.words.start;
    while at < cue.words.start {
        if let Some(group) = scene.group_after(at) {
            let governed = at > scene.words.start && scene.reading.is(at - 1, class::PREPOSITION);
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
    let active = cue.shape == Shape::Finite && !reading.is(cue.words.start, class::BE);
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
        cue: Some(Attributed::by(reading, cue)),
        source: Source::Words(source),
        direct: false,
        hedged: false,
        via: None,
    })
}

/// Looks up a draft's source and makes a claim of it.
fn settle(index: usize, scene: &Scene, stage: &mut Stage, draft: &Draft, before: &[Claim]) -> Claim {
    let reading = scene.reading;
    let on_behalf_of;
    let (speaker, text) = match &draft.source {
        Source::Words(words) => {
            if draft
                .cue
                .as_ref()
                .is_some_and(|cue| reading.lexicon.classes(&cue.lemma) & class::CONTINUING != 0)
            {
                stage.go_on();
            }
            let speaker = stage.resolve(reading, words);
            if relay::is_medium(scene, words) {
                stage.reported_by(&speaker);
            } else {
                stage.spoke(reading, words, &speaker);
            }
            on_behalf_of = behalf::of(scene, stage, words, &speaker);
            (speaker, Some(reading.span(words)))
        }
        Source::Previous => {
            let speaker: Speaker = stage.last().cloned().unwrap_or_default();
            on_behalf_of = before.last().and_then(|claim| claim.on_behalf_of.clone());
            (speaker, before.last().and_then(|claim| claim.speaker_text))
        }
    };
    let words = reading.words.get(draft.content.clone()).unwrap_or_default();
    let kind = match (draft.direct, words.iter().any(|word| word.quote.is_some())) {
        (true, _) => ClaimKind::Direct,
        (false, true) => ClaimKind::Mixed,
        (false, false) => ClaimKind::Indirect,
    };
    Claim {
        id: String::new(),
        article: index,
        span: reading.span(&draft.content),
        kind,
        speakers: speaker.actors,
        speaker_text: text.filter(|span: &Span| !span.is_empty()),
        cue: draft.cue.as_ref().map(|cue| Cue {
            span: reading.span(&cue.words),
            lemma: cue.lemma.clone(),
            force: cue.force,
            polarity: cue.polarity,
        }),
        via: draft.via.as_ref().map(|words| stage.relay(reading, words)),
        on_behalf_of,
        hedged: draft.hedged || hedge::is_marked(reading, draft.content.clone()),
    }
}
