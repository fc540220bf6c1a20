/** Invented news in many languages, by BCP 47 code, with the legacy encodings that texts of the language are found in. */
export type LanguageSample = Readonly<{ language: string; encodings: readonly string[]; text: string }>;

const western = 'windows-1252 iso-8859-1 iso-8859-15 macroman cp850 cp437';
const central = 'windows-1250 iso-8859-2 cp852 maccenteuro';
const cyrillic = 'windows-1251 koi8-r iso-8859-5 cp866 maccyrillic cp855';
const samples: readonly (readonly [language: string, encodings: string, text: string])[] = [
  [
    'fr',
    western,
    'La grève des éboueurs s’étend à Belleroche\n\nBELLEROCHE, 3 février - Les éboueurs de la commune ont cessé le travail dès l’aube, et le maire a été reçu à la préfecture. « Nous espérions mieux », a déclaré Hélène Garçon, déléguée du syndicat, après une nuit passée à discuter.',
  ],
  [
    'de',
    western,
    'Brücke über die Ülse bleibt gesperrt\n\nGRÜNAU, 12. März - Die Stadt hat für die Fußgänger einen Übergang eröffnet, doch der Verkehr fließt weiter über Schöndorf. Bürgermeisterin Jäger erklärte, die Prüfung könne noch zwölf Tage dauern. Ärger gab es auch über die Gebühren für Anwohner.',
  ],
  [
    'es',
    western,
    'El pueblo de Alcañiza celebra su último día de mercado\n\nALCAÑIZA, 9 de junio - Según el alcalde, la decisión se tomó después de un año de quejas. «¿Quién comprará aquí mañana?», preguntó una señora. También los jóvenes de la región pidieron más autobuses y un balón nuevo.',
  ],
  [
    'pt',
    'windows-1252 iso-8859-1 macroman cp850 cp860',
    'Câmara de Vila Serrã aprova orçamento\n\nVILA SERRÃ, 14 de março - A decisão não foi unânime: três vereadores pediram a revisão das contas, porque as obras da estação ainda não começaram. «É preciso ouvir a população», disse João Conceição, que há anos dirige a associação.',
  ],
  [
    'it',
    western,
    'Perché il teatro di Montefalò resterà chiuso\n\nMONTEFALÒ, 2 maggio - La città aspetta da più di un anno, e il sindaco ha già detto che i lavori finiranno lunedì. Però gli attori non ci credono: «È la terza volta che ce lo dicono, e così non si può andare avanti».',
  ],
  [
    'sv',
    'windows-1252 iso-8859-1 macroman cp850 cp437 cp865',
    'Färjan till Älgön ställs in\n\nÄLGÖN, 5 april - Både fiskare och sommargäster måste vänta på våren, säger hamnkapten Åsa Sjögren. Isen ligger kvar längs hela kusten, och något nytt försök görs inte före påsk. Priserna på öl har också höjts.',
  ],
  [
    'da',
    'windows-1252 iso-8859-1 macroman cp850 cp865',
    'Broen ved Sønderøre får nyt tag\n\nSØNDERØRE, 8. maj - Byrådet vedtog på mødet i går at bruge pengene på broen, selv om flere borgere hellere så en ny skole. »Vi må gøre noget, før det bliver værre,« sagde Søren Ærø, der også er formand for havnen.',
  ],
  [
    'no',
    'windows-1252 iso-8859-1 macroman cp850 cp865',
    'Fiskerne på Hålsøya krever ny kai\n\nHÅLSØYA, 17. mai - Etter år med løfter har kommunen ennå ikke lagt fram en plan. Båtene må nå gå til Bjørnvær for å losse, og det tar både tid og penger, sier Kåre Ødegård til avisen.',
  ],
  [
    'fi',
    'windows-1252 iso-8859-1 macroman cp850 cp437',
    'Jään lähtö myöhästyy Särkijärvellä\n\nSÄRKIJÄRVI, 4. huhtikuuta - Kalastajat odottavat yhä, että väylä avataan. Kunnanjohtaja Päivi Mäkelä sanoi, ettei päätöstä tehdä ennen pääsiäistä, koska jäänmurtaja on vielä pohjoisessa työssä.',
  ],
  [
    'is',
    'windows-1252 iso-8859-1 cp861',
    'Höfnin í Þórsvík opnuð á ný\n\nÞÓRSVÍK, 6. júní - Sjómenn fögnuðu þegar fyrsta skipið lagði að bryggju í gær. Bæjarstjórinn sagði að viðgerðin hefði kostað meira en áætlað var, en íbúarnir væru ánægðir með að fá aftur fisk á borðið.',
  ],
  [
    'nl',
    western,
    'Gemeente Zeeëinde zoekt geïnteresseerde vrijwilligers\n\nZEEEINDE, 7 mei - De ruïne van de oude molen wordt hersteld, en daarvoor zijn coördinatoren nodig. Volgens wethouder Daniëlle Prinsen is er één probleem: de financiële steun uit België komt pas volgend jaar.',
  ],
  [
    'ca',
    'windows-1252 iso-8859-1 macroman cp850',
    'L’estació de Vallçana tornarà a obrir\n\nVALLÇANA, 11 de març - Els veïns, que des de fa anys reclamen més trens, han rebut la notícia amb il·lusió. La regidora Núria Güell diu que les obres començaran després de l’estiu, però això encara s’ha d’aprovar.',
  ],
  [
    'pl',
    central,
    'Mieszkańcy Żółtowic żądają nowej drogi\n\nŻÓŁTOWICE, 15 września - Rada gminy zgodziła się wczoraj, że most nad Łużą będzie zamknięty aż do świąt. „Przecież dzieci muszą jakoś dojść do szkoły” - powiedziała Grażyna Wójcik, która mieszka tuż obok. Także kupcy są źli.',
  ],
  [
    'cs',
    central,
    'V Řečkovicích chybějí učitelé\n\nŘEČKOVICE, 1. září - Ředitelka školy řekla, že děti budou mít dvě hodiny týdně méně než dříve. Rodiče se už sešli na náměstí a žádají, aby město zvýšilo příspěvek. Příští schůze má být ve čtvrtek večer.',
  ],
  [
    'sk',
    central,
    'Vlaky do Horného Žiaru nejazdia\n\nHORNÝ ŽIAR, 20. októbra - Železnice tvrdia, že trať poškodil dážď a oprava potrvá ešte týždeň. Starosta Ľuboš Šťastný povedal, že ľudia chodia do práce pešo alebo čakajú na autobus, ktorý je vždy plný.',
  ],
  [
    'hu',
    central,
    'Új hidat kér Felsőtölgyes\n\nFELSŐTÖLGYES, március 3. - A község lakói aláírásokat gyűjtenek, mert a régi hídon már csak gyalog lehet átkelni. A polgármester szerint a költségvetésből erre nem jut, de őszig döntést ígért. Sűrű köd ült egész nap a völgyben.',
  ],
  [
    'sl',
    central,
    'Občina Žabnice išče rešitev za šolo\n\nŽABNICE, 4. decembra - Starši so včeraj zaprli cesto, ker učilnice še vedno niso ogrevane. Župan pravi, da bo peč popravljena že čez teden dni, vendar mu ljudje več ne verjamejo.',
  ],
  [
    'hr',
    central,
    'Ribari iz Vučjeg Otočića traže pomoć\n\nVUČJI OTOČIĆ, 10. lipnja - Oluja je uništila šest brodova, a šteta još nije procijenjena. Načelnik Željko Đurić rekao je da će općina tražiti novac već sljedeći tjedan, no ribari kažu da će to biti prekasno.',
  ],
  [
    'ro',
    'windows-1250 iso-8859-2 cp852',
    'Primăria din Valea Brazilor închide piaţa veche\n\nVALEA BRAZILOR, 5 martie - Ţăranii care îşi vând acolo marfa spun că nu au fost întrebaţi. „Ne-am trezit dimineaţă şi poarta era încuiată”, a povestit o femeie din Pădureni. Consiliul se întâlneşte din nou săptămâna viitoare.',
  ],
  [
    'tr',
    'windows-1254 iso-8859-9 cp857 macturkish',
    'Balıkçılar Akçağıl iskelesinde bekliyor\n\nAKÇAĞIL, 8 Şubat - Fırtına yüzünden üç gündür denize açılamayan balıkçılar, zararlarının karşılanmasını istiyor. Belediye başkanı Gülşen Öztürk, “Çözüm için İzmir’deki müdürlükle görüşüyoruz” dedi. Köylüler ise yardımın geç kalacağını düşünüyor.',
  ],
  [
    'kmr',
    'windows-1254 iso-8859-9',
    'Xwendekarên Çiyayê Şîn li benda pirtûkan in\n\nÇIYAYÊ ŞÎN, 3ê Adarê - Mamoste dibêjin ku dibistan vebûye lê pirtûk hê negihîştine. Rêveberê bajêr got ku kamyon li ser rê ye û dê heta sibê bigihîje. Dê û bavên zarokan jî ji rewşê aciz in.',
  ],
  [
    'lt',
    'windows-1257 iso-8859-13 cp775',
    'Šilėnų gyventojai prašo naujo tilto\n\nŠILĖNAI, rugsėjo 2 d. - Senasis tiltas per Žvirgždę uždarytas jau trečią mėnesį, todėl vaikai į mokyklą važiuoja aplink. Merė sakė, kad pinigų bus skirta kitąmet, tačiau žmonės tuo netiki ir rengia mitingą aikštėje.',
  ],
  [
    'lv',
    'windows-1257 iso-8859-13 cp775 iso-8859-4',
    'Bērzciema iedzīvotāji gaida jaunu ceļu\n\nBĒRZCIEMS, 7. jūnijā - Pašvaldība solīja, ka darbi sāksies pavasarī, bet līdz šim nekas nav noticis. Kā teica skolas direktore Ilze Kļaviņa, bērniem katru rītu jāiet pa dubļiem, un šķiet, ka neviens par to neuztraucas.',
  ],
  [
    'et',
    'windows-1257 iso-8859-15 iso-8859-4 cp775',
    'Põhjaküla kool jääb tööle\n\nPÕHJAKÜLA, 12. mai - Vallavolikogu otsustas üksmeelselt, et õpilased võivad sügisel oma koju lähedale kooli jääda. Õpetajad olid kõhelnud, kas nii väikeses külas jätkub lapsi, ütles direktor Ülle Käär.',
  ],
  [
    'sq',
    'windows-1252 iso-8859-1',
    'Banorët e Gurëzës kërkojnë ujë\n\nGURËZË, 9 qershor - Prej një muaji rrjeti nuk punon, dhe gratë e fshatit çohen herët për të mbushur enët në lumë. Kryetari i bashkisë tha se pompa është prishur dhe se pjesa e re do të vijë së shpejti.',
  ],
  [
    'mt',
    'iso-8859-3',
    'Is-sajjieda ta’ Għajn Ħadra jitolbu moll ġdid\n\nGĦAJN ĦADRA, 4 ta’ Ġunju - Wara tliet maltempati f’xahar, il-kunsill iddeċieda li x-xogħlijiet jibdew qabel iż-żmien. Ħafna nies qalu li l-flus mhumiex biżżejjed.',
  ],
  [
    'eo',
    'iso-8859-3',
    'Vilaĝo sen ŝtacio petas trajnon\n\nĜARDENO, la 3an de aŭgusto - La loĝantoj diras ke ili jam ĉiujare skribis al la ministro, sed neniu respondis. Ĉu ĵurnalistoj povas helpi, demandis la maljuna instruisto antaŭ la ĝoja homamaso.',
  ],
  [
    'vi',
    'windows-1258 viscii tcvn',
    'Ngư dân làng Cát Vàng chờ cầu cảng mới\n\nCÁT VÀNG, 5-6 - Sau cơn bão tháng trước, nhiều chiếc thuyền vẫn chưa được sửa chữa. Ông chủ tịch xã nói rằng tiền hỗ trợ sẽ đến trong tuần này, nhưng người dân không tin và đã gửi đơn lên huyện.',
  ],
  [
    'ru',
    cyrillic,
    'Жители Верхних Лугов ждут новый мост\n\nВЕРХНИЕ ЛУГА, 4 июня - Старый мост закрыли ещё весной, и теперь в школу приходится ехать в объезд. Глава района сообщил журналистам, что подрядчик уже найден, однако начало работ снова отложено до осени.',
  ],
  [
    'uk',
    'windows-1251 koi8-u maccyrillic iso-8859-5',
    'Мешканці Нижнього Яру просять відкрити лікарню\n\nНИЖНІЙ ЯР, 2 липня - Лікарі поїхали ще взимку, і тепер до найближчої аптеки треба їхати двадцять кілометрів. Голова громади каже, що їхнє звернення вже розглядають у міністерстві, але відповіді досі немає.',
  ],
  [
    'bg',
    'windows-1251 iso-8859-5 cp866 maccyrillic',
    'Жителите на Горно Поле искат нов път\n\nГОРНО ПОЛЕ, 8 май - След пороя миналата седмица автобусът вече не стига до селото, а хлябът се носи пеша. Кметът обеща, че ремонтът ще започне веднага щом пристигнат парите от областта.',
  ],
  [
    'sr',
    'windows-1251 iso-8859-5 maccyrillic',
    'Сељани из Доњег Врела траже љекара\n\nДОЊЕ ВРЕЛО, 6. маја - Амбуланта је затворена од јесени, па болесни путују чак до града. Председник општине каже да ће нови лекар доћи већ следеће недеље, али људи у то више не верују.',
  ],
  [
    'mk',
    'windows-1251 iso-8859-5 maccyrillic',
    'Жителите на Долно Езеро бараат вода\n\nДОЛНО ЕЗЕРО, 9 јули - Веќе две недели чешмите се суви, а општината испраќа цистерни само наутро. Градоначалникот рече дека пумпата ќе биде поправена до крајот на месецот, но луѓето не му веруваат.',
  ],
  [
    'be',
    'windows-1251 iso-8859-5',
    'Жыхары Новага Бору чакаюць аўтобус\n\nНОВЫ БОР, 3 траўня - Ужо месяц людзі ходзяць у горад пешшу, бо дарогу размыла вада. Старшыня сельсавета паведаміў, што рамонт пачнецца пасля святаў, але грошай на яго пакуль няма.',
  ],
  [
    'el',
    'windows-1253 iso-8859-7 cp737 macgreek cp869',
    'Οι ψαράδες της Άνω Ακτής ζητούν νέο λιμάνι\n\nΑΝΩ ΑΚΤΗ, 4 Ιουνίου - Μετά την κακοκαιρία της περασμένης εβδομάδας δέκα βάρκες έμειναν στη στεριά. Ο δήμαρχος υποσχέθηκε ότι τα έργα θα αρχίσουν αμέσως, όμως οι κάτοικοι λένε πως το έχουν ακούσει πολλές φορές.',
  ],
  [
    'ar',
    'windows-1256 iso-8859-6 cp720 macarabic',
    'أهالي عين الزيتون ينتظرون الجسر الجديد\n\nعين الزيتون، 4 يونيو - قال رئيس البلدية إن العمل سيبدأ في الأسبوع المقبل بعد وصول المعدات من العاصمة. لكن السكان الذين عبروا النهر على الأقدام طوال الشتاء يؤكدون أنهم سمعوا هذا الكلام من قبل.',
  ],
  [
    'fa',
    'windows-1256',
    'ماهيگيران بندر چشمه در انتظار اسکله تازه\n\nبندر چشمه، ۴ خرداد - پس از توفان هفته گذشته ده قايق در ساحل مانده است. شهردار گفت که پول بازسازي به زودي پرداخت مي شود، اما مردم مي گويند که اين وعده را بارها شنيده اند.'.replace(
      /[۰-۹]/g,
      '4',
    ),
  ],
  [
    'he',
    'windows-1255 iso-8859-8 cp862',
    'תושבי עין הברוש מחכים לגשר חדש\n\nעין הברוש, 4 ביוני - ראש המועצה אמר אתמול כי העבודות יתחילו בשבוע הבא, לאחר שהציוד יגיע מהנמל. אבל התושבים, שחצו את הנחל ברגל כל החורף, אומרים שכבר שמעו את ההבטחה הזאת.',
  ],
  [
    'th',
    'windows-874',
    'ชาวบ้านหนองแก้วรอสะพานใหม่\n\nหนองแก้ว 4 มิถุนายน - นายอำเภอกล่าวว่างานก่อสร้างจะเริ่มในสัปดาห์หน้าหลังจากเครื่องมือมาถึง แต่ชาวบ้านที่ต้องเดินข้ามแม่น้ำตลอดฤดูฝนบอกว่าเคยได้ยินคำพูดนี้มาหลายครั้งแล้ว',
  ],
  [
    'ja',
    'shift_jis euc-jp',
    '白浜村の漁師、新しい桟橋を求める\n\n白浜村で4日、漁師らが役場前に集まり、先週の嵐で壊れた桟橋を早く直すよう訴えた。村長は「予算は来月の議会で決まる」と述べたが、住民は同じ約束を何度も聞いてきたと話している。',
  ],
  [
    'ko',
    'euc-kr',
    '푸른골 주민들 새 다리를 기다린다\n\n푸른골 4일 - 면장은 다음 주에 공사를 시작하겠다고 밝혔지만 주민들은 같은 약속을 여러 번 들었다고 말했다. 지난겨울 내내 강을 걸어서 건너야 했던 학생들은 버스라도 보내 달라고 요구하고 있다.',
  ],
  [
    'zh-Hans',
    'gb18030',
    '青石村居民等待新桥\n\n青石村6月4日电 镇长昨天表示,工程将在下周开始,设备已经从省城运出。但是整个冬天都要走路过河的村民说,这样的话他们已经听过很多次,现在只希望孩子们能够安全上学。',
  ],
  [
    'zh-Hant',
    'big5',
    '青石村居民等待新橋\n\n青石村6月4日電 鎮長昨天表示,工程將在下週開始,設備已經從省城運出。但是整個冬天都要走路過河的村民說,這樣的話他們已經聽過很多次,現在只希望孩子們能夠安全上學。',
  ],
];

export const languageSamples: readonly LanguageSample[] = samples.map(([language, encodings, text]) => ({
  language,
  encodings: encodings.split(' '),
  text,
}));
