import type { ByteWriter } from '../bytes/byte-buffer.ts';
import { formsHeader, writeFrontCodedText } from './term-block.ts';
import type { TermCursor } from './term-cursor.ts';

/** Written forms as they stand in the entry of their term: the number that it gives for them, and `bytes[from..to)`. */
export type EncodedForms = Readonly<{ header: number; bytes: Uint8Array; from: number; to: number }>;

/** In the room of `out`, good until it is written to again. */
export function encodeForms(term: string, forms: readonly string[], out: ByteWriter): EncodedForms {
  const header = formsHeader({ term, forms });
  out.clear();
  if (header > 0) for (const form of forms) writeFrontCodedText(out, term, form);
  return { header, bytes: out.view(), from: 0, to: out.length };
}

/** Those of the current term, as they are stored. */
export function formsOf({ formsHeader: header, block, formsStart, formsEnd }: TermCursor): EncodedForms {
  return { header, bytes: block, from: formsStart, to: formsEnd };
}
