//! About the app: the handbook it follows, what is kept where, licence, version.

use super::heading;
use crate::ui::context::ui;
use crate::ui::dom::{El, link, of_class, says};

/// The page.
pub(in crate::ui) fn about() -> Vec<El> {
    let ui = ui();
    let version = format!("{} {}", ui.version, env!("CARGO_PKG_VERSION"));
    vec![
        heading(ui.about_title),
        of_class("p", "lead").text(ui.about_lead),
        says("h2", ui.about_handbook_title),
        says("p", ui.about_handbook),
        says("p", ui.about_rules).text(" ").child(link("#/rules", ui.rules_title)),
        says("h2", ui.about_privacy_title),
        says("p", ui.about_privacy),
        says("p", ui.about_storage),
        says("h2", ui.about_file_title),
        says("p", ui.about_file).text(" ").child(link("bundle.schema.json", "bundle.schema.json")),
        says("h2", ui.about_licence_title),
        says("p", ui.about_licence),
        says("p", &version),
    ]
}
