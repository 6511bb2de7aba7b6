//! A browser for tests: Chromium without a window, over DevTools.

use headless_chrome::browser::tab::Tab;
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::protocol::cdp::{Emulation, Input, Network};
use headless_chrome::{Browser, LaunchOptions};
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
            args: ["--hide-scrollbars", "--lang=ko"].map(OsStr::new).to_vec(),
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
        let network: Network::Enable = serde_json::from_str("{}").expect("no options");
        tab.call_method(network).expect("the network");
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

    /// Presses a key on the keyboard: `Enter`, `/`.
    pub(crate) fn press(&self, key: &str) {
        self.tab.press_key(key).expect("a key");
    }

    /// Writes where the cursor is, as an input method does.
    pub(crate) fn write(&self, text: &str) {
        let text = text.to_owned();
        self.tab
            .call_method(Input::InsertText { text })
            .expect("a text");
    }

    /// Clicks the middle of what a selector finds first.
    pub(crate) fn click(&self, selector: &str) {
        let selector = serde_json::to_string(selector).expect("JSON");
        let place = self.get(&format!(
            "(b => [b.x + b.width / 2, b.y + b.height / 2])\
             (document.querySelector({selector}).getBoundingClientRect())"
        ));
        let [x, y] = [0, 1].map(|index| place[index].as_f64().expect("a place"));
        let point = headless_chrome::browser::tab::point::Point { x, y };
        self.tab.click_point(point).expect("a click");
    }

    /// Makes the window so large.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let metrics = format!(
            r#"{{"width":{width},"height":{height},"deviceScaleFactor":1,"mobile":false}}"#
        );
        let metrics: Emulation::SetDeviceMetricsOverride =
            serde_json::from_str(&metrics).expect("metrics");
        self.tab.call_method(metrics).expect("a size");
    }

    /// Allows scripts, or not, from the next page on.
    pub(crate) fn allow_scripts(&self, allow: bool) {
        let value = !allow;
        self.tab
            .call_method(Emulation::SetScriptExecutionDisabled { value })
            .expect("a setting");
    }

    /// What the browser complained about since the last time: messages on the
    /// console, exceptions, what the policy forbids, and every request but for
    /// the page itself.
    pub(crate) fn complaints(&self) -> Vec<String> {
        std::mem::take(&mut *self.complaints.lock().expect("a lock"))
    }
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
