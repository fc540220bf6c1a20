import { letterNamed } from './named-letters.ts';
import { piecesOf } from './text-pieces.ts';

/** A document of a file that holds one after the other, with or without an element around them. */
export type SgmlDocument = Readonly<{
  /** From 1 on. */
  ordinal: number;
  /** From its opening tag on; its end tag and what follows are left out. */
  text: string;
  isCut: boolean;
}>;

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  // AQUAINT's own: a dash, and marks of the wire that say nothing to readers.
  ['md', '—'],
  ['ur', ''],
  ['lr', ''],
  ['qc', ''],
  ['ql', ''],
  ['qr', ''],
  ['tr', ''],
]);

/** The documents of a text that comes in windows: every `<NAME …>` begins one. */
export function* sgmlDocuments(windows: Iterable<string>, name: string): Generator<SgmlDocument> {
  const opening = new RegExp(`<${name}(?=[\\s>])`, 'i');
  for (const { number, text, isCut } of piecesOf(windows, opening)) {
    if (number === 0) continue;
    const end = text.search(new RegExp(`</${name}\\s*>`, 'i'));
    yield { ordinal: number, text: end < 0 ? text : text.slice(0, end), isCut };
  }
}

/** What stands in the first element of a name, as written; null when there is none. Without an end tag it ends with its document. */
export function sgmlElement(text: string, ...names: readonly string[]): string | null {
  for (const name of names) {
    const opening = new RegExp(`<${name}(?:\\s[^<>]{0,500})?>`, 'i').exec(text);
    if (opening === null) continue;
    const rest = text.slice(opening.index + opening[0].length);
    const end = rest.search(new RegExp(`</${name}\\s*>`, 'i'));
    return end < 0 ? rest : rest.slice(0, end);
  }
  return null;
}

/** A text without the first element of each of some names. */
export function withoutElements(text: string, names: readonly string[]): string {
  let rest = text;
  for (const name of names) {
    const opening = new RegExp(`<${name}(?:\\s[^<>]{0,500})?>`, 'i').exec(rest);
    const ending = new RegExp(`</${name}\\s*>`, 'i').exec(rest);
    if (opening !== null && ending !== null && ending.index > opening.index)
      rest = rest.slice(0, opening.index) + rest.slice(ending.index + ending[0].length);
  }
  return rest;
}

/** The value of an attribute of the first tag of a text. */
export function sgmlAttribute(text: string, name: string): string {
  const tag = text.slice(0, Math.max(0, text.indexOf('>')));
  const [, doubled, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(tag) ?? [];
  return (doubled ?? single ?? bare ?? '').trim();
}

/** Text without tags, its entities as characters; control characters are left out. */
export function sgmlText(written: string): string {
  return written
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/<\/?[A-Za-z][^<>]{0,1000}>/g, '')
    .replace(/&(?:#(\d{1,7})|([A-Za-z]{2,8}));/g, (whole, code?: string, entity?: string) =>
      code === undefined
        ? (entities.get((entity ?? '').toLowerCase()) ?? letterNamed(entity ?? '') ?? whole)
        : characterOf(Number(code)),
    )
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}

/** The same on one line. */
export function sgmlLine(written: string | null): string {
  return written === null ? '' : sgmlText(written).replace(/\s+/g, ' ').trim();
}

function characterOf(code: number): string {
  return code < 32 || code > 0x10ffff ? '' : String.fromCodePoint(code);
}
