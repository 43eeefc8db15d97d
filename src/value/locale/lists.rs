//! Headings and class names of the lists around an article.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entries;
use crate::model::ListKind::{
    self, EditorsPick, Latest, MostCommented, MostRead, MostShared, MostViewed, Related, Trending,
};
use crate::value::lookup::Lookup;
use crate::value::text::{plain, plain_chars, tokens};
use crate::value::word::Word;

/// Phrases found as whole words anywhere in a heading, by language of Europe, then of Asia.
const PHRASES: &[(ListKind, &str)] = &[
    (
        MostRead,
        "most read|most-read|mostread|most popular|popular|popular stories|popular news|\
         popular now|top read|top 10|what's popular|best read|readers' choice|meistgelesen|\
         meist gelesen|meistgelesene|am meisten gelesen|meistgeklickt|beliebteste|populär|\
         top-artikel|les plus lus|plus lus|les plus lues|le plus lu|articles les plus lus|\
         populaires|les plus populaires|les plus consultés|lo más leído|más leído|más leídas|\
         más leídos|las más leídas|los más leídos|lo más popular|lo más visitado|más populares|\
         populares|els més llegits|el més llegit|o máis lido|più letti|più lette|i più letti|\
         le più lette|più popolari|i più cliccati|mais lidas|mais lidos|as mais lidas|\
         os mais lidos|mais populares|mais acessadas|meest gelezen|best gelezen|populair|\
         najczęściej czytane|najpopularniejsze|popularne|najchętniej czytane|nejčtenější|\
         nejoblíbenější|populární|najčítanejšie|najčítanejší|mest lest|mest leste|mest læst|\
         mest læste|mest läst|mest lästa|populärast|mest lesið|mest lesnar|vinsælt|vinsælast|\
         luetuimmat|luetuin|suosituimmat|suosituinta|legolvasottabb|legolvasottabbak|\
         legnépszerűbb|en çok okunan|en çok okunanlar|çok okunanlar|çok okunan|popüler|\
         popüler haberler|ən çox oxunan|ən çox oxunanlar|çox oxunanlar|ən populyar|\
         самое читаемое|самые читаемые|читаемое|сейчас читают|самое популярное|популярное|\
         популярные|популярные новости|популярные статьи|популярные материалы|топ новостей|\
         топ-новости|топ 10|топ дня|топ недели|чаще всего читают|лучшее за неделю|найпопулярніше|\
         найпопулярніші|популярне|популярні|популярні новини|найбільш читане|найчитаніше|\
         найчитаніші|топ новин|топ-новини|читають|зараз читають|самае чытанае|папулярнае|\
         най-четени|най-четените|популярни|најчитаније|најчитаније вести|најпопуларније|\
         најчитано|najčitanije|najčitaniji|najčitanije vijesti|najpopularnije|najbolj brano|\
         ең көп оқылған|көп оқылған|көп оқылғандар|ең көп оқылғандар|танымал|ең танымал|\
         оқырман таңдауы|эң көп окулган|көп окулган|эң популярдуу|eng ko'p o'qilgan|\
         ko'p o'qilgan|eng ko‘p o‘qilganlar|skaitomiausi|skaitomiausios|populiariausi|\
         populiariausios|lasītākie|lasītākās|visvairāk lasītie|populārākie|loetuimad|loetumad|\
         enim loetud|populaarsed|cele mai citite|cele mai citite știri|cele mai populare|\
         populare|δημοφιλή|δημοφιλέστερα|τα πιο δημοφιλή|πιο διαβασμένα|τα πιο διαβασμένα|\
         më të lexuarat|më të lexuara|الأكثر قراءة|الاكثر قراءة|الأكثر شعبية|الأكثر تصفحا|\
         پربازدیدترین|پربازدیدها|پربیننده ترین|پرمخاطب ترین|پرخواننده ترین|הנקראות ביותר|הנצפות|\
         הכי נקראות|פופולרי|הכי פופולרי|terpopuler|populer|paling banyak dibaca|paling populer|\
         berita populer|paling popular|đọc nhiều|đọc nhiều nhất|xem nhiều|tin đọc nhiều|\
         tin nổi bật nhất|सबसे ज्यादा पढ़ी गई|सबसे ज़्यादा पढ़ा गया|सर्वाधिक पढ़ी गई|लोकप्रिय|\
         सर्वाधिक पठित|পাঠকপ্রিয়|সর্বাধিক পঠিত|জনপ্রিয়|அதிகம் படிக்கப்பட்டவை|ყველაზე კითხვადი|\
         პოპულარული|ամենաընթերցված|ամենաշատ ընթերցված|ընթերցված|хамгийн их уншсан|\
         top posts|top articles|popular articles|popular posts|most clicked|most visited|\
         people are reading|readers are reading|what others are reading|\
         what people are reading|currently reading|top hits|most active|beliebt|beliebte|\
         beliebtesten|beliebter|top 5|top 3|top 20|häufig gelesen|viel gelesen|\
         meistgelesenen|meist gelesenen|das lesen andere|top-beiträge|jetzt gelesen|\
         gerade gelesen|meistgeklickte|topartikel|meistgelesener|les lus|les lues|\
         les populaires|articles populaires|top des articles|le top|lo leído|las leídas|\
         los leídos|noticias más leídas|lo más del día|lo más popular|mais lida|as lidas|\
         os lidos|mais acessados|articoli più letti|più letto|i letti|populairste|\
         veel gelezen|meest populair|meest populaire|najchętniej czytane|nejvíce čtené|\
         najviac čítané|népszerű|mest populära|populära|populärt|mest populære|populære|\
         populært|læses lige nu|mest klikket|luetuimpia|suosituimpia|suositut|suosittua|\
         самые популярные|читают сейчас|что читают|выбор читателей|читатели выбирают|топ-5|\
         топ 5|топ-3|топ 20|топ статей|топ за неделю|топ за месяц|рейтинг новостей|\
         рейтинг статей|читаемые|читаемое за неделю|читайте зараз|найпопулярніші новини|\
         найчитаніші новини|вибір читачів|танымал жаңалықтар|оқылымды|ең оқылымды|\
         топ жаңалықтар|көп окулгандар|эң көп окулгандар|популярдуу|ko'p o'qilganlar|\
         eng ko'p o'qilganlar|eng ko'p o'qilgan|ommabop|eng ommabop|кўп ўқилган|\
         кўп ўқилганлар|энг кўп ўқилган|энг кўп ўқилганлар|машҳур|пурхонандатарин|серхонанда|\
         en çok tıklanan|en çok tıklananlar|en popüler|ən populyarlar|populyar xəbərlər|\
         top citite|cele mai accesate|populare azi|най-четено|най-популярни|най-популярно|\
         најчитани|најчитано денес|најпопуларни|najčitanije danas|najčitaniji članci|\
         popularno|najbolj brani|najbolj priljubljeno|πιο δημοφιλή|δημοφιλή άρθρα|\
         më të klikuarat|më të lexuarit|الأكثر شيوعا|الأكثر شيوعاً|الأكثر زيارة|\
         الأكثر قراءةً|پربازدید|پربینندهترین|پربازدیدترینها|پرخوانندهترین|محبوب ترین|\
         محبوبترین|مقبول ترین|سب سے زیادہ پڑھی جانے والی|زیادہ پڑھی جانے والی|הכי נקראים|\
         הנקראים ביותר|הפופולריים|הכתבות הנקראות|सर्वाधिक पढ़े गए|सबसे अधिक पढ़ा गया|\
         सर्वाधिक वाचलेले|সর্বাধিক জনপ্রিয়|terbanyak dibaca|berita terpopuler|\
         berita popular|paling banyak dibaca|tin xem nhiều|nhiều người đọc|được quan tâm|\
         zinazosomwa sana|zilizosomwa zaidi|irakurrienak|més llegides|les més llegides|\
         máis lidas|mwyaf poblogaidd|fwyaf poblogaidd|enimloetud|loetuim|populārākais|\
         populiaru|их уншсан|эрэлттэй|самае папулярнае|అత్యధికంగా చదివినవి|\
         ഏറ്റവും കൂടുതൽ വായിച്ചത്",
    ),
    (
        MostViewed,
        "most viewed|most watched|most seen|top viewed|top videos|meistgesehen|meist gesehen|\
         am häufigsten gesehen|les plus vus|les plus vues|plus vus|plus vues|lo más visto|\
         más visto|más vistas|más vistos|més vist|més vistos|più visti|più viste|i più visti|\
         mais vistas|mais vistos|as mais vistas|meest bekeken|best bekeken|najczęściej oglądane|\
         najchętniej oglądane|nejsledovanější|nejprohlíženější|mest sett|mest sedda|mest sete|\
         mest set|katsotuimmat|legnézettebb|en çok izlenen|en çok izlenenler|en çok görüntülenen|\
         самое просматриваемое|самые просматриваемые|самое смотрибельное|найбільш переглянуті|\
         најгледаније|najgledanije|ең көп қаралған|көп қаралған|көп көрілген|\
         cele mai vizualizate|cele mai vizionate|cele mai văzute|τα πιο δημοφιλή βίντεο|\
         الأكثر مشاهدة|الاكثر مشاهدة|paling banyak dilihat|xem nhiều nhất|žiūrimiausi|skatītākie|\
         सबसे ज्यादा देखा गया|सर्वाधिक देखी गई|\
         najoglądane|найбільше переглядів|най-гледани|най-гледано|најгледано|најгледани|\
         ən çox baxılan|ən çox baxılanlar|çox baxılanlar|ең көп қаралғандар|көп қаралғандар|\
         most watched videos|vidéos les plus vues|vídeos más vistos|הנצפות ביותר|הכי נצפים|\
         הנצפים ביותר",
    ),
    (
        MostCommented,
        "most commented|most discussed|most talked about|hot topics|meistkommentiert|\
         meist kommentiert|meistdiskutiert|am meisten kommentiert|les plus commentés|\
         les plus commentées|plus commentés|lo más comentado|más comentado|más comentadas|\
         más comentados|més comentat|più commentati|più commentate|i più commentati|\
         mais comentadas|mais comentados|meest besproken|meest gereageerd|\
         najczęściej komentowane|najnowsze komentarze|nejkomentovanější|nejdiskutovanější|\
         najdiskutovanejšie|mest kommentert|mest kommenterade|mest kommenterede|kommentoiduimmat|\
         keskustelluimmat|legtöbb hozzászólás|en çok yorumlanan|en çok yorumlananlar|\
         самое обсуждаемое|самые обсуждаемые|обсуждаемое|самое комментируемое|комментируемое|\
         обсуждают|сейчас обсуждают|самые комментируемые|найбільш обговорюване|обговорюють|\
         найкоментованіші|ең көп талқыланған|көп талқыланған|көп пікір|најкоментарисаније|\
         najkomentiranije|cele mai comentate|πιο σχολιασμένα|τα πιο σχολιασμένα|الأكثر تعليقا|\
         الأكثر تعليقاً|الأكثر نقاشا|terkomentari|paling banyak dikomentari|\
         terbanyak dikomentari|bình luận nhiều|komentuojamiausi|komentētākie|enim kommenteeritud|\
         most talked|kommentierte|viel diskutiert|lo más discutido|най-коментирани|\
         најкоментирани|најкоментарисано|الأكثر تعليقًا|پربحث ترین|پربحثترین|\
         המדוברות ביותר|mest debatteret|mest diskuterade|самые комментируемые статьи",
    ),
    (
        MostShared,
        "most shared|most emailed|most recommended|most liked|meistgeteilt|meist geteilt|\
         am meisten geteilt|meistempfohlen|les plus partagés|les plus partagées|plus partagés|\
         lo más compartido|más compartido|más compartidos|más compartidas|més compartit|\
         più condivisi|più condivise|mais compartilhadas|mais partilhadas|mais compartilhados|\
         meest gedeeld|najczęściej udostępniane|nejsdílenější|mest delt|mest delte|mest delade|\
         jaetuimmat|legtöbbet megosztott|en çok paylaşılan|en çok paylaşılanlar|\
         самое расшариваемое|чаще всего делятся|самое пересылаемое|ең көп бөліскен|\
         cele mai distribuite|الأكثر مشاركة|الأكثر تداولا|paling banyak dibagikan|najdeljenije|\
         nejvíc sdílené|najzdieľanejšie|най-споделяни|најсподелувани|\
         самые популярные в соцсетях|הכי משותפים",
    ),
    (
        Trending,
        "trending|trending now|hot news|hot now|talking point|what's hot|in the news|im trend|\
         tendances|en tendance|tendencias|tendència|de tendenza|di tendenza|tendenze|em alta|\
         tendências|na czasie|na topie|trendy|trendaa|felkapott|gündemdekiler|в тренде|тренды|\
         тренд|горячие новости|горячие темы|обсуждаемые темы|главные темы|хайп|у тренді|тренди|\
         гаряче|трендте|трендтегі|өзекті|în tendințe|în trend|τάσεις|رائج|الرائج|ترند|\
         الأكثر رواجا|داغ ترین|داغ|trending topik|sedang tren|xu hướng|tin nóng|ट्रेंडिंग|\
         trendai|aktuāli|aktuell|aktuellt",
    ),
    (
        Latest,
        "latest|most recent|latest news|latest stories|recent posts|recent news|recent articles|just in|\
         breaking news|news feed|newsfeed|news ticker|live feed|more news|today's news|last news|\
         neueste|neueste artikel|neueste nachrichten|neuste|aktuelle meldungen|newsticker|\
         letzte meldungen|kurzmeldungen|schlagzeilen|dernières actualités|dernières nouvelles|\
         dernières infos|derniers articles|dernière minute|en continu|fil info|fil d'actualité|\
         les dernières|toute l'actualité|últimas noticias|lo último|última hora|lo más reciente|\
         noticias recientes|darreres notícies|últimes notícies|ultime notizie|ultim'ora|\
         ultima ora|ultimi articoli|ultime news|le ultime|últimas notícias|mais recentes|plantão|\
         notícias recentes|laatste nieuws|net binnen|recent nieuws|het laatste nieuws|najnowsze|\
         ostatnie wiadomości|najnowsze wiadomości|z ostatniej chwili|ostatnio dodane|nejnovější|\
         poslední zprávy|nejnovější články|najnovšie|najnovšie správy|siste nytt|siste nyheter|\
         seneste nyt|seneste nyheder|senaste nytt|senaste nyheterna|nýjast|nýjustu fréttir|\
         nýlegt|uusimmat|tuoreimmat|viimeisimmät|uusimmat uutiset|legfrissebb|friss hírek|\
         legfrissebb hírek|son dakika|son haberler|en son haberler|en yeni|son xəbərlər|\
         xəbər lenti|лента новостей|последние новости|новости дня|свежие новости|новое на сайте|\
         главные новости дня|новости часа|хроника|все новости|недавние|новости за день|\
         срочные новости|сегодня в сми|останні новини|стрічка новин|новини дня|свіжі новини|\
         всі новини|усі новини|останнє|апошнія навіны|стужка навін|последни новини|най-нови|\
         најновије|најновије вести|najnovije|najnovije vijesti|najnovije vesti|najnovejše|\
         zadnje novice|соңғы жаңалықтар|жаңалықтар таспасы|жаңалықтар лентасы|соңғы хабарлар|\
         бүгінгі жаңалықтар|акыркы жаңылыктар|so'nggi yangiliklar|so‘nggi yangiliklar|\
         сүүлийн мэдээ|naujausi|naujausios|naujausios naujienos|naujienų srautas|jaunākās ziņas|\
         jaunākie|jaunākais|viimased uudised|uusimad|värsked uudised|värskemad|ultimele știri|\
         ultimele stiri|cele mai noi|ultima oră|știri recente|cele mai recente|flux de știri|\
         τελευταία νέα|τελευταίες ειδήσεις|ροή ειδήσεων|πρόσφατα|τα τελευταία νέα|\
         lajmet e fundit|të fundit|آخر الأخبار|أحدث الأخبار|اخر الاخبار|الأحدث|أحدث المقالات|\
         آخرین اخبار|تازه ترین|جدیدترین|آخرین خبرها|חדשות אחרונות|מבזקים|עדכונים אחרונים|\
         חדשות היום|terbaru|berita terbaru|berita terkini|terkini|berita terakhir|tin mới|\
         tin mới nhất|mới nhất|mới cập nhật|ताज़ा खबरें|ताजा खबर|ताज़ा समाचार|সর্বশেষ|\
         সর্বশেষ খবর|சமீபத்திய செய்திகள்|უახლესი|ბოლო სიახლეები|ახალი ამბები|վերջին լուրեր|\
         վերջին նորություններ|լրահոս",
    ),
    (
        Related,
        "related|related articles|related stories|related news|related topics|read also|\
         read more|read next|also read|see also|more on this|more on this story|\
         more on this topic|more like this|you may also like|you might also like|up next|\
         more from|recommended for you|further reading|more stories|more in|mehr zum thema|\
         zum thema|verwandte artikel|verwandte themen|das könnte sie auch interessieren|\
         auch interessant|dich auch interessieren|schon gelesen|lesen sie auch|lesen sie mehr|weitere themen|weitere artikel|\
         ähnliche artikel|passend dazu|mehr dazu|mehr aus|à lire aussi|lire aussi|\
         à lire également|lire également|sur le même sujet|sur le même thème|articles liés|\
         articles similaires|à voir aussi|vous aimerez aussi|pour aller plus loin|en lien|\
         relacionadas|relacionados|noticias relacionadas|artículos relacionados|lee también|\
         leer más|vea también|vea además|lea también|mira también|te puede interesar|te puede gustar|también te puede interesar|más sobre|\
         más información|más noticias|sobre el tema|le puede interesar|relacionat|\
         notícies relacionades|correlati|articoli correlati|notizie correlate|leggi anche|\
         potrebbe interessarti|potrebbero interessarti|ti potrebbe interessare|approfondimenti|\
         sullo stesso argomento|leia também|leia mais|veja também|notícias relacionadas|\
         artigos relacionados|saiba mais|você pode gostar|ler também|lees ook|lees meer|\
         gerelateerd|gerelateerde artikelen|meer over|zie ook|misschien vind je dit ook leuk|\
         czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|zobacz również|\
         przeczytaj także|powiązane|polecane artykuły powiązane|więcej na ten temat|čtěte také|\
         související|související články|mohlo by vás zajímat|přečtěte si také|více k tématu|\
         čítajte aj|prečítajte si aj|súvisiace|mohlo by vás zaujímať|les også|læs også|relatert|\
         relaterte|relaterede|relaterede artikler|läs också|läs även|läs mer|relaterat|\
         relaterade artiklar|mer om|mere om|tengdar fréttir|tengt efni|lesa meira|lesið einnig|\
         lue myös|lue lisää|aiheeseen liittyvää|aiheesta lisää|kapcsolódó|kapcsolódó cikkek|\
         ajánlott cikkek|olvassa el|hasonló cikkek|ez is érdekelheti|ilgili haberler|\
         benzer haberler|ilginizi çekebilir|bunlar da ilginizi çekebilir|ayrıca okuyun|\
         oxşar xəbərlər|bənzər xəbərlər|читайте также|читать также|читайте по теме|по теме|\
         материалы по теме|новости по теме|похожие новости|похожие статьи|смотрите также|\
         связанные новости|ещё по теме|другие новости|читайте ещё|вам может быть интересно|\
         это интересно|советуем прочитать|другие материалы|ещё новости|в тему|читайте також|\
         за темою|по темі|схожі новини|дивіться також|новини за темою|матеріали за темою|\
         пов'язані новини|інші новини|чытайце таксама|прочетете още|вижте още|свързани|\
         още по темата|прочитајте још|повезане вести|повезано|pročitajte još|pročitajte i|\
         povezano|povezane vijesti|povezani članci|povezane vesti|preberite tudi|sorodne novice|\
         sorodni članki|тақырып бойынша|тағы оқыңыз|тағы оқи отырыңыз|оқи отырыңыз|\
         ұқсас жаңалықтар|сондай-ақ оқыңыз|тақырыпқа сай|осы тақырыпта|ұқсас материалдар|susiję|\
         susiję straipsniai|skaitykite taip pat|taip pat skaitykite|saistītie raksti|lasi arī|\
         lasiet arī|loe ka|loe lisaks|seotud|seotud artiklid|citește și|citeste si|\
         citește mai mult|articole similare|știri similare|pe aceeași temă|articole recomandate|\
         vezi și|διαβάστε επίσης|διαβάστε ακόμα|σχετικά άρθρα|δείτε επίσης|σχετικές ειδήσεις|\
         lexoni gjithashtu|të ngjashme|të lidhura|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|\
         مواضيع ذات صلة|أخبار ذات صلة|ذات صلة|مقالات ذات صلة|قد يهمك|قد يعجبك|شاهد أيضا|\
         اخبار مرتبط|مطالب مرتبط|خبرهای مرتبط|כתבות נוספות|עוד בנושא|קרא גם|כתבות קשורות|\
         אולי יעניין|funda olunye udaba|funda futhi|baca juga|berita terkait|artikel terkait|\
         lihat juga|berita lainnya|\
         artikel lainnya|berita berkaitan|tin liên quan|xem thêm|đọc thêm|có thể bạn quan tâm|\
         bài viết liên quan|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|संबंधित|আরও পড়ুন|সম্পর্কিত|\
         მსგავსი|დაკავშირებული|կարդացեք նաև|նմանատիպ",
    ),
    (
        EditorsPick,
        "editors' picks|editor's picks|editors picks|editor's pick|editors' choice|\
         editor's choice|editors choice|our picks|our selection|top stories|top story|top news|\
         must read|must reads|featured stories|don't miss|special report|in depth|best of|\
         staff picks|unsere auswahl|unsere empfehlungen|empfehlungen der redaktion|\
         redaktionsempfehlung|redaktionstipp|auswahl der redaktion|top-themen|top themen|\
         topthemen|im fokus|empfohlen|tipps der redaktion|empfehlungen|notre sélection|\
         la sélection|à la une|a la une|choix de la rédaction|la sélection de la rédaction|\
         à ne pas manquer|nos recommandations|coup de cœur|selección del editor|recomendados|\
         recomendado|recomendamos|destacados|destacadas|no te pierdas|lo más destacado|\
         selección de la redacción|te recomendamos|en portada|destacats|scelti per voi|\
         scelti dalla redazione|in evidenza|in primo piano|primo piano|da non perdere|\
         consigliati|la scelta della redazione|destaques|em destaque|escolha do editor|\
         escolhas do editor|imperdível|aanbevolen|uitgelicht|keuze van de redactie|\
         tip van de redactie|redactietips|niet te missen|polecamy|wybór redakcji|redakcja poleca|\
         wyróżnione|warto przeczytać|nie przegap|doporučujeme|výběr redakce|tipy redakce|\
         hlavní zprávy|odporúčame|výber redakcie|neprehliadnite|nepřehlédněte|anbefalt|anbefalte|\
         redaksjonen anbefaler|redaktørens valg|anbefalet|redaktionens udvalgte|utvalda|utvalt|\
         rekommenderas|redaktionen rekommenderar|i fokus|toimituksen valinnat|\
         toimitus suosittelee|suosittelemme|nostot|ajánló|ajánljuk|szerkesztő ajánlja|kiemelt|\
         kiemelt hírek|editörün seçtikleri|editörün seçimi|öne çıkanlar|öne çıkan|seçtiklerimiz|\
         manşet|manşetler|redaktorun seçimi|выбор редакции|редакция рекомендует|рекомендуем|\
         рекомендованное|главное сегодня|главные новости|самое важное|самое интересное|\
         не пропустите|в центре внимания|тема дня|топ-темы|рекомендации|рекомендуем прочитать|\
         выбор редактора|в фокусе|вибір редакції|рекомендуємо|головні новини|не пропустіть|\
         вибір редактора|галоўнае|выбар рэдакцыі|избор на редактора|препоръчваме|избор редакције|\
         препоручујемо|издвајамо|izdvajamo|preporučujemo|izbor urednika|izbor redakcije|\
         ne propustite|izbor uredništva|priporočamo|редакция таңдауы|басты жаңалықтар|ұсынамыз|\
         редактор таңдауы|бас тақырып|өзекті тақырып|redakcijos pasirinkimas|rekomenduojame|\
         svarbiausios|svarbiausios naujienos|redakcija iesaka|iesakām|toimetus soovitab|\
         soovitame|toimetaja valik|recomandate|recomandări|recomandarea redacției|\
         alegerea editorului|alegerea redacției|nu rata|știrile zilei|\
         articole recomandate de redacție|top știri|επιλογές|επιλογές σύνταξης|προτεινόμενα|\
         προτείνουμε|κορυφαία|zgjedhja e redaksisë|اختيارات المحرر|اختيار المحرر|مختارات|\
         اخترنا لك|مختارات المحرر|أهم الأخبار|أبرز الأخبار|برگزیده|گزیده اخبار|پیشنهاد سردبیر|\
         בחירת העורך|בחירת העורכים|מומלצים|מומלץ|הכי חשוב|pilihan editor|pilihan redaksi|\
         rekomendasi|berita utama|sorotan|tiêu điểm|nổi bật|đáng chú ý|tin nổi bật|đề xuất|\
         संपादक की पसंद|मुख्य समाचार|बड़ी खबरें|নির্বাচিত|რედაქტორის რჩეული|მთავარი|\
         խմբագրի ընտրություն|գլխավոր",
    ),
];

