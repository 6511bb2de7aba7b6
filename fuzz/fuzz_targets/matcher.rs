#![no_main]

#[allow(dead_code, reason = "its random numbers are used")]
#[path = "../../tests/fuzz/mutate.rs"]
mod mutate;
#[path = "../../tests/fuzz/targets.rs"]
mod targets;

use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local! {
    static TARGET: RefCell<targets::Target> = RefCell::new(targets::make("matcher"));
}

fuzz_target!(|input: &[u8]| TARGET.with(|target| target.borrow_mut()(input)));
