import { isAgency } from './agencies.ts';
import { FirstLetterFilter } from '../text/first-letter-filter.ts';
import { isKnownPlace } from './places.ts';
import { colon, sign } from '../text/char-classes.ts';
import { kindsOf } from '../text/words.ts';

/** Where the credit stands in a line, `[start, end)`, and what it names. */
export type Credit = Readonly<{ start: number; end: number; name: string }>;

const maxCaptionLength = 700;
const creditWord =
  'photo|photos|photograph|photography|photographer|picture|pictures|image|images|credit|courtesy|handout|file|foto|fotos|bild|bilder|crédit|crédits|imagen|illustration|graphic|screengrab|screenshot|تصوير|صورة|الصورة|صور|عدسة|أرشيف|أرشيفية|وێنە|وێنەی|فۆتۆ|عکس|ئەرشیف|wêne|fotoğraf|fotoğraflar|fotografía|fotografia|fotografie|immagine|imagem|fot|zdjęcie|kép|kuva|фото|фотография|φωτογραφία|φωτο|צילום|תמונה|写真|图片|圖片|사진';
const agencyWord =
  'reuters|afp|ap|epa|epa-efe|efe|dpa|getty|getty images|shutterstock|bloomberg|xinhua|anadolu|rudaw|alamy|istock|pa|pa wire|associated press|رويترز|أ ف ب|ا ف ب|أ.ف.ب|ا.ف.ب|أ ب|فرانس برس|غيتي|الأناضول|واع|روداو|ڕووداو|رووداو|ڕۆیتەرز|رۆیتەرز|ئێی ئێف پی|گێتی';

const hasCreditWord = new RegExp(`(?:^|[^\\p{L}])(?:${creditWord}|${agencyWord})(?:$|[^\\p{L}])`, 'iu');
const openingCredit = new RegExp(
  `^(?:(?:${creditWord})(?: (?:credit|courtesy|by|von|de|copyright))?\\s*(?:[:：©|]|\\.{3}|…)\\s*|(?:image|photo|picture) (?:source|copyright)[,:]?\\s*|(?:photo|photos|photograph|picture|pictures|image|photography|illustration|foto|courtesy|bild)s? (?:by|courtesy|von|de|of|:) ?)(?=\\S)`,
  'iu',
);
const picturesAlone =
  /^(?:(?:with |\+ ?|\d{1,3} )?(?:photos?|pictures?|images?|videos?|fotos?|bilder|gallery|صور|صورة|بالصور|عکس|\+?عکس|وێنە|فيديو|فیلم|ڤیدیۆ))$/iu;
const creditLetters = new FirstLetterFilter(creditWord.split('|'));
const innerCredit =
  /\s(?:(?:Photo|Photos|Photograph|Picture|Pictures|Image|Credit|Foto|Bild|Crédit photo|Photo credit|Photo by|Photograph by|تصوير|الصورة|عدسة|صورة|وێنە|فۆتۆ|عکس|Fotos|Wêne|Fotoğraf|Fotografía|Imagen|Imagem|Immagine|Fot\.|Kép|Kuva|Фото|Φωτογραφία|צילום|写真|图片|圖片|사진)\s*[:：]|(?:Photo|Photograph|Image|Picture) by\s|Credit\s?(?:\.{3}|…)|©)\s*(?=\S)/gu;
/** What opens those credits inside a line that have neither a colon nor a sign in them. */
const innerOpening = /Credit|Photo|Foto|Image|Picture/;
const gluedCredit = /(?<=[.!?”"'’)])\s*(?:Credit|Photograph|Photo|Foto)\s?(?:\.{3}|…|:)\s*(?=\S)/u;
const maxAgencyLength = 'Getty Images Photo'.length;
const agencyAlone = /^(?:AP|AFP|EPA|REUTERS|Reuters|Getty Images)(?: Photo)?$/u;
/** "Jane Doe/The Gazette", "NASA/JPL": a person and an owner, or several owners. */
const slashNames =
  /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,3}\s?\/\s?\p{Lu}[\p{L}.'’-]+(?:[\s/]+[\p{Lu}&][\p{L}.'’-]*){0,5}$/u;
const slashCredit =
  /^(?:[\p{Lu}][\p{L}.'’-]*\s+){0,4}[\p{L}.'’-]+\s*(?:\/|via|\|)\s*[\p{L}\p{N} .,/'’-]{2,60}$/u;

/** The credit of a caption ("… (Reuters photo)", "… Photo: Name", "Name/Getty Images"), or null where none is named. */
export function creditOf(line: string, kinds = kindsOf(line)): Credit | null {
  if (line.length > maxCaptionLength) return null;
  return openingOf(line) ?? bracketOf(line) ?? innerOf(line, kinds) ?? bareOf(line);
}

function openingOf(line: string): Credit | null {
  if (line.length > 120 || !creditLetters.mayOpen(line)) return null;
  const match = openingCredit.exec(line);
  if (match === null) return null;
  const name = line.slice(match[0].length).trim();
  if (/[.!?؟]$/u.test(name) && name.split(/\s+/u).length > 6) return null;
  return name.split(/\s+/u).length <= 10 ? { start: 0, end: line.length, name } : null;
}

function bracketOf(line: string): Credit | null {
  const last = line.endsWith('.') ? line.length - 2 : line.length - 1;
  if (line[last] !== ')' && line[last] !== ']') return null;
  // Nothing before that can be part of it: the bracket is sought from behind, and not at each one of a long line.
  const from = Math.max(line.lastIndexOf('(', last - 1), line.lastIndexOf('[', last - 1));
  const match = from < 0 ? null : /^[([]([^()[\]]{2,90})[)\]]\.?$/u.exec(line.slice(from));
  const inner = match?.[1]?.trim();
  if (inner === undefined) return null;
  // "Storm over the harbour (photos)" is a title.
  if (picturesAlone.test(inner)) return null;
  const names = inner.split(/\s*[/|,–—-]\s*/u);
  const isCredit =
    slashNames.test(inner) || hasCreditWord.test(inner)
      ? inner.split(/\s+/u).length <= 10
      : names.some((name) => isAgency(name) && !isKnownPlace(name));
  if (!isCredit) return null;
  const labelled = openingCredit.exec(inner);
  const name = labelled === null ? inner : inner.slice(labelled[0].length).trim();
  return { start: from, end: line.length, name };
}

function innerOf(line: string, kinds: number): Credit | null {
  // Credits are short and stand last, so the rest of a long paragraph need not be searched.
  const from = Math.max(0, line.length - 120);
  const tail = line.slice(from);
  if ((kinds & (colon | sign)) === 0 && !innerOpening.test(tail)) return null;
  const match = [...tail.matchAll(innerCredit)].at(-1) ?? gluedCredit.exec(tail);
  if (!match || match.index + from === 0) return null;
  const name = tail.slice(match.index + match[0].length).trim();
  const words = name.split(/\s+/u).length;
  if (words > 8 || (/[.!?؟]$/u.test(name) && words > 4)) return null;
  return { start: from + match.index, end: line.length, name };
}

function bareOf(line: string): Credit | null {
  if (line.length > 90) return null;
  const isShaped =
    (/[/|]|via/.test(line) && slashCredit.test(line)) ||
    (line.startsWith('©') && /^©\s?\S/u.test(line)) ||
    (line.length <= maxAgencyLength && agencyAlone.test(line));
  if (!isShaped || !hasCreditWord.test(line)) return null;
  return { start: 0, end: line.length, name: line.replace(/^©\s?/u, '') };
}
