//! JSON-LD of any kind in a page, besides a whole article.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::read_html;

fuzz_target!(|json: &str| {
    read_html(&format!(
        "<title>Rain</title><script type=\"application/ld+json\">{json}</script>\
         <h1>Rain</h1><p>Rain is expected in the north tomorrow, and wind, says the office."
    ));
});
