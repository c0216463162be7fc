//! The third-person forms of verbs, by rules for the regular ones and models for the others.
//!
//! News speaks of people in the third person, so that the tables hold no other. The rules are ours;
//! the irregular families stand in `assets/lang/*/conjugation.toml`.

use serde::Deserialize;

/// How a form is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Tense {
    Infinitive,
    Present,
    Past,
    Future,
    Conditional,
    /// Past participle, masculine singular.
    Participle,
    /// Past participle, feminine or plural.
    Agreed,
    /// Present participle.
    Gerund,
}

/// The irregular families of French.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrenchModels {
    model: Vec<FrenchModel>,
}

/// One family: all its verbs share an ending, and what stands before it does not change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrenchModel {
    ending: String,
    present: [String; 2],
    imperfect: String,
    past: [String; 2],
    future: String,
    participle: String,
}

/// The irregular verbs of English.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnglishIrregulars {
    verb: Vec<EnglishVerb>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnglishVerb {
    base: String,
    past: String,
    participle: Option<String>,
    gerund: Option<String>,
}

/// The forms of a French infinitive such as `prévenir`.
pub(super) fn french(infinitive: &str, models: &FrenchModels) -> Vec<(String, Tense)> {
    let mut forms = vec![(infinitive.to_owned(), Tense::Infinitive)];
    let family = models
        .model
        .iter()
        .filter(|model| infinitive.ends_with(&model.ending))
        .max_by_key(|model| model.ending.len());
    if let Some(model) = family {
        let stem = &infinitive[..infinitive.len() - model.ending.len()];
        let with = |rest: &str| format!("{stem}{rest}");
        let imperfect = with(&model.imperfect);
        forms.extend(model.present.iter().map(|form| (with(form), Tense::Present)));
        forms.extend(model.past.iter().map(|form| (with(form), Tense::Past)));
        imperfect_and_gerund(&imperfect, &imperfect, &mut forms);
        future_and_conditional(&with(&model.future), &mut forms);
        participles(&with(&model.participle), &mut forms);
    } else if let Some(stem) = infinitive.strip_suffix("er") {
        first_group(stem, infinitive, &mut forms);
    } else if let Some(stem) = infinitive.strip_suffix("ir") {
        forms.push((format!("{stem}it"), Tense::Present));
        forms.push((format!("{stem}issent"), Tense::Present));
        forms.push((format!("{stem}it"), Tense::Past));
        forms.push((format!("{stem}irent"), Tense::Past));
        let long = format!("{stem}iss");
        imperfect_and_gerund(&long, &long, &mut forms);
        future_and_conditional(infinitive, &mut forms);
        participles(&format!("{stem}i"), &mut forms);
    }
    forms
}

/// Verbs in -er, with the spellings that keep a sound: `annonça`, `engageait`, `appelle`, `répète`.
fn first_group(stem: &str, infinitive: &str, forms: &mut Vec<(String, Tense)>) {
    let before_a = if let Some(start) = stem.strip_suffix('c') {
        format!("{start}ç")
    } else if stem.ends_with('g') {
        format!("{stem}e")
    } else {
        stem.to_owned()
    };
    for strong in strong_stems(stem) {
        forms.push((format!("{strong}e"), Tense::Present));
        forms.push((format!("{strong}ent"), Tense::Present));
        future_and_conditional(&format!("{strong}er"), forms);
    }
    future_and_conditional(infinitive, forms);
    forms.push((format!("{before_a}a"), Tense::Past));
    forms.push((format!("{stem}èrent"), Tense::Past));
    imperfect_and_gerund(&before_a, &before_a, forms);
    participles(&format!("{stem}é"), forms);
}

/// The stems of a verb in -er before a mute e; two where usage has two spellings.
fn strong_stems(stem: &str) -> Vec<String> {
    let mut stems = Vec::new();
    if let Some(start) = stem.strip_suffix('y') {
        stems.push(format!("{start}i"));
        if start.ends_with('a') {
            stems.push(stem.to_owned());
        }
        return stems;
    }
    let chars: Vec<char> = stem.chars().collect();
    // The vowel that opens before the mute e stands before one consonant, or before two where the
    // second is a liquid: lever, révéler, célébrer.
    let consonants = chars.iter().rev().take_while(|c| !"aeiouyéèêâîôû".contains(**c)).count();
    let vowel = chars.len().checked_sub(consonants + 1).and_then(|at| chars.get(at).map(|&c| (at, c)));
    match vowel {
        Some((at, c @ ('e' | 'é'))) if consonants == 1 || (consonants == 2 && c == 'é') => {
            let mut open = chars.clone();
            open[at] = 'è';
            stems.push(open.iter().collect());
            if c == 'e' && (stem.ends_with('l') || stem.ends_with('t')) {
                stems.push(format!("{stem}{}", if stem.ends_with('l') { 'l' } else { 't' }));
            }
        }
        _ => stems.push(stem.to_owned()),
    }
    stems
}