/// Words that name a list only if they are all of the heading: `Новости партнёров` is advertising.
const WHOLE: &[(ListKind, &str)] = &[
    (
        Latest,
        "news|новости|новини|жаңалықтар|навіны|вести|vijesti|vesti|novice|noticias|notícias|\
         notizie|actualités|actualité|actus|l'actu|nachrichten|artikel|articles|nieuws|\
         wiadomości|aktualności|zprávy|správy|nyheter|nyheder|nyt|uutiset|hírek|haberler|\
         xəbərler|știri|stiri|νέα|ειδήσεις|الأخبار|أخبار|اخبار|חדשות|berita|tin tức|naujienos|\
         ziņas|uudised|мэдээ|жаңылыктар|yangiliklar|समाचार|お知らせ|ニュース|新闻|新聞|뉴스|ข่าว|лента дня|\
         сегодня|today|heute|aujourd'hui|hoy|oggi|fréttir|recent|ultime|últimas|siste|seneste|\
         senaste|friss|aktuálně|recientes|свежее|последнее|лента|ροή|en direct|عاجل|newest",
    ),
    (Trending, "hot|viral|актуально|горячее|buzzing|trend|gündem"),
    (Related, "similar|сюжет|похожие|podobne|σχετικά|relacionado|terkait|liên quan"),
    (
        EditorsPick,
        "важно|важное|главное|лучшее|басты|маңызды|таңдаулы|pilihan|destaque|highlights|featured|\
         recommended|headlines|helst|polecane|важливо|важливе|головне|акцент|акценти|in focus|\
         spotlight|destacado",
    ),
    (MostRead, "читают|beliebt|популярно|popularno|népszerű|populärt|populært"),
];

