//! Words around the names of authors.

use crate::model::Contribution;

/// What stands before names, by language; `:` may follow. The longest that fits is stripped.
pub(crate) const BYLINES: &[(&str, &str)] = &[
    (
        "en",
        "by|about|about the author|about the authors|authored by|article by|written by|words by|story by|reported by|posted by|published by|author|authors|article by|report by|text by|from|post author|post author by|a post by|recipe by|created by|contributed by|submitted by|contributor|contributors|reporter|reporters|view all posts by|view all articles by|see all posts by|all posts by|all articles by|more from|more by|posts by|articles by|read more about|view profile of|opinion by|review by|analysis by|guest post by|medically written by",
    ),
    (
        "de",
        "von|autor|autorin|autoren|alle artikel von|alle beiträge von|alle posts von|mehr von|artikel von|ein beitrag von|beitrag von|geschrieben von|verfasst von|durch|ein artikel von|ein kommentar von|eine analyse von|ein gastbeitrag von|text|text von|texte von|blogbeitrag von|blog beitrag von|reportage von|bericht von|interview|interview von|aufgezeichnet von",
    ),
    (
        "fr",
        "par|propos recueillis par|auteur|auteurs|écrit par|rédigé par|publié par|article de|un article de|texte|texte de|texte par|reportage de",
    ),
    (
        "es",
        "por|autor|autora|autores|escrito por|redactado por|publicado por|texto|texto de|artículo de|un artículo de|reportaje de|firma",
    ),
    ("pt", "por|autor|autora|autores|escrito por|publicado por|texto de|reportagem de"),
    (
        "it",
        "di|a cura di|articolo di|autore|autrice|scritto da|testo di|testi di|un articolo di|intervista di|servizio di|pubblicato da",
    ),
    ("nl", "door|auteur|auteurs|geschreven door|tekst"),
    ("pl", "autor|autorka|autorzy|opracował|opracowała|oprac.|oprac|tekst|napisał|napisała"),
    ("cs", "autor|autorka|autoři|napsal|napsala|připravil|připravila|text"),
    ("sk", "autor|autorka|napísal|napísala"),
    (
        "ru",
        "автор|авторы|автор статьи|автор текста|текст|текст подготовил|текст подготовила|подготовил|подготовила|подготовили|материал подготовил|материал подготовила|беседовал|беседовала|журналист|корреспондент|источник",
    ),
    (
        "uk",
        "автор|автори|автор статті|текст|підготував|підготувала|підготували|журналіст|кореспондент|джерело",
    ),
    ("kk", "авторы|автор|мақала авторы|мәтін|дайындаған|тілші|журналист"),
    ("tr", "yazan|yazar|yazarı|haber:|haberi hazırlayan|hazırlayan|muhabir|kaynak"),
    ("ar", "بقلم|كتب|كتبت|كتب:|إعداد|تقرير|المصدر|الكاتب|تحرير"),
    ("fa", "نویسنده|به قلم|گزارش"),
    ("he", "מאת|כתב|כתבה"),
    ("ja", "文|文・|取材・文|執筆|著者|筆者|記者|聞き手|文責|ライター"),
    (
        "zh",
        "文|文字|作者|记者|記者|撰文|撰稿|编辑|編輯|本报记者|本報記者|记者：|責任編輯|责任编辑|采写|来源|來源",
    ),
    ("ko", "글|기자|취재|글쓴이|작성자"),
    ("sv", "av|text|skriven av|författare|publicerad av"),
    ("no", "av|tekst|skrevet av|journalist|forfatter"),
    ("da", "af|tekst|skrevet af|journalist|forfatter"),
    ("fi", "kirjoittaja|teksti|toimittaja|kirjoittanut"),
    ("is", "eftir|höfundur|blaðamaður"),
    ("ro", "de|autor|scris de|publicat de|redactor|text"),
    ("hu", "szerző|írta|szerzők|szerkesztette"),
    ("el", "του|της|από|γράφει|γράφει ο|γράφει η|συντάκτης|επιμέλεια|ρεπορτάζ"),
    ("id", "oleh|penulis|reporter|wartawan|editor|ditulis oleh"),
    ("vi", "tác giả|theo|bài"),
    ("bg", "автор|от|текст"),
    ("sr", "аутор|autor|piše|пише|tekst|текст"),
    ("lt", "autorius|autorė|parengė"),
    ("lv", "autors|autore|sagatavoja"),
    ("et", "autor|toimetas|kirjutas"),
    ("az", "müəllif"),
];

