import type { ColumnRole } from '../../../../contract/table-columns.ts';

/** What exporters and people call columns, likeliest first in each role; without case, accents and marks between words. */
const names: Readonly<Record<ColumnRole, string>> = {
  headline:
    'headline|heading|headline text|headline main|web title|article title|news title|story title|title|hd|hl|head|titel|titre|titulo|titular|titolo|headlines|' +
    'uberschrift|schlagzeile|kop|tytul|baslik|otsikko|rubrik|cim|naslov|nadpis|judul|заголовок|название|тытул|заглавие|titlu|' +
    'العنوان|عنوان|عنوان الخبر|عنوان المقال|سەردێڕ|ناونیشان|تیتر|sernav|כותרת|标题|標題|タイトル|見出し|제목|subject|name',
  standfirst:
    'standfirst|subtitle|sub title|subheadline|subheading|deck|dek|teaser|summary|short description|description|abstract|excerpt|snippet|trail text|opening text|hit sentence|kicker|' +
    'untertitel|vorspann|zusammenfassung|beschreibung|chapeau|chapo|sous titre|resume|resumen|bajada|entradilla|subtitulo|' +
    'descricao|resumo|sommario|occhiello|samenvatting|ozet|аннотация|описание|подзаголовок|abstract note|' +
    'الملخص|ملخص|العنوان الفرعي|الوصف|وصف|پوختە|چکیده|خلاصه|摘要|要約|요약',
  byline:
    'byline|byline original|by line|author|authors|author s|author name|authors name|article author|writer|journalist|reporter|reporters|creator|dc creator|by|' +
    'autor|autoren|autorin|auteur|auteurs|autores|autora|autore|autori|verfasser|yazar|kirjoittaja|forfatter|forfattare|penulis|' +
    'автор|авторы|автори|الكاتب|كاتب|المؤلف|بقلم|المحرر|نووسەر|نویسنده|nivîskar|influencer|מחבר|作者|記者|記者名|著者|기자|저자',
  published:
    'published|published at|published date|published on|date published|publish date|date publish|publishing date|publication date|pub date|pubdate|' +
    'publication datetime|published time|published datetime|datepublished|web publication date|article date|news date|date of publication|issue date|' +
    'first published|display date|date time pub|date|pd|dateline date|date time|datetime|day|' +
    'datum|erscheinungsdatum|veroffentlicht|veroffentlichungsdatum|veroffentlicht am|erschienen|erschienen am|publikationsdatum|' +
    'date de publication|publie le|fecha|fecha de publicacion|fecha publicacion|data|data de publicacao|data publicacao|' +
    'data di pubblicazione|data pubblicazione|publicatiedatum|tarih|yayin tarihi|data publikacji|dato|paivamaara|tanggal|' +
    'дата|дата публикации|дата публікації|التاريخ|تاريخ|تاريخ النشر|بەروار|ڕێکەوت|تاریخ|تاریخ انتشار|dirok|תאריך|日期|发布时间|發布時間|日付|掲載日|날짜|' +
    'posted|posted at|posted on|time published|seendate|timestamp|time|created utc|created at|publication year|year',
  outlet:
    'outlet|outlet name|newspaper|newspaper name|news outlet|publication|publication title|pubtitle|pub title|publication name|publication info|publisher|publisher name|media name|media outlet|medium|' +
    'media|source name|source title|sourcename|source|sn|so|site name|website|site|provider|paper|journal|news source|feed title|feed|domain name|source domain|domain|thread site|thread site full|' +
    'quelle|zeitung|medienname|publikation|source du document|nom de la source|journal name|fuente|periodico|diario|medio|' +
    'fonte|jornal|veiculo|giornale|testata|bron|krant|kaynak|gazete|zrodlo|kilde|avis|tidning|kalla|lahde|' +
    'источник|издание|газета|сми|джерело|المصدر|مصدر|الصحيفة|صحيفة|الجريدة|جريدة|الناشر|سەرچاوە|ڕۆژنامە|منبع|روزنامه|cavkanî|מקור|来源|來源|媒体|新聞|出典|매체|언론사',
  section:
    'section|section name|news desk|desk|category|categories|rubric|topic|se|channel|pillar name|ressort|kategorie|rubrik|rubrique|seccion|categoria|secao|editoria|sezione|rubriek|' +
    'kategori|bolum|dzial|раздел|рубрика|категория|القسم|قسم|الباب|باب|التصنيف|بەش|بخش|دسته|栏目|欄目|分類|分类|섹션|분야',
  place:
    'place|dateline|location|city|origin|located|ort|lieu|lugar|luogo|plaats|yer|miejsce|место|город|المكان|مكان|المدينة|شوێن|مکان|地点|地點|場所|장소',
  url: 'url|link|web url|article url|article link|news url|source url|document url|permalink|canonical url|original url|resolved url|given url|page url|uri|href|lien|enlace|adresse|webadresse|address|weblink|ссылка|адрес|رابط|الرابط|بەستەر|لینک|链接|網址|网址|リンク|링크',
  language:
    'language|lang|language code|la|sprache|langue|idioma|lingua|taal|dil|jezyk|язык|мова|اللغة|لغة|زمان|زبان|ziman|语言|語言|言語|언어',
  tags:
    'tags|tag|tag names|user tags|manual tags|labels|keywords|key words|topics|schlagworte|schlagworter|stichworter|mots cles|etiquettes|etiquetas|' +
    'palabras clave|palavras chave|parole chiave|trefwoorden|etiketler|anahtar kelimeler|теги|ключевые слова|метки|' +
    'الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|برچسب ها|کلیدواژه ها|标签|標籤|关键词|タグ|태그|키워드',
  body:
    'body|body text|full text|fulltext|article text|article body|article content|articlebody|main text|maintext|news text|story text|story body|raw text|clean text|plain text|plain content|' +
    'html content|content html|body html|content rendered|content text|text|content|contents|article|story|news|transcript|post content|document|td|lp|lead paragraph|lead|' +
    'volltext|artikeltext|inhalt|texte|texte integral|contenu|corps|corps du texte|texto|texto completo|cuerpo|contenido|conteudo|corpo|testo|contenuto|' +
    'tekst|artikeltekst|inhoud|metin|icerik|haber metni|tresc|teksti|brodtext|szoveg|isi|' +
    'текст|текст статьи|содержание|полный текст|зміст|النص|نص|نص الخبر|نص المقال|المحتوى|محتوى|المتن|دەق|ناوەڕۆک|متن|محتوا|naverok|תוכן|טקסט|正文|内容|內容|本文|記事|본문|내용|description text',
  key:
    'id|article id|articleid|doc id|docid|document id|news id|story id|uid|uuid|guid|an|accession number|accession no|accession|record id|object id|stories id|item id|identifier|document no|docno|' +
    'proquest document id|store id|newsid|key|uri|sys id|kennung|identifiant|идентификатор|المعرف|معرف|编号',
};

