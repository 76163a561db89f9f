//! What a test asks of its browser.

use crate::Engine;

/// What a test asks of its browser.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whose browser it is.
    pub engine: Engine,
    /// The size of the page.
    pub window: Window,
    /// The language that the browser asks pages for.
    pub language: &'static str,
    /// Whether pages may store anything.
    pub storage: bool,
    /// Whether Chromium notes each request that it makes, for [`requests`](crate::Browser::requests).
    pub notes_requests: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            engine: Engine::default(),
            window: Window::Desktop,
            language: "fr",
            storage: true,
            notes_requests: false,
        }
    }
}

impl From<Engine> for Options {
    fn from(engine: Engine) -> Self {
        Self { engine, ..Self::default() }
    }
}

/// The size of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// 1280 by 900.
    Desktop,
    /// 1600 by 900: room for what the rules say beside the questions.
    Wide,
    /// 360 by 740, with touch.
    Phone,
    /// 320 by 640: a desktop's window at 400 %.
    Narrow,
}

impl Window {
    /// Width and height in pixels.
    pub(crate) fn size(self) -> (u32, u32) {
        match self {
            Self::Desktop => (1280, 900),
            Self::Wide => (1600, 900),
            Self::Phone => (360, 740),
            Self::Narrow => (320, 640),
        }
    }
}

/// The colours that the page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}
