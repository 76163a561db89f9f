//! The form of email addresses and of addresses of pages, for the rules and for the form's own fixes.
//!
//! Stricter than the standards where people slip, and open to every script: beyond ASCII, all that is neither
//! white space nor control counts as a letter.

use std::borrow::Cow;

use crate::plan::Normalise;
use crate::plan::text::trimmed;

/// Whether a text is one well-formed email address, with nothing around it.
pub fn is_email(text: &str, normalise: Normalise) -> bool {
    let text = composed(text, normalise);
    let Some((mailbox, host)) = text.split_once('@') else { return false };
    let parted = mailbox.split('.').all(|part| !part.is_empty() && part.chars().all(is_of_mailbox));
    parted && mailbox.chars().count() <= 64 && is_host(host) && text.chars().count() <= 254
}

/// Whether a text is the well-formed address of a page: `http` or `https`, with a host of two labels or more.
pub fn is_url(text: &str, normalise: Normalise) -> bool {
    let text = composed(text, normalise);
    let Some(rest) = without_scheme(&text) else { return false };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let Some((authority, tail)) = rest.split_at_checked(end) else { return false };
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    is_host(host)
        && port.is_none_or(is_port)
        && !tail.chars().any(|c| c.is_whitespace() || c.is_control())
        && text.chars().count() <= 2048
}

/// The address with `https://` in front, where that is all it lacks.
pub fn with_scheme(text: &str, normalise: Normalise) -> Option<String> {
    let mended = format!("https://{}", trimmed(text));
    (!is_url(text, normalise) && is_url(&mended, normalise)).then_some(mended)
}

/// The text without its ends, composed, so that characters count as people see them.
fn composed(text: &str, normalise: Normalise) -> Cow<'_, str> {
    let text = trimmed(text);
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned((normalise.nfc)(text)) }
}

fn without_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

fn is_port(port: &str) -> bool {
    // `parse` alone would take a plus sign.
    port.bytes().all(|b| b.is_ascii_digit())
        && port.parse::<u32>().is_ok_and(|port| (1..=65_535).contains(&port))
}

/// Two labels or more; the last, where addresses of machines have a number, is a name.
fn is_host(host: &str) -> bool {
    let Some((_, last)) = host.rsplit_once('.') else { return false };
    host.split('.').all(is_label) && last.chars().count() >= 2 && !last.bytes().all(|b| b.is_ascii_digit())
}

fn is_label(label: &str) -> bool {
    let edged = label.starts_with('-') || label.ends_with('-');
    !edged
        && (1..=63).contains(&label.chars().count())
        && label.chars().all(|c| c == '-' || is_letter_or_digit(c))
}

fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { !c.is_whitespace() && !c.is_control() }
}