/// Words that make a heading one of subjects, not of articles: `Popular topics`, `Beliebte Tags`.
const SUBJECTS: &str = "tags|tag cloud|topics|hashtags|keywords|categories|sections|searches|search|suchbegriffe|suchen|schlagwörter|stichwörter|kategorien|catégories|mots-clés|recherches|\
     categorías|etiquetas|búsquedas|categorias|pesquisas|categorie|ricerche|tagi|kategorie|\
     kategórie|rubriky|теги|тэги|рубрики|категории|темы|запросы|рубрики|категорії|теми|etiketler|\
     kategoriler|etichete|categorii|ετικέτες|κατηγορίες|الوسوم|التصنيفات|aiheet|ämnen|emner|témák|\
     címkék|タグ|キーワード|标签|標籤|태그";

/// Words that make a heading of new ones one of comments: `Neueste Kommentare`.
const REMARKS: &str = "comments|comment|replies|kommentare|leser-kommentare|leserkommentare|commentaires|\
     comentarios|comentários|commenti|reacties|komentarze|komentáře|komentáre|kommentarer|kommentarer|\
     kommentit|hozzászólások|kommentek|yorumlar|комментарии|комментариев|коментарі|коментари|\
     komentari|пікірлер|comentarii|σχόλια|التعليقات|تعليقات|תגובות|komentar|bình luận|コメント|评论|\
     評論|댓글";

