import type { SqlValue, Statement } from '../../sqlite.ts';

/** A row of `group_concat`: a row object for each id would cost more than ten times as much. */
export type PackedIds = Readonly<{ ids: string | null }>;

/** The ids that a statement gives as one text. */
export function unpackedIds(statement: Statement<PackedIds>, ...values: SqlValue[]): Uint32Array {
  return parseIds(statement.get(...values)?.ids ?? '');
}

/** Whole numbers below 2^32, joined by commas as `group_concat` does. */
export function parseIds(text: string): Uint32Array {
  return parseInto(new Uint32Array(countOf(text)), text);
}

/** As `parseIds`, below 2^53. */
export function parseNumbers(text: string): Float64Array {
  return parseInto(new Float64Array(countOf(text)), text);
}

function countOf(text: string): number {
  if (text === '') return 0;
  let count = 1;
  for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) count += 1;
  return count;
}

function parseInto<Numbers extends Uint32Array | Float64Array>(numbers: Numbers, text: string): Numbers {
  let number = 0;
  let nth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44) {
      numbers[nth++] = number;
      number = 0;
    } else {
      number = number * 10 + code - 48;
    }
  }
  // Past the end where there is no number: that is dropped.
  numbers[nth] = number;
  return numbers;
}
