//! Months, weekdays and the words around dates and times.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::index;
use crate::value::letter::is_alphabetic;
use crate::value::text::plain;

/// Names of the months, whole and shortened, in the cases that dates use. A name that means two
/// months in two languages (`listopad`) stands for that of the more widely read language.
const MONTHS: &[(i8, &str)] = &[
    (
        1,
        "january|jan|januar|jänner|jänner|janv|janvier|enero|ene|gener|janeiro|gennaio|gen|januari|stycznia|styczeń|sty|ledna|leden|led|januára|január|января|январь|янв|січня|січень|січ|студзеня|қаңтар|қаңтарда|қаң|қаңт|ocak|oca|yanvar|yan|ianuarie|ian|januári|ιανουαρίου|ιανουάριος|ιαν|tammikuuta|tammikuu|tammi|janúar|sausio|sausis|saus|janvāris|janvārī|jaanuar|jaan|siječnja|sij|јануар|јануара|януари|јан|يناير|كانون الثاني|جانفي|ژانویه|ינואר|जनवरी|জানুয়ারি|জানুয়ারী|மகர|มกราคม|ม.ค|tháng một|იანვარი|იანვარს|հունվար|հունվարի|ஜனவரி|جنوری|yanvarya|yanvar",
    ),
    (
        2,
        "february|feb|februar|febr|fév|févr|février|febrero|febrer|fevereiro|fev|febbraio|februari|lutego|luty|lut|února|únor|úno|februára|február|февраля|февраль|фев|февр|лютого|лютий|лют|лютага|ақпан|ақпанда|ақп|şubat|şub|fevral|februarie|februári|φεβρουαρίου|φεβρουάριος|φεβ|helmikuuta|helmikuu|helmi|febrúar|vasario|vasaris|vas|februāris|februārī|veebruar|veebr|veljače|velj|фебруар|фебруара|февруари|фев|فبراير|شباط|فيفري|فوریه|פברואר|फरवरी|फ़रवरी|ফেব্রুয়ারি|กุมภาพันธ์|თებერვალი|თებერვალს|փետրվար|փետրվարի|பிப்ரவரி|فروری",
    ),
    (
        3,
        "march|mar|märz|mär|mrz|mars|marzo|març|março|maart|mrt|marca|marzec|března|březen|bře|marec|марта|март|мар|березня|березень|бер|сакавіка|наурыз|наурызда|нау|mart|martie|március|márc|μαρτίου|μάρτιος|μαρ|maaliskuuta|maaliskuu|maalis|marts|kovo|kovas|kov|martā|märts|ožujka|ožu|марта|مارس|آذار|אדר|מרץ|मार्च|মার্চ|มีนาคม|მარტი|მარტს|մարտ|մարտի|maret|மார்ச்|مارچ|mart",
    ),
    (
        4,
        "april|apr|avril|avr|abril|abr|aprile|kwietnia|kwiecień|kwi|dubna|duben|dub|apríla|apríl|апреля|апрель|апр|квітня|квітень|кві|квіт|красавіка|сәуір|сәуірде|сәу|nisan|nis|aprel|aprilie|április|ápr|απριλίου|απρίλιος|απρ|huhtikuuta|huhtikuu|huhti|balandžio|balandis|bal|aprīlis|aprīlī|aprill|travnja|tra|април|априла|أبريل|نيسان|أفريل|آوریل|אפריל|अप्रैल|এপ্রিল|เมษายน|აპრილი|აპრილს|ապրիլ|ապրիլի|ஏப்ரல்|اپریل",
    ),
    (
        5,
        "may|mai|mayo|maig|maio|maggio|mag|mei|maja|maj|máj|května|květen|kvě|mája|мая|май|травня|травень|тра|трав|мамыр|мамырда|мам|mayıs|május|máj|μαΐου|μαίου|μάιος|μάη|μαι|toukokuuta|toukokuu|touko|maí|gegužės|gegužė|geg|maijs|maijā|мај|маја|svibnja|svi|مايو|أيار|ماي|مه|מאי|मई|মে|พฤษภาคม|მაისი|მაისს|մայիս|մայիսի|மே|مئی",
    ),
    (
        6,
        "june|jun|juni|juin|junio|juny|junho|giugno|giu|czerwca|czerwiec|cze|června|červen|čvn|júna|jún|июня|июнь|июн|червня|червень|чер|черв|чэрвеня|маусым|маусымда|мау|haziran|haz|iyun|iunie|iun|június|jún|ιουνίου|ιούνιος|ιουν|kesäkuuta|kesäkuu|kesä|júní|birželio|birželis|birž|jūnijs|jūnijā|juuni|јун|јуна|юни|lipnja|lip|يونيو|حزيران|جوان|ژوئن|יוני|जून|জুন|มิถุนายน|ივნისი|ივნისს|հունիս|հունիսի|ஜூன்|جون",
    ),
    (
        7,
        "july|jul|juli|juil|juillet|julio|juliol|julho|luglio|lug|lipca|lipiec|července|červenec|čvc|júla|júl|июля|июль|июл|липня|липень|лип|ліпеня|шілде|шілдеде|шіл|temmuz|tem|iyul|iulie|iul|július|júl|ιουλίου|ιούλιος|ιουλ|heinäkuuta|heinäkuu|heinä|júlí|liepos|liepa|liep|jūlijs|jūlijā|juuli|јул|јула|юли|srpnja|srp|يوليو|تموز|جويلية|ژوئیه|جولای|יולי|जुलाई|জুলাই|กรกฎาคม|ივლისი|ივლისს|հուլիս|հուլիսի|ஜூலை|جولائی",
    ),
    (
        8,
        "august|aug|août|agosto|ago|agost|augustus|sierpnia|sierpień|sie|srpna|srpen|augusta|августа|август|авг|серпня|серпень|сер|серп|жніўня|тамыз|тамызда|там|ağustos|ağu|avqust|avgust|avg|augusztus|αυγούστου|αύγουστος|αυγ|elokuuta|elokuu|elo|ágúst|rugpjūčio|rugpjūtis|rugp|augusts|augustā|август|августа|kolovoza|kol|أغسطس|آب|أوت|اوت|אוגוסט|अगस्त|আগস্ট|สิงหาคม|აგვისტო|აგვისტოს|օգոստոս|օգոստոսի|agustus|agt|ஆகஸ்ட்|اگست",
    ),
    (
        9,
        "september|sept|sep|septembre|septiembre|setiembre|setembre|setembro|set|settembre|września|wrzesień|wrz|září|zář|septembra|сентября|сентябрь|сен|сент|вересня|вересень|вер|верасня|қыркүйек|қыркүйекте|қыр|қырк|eylül|eyl|sentyabr|sentabr|septembrie|szeptember|szept|σεπτεμβρίου|σεπτέμβριος|σεπ|σεπτ|syyskuuta|syyskuu|syys|rugsėjo|rugsėjis|rugs|septembris|septembrī|септембар|септембра|септември|rujna|ruj|سبتمبر|أيلول|سپتامبر|ספטמבר|सितंबर|सितम्बर|সেপ্টেম্বর|กันยายน|სექტემბერი|სექტემბერს|սեպտեմբեր|սեպտեմբերի|செப்டம்பர்|ستمبر",
    ),
    (
        10,
        "october|oct|oktober|okt|octobre|octubre|outubro|out|ottobre|ott|października|październik|paź|října|říjen|říj|októbra|október|октября|октябрь|окт|жовтня|жовтень|жов|жовт|кастрычніка|қазан|қазанда|қаз|ekim|eki|oktyabr|octombrie|október|οκτωβρίου|οκτώβριος|οκτ|lokakuuta|lokakuu|loka|spalio|spalis|spal|oktobris|oktobrī|oktoober|октобар|октобра|октомври|أكتوبر|تشرين الأول|اکتبر|אוקטובר|अक्टूबर|অক্টোবর|ตุลาคม|ოქტომბერი|ოქტომბერს|հոկտեմբեր|հոկտեմբերի|அக்டோபர்|اکتوبر",
    ),
    (
        11,
        "november|nov|novembre|noviembre|novembro|listopada|listopad|lis|listopadu|novembra|ноября|ноябрь|ноя|нояб|листопада|листопад|лис|лист|лістапада|қараша|қарашада|қар|kasım|kas|noyabr|noiembrie|nοv|november|νοεμβρίου|νοέμβριος|νοε|νοεμ|marraskuuta|marraskuu|marras|nóvember|lapkričio|lapkritis|lapkr|novembris|novembrī|новембар|новембра|ноември|studenoga|studenog|stu|نوفمبر|تشرين الثاني|نوامبر|נובמבר|नवंबर|नवम्बर|নভেম্বর|พฤศจิกายน|ნოემბერი|ნოემბერს|նոյեմբեր|նոյեմբերի|நவம்பர்|نومبر|nopember",
    ),
    (
        12,
        "december|dec|dezember|dez|décembre|déc|diciembre|dic|desembre|dezembro|dicembre|grudnia|grudzień|gru|prosince|prosinec|pro|decembra|декабря|декабрь|дек|грудня|грудень|гру|груд|снежня|желтоқсан|желтоқсанда|жел|желт|aralık|ara|dekabr|decembrie|desember|des|δεκεμβρίου|δεκέμβριος|δεκ|joulukuuta|joulukuu|joulu|gruodžio|gruodis|gruod|decembris|decembrī|detsember|dets|децембар|децембра|декември|prosinca|ديسمبر|كانون الأول|دسامبر|דצמבר|दिसंबर|दिसम्बर|ডিসেম্বর|ธันวาคม|დეკემბერი|დეკემბერს|դեկտեմբեր|դեկտեմբերի|டிசம்பர்|دسمبر",
    ),
];