/// Bylines that are also words of names (`Di Caprio`, `De Niro`, `Text`): stripped only where the
/// language of the page is theirs, or `:` follows.
pub(crate) const SHORT_BYLINES: &[&str] =
    &["di", "de", "do", "da", "av", "af", "from", "от", "του", "της", "από", "theo", "bài", "oleh"];

/// What stands before the name of one who did not write the text: the part that is theirs.
pub(crate) const CREDITS: &[(Contribution, &str)] = &[
    (
        Contribution::Photo,
        "photo|photos|photo by|photos by|photographs by|photography by|photography|pictures by|picture|pictures|image|images|image credit|photo credit|credit|\
        foto|fotos|fotografie|bilder|bild|foto von|fotos von|photos par|photo par|crédit|fotografía|fotografia|fotografías|imagen|imágenes|foto di|foto door|beeld|\
        zdjęcia|zdjęcie|fot|fotky|фото|фотографии|фотография|світлина|сурет|суреттер|fotoğraf|fotoğraflar|صور|تصوير|عکس|צילום|写真|撮影|摄影|攝影|图|圖|사진|\
        kuvat|kuva|fotografii|fotó|φωτογραφίες|φωτογραφία",
    ),
    (
        Contribution::Video,
        "video|video by|kamera|vidéo|vídeo|видео|съёмка|съемка|відео|бейне|فيديو|영상|视频|動画",
    ),
    (
        Contribution::Illustration,
        "illustration by|illustrations by|illustration|graphics by|graphic|infographic|grafik|illustrationen|infografía|ilustración|ilustração|illustrazione|\
        иллюстрация|иллюстрации|инфографика|ілюстрація|イラスト|插图|插畫|일러스트",
    ),
    (
        Contribution::Translation,
        "translated by|translation|translation by|übersetzung|übersetzt von|traduction|traduit par|traducción|traducido por|tradução|traduzido por|traduzione|\
        traduzione di|vertaling|vertaald door|tłumaczenie|tłumaczył|tłumaczyła|překlad|přeložil|přeložila|перевод|перевёл|перевел|перевела|переклад|аударған|аударма|\
        çeviri|çeviren|ترجمة|ترجمه|翻訳|訳|翻译|翻譯|번역|översättning|oversettelse|oversættelse|käännös|traducere|fordítás|fordította|μετάφραση",
    ),
    (
        Contribution::Editing,
        "editing by|edited by|editor|redaktion|bearbeitet von|редактор|выпускающий редактор|редакторы|szerkesztő|edición|edição|redactie|责任编辑|責任編輯|责编|編集",
    ),
    (
        Contribution::Review,
        "reviewed by|medically reviewed by|clinically reviewed by|fact checked by|fact-checked by|expert reviewed by|medizinisch geprüft von|geprüft von|relu par|revisado por",
    ),
    (
        Contribution::Reporting,
        "additional reporting by|additional reporting|reporting by|with reporting by|mitarbeit|avec la collaboration de|con información de|con la colaboración de|при участии",
    ),
];

/// Words that join names.
pub(crate) const CONJUNCTIONS: &str = "and|und|et|y|e|en|i|a|og|och|ja|ve|и|и|і|та|й|және|мен|si|și|és|και|dan|và|with|mit|avec|con|com|met|sowie|وَ|和|与|與|及";

/// Words that say what somebody is: the part of a byline with one of them is a role.
pub(crate) const ROLES: &str = "projektleiter|projektleiterin|leiter|leiterin|sprecher|sprecherin|pressesprecher|pressesprecherin|wissenschaftler|wissenschaftlerin|founder|co-founder|cofounder|president|owner|manager|dietitian|nutritionist|physician|attorney|lawyer|engineer|developer|researcher|scientist|strategist|blogger|coach|astrologer|gardener|winemaker|horticulturalist|educator|consultant|expert|ceo|cto|author|geschäftsführer|geschäftsführerin|writer|reporter|correspondent|editor|journalist|columnist|contributor|contributing|columnists|producer|staff|photographer|\
    analyst|bureau chief|chief|freelance|freelancer|specialist|professor|host|anchor|critic|intern|fellow|director|digital|\
    korrespondent|korrespondentin|redakteur|redakteurin|reporterin|journalistin|volontär|kolumnist|ressortleiter|ressortleiterin|\
    journaliste|correspondant|correspondante|rédacteur|rédactrice|envoyé|envoyée|chroniqueur|grand reporter|\
    periodista|corresponsal|redactor|redactora|enviado|enviada|colaborador|jefe|jornalista|correspondente|repórter|editora|colunista|\
    giornalista|corrispondente|inviato|inviata|redattore|redattrice|redacteur|verslaggever|correspondente|columniste|\
    dziennikarz|dziennikarka|redaktor|redaktorka|korespondent|reportér|reportérka|zpravodaj|\
    журналист|журналистка|корреспондент|корреспондентка|редактор|обозреватель|колумнист|собкор|спецкор|фотограф|фотокорреспондент|\
    автор|журналіст|журналістка|кореспондент|кореспондентка|оглядач|редакторка|шеф-редактор|тілші|тілшісі|редакторы|журналисі|шолушы|\
    muhabir|muhabiri|editör|editörü|yazarı|مراسل|مراسلة|محرر|صحفي|صحافي|كاتب|reporterka|toimittaja|kirjeenvaihtaja|korrespondenter|\
    journalista|újságíró|szerkesztő|wartawan|jurnalis|δημοσιογράφος|ανταποκριτής|reporteră|jurnalist|corespondent";

