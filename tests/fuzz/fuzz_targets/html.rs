//! Tag soup to a page, all of it read and rendered; rendered HTML is inert.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::{Soup, read_html};

fuzz_target!(|soup: Soup| read_html(&soup.0));
