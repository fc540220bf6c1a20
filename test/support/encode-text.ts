import iconv from 'iconv-lite';
import { singleByteTables } from '../../electron/engine/ingest/encodings/single-byte-tables.ts';

/** A text in a legacy encoding, with what the encoding lacks written plainly, and the text as it then reads. */
export type EncodedText = Readonly<{ bytes: Buffer; text: string }>;

const plain: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '·': '.',
  ё: 'е',
  ţ: 'ț',
  ş: 'ș',
};

/** Encodes a text, or null when letters would be lost. */
export function encodeText(text: string, encoding: string): EncodedText | null {
  const table = singleByteTables().find((one) => one.encoding === encoding);
  if (table === undefined)
    return checked(iconv.encode(plainly(text, encoding), encoding), plainly(text, encoding), encoding);
  const byCharacter = new Map(table.high.map((character, at) => [character, 0x80 + at]));
  const bytes: number[] = [];
  let read = '';
  for (const character of text) {
    const pieces = byteOf(character, byCharacter) !== null ? [character] : replaced(character, byCharacter);
    if (pieces === null) return null;
    for (const piece of pieces) bytes.push(byteOf(piece, byCharacter) ?? 0x3f);
    read += pieces.join('').normalize('NFC');
  }
  return { bytes: Buffer.from(bytes), text: read };
}

function byteOf(character: string, byCharacter: ReadonlyMap<string, number>): number | null {
  return character < '\x80' ? character.charCodeAt(0) : (byCharacter.get(character) ?? null);
}

function replaced(character: string, byCharacter: ReadonlyMap<string, number>): readonly string[] | null {
  const other = plain[character];
  if (other !== undefined && byteOf(other, byCharacter) !== null) return [other];
  const [letter = '', ...marks] = character.normalize('NFD');
  const tone = marks.find((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark));
  if (tone === undefined) return null;
  const base = (letter + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
  return [base, tone].every((piece) => byteOf(piece, byCharacter) !== null) ? [base, tone] : null;
}

function plainly(text: string, encoding: string): string {
  return encoding === 'iso-8859-1' ? text.replace(/[’‘“”„]/g, (mark) => plain[mark] ?? mark) : text;
}

function checked(bytes: Buffer, text: string, encoding: string): EncodedText | null {
  return iconv.decode(bytes, encoding) === text ? { bytes, text } : null;
}
