//! Numbers as they are written: in digits, in words, with a magnitude, as a size.

use super::lexicon::Lexicon;
use crate::article::Span;
use crate::text::{Token, TokenKind, fold};

/// A token with its folded form, so that look-ups fold once.
#[derive(Debug)]
pub(super) struct Word {
    pub form: String,
    pub span: Span,
    pub kind: TokenKind,
}

impl Word {
    pub fn list(text: &str, tokens: &[Token]) -> Vec<Self> {
        tokens
            .iter()
            .map(|token| Self { form: fold(token.span.of(text)), span: token.span, kind: token.kind })
            .collect()
    }
}

/// A number that starts at some word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// The index after its last word.
    pub end: usize,
    /// None where only its size is said.
    pub value: Option<f64>,
    /// The least it can be, where `value` is none.
    pub least: Option<f64>,
    /// Whether a magnitude or a size was said, after which French says `de`.
    pub sized: bool,
    /// Whether it is a size such as `une trentaine`, which blurs by itself.
    pub blurred: bool,
    /// Whether it is in digits.
    pub digits: bool,
}

/// Reads the number that starts at `at`, if one does.
pub(super) fn read(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Number> {
    let first = words.get(at)?;
    let number = match first.kind {
        TokenKind::Number => {
            let value = digits(&first.form, lexicon.english)?;
            Number {
                end: at + 1,
                value: Some(value),
                least: None,
                sized: false,
                blurred: false,
                digits: true,
            }
        }
        TokenKind::Word => size(words, at, lexicon)
            .or_else(|| fraction(words, at, lexicon))
            .or_else(|| in_words(words, at, lexicon))?,
        TokenKind::Mark | TokenKind::Punctuation => return None,
    };
    Some(magnified(words, number, lexicon))
}

/// `1 450`, `2,4`, `1.450`; in English `1,450`, `2.4`. None for what is no plain number, `04.09`.
pub(super) fn digits(form: &str, english: bool) -> Option<f64> {
    let decimal = if english { '.' } else { ',' };
    let mut plain = String::with_capacity(form.len());
    let mut groups: Vec<usize> = vec![0];
    let mut fraction = false;
    for c in form.chars() {
        if c.is_ascii_digit() {
            plain.push(c);
            if !fraction {
                *groups.last_mut()? += 1;
            }
        } else if fraction {
            return None;
        } else if c == decimal {
            plain.push('.');
            fraction = true;
        } else if c == ' ' || c == ',' || c == '.' || c == '\'' {
            groups.push(0);
        } else {
            return None;
        }
    }
    let grouped = groups.len() > 1;
    if grouped && (groups.iter().skip(1).any(|&group| group != 3) || !(1..=3).contains(groups.first()?)) {
        return None;
    }
    if plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.") {
        return None;
    }
    plain.parse().ok()
}

