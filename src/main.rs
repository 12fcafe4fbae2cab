//! Start-up only: the program that the page loads.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the explorer.
#[cfg(target_arch = "wasm32")]
fn main() {
    quarterlight::web::browser::panic::leave_a_readable_page();
    quarterlight::never::log_with(quarterlight::web::browser::panic::log);
    quarterlight::web::start();
}

/// There is nothing to show without a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Quarterlight runs in a browser: `scripts/serve` builds it and says where to open it.");
}
