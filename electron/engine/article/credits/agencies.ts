import { NameTable } from '../text/name-table.ts';

/** News agencies and the outlets that sign datelines, as they write themselves. */
const names =
  'Reuters|Thomson Reuters|AP|Associated Press|AFP|Agence France-Presse|UPI|United Press International|dpa|' +
  'Deutsche Presse-Agentur|EFE|Agencia EFE|Press Trust of India|Asian News International|Dow Jones Newswires|' +
  'ANSA|TASS|RIA Novosti|Interfax|Xinhua|Kyodo|Jiji|Yonhap|PTI|ANI|IANS|UNI|Bloomberg|Bernama|Antara|' +
  'Anadolu|Anadolu Agency|AA|IRNA|ISNA|Fars|Tasnim|Mehr|SANA|NINA|INA|KUNA|QNA|SPA|WAM|BNA|ONA|Petra|' +
  'MENA|NNA|WAFA|TAP|APS|MAP|Rudaw|Kurdistan 24|Kurdistan24|Shafaq News|Shafaaq News|BasNews|NRT|' +
  'Alsumaria|Al Arabiya|Al Jazeera|ANF|ANHA|Hawar|North Press|Canadian Press|CP|AAP|' +
  'PA|Press Association|CNN|BBC|VOA|RFE/RL|IPS|AllAfrica|PRNewswire|PR Newswire|Business Wire|' +
  'GlobeNewswire|Newsfile|Marketwired|ACCESSWIRE|SID|KNA|epd|APA|ATS|Belga|Lusa|NTB|TT|Ritzau|PAP|CTK|' +
  'MTI|Ukrinform|Europa Press|Notimex|Xinhua News Agency|DHA|IHA|Mezopotamya|MA|IRIN|' +
  'Tribune News Service|TNS|KRG|PNA|CNA|Vatican News|رويترز|أ ف ب|أ.ف.ب|ا ف ب|ا.ف.ب|فرانس برس|أ ب|أ.ب|' +
  'أسوشيتد برس|أسوشييتد برس|د ب أ|د.ب.أ|واس|واع|وام|كونا|قنا|بنا|بترا|سانا|وفا|وات|واج|الأناضول|الاناضول|' +
  'شينخوا|سبوتنيك|تاس|إرنا|فارس|تسنيم|نينا|روداو|رووداو|شفق نيوز|السومرية نيوز|السومرية|باسنيوز|باس نيوز|' +
  'كوردستان 24|كردستان 24|العربية.نت|العربية|الجزيرة|الجزيرة نت|الجزيرة.نت|وكالات|الوكالات|بي بي سي|' +
  'الشرق الأوسط|الاقتصادية|الرياض|عكاظ|الحياة|المدى|الصباح|المدينة|اليوم|عين اليوم|سبق|موازين نيوز|' +
  'بغداد اليوم|المسلة|ناس|الغد برس|المربد|ا ش ا|أ ش أ|ڕووداو|رووداو|کوردستان 24|کوردستان24|ئێن ئار تی|' +
  'ئێن ئاڕ تی|باسنیوز|خەندان|ئاوێنە|لڤین|شەفەق نیوز|شار پرێس|سپی میدیا|پوک میدیا|کوردپرێس|ڕۆیتەرز|' +
  'رۆیتەرز|فرانس پرێس|ئاژانسەکان|واع|ئاناتۆڵیا|ڕۆژنیوز|رۆژنیوز|ئێی ئێف پی|ئەسۆشیەیتد پرێس|وێستگە|زاگرۆس|' +
  'ایرنا|ایسنا|فارس|تسنیم|مهر|ایلنا|رویترز|خبرگزاری فارس|خبرگزاری مهر';

const agencies = new NameTable(names.split('|'), '.«»"\'“”/_-');

const maxNameLength = 40;

/** What the names of agencies begin or end with that are not in the list. */
const agencyShaped =
  /^(?:وكالة|ئاژانسی|خبرگزاری|صحيفة|شبكة)\s|^(?!(?:of|for|from|at|with|in|by)\s).*\s(?:News|News Agency|News Service|Agency|Press|Newswire|نيوز|للأنباء|نیوز|پرێس)$/u;

const article = /^the\s+/iu;

/** The name of an agency as others write it: "The Associated Press" is the Associated Press. */
export function withoutArticle(agency: string): string {
  return agency.replace(article, '');
}

/** Whether a text is in the list of those names. */
export function isKnownAgency(text: string): boolean {
  return text.length <= maxNameLength && agencies.has(withoutArticle(text));
}

/** Whether a text is the name of a news agency or of an outlet that signs datelines. */
export function isAgency(text: string): boolean {
  return text.length <= maxNameLength && (isKnownAgency(text) || agencyShaped.test(text));
}
