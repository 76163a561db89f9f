//! The keyboard alone: keys go to whatever has the focus, and the focus is looked at after each.

use anyhow::{Result, bail, ensure};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::place::Place;
use crate::{Browser, wait_until};

/// Steps from one control to another at the most.
const FAR: usize = 200;

impl Browser {
    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) -> Result<()> {
        Ok(self.action_chain().key_down(key.clone()).key_up(key).perform().await?)
    }

    /// Presses a key with Shift held.
    pub async fn press_with_shift(&self, key: Key) -> Result<()> {
        let keys =
            self.action_chain().key_down(Key::Shift).key_down(key.clone()).key_up(key).key_up(Key::Shift);
        Ok(keys.perform().await?)
    }

    /// Presses a letter with Control held.
    pub async fn press_with_control(&self, letter: &str) -> Result<()> {
        let keys = self.action_chain().key_down(Key::Control).send_keys(letter).key_up(Key::Control);
        Ok(keys.perform().await?)
    }

    /// Types where the focus is.
    pub async fn type_here(&self, text: &str) -> Result<()> {
        Ok(self.action_chain().send_keys(text).perform().await?)
    }

    /// Goes with Tab until the focus is at a place. It must be seen on every step.
    pub async fn tab_to(&self, place: &Place) -> Result<()> {
        self.step_to(place, async || self.press(Key::Tab).await).await
    }

    /// The same backwards, with Shift and Tab.
    pub async fn tab_back_to(&self, place: &Place) -> Result<()> {
        self.step_to(place, async || self.press_with_shift(Key::Tab).await).await
    }

    async fn step_to(&self, place: &Place, step: impl AsyncFn() -> Result<()>) -> Result<()> {
        for _ in 0..FAR {
            if self.is_focused(place).await? {
                return Ok(());
            }
            step().await?;
            self.sees_focus().await?;
        }
        bail!("{FAR} steps, and the focus never came to {place}")
    }

    /// Whether the focus is at a place.
    pub async fn is_focused(&self, place: &Place) -> Result<bool> {
        let matches = "return document.activeElement.matches(arguments[0])";
        Ok(self.execute(matches, [json!(place.to_string())]).await?.convert()?)
    }

    /// Waits until the app has moved the focus to a place.
    pub async fn focus_comes_to(&self, place: &Place) -> Result<()> {
        wait_until(&format!("the focus at {place}"), async || self.is_focused(place).await).await
    }

    /// Waits until something has the focus, and a person sees what: it has an outline, and stands in
    /// the window with nothing over it. WebKit scrolls there a moment later.
    pub async fn sees_focus(&self) -> Result<()> {
        let look = "const focus = document.activeElement;
            if (focus === document.body) return 'nothing has the focus';
            if (!focus.matches('a, button, input, select, textarea, summary')) return '';
            const seen = focus.type === 'file' ? focus.labels[0] : focus;
            const name = seen.outerHTML.slice(0, 200);
            const style = getComputedStyle(seen);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) return `no outline: ${name}`;
            const [box] = seen.getClientRects();
            const [x, y] = [box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2];
            const top = document.elementFromPoint(x, y);
            return top && (seen.contains(top) || top.contains(seen)) ? '' : `hidden: ${name} at ${x}, ${y}`;";
        wait_until("the focus to be seen", async || {
            let fault: String = self.execute(look, []).await?.convert()?;
            ensure!(fault.is_empty(), "{fault}");
            Ok(true)
        })
        .await
    }

    /// The text of the element with the focus.
    pub async fn focused_text(&self) -> Result<String> {
        Ok(self.find(By::Css(":focus")).await?.text().await?)
    }
}