/// [`MONTHS`] by name.
static MONTH_BY_NAME: LazyLock<FxHashMap<String, i8>> = LazyLock::new(|| index(MONTHS));

/// The month that a folded word names. Hebrew puts a preposition against the name.
pub(crate) fn month(word: &str) -> Option<i8> {
    let found = |word: &str| MONTH_BY_NAME.get(word).copied();
    found(word).or_else(|| found(word.strip_prefix('ב')?))
}

/// Months of the solar calendar, in Iran and Afghanistan.
const SOLAR_MONTHS: &[(i8, &str)] = &[
    (1, "فروردین|فروردين|حمل"),
    (2, "اردیبهشت|ارديبهشت|ثور"),
    (3, "خرداد|جوزا"),
    (4, "تیر|تير|سرطان"),
    (5, "مرداد|امرداد|اسد"),
    (6, "شهریور|شهريور|سنبله"),
    (7, "مهر|میزان|ميزان"),
    (8, "آبان|عقرب"),
    (9, "آذر|قوس"),
    (10, "دی|دي|جدی|جدي"),
    (11, "بهمن|دلو"),
    (12, "اسفند|حوت"),
];

/// The month of the solar calendar that a folded word names.
pub(crate) fn solar_month(word: &str) -> Option<i8> {
    static MONTHS: LazyLock<FxHashMap<String, i8>> = LazyLock::new(|| index(SOLAR_MONTHS));
    MONTHS.get(word).copied()
}

