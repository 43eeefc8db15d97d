//! Currency names, signs and old codes.

/// Codes that were replaced, and unofficial ones, with the ISO 4217 code that news pages mean.
/// Currencies that went into the euro are left out: their rates are not the euro's.
pub(crate) const OLD_CODES: &[(&str, &str)] = &[
    ("RUB", "RUR"),
    ("TRY", "TRL|YTL"),
    ("BYN", "BYR|BYB"),
    ("UAH", "UAK"),
    ("RON", "ROL"),
    ("AZN", "AZM"),
    ("TMT", "TMM"),
    ("GHS", "GHC"),
    ("ZMW", "ZMK"),
    ("MZN", "MZM"),
    ("SDG", "SDD"),
    ("BGN", "BGL"),
    ("PLN", "PLZ"),
    ("RSD", "YUM|CSD"),
    ("MXN", "MXP"),
    ("PEN", "PEI"),
    ("ILS", "NIS"),
    ("CNY", "RMB|CNH"),
    ("GBP", "STG"),
    ("TWD", "NTD"),
    ("TJS", "TJR"),
    ("GEL", "GEK"),
];

/// Currencies of which every widget has one.
pub(crate) const MAJOR: &[&str] = &["USD", "EUR", "GBP", "CNY", "RUB", "CHF", "JPY"];

/// Currencies of which a dollar or euro costs more than a thousand.
pub(crate) const SMALL_UNITS: &[&str] = &[
    "VND", "IDR", "UZS", "LAK", "KHR", "IRR", "LBP", "COP", "PYG", "GNF", "UGX", "TZS", "IQD",
    "KRW", "MMK", "MGA", "BIF", "RWF", "MNT", "SYP", "NGN", "ARS", "MWK", "CDF", "SLL",
];

/// Codes that are English words or common abbreviations: read as codes in capitals only.
pub(crate) const WORD_CODES: &[&str] = &[
    "ALL", "AMD", "ANG", "BAM", "BIF", "BOB", "COP", "CUP", "DOP", "GEL", "INR", "LAK", "MAD",
    "MOP", "PAB", "PEN", "RON", "SAR", "SEK", "SOS", "TOP", "TRY", "WST", "MUR", "SHP", "NOK",
    "CAD", "KES", "LSL", "MDL", "STN", "SVC", "THB", "TND", "VED", "VES", "ETB", "SLE",
];

/// Signs, the longer ones tried first. `$` alone is the dollar of the United States, `¥` alone the
/// yen; `kr` alone could be four currencies and is left out.
pub(crate) const SIGNS: &[(&str, &str)] = &[
    ("USD", "US$|U$S|U$D|$|＄|💵"),
    ("EUR", "€|💶"),
    ("GBP", "£|￡|💷"),
    ("RUB", "₽|руб.|руб|р."),
    ("KZT", "₸|тг.|тг"),
    ("JPY", "¥|￥|円|💴"),
    ("CNY", "元|CN¥"),
    ("UAH", "₴|грн.|грн"),
    ("TRY", "₺"),
    ("PLN", "zł|zl"),
    ("CZK", "Kč"),
    ("HUF", "Ft"),
    ("KRW", "₩|￦|원"),
    ("INR", "₹"),
    ("VND", "₫"),
    ("THB", "฿"),
    ("ILS", "₪"),
    ("PHP", "₱"),
    ("NGN", "₦"),
    ("AZN", "₼"),
    ("GEL", "₾"),
    ("AMD", "֏"),
    ("MNT", "₮"),
    ("PYG", "₲"),
    ("CRC", "₡"),
    ("GHS", "₵|GH₵"),
    ("LAK", "₭"),
    ("KHR", "៛"),
    ("BDT", "৳"),
    ("AFN", "؋"),
    ("BRL", "R$"),
    ("AUD", "A$|AU$"),
    ("CAD", "C$|CA$"),
    ("HKD", "HK$"),
    ("TWD", "NT$"),
    ("SGD", "S$"),
    ("NZD", "NZ$"),
    ("MXN", "MX$"),
    ("CHF", "SFr.|Fr.|SFr"),
    ("IDR", "Rp"),
    ("MYR", "RM"),
    ("PEN", "S/"),
    ("MKD", "ден."),
    ("BGN", "лв.|лв"),
    ("UZS", "сўм"),
];

