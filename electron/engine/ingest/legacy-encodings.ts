import chardet from 'chardet';

export type EncodingGuess = Readonly<{ encoding: string; confidence: number }>;

const sampleLength = 16_384;

/** Guesses the encoding of bytes that are no UTF, among Windows, ISO, KOI8 and East Asian encodings. */
export function guessLegacyEncoding(buffer: Buffer): EncodingGuess {
  const sample = telling(buffer);
  const guesses = chardet
    .analyse(sample)
    .map(({ name, confidence }) => ({ encoding: name.toLowerCase(), confidence: confidence / 100 }));
  return guesses[0] ?? { encoding: 'windows-1252', confidence: 0.1 };
}

/** The bytes from the first one that is not ASCII: the ones in front of it say nothing. */
function telling(buffer: Buffer): Buffer {
  const first = buffer.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 64);
  return buffer.subarray(from, from + sampleLength);
}