/// The first words of the names of two.
static MONTH_STARTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let names = MONTH_BY_NAME.keys();
    names.filter_map(|name| name.split_once(' ')).map(|(first, _)| first).collect()
});

/// The month that two folded words name.
pub(crate) fn month_of_two(first: &str, second: &str) -> Option<i8> {
    let mut starts = [first, first.strip_prefix('ב').unwrap_or(first)].into_iter();
    starts.any(|first| MONTH_STARTS.contains(first)).then(|| month(&format!("{first} {second}")))?
}

/// Words between the parts of a date: articles, prepositions, ordinal endings, words for 'year'.
const DAY_FILLERS: &str = "st|nd|rd|th|º|ª|of|the|er|e|le|de|del|d|do|da|di|den|der|den|van|го|ого|е|ше|\
    г|год|года|году|р|року|рік|года|ж|жылғы|жыл|жылы|жылдың|жылғы|m|metų|metu|d|gada|gads|ος|η|ης|του|\
    m|a|ב|من|năm|ngày|წლის|թ|թվականի|il|yil|yili|yilning|ning|an|на|την|в";

/// Words between a date and its time.
const FILLERS: &str = "t|at|on|um|am|à|a|as|às|alle|ore|h|ora|orele|la|las|el|le|il|lo|y|in|o|v|ve|\
    om|op|kl|klo|kello|kell|plkst|u|ob|в|во|о|об|от|у|на|г|год|года|року|р|ж|жылы|жыл|сағат|сағ|saat|saati|time|\
    pukul|pkl|jam|lúc|vào|klukkan|ώρα|στις|ώρες|الساعة|ساعت|בשעה|время|часов|час|мин|godz|godzina|hod|čas|hodin|\
    de|den|der|die|das|the|and|г|гг|uhr|i|m|d|et|um|το|την|เวลา|บาท|น|बजे";

