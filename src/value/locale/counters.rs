//! What pages count, and the short forms of large numbers.

use crate::model::CounterKind::{self, Comments, Reactions, Shares, Views};

/// Words and signs that multiply the number before them, in lower case. The longest that fits
/// wins. `mil` is a thousand in Spanish and Portuguese, where it is a word; with a full stop it
/// shortens `milion` in Czech, Slovak and Romanian.
pub(crate) const MAGNITUDES: &[(u64, &[&str])] = &[
    (
        1000,
        &[
            "k",
            "к",
            "тыс.",
            "тыс",
            "тысяч",
            "тысяча",
            "тысячи",
            "тис.",
            "тис",
            "тисяч",
            "мың",
            "хиљ.",
            "хил.",
            "mil",
            "tys.",
            "tys",
            "tis.",
            "tis",
            "tsd.",
            "tsd",
            "tausend",
            "thousand",
            "mila",
            "tūkst.",
            "tūkst",
            "tuh.",
            "tuh",
            "tuhat",
            "tuhatta",
            "ezer",
            "bin",
            "rb",
            "ribu",
            "hilj.",
            "χιλ.",
            "ألف",
            "الف",
            "آلاف",
            "هزار",
            "हज़ार",
            "हजार",
            "nghìn",
            "ngàn",
            "พัน",
            "千",
            "천",
        ],
    ),
    (10_000, &["万", "萬", "만", "w"]),
    (100_000, &["lakh", "लाख", "แสน"]),
    (
        1_000_000,
        &[
            "m",
            "м",
            "млн.",
            "млн",
            "миллион",
            "миллиона",
            "миллионов",
            "mln.",
            "mln",
            "mio.",
            "mio",
            "mil.",
            "mill.",
            "mill",
            "milj.",
            "milj",
            "mn",
            "mn.",
            "mi",
            "millón",
            "millones",
            "million",
            "millions",
            "jt",
            "juta",
            "εκ.",
            "مليون",
            "میلیون",
            "triệu",
            "tr",
            "ล้าน",
        ],
    ),
    (10_000_000, &["crore", "करोड़"]),
    (100_000_000, &["億", "亿", "억"]),
    (1_000_000_000, &["b", "bn", "млрд.", "млрд", "mrd.", "mrd", "mld.", "mld", "billion"]),
];

/// Whole words for what is counted, in languages that inflect little, and words whose stem would
/// catch others (`read` and `ready`).
pub(crate) const WORDS: &[(CounterKind, &str)] = &[
    (
        Views,
        "view|views|viewed|read|reads|readers|hits|visits|clicks|plays|aufrufe|aufruf|ansichten|\
         klicks|gelesen|leser|vue|vues|lectures|lecture|lu|visitas|vistas|lecturas|leído|visto|\
         leituras|acessos|letture|lettori|visite|keer|weergaven|gelezen|bekeken|odsłon|odsłony|\
         čtenářů|shlédnutí|visningar|visninger|läsare|lukukertaa|katselukertaa|okunma|okuma|\
         izlenme|hit|vizualizari|afișări|citiri|dilihat|dibaca|tayangan|lượt|xem|просм|прочтений|\
         қаралды|оқылды|оқылым|көрілім|мәрте|прегледи|виђено|прегледа|pregleda|ogledov|peržiūros|\
         skatījumi|vaatamist|προβολές|αναγνώσεις|مشاهدة|مشاهدات|قراءة|بازدید|צפיות|قراءات|दृश्य|\
         व्यूज|lestur|flettingar",
    ),
    (
        Comments,
        "comment|comments|reply|replies|responses|discussion|discussions|reacties|reactie|\
         beiträge|avis|opiniones|comentari|yorum|yorumlar|пікір|пікірлер|пікірі|обсуждение|\
         обсуждения|отзывов|відгуків|ummæli|athugasemdir|hozzászólás|hozzászólások|debatt|\
         diskuse|příspěvků|příspěvky|σχόλια|σχόλιο|تعليق|تعليقات|التعليقات|نظر|نظرات|תגובות|luận|\
         टिप्पणियां|टिप्पणी|pranešimai|мнения|mnenj",
    ),
    (
        Shares,
        "share|shares|shared|retweets|reposts|tweets|geteilt|teilungen|delningar|delinger|jaot|\
         jakoa|gedeeld|репост|бөлісу|бөлісті|distribuiri|dibagikan|مشاركة|مشاركات|شارك|שיתופים|\
         sẻ|κοινοποιήσεις|zdieľaní",
    ),
    (
        Reactions,
        "like|likes|liked|reaction|reactions|upvotes|votes|claps|j'aime|mentions|suka|thích|лайк|\
         лайков|лайка|ұнайды|ұнады|إعجاب|إعجابات|לייקים|tykkäystä|tykkää|líbí",
    ),
];

