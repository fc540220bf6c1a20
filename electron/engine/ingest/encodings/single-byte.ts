import { bytePairs, type BytePairs } from './byte-sample.ts';
import { costs, kinds } from './character-costs.ts';
import { modelsOf, type LetterModel } from './letter-model.ts';
import { singleByteTables } from './single-byte-tables.ts';
import { pageOf, placesOf, type TablePage } from './table-page.ts';

/** A reading of bytes, and what it costs in -ln p: the cheaper one is the likelier. */
export type Candidate = Readonly<{ encoding: string; cost: number; characters: string }>;

/** So many pairs of ASCII letters say which language it is; more would drown the few letters that tell encodings apart. */
const asciiWeight = 150;
const languagesTried = 10;
const maxForeignCost = 8;

/** A language that a text may be in, and what that costs before any encoding is looked at. */
type Likely = Readonly<{ model: LetterModel; cost: number }>;

/** The tables of single bytes with what the sample costs when it is read by each, in the language that suits best. */
export function singleByteCandidates(
  sample: Buffer,
  isWanted: (encoding: string) => boolean,
): readonly Candidate[] {
  const pairs = bytePairs(sample);
  const latin = modelsOf('latin').map((model) => ({ model, cost: asciiCost(pairs, model) }));
  latin.sort((a, b) => a.cost - b.cost);
  // What the likeliest language costs in its ASCII letters is the same for every encoding, and no part of the comparison.
  const least = latin[0]?.cost ?? 0;
  const relative = ({ model, cost }: Likely): Likely => ({ model, cost: Math.max(0, cost - least) });
  const likely = latin.slice(0, languagesTried).map(relative);
  const vietnamese = modelsOf('vietnamese').map((model) =>
    relative({ model, cost: asciiCost(pairs, model) }),
  );
  const foreign = foreignScriptCost(sample);
  const used = [...new Set(sample)].filter((byte) => byte >= 0x80);
  const tables = singleByteTables().filter(({ encoding }) => isWanted(encoding));
  return tables.map((table) => {
    const { script } = table;
    const others =
      script === 'vietnamese' ? vietnamese : modelsOf(script).map((model) => ({ model, cost: foreign }));
    const page = pageOf(table);
    let cost = Infinity;
    for (const language of script === 'latin' ? likely : others)
      cost = Math.min(cost, language.cost + highCost(pairs, page, language.model, cost - language.cost));
    return {
      encoding: table.encoding,
      cost: cost + table.rarity,
      characters: used.map((byte) => table.high[byte - 0x80] ?? '').join(''),
    };
  });
}

/** What it costs that a text of another script is mostly Latin letters; a page around it may well be. */
export function foreignScriptCost(sample: Buffer): number {
  let letters = 0;
  let high = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high++;
    else if (isAsciiLetter(byte)) letters++;
  }
  return Math.min(maxForeignCost, letters / (2 * high));
}

function asciiCost({ ascii }: BytePairs, model: LetterModel): number {
  let cost = 0;
  let letters = 0;
  for (const [pair, times] of ascii) {
    const before = asciiPlace(model, pair >> 8);
    const now = asciiPlace(model, pair & 0xff);
    if (before === 0 && now === 0) continue;
    cost += times * letterCost(model, before, now);
    letters += times;
  }
  return letters <= asciiWeight ? cost : (cost * asciiWeight) / letters;
}

function asciiPlace(model: LetterModel, byte: number): number {
  if (!isAsciiLetter(byte)) return 0;
  return model.places.get(String.fromCharCode(byte | 0x20)) ?? model.unknown;
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return byte < 0x80 && lower >= 0x61 && lower <= 0x7a;
}

function highCost({ high }: BytePairs, page: TablePage, model: LetterModel, limit: number): number {
  const places = placesOf(page, model);
  let cost = 0;
  for (const [pair, times] of high) {
    cost += times * pairCost(page, places, model, pair >> 8, pair & 0xff);
    if (cost > limit) return Infinity;
  }
  return cost;
}

function pairCost(
  page: TablePage,
  places: Uint8Array,
  model: LetterModel,
  before: number,
  now: number,
): number {
  const isWordBefore = page.isLetter[before] === 1;
  const placeBefore = places[before] ?? 0;
  if (page.isLetter[now] !== 1) {
    const own = page.own[now] ?? 0;
    return isWordBefore ? own + (page.behindLetter[now] ?? 0) + letterCost(model, placeBefore, 0) : own;
  }
  const place = places[now] ?? 0;
  let cost =
    now >= 0x80 && place === model.unknown
      ? (page.stranger[now] ?? 0)
      : letterCost(model, placeBefore, place);
  if (page.kinds[now] === kinds.upper) {
    const isCapitalBefore = page.kinds[before] === kinds.upper;
    cost += !isWordBefore ? costs.capital : isCapitalBefore ? costs.nextCapital : costs.capitalInside;
  }
  if (!isWordBefore) return cost + (page.beforeLetter[before] ?? 0);
  const { script } = page.table;
  if (script !== 'latin' && script !== 'vietnamese' && before < 0x80 !== now < 0x80)
    cost += costs.besideLatin;
  return cost;
}

function letterCost(model: LetterModel, before: number, now: number): number {
  if (now === model.unknown) return costs.strange;
  return model.costs[before * model.unknown + now] ?? costs.strange;
}