/// Names of the days of the week, whole and shortened.
const WEEKDAYS: &str = "\
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\
    montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|\
    lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|\
    lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|sáb|dom|\
    segunda|terça|quarta|quinta|sexta|feira|seg|ter|qua|qui|sex|\
    lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gio|\
    maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|wo|vr|za|zo|\
    poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pon|wt|śr|czw|pt|sob|niedz|\
    pondělí|úterý|středa|čtvrtek|pátek|neděle|po|út|st|čt|pá|so|ne|pondelok|utorok|streda|štvrtok|piatok|nedeľa|\
    понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|\
    понеділок|вівторок|середа|четвер|п'ятниця|п|ятниця|субота|неділя|нд|\
    дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|\
    pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|\
    måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|\
    maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|\
    luni|marți|miercuri|joi|vineri|sâmbătă|duminică|\
    hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|\
    δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|\
    senin|selasa|rabu|kamis|jumat|sabtu|minggu|\
    الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|\
    月|火|水|木|金|土|日|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日|\
    星期一|星期二|星期三|星期四|星期五|星期六|星期日|星期天|周一|周二|周三|周四|周五|周六|周日|週一|週二|週三|週四|週五|週六|週日|\
    월|화|수|목|금|토|일|월요일|화요일|수요일|목요일|금요일|토요일|일요일";

/// Folded words of a table.
fn folded(words: &str) -> FxHashSet<String> {
    words.split('|').map(plain).collect()
}

/// Whether a folded word may stand between the parts of a date.
pub(crate) fn is_day_filler(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| folded(DAY_FILLERS));
    WORDS.contains(word)
}

/// Whether a folded word may stand between a date and its time.
pub(crate) fn is_filler(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| folded(FILLERS));
    WORDS.contains(word) || is_weekday(word)
}

/// Whether a folded word is the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| folded(WEEKDAYS));
    WORDS.contains(word)
}

/// Whether a folded word stands between hours and minutes: `12h16`, `12時16分`.
pub(crate) fn is_hour_word(word: &str) -> bool {
    matches!(word, "h" | "時" | "时" | "点" | "點" | "시" | "ч" | "hod" | "godz")
}

/// A half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Before noon.
    Before,
    /// After noon.
    After,
}

/// Words for the halves of the day, dots left out.
const HALVES: &[(Half, &str)] = &[
    (Half::Before, "am|πμ|öö|ص|صباحا|صباحاً|上午|午前|早上|凌晨|오전|de|sa|sáng|पूर्वाह्न|பிற்பகல்"),
    (Half::After, "pm|μμ|ös|م|مساء|مساءً|下午|午後|晚上|晚间|中午|오후|du|ch|chiều|अपराह्न"),
];

/// The half of the day that a folded word names; Chinese may put the weekday before it.
pub(crate) fn half_of_day(word: &str) -> Option<Half> {
    static WORDS: LazyLock<FxHashMap<String, Half>> = LazyLock::new(|| index(HALVES));
    if word.is_ascii() && !matches!(word, "am" | "pm" | "oo" | "os") {
        return None;
    }
    let suffix = || {
        let start = word.char_indices().nth_back(1)?.0;
        word.get(start..).filter(|_| word.starts_with(['星', '周', '週']))
    };
    WORDS.get(word).or_else(|| WORDS.get(suffix()?)).copied()
}