/// Phrases of languages without spaces between words, found anywhere in a heading.
const UNSPACED: &[(ListKind, &str)] = &[
    (
        MostRead,
        "アクセスランキング|人気記事|人気ランキング|よく読まれ|人気のニュース|ランキング|阅读排行|点击排行|热点排行|閱讀排行|最多阅读|最多閱讀|点击榜|热门|熱門|人气|\
         人氣|最受欢迎|最受歡迎|排行榜|多い記事|많이 본|가장 많이 읽은|인기 기사|인기기사|인기 뉴스|인기뉴스|랭킹|ยอดนิยม|อ่านมากที่สุด|\
         อ่านมากสุด|အဖတ်အများဆုံး|လူဖတ်အများဆုံး|ពេញនិយម",
    ),
    (MostViewed, "再生ランキング|最多观看|最多觀看|播放排行|观看最多"),
    (
        MostCommented,
        "コメントランキング|コメント数|评论最多|評論最多|热评|热议|回响|댓글 많은|댓글많은|많이 댓글",
    ),
    (MostShared, "シェアランキング|最多分享|分享最多|분享 많은"),
    (
        Trending,
        "トレンド|話題|急上昇|热搜|熱搜|趋势|趨勢|热榜|热点|熱點|트렌드|화제|실시간|กำลังเป็นที่นิยม|มาแรง|เทรนด์",
    ),
    (
        Latest,
        "新着|最新ニュース|最新記事|速報|最新|即时|即時|滚动新闻|滾動新聞|快讯|快訊|要闻|최신|최근|속보|방금|ล่าสุด|နောက်ဆုံးရ|ថ្មីៗ",
    ),
    (
        Related,
        "関連|あわせて読みたい|合わせて読みたい|こちらもおすすめ|相关|相關|延伸阅读|延伸閱讀|推荐阅读|你可能|您可能|관련|함께 본|이어 본|เกี่ยวข้อง|\
         ဆက်စပ်|ពាក់ព័ន្ធ",
    ),
    (
        EditorsPick,
        "編集部|おすすめ|オススメ|注目|特集|主要ニュース|编辑推荐|編輯推薦|編輯精選|推荐|推薦|精选|精選|头条|頭條|편집자|추천|주요뉴스|주요 뉴스|헤드라인|\
         แนะนำ|အထူး",
    ),
];

