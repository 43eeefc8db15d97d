//! What is wrong with a selector, in words.

use cssparser::{BasicParseErrorKind as Basic, ParseErrorKind};
use selectors::parser::SelectorParseErrorKind as Kind;

/// A selector that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("selector {selector:?} cannot be read: {message}")]
#[non_exhaustive]
pub struct SelectorError {
    /// The selector.
    pub selector: String,
    /// What is wrong with it.
    pub message: String,
}

impl SelectorError {
    pub(super) fn new(selector: &str, kind: &ParseErrorKind<Kind>) -> Self {
        let message = match kind {
            ParseErrorKind::Basic(kind) => basic(kind),
            ParseErrorKind::Custom(kind) => custom(kind),
        };
        Self { selector: selector.to_owned(), message: message.to_owned() }
    }
}

fn basic(kind: &Basic) -> &'static str {
    match kind {
        Basic::UnexpectedToken => "something stands where it is not allowed",
        Basic::EndOfInput => "it ends too early",
        Basic::TooManyNestedBlocks => "it is nested too deep",
        Basic::AtRuleInvalid | Basic::AtRuleBodyInvalid | Basic::QualifiedRuleInvalid => {
            "it is a rule, not a selector"
        }
    }
}

fn custom(kind: &Kind) -> &'static str {
    match kind {
        Kind::EmptySelector => "it is empty, or a comma stands at its end",
        Kind::DanglingCombinator => "a combinator has nothing behind it",
        Kind::NonCompoundSelector => "a combinator stands where only a compound selector may",
        Kind::UnsupportedPseudoClassOrElement => {
            "a pseudo-class or pseudo-element cannot match in a saved page"
        }
        Kind::PseudoElementExpectedColon
        | Kind::PseudoElementExpectedIdent
        | Kind::NoIdentForPseudo => "':' has no name behind it",
        Kind::ClassNeedsIdent => "'.' has no class behind it",
        Kind::ExpectedNamespace
        | Kind::ExplicitNamespaceUnexpectedToken
        | Kind::ExpectedBarInAttr => "a namespace cannot be named here",
        Kind::NoQualifiedNameInAttributeSelector
        | Kind::UnexpectedTokenInAttributeSelector
        | Kind::BadValueInAttr
        | Kind::InvalidQualNameInAttr => "an attribute selector is malformed",
        Kind::NonPseudoElementAfterSlotted
        | Kind::InvalidPseudoElementAfterSlotted
        | Kind::InvalidPseudoElementInsideWhere
        | Kind::InvalidState => "a pseudo-element stands where it is not allowed",
        Kind::UnexpectedIdent => "a name stands where it is not allowed",
    }
}
