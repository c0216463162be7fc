//! Dates in running text, in French and English, with where they stand.
//!
//! [`find`] gives every expression that names a day, a month or a weekday, whole or not; what is left
//! out (`jeudi 4 septembre`) is filled in by [`DateExpression::resolve`] against the day the article
//! was published. Months and weekdays are data: `assets/lang/{fr,en}/dates.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::Span;
use super::plain::plain;
use crate::lang::table;

mod scan;

pub use scan::find;

/// One expression that names a day, as far as it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateExpression {
    /// Where it stands, in bytes; a time of day that belongs to a machine's date is included.
    pub span: Span,
    /// The year, when it is written.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month, 1 to 31.
    pub day: Option<i8>,
    /// The day of the week, when it is written.
    pub weekday: Option<Weekday>,
    /// Days from the day of writing, for `hier` or `tomorrow`.
    pub relative: Option<i8>,
}

impl DateExpression {
    const fn empty(span: Span) -> Self {
        Self { span, year: None, month: None, day: None, weekday: None, relative: None }
    }

    /// The day it names on its own: day, month and year are written.
    pub fn whole(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// The day it names in an article published on `published`.
    ///
    /// A missing year is the one that brings the day nearest, and that its weekday agrees with where
    /// one is written; a weekday alone is the last such day, the day of publication included. None
    /// where no single day is named (`septembre 2025`).
    pub fn resolve(&self, published: Date) -> Option<Date> {
        if let Some(days) = self.relative {
            return published.checked_add(i64::from(days).days()).ok();
        }
        if self.year.is_some() {
            return self.whole();
        }
        if let (Some(month), Some(day)) = (self.month, self.day) {
            let year = published.year();
            return (year.saturating_sub(1)..=year.saturating_add(1))
                .filter_map(|year| Date::new(year, month, day).ok())
                .min_by_key(|date| {
                    let odd = self.weekday.is_some_and(|weekday| weekday != date.weekday());
                    (odd, published.until(*date).map_or(i32::MAX, |apart| apart.get_days().abs()))
                });
        }
        let back = self.weekday?.until(published.weekday());
        published.checked_sub(i64::from(back).days()).ok()
    }
}

/// Whether `text` does nothing but date the article: `Publié le 4 septembre 2025 à 14h30`.
pub fn only(text: &str) -> bool {
    let dates = find(text, Span::new(0, text.len()));
    let folded = plain(text);
    let opened = opener(&folded).is_some();
    if text.len() > 160 || !(opened || dates.iter().any(|date| date.day.is_some() && date.month.is_some())) {
        return false;
    }
    let mut at = 0;
    let mut rest = String::new();
    for date in &dates {
        rest.push_str(text.get(at..date.span.start).unwrap_or_default());
        rest.push(' ');
        at = date.span.end;
    }
    rest.push_str(text.get(at..).unwrap_or_default());
    let rest = plain(&rest);
    let mut words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    // `Date limite` opens like a dateline and dates nothing.
    (rest.chars().any(|c| c.is_ascii_digit()) || !dates.is_empty())
        && words.all(|word| NAMES.dateline_words.contains_key(word))
}

/// The day in the path of an address: `/2025/09/04/` or `/2025-09-04-`.
pub fn in_address(address: &str) -> Option<Date> {
    find(address, Span::new(0, address.len())).iter().find_map(DateExpression::whole)
}

/// The words at the start of folded text that say a date of publication follows, in bytes, and
/// whether they speak of an update.
pub fn opener(folded: &str) -> Option<(usize, bool)> {
    NAMES
        .openers
        .iter()
        .filter(|(words, _)| {
            folded.strip_prefix(words.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .map(|(words, updated)| (words.len(), *updated))
        .max()
}

/// The tables of one language.
#[derive(Debug, Default, Deserialize)]
struct Table {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    ordinals: Vec<String>,
    links: Vec<String>,
    before: Vec<String>,
    month_first: bool,
    relative: HashMap<String, i8>,
    dateline: DatelineTable,
}

#[derive(Debug, Default, Deserialize)]
struct DatelineTable {
    published: Vec<String>,
    updated: Vec<String>,
    words: Vec<String>,
}

/// What a word means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// A month, and whether its day may follow it (`September 4`).
    Month(i8, bool),
    Weekday(Weekday),
    Relative(i8),
    Ordinal,
    Link,
    Before,
}

/// The tables of both languages, by folded word: an article's language is told later than its dates.
#[derive(Debug, Default)]
struct Names {
    words: HashMap<String, Word>,
    openers: Vec<(String, bool)>,
    dateline_words: HashMap<String, ()>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::default();
    for source in
        [include_str!("../../assets/lang/en/dates.toml"), include_str!("../../assets/lang/fr/dates.toml")]
    {
        names.add(&table::<Table>(source));
    }
    names
});

impl Names {
    fn add(&mut self, table: &Table) {
        for word in &table.ordinals {
            self.words.insert(plain(word), Word::Ordinal);
        }
        for word in &table.before {
            self.words.insert(plain(word), Word::Before);
        }
        for word in &table.links {
            self.words.entry(plain(word)).or_insert(Word::Link);
        }
        for (month, spellings) in (1_i8..).zip(&table.months) {
            for word in spellings {
                self.words.insert(plain(word), Word::Month(month, table.month_first));
            }
        }
        for (at, spellings) in (1_i8..).zip(&table.weekdays) {
            let Ok(weekday) = Weekday::from_monday_one_offset(at) else { continue };
            for word in spellings {
                self.words.insert(plain(word), Word::Weekday(weekday));
            }
        }
        for (word, days) in &table.relative {
            self.words.insert(plain(word), Word::Relative(*days));
        }
        let dateline = &table.dateline;
        for (phrases, updated) in [(&dateline.published, false), (&dateline.updated, true)] {
            for phrase in phrases {
                let phrase = plain(phrase);
                self.dateline_words.extend(phrase.split(' ').map(|word| (word.to_owned(), ())));
                self.openers.push((phrase, updated));
            }
        }
        self.dateline_words.extend(dateline.words.iter().map(|word| (plain(word), ())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The first date in `text`, resolved against Friday 5 September 2025.
    fn day(text: &str) -> Option<Date> {
        find(text, Span::new(0, text.len())).first()?.resolve(date(2025, 9, 5))
    }

    fn written(text: &str) -> Vec<&str> {
        find(text, Span::new(0, text.len())).iter().map(|date| date.span.of(text)).collect()
    }

    #[test]
    fn the_tables_are_whole() {
        for source in
            [include_str!("../../assets/lang/en/dates.toml"), include_str!("../../assets/lang/fr/dates.toml")]
        {
            let table: Table = toml::from_str(source).unwrap();
            assert_eq!((table.months.len(), table.weekdays.len()), (12, 7));
        }
    }

    #[test]
    fn a_machine_writes_iso_with_or_without_the_time() {
        assert_eq!(day("date 2025-03-04 Le port"), Some(date(2025, 3, 4)));
        assert_eq!(written("le 2025-03-04T14:03:00+02:00."), ["2025-03-04T14:03:00+02:00"]);
        assert_eq!(written("2025-03-04 14:03 Le port"), ["2025-03-04 14:03"]);
    }

    #[test]
    fn french_in_full_and_first_of_the_month() {
        assert_eq!(day("Publié le 14 mars 2024"), Some(date(2024, 3, 14)));
        assert_eq!(day("le 1er août 2025"), Some(date(2025, 8, 1)));
    }

    #[test]
    fn the_year_comes_from_the_day_of_publication() {
        assert_eq!(day("jeudi 4 septembre, le maire"), Some(date(2025, 9, 4)));
        assert_eq!(day("le 28 décembre"), Some(date(2025, 12, 28)));
    }

    #[test]
    fn the_weekday_decides_between_two_years() {
        assert_eq!(day("vendredi 14 février"), Some(date(2025, 2, 14)));
        assert_eq!(day("mercredi 14 février"), Some(date(2024, 2, 14)));
    }

    #[test]
    fn a_weekday_alone_is_the_last_one() {
        assert_eq!(day("Elle a parlé jeudi à Lyon"), Some(date(2025, 9, 4)));
        assert_eq!(day("on Friday"), Some(date(2025, 9, 5)));
    }

    #[test]
    fn short_dates_only_where_they_cannot_be_decimals() {
        assert_eq!(day("ce jeudi (04.09) à Lyon"), Some(date(2025, 9, 4)));
        assert_eq!(day("le 04/09"), Some(date(2025, 9, 4)));
        assert_eq!(day("une hausse de 12.05 points"), None);
    }

    #[test]
    fn numbers_with_slashes_and_dots() {
        assert_eq!(day("04/09/2025"), Some(date(2025, 9, 4)));
        assert_eq!(day("4.9.2025"), Some(date(2025, 9, 4)));
        assert_eq!(day("09/24/2025"), Some(date(2025, 9, 24)));
    }

    #[test]
    fn english_both_ways_round() {
        assert_eq!(day("September 4, 2025"), Some(date(2025, 9, 4)));
        assert_eq!(day("Thursday, Sept. 4"), Some(date(2025, 9, 4)));
        assert_eq!(day("the 4th of March 2024"), Some(date(2024, 3, 4)));
    }

    #[test]
    fn ordinary_words_are_no_dates() {
        assert_eq!(written("They may march on. Il est parti en mars, la mer monte."), Vec::<&str>::new());
    }

    #[test]
    fn the_day_before_and_the_day_after() {
        assert_eq!(day("Hier, le maire"), Some(date(2025, 9, 4)));
        assert_eq!(day("Tomorrow, the mayor"), Some(date(2025, 9, 6)));
    }

    #[test]
    fn a_month_with_its_year_names_no_day() {
        assert_eq!(written("depuis septembre 2023"), ["septembre 2023"]);
        assert_eq!(day("depuis septembre 2023"), None);
    }

    #[test]
    fn the_whole_expression_is_under_the_span() {
        assert_eq!(written("réunis le jeudi 4 septembre 2025 à Lyon"), ["jeudi 4 septembre 2025"]);
    }

    #[test]
    fn lines_that_only_date_the_article() {
        assert!(only("Publié le 4 septembre 2025 à 14h30, mis à jour le 5 septembre 2025 à 9h"));
        assert!(only("Updated 3 hours ago"));
        assert!(only("4 septembre 2025"));
        assert!(!only("Le 4 septembre 2025, le port a fermé"));
        assert!(!only("Jeudi"));
    }

    #[test]
    fn a_word_that_holds_a_mark_is_found_with_its_capital_and_its_accents_apart() {
        assert_eq!(day("Aujourd’hui, le maire a parlé"), Some(date(2025, 9, 5)));
        assert_eq!(day("Avant-hier, le port a fermé"), Some(date(2025, 9, 3)));
        assert_eq!(day("Après-demain, le port rouvrira"), Some(date(2025, 9, 7)));
        assert_eq!(day("Apre\u{300}s-demain, le port rouvrira"), Some(date(2025, 9, 7)));
        assert_eq!(day("The day before yesterday, the quay closed"), Some(date(2025, 9, 3)));
        assert_eq!(written("Aujourd’hui, le maire"), ["Aujourd’hui"]);
    }

    #[test]
    fn accents_written_as_marks_of_their_own_make_the_same_month() {
        assert_eq!(day("le 3 aou\u{302}t 2024"), Some(date(2024, 8, 3)));
        assert_eq!(day("le 3 fe\u{301}vr. 2024"), Some(date(2024, 2, 3)));
        assert_eq!(day("LE 3 DÉCEMBRE 2024"), Some(date(2024, 12, 3)));
    }

    #[test]
    fn the_first_of_the_month_however_it_is_set() {
        for text in ["1er mars 2025", "1ᵉʳ mars 2025", "1er\u{a0}mars\u{202f}2025", "01 mars 2025"] {
            assert_eq!(day(text), Some(date(2025, 3, 1)), "{text}");
        }
    }

    #[test]
    fn of_several_days_in_one_expression_the_last_is_found() {
        assert_eq!(day("les 3-4 septembre 2025"), Some(date(2025, 9, 4)));
        assert_eq!(day("les 3/4 septembre 2025"), Some(date(2025, 9, 4)));
        assert_eq!(day("du 3 au 5 mars 2025"), Some(date(2025, 3, 5)));
    }

    #[test]
    fn telephone_numbers_are_no_dates() {
        for text in ["06.12.34.56.78", "01-12-12-34-56", "appelez le 05 12 10 24 30"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(day("12.10.24. Le maire"), Some(date(2024, 10, 12)));
    }

    #[test]
    fn half_a_date_is_no_day() {
        assert_eq!(day("le 3 au soir"), None);
        assert_eq!(day("le 29 février 2023"), None);
        assert_eq!(day("29 février"), Some(date(2024, 2, 29)));
    }

    #[test]
    fn a_time_zone_does_not_move_the_day() {
        for text in
            ["2025-03-04T23:30:00Z", "2025-03-04T00:30:00+14:00", "2025-03-04 23:59:59.123456789-05:00"]
        {
            assert_eq!(day(text), Some(date(2025, 3, 4)), "{text}");
            assert_eq!(written(text), [text]);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert_eq!(day("31/02/2025"), None);
        assert_eq!(day("2025-13-45"), None);
    }
}
