//! A browser for tests: Chromium without a window, over DevTools.

use headless_chrome::browser::tab::Tab;
use headless_chrome::protocol::cdp::types::{Event, Method};
use headless_chrome::protocol::cdp::{Emulation, Input, Network};
use headless_chrome::{Browser, LaunchOptions};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The names of Chromium and its kin.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// One tab of a browser, and all it had to complain about.
pub(crate) struct Chromium {
    // Ends the browser when dropped.
    _browser: Browser,
    tab: Arc<Tab>,
    complaints: Arc<Mutex<Vec<String>>>,
    opened: AtomicUsize,
}

/// Starts the browser. Where `BOOKGRAPH_TEST_EVERYTHING` is set, there must be
/// one; elsewhere its tests are skipped, and the skipping is named.
pub(crate) fn chromium(test: &str) -> Option<Chromium> {
    let Some(program) = program() else {
        assert!(
            std::env::var_os("BOOKGRAPH_TEST_EVERYTHING").is_none(),
            "Chromium is not installed"
        );
        // Past the test runner, which hides what passing tests print.
        let _ = writeln!(std::io::stderr(), "skipped {test}: it needs Chromium");
        return None;
    };
    Some(Chromium::start(program))
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|program| program.is_file())
}

impl Chromium {
    fn start(program: PathBuf) -> Self {
        let options = LaunchOptions {
            path: Some(program),
            // Containers don't allow one; the pages are our own.
            sandbox: false,
            window_size: Some((1280, 800)),
            idle_browser_timeout: Duration::from_secs(120),
            // Nothing moves by itself: quicker, and the same every time.
            args: ["--hide-scrollbars", "--force-prefers-reduced-motion"]
                .map(OsStr::new)
                .to_vec(),
            ..LaunchOptions::default()
        };
        let browser = Browser::new(options).expect("Chromium starts");
        let tab = browser.new_tab().expect("a tab");
        let complaints = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&complaints);
        tab.add_event_listener(Arc::new(move |event: &Event| {
            let complaint = complaint(event);
            heard.lock().expect("a lock").extend(complaint);
        }))
        .expect("a listener");
        tab.enable_log().expect("the log");
        tab.enable_runtime().expect("the console");
        call::<Network::Enable>(&tab, serde_json::json!({}));
        Self {
            _browser: browser,
            tab,
            complaints,
            opened: AtomicUsize::new(0),
        }
    }

    /// Opens a page and waits for its script to have run.
    pub(crate) fn open(&self, page: &Path, hash: &str) {
        // Every address is new, else a change of the hash alone would load nothing.
        let number = self.opened.fetch_add(1, Ordering::Relaxed);
        let address = format!("file://{}?{number}{hash}", page.display());
        self.tab.navigate_to(&address).expect("a page");
        // The driver waits for half a second of silence; the page itself knows better.
        self.wait(&format!(
            "document.readyState === 'complete' && location.search === '?{number}'"
        ));
    }

    /// What an expression gives, which must be JSON: an exception fails the test.
    pub(crate) fn get(&self, expression: &str) -> Value {
        self.ask(expression)
            .unwrap_or_else(|| panic!("no answer: {expression}"))
    }

    fn ask(&self, expression: &str) -> Option<Value> {
        let wrapped = format!("JSON.stringify(({expression}) ?? null)");
        let answer = self.tab.evaluate(&wrapped, true).ok()?.value?;
        serde_json::from_str(answer.as_str()?).ok()
    }

    /// A text that an expression gives.
    pub(crate) fn text(&self, expression: &str) -> String {
        let value = self.get(expression);
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    }

    /// Waits until an expression is true.
    pub(crate) fn wait(&self, expression: &str) {
        let start = Instant::now();
        // Between two pages there is nobody to ask.
        while self.ask(expression) != Some(Value::Bool(true)) {
            assert!(
                start.elapsed().as_secs() < 5,
                "never came true: {expression}"
            );
            std::thread::sleep(Duration::from_millis(15));
        }
    }

    /// Presses a key on the keyboard: `Enter`, `/`. It is not let go: a call to
    /// the driver takes a tenth of a second, and no page here waits for that.
    pub(crate) fn press(&self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "ArrowLeft" => (37, ""),
            "ArrowUp" => (38, ""),
            "ArrowRight" => (39, ""),
            "ArrowDown" => (40, ""),
            letter => (0, letter),
        };
        let event = serde_json::json!({
            "type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code,
        });
        self.call::<Input::DispatchKeyEvent>(event);
    }

    /// Writes where the cursor is, as an input method does.
    pub(crate) fn write(&self, text: &str) {
        self.call::<Input::InsertText>(serde_json::json!({ "text": text }));
    }

    /// Clicks the middle of what a selector finds first.
    pub(crate) fn click(&self, selector: &str) {
        let selector = serde_json::to_string(selector).expect("JSON");
        let place = self.get(&format!(
            "(b => [b.x + b.width / 2, b.y + b.height / 2])\
             (document.querySelector({selector}).getBoundingClientRect())"
        ));
        for event in ["mousePressed", "mouseReleased"] {
            let event = serde_json::json!({
                "type": event, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
            });
            self.call::<Input::DispatchMouseEvent>(event);
        }
    }

    /// Makes the window so large.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.call::<Emulation::SetDeviceMetricsOverride>(serde_json::json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        }));
    }

    /// Allows scripts, or not, from the next page on.
    pub(crate) fn allow_scripts(&self, allow: bool) {
        self.call::<Emulation::SetScriptExecutionDisabled>(serde_json::json!({ "value": !allow }));
    }

    /// Calls a method of DevTools. Their types have dozens of fields, nearly all
    /// optional, which JSON may leave out.
    fn call<M: Method + Serialize + DeserializeOwned>(&self, arguments: Value) {
        call::<M>(&self.tab, arguments);
    }

    /// What the browser complained about since the last time: messages on the
    /// console, exceptions, what the policy forbids, and every request but for
    /// the page itself.
    pub(crate) fn complaints(&self) -> Vec<String> {
        std::mem::take(&mut *self.complaints.lock().expect("a lock"))
    }
}

fn call<M: Method + Serialize + DeserializeOwned>(tab: &Tab, arguments: Value) {
    let method: M = serde_json::from_value(arguments).expect("a method's arguments");
    tab.call_method(method).expect("an answer");
}

fn complaint(event: &Event) -> Option<String> {
    match event {
        Event::LogEntryAdded(event) => Some(format!("log: {:?}", event.params.entry.text)),
        Event::RuntimeConsoleAPICalled(event) => Some(format!("console: {:?}", event.params.args)),
        Event::RuntimeExceptionThrown(event) => {
            Some(format!("exception: {:?}", event.params.exception_details))
        }
        Event::NetworkRequestWillBeSent(event) => {
            let address = &event.params.request.url;
            let own = address.starts_with("file:///") && address.contains(".html");
            let allowed = own || address == "about:blank" || address == "data:,";
            (!allowed).then(|| format!("request: {address}"))
        }
        _ => None,
    }
}
