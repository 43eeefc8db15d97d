//! Eight bytes of text at a time, as the bytes of one number: what is true of a byte is its highest
//! bit.

/// Each byte 1.
pub(crate) const ONES: u64 = u64::MAX / 0xFF;

/// The highest bit of each byte.
pub(crate) const HIGH: u64 = ONES << 7;

/// Sets the highest bit of each byte whose seven others are at least `first`, which is ASCII and not
/// 0. The others hold nothing.
#[inline]
pub(crate) fn at_least(bytes: u64, first: u8) -> u64 {
    (bytes & !HIGH) + ONES * u64::from(0x80 - first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_told_by_itself() {
        let marked = |text: &[u8; 8], first| {
            let bytes = (at_least(u64::from_le_bytes(*text), first) & HIGH).to_le_bytes();
            bytes.map(|byte| byte != 0)
        };
        let expected = [false, true, true, false, false, false, true, false];
        assert_eq!(marked(b"`az_A {\0", b'a'), expected);
        assert_eq!(marked(b"\xE1\xE0      ", b'a').get(..2), Some(&[true, false][..]));
    }
}