/// Names, found as whole words anywhere in a label, the longest first.
pub(crate) const NAMES: &[(&str, &str)] = &[
    (
        "USD",
        "us dollar|u.s. dollar|usd dollar|american dollar|united states dollar|us-dollar|dollar us|\
         доллар сша|доллар|доллары|доллара|долларов|доллар США|долар сша|долар|долари|долара|доларів|\
         ақш доллары|долларының|американский доллар|dólar estadounidense|dólar|dólares|dólar americano|\
         dólar comercial|dollar américain|dollar|dollars|dollaro|dollari|dollaro usa|amerikaanse dollar|\
         dolar amerykański|dolar|dolary|americký dolar|amerikan doları|abd doları|dolari|amerikai dollár|\
         dollár|dollari|yhdysvaltain dollari|amerikansk dollar|dolar as|dolar amerika|đô la mỹ|đô la|\
         doleris|jav doleris|asv dolārs|dollaras|δολάριο|δολάριο ηπα|دولار|الدولار|دولار أمريكي|\
         الدولار الأمريكي|دلار|דולר|דולר ארהב|डॉलर|अमेरिकी डॉलर|ডলার|דולר אמריקאי|дoллар|ам. доллар|\
         щатски долар|амерички долар|ამერიკული დოლარი|აშშ დოლარი|დოლარი|ամն դոլար|դոլար|доллары сша|\
         доллар америки|dolları|abş dolları|aqsh dollari|ам долар",
    ),
    ("USD", "美金|美元|米ドル|アメリカドル|ドル|미국 달러|달러|미달러|ดอลลาร์สหรัฐ|ดอลลาร์|ဒေါ်လာ"),
    (
        "EUR",
        "euro|euros|eura|eur|евро|еўра|євро|еуро|euron|eurot|euró|avro|ευρώ|يورو|اليورو|یورو|אירו|יורו|\
         यूरो|ইউরো|eiro|euras|evro|евра|ევრო|եվրո|єuro|ơ-rô|yevro|avrupa para birimi",
    ),
    ("EUR", "欧元|歐元|ユーロ|유로|유로화|ยูโร|ယူရို"),
    (
        "RUB",
        "российский рубль|российские рубли|рубль|рубли|рубля|рублей|ресей рублі|рублі|русский рубль|\
         рубль рф|російський рубль|расейскі рубель|russian ruble|russian rouble|ruble|rouble|rubel|\
         russischer rubel|rubel rosyjski|ruský rubl|rublo|rublo ruso|rublo russo|rouble russe|\
         rus rublesi|rubla|rublă rusească|orosz rubel|rupla|roebel|ρούβλι|روبل|الروبل|روبل روسي|רובל|\
         руска рубља|руска рубла|რუბლი|რუსული რუბლი|ռուբլի|rubli|rublis|rubliai|rus rublu|rossiya rubli",
    ),
    ("RUB", "卢布|盧布|俄罗斯卢布|ルーブル|루블|รูเบิล"),
    (
        "GBP",
        "pound sterling|british pound|pound|pounds|uk pound|sterling|фунт стерлингов|фунт|фунты|\
         фунта стерлингов|английский фунт|британский фунт|фунт стерлінгів|британський фунт|фунт стерлинг|\
         ағылшын фунты|libra esterlina|libra|livre sterling|livre|sterlina|sterlina inglese|britisches pfund|\
         pfund|pfund sterling|britse pond|pond|funt|funt szterling|funt brytyjski|britská libra|libra šterlinků|\
         sterlin|ingiliz sterlini|lira sterlină|angol font|font|punta|englannin punta|brittiska pund|pund|\
         λίρα αγγλίας|στερλίνα|جنيه إسترليني|الجنيه الإسترليني|پوند|לירה שטרלינג|पाउंड|poundsterling|\
         bảng anh|svaras|sterliņu mārciņa|британска фунта|британски паунд|паунд|ფუნტი|գբp|funt sterling",
    ),
    ("GBP", "英镑|英鎊|英ポンド|ポンド|파운드|영국 파운드|ปอนด์"),
    (
        "CNY",
        "юань|китайский юань|юани|юаня|китайські юані|юанів|қытай юані|юаны|yuan|chinese yuan|renminbi|\
         yuan renminbi|chinesischer yuan|yuan chinois|yuan chino|yuan cinese|yuán|juan|kiinan juan|\
         jüan|kínai jüan|čínský jüan|çin yuanı|γιουάν|يوان|اليوان|یوان|יואן|युआन|nhân dân tệ|იუანი|\
         кинески јуан|юан|китайски юан|xitoy yuani|յուան",
    ),
    ("CNY", "人民币|人民幣|中国元|人民元|위안|위안화|หยวน|ယွမ်"),
    (
        "JPY",
        "japanese yen|японская иена|иена|иены|йена|японская йена|иен|японська єна|єна|жапон иенасы|\
         japanischer yen|yen|yen japonais|yen japonés|yen giapponese|jen|jen japoński|japonský jen|\
         japon yeni|japán jen|jeni|γιεν|ين|الين|الين الياباني|ین|ין|येन|yên nhật|იენი|japāņu jena|jena",
    ),
    ("JPY", "日元|日圆|日圓|日币|日本円|엔|일본 엔|엔화|เยน"),
    (
        "KZT",
        "тенге|казахстанский тенге|теңге|қазақстан теңгесі|қазақстандық теңге|tenge|kazakhstani tenge|kazakh tenge",
    ),
    (
        "UAH",
        "гривна|гривны|гривен|украинская гривна|гривня|гривні|гривень|hryvnia|ukrainian hryvnia|hrywna|hryvnja|hrivna|griwna|grivnia",
    ),
    (
        "BYN",
        "белорусский рубль|белорусские рубли|білоруський рубль|беларускі рубель|belarusian ruble|belarusian rouble|rubel białoruski",
    ),
    (
        "KGS",
        "кыргызский сом|киргизский сом|киргизские сомы|сом|қырғыз сомы|кыргыз сому|kyrgyz som|kyrgyzstani som",
    ),
    (
        "UZS",
        "узбекский сум|узбекские сумы|сум|сўм|өзбек сумы|uzbek sum|uzbekistani som|so'm|o'zbek so'mi",
    ),
    (
        "CHF",
        "швейцарский франк|франк швейцарский|швейцарські франки|швейцарський франк|швейцария франкі|swiss franc|schweizer franken|franken|franc suisse|franco suizo|franco svizzero|franco suíço|zwitserse frank|frank szwajcarski|szwajcarski frank|švýcarský frank|švajčiarsky frank|isviçre frangı|franc elvețian|svájci frank|sveitsin frangi|schweizerfranc|sveitsisk franc|ελβετικό φράγκο|فرنك سويسري|الفرنك السويسري|швајцарски франак|швейцарски франк|瑞士法郎|スイスフラン|스위스 프랑|스위스프랑",
    ),
    (
        "TRY",
        "турецкая лира|турецкие лиры|турецька ліра|түрік лирасы|turkish lira|türkische lira|lira turca|livre turque|lira turecka|turecká lira|türk lirası|török líra|turkin liira|turkse lira|turkisk lira|τουρκική λίρα|ليرة تركية|الليرة التركية|لیر ترکیه|турска лира|土耳其里拉|トルコリラ|튀르키예 리라",
    ),
    (
        "PLN",
        "злотый|польский злотый|польський злотий|злотий|поляк злотыйы|zloty|polish zloty|złoty|złoty polski|polnischer zloty|zloty polonais|polský zlotý|zlotý|zloti|波兰兹罗提",
    ),
    (
        "CZK",
        "чешская крона|чешские кроны|чеська крона|czech koruna|tschechische krone|couronne tchèque|corona checa|corona ceca|korona czeska|česká koruna|cseh korona|捷克克朗",
    ),
    (
        "SEK",
        "шведская крона|шведские кроны|шведська крона|swedish krona|schwedische krone|couronne suédoise|corona sueca|corona svedese|korona szwedzka|švédská koruna|svenska kronor|svensk krona|ruotsin kruunu|svéd korona|瑞典克朗|スウェーデンクローナ",
    ),
    (
        "NOK",
        "норвежская крона|норвежские кроны|норвезька крона|norwegian krone|norwegische krone|couronne norvégienne|corona noruega|corona norvegese|korona norweska|norská koruna|norske kroner|norsk krone|norjan kruunu|norvég korona|挪威克朗|ノルウェークローネ",
    ),
    (
        "DKK",
        "датская крона|датские кроны|данська крона|danish krone|dänische krone|couronne danoise|corona danesa|corona danese|korona duńska|dánská koruna|danske kroner|dansk krone|tanskan kruunu|dán korona|丹麦克朗|デンマーククローネ",
    ),
    ("ISK", "исландская крона|icelandic krona|isländische krone|íslensk króna|couronne islandaise"),
    (
        "HUF",
        "форинт|венгерский форинт|угорський форинт|forint|hungarian forint|ungarischer forint|magyar forint|forint węgierski|maďarský forint",
    ),
    (
        "RON",
        "румынский лей|румунський лей|romanian leu|rumänischer leu|leu românesc|lej rumuński|ron leu|leul|lei românești",
    ),
    ("MDL", "молдавский лей|молдовський лей|moldovan leu|leu moldovenesc"),
    (
        "BGN",
        "болгарский лев|болгарський лев|bulgarian lev|bulgarischer lew|български лев|lew bułgarski",
    ),
    ("RSD", "сербский динар|serbian dinar|српски динар|srpski dinar|динар"),
    ("MKD", "македонский денар|македонски денар|macedonian denar"),
    ("GEL", "грузинский лари|лари|грузинський ларі|georgian lari|lari|ლარი|gürcü larisi"),
    ("AMD", "армянский драм|драм|вірменський драм|armenian dram|դրամ"),
    (
        "AZN",
        "азербайджанский манат|азербайджанський манат|azerbaijani manat|azərbaycan manatı|манат",
    ),
    ("TMT", "туркменский манат|новый туркменский манат|turkmen manat|turkmenistan manat"),
    ("TJS", "сомони|таджикский сомони|tajik somoni|somoni|сомонӣ"),
    ("MNT", "тугрик|монгольский тугрик|төгрөг|mongolian tugrik|tugrik|tögrög"),
    (
        "INR",
        "индийская рупия|індійська рупія|indian rupee|indische rupie|roupie indienne|rupia india|rupia indiana|indická rupie|भारतीय रुपया|hindistan rupisi|印度卢比|インドルピー|인도 루피",
    ),
    ("PKR", "пакистанская рупия|pakistani rupee|پاکستانی روپیہ"),
    (
        "IDR",
        "индонезийская рупия|indonesian rupiah|rupiah|印尼盾|インドネシアルピア|인도네시아 루피아",
    ),
    (
        "KRW",
        "южнокорейская вона|корейская вона|вон республики корея|вона|південнокорейська вона|korean won|south korean won|südkoreanischer won|won coréen|won surcoreano|韩元|韩币|韓元|韓圜|韓国ウォン|ウォン|한국 원|оңтүстік корея вонасы",
    ),
    (
        "AED",
        "дирхам оаэ|дирхам|дирхамы оаэ|dirham|uae dirham|emirati dirham|dirham des émirats|درهم إماراتي|الدرهم الإماراتي|درهم امارات|вая дирхамы|阿联酋迪拉姆",
    ),
    (
        "SAR",
        "саудовский риял|саудовский риал|saudi riyal|saudi rial|ريال سعودي|الريال السعودي|سعودی ریال|沙特里亚尔",
    ),
    ("KWD", "кувейтский динар|kuwaiti dinar|دينار كويتي|الدينار الكويتي|dinar kuwaití"),
    ("QAR", "катарский риал|qatari riyal|ريال قطري|الريال القطري"),
    ("BHD", "бахрейнский динар|bahraini dinar|دينار بحريني"),
    ("OMR", "оманский риал|omani rial|ريال عماني"),
    ("JOD", "иорданский динар|jordanian dinar|دينار أردني|الدينار الأردني"),
    ("IQD", "иракский динар|iraqi dinar|دينار عراقي"),
    (
        "EGP",
        "египетский фунт|єгипетський фунт|egyptian pound|livre égyptienne|جنيه مصري|الجنيه المصري",
    ),
    ("IRR", "иранский риал|iranian rial|ریال ایران"),
    (
        "ILS",
        "шекель|израильский шекель|новый израильский шекель|шекель новий|новий ізраїльський шекель|israeli shekel|israeli new shekel|shekel|schekel|séquel|שקל|שקל חדש|شيكل|شيقل",
    ),
    (
        "CAD",
        "канадский доллар|канадські долари|канадський долар|канада доллары|canadian dollar|kanadischer dollar|dollar canadien|dólar canadiense|dólar canadense|dollaro canadese|canadese dollar|dolar kanadyjski|kanadský dolar|kanada doları|kanadai dollár|kanadan dollari|kanadensisk dollar|دولار كندي|الدولار الكندي|加元|加拿大元|加幣|カナダドル|캐나다 달러|canadà dollar",
    ),
    (
        "AUD",
        "австралийский доллар|австралійський долар|австралия доллары|australian dollar|australischer dollar|dollar australien|dólar australiano|dollaro australiano|australische dollar|dolar australijski|australský dolar|avustralya doları|ausztrál dollár|دولار أسترالي|الدولار الأسترالي|澳元|澳币|澳洲元|豪ドル|オーストラリアドル|호주 달러",
    ),
    (
        "NZD",
        "новозеландский доллар|новозеландський долар|new zealand dollar|neuseeland dollar|dollar néo-zélandais|dólar neozelandés|yeni zelanda doları|纽元|新西兰元|nzドル|ニュージーランドドル|뉴질랜드 달러",
    ),
    (
        "SGD",
        "сингапурский доллар|сінгапурський долар|сингапур доллары|singapore dollar|singapur dollar|dollar de singapour|dólar de singapur|dolar singapura|新加坡元|新币|シンガポールドル|싱가포르 달러",
    ),
    (
        "HKD",
        "гонконгский доллар|гонконзький долар|гонконг доллары|hong kong dollar|hongkong dollar|dollar de hong kong|dólar de hong kong|港币|港元|港幣|香港ドル|홍콩 달러",
    ),
    (
        "TWD",
        "тайваньский доллар|новый тайваньский доллар|taiwan dollar|new taiwan dollar|新台币|新台幣|台幣|台币|台湾ドル|대만 달러",
    ),
    (
        "BRL",
        "бразильский реал|реал|brazilian real|brasilianischer real|réal brésilien|real brasileño|real brasileiro|real brasiliano|real brazylijski|brezilya reali|巴西雷亚尔|ブラジルレアル|브라질 헤알",
    ),
    (
        "MXN",
        "мексиканское песо|mexican peso|mexikanischer peso|peso mexicain|peso mexicano|墨西哥比索|メキシコペソ",
    ),
    ("ARS", "аргентинское песо|argentine peso|peso argentino|peso argentin|argentinischer peso"),
    ("CLP", "чилийское песо|chilean peso|peso chileno"),
    ("COP", "колумбийское песо|colombian peso|peso colombiano"),
    ("UYU", "уругвайское песо|uruguayan peso|peso uruguayo"),
    ("PEN", "перуанский соль|peruvian sol|sol peruano|nuevo sol"),
    ("PYG", "guaraní|guaraníes|guarani"),
    ("PHP", "филиппинское песо|philippine peso|菲律宾比索|フィリピンペソ"),
    (
        "ZAR",
        "южноафриканский рэнд|рэнд|ранд|південноафриканський ранд|south african rand|südafrikanischer rand|rand sud-africain|rand sudafricano|güney afrika randı|南非兰特|南アフリカランド",
    ),
    (
        "THB",
        "тайский бат|бат|тайський бат|thai baht|baht|thailändischer baht|บาท|泰铢|タイバーツ|태국 바트|바트",
    ),
    (
        "MYR",
        "малайзийский ринггит|ринггит|малайзійський ринггіт|malaysian ringgit|ringgit|马来西亚林吉特|马币|マレーシアリンギット",
    ),
    (
        "VND",
        "вьетнамский донг|донг|в'єтнамський донг|vietnamese dong|việt nam đồng|đồng|越南盾|ベトナムドン|베트남 동",
    ),
    ("MMK", "мьянманский кьят|myanmar kyat|kyat|缅甸元"),
    ("NGN", "нигерийская найра|nigerian naira|naira"),
    ("KES", "кенийский шиллинг|kenyan shilling"),
    ("GHS", "ганский седи|ghanaian cedi|cedi"),
    ("MAD", "марокканский дирхам|moroccan dirham|dirham marocain|درهم مغربي|الدرهم المغربي"),
    ("TND", "тунисский динар|tunisian dinar|dinar tunisien|دينار تونسي"),
    ("DZD", "алжирский динар|algerian dinar|dinar algérien|دينار جزائري"),
    ("LYD", "ливийский динар|libyan dinar|دينار ليبي"),
    ("SYP", "syrian pound|ليرة سورية"),
    ("LBP", "lebanese pound|ليرة لبنانية|الليرة اللبنانية"),
    ("BDT", "bangladeshi taka|taka|টাকা"),
    ("LKR", "sri lankan rupee|шри-ланкийская рупия"),
    ("NPR", "nepalese rupee|नेपाली रुपैयाँ"),
    ("AFN", "афгани|afghani|افغانی"),
    ("XOF", "franc cfa|франк кфа|cfa"),
];