/// Of [`ROLES`] those of people who write for a newspaper.
pub(crate) const REPORTER_ROLES: &str = "reporter|writer|correspondent|columnist|journalist|korrespondent|korrespondentin|redakteur|redakteurin|reporterin|\
    journalistin|kolumnist|journaliste|correspondant|correspondante|periodista|corresponsal|redactor|redactora|jornalista|repórter|colunista|giornalista|\
    corrispondente|inviato|inviata|verslaggever|correspondente|columniste|dziennikarz|dziennikarka|korespondent|reportér|reportérka|zpravodaj|журналист|\
    журналистка|корреспондент|корреспондентка|обозреватель|собкор|спецкор|журналіст|журналістка|кореспондент|кореспондентка|оглядач|тілші|тілшісі|muhabir|\
    muhabiri|مراسل|مراسلة|صحفي|صحافي|toimittaja|kirjeenvaihtaja|újságíró|wartawan|jurnalis|δημοσιογράφος|jurnalist";

/// What starts a role inside a part, with a space or a comma first: what follows the name from here
/// on is not the name.
pub(crate) const ROLE_STARTS: &[&str] = &[
    " специально для ",
    " для ",
    " in ",
    " for ",
    " at ",
    " aus ",
    " à ",
    " desde ",
    " em ",
    " w ",
    " из ",
    " с места ",
    " special to ",
    ", special to ",
    " on behalf of ",
    " im gespräch",
    " im interview",
];

/// Words before a role word that belong to the role: `Senior Health Reporter`.
pub(crate) const ROLE_MODIFIERS: &str = "senior|junior|staff|chief|head|deputy|associate|assistant|managing|contributing|guest|special|freelance|lead|principal|executive|\
    political|politics|health|science|sports|sport|business|lifestyle|travel|tech|technology|news|world|crime|education|environment|climate|digital|features|food|fashion|\
    culture|entertainment|money|personal|finance|consumer|review|editorial|content|copy|research|investigative|foreign|national|city|court|medical|legal|royal|audience|\
    social|media|video|photo|data|web|online|opinion|product|wirtschafts|politik|freier|freie|leitender|leitende|специальный|старший|ведущий|главный|шеф";

/// Degrees and licences behind names.
pub(crate) const CREDENTIALS: &str = "md|m.d|phd|ph.d|rn|dvm|vmd|dds|dmd|mba|cpa|rd|rdn|ldn|cfp|cfa|mph|jd|esq|do|pharmd|lcsw|psyd|edd|dpt|cpt|cscs|dacvb|bsc|msc|msw|lmft|np|pa-c|facc|faap|facog|cissp|frcs|frcp|mbbs|msn|bsn|aprn|cnm|ra|cea|ceo|cto|cfo|coo";

/// Endings of the names of companies.
pub(crate) const COMPANY_WORDS: &str = "gmbh|kg|ag|ltd|ltd.|limited|inc|inc.|llc|llp|corp|corp.|corporation|plc|e.v.|ohg|ug|oy|oyj|ab|asa|a/s|aps|srl|s.r.l.|sarl|s.l.|s.p.a.|spa|bv|b.v.|nv|n.v.|s.r.o.|a.s.|sp. z o.o.|ооо|зао|оао|ао|тоо|тов|jsc|pty|株式会社|有限公司|company|kft|zrt|d.o.o.";

/// Titles after Chinese, Japanese and Korean names; of two that fit the first is taken.
pub(crate) const NAME_ENDINGS: &[&str] = &[
    "인턴기자",
    "선임기자",
    "기자",
    "특파원",
    "논설위원",
    "記者",
    "记者",
    "特派員",
    "編集委員",
    "論説委員",
    "報導",
    "报道",
    "撰稿",
    "摄",
    "摄影报道",
];