/// Beginnings of words for what is counted, in languages that inflect.
pub(crate) const STEMS: &[(CounterKind, &str)] = &[
    (
        Views,
        "просмотр|прочита|прочтен|перегляд|қаралым|көрсетілім|преглежд|прагляд|visualiza|\
         visualizza|visionnage|consulta|wyświetl|odczyt|zobrazen|přečten|zhliadnut|görüntüle|\
         megtekint|olvas|vizualiz|skaitymų|peržiūr",
    ),
    (
        Comments,
        "коммент|комент|каментар|kommentar|comentár|comentario|comentari|commentaire|commenti|\
         commento|komentar|komentár|komentář|komentarz|kommentti|komment|обсужд|обговор",
    ),
    (
        Shares,
        "поделил|репост|поширен|partage|comparti|compartilha|partilha|condivi|udostępn|sdílen|\
         paylaş|megoszt|distribui",
    ),
    (
        Reactions,
        "нравит|понравил|лайк|реакци|вподоба|gefällt|gusta|curtida|polubi|beğen|aprecier|tetszik",
    ),
];

/// Words of languages without spaces between words: found anywhere in a label.
pub(crate) const UNSPACED: &[(CounterKind, &[&str])] = &[
    (
        Comments,
        &["コメント", "评论", "評論", "回复", "回應", "留言", "跟贴", "댓글", "ความคิดเห็น", "မှတ်ချက်"],
    ),
    (
        Views,
        &[
            "閲覧",
            "再生",
            "ビュー",
            "阅读",
            "閱讀",
            "浏览",
            "瀏覽",
            "观看",
            "觀看",
            "播放",
            "人气",
            "点击",
            "조회",
            "เปิดอ่าน",
            "ดู",
            "ဖတ်",
        ],
    ),
    (Shares, &["シェア", "分享", "转发", "轉發", "공유", "แชร์"]),
    (Reactions, &["いいね", "点赞", "按讚", "喜欢", "좋아요", "공감", "ถูกใจ"]),
];

/// Tokens of class, id and icon names.
pub(crate) const TOKENS: &[(CounterKind, &[&str])] = &[
    (
        Comments,
        &[
            "comment",
            "comments",
            "commentcount",
            "commentscount",
            "commentcnt",
            "chat",
            "discuss",
            "disqus",
            "bubble",
            "bubbles",
            "replies",
            "reply",
            "speech",
            "commenting",
            "kommentare",
            "comentarios",
            "commentaires",
            "reacties",
            "forum",
            "message",
            "messages",
        ],
    ),
    (
        Shares,
        &[
            "share",
            "shares",
            "shared",
            "sharecount",
            "sharing",
            "repost",
            "reposts",
            "retweet",
            "retweets",
        ],
    ),
    (
        Views,
        &[
            "eye",
            "eyes",
            "view",
            "views",
            "viewed",
            "viewcount",
            "viewscount",
            "viewer",
            "hits",
            "reads",
            "pageviews",
            "visibility",
            "watch",
            "look",
            "looks",
            "show",
            "shows",
            "prosmotr",
            "prosmotry",
            "visitas",
            "vues",
        ],
    ),
    (
        Reactions,
        &[
            "like",
            "likes",
            "liked",
            "likecount",
            "heart",
            "hearts",
            "thumb",
            "thumbs",
            "thumbsup",
            "reaction",
            "reactions",
            "upvote",
            "upvotes",
            "vote",
            "votes",
            "favorite",
            "favorites",
            "claps",
            "emotions",
        ],
    ),
];

/// Tokens that turn a name of [`TOKENS`] into a part of the layout: Drupal's `views-row`, a
/// `view-all` link, a `share-button`.
pub(crate) const NOT_COUNTERS: &[&str] = &[
    "row", "field", "content", "header", "filters", "all", "more", "grid", "list", "wrapper",
    "display", "empty", "dom", "pager", "exposed", "form", "button", "buttons", "btn",
];

/// Words that make the number beside them a time, even where another word is one of [`WORDS`]:
/// `5 min read`.
pub(crate) const DURATIONS: &[&str] = &[
    "min",
    "mins",
    "minute",
    "minutes",
    "minuten",
    "minutos",
    "minuti",
    "мин",
    "минут",
    "хв",
    "phút",
    "dk",
];
