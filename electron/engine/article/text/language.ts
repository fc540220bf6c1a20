import { franc } from 'franc';
import type { Direction } from '../../../contract/article.ts';
import { foldSpelling, foldToUnits } from './fold-spelling.ts';
import { functionWords } from './function-words.ts';
import { isLatin, scriptShares } from './scripts.ts';
import { letter } from './char-classes.ts';
import { WordSet } from './word-set.ts';
import { eachRun } from './words.ts';

const sampleLength = 1_200;
const openingLength = 500;
/** Trigrams cost the length of the text times the number of languages, and a few sentences say what more do. */
const trigramLength = 450;
const maxRepeats = 8;
const minWordsOfText = 40;
/** Different function words that a language in Latin script must show. */
const minKinds = 2;
const arabicScriptLanguages = new Set(['ar', 'fa', 'ckb', 'ur']);
const rightToLeft = new Set(['ar', 'fa', 'ckb', 'ur', 'he', 'yi', 'ps', 'sd', 'ug', 'dv', 'syr']);

const languages = Object.keys(functionWords);
const isInArabicScript = languages.map((language) => arabicScriptLanguages.has(language));

/** What a function word speaks for, as places in `languages`; several that share it each get less. */
type Evidence = Readonly<{ languages: readonly number[]; weight: number }>;

const speakersOfWord: ReadonlyMap<string, readonly number[]> = (() => {
  const speakers = new Map<string, number[]>();
  for (const [place, words] of Object.values(functionWords).entries()) {
    for (const word of new Set(words.split(' ').map(foldSpelling)))
      speakers.set(word, [...(speakers.get(word) ?? []), place]);
  }
  return speakers;
})();
const words = new WordSet([...speakersOfWord.keys()]);
/** By the numbers of the words. */
const evidence: readonly Evidence[] = [...speakersOfWord.values()].map((speakers) => ({
  languages: speakers,
  weight: 1 / Math.sqrt(speakers.length),
}));

/** The language that a script is read as when nothing in the text decides. */
const languageOfScript: Readonly<Record<string, string>> = {
  hebrew: 'he',
  greek: 'el',
  kana: 'ja',
  hangul: 'ko',
  thai: 'th',
  armenian: 'hy',
  georgian: 'ka',
  devanagari: 'hi',
  bengali: 'bn',
  tamil: 'ta',
  syriac: 'syr',
};

/** ISO 639-3 codes of the languages that `franc` tells apart, for which BCP 47 has a shorter code. */
const shorterCodes: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  swe: 'sv',
  dan: 'da',
  nob: 'no',
  nno: 'no',
  tur: 'tr',
  pol: 'pl',
  ron: 'ro',
  ind: 'id',
  zlm: 'ms',
  som: 'so',
  fin: 'fi',
  hun: 'hu',
  ces: 'cs',
  slk: 'sk',
  slv: 'sl',
  hrv: 'hr',
  bos: 'bs',
  srp: 'sr',
  lit: 'lt',
  lav: 'lv',
  lvs: 'lv',
  est: 'et',
  ekk: 'et',
  vie: 'vi',
  swh: 'sw',
  tgl: 'tl',
  cat: 'ca',
  glg: 'gl',
  eus: 'eu',
  afr: 'af',
  hau: 'ha',
  yor: 'yo',
  ibo: 'ig',
  azj: 'az',
  uzn: 'uz',
  sqi: 'sq',
  als: 'sq',
  isl: 'is',
  gle: 'ga',
  mlt: 'mt',
  epo: 'eo',
  kmr: 'kmr',
};
/** Languages that letters without sense (tables, codes, names) look like: one of them being nearest says "none". */
const decoys = 'hnj bum hms zyb tiv sot sco hat tsn nso run tzm dip snk bin'.split(' ');
const trigramLanguages = [...Object.keys(shorterCodes), ...decoys];

/** The language of a text as a BCP 47 code, from its first 1,200 characters; `und` when it can't be told. */
export function languageOf(text: string): string {
  const sample = text.slice(0, sampleLength);
  if (isLatin(sample)) return latinLanguage(sample);
  const { letters, counts } = scriptShares(sample);
  if (letters === 0) return 'und';
  const han = counts.get('han') ?? 0;
  const kana = counts.get('kana') ?? 0;
  // A character of Chinese or Japanese says as much as several Latin letters.
  if ((han + kana) * 3 > letters) return kana * 20 > han ? 'ja' : 'zh';
  const [script = 'latin', most = 0] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  if (most * 5 < letters * 2) return latinLanguage(sample);
  if (script === 'arabic') return arabicScriptLanguage(sample, letters);
  if (script === 'cyrillic') return cyrillicLanguage(sample);
  return languageOfScript[script] ?? latinLanguage(sample);
}