fn is_of_mailbox(c: char) -> bool {
    is_letter_or_digit(c) || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::testing::NORMALISE;

    #[track_caller]
    fn email(text: &str, well_formed: bool) {
        assert_eq!(is_email(text, NORMALISE), well_formed, "{text}");
    }

    #[track_caller]
    fn url(text: &str, well_formed: bool) {
        assert_eq!(is_url(text, NORMALISE), well_formed, "{text}");
    }

    #[test]
    fn an_email_has_one_at() {
        email("claire.morin@valmont.example.org", true);
        email(" \u{a0}claire@valmont.fr\u{200b}\n", true);
        email("claire", false);
        email("valmont.fr", false);
        email("claire@@valmont.fr", false);
        email("claire@valmont@fr.org", false);
        email("", false);
    }

    #[test]
    fn before_the_at_stand_1_to_64_characters_with_single_dots() {
        email(&format!("{}@valmont.fr", "a".repeat(64)), true);
        email(&format!("{}@valmont.fr", "a".repeat(65)), false);
        email("@valmont.fr", false);
        email("a@valmont.fr", true);
        email("!#$%&'*+-/=?^_`{|}~@valmont.fr", true);
        for wrong in
            [".a@v.fr", "a.@v.fr", "a..b@v.fr", "a b@v.fr", "a,b@v.fr", "a;b@v.fr", "(a)@v.fr", "\"a\"@v.fr"]
        {
            email(wrong, false);
        }
    }

    #[test]
    fn after_the_at_stand_two_labels_or_more() {
        email("a@valmont", false);
        email("a@v.fr", true);
        email("a@v.x.fr", true);
        for wrong in ["a@v..fr", "a@.fr", "a@v.fr.", "a@-v.fr", "a@v-.fr", "a@v.-fr", "a@v_w.fr", "a@v w.fr"]
        {
            email(wrong, false);
        }
        email("a@v-w.fr", true);
        email(&format!("a@{}.fr", "v".repeat(63)), true);
        email(&format!("a@{}.fr", "v".repeat(64)), false);
        email("a@v.f", false);
        email("a@v.12", false);
        email("a@v.1a", true);
        email("a@12.fr", true);
    }

    #[test]
    fn an_email_has_254_characters_at_most() {
        let host = format!("{0}.{0}.{0}", "v".repeat(61));
        let sized = |mailbox: usize| format!("{}@{host}.fr", "a".repeat(mailbox));
        assert_eq!(sized(64).chars().count(), 253);
        email(&format!("{}@v{host}.fr", "a".repeat(64)), true);
        email(&format!("{}@vv{host}.fr", "a".repeat(64)), false);
    }

    #[test]
    fn letters_are_letters_in_every_script() {
        email("andré@mairie-évry.fr", true);
        email("電子@例え.テスト", true);
        email("a@v.рф", true);
        email("a@v.\u{a0}fr", false);
        email("a\u{85}b@v.fr", false);
        // Composed, 64 characters; as typed, 128.
        email(&format!("{}@v.fr", "e\u{301}".repeat(64)), true);
        email(&format!("{}@v.fr", "e\u{301}".repeat(65)), false);
    }

    #[test]
    fn an_email_stands_alone() {
        for wrong in ["mailto:a@v.fr", "Claire <a@v.fr>", "a@v.fr, b@v.fr", "a@v.fr b@v.fr", "a@v.fr;b@v.fr"]
        {
            email(wrong, false);
        }
    }

    #[test]
    fn a_url_has_a_scheme() {
        for right in ["http://v.fr", "https://v.fr", "HTTPS://V.FR", "Http://v.fr", " https://v.fr "] {
            url(right, true);
        }
        for wrong in ["v.fr", "www.v.fr", "ftp://v.fr", "https:/v.fr", "https:v.fr", "//v.fr", "https://", ""]
        {
            url(wrong, false);
        }
    }

    #[test]
    fn a_url_has_a_host_and_no_user() {
        url("https://participer.mairie-évry.fr", true);
        for wrong in [
            "https://localhost",
            "https://v",
            "https://v.f",
            "https://127.0.0.1",
            "https://v.fr.",
            "https://-v.fr",
            "https://a@v.fr",
            "https://a:b@v.fr",
            "https://v_w.fr",
            "https:///v.fr",
            "https://[::1]/",
        ] {
            url(wrong, false);
        }
    }

    #[test]
    fn a_port_lies_between_1_and_65535() {
        url("https://v.fr:1", true);
        url("https://v.fr:65535/a", true);
        for wrong in ["0", "65536", "", "+80", "8o", "80:80"] {
            url(&format!("https://v.fr:{wrong}"), false);
        }
    }

    #[test]
    fn behind_the_host_stands_anything_but_space() {
        for right in ["/", "/a/b?c=d&e#f", "?a", "#a", "/é@:%20", "/a:b@c"] {
            url(&format!("https://v.fr{right}"), true);
        }
        for wrong in ["/a b", "/a\tb", "/a\nb", "/a\u{a0}b", "/a\u{85}b", "\\a", " /a"] {
            url(&format!("https://v.fr{wrong}"), false);
        }
    }

    #[test]
    fn a_url_has_2048_characters_at_most() {
        let sized = |length: usize| format!("https://v.fr/{}", "a".repeat(length - 13));
        url(&sized(2048), true);
        url(&sized(2049), false);
        url(&format!("https://v.fr/{}", "e\u{301}".repeat(2035)), true);
    }

    #[test]
    fn a_missing_scheme_can_be_mended() {
        let mended = |text| with_scheme(text, NORMALISE);
        assert_eq!(mended(" participer.v.fr/a "), Some("https://participer.v.fr/a".to_owned()));
        assert_eq!(mended("v.fr:8080"), Some("https://v.fr:8080".to_owned()));
        for beyond in ["https://v.fr", "ftp://v.fr", "http:/v.fr", "pas encore", "a@v.fr", ""] {
            assert_eq!(mended(beyond), None, "{beyond}");
        }
    }
}
