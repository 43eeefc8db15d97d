//! Videos that metadata names.

use serde_json::{Map, Value as Json};

use super::clean::clean;
use super::finding::{Findings, Value};
use crate::dom::Base;
use crate::model::{OriginKind, Video};

/// A `VideoObject`. `None` where it has no address.
pub(super) fn from_json(node: &Map<String, Json>) -> Option<Video> {
    let text = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            let value = node.get(*key)?;
            value.as_str().or_else(|| value.as_array()?.iter().find_map(Json::as_str))
        })
    };
    let thumbnail = text(&["thumbnailUrl"]).or_else(|| node.get("thumbnail")?.get("url")?.as_str());
    let video = Video {
        url: text(&["contentUrl", "contentURL"]).map(str::to_owned),
        embed_url: text(&["embedUrl", "embedURL"]).map(str::to_owned),
        title: text(&["name", "headline"]).and_then(clean),
        thumbnail: thumbnail.map(str::to_owned),
        seconds: text(&["duration"]).and_then(seconds),
    };
    (video.url.is_some() || video.embed_url.is_some()).then_some(video)
}

/// `og:video` starts a video; its title is that of the page.
pub(super) fn open_graph(metas: &[(String, &str)], findings: &mut Findings) {
    let mut videos: Vec<Video> = Vec::new();
    for (name, content) in metas {
        let Some(part) = name.strip_prefix("og:video") else { continue };
        match (part, videos.last_mut()) {
            ("", _) | (":url" | ":secure_url", None) => {
                videos.push(Video { url: Some((*content).to_owned()), ..Video::default() });
            }
            (":duration", Some(video)) => video.seconds = content.trim().parse().ok(),
            (":type", Some(video)) if content.trim().eq_ignore_ascii_case("text/html") => {
                video.embed_url = video.url.take();
            }
            _ => {}
        }
    }
    for video in videos {
        findings.push(OriginKind::Meta, "og:video", &Value::Video(video));
    }
}

/// A video with its addresses resolved. `None` where none is left.
pub(super) fn resolved(video: &Video, base: &Base) -> Option<Video> {
    let resolve = |url: &Option<String>| url.as_deref().and_then(|url| base.resolve(url));
    let video = Video {
        url: resolve(&video.url),
        embed_url: resolve(&video.embed_url),
        thumbnail: resolve(&video.thumbnail),
        ..video.clone()
    };
    (video.url.is_some() || video.embed_url.is_some()).then_some(video)
}

/// The seconds of a duration of ISO 8601 such as `PT1M33S`, or of a number.
fn seconds(text: &str) -> Option<u64> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let span: jiff::SignedDuration = text.parse().ok()?;
    u64::try_from(span.as_secs()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        let cases = [
            ("PT1M33S", Some(93)),
            ("PT2H", Some(7200)),
            ("T1M", None),
            ("93", Some(93)),
            ("PT0S", Some(0)),
            ("", None),
            ("-PT5S", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
