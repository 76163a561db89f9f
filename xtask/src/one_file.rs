//! The app in one HTML file, for a stick or a disk: what the page loads from beside it stands inside, and its policy names
//! each script and style by its digest and lets nothing connect. The build stops where something is not inside.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};
use sha2::{Digest as _, Sha256};

use crate::offline::{self, PAGE, SCREENSHOTS, WORKER};
use crate::serve::content_type;

/// The file, in the folder to host beside all others.
pub const ONE_FILE: &str = "plan-ouvert.html";

/// What a page on a disk has no use for: the worker, and what is for an installed app.
const LEFT_OUT: [&str; 4] = [WORKER, "manifest.webmanifest", "icons/", SCREENSHOTS];
/// Answers what the app fetches.
const INSIDE: &str = include_str!("inside.js");
/// The line of `start.js` that loads the app.
const LOADS: &str = "await import(address(js))";
/// Stands where the policy comes, until all digests are known.
const POLICY: &str = "POLICY";

/// Writes it from the built folder, before the worker's list is made.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let page = read(dist, PAGE)?;
    let mut names = Vec::new();
    for name in offline::list(dist)?.into_keys() {
        if name != PAGE && name != ONE_FILE && !LEFT_OUT.iter().any(|left| name.starts_with(left)) {
            names.push(name);
        }
    }
    let one = put_inside(&page, &names, |name| {
        fs::read(dist.join(name)).with_context(|| format!("reading {name}"))
    })?;
    check(&one)?;
    Ok(fs::write(dist.join(ONE_FILE), one)?)
}

fn read(dist: &Path, name: &str) -> Result<String> {
    fs::read_to_string(dist.join(name)).with_context(|| format!("reading {name}"))
}

/// What has been put inside so far.
#[derive(Default)]
struct Placed {
    names: Vec<String>,
    scripts: Vec<String>,
    styles: Vec<String>,
}

/// The page with all files of these names inside.
fn put_inside(page: &str, names: &[String], file: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let placed = RefCell::new(Placed::default());
    let bytes = |name: &str| {
        placed.borrow_mut().names.push(name.to_owned());
        file(name)
    };
    let text = |name: &str| String::from_utf8(bytes(name)?).with_context(|| format!("{name} is no text"));

    let policy = element!("meta[http-equiv='Content-Security-Policy' i]", |meta| {
        Ok(meta.set_attribute("content", POLICY)?)
    });
    let style = element!("link[rel=stylesheet]", |link| {
        let css = text(&named(link, "href")?)?;
        placed.borrow_mut().styles.push(digest(&css));
        let media =
            link.get_attribute("media").map(|media| format!(" media=\"{media}\"")).unwrap_or_default();
        link.replace(&format!("<style{media}>{}</style>", unclosed(&css, "style")?), ContentType::Html);
        Ok(())
    });
    let icon = element!("link[rel=icon]", |link| {
        let name = named(link, "href")?;
        let icon = format!(
            "data:{};base64,{}",
            content_type(Path::new(&name)),
            BASE64_STANDARD.encode(bytes(&name)?)
        );
        Ok(link.set_attribute("href", &icon)?)
    });
    let unused = "link[rel=manifest], link[rel=apple-touch-icon], link[rel=modulepreload], link[rel=preload]";
    let unused = element!(unused, |link| {
        link.remove();
        Ok(())
    });
    let script = element!("script[src]", |script| {
        let app = text(&named(script, "data-js")?)?;
        let start = text(&named(script, "src")?)?;
        let start = format!("{INSIDE}{}", with_app(&start, &app)?);
        placed.borrow_mut().scripts.push(digest(&start));
        script.remove_attribute("src");
        script.set_inner_content(unclosed(&start, "script")?, ContentType::Html);
        Ok(())
    });
    let rest = element!("body", |body| {
        let left = |name: &&String| !placed.borrow().names.contains(name);
        for name in names.iter().filter(left).collect::<Vec<_>>() {
            let kind = content_type(Path::new(name));
            let content = BASE64_STANDARD.encode(bytes(name)?);
            let block = format!("<script type=\"{kind}\" data-inside=\"{name}\">{content}</script>\n");
            body.append(&block, ContentType::Html);
        }
        Ok(())
    });
    let settings = [policy, style, icon, unused, script, rest]
        .into_iter()
        .fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    let one = rewrite_str(page, settings)?;

    let Placed { names: placed, scripts, styles } = placed.into_inner();
    for name in names {
        ensure!(placed.contains(name), "{name} is not inside");
    }
    ensure!(!scripts.is_empty() && !styles.is_empty(), "the page has no script or no style");
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; base-uri 'none'; \
         form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    );
    let with_policy = one.replacen(POLICY, &policy, 1);
    ensure!(with_policy != one, "the page has no policy");
    Ok(with_policy)
}

/// The file beside the page that an attribute names.
fn named(element: &Element<'_, '_>, attribute: &str) -> Result<String> {
    let name = element.get_attribute(attribute).with_context(|| format!("no {attribute}"))?;
    Ok(name.trim_start_matches("./").to_owned())
}

