//! The templates, and the features that they give a word from its window, its lists and its other places.

use super::form::{Form, NOTHING};
use super::{REACH, Sheet};

/// The number of a feature: template and fillings, mixed as in SplitMix64 (Steele et al. 2014).
fn feature(template: Template, first: u64, second: u64) -> u32 {
    let mut x = (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x = (x ^ first).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^= x >> 29;
    x = (x ^ second.rotate_left(31)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^= x >> 32;
    x = x.wrapping_mul(0xd6e8_feb8_6659_fd93);
    (x >> 32) as u32
}

/// What a feature is about. The order is part of the model: a new one goes to the end.
#[derive(Debug, Clone, Copy)]
enum Template {
    Bias,
    Word,
    Shape,
    Case,
    Prefix,
    Suffix,
    Part,
    Cluster,
    CasedCluster,
    Flag,
    CasedFlag,
    Pair,
    CasePair,
    Around,
    CaseAround,
    Before,
    After,
    ClusterPair,
    CaseCluster,
    First,
    Quoted,
    Loud,
    Mark,
    Marked,
    MarkPair,
    Usage,
    ElsewhereBefore,
    ElsewhereAfter,
    ElsewhereFlag,
    ElsewhereCluster,
    ElsewhereMark,
    FlagPair,
}

impl Sheet {
    /// All features of place `at`: what training is given.
    pub fn features(&self, at: usize) -> Vec<u32> {
        let mut features = Vec::new();
        for offset in 0..=2 * REACH {
            match self.form_at(at, offset) {
                Some(form) => self.of_form(form, offset, |feature| features.push(feature)),
                None => features.push(Self::beyond(offset)),
            }
        }
        self.of_place(at, |feature| features.push(feature));
        features
    }

    /// How many forms there are.
    pub(in crate::actors) fn forms(&self) -> usize {
        self.forms.len()
    }

    /// The form that stands `offset - REACH` places from `at`, in its sentence.
    pub(in crate::actors) fn form_at(&self, at: usize, offset: usize) -> Option<usize> {
        let place = &self.places[at];
        let there = (at + offset).checked_sub(REACH)?;
        let inside = (place.from as usize..place.to as usize).contains(&there);
        inside.then(|| self.places[there].form as usize)
    }

    /// The feature of a window that reaches beyond its sentence at `offset`.
    pub(in crate::actors) fn beyond(offset: usize) -> u32 {
        feature(Template::Word, NOTHING, offset as u64)
    }

    /// The features that the form numbered `form` gives to the word that it stands `offset - REACH`
    /// places from.
    pub(in crate::actors) fn of_form(&self, form: usize, offset: usize, mut push: impl FnMut(u32)) {
        let form = &self.forms[form];
        let here = offset as u64;
        let case = form.case as u64;
        push(feature(Template::Word, form.word, here));
        push(feature(Template::Case, case, here));
        if let Some(clusters) = form.clusters {
            for (level, cluster) in clusters.into_iter().enumerate() {
                let number = u64::from(cluster) << 2 | level as u64;
                push(feature(Template::Cluster, number, here));
                if level == 1 || level == 2 {
                    push(feature(Template::CasedCluster, number << 3 | case, here));
                }
            }
        }
        for bit in (0..16).filter(|bit| form.flags & (1 << bit) != 0) {
            push(feature(Template::Flag, bit, here));
            push(feature(Template::CasedFlag, bit << 3 | case, here));
        }
        if offset.abs_diff(REACH) > 1 {
            return;
        }
        push(feature(Template::Shape, form.shape, here));
        push(feature(Template::Suffix, form.suffixes[2], 2 << 8 | here));
        if offset != REACH {
            return;
        }
        push(feature(Template::Bias, 0, 0));
        for (length, prefix) in form.prefixes.into_iter().enumerate().filter(|(_, hash)| *hash != NOTHING) {
            push(feature(Template::Prefix, prefix, length as u64));
        }
        for (length, suffix) in form.suffixes.into_iter().enumerate().filter(|(_, hash)| *hash != NOTHING) {
            if length != 2 {
                push(feature(Template::Suffix, suffix, (length as u64) << 8 | here));
            }
        }
        for part in &form.parts {
            push(feature(Template::Part, *part, 0));
        }
    }

    /// The features of place `at` that its form alone does not give.
    pub(in crate::actors) fn of_place(&self, at: usize, mut push: impl FnMut(u32)) {
        let place = &self.places[at];
        let form = &self.forms[place.form as usize];
        let near = |offset: usize| self.form_at(at, offset).map(|form| &self.forms[form]);
        let word = |form: Option<&Form>| form.map_or(NOTHING, |form| form.word);
        let case = |form: Option<&Form>| form.map_or(7, |form| form.case as u64);
        let cluster = |form: Option<&Form>, level: usize| {
            form.and_then(|form| form.clusters).map(|c| u64::from(c[level]))
        };
        let (second_before, before) = (near(REACH - 2), near(REACH - 1));
        let (after, second_after) = (near(REACH + 1), near(REACH + 2));
        let own_case = form.case as u64;
        push(feature(Template::Pair, word(before), form.word));
        push(feature(Template::Pair, form.word, word(after).rotate_left(1)));
        push(feature(Template::Around, word(before), word(after)));
        push(feature(Template::Before, word(second_before), word(before)));
        push(feature(Template::After, word(after), word(second_after)));
        push(feature(Template::CasePair, case(before) << 3 | own_case, 0));
        push(feature(Template::CasePair, own_case << 3 | case(after), 1));
        push(feature(Template::CaseAround, case(before) << 6 | own_case << 3 | case(after), 0));
        push(feature(Template::CaseAround, case(second_before) << 6 | case(before) << 3 | own_case, 1));
        push(feature(Template::CaseAround, own_case << 6 | case(after) << 3 | case(second_after), 2));
        for level in [1, 2] {
            let here = cluster(Some(form), level).unwrap_or(NOTHING);
            for (side, other) in [before, after].into_iter().enumerate() {
                if let Some(other) = cluster(other, level) {
                    let side = (side as u64) << 2 | level as u64;
                    push(feature(Template::ClusterPair, here << 16 | other, side));
                    push(feature(Template::CaseCluster, other << 3 | own_case, side));
                }
            }
        }
        for (side, other) in [before, after].into_iter().enumerate() {
            let flags = other.map_or(0, |other| other.flags);
            for bit in (0..16).filter(|bit| flags & (1 << bit) != 0) {
                let own = u64::from(form.flags) << 3 | own_case;
                push(feature(Template::FlagPair, bit << 1 | side as u64, own));
            }
        }
        if place.first {
            push(feature(Template::First, own_case, 0));
            push(feature(Template::First, 7, 0));
        } else if place.quoted {
            push(feature(Template::Quoted, own_case, 0));
            push(feature(Template::Quoted, 7, 0));
        }
        if place.loud {
            push(feature(Template::Loud, own_case, 0));
        }
        self.of_lists(at, &mut push);
        if form.is_capital() {
            self.of_elsewhere(at, &mut push);
        }
    }

    fn of_lists(&self, at: usize, push: &mut impl FnMut(u32)) {
        let place = &self.places[at];
        let own_case = self.forms[place.form as usize].case as u64;
        for offset in 0..3_u64 {
            let Some(there) = (at + offset as usize).checked_sub(1) else { continue };
            if !(place.from as usize..place.to as usize).contains(&there) {
                continue;
            }
            let marks = self.places[there].marks;
            for bit in marks.bits() {
                push(feature(Template::Mark, bit, offset));
                if offset != 1 {
                    push(feature(Template::MarkPair, bit << 3 | own_case, offset));
                }
            }
        }
        if !place.marks.is_empty() {
            push(feature(Template::Marked, place.marks.number(), own_case));
        }
    }

    /// What stands around the word where the article gives it again.
    fn of_elsewhere(&self, at: usize, push: &mut impl FnMut(u32)) {
        let place = &self.places[at];
        let Some(usage) = place.name.and_then(|name| self.names.get(name as usize)) else { return };
        push(feature(Template::Usage, u64::from(usage.capital.min(3)), u64::from(usage.small.min(1))));
        let mut seen: Vec<u32> = Vec::new();
        let mut push = |feature: u32| {
            if !seen.contains(&feature) {
                seen.push(feature);
                push(feature);
            }
        };
        for other in usage.places.iter().map(|place| *place as usize).filter(|other| *other != at) {
            let near = |offset: usize| self.form_at(other, offset).map(|form| &self.forms[form]);
            if let Some(before) = near(REACH - 1) {
                push(feature(Template::ElsewhereBefore, before.word, 0));
                for bit in (0..16).filter(|bit| before.flags & (1 << bit) != 0) {
                    push(feature(Template::ElsewhereFlag, bit, u64::from(before.is_capital())));
                }
                if let Some(clusters) = before.clusters {
                    push(feature(Template::ElsewhereCluster, u64::from(clusters[1]), 0));
                }
                for bit in self.places[other - 1].marks.bits() {
                    push(feature(Template::ElsewhereMark, bit, 0));
                }
            }
            if let Some(after) = near(REACH + 1) {
                push(feature(Template::ElsewhereAfter, after.word, 0));
                if let Some(clusters) = after.clusters {
                    push(feature(Template::ElsewhereCluster, u64::from(clusters[1]), 1));
                }
            }
        }
    }
}