/// Words for days by their distance from today, in days back.
const RELATIVE_DAYS: &[(i64, &str)] = &[
    (
        0,
        "today|heute|aujourd|hoy|hoje|oggi|vandaag|dziś|dzisiaj|dnes|сегодня|сьогодні|сёння|бүгін|bugün|bu gün|idag|tänään|azi|astăzi|ma|σήμερα|hari ini|اليوم|امروز|היום|今日|今天|오늘|днес|данас|danas|danes|šiandien|šodien|täna|hôm nay|आज|bugun|avui|í dag",
    ),
    (
        1,
        "yesterday|gestern|hier|ayer|ontem|ieri|gisteren|wczoraj|včera|вчера|вчора|учора|ўчора|кеше|dün|dünən|igår|eilen|tegnap|χθες|χτες|kemarin|أمس|امس|دیروز|אתמול|昨日|昨天|어제|јуче|jučer|juče|včeraj|vakar|eile|hôm qua|कल|kecha|ahir",
    ),
    (
        2,
        "vorgestern|позавчера|позавчора|przedwczoraj|předevčírem|anteontem|anteayer|eergisteren|前天|一昨日|그저께",
    ),
];

/// How many days back a folded word says.
pub(crate) fn relative_day(word: &str) -> Option<i64> {
    static WORDS: LazyLock<FxHashMap<String, i64>> = LazyLock::new(|| index(RELATIVE_DAYS));
    WORDS.get(word).copied()
}

/// Units of time that have passed, in seconds; months and years are left out, for their length
/// varies.
const UNITS: &[(i64, &str)] = &[
    (
        1,
        "second|seconds|sec|secs|sekunden|secondes|segundos|secondi|секунд|секунды|секунду|сек|saniye|秒前|초",
    ),
    (
        60,
        "minute|minutes|min|mins|minuten|minuto|minutos|minuti|minuty|minut|minutę|minuta|minutu|мин|минут|минуты|минуту|минута|хвилин|хвилини|хвилину|хв|минут бұрын|dakika|dk|dəqiqə|minuter|minutter|minuutin|minuuttia|minuutti|perc|perccel|λεπτά|λεπτό|menit|دقيقة|دقائق|دقیقه|דקות|分|分前|分钟|分钟前|分鐘|分鐘前|분|minučių|minūtēm|minutit|phút|मिनट",
    ),
    (
        3600,
        "hour|hours|hr|hrs|h|stunde|stunden|std|heure|heures|hora|horas|ora|ore|uur|uren|godzin|godziny|godzinę|godz|hodinou|hodinami|hodin|hodiny|час|часа|часов|годину|години|годин|год|сағат|saat|timme|timmar|time|timer|tunti|tuntia|tunnin|óra|órája|órával|ώρα|ώρες|jam|ساعة|ساعات|ساعت|שעה|שעות|時間|時間前|小时|小时前|小時|小時前|시간|val|valandų|valandas|stundām|stundas|tundi|tunni|giờ|घंटे",
    ),
    (
        86_400,
        "day|days|tag|tagen|tage|jour|jours|día|días|dia|dias|giorno|giorni|dag|dagen|dni|dzień|dny|dnem|день|дня|дней|дні|днів|күн|gün|dagar|dager|dage|päivä|päivää|päivän|nap|napja|nappal|zi|zile|ημέρες|μέρες|ημέρα|hari|يوم|أيام|روز|יום|ימים|日前|天|天前|일|d|dienas|dienų|dienām|päeva|ngày|दिन",
    ),
    (
        604_800,
        "week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|week|weken|tydzień|tygodnie|týdnem|týdny|неделя|неделю|недели|недель|тиждень|тижні|тижнів|апта|hafta|vecka|veckor|uke|uker|uge|uger|viikko|viikkoa|hete|săptămână|săptămâni|εβδομάδες|εβδομάδα|minggu|أسبوع|أسابيع|هفته|שבוע|שבועות|週間前|周前|週前|주|savaitę|savaites|nädal|tuần|सप्ताह",
    ),
];

/// The length in seconds of the unit that a folded word names.
pub(crate) fn unit_seconds(word: &str) -> Option<i64> {
    static WORDS: LazyLock<FxHashMap<String, i64>> = LazyLock::new(|| index(UNITS));
    WORDS.get(word).copied()
}