/// News agencies and outlets whose names show no word of [`OUTLET_WORDS`].
pub(crate) const AGENCIES: &str = "reuters|ap|associated press|the associated press|afp|agence france-presse|upi|dpa|dpa international|\
    ansa|efe|ефе|agencia efe|lusa|belga|anp|apa|sda|keystone-sda|sid|epd|kna|afp-services|pap|ctk|čtk|tasr|sita|mti|agerpres|mediafax|\
    тасс|итар-тасс|рио|риа|риа новости|интерфакс|регнум|regnum|прайм|россия сегодня|спутник|sputnik|ria novosti|tass|itar-tass|interfax|\
    укринформ|укрінформ|унн|уніан|униан|ukrinform|унiан|интерфакс-украина|kazinform|казинформ|қазақпарат|казтаг|kaztag|inform.kz|getty images|getty|istock|istockphoto|shutterstock|alamy|unsplash|adobe stock|\
    белта|belta|trend|азертадж|azertac|арменпресс|armenpress|кабар|kabar|ната|ntb|tt|ritzau|stt|bns|leta|delfi|elta|\
    aa|anadolu ajansı|anadolu agency|anadolu|dha|iha|i̇ha|i̇ha|bbc|cnn|cnbc|bloomberg|npr|pa|pa media|aap|canadian press|the canadian press|\
    xinhua|新华社|新華社|新华网|中新社|中央社|共同通信|共同|時事通信|時事|朝日新聞|読売新聞|毎日新聞|연합뉴스|뉴시스|뉴스1|yonhap|kyodo|jiji|ani|pti|ians|antara|bernama|\
    وكالات|رويترز|فرانس برس|أ ف ب|د ب أ|واس|وام|سبوتنيك|الأناضول|تاس|وكالة الأنباء|ایرنا|ایسنا|فارس|irna|isna|tasnim|mehr|\
    hina|tanjug|танјуг|fena|sta|mina|бта|bta|ape-mpe|απε-μπε|αμπε|europa press|redacción|notimex|télam|agência brasil|estadão conteúdo|folhapress|adnkronos|agi|askanews|lapresse|\
    redaktion|редакция|редакція|redakcja|redakce|redakcia|redacción|redação|redazione|rédaction|la rédaction|la redazione|redactie|de redactie|redaksjonen|redaktionen|toimitus|редакцията|редакция";

/// Words of the names of outlets, agencies and desks.
pub(crate) const OUTLET_WORDS: &str = "news|newspaper|newsroom|press|agency|agencies|agence|agentur|agencia|agenzia|agência|agencja|agentura|desk|team|bureau|board|\
    media|magazine|journal|gazette|times|post|herald|tribune|guardian|staff|editors|service|wire|online|radio|television|tv|network|associated|council|\
    redaktion|redakcja|redakce|redacción|redação|redazione|rédaction|redactie|redaksjonen|redaktionen|toimitus|редакция|редакція|редакциясы|редакции|\
    агентство|агентства|агенттігі|новости|новостей|новини|служба|пресс-служба|прес-служба|издание|газета|телеканал|жаңалықтар|haber|haberler|ajansı|gazetesi|merkezi|\
    zeitung|nachrichten|verlag|diario|periódico|noticias|notícias|jornal|giornale|quotidiano|krant|nieuws|wiadomości|zprávy|nyheter|uutiset|hírek|\
    وكالة|وكالات|صحيفة|جريدة|أخبار|الأخبار|خبرگزاری|תקשורת|新聞|新闻|通信|通信社|社|网|網|編集部|编辑部|編輯部|日报|日報|晚报|뉴스|편집부|신문|통신|뉴스팀|デスク|取材班";

/// Bylines that name nobody.
pub(crate) const NOBODY: &str = "staff|author's profile|the author|the authors|terms|privacy policy|read more|staff writer|staff reporter|admin|administrator|editor|author|guest|user|unknown|anonymous|none|null|webmaster|root|\
    publisher|posts|offers|link|links|home|menu|search|login|log in|sign in|us|careers|contact|contact us|site map|sitemap|website developer|developer|jetzt|mehr|alle|categories|category|tags|newsletter|subscribe now|free|paid|advertisement|sponsored|paid content|various|multiple authors|several authors|correspondent|our correspondent|gast|autor|redakteur|invité|anonyme|админ|администратор|автор|гость|редактор|источник|admin admin|автордың|superuser|contributor|contributors|posted|updated|published|share|более|n/a";
