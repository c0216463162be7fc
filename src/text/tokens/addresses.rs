//! Addresses of the web and of mailboxes, which are one token each.

/// Endings of a bare host name (`exemple.fr`) that are no words a sentence could begin with when its
/// stop is glued to it.
const HOST_ENDINGS: [&str; 9] = ["com", "fr", "org", "net", "eu", "ch", "uk", "io", "gouv"];

/// Longest bare host name or mailbox that is looked for, in bytes; keeps the search linear.
const LONGEST: usize = 96;

/// Where the address that starts at byte `at` of `part` ends, if one does; `mailboxes` says whether
/// there is an `@` at all.
pub fn end(part: &str, at: usize, mailboxes: bool) -> Option<usize> {
    let rest = &part[at..];
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    if ["http://", "https://", "www."].iter().any(|start| starts_with(rest, start)) {
        let run = rest.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"«»“”„".contains(c));
        let address = rest[..run.unwrap_or(rest.len())].trim_end_matches(|c: char| ".,;:!?)]…'’".contains(c));
        return Some(at + address.len());
    }
    let run = rest
        .bytes()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+'))
        .count();
    if mailboxes && rest[run..].starts_with('@') {
        let host = rest[run + 1..]
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
            .count();
        let host = rest[run + 1..run + 1 + host].trim_end_matches(['.', '-']);
        return host.contains('.').then_some(at + run + 1 + host.len());
    }
    if rest[run..].chars().next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let host = rest[..run].trim_end_matches(['.', '-']);
    let (name, ending) = host.rsplit_once('.')?;
    (HOST_ENDINGS.contains(&ending) && !name.is_empty()).then_some(at + host.len())
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}