/// Runs of tokens in class and id names.
const TOKENS: &[(ListKind, &str)] = &[
    (
        MostRead,
        "most read|most popular|popular|populars|popularity|top read|top reads|top posts|\
         meistgelesen|meist gelesen|plus lus|pluslus|mas leido|masleido|mas leidas|\
         mas leida|lo mas leido|mas leidos|piu letti|piuletti|mais lidas|maislidas|meest gelezen|mest lest|\
         mest laest|mest last|mestlest|cok okunan|cok okunanlar|terpopuler|najczesciej czytane|\
         ranking|bestread|best read|top articles|toparticles|top news list|popularnews|\
         popular posts|populaire|populaires|populär|skaitomiausi|luetuimmat|beliebt|beliebte|beliebteste|nejctenejsi|najcitanejsie|najcitanije|\
         legolvasottabb|legnepszerubb|okunanlar|cele mai citite|popularnoe|populyarnoe|chitaemoe|\
         chitaemye|lasitakie|loetumad|plus lues|lomas|readers choice|numbered list|most clicked|\
         popularne|najpopularniejsze|terbaca|doc nhieu|xem nhieu",
    ),
    (
        MostViewed,
        "most viewed|mostviewed|most watched|mostwatched|most seen|mas visto|mas vistos|plus vus|\
         piu visti|mais vistas|meistgesehen|most visited|mostvisited",
    ),
    (
        MostCommented,
        "most commented|mostcommented|most discussed|mostdiscussed|meistkommentiert|\
         plus commentes|mas comentado|mas comentadas|piu commentati|mais comentadas|\
         top commented|hot topics",
    ),
    (
        MostShared,
        "most shared|mostshared|most emailed|mostemailed|plus partages|meistgeteilt|\
         mas compartido|most liked|mostliked",
    ),
    (
        Trending,
        "trending|trend|trends|trendy|hot|hot news|hotnews|buzz|viral|tendencias|tendances|\
         now trending",
    ),
    (
        Latest,
        "latest|most recent|latest news|latestnews|last news|lastnews|recent|recent posts|recentposts|\
         recents|newest|newsfeed|news feed|news line|newsline|news lenta|lenta|news tape|\
         newswire|just in|ticker|newsticker|live feed|livefeed|ultimas|ultimas noticias|ultime|\
         derniers|dernieres|neueste|laatste|senaste|siste|seneste|naujausi|breaking|breakingnews",
    ),
    (
        Related,
        "related|related articles|related news|relatednews|relatedposts|related posts|\
         relacionadas|relacionados|correlati|verwandt|gerelateerd|similar|see also|seealso|\
         read also|readalso|read more|readmore|read next|readnext|more on|also read|alsoread|\
         similar news|you may like|also like|recirc|recirculation",
    ),
    (
        EditorsPick,
        "editors pick|editors picks|editor pick|editor picks|editors choice|editor choice|\
         editorspick|editorspicks|editorschoice|editorpicks|featured|recommended|recommend|\
         recommendation|recommendations|highlights|must read|mustread|top stories|topstories|\
         topstory|top story|picks|spotlight|headlines",
    ),
];