fn imperfect_and_gerund(imperfect: &str, gerund: &str, forms: &mut Vec<(String, Tense)>) {
    forms.push((format!("{imperfect}ait"), Tense::Past));
    forms.push((format!("{imperfect}aient"), Tense::Past));
    forms.push((format!("{gerund}ant"), Tense::Gerund));
}

fn future_and_conditional(stem: &str, forms: &mut Vec<(String, Tense)>) {
    forms.push((format!("{stem}a"), Tense::Future));
    forms.push((format!("{stem}ont"), Tense::Future));
    forms.push((format!("{stem}ait"), Tense::Conditional));
    forms.push((format!("{stem}aient"), Tense::Conditional));
}

fn participles(masculine: &str, forms: &mut Vec<(String, Tense)>) {
    forms.push((masculine.to_owned(), Tense::Participle));
    let plural = if masculine.ends_with('s') { masculine.to_owned() } else { format!("{masculine}s") };
    for form in [plural, format!("{masculine}e"), format!("{masculine}es")] {
        forms.push((form, Tense::Agreed));
    }
}

/// The forms of an English verb such as `deny`.
pub(super) fn english(base: &str, irregulars: &EnglishIrregulars) -> Vec<(String, Tense)> {
    let irregular = irregulars.verb.iter().find(|verb| verb.base == base);
    let (stem, y) = match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => (stem, true),
        _ => (base, false),
    };
    let third = if y {
        format!("{stem}ies")
    } else if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("sh") || base.ends_with("ch") {
        format!("{base}es")
    } else {
        format!("{base}s")
    };
    let past = irregular.map_or_else(
        || match () {
            () if y => format!("{stem}ied"),
            () if base.ends_with('e') => format!("{base}d"),
            () => format!("{base}ed"),
        },
        |verb| verb.past.clone(),
    );
    let gerund = irregular.and_then(|verb| verb.gerund.clone()).unwrap_or_else(|| {
        let silent = base.ends_with('e') && !base.ends_with("ee");
        format!("{}ing", if silent { &base[..base.len() - 1] } else { base })
    });
    let participle = irregular.and_then(|verb| verb.participle.clone()).unwrap_or_else(|| past.clone());
    vec![
        (base.to_owned(), Tense::Infinitive),
        (third, Tense::Present),
        (past, Tense::Past),
        (participle, Tense::Participle),
        (gerund, Tense::Gerund),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    fn has(infinitive: &str, form: &str, tense: Tense) -> bool {
        let models: FrenchModels = lang::table(include_str!("../../assets/lang/fr/conjugation.toml"));
        french(infinitive, &models).contains(&(form.to_owned(), tense))
    }

    #[test]
    fn regular_verbs_keep_their_sound() {
        assert!(has("annoncer", "annonça", Tense::Past));
        assert!(has("engager", "engageait", Tense::Past));
        assert!(has("appeler", "appelle", Tense::Present));
        assert!(has("répéter", "répète", Tense::Present));
        assert!(has("célébrer", "célèbrent", Tense::Present));
        assert!(has("appuyer", "appuie", Tense::Present));
        assert!(has("avertir", "avertissant", Tense::Gerund));
    }

    #[test]
    fn irregular_families_follow_their_model() {
        assert!(has("prévenir", "prévient", Tense::Present));
        assert!(has("promettre", "promirent", Tense::Past));
        assert!(has("contredire", "contredit", Tense::Participle));
        assert!(has("craindre", "craignait", Tense::Past));
        assert!(has("répondre", "répondant", Tense::Gerund));
        assert!(has("reconnaître", "reconnu", Tense::Participle));
        assert!(has("prédire", "prédirait", Tense::Conditional));
    }

    #[test]
    fn english_verbs_spell_their_endings() {
        let irregulars: EnglishIrregulars =
            lang::table(include_str!("../../assets/lang/en/conjugation.toml"));
        let forms = |base: &str| -> Vec<String> {
            english(base, &irregulars).into_iter().map(|(form, _)| form).collect()
        };
        assert_eq!(forms("deny"), ["deny", "denies", "denied", "denied", "denying"]);
        assert_eq!(forms("urge"), ["urge", "urges", "urged", "urged", "urging"]);
        assert_eq!(forms("say"), ["say", "says", "said", "said", "saying"]);
        assert_eq!(forms("press"), ["press", "presses", "pressed", "pressed", "pressing"]);
    }
}
