//! Keeps the editor's corrections in the sidecar: only what changed is cut out or put in.

use std::ops::Range;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::super::corrections::Correction;
use super::super::{FILE, Sidecar};
use super::{WriteError, edit, is_inline, quoted};

/// Changes the corrections in the sidecar of `folder` from `before` to `after`, and makes the sidecar
/// where there is none. Tables that stay are not touched, nor is anything else in the file; what
/// somebody else added to it meanwhile stays too. Gives the corrections that it holds now.
///
/// # Errors
/// When the sidecar has a syntax error or cannot be read or written.
pub fn set_corrections(
    folder: &Path,
    before: &[Correction],
    after: &[Correction],
) -> Result<Vec<Correction>, WriteError> {
    let now = edit(folder, |text| changed(text, before, after))?;
    let held = Sidecar::parse(&folder.join(FILE), &now).corrections;
    Ok(held.into_iter().map(|(_, correction)| correction).collect())
}

/// The sidecar `text` with the change made; the line of the mistake where it has one.
fn changed(text: &str, before: &[Correction], after: &[Correction]) -> Result<String, usize> {
    let shared = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let tail =
        before[shared..].iter().rev().zip(after[shared..].iter().rev()).take_while(|(a, b)| a == b).count();
    let gone = &before[shared..before.len() - tail];
    let new = &after[shared..after.len() - tail];
    let mut tables = tables(text)?;
    let mut out = text.to_owned();
    // From the last one up, so that the places of the others still hold.
    let mut cut: Vec<usize> = Vec::new();
    for correction in gone {
        let found = tables
            .list
            .iter()
            .enumerate()
            .rev()
            .find(|(at, (_, held))| held.as_ref() == Some(correction) && !cut.contains(at));
        cut.extend(found.map(|(at, _)| at));
    }
    cut.sort_unstable();
    let follower = before.get(shared).filter(|_| gone.is_empty() && tail > 0);
    let position =
        |held: &Correction| tables.list.iter().rposition(|(_, other)| other.as_ref() == Some(held));
    // New ones go before what follows them, else behind all the others.
    let at = cut
        .first()
        .copied()
        .filter(|_| tail > 0)
        .or_else(|| follower.and_then(position))
        .unwrap_or(tables.list.len());
    if tables.inline.is_some() {
        let mut held: Vec<String> = Vec::new();
        for (number, (range, _)) in tables.list.iter().enumerate() {
            if number == at {
                held.extend(new.iter().map(inline));
            }
            if !cut.contains(&number) {
                held.push(text[range.clone()].to_owned());
            }
        }
        if at == tables.list.len() {
            held.extend(new.iter().map(inline));
        }
        let whole = tables.inline.take().unwrap_or_default();
        out.replace_range(whole, &format!("[{}]", held.join(", ")));
        return Ok(out);
    }
    let place = tables.list.get(at).map_or(out.len(), |(range, _)| range.start);
    let cuts = || cut.iter().rev().map(|number| tables.list[*number].0.clone());
    // What stands further down is changed first.
    let below = cut.first().is_some_and(|number| tables.list[*number].0.start >= place);
    if below {
        cuts().for_each(|range| out.replace_range(range, ""));
    }
    put(&mut out, place, new);
    if !below {
        cuts().for_each(|range| out.replace_range(range, ""));
    }
    while out.ends_with("\n\n") && !text.ends_with("\n\n") {
        out.pop();
    }
    Ok(out)
}

