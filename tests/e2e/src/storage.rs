//! What the browser keeps of the app beside localStorage, and how its storage is filled or taken away.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::form::legible;
use crate::{Browser, wait_until};

impl Browser {
    /// The copies of a draft in IndexedDB, one after the other; nothing where there is none.
    pub async fn second_copies(&self, draft: &str) -> Result<String> {
        let read = "const [draft, done] = arguments;
            const request = indexedDB.open('plan-ouvert /sub/path/');
            request.onerror = () => done('');
            request.onsuccess = () => {
                const database = request.result;
                const finish = (texts) => { database.close(); done(texts.join('')); };
                if (!database.objectStoreNames.contains('drafts')) return finish([]);
                const store = database.transaction('drafts').objectStore('drafts');
                const get = store.getAll(IDBKeyRange.bound(draft, `${draft}~`));
                get.onsuccess = () => finish(get.result.filter((text) => typeof text === 'string'));
            };";
        let texts: String = self.execute_async(read, [json!(draft)]).await?.convert()?;
        Ok(legible(&texts))
    }

    /// Waits until IndexedDB has what localStorage has of a draft.
    pub async fn copied(&self, draft: &str) -> Result<()> {
        wait_until("the second copy", async || {
            Ok(self.second_copies(draft).await? == self.stored(draft).await?)
        })
        .await
    }

    /// How many attachments IndexedDB keeps.
    pub async fn attachments_kept(&self) -> Result<u64> {
        let count = "const [done] = arguments;
            const request = indexedDB.open('plan-ouvert /sub/path/');
            request.onsuccess = () => {
                const database = request.result;
                const finish = (count) => { database.close(); done(count); };
                if (!database.objectStoreNames.contains('files')) return finish(0);
                const counted = database.transaction('files').objectStore('files').count();
                counted.onsuccess = () => finish(counted.result);
            };";
        Ok(self.execute_async(count, []).await?.convert()?)
    }

    /// Waits until the worker keeps all files.
    pub async fn kept_offline(&self) -> Result<()> {
        let ready = "const [done] = arguments;
            navigator.serviceWorker.ready.then((registration) => done(Boolean(registration.active)));";
        ensure!(self.execute_async(ready, []).await?.convert::<bool>()?, "the worker is at work");
        Ok(())
    }

    /// Fills localStorage to the last byte.
    pub async fn fill_storage(&self) -> Result<()> {
        let fill = "let size = 1 << 22;
            for (let at = 0; size >= 1; at += 1) {
                try { localStorage.setItem(`filler-${at}`, 'x'.repeat(size)); } catch { size >>= 1; }
            }
            for (let at = 0; ; at += 1) {
                try { localStorage.setItem('filler', 'x'.repeat(at)); } catch { break; }
            }";
        self.execute(fill, []).await?;
        Ok(())
    }

    /// Takes out what filled it.
    pub async fn empty_storage(&self) -> Result<()> {
        let empty = "const fillers = Object.keys(localStorage).filter((key) => key.startsWith('filler'));
            fillers.forEach((key) => localStorage.removeItem(key));";
        self.execute(empty, []).await?;
        Ok(())
    }

    /// How many milliseconds Chromium's page has worked since its start, other programs' work left out.
    pub async fn worked(&self) -> Result<f64> {
        Ok(self.metric("TaskDuration").await? * 1000.0)
    }

    /// How many milliseconds Chromium's page has spent since its start on what it does itself: scripts, styles and layout.
    pub async fn laid_out(&self) -> Result<f64> {
        let mut seconds = 0.0;
        for part in ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"] {
            seconds += self.metric(part).await?;
        }
        Ok(seconds * 1000.0)
    }

    /// One of the figures that Chromium keeps of a page, in seconds or bytes.
    pub async fn metric(&self, name: &str) -> Result<f64> {
        let time = json!({ "timeDomain": "threadTicks" });
        self.cdp().send_raw("Performance.enable", time).await?;
        let answer = self.cdp().send_raw("Performance.getMetrics", json!({})).await?;
        let metrics = answer.get("metrics").and_then(|metrics| metrics.as_array()).context("a list")?;
        let work = metrics.iter().find(|metric| metric.get("name") == Some(&json!(name)));
        work.and_then(|work| work.get("value")?.as_f64()).with_context(|| format!("no {name}"))
    }

    /// Has Chromium run a script in every page of this tab from now on, before anything else.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }
}
