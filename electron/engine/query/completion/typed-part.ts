import { fieldNames } from '../grammar/field-names.ts';

/** What is being typed: `[from, to)` of the query, of which `text` may go on; in a field, that field's. */
export type TypedPart = Readonly<{ from: number; to: number; text: string; field: string | null }>;

const typed = /(?:([\p{L}_]+~?):)?(?:"([^"]*)|([^\s()"“”:]*))$/u;
/** Behind it nothing goes on. */
const ends = /^(?:[\s)]|$)/u;
/** What is so long was pasted. */
const maxLength = 200;

/** The part of a query that ends at `caret`; null where nothing is being typed. */
export function typedPart(query: string, caret: number): TypedPart | null {
  if (!ends.test(query.slice(caret))) return null;
  const before = query.slice(Math.max(0, caret - maxLength), caret);
  // Within quotation marks only a field's value is completed: an odd number of them before the caret is one that is open.
  const [whole = '', name, quoted, plain = ''] = typed.exec(before) ?? [];
  const field = name === undefined ? null : (fieldNames.get(name.toLowerCase()) ?? null);
  if (name !== undefined && field === null) return null;
  if (quoted !== undefined && (field === null || quoted.length + 1 > whole.length)) return null;
  const text = quoted ?? plain;
  if (text.length === 0 && field === null) return null;
  return { from: caret - text.length - (quoted === undefined ? 0 : 1), to: caret, text, field };
}
