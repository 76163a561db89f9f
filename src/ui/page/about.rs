//! About the app: the handbook it follows, what is kept where and how to check that, licence, version.

use super::heading;
use crate::browser::{self, files, page};
use crate::ui::context::ui;
use crate::ui::dom::{El, button, el, link, of_class, says};

const SCHEMA: &str = "bundle.schema.json";
/// The app in one file, which the build makes.
const ONE_FILE: &str = "plan-ouvert.html";

/// The page.
pub(in crate::ui) fn about() -> Vec<El> {
    let (ui, is_on_disk) = (ui(), page::is_on_disk());
    let version = format!("{} {}", ui.version, env!("CARGO_PKG_VERSION"));
    let mut said = vec![
        heading(ui.about_title),
        of_class("p", "lead").text(ui.about_lead),
        says("h2", ui.about_handbook_title),
        says("p", ui.about_handbook),
        says("p", ui.about_rules).text(" ").child(link("#/rules", ui.rules_title)),
        says("h2", ui.about_privacy_title),
        says("p", if is_on_disk { ui.about_privacy_on_disk } else { ui.about_privacy }),
        says("h3", ui.about_kept_title),
        says("p", ui.about_storage),
        list("ul", if is_on_disk { on_disk() } else { hosted() }),
        says("p", if is_on_disk { ui.about_clear_on_disk } else { ui.about_clear }),
        says("h3", ui.about_check_title),
        list("ol", if is_on_disk { vec![ui.about_check_on_disk] } else { checks() }),
        says("h2", ui.about_file_title),
        says("p", ui.about_file).text(" ").child(schema()),
    ];
    if !is_on_disk {
        let get =
            link(ONE_FILE, ui.about_one_file_get).attr("download", ONE_FILE).attr("data-act", "one-file");
        said.extend([says("h2", ui.about_one_file_title), says("p", ui.about_one_file), el("p").child(get)]);
    }
    said.extend([says("h2", ui.about_licence_title), says("p", ui.about_licence), says("p", &version)]);
    said
}

fn hosted() -> Vec<&'static str> {
    let ui = ui();
    vec![ui.about_kept_drafts, ui.about_kept_beside, ui.about_kept_app, ui.about_kept_host]
}

fn on_disk() -> Vec<&'static str> {
    let ui = ui();
    vec![
        ui.about_kept_drafts,
        ui.about_kept_beside,
        ui.about_kept_on_disk,
        ui.on_disk_place,
        ui.on_disk_others,
    ]
}

fn checks() -> Vec<&'static str> {
    let ui = ui();
    vec![ui.about_check_network, ui.about_check_offline, ui.about_check_policy]
}

fn list(tag: &'static str, points: Vec<&'static str>) -> El {
    of_class(tag, "points").children(points.into_iter().map(|point| says("li", point)))
}

/// The way to the published format. An app that is one file on a disk has nothing beside it to lead to.
fn schema() -> El {
    if !page::is_on_disk() {
        return link(SCHEMA, SCHEMA);
    }
    let save = || {
        browser::spawn(async {
            if let Some(text) = page::fetch_own(SCHEMA).await {
                files::download(SCHEMA, &text);
            }
        });
    };
    button("quiet", SCHEMA, save).id("schema")
}