/// The most words that a heading of a list has; longer ones are headlines.
const HEADING_WORDS: usize = 8;

/// Folded phrases, each with what it says.
struct Phrases {
    /// The place of the phrases that a word begins.
    starts: Lookup<usize>,
    phrases: Vec<Vec<(String, ListKind)>>,
}

impl Phrases {
    fn of(phrases: impl Iterator<Item = (ListKind, String)>) -> Self {
        let mut places = FxHashMap::<String, usize>::default();
        let mut by_first: Vec<Vec<_>> = Vec::new();
        for (kind, phrase) in phrases {
            let first = phrase.split_whitespace().next().unwrap_or_default();
            let place = *places.entry(first.to_owned()).or_insert(by_first.len());
            match by_first.get_mut(place) {
                Some(same) => same.push((phrase, kind)),
                None => by_first.push(vec![(phrase, kind)]),
            }
        }
        let starts = places.iter().map(|(first, place)| (first.as_str(), *place));
        Self { starts: Lookup::new(starts, |first, _| first), phrases: by_first }
    }

    /// Whether a phrase begins with a word.
    fn has_start(&self, word: &str) -> bool {
        self.starts.get(word).is_some()
    }

    fn starting_with(&self, word: &str) -> &[(String, ListKind)] {
        let phrases = self.starts.get(word).and_then(|place| self.phrases.get(place));
        phrases.map_or(&[], Vec::as_slice)
    }

