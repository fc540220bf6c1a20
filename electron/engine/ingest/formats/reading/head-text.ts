import type { ByteSource } from '../byte-source.ts';

type Head = Readonly<{ of: ByteSource | null; text: string; isMarkup: boolean }>;

/** Of the file that was asked for last, since every reader asks. */
let last: Head = { of: null, text: '', isMarkup: false };

/**
 * The head of a file, a character for each byte, without a byte order mark of UTF-8 and the zeros of UTF-16: good enough to look for
 * ASCII in.
 */
export function headText(input: ByteSource): string {
  return headOf(input).text;
}

/** Whether a file begins with a tag, a comment or a declaration, as pages and XML do. */
export function isMarkup(input: ByteSource): boolean {
  return headOf(input).isMarkup;
}

/**
 * Whether any of some words stands in the head of a file. Much faster than a pattern: who needs one asks first whether there is
 * anything to look for.
 */
export function hasAny(input: ByteSource, ...words: readonly string[]): boolean {
  const { text } = headOf(input);
  return words.some((word) => text.includes(word));
}

function headOf(input: ByteSource): Head {
  if (input === last.of) return last;
  const text = textOf(input.head());
  last = { of: input, text, isMarkup: /^\s{0,200}</.test(text.slice(0, 256)) };
  return last;
}

function textOf(head: Buffer): string {
  const [first, second] = head;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const text = head.toString('latin1');
  if (isWide) return text.slice(2).replaceAll('\0', '');
  return text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text;
}
