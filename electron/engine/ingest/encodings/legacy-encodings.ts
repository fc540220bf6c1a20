import chardet from 'chardet';
import iconv from 'iconv-lite';
import { likelihoodOf } from './text-likelihood.ts';

export type EncodingGuess = Readonly<{ encoding: string; confidence: number }>;

const sampleLength = 8_192;
const statisticsWeight = 0.4;

/** Encodings of single bytes that are tried on every text that is no UTF, the usual ones first. */
const singleByte = [
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1257',
  'koi8-r',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-9',
  'ibm866',
  'ibm855',
  'maccyrillic',
  'tis-620',
];
const multiByte = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5']);

/** Guesses the encoding of bytes that are no UTF: the one whose text looks most like a language. */
export function guessLegacyEncoding(buffer: Buffer): EncodingGuess {
  const sample = telling(buffer);
  const statistics = new Map<string, number>();
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encoding = name === 'ISO-8859-1' ? 'windows-1252' : name.toLowerCase();
    statistics.set(encoding, Math.max(statistics.get(encoding) ?? 0, confidence / 100));
  }
  const eastAsian = guessEastAsian(sample, statistics);
  if (eastAsian !== null) return eastAsian;
  let best = { encoding: 'windows-1252', score: -Infinity };
  for (const encoding of singleByte) {
    const score =
      likelihoodOf(iconv.decode(sample, encoding), encoding) +
      statisticsWeight * (statistics.get(encoding) ?? 0);
    // The list is in order of use: a later one has to be better, not just as good.
    if (score > best.score + 0.02) best = { encoding, score };
  }
  const confidence = Math.round(Math.max(0.1, Math.min(0.9, best.score * 0.8)) * 100) / 100;
  return { encoding: best.encoding, confidence };
}

function guessEastAsian(sample: Buffer, statistics: ReadonlyMap<string, number>): EncodingGuess | null {
  const ranked = [...statistics].filter(([encoding]) => multiByte.has(encoding)).sort((a, b) => b[1] - a[1]);
  for (const [encoding, confidence] of ranked) {
    const text = iconv.decode(sample, encoding);
    const letters = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0;
    const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
    const other =
      text.match(/[^\x00-\x7f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]/g)?.length ?? 0;
    const isClean = letters >= 4 && broken * 20 <= letters && other * 4 <= letters;
    if (isClean && (confidence >= 0.5 || (confidence >= 0.1 && broken === 0 && letters * 4 >= text.length)))
      return { encoding, confidence };
  }
  return null;
}

/** The bytes from shortly before the first one that is not ASCII: the ones in front of it say nothing. */
function telling(buffer: Buffer): Buffer {
  const first = buffer.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 64);
  return buffer.subarray(from, from + sampleLength);
}
