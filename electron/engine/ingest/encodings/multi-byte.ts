import iconv from 'iconv-lite';
import { usualCharacters } from './letter-costs.ts';
import { foreignScriptCost, type Candidate } from './single-byte.ts';

/** An encoding of two bytes a character, the language that is written in it, and the lead bytes of its usual characters. */
type MultiByte = Readonly<{
  encoding: string;
  language: string;
  rarity: number;
  leads: readonly [first: number, last: number];
  trails: readonly [first: number, last: number];
}>;

const encodings: readonly MultiByte[] = [
  { encoding: 'gb18030', language: 'zh-Hans', rarity: 0, leads: [0xb0, 0xd7], trails: [0xa1, 0xfe] },
  { encoding: 'big5', language: 'zh-Hant', rarity: 0, leads: [0xa4, 0xc6], trails: [0x40, 0xfe] },
  { encoding: 'shift_jis', language: 'ja', rarity: 0, leads: [0x88, 0x98], trails: [0x40, 0xfc] },
  { encoding: 'euc-jp', language: 'ja', rarity: 1, leads: [0xb0, 0xcf], trails: [0xa1, 0xfe] },
  { encoding: 'euc-kr', language: 'ko', rarity: 0, leads: [0xb0, 0xc8], trails: [0xa1, 0xfe] },
];

const costs = {
  kana: 3.6,
  mark: 4.5,
  wide: 6,
  halfKana: 7,
  known: 9.5,
  rare: 12.5,
  foreign: 13,
  private: 16,
  broken: 20,
};
/** A character of Chinese right beside a Latin letter is often two misread letters, beside a small one nearly always. */
const beside = { small: 6, capital: 3 };
/** One that stands alone among other characters. */
const alone = 5;

type Repertoire = Readonly<{ ranks: ReadonlyMap<string, number>; known: ReadonlySet<string> }>;
const repertoires = new Map<string, Repertoire>();

/** Encodings of several bytes with what the sample costs when it is read by each. */
export function multiByteCandidates(
  sample: Buffer,
  isWanted: (encoding: string) => boolean,
): readonly Candidate[] {
  const foreign = foreignScriptCost(sample);
  const wanted = encodings.filter(({ encoding }) => isWanted(encoding));
  return wanted.map((row) => {
    const text = iconv.decode(sample, row.encoding);
    return { encoding: row.encoding, cost: textCost(text, row) + row.rarity + foreign, characters: text };
  });
}

function textCost(text: string, row: MultiByte): number {
  const { ranks, known } = repertoireOf(row);
  let cost = 0;
  let before = '';
  let run = 0;
  for (const character of text) {
    if (character >= '\x80') {
      cost += characterCost(character, row.language, ranks, known);
      cost += besideCost(before);
      run++;
    } else {
      if (run > 0) cost += besideCost(character) + (run === 1 ? alone : 0);
      run = 0;
    }
    before = character;
  }
  return cost;
}

function besideCost(letter: string): number {
  if (letter >= 'a' && letter <= 'z') return beside.small;
  return letter >= 'A' && letter <= 'Z' ? beside.capital : 0;
}

function characterCost(
  character: string,
  language: string,
  ranks: ReadonlyMap<string, number>,
  known: ReadonlySet<string>,
): number {
  const rank = ranks.get(character);
  const isJapanese = language === 'ja';
  if (character >= '\u3041' && character <= '\u30ff' && isJapanese) return costs.kana;
  if (rank !== undefined) return Math.log(rank + 10) + 1.8;
  if (character >= '\u3000' && character <= '\u301f') return costs.mark;
  if (character >= '\u2010' && character <= '\u2026') return costs.wide;
  if (character >= '\uff61' && character <= '\uff9f') return isJapanese ? costs.halfKana : costs.foreign;
  if (character >= '\uff01' && character <= '\uff5e') return costs.wide;
  if (character === '\ufffd' || character < '\xa0') return costs.broken;
  if (character >= '\ue000' && character <= '\uf8ff') return costs.private;
  if (known.has(character)) return costs.known;
  const isCharacter =
    language === 'ko'
      ? character >= '\uac00' && character <= '\ud7a3'
      : character >= '\u3400' && character <= '\u9fff';
  return isCharacter ? costs.rare : costs.foreign;
}

function repertoireOf({ encoding, language, leads, trails }: MultiByte): Repertoire {
  const made = repertoires.get(encoding);
  if (made !== undefined) return made;
  const bytes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  const known = new Set(iconv.decode(Buffer.from(bytes), encoding));
  const ranks = new Map([...(usualCharacters[language] ?? '')].map((character, rank) => [character, rank]));
  const repertoire = { ranks, known };
  repertoires.set(encoding, repertoire);
  return repertoire;
}
