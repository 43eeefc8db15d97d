//! Which bytes end what.

/// Ends a tag name.
pub(super) const ENDS_TAG_NAME: u8 = 1;
/// Ends an attribute name.
pub(super) const ENDS_ATTRIBUTE_NAME: u8 = 2;
/// Ends an attribute value without quotes.
pub(super) const ENDS_UNQUOTED: u8 = 4;
/// Is not in a name as it is: upper case and NUL.
pub(super) const CHANGES_IN_NAME: u8 = 8;
/// White space of HTML, and CR, which stands for a line feed before it is normalised.
const SPACE: u8 = 16;

/// What each byte is.
static CLASSES: [u8; 256] = classes();

#[expect(clippy::indexing_slicing, reason = "there is a place for every byte")]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < u8::MAX {
        classes[byte as usize] = classify(byte);
        byte += 1;
    }
    classes
}

const fn classify(byte: u8) -> u8 {
    match byte {
        b'\t' | b'\n' | 0x0C | b'\r' | b' ' => {
            SPACE | ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME | ENDS_UNQUOTED
        }
        b'/' => ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
        b'>' => ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME | ENDS_UNQUOTED,
        b'=' => ENDS_ATTRIBUTE_NAME,
        0 | b'A'..=b'Z' => CHANGES_IN_NAME,
        _ => 0,
    }
}

#[expect(clippy::indexing_slicing, reason = "there is a place for every byte")]
pub(super) fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

pub(super) fn is_space(byte: u8) -> bool {
    class(byte) & SPACE != 0
}

/// How many bytes come before the first of one of `classes`, and all classes that those have.
pub(super) fn run(bytes: &[u8], classes: u8) -> (usize, u8) {
    let mut seen = 0;
    for (length, byte) in bytes.iter().enumerate() {
        let class = class(*byte);
        if class & classes != 0 {
            return (length, seen);
        }
        seen |= class;
    }
    (bytes.len(), seen)
}