/// `start.js` with the module in it that it would load.
fn with_app(start: &str, app: &str) -> Result<String> {
    let (body, exports) = app.rsplit_once("export{").context("the module exports nothing")?;
    let default = exports.split([',', '}']).find_map(|export| export.strip_suffix(" as default"));
    let default = default.context("the module has no default export")?;
    let with_app =
        start.replacen(LOADS, &format!("(() => {{{body};return {{ default: {default} }};}})()"), 1);
    ensure!(with_app != start, "start.js loads no module");
    let imports =
        ["import(", "import{", "import*", "import\"", "import '", "import \"", "import {", "import *"];
    ensure!(!imports.iter().any(|import| with_app.contains(import)), "a script imports another");
    Ok(with_app)
}

/// A text that can stand in an element.
fn unclosed<'a>(text: &'a str, element: &str) -> Result<&'a str> {
    let closes = text.to_ascii_lowercase().contains(&format!("</{element}"));
    ensure!(!closes && !text.contains("<!--"), "a text would end its {element}");
    Ok(text)
}

/// As the policy names it.
fn digest(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Whether the page names nothing that would have to be loaded.
fn check(page: &str) -> Result<()> {
    let outside = element!("*", |element| -> HandlerResult {
        for attribute in ["src", "href", "srcset", "data", "poster"] {
            if let Some(value) = element.get_attribute(attribute).filter(|value| !value.starts_with("data:"))
            {
                return Err(format!("{} is not inside", value).into());
            }
        }
        Ok(())
    });
    rewrite_str(page, RewriteStrSettings::new().append_element_content_handler(outside))?;
    for address in page.split("url(").skip(1) {
        if !address.trim_start_matches(['"', '\'']).starts_with("data:") {
            bail!("a style loads {:.60}", address);
        }
    }
    ensure!(!page.contains("@import"), "a style imports another");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">\
        <link rel=icon href=./i.svg><link rel=manifest href=./m.webmanifest><link rel=modulepreload href=./app.js>\
        <link rel=stylesheet href=./a.css><link rel=stylesheet href=./p.css media=print disabled>\
        <script data-js=./app.js data-wasm=./app_bg.wasm src=./start.js type=module></script><body><p>…</p></body></html>";

    fn file(name: &str) -> Result<Vec<u8>> {
        let text = match name {
            "i.svg" => "<svg/>",
            "a.css" => "a { color: red }",
            "p.css" => "p { color: black }",
            "app.js" => "const a=1,b=2;export{a as initSync,b as default};",
            "start.js" => "const app = await import(address(js));",
            "app_bg.wasm" => "\0asm",
            "texts/fr.txt" => "</script> & co",
            _ => bail!("no {name}"),
        };
        Ok(text.as_bytes().to_vec())
    }

    fn made(names: &[&str], page: &str, file: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let one = put_inside(page, &names, file)?;
        check(&one).map(|()| one)
    }

    const NAMES: [&str; 7] = ["a.css", "app.js", "app_bg.wasm", "i.svg", "p.css", "start.js", "texts/fr.txt"];

    #[test]
    fn all_that_a_page_loads_is_put_inside() -> Result<()> {
        let one = made(&NAMES, PAGE, file)?;
        for part in [
            "<style>a { color: red }</style>",
            "<style media=\"print\">p { color: black }</style>",
            "data:image/svg+xml;base64,PHN2Zy8+",
            "const app = (() => {const a=1,b=2;;return { default: b };})();</script>",
            "<script type=\"application/wasm\" data-inside=\"app_bg.wasm\">AGFzbQ==</script>",
            "data-inside=\"texts/fr.txt\">PC9zY3JpcHQ+ICYgY28=</script>",
        ] {
            assert!(one.contains(part), "{part} is not in {one}");
        }
        for left in ["webmanifest", "modulepreload", " src=", "<link rel=stylesheet"] {
            assert!(!one.contains(left), "{left} is in {one}");
        }
        Ok(())
    }

    #[test]
    fn its_policy_names_each_script_and_style_and_lets_nothing_connect() -> Result<()> {
        let one = made(&NAMES, PAGE, file)?;
        let (_, policy) = one.split_once("content=\"").context("a policy")?;
        let (policy, _) = policy.split_once('"').context("its end")?;
        let (_, script) = one
            .split_once("type=module>")
            .or_else(|| one.split_once("type=\"module\">"))
            .context("a script")?;
        let (script, _) = script.split_once("</script>").context("its end")?;
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {} {}; img-src data: blob:; \
                 base-uri 'none'; form-action 'none'",
                digest(script),
                digest("a { color: red }"),
                digest("p { color: black }")
            )
        );
        Ok(())
    }

    #[test]
    fn the_build_stops_where_something_cannot_be_put_inside() {
        let spoilt = |name: &'static str, text: &'static str| {
            move |of: &str| if of == name { Ok(text.as_bytes().to_vec()) } else { file(of) }
        };
        for (name, text) in [
            ("a.css", "a { background: url(picture.png) }"),
            ("a.css", "@import 'b.css';"),
            ("a.css", "</STYLE>"),
            ("start.js", "const app = await import(address(js)); await import(address(more));"),
            ("start.js", "const app = await import(address(js)); // </script>"),
            ("start.js", "no app"),
            ("app.js", "import { x } from './x.js';export{x as default};"),
            ("app.js", "export{x as y};"),
        ] {
            assert!(made(&NAMES, PAGE, spoilt(name, text)).is_err(), "{text}");
        }
        let picture = PAGE.replace("<p>", "<img src=./picture.png><p>");
        assert!(made(&NAMES, &picture, file).is_err());
        assert!(made(&["gone.txt"], PAGE, file).is_err());
        assert!(made(&NAMES, &PAGE.replace("http-equiv", "name"), file).is_err());
    }
}