/// Names that are also other words: read only if they are all of the label.
pub(crate) const WHOLE_NAMES: &[(&str, &str)] = &[
    ("BRL", "real"),
    ("RON", "leu|lei|лей"),
    ("MDL", "lei moldovenești"),
    ("BGN", "лев"),
    ("TRY", "lira|лира"),
    ("ZAR", "rand"),
    ("KRW", "won"),
    ("PEN", "sol|soles"),
    ("INR", "rupee|рупия|रुपया"),
];

/// Words of what is traded beside currencies. A label with one of them is not a currency's.
pub(crate) const NOT_CURRENCIES: &str = "btc|eth|xrp|ltc|usdt|usdc|bnb|doge|ton|sol usd|bitcoin|биткоин|биткойн|біткоїн|біткоін|bitcóin|ethereum|\
     эфириум|crypto|криптовалюта|tether|litecoin|gold|золото|алтын|or|oro|ouro|goud|złoto|zlato|altın|\
     gram altın|çeyrek altın|arany|ذهب|الذهب|طلا|gold oz|silver|серебро|срібло|күміс|argent|plata|prata|\
     silber|srebro|stříbro|gümüş|فضة|xau|xag|xpt|xpd|xdr|xts|sdr|сдр|платина|palladium|палладий|platinum|oil|нефть|нафта|мұнай|\
     pétrole|petróleo|petrolio|öl|ropa|petrol|brent|wti|urals|نفط|النفط|gas|газ|gaz|copper|медь|\
     index|индекс|індекс|indice|índice|endeks|s&p|nasdaq|dow|dow jones|dax|ftse|nikkei|bist|bist 100|\
     bovespa|ibovespa|ibex|merval|rts|ртс|moex|ммвб|kase|cac|cac 40|uf|utm|ipc|euribor|libor|selic|cdi|\
     ставка|inflation|инфляция|euro 2024|euro 2020|евро 2024|евро 2020|euro 2016|евро 2016|ounce|унция|金|黄金|原油|比特币|ビットコイン|비트코인";
