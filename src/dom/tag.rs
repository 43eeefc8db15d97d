//! The HTML elements that the crate tells apart, and what a browser does with each by default.

use html5ever::{LocalName, local_name};

/// Defines [`Tag`] from a table of variant and name.
macro_rules! tags {
    ($($variant:ident $name:tt,)*) => {
        /// The name of an element.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(crate) enum Tag {
            $($variant,)*
            /// A name with a hyphen: a custom element.
            Custom,
            /// Any other name, and every element outside the HTML namespace but `<svg>` and `<math>`.
            Other,
        }

        impl Tag {
            pub(super) fn of(name: &LocalName) -> Self {
                match *name {
                    $(local_name!($name) => Self::$variant,)*
                    _ if name.contains('-') => Self::Custom,
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    A "a", Abbr "abbr", Address "address", Area "area", Article "article", Aside "aside",
    Audio "audio", B "b", Base "base", Bdi "bdi", Bdo "bdo", Big "big", Blockquote "blockquote",
    Body "body", Br "br", Button "button", Canvas "canvas", Caption "caption", Center "center",
    Cite "cite", Code "code", Col "col", Colgroup "colgroup", Data "data", Datalist "datalist",
    Dd "dd", Del "del", Details "details", Dfn "dfn", Dialog "dialog", Dir "dir", Div "div",
    Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption",
    Figure "figure", Font "font", Footer "footer", Form "form", Frame "frame",
    Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head",
    Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img",
    Input "input", Ins "ins", Kbd "kbd", Label "label", Legend "legend", Li "li", Link "link",
    Main "main", Map "map", Mark "mark", Math "math", Menu "menu", Meta "meta", Meter "meter",
    Nav "nav", Nobr "nobr", Noframes "noframes", Noscript "noscript", Object "object", Ol "ol",
    Optgroup "optgroup", Option "option", Output "output", P "p", Param "param",
    Picture "picture", Pre "pre", Progress "progress", Q "q", Rp "rp", Rt "rt", Ruby "ruby",
    S "s", Samp "samp", Script "script", Search "search", Section "section", Select "select",
    Slot "slot", Small "small", Source "source", Span "span", Strike "strike", Strong "strong",
    Style "style", Sub "sub", Summary "summary", Sup "sup", Svg "svg", Table "table",
    Tbody "tbody", Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th "th",
    Thead "thead", Time "time", Title "title", Tr "tr", Track "track", Tt "tt", U "u", Ul "ul",
    Var "var", Video "video", Wbr "wbr",
}

impl Tag {
    /// Whether the element starts on a line of its own in the user-agent style sheet of the HTML
    /// standard (section 15.3). Custom elements count as such: news sites build their layout of
    /// them.
    #[inline]
    pub(crate) fn is_block(self) -> bool {
        self.has(BLOCK)
    }

    /// Whether the content is never shown as text of the page: scripts, styles, metadata, form
    /// controls, and the fallback content of media and frames. `<noscript>` is among them since
    /// a reader's browser runs scripts.
    #[inline]
    pub(crate) fn is_unshown(self) -> bool {
        self.has(UNSHOWN)
    }

    /// Looked up without a branch: all walks ask it of each element.
    #[inline]
    fn has(self, looks: u8) -> bool {
        LOOKS.get(usize::from(self as u8)).is_some_and(|own| own & looks != 0)
    }

    /// 1 to 6 for `<h1>` to `<h6>`.
    pub(crate) fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }
}

/// What a browser does with an element: bits of [`LOOKS`].
const BLOCK: u8 = 1;
const UNSHOWN: u8 = 1 << 1;

/// The elements with [`Tag::is_block`].
#[rustfmt::skip]
const BLOCKS: &[Tag] = {
    use Tag::{
        Address, Article, Aside, Blockquote, Body, Caption, Center, Custom, Dd, Details, Dialog,
        Dir, Div, Dl, Dt, Fieldset, Figcaption, Figure, Footer, Form, Frameset, H1, H2, H3, H4, H5,
        H6, Header, Hgroup, Hr, Html, Legend, Li, Main, Menu, Nav, Ol, Optgroup, Option, P, Pre,
        Search, Section, Summary, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul,
    };
    &[
        Address, Article, Aside, Blockquote, Body, Caption, Center, Custom, Dd, Details, Dialog,
        Dir, Div, Dl, Dt, Fieldset, Figcaption, Figure, Footer, Form, Frameset, H1, H2, H3, H4, H5,
        H6, Header, Hgroup, Hr, Html, Legend, Li, Main, Menu, Nav, Ol, Optgroup, Option, P, Pre,
        Search, Section, Summary, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Ul,
    ]
};

/// The elements with [`Tag::is_unshown`].
#[rustfmt::skip]
const NEVER_SHOWN: &[Tag] = {
    use Tag::{
        Audio, Canvas, Datalist, Embed, Frameset, Head, Iframe, Map, Math, Meter, Noframes,
        Noscript, Object, Progress, Rp, Script, Select, Style, Svg, Template, Textarea, Title,
        Video,
    };
    &[
        Audio, Canvas, Datalist, Embed, Frameset, Head, Iframe, Map, Math, Meter, Noframes,
        Noscript, Object, Progress, Rp, Script, Select, Style, Svg, Template, Textarea, Title,
        Video,
    ]
};

/// The bits of each tag.
static LOOKS: [u8; 256] = with_looks(with_looks([0; 256], BLOCKS, BLOCK), NEVER_SHOWN, UNSHOWN);

#[expect(clippy::indexing_slicing, reason = "done while the crate is compiled")]
const fn with_looks(mut looks: [u8; 256], tags: &[Tag], bit: u8) -> [u8; 256] {
    let mut at = 0;
    while at < tags.len() {
        looks[tags[at] as usize] |= bit;
        at += 1;
    }
    looks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        assert_eq!(Tag::of(&local_name!("div")), Tag::Div);
        assert_eq!(Tag::of(&LocalName::from("my-card")), Tag::Custom);
        assert_eq!(Tag::of(&LocalName::from("blink")), Tag::Other);
        assert!(Tag::Custom.is_block() && !Tag::Span.is_block());
        assert_eq!(Tag::H3.heading_level(), Some(3));
    }
}
