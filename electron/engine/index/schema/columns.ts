import { namedColumns, type NamedColumnName } from '../../../contract/named-columns.ts';

/** The columns of a segment and its small tables; a column's number on disk is its row here. */
const names = [
  'articles',
  'days',
  'words',
  'languages',
  'names-of-languages',
  'places',
  'names-of-places',
  'agencies',
  'names-of-agencies',
  'first-terms',
  'form-terms',
  'form-numbers',
  'guessed-days',
] as const;

/** Rows of the table of named columns whose numbers stand above; those of the others begin with `firstNamed`. */
const earlyNamed = 3;
const firstNamed = 16;

/** Lengths of field n in terms have the number `firstLength + n`. */
const firstLength = 32;

export type ColumnName = (typeof names)[number] | NamedColumnName | NamesColumnName | `length-${number}`;

/** Of the small table of the names in a named column. */
export type NamesColumnName = `names-of-${NamedColumnName}`;

export function namesOf(name: NamedColumnName): NamesColumnName {
  return `names-of-${name}`;
}

export function columnNumber(name: ColumnName): number {
  const number = (names as readonly string[]).indexOf(name);
  if (number >= 0) return number;
  if (name.startsWith('length-')) return firstLength + Number(name.slice('length-'.length));
  const isNames = name.startsWith('names-of-');
  const row = namedColumns.findIndex(
    (column) => column.name === name.slice(isNames ? 'names-of-'.length : 0),
  );
  return firstNamed + 2 * (row - earlyNamed) + (isNames ? 1 : 0);
}

/** A column as bytes: one byte for the width of a value in bytes (1, 2 or 4), then the values, little endian. */
export function encodeColumn(values: ArrayLike<number>): Uint8Array {
  const width = widthOf(values);
  const bytes = new Uint8Array(1 + values.length * width);
  bytes[0] = width;
  // As in `decodeColumn`, numbers are little endian as they stand in memory.
  if (width === 1) bytes.set(values, 1);
  else bytes.set(new Uint8Array((width === 2 ? new Uint16Array(values) : new Uint32Array(values)).buffer), 1);
  return bytes;
}

function widthOf(values: ArrayLike<number>): 1 | 2 | 4 {
  let all = 0;
  for (let at = 0; at < values.length; at += 1) all |= values[at] as number;
  if (all >>> 16 !== 0) return 4;
  return all >>> 8 !== 0 ? 2 : 1;
}

export type Column = Uint8Array | Uint16Array | Uint32Array;

/** Values of one byte are those of `bytes`, which must not change any more. */
export function decodeColumn(bytes: Uint8Array): Column {
  const width = bytes[0];
  const values = bytes.subarray(1);
  switch (width) {
    case 1:
      return values;
    // Copies, so that the values stand aligned.
    case 2:
      return new Uint16Array(new Uint8Array(values).buffer, 0, values.length / 2);
    case 4:
      return new Uint32Array(new Uint8Array(values).buffer, 0, values.length / 4);
    case undefined:
    default:
      throw new RangeError(`a column says that its values are ${String(width)} bytes wide`);
  }
}

/** Days reach before 1970 and columns hold no negative numbers. */
export const dayOffset = 1_000_000;
