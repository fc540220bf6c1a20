import type { NewsToken } from './news-token.ts';

/** What was typed after the colon of a filter; `text` null for what is no value. */
export type TypedValue = Readonly<{ text: string | null; end: number; tokens: number }>;

/** Reads the value that begins with the token at `at`. */
export function typedValue(tokens: readonly NewsToken[], at: number): TypedValue {
  const value = tokens[at];
  const following = tokens[at + 1];
  if (value === undefined) return { text: null, end: 0, tokens: 0 };
  const end = value.at + value.length;
  if (value.kind === 'word' || value.kind === 'phrase') return { text: value.text, end, tokens: 1 };
  // A minus in front of digits is part of a date such as -30d.
  if (value.kind !== 'minus' || following?.kind !== 'word' || following.at !== end) {
    return { text: null, end, tokens: 1 };
  }
  return { text: `-${following.text}`, end: following.at + following.length, tokens: 2 };
}
