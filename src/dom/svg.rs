//! The names of attributes in SVG, as the HTML standard adjusts them (section 13.2.6.1).

use html5ever::{LocalName, local_name};

/// What becomes of the attributes of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Adjusted {
    No,
    Renamed(LocalName),
    /// It has a namespace then, and is none that HTML knows.
    Gone,
}

/// Defines [`Adjusted::of`] from a table of names and what they become.
macro_rules! names {
    ($($name:tt => $adjusted:tt,)*) => {
        impl Adjusted {
            pub(super) fn of(name: &LocalName) -> Self {
                match *name {
                    $(local_name!($name) => Self::Renamed(local_name!($adjusted)),)*
                    local_name!("xlink:actuate")
                    | local_name!("xlink:arcrole")
                    | local_name!("xlink:href")
                    | local_name!("xlink:role")
                    | local_name!("xlink:show")
                    | local_name!("xlink:title")
                    | local_name!("xlink:type")
                    | local_name!("xml:lang")
                    | local_name!("xml:space")
                    | local_name!("xmlns")
                    | local_name!("xmlns:xlink") => Self::Gone,
                    _ => Self::No,
                }
            }
        }
    };
}

names! {
    "attributename" => "attributeName",
    "attributetype" => "attributeType",
    "basefrequency" => "baseFrequency",
    "baseprofile" => "baseProfile",
    "calcmode" => "calcMode",
    "clippathunits" => "clipPathUnits",
    "diffuseconstant" => "diffuseConstant",
    "edgemode" => "edgeMode",
    "filterunits" => "filterUnits",
    "glyphref" => "glyphRef",
    "gradienttransform" => "gradientTransform",
    "gradientunits" => "gradientUnits",
    "kernelmatrix" => "kernelMatrix",
    "kernelunitlength" => "kernelUnitLength",
    "keypoints" => "keyPoints",
    "keysplines" => "keySplines",
    "keytimes" => "keyTimes",
    "lengthadjust" => "lengthAdjust",
    "limitingconeangle" => "limitingConeAngle",
    "markerheight" => "markerHeight",
    "markerunits" => "markerUnits",
    "markerwidth" => "markerWidth",
    "maskcontentunits" => "maskContentUnits",
    "maskunits" => "maskUnits",
    "numoctaves" => "numOctaves",
    "pathlength" => "pathLength",
    "patterncontentunits" => "patternContentUnits",
    "patterntransform" => "patternTransform",
    "patternunits" => "patternUnits",
    "pointsatx" => "pointsAtX",
    "pointsaty" => "pointsAtY",
    "pointsatz" => "pointsAtZ",
    "preservealpha" => "preserveAlpha",
    "preserveaspectratio" => "preserveAspectRatio",
    "primitiveunits" => "primitiveUnits",
    "refx" => "refX",
    "refy" => "refY",
    "repeatcount" => "repeatCount",
    "repeatdur" => "repeatDur",
    "requiredextensions" => "requiredExtensions",
    "requiredfeatures" => "requiredFeatures",
    "specularconstant" => "specularConstant",
    "specularexponent" => "specularExponent",
    "spreadmethod" => "spreadMethod",
    "startoffset" => "startOffset",
    "stddeviation" => "stdDeviation",
    "stitchtiles" => "stitchTiles",
    "surfacescale" => "surfaceScale",
    "systemlanguage" => "systemLanguage",
    "tablevalues" => "tableValues",
    "targetx" => "targetX",
    "targety" => "targetY",
    "textlength" => "textLength",
    "viewbox" => "viewBox",
    "viewtarget" => "viewTarget",
    "xchannelselector" => "xChannelSelector",
    "ychannelselector" => "yChannelSelector",
    "zoomandpan" => "zoomAndPan",
}
