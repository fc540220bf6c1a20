type Calendar = 'gregorian' | 'solar-hijri';

/** The twelve months in order, between commas, with their alternatives between `|`. */
type Months = Readonly<{ calendar: Calendar; months: readonly string[] }>;

const gregorian: readonly string[] = [
  // English, French, German
  'january|jan,february|feb,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sept|sep,october|oct,november|nov,december|dec',
  'janvier|janv,fevrier|fevr|fev,mars,avril|avr,mai,juin,juillet|juil,aout,septembre,octobre,novembre,decembre',
  'januar|janner|jaenner|jän,februar|feber,marz|maerz,april,mai,juni,juli,august,september,oktober|okt,november,dezember|dez',
  // Spanish, Italian, Portuguese, Catalan, Galician, Basque, Romanian
  'enero|ene,febrero,marzo,abril|abr,mayo,junio,julio,agosto|ago,septiembre|setiembre|set,octubre,noviembre,diciembre|dic',
  'gennaio|gen,febbraio|febb,marzo,aprile,maggio|mag|magg,giugno|giu,luglio|lug,agosto,settembre|sett,ottobre|ott,novembre,dicembre',
  'janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro|out,novembro,dezembro',
  'gener,febrer,març,abril,maig,juny,juliol,agost,setembre,octubre,novembre,desembre',
  'xaneiro,febreiro,marzo,abril,maio,xuño,xullo,agosto,setembro,outubro,novembro,decembro',
  'urtarrila|urtarrilaren|urtarrilak,otsaila|otsailaren|otsailak,martxoa|martxoaren|martxoak,apirila|apirilaren|apirilak,maiatza|maiatzaren|maiatzak,ekaina|ekainaren|ekainak,uztaila|uztailaren|uztailak,abuztua|abuztuaren|abuztuak,iraila|irailaren|irailak,urria|urriaren|urriak,azaroa|azaroaren|azaroak,abendua|abenduaren|abenduak',
  'ianuarie|ian,februarie,martie,aprilie,mai,iunie|iun,iulie|iul,august,septembrie,octombrie,noiembrie|noi,decembrie',
  // Dutch, Swedish, Danish, Norwegian, Icelandic, Faroese
  'januari,februari,maart|mrt,april,mei,juni,juli,augustus,september,oktober,november,december',
  'januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december',
  'januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december',
  'januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember|des',
  'januar|janúar,febrúar,mars,apríl,maí,júní,júlí,ágúst,september,október,nóvember,desember',
  // Finnish, Estonian, Latvian, Lithuanian, Hungarian
  'tammikuuta|tammikuu,helmikuuta|helmikuu,maaliskuuta|maaliskuu,huhtikuuta|huhtikuu,toukokuuta|toukokuu,kesakuuta|kesakuu,heinakuuta|heinakuu,elokuuta|elokuu,syyskuuta|syyskuu,lokakuuta|lokakuu,marraskuuta|marraskuu,joulukuuta|joulukuu',
  'jaanuar,veebruar,marts,aprill,mai,juuni,juuli,august,september,oktoober,november,detsember',
  'janvaris|janvari|janvara,februaris|februari|februara,marts|marta,aprilis|aprili|aprila,maijs|maija,junijs|junija,julijs|julija,augusts|augusta,septembris|septembri|septembra,oktobris|oktobri|oktobra,novembris|novembri|novembra,decembris|decembri|decembra',
  'sausio|sausis,vasario|vasaris,kovo|kovas,balandzio|balandis,geguzes|geguze,birzelio|birzelis,liepos|liepa,rugpjucio|rugpjutis,rugsejo|rugsejis,spalio|spalis,lapkricio|lapkritis,gruodzio|gruodis',
  'januar,februar|febr,marcius|marc,aprilis|apr,majus|maj,junius,julius,augusztus,szeptember|szept,oktober,november,december',
  // Polish, Czech, Slovak, Slovene, Croatian (after a point: see below), Serbian
  'stycznia|styczen|sty,lutego|luty,marca|marzec,kwietnia|kwiecien|kwi,maja|maj,czerwca|czerwiec|cze,lipca|lipiec|lip,sierpnia|sierpien|sie,wrzesnia|wrzesien|wrz,pazdziernika|pazdziernik|paz,listopada|listopad|lis,grudnia|grudzien|gru',
  'ledna|leden,unora|unor,brezna|brezen,dubna|duben,kvetna|kveten,cervna|cerven,cervence|cervenec,srpna|srpen,zari,rijna|rijen,listopadu|listopad,prosince|prosinec',
  'januara|januar,februara|februar,marca|marec,aprila|april,maja|maj,juna|jun,jula|jul,augusta|august,septembra|september,oktobra|oktober,novembra|november,decembra|december',
  'januarja,februarja,marca,aprila,maja,junija|junij,julija|julij,avgusta|avgust,septembra,oktobra,novembra,decembra',
  'siječnja|siječanj,veljače|veljača,ožujka|ožujak,travnja|travanj,svibnja|svibanj,lipnja|lipanj,srpnja|srpanj,kolovoza|kolovoz,rujna|rujan,. listopada,studenoga|studenog|studeni,prosinca|prosinac',
  'januar,februar,mart|marta,april,maj,jun,jul,avgust,septembar,oktobar,novembar,decembar',
  'јануар|јануара|јануари,фебруар|фебруара|февруари,март|марта,април|априла,мај|маја|мај,јун|јуна|јуни,јул|јула|јули,август|августа,септембар|септембра|септември,октобар|октобра|октомври,новембар|новембра|ноември,децембар|децембра|декември',
  // Russian, Ukrainian, Belarusian, Bulgarian, Kazakh
  'января|январь|янв,февраля|февраль|фев,марта|март,апреля|апрель|апр,мая|май,июня|июнь,июля|июль,августа|август|авг,сентября|сентябрь|сен|сент,октября|октябрь|окт,ноября|ноябрь|ноя|нояб,декабря|декабрь|дек',
  'січня|січень|січ,лютого|лютий|лют,березня|березень,квітня|квітень,травня|травень,червня|червень,липня|липень,серпня|серпень,вересня|вересень,жовтня|жовтень,листопада|листопад,грудня|грудень',
  'студзеня|студзень,лютага|люты,сакавіка|сакавік,красавіка|красавік,мая|май,чэрвеня|чэрвень,ліпеня|ліпень,жніўня|жнівень,верасня|верасень,кастрычніка|кастрычнік,лістапада|лістапад,снежня|снежань',
  'януари,февруари,март,април,май,юни,юли,август,септември,октомври,ноември,декември',
  'қаңтар,ақпан,наурыз,сәуір,мамыр,маусым,шілде,тамыз,қыркүйек,қазан,қараша,желтоқсан',
  // Greek, Albanian, Maltese, Irish, Welsh, Georgian, Armenian
  'ιανουαριου|ιανουαριος|ιαν,φεβρουαριου|φεβρουαριος|φεβ,μαρτιου|μαρτιος|μαρ,απριλιου|απριλιος|απρ,μαιου|μαιος|μαι,ιουνιου|ιουνιος|ιουν,ιουλιου|ιουλιος|ιουλ,αυγουστου|αυγουστος|αυγ,σεπτεμβριου|σεπτεμβριος|σεπ|σεπτ,οκτωβριου|οκτωβριος|οκτ,νοεμβριου|νοεμβριος|νοε,δεκεμβριου|δεκεμβριος|δεκ',
  'janar,shkurt,mars,prill,maj,qershor,korrik,gusht,shtator,tetor,nentor,dhjetor',
  'jannar,frar,marzu,april,mejju,gunju,lulju,awwissu,settembru,ottubru,novembru,dicembru',
  'eanair,feabhra,marta,aibrean,bealtaine,meitheamh,iuil,lunasa,mean fomhair,deireadh fomhair,samhain,nollaig',
  'ionawr,chwefror,mawrth,ebrill,mai,mehefin,gorffennaf,awst,medi,hydref,tachwedd,rhagfyr',
  'იანვარი|იანვარს,თებერვალი|თებერვალს,მარტი|მარტს,აპრილი|აპრილს,მაისი|მაისს,ივნისი|ივნისს,ივლისი|ივლისს,აგვისტო|აგვისტოს,სექტემბერი|სექტემბერს,ოქტომბერი|ოქტომბერს,ნოემბერი|ნოემბერს,დეკემბერი|დეკემბერს',
  'հունվարի|հունվար,փետրվարի|փետրվար,մարտի|մարտ,ապրիլի|ապրիլ,մայիսի|մայիս,հունիսի|հունիս,հուլիսի|հուլիս,օգոստոսի|օգոստոս,սեպտեմբերի|սեպտեմբեր,հոկտեմբերի|հոկտեմբեր,նոյեմբերի|նոյեմբեր,դեկտեմբերի|դեկտեմբեր',
  // Turkish, Azerbaijani, Kurmanji
  'ocak|oca,subat|sub,mart,nisan|nis,mayis,haziran|haz,temmuz|tem,agustos|agu,eylul|eyl,ekim|eki,kasim|kas,aralik|ara',
  'yanvar,fevral,mart,aprel,may,iyun,iyul,avqust,sentyabr,oktyabr,noyabr,dekabr',
  'çile|çileyê|çileya|rebendan|rebendanê|rebendana|çileya paşin|kanuna paşin|kanuna duyem,sibat|sibatê|sibata|reşemi|reşemiyê|reşemiya|resemi,adar|adarê|adara,nisan|nisanê|nisana|avrel|avrelê|avrela,gulan|gulanê|gulana,heziran|hezirane|hezirana|puşper|puşperê|puşpera,tirmeh|tirmehê|tirmeha|temuz,tebax|tebaxê|tebaxa|gelawej|gelawejê|gelaweja,ilon|ilonê|ilona|rezber|rezberê|rezbera,cotmeh|cotmehê|cotmeha|kewçer|kewçerê|kewçera|çiriya pêşin|çiriya yekem,mijdar|mijdarê|mijdara|sermawez|sermawezê|sermaweza|çiriya paşin|çiriya duyem,kanun|kanunê|kanuna|berfanbar|berfanbarê|berfanbara|çileya pêşin|kanuna pêşin|kanuna yekem',
  // Arabic: of Egypt and the Gulf, of the Levant and Iraq, of the Maghreb, of Morocco and Mauritania
  'يناير,فبراير,مارس,أبريل|إبريل,مايو,يونيو|يونيه,يوليو|يوليه,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر',
  'كانون الثاني|كانون ثاني|كانون ثان|كانون الثانية,شباط|اشباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول|تشرين أول,تشرين الثاني|تشرين ثاني|تشرين ثان,كانون الأول|كانون أول',
  'جانفي|جانفيي,فيفري,مارس,أفريل|افريل,ماي,جوان,جويلية|جويليه,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر',
  'يناير,فبراير,مارس,ابريل,ماي|مايو,يونيو,يوليوز,غشت|أغشت,شتنبر|شتمبر,أكتوبر|أكتوبير,نونبر|نوفنبر,دجنبر|دجمبر',
  // Sorani, Persian, Urdu, Pashto, Hebrew
  'کانوونی دووەم|کانوونی دوو|کانوونی دووەمی,شوبات,ئازار|مارت,نیسان,ئایار|مایس,حوزەیران|حوزه‌یران,تەمموز,ئاب,ئەیلوول,تشرینی یەکەم|تشرینی یەک|تشرینی یەکەمی,تشرینی دووەم|تشرینی دوو|تشرینی دووەمی,کانوونی یەکەم|کانوونی یەک|کانوونی یەکەمی',
  'ژانویه|ژانویهٔ|جنوری,فوریه,مارس,آوریل|اپریل,مه|می,ژوئن|جون,ژوئیه|جولای,اوت|آگوست|اگست,سپتامبر,اکتبر|اکتوبر,نوامبر,دسامبر',
  'جنوری,فروری,مارچ,اپریل,مئی,جون,جولائی,اگست,ستمبر,اکتوبر,نومبر,دسمبر',
  'جنوري,فبروري,مارچ,اپریل,مۍ|مې,جون,جولای,اګست|اگست,سپټمبر|سپتمبر,اکتوبر,نومبر,ډسمبر|دسمبر',
  'ינואר,פברואר,מרץ|מרס,אפריל,מאי,יוני,יולי,אוגוסט,ספטמבר,אוקטובר,נובמבר,דצמבר',
  // Hindi, Bengali, Indonesian, Malay, Swahili, Somali, Thai
  'जनवरी,फ़रवरी|फरवरी,मार्च,अप्रैल,मई,जून,जुलाई,अगस्त,सितंबर|सितम्बर,अक्टूबर|अक्तूबर,नवंबर|नवम्बर,दिसंबर|दिसम्बर',
  'জানুয়ারি|জানুয়ারী,ফেব্রুয়ারি|ফেব্রুয়ারী,মার্চ,এপ্রিল,মে,জুন,জুলাই,আগস্ট,সেপ্টেম্বর,অক্টোবর,নভেম্বর,ডিসেম্বর',
  'januari,februari,maret,april,mei,juni,juli,agustus|agt,september,oktober,november|nopember,desember',
  'januari,februari,mac,april,mei,jun,julai,ogos|ogo,september,oktober,november,disember|dis',
  'januari,februari,machi,aprili,mei,juni,julai,agosti,septemba,oktoba,novemba,desemba',
  'janaayo,febraayo,maarso,abriil,maajo,juun,luulyo,ogosto,sebtembar,oktoobar,nofembar,diseembar',
  'มกราคม,กุมภาพันธ์,มีนาคม,เมษายน,พฤษภาคม,มิถุนายน,กรกฎาคม,สิงหาคม,กันยายน,ตุลาคม,พฤศจิกายน,ธันวาคม',
];

/** Of Iran, of Afghanistan, of Kurdistan: the same months, by other names. */
const solarHijri: readonly string[] = [
  'فروردین|حمل|خاکەلێوە|وری,اردیبهشت|ثور|گوڵان|غویی,خرداد|جوزا|جۆزەردان|غبرګولی,تیر|سرطان|پووشپەڕ|چنګاښ,مرداد|امرداد|اسد|گەلاوێژ|زمری,شهریور|سنبله|خەرمانان|وږی,مهر|میزان|ڕەزبەر|تله,آبان|عقرب|گەڵاڕێزان|خەزەڵوەر|لړم,آذر|قوس|سەرماوەز|لیندۍ,دی|جدی|بەفرانبار|مرغومی,بهمن|دلو|ڕێبەندان|سلواغه,اسفند|حوت|ڕەشەمە|ڕەشەمێ|کب',
];

/** Month names by calendar. What stands with a point in front of it is meant only after a day with a point. */
export const monthNames: readonly Months[] = [
  ...gregorian.map((names): Months => ({ calendar: 'gregorian', months: names.split(',') })),
  ...solarHijri.map((names): Months => ({ calendar: 'solar-hijri', months: names.split(',') })),
];
