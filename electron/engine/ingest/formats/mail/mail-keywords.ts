/** What Google says of every message: whether it was read or opened, and the tab that it stands in. */
const states = new Set(
  (
    'inbox|sent|unread|opened|important|archived|chat|drafts|starred|spam|' +
    'posteingang|gesendet|ungelesen|geöffnet|wichtig|archiviert|entwürfe|markiert|' +
    'boîte de réception|messages envoyés|non lus|ouvert|important|messages archivés|brouillons|suivis|' +
    'recibidos|enviados|no leídos|abiertos|abierto|importantes|archivados|borradores|destacados|' +
    'posta in arrivo|inviata|da leggere|aperti|importanti|archiviati|bozze|speciali|' +
    'postvak in|verzonden|ongelezen|geopend|belangrijk|gearchiveerd|concepten|met ster|' +
    'صندوق الوارد|الوارد|المرسل|غير مقروءة|مفتوحة|مهمة|مؤرشفة|المسودات'
  ).split('|'),
);
/** "Category Promotions", "Catégorie : E-mails personnels". */
const tab = /^(?:category|kategorie|catégorie|categoría|categoria|categorie|الفئة)\s*:?\s/iu;
/** What programs note by themselves: `$label1`, `NonJunk`, `\\Seen`. */
const noted =
  /^[$\\]|^(?:non)?junk$|^(?:not)?junk$|^(?:receipthandled|old|forwarded|seen|recent|redirected)$/iu;

type Decode = (words: string) => string;

/** Keywords that programs keep in headers of their own: Thunderbird and Dovecot between spaces, others between commas. */
export function keywordsIn(headers: ReadonlyMap<string, string>, decode: Decode): string[] {
  const spaced = ['x-mozilla-keys', 'x-keywords'].flatMap((name) => {
    const written = decode(headers.get(name) ?? '');
    return written.includes(',') ? written.split(',') : written.split(/\s+/u);
  });
  const listed = ['keywords', 'x-label'].flatMap((name) => decode(headers.get(name) ?? '').split(/[,;]/u));
  return [...spaced, ...listed]
    .map((word) => word.replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '');
}

/** Whether a label says how a message fares and not what it is about. */
export function saysState(label: string): boolean {
  return states.has(label.toLowerCase()) || tab.test(label) || noted.test(label);
}