/** Words that a date of something else than publication is called by. */
const otherDates = new Set(
  (
    'added saved crawled crawl scraped scrape fetched fetch retrieved retrieval downloaded download accessed access indexed updated update ' +
    'modified imported captured archived inserted collected collection bookmarked starred favorited read load loaded export exported ' +
    'created expires expiry deleted'
  ).split(' '),
);
/** What objects are wrapped in, and the part of them that is their text. */
const wrappers = new Set(
  '_source source fields attributes data doc article item node document post entry props raw'.split(' '),
);
const ofSources = new Set(['id', 'name', 'url', 'uri', 'domain', 'country', 'icon', 'language']);
const innerParts = new Set(
  'rendered name value text main original html raw plain content title # $t $oid $date _'.split(' '),
);

const ranks: ReadonlyMap<string, readonly Readonly<{ role: ColumnRole; rank: number }>[]> = (() => {
  const found = new Map<string, Readonly<{ role: ColumnRole; rank: number }>[]>();
  for (const [role, list] of Object.entries(names) as [ColumnRole, string][])
    list.split('|').forEach((name, rank) => {
      const folded = foldName(name);
      found.set(folded, [...(found.get(folded) ?? []), { role, rank }]);
    });
  return found;
})();

/** Parts of the body that stand in columns of their own, as Factiva's lead paragraph and the rest. */
export const bodyParts: ReadonlySet<string> = new Set(
  ['lp', 'td', 'lead paragraph', 'tail paragraphs', 'lead paragraphs', 'tail paragraph'].map(foldName),
);

/** The name of a column without case, accents and marks, its words between spaces: "datePublished" is "date published". */
export function foldName(name: string): string {
  return name
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0640]/gu, '')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/[^\p{L}\p{N}\p{M}#$]+/gu, ' ')
    .trim();
}

/** What a column may be by its name, with how likely that name is for it: the lower the likelier. */
export function rolesOfName(name: string): readonly Readonly<{ role: ColumnRole; rank: number }>[] {
  for (const folded of waysToSay(name)) {
    const found = ranks.get(folded);
    if (found !== undefined) return found;
  }
  return [];
}

/** Columns that posts have and articles don't: what was created is the post, and not a copy of it. */
const ofPosts = new Set(
  'id str|retweet count|favorite count|user screen name|screen name|in reply to status id|full text lang|selftext|subreddit|num comments|tweet id|tweet'.split(
    '|',
  ),
);

/** Whether a table is one of posts, by the names of its columns. */
export function isOfPosts(columns: readonly string[]): boolean {
  return columns.some((name) => ofPosts.has(foldName(name)));
}

/** Whether a column is named as the date of something that happened to the copy of an article; posts are created when they appear. */
export function isOtherDate(name: string, arePosts = false): boolean {
  const words = foldName(name).split(' ');
  if (arePosts && words[0] === 'created') return false;
  return words.some((word) => otherDates.has(word)) && !words.some((word) => word.startsWith('publi'));
}

/** The name itself, and without what it is wrapped in: "_source.title.rendered" is "title rendered" and "title". */
function* waysToSay(name: string): Generator<string> {
  const parts = name.split('.').filter((part) => part !== '');
  while (parts.length > 1 && wrappers.has((parts[0] ?? '').toLowerCase()) && parts[0] !== 'source')
    parts.shift();
  yield foldName(parts.join(' '));
  while (parts.length > 1 && innerParts.has((parts.at(-1) ?? '').toLowerCase())) {
    parts.pop();
    yield foldName(parts.join(' '));
  }
  const [first = '', second = ''] = parts;
  // In "source.id" the source is who published, and not what an article is wrapped in.
  const isOfSource = first === 'source' && ofSources.has(second);
  if (parts.length > 1 && wrappers.has(first.toLowerCase()) && !isOfSource)
    yield foldName(parts.slice(1).join(' '));
}