    /// The longest phrase in `line`, folded words with one space before, between and after them;
    /// of phrases of one length the first in the table.
    fn longest_in(&self, line: &str) -> Option<ListKind> {
        let mut best: Option<(usize, ListKind)> = None;
        let mut rest = line;
        let word_end = |line: &str| Some(1 + memchr::memchr(b' ', line.as_bytes().get(1..)?)?);
        while let Some((word, behind)) = word_end(rest).and_then(|end| rest.split_at_checked(end)) {
            for (phrase, kind) in self.starting_with(word.trim_start()) {
                if rest.starts_with(phrase.as_str()) && best.is_none_or(|(n, _)| n < phrase.len()) {
                    best = Some((phrase.len(), *kind));
                }
            }
            rest = behind;
        }
        best.map(|(_, kind)| kind)
    }
}

/// Folded [`PHRASES`].
static FOLDED: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(entries(PHRASES).map(|(kind, phrase)| (kind, words(phrase)))));

/// Folded [`WHOLE`].
static FOLDED_WHOLE: LazyLock<FxHashMap<String, ListKind>> = LazyLock::new(|| {
    let mut phrases = FxHashMap::default();
    for (kind, phrase) in entries(WHOLE) {
        phrases.entry(words(phrase)).or_insert(kind);
    }
    phrases
});

/// Folded [`UNSPACED`], the longest first.
static FOLDED_UNSPACED: LazyLock<Vec<(String, ListKind)>> = LazyLock::new(|| {
    let mut phrases: Vec<_> =
        entries(UNSPACED).map(|(kind, phrase)| (plain(phrase), kind)).collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.chars().count()));
    phrases
});

/// A letter of each of [`UNSPACED`]: most headings with typographic quotes have none.
static UNSPACED_LETTERS: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    let letter = |phrase: &str| phrase.chars().find(|c| *c >= FIRST_UNSPACED);
    FOLDED_UNSPACED.iter().filter_map(|(phrase, _)| letter(phrase)).collect()
});

/// Folded [`TOKENS`]. Names run words together as well: `mostread`.
static FOLDED_TOKENS: LazyLock<Phrases> = LazyLock::new(|| {
    let spaced = entries(TOKENS).map(|(kind, phrase)| (kind, words(phrase)));
    let glued = entries(TOKENS).map(|(kind, phrase)| (kind, words(&phrase.replace(' ', ""))));
    Phrases::of(spaced.chain(glued))
});

/// The first words of [`FOLDED_TOKENS`].
static FIRST_TOKENS: LazyLock<FxHashSet<Word>> = LazyLock::new(|| {
    let phrases = FOLDED_TOKENS.phrases.iter().filter_map(|same| same.first());
    phrases.filter_map(|(phrase, _)| phrase.split_whitespace().next()).map(Word::of).collect()
});

/// Whether a name with this word, which is ASCII, may announce a list: [`token_kind`] finds nothing
/// in names without any.
pub(crate) fn may_begin_kind(word: Word) -> bool {
    FIRST_TOKENS.contains(&word)
}

/// The folded words of `text`, with one space between, before and after them.
fn words(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + 2);
    line.push(' ');
    if text.is_ascii() {
        // Whole words at once: in ASCII, letters and digits alone are of one.
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            line.push_str(word);
            line.push(' ');
        }
        line.make_ascii_lowercase();
    } else {
        plain_chars(text).for_each(|c| push_to_words(&mut line, c));
        push_to_words(&mut line, ' ');
    }
    line
}

fn push_to_words(line: &mut String, c: char) {
    if !c.is_whitespace() && !is_break(c) {
        line.push(c);
    } else if !line.ends_with(' ') {
        line.push(' ');
    }
}

/// Whether `c` ends a word. Signs of Indic scripts do not.
fn is_break(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(
            c,
            '«' | '»' | '·' | '•' | '|' | '\u{2010}'..='\u{2027}' | '、' | '。' | '：' | '！'
        )
}

/// Folded [`SUBJECTS`].
static FOLDED_SUBJECTS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| SUBJECTS.split('|').map(plain).collect());

/// Folded [`REMARKS`].
static FOLDED_REMARKS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| REMARKS.split('|').map(plain).collect());

/// What kind of list the heading `text` announces: `Самое читаемое`, `Most read`, `人気記事`.
///
/// The longest phrase of the heading decides, so that `most commented` is not `most popular`.
pub(crate) fn heading_kind(text: &str) -> Option<ListKind> {
    let heading = words(text);
    if heading.bytes().filter(|byte| *byte == b' ').count() > HEADING_WORDS + 1 {
        return None;
    }
    let kind = kind_of_folded(&heading)?;
    let has =
        |words: &FxHashSet<String>| heading.split_whitespace().any(|word| words.contains(word));
    let of_articles = match kind {
        Latest => !has(&FOLDED_SUBJECTS) && !has(&FOLDED_REMARKS),
        MostRead | MostViewed | Trending => !has(&FOLDED_SUBJECTS),
        _ => true,
    };
    of_articles.then_some(kind)
}