/// Words that say that a span of time has passed.
const AGO: &str = "ago|vor|il|hace|fa|há|atrás|geleden|temu|před|pred|назад|тому|бұрын|önce|əvvəl|منذ|قبل|پیش|\
    לפני|前|秒前|分前|分钟前|分鐘前|時間前|小时前|小時前|日前|天前|週間前|周前|週前|전|sedan|siden|sitten|acum|ezelőtt|\
    órája|perce|napja|hete|πριν|lalu|yang lalu|prieš|pirms|tagasi|trước|преди|пре|prije|pre|पहले|оldin|oldin";

/// Whether a folded word says that a span of time has passed.
pub(crate) fn is_ago(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| folded(AGO));
    WORDS.contains(word)
}

/// What stands before the date of publication, by language, in lower case. Words for 'date' alone
/// are left out: they stand before the dates of events as often.
pub(crate) const PUBLISHED_LABELS: &[(&str, &str)] = &[
    (
        "en",
        "published|posted|first published|publication date|publish date|release date|released|issued|written on|date|dated|press release of|created|filed",
    ),
    (
        "de",
        "veröffentlicht|veröffentlichung|erschienen|erschienen am|erscheinungsdatum|stand|datum|erstellt|online seit|eingestellt|pressemitteilung vom|meldung vom|publiziert|artikel wurde am|beitrag wurde am|eintrag wurde am",
    ),
    ("fr", "publié|publiée|publication|paru|parue|mis en ligne|mise en ligne|posté"),
    ("es", "publicado|publicada|publicación|fecha de publicación"),
    ("pt", "publicado|publicada|publicação|postado|data de publicação"),
    ("it", "pubblicato|pubblicata|pubblicazione|inserito"),
    ("nl", "gepubliceerd|geplaatst|publicatiedatum|verschenen"),
    ("pl", "opublikowano|data publikacji|publikacja"),
    ("cs", "publikováno|vydáno|zveřejněno|vloženo"),
    ("sk", "publikované|zverejnené|uverejnené"),
    (
        "ru",
        "опубликовано|опубликована|опубликован|дата публикации|дата|размещено|размещена|создано|добавлено",
    ),
    ("uk", "опубліковано|дата публікації|розміщено"),
    ("kk", "жарияланды|жарияланған|жарияланған күні"),
    ("tr", "yayınlanma|yayınlanma tarihi|yayın tarihi|giriş|giriş tarihi|yayınlandı"),
    ("ar", "نشر|نُشر|نشرت|تاريخ النشر|تم النشر"),
    ("fa", "انتشار|تاریخ انتشار"),
    ("he", "פורסם|תאריך פרסום"),
    ("ja", "公開|公開日|掲載|掲載日|配信|投稿|投稿日|発表|発行"),
    ("zh", "发布|发布时间|發布|發布時間|发表|發表|发表时间|刊登"),
    ("ko", "게시|등록|입력|기사입력|작성|발행"),
    ("sv", "publicerad|publicerat|publicerades"),
    ("no", "publisert|lagt ut"),
    ("da", "publiceret|udgivet|offentliggjort"),
    ("fi", "julkaistu|julkaisupäivä"),
    ("is", "birt|birtist"),
    ("ro", "publicat|publicată|publicat la|postat"),
    ("hu", "közzétéve|megjelent|publikálva"),
    ("el", "δημοσίευση|δημοσιεύθηκε|δημοσιεύτηκε"),
    ("id", "dipublikasikan|diterbitkan|tayang|terbit"),
    ("vi", "đăng|ngày đăng|xuất bản"),
    ("bg", "публикувано|публикувана"),
    ("sr", "објављено|objavljeno"),
    ("lt", "paskelbta|publikuota"),
    ("lv", "publicēts|publicēta"),
    ("et", "avaldatud"),
    ("az", "dərc olunub|yayımlanıb"),
];

