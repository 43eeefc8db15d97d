//! Names of time zones.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::index;

/// Names that mean several offsets, as `CST` (America, China), `IST` (India, Israel, Ireland) and
/// `BST` (Britain, Bangladesh): they belong to the time and say nothing.
pub(crate) const AMBIGUOUS: &[&str] = &["cst", "ist", "bst", "ast", "sst", "amt", "gst"];

/// Names that mean one offset, in minutes east of UTC.
const FIXED: &[(i32, &str)] = &[
    (0, "z|utc|gmt|wet|всемирного"),
    (60, "cet|mez|west|wat"),
    (120, "cest|mesz|eet|cat|sast"),
    (180, "eest|msk|мск|idt|eat|trt"),
    (270, "irdt"),
    (210, "irst"),
    (240, "samt"),
    (300, "pkt|yekt|uzt"),
    (345, "npt"),
    (360, "omst"),
    (420, "wib|ict|krat|novt"),
    (480, "wita|hkt|sgt|myt|awst|pht|irkt"),
    (540, "wit|jst|kst|yakt"),
    (570, "acst"),
    (600, "aest|vlat"),
    (630, "acdt"),
    (660, "aedt"),
    (720, "nzst"),
    (780, "nzdt"),
    (-150, "ndt"),
    (-210, "nst"),
    (-180, "adt|brt|art"),
    (-240, "edt|clt"),
    (-300, "est|cdt|cot|pet"),
    (-360, "mdt"),
    (-420, "mst|pdt"),
    (-480, "pst|akdt"),
    (-540, "akst"),
    (-600, "hst"),
];

/// Names that hold all year for zones whose offset changes.
pub(crate) const REGIONS: &[(&str, &str)] = &[
    ("et", "America/New_York"),
    ("ct", "America/Chicago"),
    ("mt", "America/Denver"),
    ("pt", "America/Los_Angeles"),
];

/// [`FIXED`] by name.
static BY_NAME: LazyLock<FxHashMap<String, i32>> = LazyLock::new(|| index(FIXED));

/// The offset in minutes east of UTC that a folded name means.
pub(crate) fn fixed_offset(name: &str) -> Option<i32> {
    BY_NAME.get(name).copied()
}