/** The direction that a text of a language runs in. */
export function directionOf(language: string): Direction {
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What the function words of a text say: by the places of `languages`, how much and how many different words. */
type Scores = Readonly<{ scores: Float64Array; kinds: Uint16Array; words: number }>;

function scoresOf(sample: string): Scores {
  const scores = new Float64Array(languages.length);
  const kinds = new Uint16Array(languages.length);
  const seen = new Uint16Array(evidence.length);
  const folded = foldToUnits(sample);
  let count = 0;
  eachRun(folded, letter, (start, end) => {
    count++;
    const word = words.find(folded.units, start, end);
    const found = word < 0 ? undefined : evidence[word];
    if (found === undefined) return;
    // A table says the same word over and over: past a point that is no more evidence.
    const times = (seen[word] = (seen[word] ?? 0) + 1);
    if (times > maxRepeats) return;
    for (const place of found.languages) {
      if (times === 1) kinds[place] = (kinds[place] ?? 0) + 1;
      scores[place] = (scores[place] ?? 0) + found.weight;
    }
  });
  return { scores, kinds, words: count };
}

type Best = Readonly<{ language: string; score: number; margin: number }>;

/**
 * The language that scores most among those in Arabic script or those that are not, and by how much it does so before
 * the next. Of the others a text has to show several words, for names and abbreviations look like one of any.
 */
function best({ scores, kinds }: Scores, script: 'arabic' | 'latin'): Best {
  let language = 'und';
  let score = 0;
  let second = 0;
  for (let place = 0; place < languages.length; place++) {
    const one = scores[place] ?? 0;
    if (one <= second || isInArabicScript[place] !== (script === 'arabic')) continue;
    if (script === 'latin' && (kinds[place] ?? 0) < minKinds) continue;
    if (one > score) {
      second = score;
      score = one;
      language = languages[place] ?? 'und';
    } else second = one;
  }
  return { language, score, margin: score - second };
}

function latinLanguage(sample: string): string {
  const opening = best(scoresOf(sample.slice(0, openingLength)), 'latin');
  if (isBeyondDoubt(opening)) return opening.language;
  const found = scoresOf(sample);
  const { scores, words } = found;
  const first = best(found, 'latin');
  const clear = first.score >= 2 && first.margin >= first.score * 0.25;
  if (clear && first.score >= words * 0.04) return first.language;
  // Trigrams need running text; on tables and lists of names they guess wildly.
  if (words >= minWordsOfText) {
    const shorter =
      shorterCodes[franc(sample.slice(0, trigramLength), { minLength: 100, only: trigramLanguages })];
    const own = shorter === undefined ? 0 : (scores[languages.indexOf(shorter)] ?? 0);
    const isNamed = first.score >= words * 0.04 ? own >= first.score * 0.6 : own > 0;
    if (
      shorter !== undefined &&
      (functionWords[shorter] === undefined ? first.score < words * 0.04 : isNamed)
    )
      return shorter;
  }
  // With little to go by the best has to be alone: in a table a lone "w" or "o" is no language.
  return first.score >= 1 && first.margin >= first.score * 0.5 ? first.language : 'und';
}

/** Whether more text could not turn it: most texts are that clear after a few sentences. */
function isBeyondDoubt({ score, margin }: Best): boolean {
  return score >= 8 && margin >= score * 0.6;
}

function arabicScriptLanguage(sample: string, letters: number): string {
  if (count(sample, /[ەێۆڵڕڤ]/g) / letters > 0.04) return 'ckb';
  if (count(sample, /[ٹڈڑںے]/g) / letters > 0.015) return 'ur';
  const opening = bestArabicScript(sample.slice(0, openingLength));
  if (isBeyondDoubt(opening)) return opening.language;
  const first = bestArabicScript(sample);
  if (first.score >= 2 && first.margin >= 1) return first.language;
  const persian = count(sample, /[پچژگک‌ی]/g) / letters;
  const arabic = count(sample, /[ةىأإ]|(?<!\p{L})ال/gu) / letters;
  return persian > arabic && persian > 0.02 ? 'fa' : 'ar';
}

function bestArabicScript(sample: string): Best {
  return best(scoresOf(sample), 'arabic');
}

function cyrillicLanguage(sample: string): string {
  if (/[іїєґ]/i.test(sample)) return 'uk';
  if (/[ђћџљњј]/i.test(sample)) return 'sr';
  const code =
    sample.length >= 60
      ? franc(sample, { minLength: 60, only: ['rus', 'bul', 'ukr', 'bel', 'mkd', 'kaz', 'tgk'] })
      : 'rus';
  return { bul: 'bg', bel: 'be', mkd: 'mk', kaz: 'kk', tgk: 'tg', ukr: 'uk' }[code] ?? 'ru';
}