/// `une trentaine`, `des centaines`, `plusieurs dizaines`, `a dozen`, `deux douzaines`.
fn size(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Number> {
    use super::lexicon::Class;
    let first = words.get(at)?;
    // `en dizaines de millions`: in French a bare size says of what.
    let de = words.get(at + 1).is_some_and(|word| matches!(word.form.as_str(), "de" | "d'"));
    let bare =
        (lexicon.english || de) && first.form.ends_with('s') && lexicon.collectives.contains_key(&first.form);
    if bare {
        let value = lexicon.collectives.get(&first.form)?;
        return Some(Number {
            end: at + 1,
            value: None,
            least: Some(2.0 * value),
            sized: true,
            blurred: true,
            digits: false,
        });
    }
    let second = words.get(at + 1)?;
    // `plusieurs millions de tonnes`, `several hundred fans`.
    let several = lexicon.is(Class::Vague, &first.form) && !lexicon.is(Class::Definite, &first.form);
    let least = if lexicon.english { 100.0 } else { 1e6 };
    if several
        && second.form.len() > 2
        && let Some(&value) = lexicon.multipliers.get(&second.form).filter(|&&value| value >= least)
    {
        return Some(Number {
            end: at + 2,
            value: None,
            least: Some(2.0 * value),
            sized: true,
            blurred: true,
            digits: false,
        });
    }
    let value = *lexicon.collectives.get(&second.form)?;
    let one = matches!(first.form.as_str(), "un" | "une" | "a" | "an" | "one" | "cette");
    if one {
        return Some(Number {
            end: at + 2,
            value: Some(value),
            least: None,
            sized: true,
            blurred: true,
            digits: false,
        });
    }
    if lexicon.is(Class::Vague, &first.form) {
        return Some(Number {
            end: at + 2,
            value: None,
            least: Some(2.0 * value),
            sized: true,
            blurred: true,
            digits: false,
        });
    }
    let times = lexicon.words.get(&first.form)?;
    Some(Number {
        end: at + 2,
        value: Some(times * value),
        least: None,
        sized: true,
        blurred: false,
        digits: false,
    })
}

/// `vingt-six`, `deux mille trois cents`, `a hundred and five`. A lone `un` or `one` is no number.
fn in_words(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Number> {
    let mut tally = Tally::default();
    let mut end = at;
    let mut sized = false;
    while let Some(word) = words.get(end) {
        if word.kind != TokenKind::Word {
            break;
        }
        let joins = end > at && matches!(word.form.as_str(), "et" | "and");
        let from = if joins { end + 1 } else { end };
        let Some(next) = words.get(from) else { break };
        let article = end == at && matches!(next.form.as_str(), "a" | "an");
        if article {
            // "a million" counts, "a" does not.
            if !words.get(from + 1).is_some_and(|word| lexicon.multipliers.contains_key(&word.form)) {
                return None;
            }
            tally.add(1.0, false);
            end = from + 1;
            continue;
        }
        let mut grown = tally.clone();
        if !next.form.split('-').all(|part| grown.take(part, lexicon)) {
            break;
        }
        sized = lexicon.multipliers.get(next.form.as_str()).is_some_and(|&value| value >= 1e6);
        tally = grown;
        end = from + 1;
    }
    let value = tally.value()?;
    let alone = end == at + 1 && value == 1.0;
    (end > at && !alone).then_some(Number {
        end,
        value: Some(value),
        least: None,
        sized,
        blurred: false,
        digits: false,
    })
}

/// `la moitié`, `un tiers`, `deux tiers`, `half`: only where `de` or `of` says of what.
fn fraction(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Number> {
    use super::lexicon::Class;
    let first = words.get(at)?;
    let alone = lexicon.fractions.get(&first.form).copied();
    let (value, end) = match alone {
        Some(value) => (value, at + 1),
        None => {
            let times = match first.form.as_str() {
                "la" | "a" => 1.0,
                other => *lexicon.words.get(other)?,
            };
            (times * lexicon.fractions.get(&words.get(at + 1)?.form)?, at + 2)
        }
    };
    let of = words.get(end).is_some_and(|word| lexicon.is(Class::OfOpener, &word.form));
    of.then_some(Number { end, value: Some(value), least: None, sized: true, blurred: false, digits: false })
}

/// Takes the magnitude after a number: `1,5 million`, `centaines de millions`, `un million et demi`.
fn magnified(words: &[Word], number: Number, lexicon: &Lexicon) -> Number {
    let mut number = number;
    let de =
        number.sized && words.get(number.end).is_some_and(|word| matches!(word.form.as_str(), "de" | "of"));
    let from = number.end + usize::from(de);
    let size = words.get(from).and_then(|word| {
        let lower = word.form.as_str();
        let lone_letter = lower.len() == 1;
        (!lone_letter)
            .then(|| lexicon.multipliers.get(lower).or_else(|| lexicon.collectives.get(lower).filter(|_| de)))
            .flatten()
    });
    if let (Some(&size), true) = (size, number.digits || number.blurred || number.sized) {
        number.value = number.value.map(|value| value * size);
        number.least = number.least.map(|value| value * size);
        number.end = from + 1;
        number.sized = size >= 1e6 || de;
    }
    let half = words.get(number.end).is_some_and(|word| matches!(word.form.as_str(), "et"))
        && words.get(number.end + 1).is_some_and(|word| matches!(word.form.as_str(), "demi" | "demie"));
    if half && number.sized {
        let unit = size.copied().or_else(|| {
            words.get(number.end - 1).and_then(|word| lexicon.multipliers.get(&word.form).copied())
        });
        number.value = number.value.zip(unit).map(|(value, unit)| value + unit / 2.0);
        number.end += 2;
    }
    number
}

/// A number in words as it grows.
#[derive(Debug, Default, Clone)]
struct Tally {
    total: f64,
    current: f64,
    /// What the next word must stay below: after `vingt`, ten.
    room: Option<f64>,
    any: bool,
}

impl Tally {
    fn take(&mut self, part: &str, lexicon: &Lexicon) -> bool {
        if matches!(part, "et" | "and") {
            return self.any;
        }
        if let Some(&value) = lexicon.words.get(part) {
            return self.add(value, part.starts_with("vingt"));
        }
        if part.len() < 2 {
            return false;
        }
        let Some(&value) = lexicon.multipliers.get(part) else { return false };
        if value < 1000.0 {
            let count = self.current % 1000.0;
            if self.any && count >= 20.0 {
                return false;
            }
            self.current += value * count.max(1.0) - count;
            self.room = Some(value);
        } else {
            if value >= 1e6 && !self.any {
                return false;
            }
            self.total +=
                self.current.max(if self.total > 0.0 && self.current == 0.0 { 0.0 } else { 1.0 }) * value;
            self.current = 0.0;
            self.room = Some(value);
        }
        self.any = true;
        true
    }

    /// Adds a word below a hundred; false where it cannot follow what stands there.
    fn add(&mut self, value: f64, twenty: bool) -> bool {
        // "quatre-vingt" is the one product among them.
        if twenty && self.any && self.current % 100.0 == 4.0 {
            self.current += 76.0;
            self.room = Some(20.0);
            return true;
        }
        if self.room.is_some_and(|room| value >= room) {
            return false;
        }
        // After "soixante" and "quatre-vingt", French goes on to nineteen.
        self.room = Some(match value {
            v if v >= 60.0 => 20.0,
            v if v >= 20.0 => 10.0,
            v if (10.0..11.0).contains(&v) => 10.0,
            _ => 0.0,
        });
        self.current += value;
        self.any = true;
        true
    }

    fn value(&self) -> Option<f64> {
        self.any.then_some(self.total + self.current)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::text::tokens;

    fn value(text: &str, language: Language) -> Option<f64> {
        let mut found = Vec::new();
        tokens::cut(text, Span::new(0, text.len()), language, &mut found);
        let words = Word::list(text, &found);
        let number = read(&words, 0, Lexicon::of(language))?;
        (number.end == words.len()).then_some(number.value?)
    }

    #[test]
    fn reads_french_number_words() {
        for (words, expected) in [
            ("vingt-six", 26.0),
            ("vingt et un", 21.0),
            ("soixante-dix-sept", 77.0),
            ("soixante et onze", 71.0),
            ("quatre-vingts", 80.0),
            ("quatre-vingt-dix-neuf", 99.0),
            ("deux cent trois", 203.0),
            ("mille deux cents", 1200.0),
            ("trois mille quatre cent vingt", 3420.0),
            ("deux millions", 2_000_000.0),
            ("un million et demi", 1_500_000.0),
            ("septante-trois", 73.0),
            ("dix-neuf", 19.0),
        ] {
            assert_eq!(value(words, Language::French), Some(expected), "{words}");
        }
    }

    #[test]
    fn reads_english_number_words() {
        for (words, expected) in [
            ("twenty-six", 26.0),
            ("a hundred and five", 105.0),
            ("two thousand", 2000.0),
            ("three hundred thousand", 300_000.0),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
        ] {
            assert_eq!(value(words, Language::English), Some(expected), "{words}");
        }
    }

    #[test]
    fn an_article_is_no_number() {
        assert_eq!(value("un", Language::French), None);
        assert_eq!(value("une", Language::French), None);
        assert_eq!(value("a", Language::English), None);
    }

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(digits("1 450", false), Some(1450.0));
        assert_eq!(digits("2,4", false), Some(2.4));
        assert_eq!(digits("1.450", false), Some(1450.0));
        assert_eq!(digits("1,450", true), Some(1450.0));
        assert_eq!(digits("2.4", true), Some(2.4));
        assert_eq!(digits("04.09", false), None);
        assert_eq!(digits("12.5.3", true), None);
    }

    #[test]
    fn two_small_numbers_side_by_side_are_not_one() {
        assert_eq!(value("deux trois", Language::French), None);
        assert_eq!(value("vingt trente", Language::French), None);
    }
}
