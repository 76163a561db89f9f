//! What a browser asked for: by Chromium's own account of the requests it starts, and by the server's.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::engine::chromium::REQUESTS;
use crate::{Browser, wait_until};

/// A request that Chromium made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it asked for.
    pub address: String,
    /// Whose page or worker asked; nothing where the browser did.
    pub by: Option<String>,
}

impl Browser {
    /// What Chromium asked for since it was opened, workers and all, as it noted it ([`notes_requests`]). Quits, and opens
    /// it again on the same profile.
    ///
    /// [`notes_requests`]: crate::Options::notes_requests
    pub async fn requests(&mut self) -> Result<Vec<Request>> {
        self.quit().await?;
        let file = self.folder().join(REQUESTS);
        // It is written to its end once the browser is gone.
        let read = || -> Result<Value> { Ok(serde_json::from_str(&fs::read_to_string(&file)?)?) };
        wait_until("the account of requests", async || Ok(read().is_ok())).await?;
        let account = read()?;
        fs::remove_file(&file)?;
        self.open().await?;

        let started =
            account.pointer("/constants/logEventTypes/URL_REQUEST_START_JOB").context("its type")?;
        let events = account.get("events").and_then(Value::as_array).context("a list")?;
        let events = events.iter().filter(|event| event.get("type") == Some(started));
        let text = |event: &Value, name: &str| {
            event.pointer(&format!("/params/{name}")).and_then(Value::as_str).map(str::to_owned)
        };
        Ok(events
            .filter_map(|event| {
                let by = text(event, "initiator").filter(|by| by != "not an origin");
                Some(Request { address: text(event, "url")?, by })
            })
            .collect())
    }

    /// What the server was asked for since the last look, as paths under its base.
    pub fn asked(&self) -> Vec<String> {
        let asked = self.server().map(|server| server.asked()).unwrap_or_default();
        let target = |line: String| line.split(' ').nth(1).unwrap_or_default().to_owned();
        asked.into_iter().map(target).collect()
    }
}
