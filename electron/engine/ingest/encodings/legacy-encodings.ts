import { telling } from './byte-sample.ts';
import { multiByteCandidates } from './multi-byte.ts';
import { singleByteCandidates, type Candidate } from './single-byte.ts';
import { countUtf8, decodeLooseUtf8, type Utf8Counts } from './utf8-bytes.ts';

export type EncodingGuess = Readonly<{ encoding: string; confidence: number }>;

/** Costs of UTF-8, which is the rule: what is broken in it has to speak against it loudly. */
const utf8 = { character: 5.5, broken: 13, cut: 7, onlyCut: 12, mixed: 14, rarity: -2 };
/** So many whole characters for each broken byte are UTF-8, whatever else the bytes could be. */
const surelyUtf8 = 10;
/** By so much a second reading must cost more than the best for that to be as good as sure. */
const sureBy = 12;
/** Bytes that are read in every encoding, and encodings that are tried on the rest. */
const trialLength = 1_024;
const maxFinalists = 10;
const brokenConfidence = 0.6;

/** Guesses the encoding of bytes that are not whole UTF-8: the one whose text is likeliest in the languages that use it. */
export function guessEncoding(buffer: Buffer): EncodingGuess {
  const counts = countUtf8(buffer);
  if (counts.good > 0 && counts.bad * surelyUtf8 <= counts.good)
    return { encoding: 'utf-8', confidence: brokenConfidence };
  const candidates = rank(telling(buffer), counts);
  const [best] = candidates;
  if (best === undefined) return { encoding: 'windows-1252', confidence: 0 };
  if (best.encoding === 'utf-8') return { encoding: 'utf-8', confidence: brokenConfidence };
  const rival = candidates.find(({ characters }) => characters !== best.characters);
  const lead = rival === undefined ? sureBy : Math.min(sureBy, rival.cost - best.cost);
  return { encoding: best.encoding, confidence: Math.round(10 + (80 * lead) / sureBy) / 100 };
}

/** Readings of a sample, the likeliest first: all of its beginning, then those that did well there of the whole. */
function rank(sample: Buffer, counts: Utf8Counts): readonly Candidate[] {
  const all = weigh(sample.subarray(0, trialLength), counts, () => true);
  if (sample.length <= trialLength) return all;
  const finalists = new Set(all.slice(0, maxFinalists).map(({ encoding }) => encoding));
  return weigh(sample, counts, (encoding) => finalists.has(encoding));
}

function weigh(
  sample: Buffer,
  counts: Utf8Counts,
  isWanted: (encoding: string) => boolean,
): readonly Candidate[] {
  return [
    utf8Candidate(sample, counts),
    ...singleByteCandidates(sample, isWanted),
    ...multiByteCandidates(sample, isWanted),
  ].sort((a, b) => a.cost - b.cost);
}

function utf8Candidate(sample: Buffer, { isCut }: Utf8Counts): Candidate {
  const { good, bad } = countUtf8(sample);
  if (good === 0 && bad > 0) return { encoding: 'utf-8', cost: Infinity, characters: 'utf-8' };
  let cost = bad * utf8.broken + (isCut ? (good === 0 ? utf8.onlyCut : utf8.cut) : 0) + utf8.rarity;
  for (const [character = ''] of decodeLooseUtf8(sample).matchAll(
    /[a-z][\u0370-\u1fff]|[\u0370-\u1fff][a-z]|[^\0-\x7f\ufffd]/giu,
  ))
    cost += character.length > 1 && /[a-z]/i.test(character) ? utf8.mixed : utf8.character;
  return { encoding: 'utf-8', cost, characters: 'utf-8' };
}