/// What stands before the date of the last change, by language, in lower case.
pub(crate) const MODIFIED_LABELS: &[(&str, &str)] = &[
    (
        "en",
        "updated|update|modified|edited|revised|last reviewed|reviewed on|last change|last changed",
    ),
    ("de", "aktualisiert|geändert|letzte änderung|bearbeitet|aktualisierung"),
    ("fr", "mis à jour|mise à jour|modifié|modifiée|actualisé"),
    ("es", "actualizado|actualizada|actualización|modificado|última modificación"),
    ("pt", "atualizado|atualizada|atualização|modificado"),
    ("it", "aggiornato|aggiornata|aggiornamento|modificato|ultima modifica"),
    ("nl", "bijgewerkt|gewijzigd|aangepast"),
    ("pl", "zaktualizowano|aktualizacja|zmodyfikowano"),
    ("cs", "aktualizováno|upraveno|aktualizace"),
    ("sk", "aktualizované|upravené"),
    ("ru", "обновлено|обновлён|обновлен|обновлена|изменено"),
    ("uk", "оновлено|змінено"),
    ("kk", "жаңартылды|жаңартылған"),
    ("tr", "güncelleme|güncellendi|güncellenme"),
    ("ar", "تحديث|آخر تحديث|عدل"),
    ("fa", "به روز رسانی|بروزرسانی"),
    ("he", "עודכן|עדכון"),
    ("ja", "更新"),
    ("zh", "更新"),
    ("ko", "수정|최종수정"),
    ("sv", "uppdaterad|uppdaterat|uppdaterades"),
    ("no", "oppdatert|sist endret"),
    ("da", "opdateret|ændret"),
    ("fi", "päivitetty|muokattu"),
    ("is", "uppfært"),
    ("ro", "actualizat|actualizată|modificat"),
    ("hu", "frissítve|módosítva"),
    ("el", "ενημέρωση|ενημερώθηκε|τελευταία ενημέρωση"),
    ("id", "diperbarui"),
    ("vi", "cập nhật"),
    ("bg", "обновена|последна промяна|актуализирано"),
    ("sr", "ажурирано|ažurirano"),
    ("lt", "atnaujinta"),
    ("lv", "atjaunots|atjaunināts"),
    ("et", "uuendatud|muudetud"),
    ("az", "yenilənib"),
];

static MODIFIED: LazyLock<Labels> = LazyLock::new(|| Labels::new(MODIFIED_LABELS));
static PUBLISHED: LazyLock<Labels> = LazyLock::new(|| Labels::new(PUBLISHED_LABELS));

/// Whether a short text speaks of the last change.
pub(crate) fn says_modified(text: &str) -> bool {
    MODIFIED.place_in(&text.to_lowercase()).is_some()
}

/// Whether a short text speaks of the publication.
pub(crate) fn says_published(text: &str) -> bool {
    PUBLISHED.place_in(&text.to_lowercase()).is_some()
}

/// Where a short text starts to speak of the last change, in bytes. `None` too where a letter
/// changes its length with its case.
pub(crate) fn modified_at(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    MODIFIED.place_in(&lower).filter(|at| lower.len() == text.len() && text.is_char_boundary(*at))
}

/// Labels in lower case, by their first bytes.
struct Labels(FxHashMap<Start, Vec<&'static str>>);

/// The first two bytes of a text: the first letter alone begins a label in every other word.
type Start = [u8; 2];

fn start(text: &str) -> Start {
    text.as_bytes().first_chunk().copied().unwrap_or_default()
}

impl Labels {
    fn new(table: &[(&str, &'static str)]) -> Self {
        let mut labels: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for word in table.iter().flat_map(|(_, words)| words.split('|')) {
            labels.entry(start(word)).or_default().push(word);
        }
        Self(labels)
    }

    /// The first place of a label that is a word of its own; scripts without spaces between words
    /// may go on behind it.
    fn place_in(&self, lower: &str) -> Option<usize> {
        let mut glued = false;
        for (at, c) in lower.char_indices() {
            let rest = lower.get(at..).unwrap_or_default();
            let may_start = !std::mem::replace(&mut glued, is_alphabetic(c));
            let labels = may_start.then(|| self.0.get(&start(rest))).flatten();
            if labels.into_iter().flatten().any(|label| is_label(rest, label)) {
                return Some(at);
            }
        }
        None
    }
}

/// Whether `text` starts with a label, and the word ends there.
fn is_label(text: &str, label: &str) -> bool {
    let Some(behind) = text.strip_prefix(label) else { return false };
    let spaced = label.ends_with(|c: char| c < '\u{3040}');
    !(spaced && behind.starts_with(is_alphabetic))
}

/// Language tags whose numeric dates put the month first.
pub(crate) const MONTH_FIRST_LANGUAGES: &[&str] = &["en-US", "en_US", "en-PH", "en_PH"];