/// Writes corrections as tables at `place`, which is the start of another table or the end.
fn put(text: &mut String, place: usize, new: &[Correction]) {
    let mut written = String::new();
    for correction in new {
        written.push_str("[[correction]]\n");
        for (key, value) in correction.pairs() {
            written.push_str(&format!("{key} = {}\n", quoted(value)));
        }
        written.push('\n');
    }
    if place < text.len() {
        text.insert_str(place, &written);
    } else if !written.is_empty() {
        written.pop();
        if !text.is_empty() {
            text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        text.push_str(&written);
    }
}

fn inline(correction: &Correction) -> String {
    let pairs: Vec<String> =
        correction.pairs().into_iter().map(|(key, value)| format!("{key} = {}", quoted(value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// The tables of corrections in a sidecar, with the bytes they take.
struct Tables {
    list: Vec<(Range<usize>, Option<Correction>)>,
    /// The list's own bytes, where it is written in one line.
    inline: Option<Range<usize>>,
}

fn tables(text: &str) -> Result<Tables, usize> {
    let line = |at: usize| 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    let document = DeTable::parse(text).map_err(|error| line(error.span().map_or(0, |span| span.start)))?;
    let held = document.get_ref().iter().find(|(key, _)| key.get_ref() == "correction");
    let Some((_, held)) = held else { return Ok(Tables { list: Vec::new(), inline: None }) };
    let DeValue::Array(entries) = held.get_ref() else { return Err(line(held.span().start)) };
    let read = |part: &str| {
        let alone = Sidecar::parse(Path::new(FILE), part);
        alone.corrections.into_iter().next().map(|(_, correction)| correction)
    };
    let headers = headers(text);
    if headers.len() == entries.len() {
        let list = headers.into_iter().map(|range| (range.clone(), read(&text[range]))).collect();
        return Ok(Tables { list, inline: None });
    }
    // Headers between the quotes of a text, or written in some way of their own.
    if !is_inline(text, held) {
        return Err(line(held.span().start));
    }
    let list = entries.iter().map(|entry| {
        let range = entry.span();
        let part = text.get(range.clone()).unwrap_or_default();
        (range, read(&format!("correction = [{part}]")))
    });
    Ok(Tables { list: list.collect(), inline: Some(held.span()) })
}

/// Where each `[[correction]]` stands: from its header to behind its last line, and the blank line
/// behind that; comments before the next header are the next one's.
fn headers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let bare = line.trim();
        if bare.starts_with('[') {
            let name: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
            open = name.starts_with("[[correction]]");
            if open {
                found.push(at..end);
            }
        } else if let Some(last) = found.last_mut().filter(|_| open) {
            let blank = bare.is_empty() && last.end == at && text[..at].trim_end().len() + 2 > at;
            if !bare.is_empty() && !bare.starts_with('#') || blank {
                last.end = end;
            }
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hide(actor: &str) -> Correction {
        Correction::Hide { actor: actor.to_owned() }
    }

    fn merge(actor: &str, into: &str) -> Correction {
        Correction::Merge { actor: actor.to_owned(), into: into.to_owned() }
    }

    fn held(text: &str) -> Vec<Correction> {
        let sidecar = Sidecar::parse(Path::new(FILE), text);
        assert_eq!(sidecar.remarks, [], "{text}");
        sidecar.corrections.into_iter().map(|(_, correction)| correction).collect()
    }

    #[test]
    fn a_new_sidecar_is_made() {
        let folder = tempfile::tempdir().unwrap();
        set_corrections(folder.path(), &[], &[merge("Haddad", "Karim \"K\" Haddad")]).unwrap();
        let written = std::fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert_eq!(
            written,
            "[[correction]]\nmerge = \"Haddad\"\ninto = 'Karim \"K\" Haddad'\n".replace("\\\"", "\"")
        );
        assert_eq!(held(&written), [merge("Haddad", "Karim \"K\" Haddad")]);
        set_corrections(folder.path(), &held(&written), &[]).unwrap();
        assert!(!folder.path().join(FILE).exists(), "taken back, it leaves no file behind");
    }

    #[test]
    fn what_is_taken_back_leaves_the_file_as_it_was() {
        let old = "# Mon dossier\ntitle = \"Le port\" # ici\n\n[[article]]\nfile = \"a.txt\"\n\n# fin\n";
        let new = changed(old, &[], &[hide("Image")]).unwrap();
        assert_eq!(new, format!("{old}\n[[correction]]\nhide = \"Image\"\n"));
        assert_eq!(changed(&new, &[hide("Image")], &[]).unwrap(), old);
    }

    #[test]
    fn comments_stay_where_they_are() {
        let old = "[[correction]] # la première\nhide = \"Image\" # une légende\n\n# la seconde\n[[correction]]\nhide = \"Photo\"\n";
        let (image, photo) = (hide("Image"), hide("Photo"));
        let new =
            changed(old, &[image.clone(), photo.clone()], &[image.clone(), photo.clone(), hide("Carte")]);
        assert_eq!(new.unwrap(), format!("{old}\n[[correction]]\nhide = \"Carte\"\n"));
        let new = changed(old, &[image, photo.clone()], &[photo]).unwrap();
        assert_eq!(new, "# la seconde\n[[correction]]\nhide = \"Photo\"\n");
    }

    #[test]
    fn one_put_back_between_two_goes_to_its_place() {
        let old = "[[correction]]\nhide = \"Image\"\n\n[[correction]]\nhide = \"Photo\"\n\n[[article]]\nfile = \"a.txt\"\n";
        let (image, carte, photo) = (hide("Image"), hide("Carte"), hide("Photo"));
        let after = [image.clone(), carte, photo.clone()];
        let new = changed(old, &[image.clone(), photo.clone()], &after).unwrap();
        assert_eq!(held(&new), after);
        assert_eq!(changed(&new, &after, &[image, photo]).unwrap(), old);
    }

    #[test]
    fn what_somebody_else_wrote_meanwhile_stays() {
        let old = "[[correction]]\nhide = \"Photo\"\n";
        let new = changed(old, &[hide("Image")], &[hide("Image"), hide("Carte")]).unwrap();
        assert_eq!(held(&new), [hide("Photo"), hide("Carte")]);
    }

    #[test]
    fn a_table_that_could_not_be_read_stays() {
        let old = "[[correction]]\nhide = 3\n\n[[correction]]\nhide = \"Image\"\n";
        let new = changed(old, &[hide("Image")], &[]).unwrap();
        assert_eq!(new, "[[correction]]\nhide = 3\n");
    }

    #[test]
    fn a_list_in_one_line_stays_one() {
        let old = "correction = [{ hide = \"Image\" }] # à voir\n";
        let both = [hide("Image"), hide("Carte")];
        let new = changed(old, &both[..1], &both).unwrap();
        assert_eq!(new, "correction = [{ hide = \"Image\" }, { hide = \"Carte\" }] # à voir\n");
        assert_eq!(changed(&new, &both, &both[..1]).unwrap(), old);
    }

    #[test]
    fn headers_in_a_form_of_their_own_are_left_alone() {
        let old = "[[\"correction\"]]\nhide = \"Image\"\n";
        assert_eq!(changed(old, &[], &[hide("Carte")]), Err(1));
        let old = "title = \"\"\"\n[[correction]]\n\"\"\"\n[[correction]]\nhide = \"Photo\"\n";
        assert_eq!(changed(old, &[], &[hide("Carte")]), Err(4));
    }

    #[test]
    fn a_broken_sidecar_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "title = \"x\"\n???\n").unwrap();
        let error = set_corrections(folder.path(), &[], &[hide("Image")]).unwrap_err();
        assert!(matches!(error, WriteError::Broken { line: 2, .. }), "{error}");
    }

    proptest! {
        #[test]
        fn any_change_of_the_list_is_what_the_file_holds(
            names in proptest::collection::vec("[a-cé\"\\\\# \\[]{1,6}", 0..7),
            steps in proptest::collection::vec((any::<bool>(), any::<prop::sample::Index>()), 0..8),
        ) {
            let mut text = "# tête\ntitle = \"x\"\n".to_owned();
            let mut list: Vec<Correction> = Vec::new();
            let mut names = names.into_iter().enumerate();
            for (add, at) in steps {
                let mut after = list.clone();
                if add && let Some((number, name)) = names.next() {
                    after.insert(at.index(list.len() + 1), hide(&format!("{number}{}", name.trim())));
                } else if !after.is_empty() {
                    after.remove(at.index(list.len()));
                }
                text = changed(&text, &list, &after).unwrap();
                prop_assert_eq!(held(&text), after.clone());
                list = after;
            }
            text = changed(&text, &list, &[]).unwrap();
            prop_assert_eq!(text, "# tête\ntitle = \"x\"\n");
        }
    }
}