/// Whether a heading that says a kind is a word for articles alone, which heads menus too: `News`.
pub(crate) fn is_vague(heading: &str) -> bool {
    FOLDED_WHOLE.get(&words(heading)) == Some(&Latest)
}

/// The kind that a folded heading says.
fn kind_of_folded(heading: &str) -> Option<ListKind> {
    let whole = FOLDED_WHOLE.get(heading).copied();
    whole.or_else(|| FOLDED.longest_in(heading)).or_else(|| unspaced_kind(heading))
}

/// What a heading in a language without spaces between words announces.
fn unspaced_kind(heading: &str) -> Option<ListKind> {
    let letter = |c| c >= FIRST_UNSPACED && UNSPACED_LETTERS.contains(&c);
    if heading.is_ascii() || !heading.contains(letter) {
        return None;
    }
    let found = FOLDED_UNSPACED.iter().find(|(phrase, _)| heading.contains(phrase.as_str()));
    found.map(|(_, kind)| *kind)
}

/// The first letter of a script without spaces between words: Thai, and what follows it.
const FIRST_UNSPACED: char = '\u{E00}';

/// What kind of list a class or id name announces: `most-read`, `mostRead`, `related__list`.
pub(crate) fn token_kind(name: &str) -> Option<ListKind> {
    if !tokens(name).any(|token| !token.is_ascii() || FOLDED_TOKENS.has_start(token)) {
        return None;
    }
    let mut line = String::with_capacity(name.len() + 2);
    line.push(' ');
    for token in tokens(name) {
        line.push_str(&plain(token));
        line.push(' ');
    }
    let kind = FOLDED_TOKENS.longest_in(&line)?;
    let comments = [" comment ", " comments "].iter().any(|token| line.contains(token));
    (kind != Latest || !comments).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Headings seen on pages.
    const HEADINGS: &[(ListKind, &[&str])] = &[
        (
            MostRead,
            &[
                "Самое читаемое",
                "Популярное",
                "Ең көп оқылған",
                "Most read",
                "Meistgelesen",
                "Meist gelesen 7 Tage",
                "Beliebteste Artikel",
                "Top 5 Energie",
                "Las + leídas",
                "Top Posts & Pages",
                "Топ-5 за неделю",
                "Les plus lus",
                "Lo más leído en Sociedad",
                "Più letti",
                "Le più lette",
                "Mais lidas",
                "Meest gelezen",
                "Najczęściej czytane",
                "Nejčtenější",
                "Mest lest",
                "Mest läst",
                "Mest lesið",
                "Mest læste",
                "Luetuimmat",
                "Legolvasottabb",
                "En çok okunan",
                "الأكثر قراءة",
                "アクセスランキング",
                "人気記事",
                "阅读排行",
                "热门",
                "많이 본 뉴스",
                "Terpopuler",
                "Cele mai citite",
                "Δημοφιλή",
                "Skaitomiausi",
                "အဖတ်အများဆုံး",
                "Most popular in the section",
                "MOST POPULAR",
                "Popular On CBS News",
                "Найпопулярніше",
                "Најчитаније",
                "Les plus populaires",
                "Đọc nhiều",
                "Lasītākie",
                "Ən çox oxunan",
            ],
        ),
        (
            MostViewed,
            &["Most Viewed", "Most viewed in USA", "Meistgesehen", "Les plus vus", "Lo más visto"],
        ),
        (
            MostCommented,
            &["MOST DISCUSSED", "PFT Most Commented", "meistkommentiert", "Самое обсуждаемое"],
        ),
        (MostShared, &["Les plus partagés", "Most shared"]),
        (Trending, &["Trending", "More trending stories", "В тренде", "トレンド"]),
        (
            Latest,
            &[
                "Latest news",
                "Latest",
                "Últimas Noticias",
                "Новости",
                "Лента новостей",
                "Соңғы жаңалықтар",
                "Naujausi",
                "Artikel",
                "Son dakika",
                "آخر الأخبار",
                "最新ニュース",
                "Siste nytt",
                "Dernière minute",
            ],
        ),
        (
            Related,
            &["related", "Читайте также", "Mehr zum Thema", "Lire aussi", "関連記事", "Baca juga:"],
        ),
        (
            EditorsPick,
            &[
                "editors picks",
                "Top stories",
                "Unsere Auswahl",
                "À la Une",
                "A la une",
                "Выбор редакции",
            ],
        ),
    ];

    #[test]
    fn headings_in_many_languages() {
        for (kind, headings) in HEADINGS {
            for heading in *headings {
                assert_eq!(heading_kind(heading), Some(*kind), "{heading}");
            }
        }
    }

    #[test]
    fn other_headings_say_nothing() {
        for heading in [
            "",
            "Новости партнёров",
            "Contact",
            "Погода",
            "Shotgun",
            "Курсы валют",
            "Newsletter",
            "Beliebte Tags",
            "Trending Topics",
            "Recent Comments",
            "Neueste Kommentare",
            "Последние комментарии",
            "The most popular president in the history of the country dies aged 90",
        ] {
            assert_eq!(heading_kind(heading), None, "{heading}");
        }
    }

    #[test]
    fn class_names() {
        let cases = [
            ("most-read", Some(MostRead)),
            ("mostRead", Some(MostRead)),
            ("mostread", Some(MostRead)),
            ("block-popular", Some(MostRead)),
            ("most-commented", Some(MostCommented)),
            ("trending__list", Some(Trending)),
            ("latest-news", Some(Latest)),
            ("related-news", Some(Related)),
            ("widget_top-posts", Some(MostRead)),
            ("masleidas-noticia", Some(MostRead)),
            ("recent-comments", None),
            ("editors-pick", Some(EditorsPick)),
            ("photo-shot", None),
            ("unrelated", None),
            ("", None),
        ];
        for (name, kind) in cases {
            assert_eq!(token_kind(name), kind, "{name}");
        }
    }
}
