import { word } from '../../electron/words/word.ts';
import { decodeText, isDecodeFailure } from '../../electron/engine/ingest/encodings/encodings.ts';
import { encodeText } from '../support/encode-text.ts';
import { languageSamples } from '../support/sentences-of-languages.ts';

/** Lengths in characters that texts are cut to, at the end of a word; 0 is the whole sample. */
export const sampleLengths = [30, 60, 120, 0] as const;
/** Of a hundred texts of a length, so many read right at least. */
export const aims: Readonly<Record<number, number>> = { 30: 95, 60: 98, 120: 99, 0: 100 };

export type RoundTrip = Readonly<{
  language: string;
  encoding: string;
  length: number;
  read: string;
  isRight: boolean;
  text: string;
  got: string;
}>;

/** Every sample in every encoding that it is found in, cut to each length, read back. */
export function roundTrips(): readonly RoundTrip[] {
  return languageSamples.flatMap(({ language, encodings, text }) =>
    encodings.flatMap((encoding) =>
      sampleLengths.flatMap((length) => {
        return pieces(text, length).flatMap((piece) => {
          const encoded = encodeText(piece, encoding);
          if (encoded === null || encoded.bytes.every((byte) => byte < 0x80)) return [];
          const read = decodeText(encoded.bytes);
          const got = isDecodeFailure(read) ? word(read.reason) : read.text;
          const name = isDecodeFailure(read) ? read.code : read.encoding;
          return [
            {
              language,
              encoding,
              length,
              read: name,
              isRight: got === encoded.text,
              text: encoded.text,
              got,
            },
          ];
        });
      }),
    ),
  );
}

function pieces(text: string, length: number): readonly string[] {
  if (length === 0) return [text];
  const plain = text.replace(/\n+/g, ' ');
  const found: string[] = [];
  for (let at = 0; at + length <= plain.length; at += length) {
    const from = at === 0 ? 0 : plain.indexOf(' ', at) + 1;
    const piece = plain.slice(from, from + length);
    found.push(piece.includes(' ') ? piece.slice(0, piece.lastIndexOf(' ')) : piece);
  }
  return found;
}

/** Prints how many texts of each length are read right, and which encodings are taken for which. */
export function encodingsReport(_dir: string, print: (line: string) => void): Promise<boolean> {
  const trips = roundTrips();
  let isGood = true;
  for (const length of sampleLengths) {
    const all = trips.filter((trip) => trip.length === length);
    const right = all.filter((trip) => trip.isRight).length;
    const share = (100 * right) / all.length;
    const aim = aims[length] ?? 0;
    if (share < aim) isGood = false;
    print(
      `${length === 0 ? 'whole' : `${length} characters`}: ${right} of ${all.length} right, ${share.toFixed(1)} % (aim ${aim})`,
    );
  }
  const confusions = new Map<string, { times: number; example: string }>();
  for (const { isRight, language, encoding, read, length, text, got } of trips) {
    if (isRight) continue;
    const name = `${language} in ${encoding} read as ${read}, ${length}`;
    const times = (confusions.get(name)?.times ?? 0) + 1;
    confusions.set(name, { times, example: `${text.slice(0, 50)} -> ${got.slice(0, 50)}` });
  }
  for (const [name, { times, example }] of [...confusions].sort((a, b) => b[1].times - a[1].times))
    print(`  ${times} x ${name}: ${JSON.stringify(example)}`);
  return Promise.resolve(isGood);
}
